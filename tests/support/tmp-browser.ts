import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { createNodeTransport } from "../../sync/adapters/libp2p/node-transport.ts";
import { launchBrowser } from "./chromium.ts";
const host = await createNodeTransport({ listen: ["/ip4/127.0.0.1/tcp/0/ws"], mdns: false });
host.onChannel((channel) => void (async () => { for await (const frame of channel.frames) await channel.send(frame); channel.close(); })());
const server = createServer((q, r) => {
  if (q.url === "/w.js") { r.setHeader("content-type", "text/javascript"); r.end(readFileSync("node_modules/.cache/tmpb/worker.mjs")); }
  else { r.setHeader("content-type", "text/html"); r.end(`<script>window.go = (a) => new Promise((ok) => { const w = new Worker("/w.js", { type: "module" }); w.onmessage = (e) => ok(e.data); w.onerror = (e) => ok({ fault: e.message }); w.postMessage(a); });</script>`); }
}).listen(0);
const port = (server.address() as { port: number }).port;
const browser = await launchBrowser({ hosts: { "hub.test": "127.0.0.1" } });
for (const origin of ["http://localhost", "http://hub.test"]) {
  const page = await browser.newPage();
  const requests: string[] = [];
  page.on("request", (q) => requests.push(q.url()));
  await page.goto(`${origin}:${port}/`);
  console.log(origin, JSON.stringify(await page.evaluate((a) => (window as any).go(a), host.addresses()[0]!)), requests.length);
}
await browser.close();
process.exit(0);

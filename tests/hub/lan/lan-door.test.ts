/** The page over the local network: whom it answers, and what it never says in the clear. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as plainRequest } from "node:http";
import { request } from "node:https";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openLanDoor } from "../../../src/hub/doors.ts";
import { certificateOf, makeAuthority, makeLeaf } from "../../../src/hub/lan/certificate.ts";
import { isLanAddress } from "../../../src/hub/lan/names.ts";
import { type PageServer, startPageServer } from "../../../src/hub/page-server.ts";

const NAME = "127.0.0.1";
const PAGE = "<!doctype html><title>Vereda</title>";
const folder = mkdtempSync(join(tmpdir(), "vereda-door-"));
let ca = "";
let server: PageServer;

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

const ask = (
  path: string,
  { method = "GET", headers = {}, body = "" }: { method?: string; headers?: object; body?: string } = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const host = `${NAME}:${String(server.port)}`;
    // the constraints of a real authority leave loopback out: the chain is checked in certificate.test.ts
    const options = { host: NAME, port: server.port, path, method, headers: { host, ...headers } };
    const sent = request({ ...options, rejectUnauthorized: false }, (response) => {
      let said = "";
      response.on("data", (part: Buffer) => (said += part.toString()));
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: said });
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });

beforeAll(async () => {
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), PAGE);
  const authority = await makeAuthority(Date.now());
  const leaf = await makeLeaf(authority, [NAME], Date.now());
  ca = certificateOf(authority);
  const credentials = { cert: certificateOf(leaf) + ca, key: leaf };
  const bytes = Buffer.from(ca);
  server = await startPageServer({
    pageDir: folder,
    port: 0,
    webSocketPort: () => 1,
    door: openLanDoor({ names: () => [NAME], credentials, isServed: (address) => address === NAME }),
    more: new Map([["/ca.crt", { type: "application/x-x509-ca-cert", bytes, tag: '"a"', lasting: false }]]),
    api: {
      describe: (host) => ({ peers: [host], mesh: true, canAdopt: false, lan: null }),
      adoption: null,
    },
  });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

describe("the page over the network", () => {
  test("is served by TLS, with the same strict policy, and WebSockets to itself only", async () => {
    const { status, body, headers } = await ask("/");
    expect({ status, body }).toEqual({ status: 200, body: PAGE });
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain(`connect-src 'self' wss://${NAME}:${String(server.port)};`);
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).not.toMatch(/ws:\/\/|'unsafe-(?:inline|eval)'|\*/u);
    expect(headers["cache-control"]).toBe("no-store");
  });

  test("B3 B4 a foreign host or origin gets nothing, this machine's own names neither", async () => {
    const port = String(server.port);
    for (const headers of [
      { host: `evil.example:${port}` },
      { host: `localhost:${port}` },
      { host: NAME },
      { origin: "https://evil.example" },
      { origin: `http://${NAME}:${port}` },
      { origin: "null" },
      { connection: "Upgrade", upgrade: "websocket", origin: "https://evil.example" },
    ]) {
      expect(await ask("/", { headers })).toMatchObject({ status: 403, body: "" });
    }
    expect((await ask("/", { headers: { origin: `https://${NAME}:${port}` } })).status).toBe(200);
  });

  test("B5 nobody on the network gives the hub to a house", async () => {
    const headers = { "content-type": "application/json", "vereda-token": "x".repeat(22) };
    expect((await ask("/hub/adopt", { method: "POST", headers, body: '{"code":"x"}' })).status).toBe(403);
    expect(JSON.parse((await ask("/hub.json")).body)).toMatchObject({ canAdopt: false });
  });

  test("its authority can be downloaded, and no private key", async () => {
    const { body, headers } = await ask("/ca.crt");
    expect(body).toBe(ca);
    expect(headers["content-type"]).toBe("application/x-x509-ca-cert");
    for (const path of ["/leaf.pem", "/authority.pem", "/lan/authority.pem", "/../lan/leaf.pem"]) {
      expect((await ask(path)).status).toBe(404);
    }
  });

  test("B12 what is asked in the clear is closed without a word", async () => {
    const status = await new Promise((resolve) => {
      const sent = plainRequest({ host: NAME, port: server.port, path: "/" }, (response) => {
        resolve(response.statusCode);
      });
      sent.on("error", () => {
        resolve("closed");
      });
      sent.end();
    });
    expect(status).toBe("closed");
    const said = await new Promise<string>((resolve) => {
      let text = "";
      const socket = connect(server.port, NAME, () => socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n"));
      socket.on("data", (part: Buffer) => (text += part.toString("latin1")));
      socket.on("error", () => undefined);
      socket.on("close", () => {
        resolve(text);
      });
    });
    expect(said).not.toMatch(/HTTP|html|Vereda/u);
  });
});

test("only private addresses are served", () => {
  for (const address of ["10.83.0.1", "172.16.4.4", "172.31.255.1", "192.168.1.20", "169.254.7.7"])
    expect(isLanAddress(address)).toBe(true);
  for (const address of ["127.0.0.1", "8.8.8.8", "172.32.0.1", "192.169.0.1", "100.64.0.1", "", "::1", "x"])
    expect(isLanAddress(address)).toBe(false);
});

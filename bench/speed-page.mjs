/**
 * Times engines in a page of headless Chromium, on the page's own thread, slowed as the tools for developers slow it.
 * In the page there is nothing else than the engine.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { bundleScript } from "../scripts/bundle.mjs";
import { say } from "./options.mjs";

/**
 * @typedef {import("./match/speed/results.ts").Measured} Measured
 * @typedef {import("./match/speed/trial.ts").Times} Times
 * @typedef {import("playwright-core").Browser} Browser
 * @typedef {import("playwright-core").CDPSession} DevTools
 * @typedef {{ program: string, folder: string, engines: readonly string[], queries: (engine: string) => number,
 *   slowed: number }} PageWish `program`: path of Chromium; `queries`: at most so many
 * @typedef {{ page: Measured[], pageControlMs: number }} PageResult
 */

const require = createRequire(import.meta.url);
/** Never asked for over a network: each request is answered here. Local, so that the page may be apart from others. */
const ORIGIN = "http://localhost";
/** A page apart from others has clocks that tell microseconds. */
const APART = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};
const RIVAL = "minisearch";

/** What the page may fetch. @param {string} folder */
async function filesOf(folder) {
  const [speed, rival] = await Promise.all([
    bundleScript(fileURLToPath(new URL("./match/speed/page.ts", import.meta.url)), "speed"),
    bundleScript(require.resolve(RIVAL), "rivalModule"),
  ]);
  const page = `<!doctype html><script src="/speed.js"></script><script src="/rival.js"></script>`;
  return new Map([
    ["/", { contentType: "text/html; charset=utf-8", body: page }],
    ["/speed.js", { contentType: "text/javascript; charset=utf-8", body: speed }],
    [
      "/rival.js",
      {
        contentType: "text/javascript; charset=utf-8",
        body: `${rival}\nglobalThis.rival = { default: rivalModule };`,
      },
    ],
    ...["people", "queries", "arrivals"].map(
      (name) =>
        /** @type {const} */ ([
          `/${name}.json`,
          { contentType: "application/json", body: readFileSync(join(folder, `${name}.json`), "utf8") },
        ]),
    ),
  ]);
}

/** @param {Browser} browser @param {Awaited<ReturnType<typeof filesOf>>} files */
async function openPage(browser, files) {
  const page = await browser.newPage();
  await page.route("**/*", (route) => {
    const file = files.get(new URL(route.request().url()).pathname);
    return file === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ ...file, headers: APART });
  });
  page.on("pageerror", (fault) => say(`in the page: ${fault.message}`));
  await page.goto(ORIGIN);
  const tools = await page.context().newCDPSession(page);
  return { page, tools };
}

/** Bytes that are still needed. @param {DevTools} tools */
async function bytesInUse(tools) {
  await tools.send("HeapProfiler.collectGarbage");
  const { usedSize, backingStorageSize } = await tools.send("Runtime.getHeapUsage");
  return usedSize + backingStorageSize;
}

/** @param {Awaited<ReturnType<typeof openPage>>} opened @param {string} engine @param {PageWish} wish */
async function measureIn({ page, tools }, engine, wish) {
  const run = (/** @type {string} */ call) => page.evaluate(`speed.${call}`);
  await tools.send("Emulation.setCPUThrottlingRate", { rate: wish.slowed });
  const controlMs = /** @type {number} */ (await run("control()"));
  const before = await bytesInUse(tools);
  await run(`open(${JSON.stringify(engine)})`);
  const buildSeconds = /** @type {number} */ (await run("build()"));
  const bytes = (await bytesInUse(tools)) - before;
  const queries = /** @type {Times} */ (await run(`ask(${String(wish.queries(engine))})`));
  const arrivals = /** @type {Times} */ (await run("arrive()"));
  return { engine, buildSeconds, queries, arrivals, bytes, controlMs };
}

/** A page for each engine. @param {PageWish} wish @returns {Promise<PageResult>} */
export async function measureInPage(wish) {
  const files = await filesOf(wish.folder);
  // no sandbox: a container's root has none
  const browser = await chromium.launch({
    executablePath: wish.program,
    args: ["--no-sandbox"],
    headless: true,
  });
  try {
    const first = await openPage(browser, files);
    const pageControlMs = /** @type {number} */ (await first.page.evaluate("speed.control()"));
    await first.page.close();
    /** @type {Measured[]} */
    const page = [];
    for (const engine of wish.engines) {
      say(`Chromium slowed ${wish.slowed} times: ${engine} ...`);
      const opened = await openPage(browser, files);
      page.push(await measureIn(opened, engine, wish));
      await opened.page.close();
    }
    return { page, pageControlMs };
  } finally {
    await browser.close();
  }
}

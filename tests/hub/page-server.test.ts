/**
 * The hub's page over HTTP: whom it answers, what it forbids the page, and that the page it started with
 * stays whole while a new build replaces the files under it.
 */
import { request } from "node:http";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PageToken } from "../../src/hub/page-token.ts";
import { type PageServer, startPageServer } from "../../src/hub/page-server.ts";

const OLD = "<!doctype html><title>Vereda</title>";
const TOKEN = "0123456789abcdefABCDEF" as PageToken;
const ASSET = "/assets/main-AbC1.js";
const folder = mkdtempSync(join(tmpdir(), "page-"));
const adopted: string[] = [];
let server: PageServer;

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}
interface Ask {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

const ask = (path: string, { method = "GET", headers = {}, body }: Ask = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port: server.port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => {
        const { statusCode = 0, headers: given } = response;
        resolve({ status: statusCode, headers: given, body: Buffer.concat(parts).toString() });
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });

beforeAll(async () => {
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), OLD);
  writeFileSync(join(folder, ASSET), "export {};");
  writeFileSync(join(folder, `${ASSET}.map`), "{}");
  server = await startPageServer({
    pageDir: folder,
    port: 0,
    webSocketPort: () => 1,
    api: {
      describe: () => ({ peers: [], mesh: false, canAdopt: true, lan: null }),
      adoption: {
        token: TOKEN,
        take: (code) => {
          adopted.push(code);
          return Promise.resolve(code === "good");
        },
      },
    },
  });
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

describe("whom the hub's page answers", () => {
  const paths = ["/", ASSET, "/hub.json", "/hub/adopt"];

  test.each(paths)("B3 B5 a rebound name or another site's page gets nothing at %s", async (path) => {
    const rebound = await ask(path, { headers: { host: `evil.example:${String(server.port)}` } });
    const foreign = await ask(path, { headers: { origin: "https://evil.example" } });
    const otherPort = await ask(path, { headers: { origin: "http://localhost:1" } });
    const opaque = await ask(path, { headers: { origin: "null" } });
    for (const answer of [rebound, foreign, otherPort, opaque]) {
      expect(answer).toMatchObject({ status: 403, body: "" });
    }
  });

  test("its own page is answered, by either name", async () => {
    for (const name of ["localhost", "127.0.0.1"]) {
      const host = `${name}:${String(server.port)}`;
      const answer = await ask("/", { headers: { host, origin: `http://${host}` } });
      expect(answer).toMatchObject({ status: 200, body: OLD });
    }
  });

  test("B4 an upgrade of a foreign page is refused", async () => {
    const headers = { connection: "Upgrade", upgrade: "websocket", origin: "https://evil.example" };
    expect((await ask("/", { headers })).status).toBe(403);
  });

  test("B5 a form of another site cannot hand over an invite, and a long body is not read", async () => {
    const post = (type: string, body: string): Promise<Answer> =>
      ask("/hub/adopt", { method: "POST", headers: { "content-type": type, "vereda-token": TOKEN }, body });
    expect((await post("text/plain", '{"code":"good"}')).status).toBe(415);
    expect((await post("application/json", "{")).status).toBe(400);
    expect((await post("application/json", JSON.stringify({ code: "x".repeat(9999) }))).status).toBe(400);
    expect(adopted).toEqual([]);
    expect((await post("application/json", '{"code":"bad"}')).status).toBe(409);
    expect((await post("application/json", '{"code":"good"}')).status).toBe(200);
    expect(adopted).toEqual(["bad", "good"]);
  });

  test("B6 nobody without the token gives the hub to a house, and nothing tells it", async () => {
    const json = { "content-type": "application/json" };
    const post = (headers: Record<string, string>): Promise<Answer> =>
      ask("/hub/adopt", { method: "POST", headers: { ...json, ...headers }, body: '{"code":"good"}' });
    const before = adopted.length;
    for (const shown of [
      undefined,
      "",
      "x",
      TOKEN.slice(1),
      `${TOKEN}A`,
      TOKEN.toLowerCase(),
      `${TOKEN}, ${TOKEN}`,
    ]) {
      const answer = await post(shown === undefined ? {} : { "vereda-token": shown });
      expect(answer, shown).toMatchObject({ status: 403, body: "" });
    }
    expect((await ask(`/hub/adopt?vereda-token=${TOKEN}`, { method: "POST", headers: json })).status).toBe(
      405,
    );
    expect(adopted).toHaveLength(before);
    for (const path of ["/", "/hub.json", ASSET, "/hub/adopt"]) {
      const { headers, body } = await ask(path);
      expect(JSON.stringify(headers) + body, path).not.toContain(TOKEN);
    }
    expect((await post({ "vereda-token": TOKEN })).status).toBe(200);
    expect(adopted).toHaveLength(before + 1);
  });

  test("B11 other methods and unknown paths are refused, and no path leaves the folder", async () => {
    expect((await ask("/", { method: "DELETE" })).status).toBe(405);
    for (const path of ["/nothing", "/../package.json", "/%2e%2e/package.json", `${ASSET}.map`, "//"]) {
      expect((await ask(path)).status).toBe(404);
    }
  });
});

describe("what the page may do and what is kept of it", () => {
  test("B2 B7 no inline code, no eval but WebAssembly's, no frame, no referrer, nothing kept of the page", async () => {
    const { headers } = await ask("/");
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/'unsafe-(?:inline|eval)'|\*/u);
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
    });
    expect((await ask("/hub.json")).headers["cache-control"]).toBe("no-store");
  });

  test("an asset, whose name holds a hash, is kept and asked for again by its tag", async () => {
    const { headers, body } = await ask(ASSET);
    expect(body).toBe("export {};");
    expect(headers["content-type"]).toMatch(/^text\/javascript/u);
    expect(headers["cache-control"]).toContain("immutable");
    const again = await ask(ASSET, { headers: { "if-none-match": String(headers["etag"]) } });
    expect(again).toMatchObject({ status: 304, body: "" });
    expect(await ask(ASSET, { method: "HEAD" })).toMatchObject({ status: 200, body: "" });
  });

  test("a new build under a running hub does not break the page that it serves", async () => {
    writeFileSync(join(folder, "index.html"), `${OLD}<p>new, and longer</p>`);
    rmSync(join(folder, ASSET));
    expect((await ask("/")).body).toBe(OLD);
    expect((await ask(ASSET)).status).toBe(200);
  });
});

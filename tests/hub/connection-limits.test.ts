/** Floods of a page server: what is over a limit is closed, and whoever else comes is served. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { ConnectionLimits } from "../../src/hub/connection-limits.ts";
import { type PageServer, startPageServer } from "../../src/hub/page-server.ts";

const PLENTY: ConnectionLimits = { total: 100, each: 100, idleMs: 60_000 };
const folder = mkdtempSync(join(tmpdir(), "vereda-limits-"));
const open: Socket[] = [];
let server: PageServer | null = null;

const start = async (limits: Partial<ConnectionLimits>): Promise<PageServer> => {
  server = await startPageServer({
    pageDir: folder,
    port: 0,
    webSocketPort: () => 1,
    limits: { ...PLENTY, ...limits },
    api: { describe: () => ({ peers: [], mesh: false, canAdopt: false, lan: null }), adoption: null },
  });
  return server;
};

/** A connection of this address that sends some bytes and waits; whether it lives on, `alive` tells. */
function hold(port: number, from: string, said = ""): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1", localAddress: from });
    open.push(socket);
    socket.resume();
    socket.on("error", () => undefined);
    socket.on("connect", () => {
      socket.write(said);
      resolve();
    });
    socket.on("close", () => {
      resolve();
    });
  });
}

const alive = (): number => open.filter((socket) => !socket.destroyed).length;

const closed = (socket: Socket | undefined): Promise<string> =>
  new Promise((resolve) => {
    let said = "";
    socket?.on("data", (part: Buffer) => (said += part.toString()));
    socket?.on("close", () => {
      resolve(said);
    });
  });

const served = (port: number, from: string, headers: Record<string, string> = {}): Promise<number> =>
  new Promise((resolve) => {
    const sent = get({ port, host: "127.0.0.1", localAddress: from, headers, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on("error", () => {
      resolve(0);
    });
  });

beforeAll(() => {
  writeFileSync(join(folder, "index.html"), "<!doctype html>");
});
afterEach(async () => {
  for (const socket of open.splice(0)) socket.destroy();
  await server?.stop();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("connections", () => {
  test("P5 of one address beyond its share are closed, and another address is served", async () => {
    const { port } = await start({ each: 4 });
    await Promise.all(Array.from({ length: 7 }, () => hold(port, "127.0.0.2")));
    await expect.poll(alive).toBe(4);
    expect(await served(port, "127.0.0.2")).toBe(0);
    expect(await served(port, "127.0.0.3")).toBe(200);
  });

  test("P5 beyond the total are closed, and one that ends makes room", async () => {
    const { port } = await start({ total: 3 });
    for (const from of ["127.0.0.2", "127.0.0.3", "127.0.0.4"]) await hold(port, from);
    expect(await served(port, "127.0.0.5")).toBe(0);
    expect(alive()).toBe(3);
    open[0]?.destroy();
    await expect.poll(() => served(port, "127.0.0.5")).toBe(200);
  });

  test("P6 that are idle, or drip headers, are closed", async () => {
    const { port } = await start({ idleMs: 400 });
    await hold(port, "127.0.0.2", "GET / HTTP/1.1\r\nHos");
    expect(await closed(open[0])).not.toContain("200");
    expect(await served(port, "127.0.0.2")).toBe(200);
  });

  test("W5 with headers that are too long get no page", async () => {
    const { port } = await start({});
    expect(await served(port, "127.0.0.2", { "x-long": "x".repeat(9000) })).toBe(431);
    expect(await served(port, "127.0.0.2", { "x-long": "x".repeat(4000) })).toBe(200);
  });
});

/** A hub as a process of its own: the built command line, on loopback, without discovery. */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";

/**
 * @typedef {{ url: string, address: string, ended: Promise<void>, stop: () => Promise<void> }} HubProcess
 * `url`: its page. `address`: where other devices reach it over TCP. `ended`: resolves when the process is gone.
 */

const GRACE_MS = 10_000;

/**
 * Starts the hub of this folder. A folder that was used before keeps its house and its ports.
 * @param {{ program: string, folder: string, code?: string, peers?: readonly string[], fresh?: boolean }} wish
 * @returns {Promise<HubProcess>} rejects with what the hub said when it does not start
 */
export async function startHubProcess({ program, folder, code, peers = [], fresh = true }) {
  const args = [
    ...["hub", "--data", folder, "--no-mdns", "--listen", "/ip4/127.0.0.1/tcp/0"],
    ...(fresh ? ["--port", "0"] : []),
    ...(code === undefined ? [] : ["--join", code]),
    ...peers.flatMap((peer) => ["--peer", peer]),
  ];
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  /** @type {string[]} */
  const said = [];
  child.stderr.on("data", (/** @type {Buffer} */ chunk) => said.push(chunk.toString()));
  const gone = new Promise((resolve) => {
    child.once("error", resolve);
    child.once("close", resolve);
  });
  /** @type {string | null} */
  const line = await Promise.race([
    new Promise((resolve) => createInterface({ input: child.stdout }).once("line", resolve)),
    gone.then(() => null),
  ]);
  if (line === null) throw new Error(`a hub did not start: ${said.join("").trim()}`);
  const { url, peers: addresses } = /** @type {{ url: string, peers: string[] }} */ (JSON.parse(line));
  return {
    url,
    address: addresses.find((address) => !address.endsWith("/ws")) ?? "",
    ended: gone.then(() => undefined),
    async stop() {
      child.kill("SIGTERM");
      const inTime = await Promise.race([gone.then(() => true), pause(GRACE_MS, false, { ref: false })]);
      if (!inTime) child.kill("SIGKILL");
      await gone;
    },
  };
}

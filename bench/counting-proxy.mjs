/** Stands between two peers and counts the bytes that go by, both ways. TCP on this machine; changes nothing. */
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** Nothing went by for this long: the conversation is over, or waits. */
const QUIET_MS = 400;
const LONGEST_WAIT_MS = 5000;

/**
 * @typedef {object} CountingProxy
 * @property {number} port where to dial instead
 * @property {() => number} bytes that went by so far
 * @property {() => Promise<void>} quiet resolves when nothing goes by any more, or after five seconds
 * @property {() => void} stop
 */

/**
 * @param {number} port of the receiver, on this machine
 * @returns {Promise<CountingProxy>}
 */
export async function startCountingProxy(port) {
  let bytes = 0;
  /** @type {Set<import("node:net").Socket>} */
  const sockets = new Set();
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ port, host: "127.0.0.1", noDelay: true });
    for (const [from, to] of /** @type {const} */ ([
      [near, far],
      [far, near],
    ])) {
      sockets.add(from);
      from.on("data", (chunk) => (bytes += chunk.length));
      from.pipe(to);
      // one side broke: the other one must not wait for it
      from.on("error", () => to.destroy());
      from.on("close", () => {
        sockets.delete(from);
        if (!from.readableEnded) to.destroy();
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    port: address.port,
    bytes: () => bytes,
    async quiet() {
      for (let waited = 0, before = -1; waited < LONGEST_WAIT_MS && before !== bytes; waited += QUIET_MS) {
        before = bytes;
        await sleep(QUIET_MS);
      }
    },
    stop() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/**
 * Hypercore: one log with one writer, its blocks downloaded over a TCP socket and checked against a signed Merkle
 * tree. A block is a record as JSON; a changed record is appended again.
 */
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { servePeer } from "../peer-program.mjs";
import { changed, changedIndexes, reports } from "../reports.mjs";
import { rival } from "../rival.mjs";

/**
 * @typedef {object} Hypercore
 * @property {Uint8Array} key
 * @property {number} length
 * @property {() => Promise<void>} ready
 * @property {(blocks: string[]) => Promise<unknown>} append
 * @property {(isInitiator: boolean) => import("node:stream").Duplex} replicate
 * @property {(range: { start: number, end: number }) => { done: () => Promise<void> }} download
 * @property {(start: number, end: number) => Promise<boolean>} has
 * @property {() => Promise<void>} flush
 *
 * @typedef {new (folder: string, key?: Uint8Array | null) => Hypercore} HypercoreClass
 */

/** What is appended at once when the records are made. */
const BATCH = 1000;

/** @param {string} folder @param {Uint8Array | null} key */
async function openCore(folder, key) {
  const { default: Core } = /** @type {{ default: HypercoreClass }} */ (await rival("hypercore"));
  const core = new Core(folder, key);
  await core.ready();
  return core;
}

/** @param {import("node:stream").Duplex} replication @param {import("node:net").Socket} socket */
function join(replication, socket) {
  socket.setNoDelay(true);
  // both are told that the other is gone; that it went is no fault
  replication.on("error", () => socket.destroy());
  socket.on("error", () => replication.destroy());
  replication.pipe(socket).pipe(replication);
}

/** @returns {import("../peer-program.mjs").Sender} */
function sender() {
  /** @type {Hypercore} */
  let core;
  /** @type {import("node:net").Socket} */
  let socket;
  /** @type {import("../reports.mjs").BenchReport[]} */
  let records;
  return {
    async open({ folder }) {
      core = await openCore(folder, null);
      return Buffer.from(core.key).toString("hex");
    },
    async load({ count }) {
      records = reports(count);
      const blocks = records.map((record) => JSON.stringify(record));
      for (let at = 0; at < blocks.length; at += BATCH) await core.append(blocks.slice(at, at + BATCH));
    },
    async sync({ port }) {
      socket = connect(port, "127.0.0.1");
      join(core.replicate(true), socket);
      await once(socket, "connect");
    },
    async change({ count }) {
      const indexes = changedIndexes(count, records.length);
      const blocks = records.filter((_, index) => indexes.includes(index)).map(changed);
      await core.append(blocks.map((record) => JSON.stringify(record)));
    },
    async part() {
      const closed = once(socket, "close");
      socket.destroy();
      await closed;
    },
    messages: () => Promise.resolve(null),
  };
}

/** @returns {import("../peer-program.mjs").Receiver} */
function receiver() {
  /** @type {Hypercore} */
  let core;
  return {
    async open({ folder, invitation }) {
      core = await openCore(folder, Buffer.from(invitation, "hex"));
      const server = createServer((socket) => join(core.replicate(false), socket));
      server.listen(0, "127.0.0.1");
      await once(server, "listening");
      return /** @type {import("node:net").AddressInfo} */ (server.address()).port;
    },
    async received({ records, changed: changes }) {
      await core.download({ start: 0, end: records + changes }).done();
      if (!(await core.has(0, records + changes))) throw new Error("blocks are missing");
    },
  };
}

await servePeer({ sender, receiver });

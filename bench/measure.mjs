/**
 * One engine with so many records: two processes, a counting proxy between them, folders on the disk of the
 * project. Measures the first sync and, after a new connection, the one that brings what has changed since.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../scripts/project.mjs";
import { startCountingProxy } from "./counting-proxy.mjs";
import { TooSlow, within } from "./peer-process.mjs";

/** Records that change between the two syncs. */
const CHANGES = 10;
/** An engine that needs longer for one sync is stopped. */
const SYNC_LIMIT_MS = 180_000;
/** What comes before (making the records, becoming members) is not measured. */
const LOAD_LIMIT_MS = 600_000;

/**
 * A row of the table. Null: not measured, or not told by the engine.
 * @typedef {object} Row
 * @property {string} engine
 * @property {number} records
 * @property {number | null} firstMs
 * @property {number | null} recordsPerSecond
 * @property {number | null} resyncMs
 * @property {number | null} resyncMessages sent and received, as the sender's engine counts its own
 * @property {number | null} resyncBytes both ways on the TCP connection
 */

/**
 * What is told beside the row.
 * @typedef {object} Beside
 * @property {number | null} firstBytes
 * @property {string | null} note why something is missing
 * @property {boolean} failed whether that was a fault, not the limit of time
 */

/** @typedef {{ row: Row, beside: Beside }} Measured */

/** Two peers that have met: the records are at the sender. */
class Pair {
  /** @type {(() => void)[]} */
  #ends = [];
  // also when the bench is stopped in between
  #onExit = () => this.close();

  /** @param {import("./engines.mjs").Engine} engine @param {number} records */
  constructor(engine, records) {
    this.engine = engine;
    this.records = records;
  }

  async open() {
    process.once("exit", this.#onExit);
    const cache = join(ROOT, "node_modules/.cache/vereda-bench");
    mkdirSync(cache, { recursive: true });
    const folder = mkdtempSync(join(cache, `${this.engine.name}-`));
    this.#ends.push(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
    const sender = await this.engine.startSender();
    this.#ends.unshift(sender.kill);
    const receiver = await this.engine.startReceiver();
    this.#ends.unshift(receiver.kill);
    this.sender = sender.peer;
    this.receiver = receiver.peer;
    const folderOf = (/** @type {string} */ name) => {
      mkdirSync(join(folder, name));
      return join(folder, name);
    };
    const invitation = await sender.peer.open({ folder: folderOf("sender") });
    const port = await receiver.peer.open({ folder: folderOf("receiver"), invitation });
    this.proxy = await startCountingProxy(port);
    this.#ends.unshift(this.proxy.stop);
    await sender.peer.load({ count: this.records, port: this.proxy.port });
    await this.proxy.quiet();
  }

  /**
   * One sync from the call to the last record on the receiver's disk.
   * @param {number} changed records that were changed before
   */
  async sync(changed) {
    const { proxy, sender, receiver } = this;
    if (proxy === undefined || sender === undefined || receiver === undefined) throw new Error("open first");
    const before = proxy.bytes();
    const began = performance.now();
    // Some receivers are asked when the sender has ended, because they only count what is there.
    await sender.sync({ port: proxy.port });
    await receiver.received({ records: this.records, changed });
    const ms = performance.now() - began;
    await proxy.quiet();
    const bytes = proxy.bytes() - before;
    const messages = await sender.messages();
    await sender.part();
    return { ms, bytes, messages };
  }

  async change() {
    await this.sender?.change({ count: CHANGES });
    await this.proxy?.quiet();
  }

  close() {
    process.off("exit", this.#onExit);
    for (const end of this.#ends.splice(0)) end();
  }
}

/** @param {unknown} fault */
const noteOf = (fault) => (fault instanceof Error ? (fault.message.split("\n")[0] ?? "") : String(fault));

/**
 * @param {import("./engines.mjs").Engine} engine
 * @param {number} records
 * @returns {Promise<Measured>} never rejects: what failed is null, with a note
 */
export async function measure(engine, records) {
  /** @type {Row} */
  const row = {
    engine: engine.name,
    records,
    firstMs: null,
    recordsPerSecond: null,
    resyncMs: null,
    resyncMessages: null,
    resyncBytes: null,
  };
  /** @type {Beside} */
  const beside = { firstBytes: null, note: null, failed: false };
  const pair = new Pair(engine, records);
  let task = "making the records";
  try {
    await within(pair.open(), LOAD_LIMIT_MS);
    task = "first sync";
    const first = await within(pair.sync(0), SYNC_LIMIT_MS);
    row.firstMs = Math.round(first.ms);
    row.recordsPerSecond = Math.round((records / first.ms) * 1000);
    beside.firstBytes = first.bytes;
    task = "changing records";
    await within(pair.change(), SYNC_LIMIT_MS);
    task = "re-sync";
    const second = await within(pair.sync(CHANGES), SYNC_LIMIT_MS);
    row.resyncMs = Math.round(second.ms);
    row.resyncMessages = second.messages;
    row.resyncBytes = second.bytes;
  } catch (fault) {
    beside.note = `${engine.name}, ${records} records, ${task}: ${noteOf(fault)}`;
    beside.failed = !(fault instanceof TooSlow);
    if (beside.failed) console.error(fault);
  } finally {
    pair.close();
  }
  return { row, beside };
}

/**
 * PouchDB: a document for each record in LevelDB, pushed by CouchDB's replication protocol over HTTP to
 * express-pouchdb, which answers out of a PouchDB of its own. Both with the settings they come with.
 */
import { once } from "node:events";
import { createServer } from "node:http";
import { join } from "node:path";
import { servePeer } from "../peer-program.mjs";
import { CHANGED_PLACE, changed, changedIndexes, reports } from "../reports.mjs";
import { rival } from "../rival.mjs";

/** @typedef {import("../reports.mjs").BenchReport & { _id: string, _rev?: string }} Document */
/** @typedef {{ new (name: string, options?: { fetch?: typeof fetch }): Pouch }} PouchClass */
/** @typedef {PouchClass & { defaults: (options: { prefix: string }) => PouchClass, fetch: typeof fetch }} PouchModule */

/**
 * @typedef {object} Pouch
 * @property {(documents: Document[]) => Promise<({ error?: boolean })[]>} bulkDocs
 * @property {(options: { include_docs: true, keys?: string[] }) => Promise<{ rows: { doc: Document }[] }>} allDocs
 * @property {() => Promise<{ doc_count: number }>} info
 * @property {{ to: (target: Pouch) => Promise<{ ok: boolean, docs_written: number }> }} replicate
 */

const NAME = "reports";

const loadPouch = async () => /** @type {{ default: PouchModule }} */ (await rival("pouchdb")).default;

/** @param {Pouch} database @param {Document[]} documents */
async function write(database, documents) {
  const results = await database.bulkDocs(documents);
  if (results.some(({ error }) => error === true)) throw new Error("a document was refused");
}

/** @returns {Promise<import("../peer-program.mjs").Sender>} */
async function sender() {
  const PouchDB = await loadPouch();
  /** @type {Pouch} */
  let database;
  /** @type {string[]} */
  let ids = [];
  let requests = 0;
  /** @type {typeof fetch} */
  const countingFetch = (...request) => {
    requests += 1;
    return PouchDB.fetch(...request);
  };
  return {
    async open({ folder }) {
      database = new (PouchDB.defaults({ prefix: join(folder, "/") }))(NAME);
      await database.info();
      return "";
    },
    async load({ count }) {
      const records = reports(count);
      ids = records.map(({ source }) => source.recordId);
      await write(
        database,
        records.map((record) => ({ ...record, _id: record.source.recordId })),
      );
    },
    async sync({ port }) {
      requests = 0;
      const target = new PouchDB(`http://127.0.0.1:${port}/${NAME}`, { fetch: countingFetch });
      const { ok } = await database.replicate.to(target);
      if (!ok) throw new Error("the replication failed");
    },
    async change({ count }) {
      const keys = changedIndexes(count, ids.length).map((index) => String(ids[index]));
      const { rows } = await database.allDocs({ include_docs: true, keys });
      await write(
        database,
        rows.map(({ doc }) => ({ ...doc, ...changed(doc) })),
      );
    },
    part: () => Promise.resolve(),
    // each request has its answer
    messages: () => Promise.resolve(2 * requests),
  };
}

/** @returns {Promise<import("../peer-program.mjs").Receiver>} */
async function receiver() {
  const PouchDB = await loadPouch();
  const { default: expressPouch } =
    /** @type {{ default: (pouch: PouchClass, options: { mode: string }) => import("node:http").RequestListener }} */ (
      await rival("express-pouchdb")
    );
  /** @type {Pouch} */
  let database;
  return {
    async open({ folder }) {
      const Here = PouchDB.defaults({ prefix: join(folder, "/") });
      database = new Here(NAME);
      await database.info();
      const server = createServer(expressPouch(Here, { mode: "minimumForPouchDB" }));
      server.listen(0, "127.0.0.1");
      await once(server, "listening");
      return /** @type {import("node:net").AddressInfo} */ (server.address()).port;
    },
    async received({ records, changed: changes }) {
      const isWhole = async () => {
        if ((await database.info()).doc_count !== records) return false;
        if (changes === 0) return true;
        const { rows } = await database.allDocs({ include_docs: true });
        return rows.filter(({ doc }) => doc.lastContact.place === CHANGED_PLACE).length === changes;
      };
      if (!(await isWhole())) throw new Error("documents are missing");
    },
  };
}

await servePeer({ sender, receiver });

/**
 * automerge-repo: an Automerge document for each record, synced by its own protocol over its WebSocket adapter,
 * stored by its NodeFS adapter. Both with the settings they come with.
 */
import { once } from "node:events";
import { servePeer } from "../peer-program.mjs";
import { CHANGED_PLACE, changed, changedIndexes, reports } from "../reports.mjs";
import { rival } from "../rival.mjs";

/** @typedef {import("../reports.mjs").BenchReport} BenchReport */

/**
 * @typedef {object} Handle
 * @property {() => boolean} isReady
 * @property {() => Partial<BenchReport> | undefined} doc
 * @property {(change: (document: BenchReport) => void) => void} change
 *
 * @typedef {object} Storage
 * @property {(key: string[], bytes: Uint8Array) => Promise<void>} save
 *
 * @typedef {object} Network
 * @property {(message: unknown) => void} send
 * @property {(event: "message", listener: () => void) => void} on
 *
 * @typedef {object} Repo
 * @property {(initial: BenchReport) => Handle} create
 * @property {Record<string, Handle>} handles
 * @property {() => Promise<void>} flush
 * @property {{ addNetworkAdapter: (network: Network) => void, removeNetworkAdapter: (network: Network) => void }} networkSubsystem
 *
 * @typedef {new (config: { peerId: string, storage: Storage, network: Network[] }) => Repo} RepoClass
 */

/** @typedef {new (options: { port: number, host: string }) => import("ws").WebSocketServer} ServerClass */

/**
 * @typedef {{ Repo: RepoClass }} RepoModule
 * @typedef {{ WebSocketClientAdapter: new (url: string) => Network, WebSocketServerAdapter: new (server: unknown) => Network }} NetworkModule
 * @typedef {{ NodeFSStorageAdapter: new (folder: string) => Storage }} StorageModule
 * @typedef {{ default: { WebSocketServer: ServerClass } }} SocketModule
 */

async function loadPackages() {
  const { Repo } = /** @type {RepoModule} */ (await rival("@automerge/automerge-repo"));
  const { WebSocketClientAdapter, WebSocketServerAdapter } = /** @type {NetworkModule} */ (
    await rival("@automerge/automerge-repo-network-websocket")
  );
  const { NodeFSStorageAdapter } = /** @type {StorageModule} */ (
    await rival("@automerge/automerge-repo-storage-nodefs")
  );
  const { WebSocketServer } = /** @type {SocketModule} */ (await rival("ws")).default;
  return { Repo, WebSocketClientAdapter, WebSocketServerAdapter, NodeFSStorageAdapter, WebSocketServer };
}

/** @returns {Promise<import("../peer-program.mjs").Sender>} */
async function sender() {
  const { Repo, WebSocketClientAdapter, NodeFSStorageAdapter } = await loadPackages();
  /** @type {Repo} */
  let repo;
  /** @type {Network} */
  let network;
  /** @type {Handle[]} */
  let handles = [];
  let messages = 0;
  return {
    open({ folder }) {
      repo = new Repo({ peerId: "sender", storage: new NodeFSStorageAdapter(folder), network: [] });
      return Promise.resolve("");
    },
    async load({ count }) {
      handles = reports(count).map((report) => repo.create(report));
      await repo.flush();
    },
    sync({ port }) {
      messages = 0;
      network = new WebSocketClientAdapter(`ws://127.0.0.1:${port}`);
      const send = network.send.bind(network);
      network.send = (message) => {
        messages += 1;
        send(message);
      };
      network.on("message", () => (messages += 1));
      repo.networkSubsystem.addNetworkAdapter(network);
      return Promise.resolve();
    },
    async change({ count }) {
      for (const index of changedIndexes(count, handles.length)) {
        handles[index]?.change((document) => {
          document.lastContact.place = changed(document).lastContact.place;
        });
      }
      await repo.flush();
    },
    part() {
      repo.networkSubsystem.removeNetworkAdapter(network);
      return Promise.resolve();
    },
    messages: () => Promise.resolve(messages),
  };
}

/** @returns {Promise<import("../peer-program.mjs").Receiver>} */
async function receiver() {
  const { Repo, WebSocketServerAdapter, WebSocketServer, NodeFSStorageAdapter } = await loadPackages();
  /** @type {Repo} */
  let repo;
  /** @type {Set<string>} */
  const whole = new Set();
  /** @type {Set<string>} */
  const renewed = new Set();
  let look = () => undefined;
  const noteSaved = (/** @type {string} */ documentId) => {
    const handle = repo.handles[documentId];
    const place = handle?.isReady() === true ? handle.doc()?.lastContact?.place : undefined;
    if (place === undefined) return;
    whole.add(documentId);
    if (place === CHANGED_PLACE) renewed.add(documentId);
    look();
  };
  return {
    async open({ folder }) {
      const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
      await once(server, "listening");
      const storage = new NodeFSStorageAdapter(folder);
      const save = storage.save.bind(storage);
      // The repo does not tell that a document has come; that it was written can be seen here.
      storage.save = async (key, bytes) => {
        await save(key, bytes);
        noteSaved(String(key[0]));
      };
      repo = new Repo({ peerId: "receiver", storage, network: [new WebSocketServerAdapter(server)] });
      return /** @type {import("node:net").AddressInfo} */ (server.address()).port;
    },
    async received({ records, changed: changes }) {
      await new Promise((/** @type {(value?: undefined) => void} */ resolve) => {
        look = () => {
          if (whole.size === records && renewed.size === changes) resolve();
        };
        look();
      });
      await repo.flush();
    },
  };
}

await servePeer({ sender, receiver });

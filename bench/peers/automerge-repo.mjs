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
 * @property {string} documentId
 * @property {() => boolean} isReady
 * @property {() => BenchReport | undefined} doc
 * @property {() => Promise<void>} whenReady
 * @property {(change: (document: BenchReport) => void) => void} change
 * @property {(event: "heads-changed", listener: () => void) => void} on
 *
 * @typedef {object} Network
 * @property {(message: unknown) => void} send
 * @property {(event: "message", listener: () => void) => void} on
 *
 * @typedef {object} Repo
 * @property {(initial: BenchReport) => Handle} create
 * @property {(event: "document", listener: (payload: { handle: Handle }) => void) => void} on
 * @property {() => Promise<void>} flush
 * @property {{ addNetworkAdapter: (network: Network) => void, removeNetworkAdapter: (network: Network) => void }} networkSubsystem
 *
 * @typedef {new (config: { peerId: string, storage: unknown, network: Network[] }) => Repo} RepoClass
 */

async function loadPackages() {
  const [repo, network, storage, ws] = await Promise.all(
    ["automerge-repo", "automerge-repo-network-websocket", "automerge-repo-storage-nodefs"]
      .map((name) => rival(`@automerge/${name}`))
      .concat(rival("ws")),
  );
  return {
    ...(/** @type {{ Repo: RepoClass }} */ (repo)),
    .../** @type {{ WebSocketClientAdapter: new (url: string) => Network, WebSocketServerAdapter: new (server: unknown) => Network }} */ (
      network
    ),
    .../** @type {{ NodeFSStorageAdapter: new (folder: string) => unknown }} */ (storage),
    .../** @type {{ WebSocketServer: new (options: { port: number, host: string }) => import("ws").WebSocketServer }} */ (
      ws
    ),
  };
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
  let look = () => {};
  const note = (/** @type {Handle} */ handle) => {
    const place = handle.isReady() ? handle.doc()?.lastContact?.place : undefined;
    if (place === undefined) return;
    whole.add(handle.documentId);
    if (place === CHANGED_PLACE) renewed.add(handle.documentId);
    look();
  };
  return {
    async open({ folder }) {
      const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
      await once(server, "listening");
      const network = [new WebSocketServerAdapter(server)];
      repo = new Repo({ peerId: "receiver", storage: new NodeFSStorageAdapter(folder), network });
      repo.on("document", ({ handle }) => {
        handle.on("heads-changed", () => note(handle));
        note(handle);
      });
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

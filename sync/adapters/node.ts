/** What the sync layer needs of Node: disk, sockets, local discovery, time. Loads the shim first. */
import "./shim.node.ts";
export { openLevelStore } from "./leveldb.node.ts";
export { createNodeTransport } from "./libp2p/node-transport.ts";
export { systemClock } from "./system-clock.ts";

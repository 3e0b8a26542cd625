/** What the sync layer needs of Node: disk, sockets, local discovery, time. Loads the shim first. */
import "./shim.node.ts";
import type { Transport } from "../channel.ts";
import type { NodeTransportInit } from "./libp2p/node-transport.ts";

export { openLevelStore } from "./leveldb.node.ts";
export { systemClock } from "./system-clock.ts";

/** Starts a node of libp2p, which is loaded only now: most commands of the command line need no network. */
export const createNodeTransport = async (init: NodeTransportInit): Promise<Transport> => {
  const transport = await import("./libp2p/node-transport.ts");
  return transport.createNodeTransport(init);
};

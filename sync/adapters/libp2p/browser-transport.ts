/**
 * The transport of a browser, in a page or a worker: dials by WebSocket, listens nowhere, and takes
 * a new identity at each start. Works without `crypto.subtle`, so on plain-http origins too.
 */
import "../with-resolvers.ts";
import { webSockets } from "@libp2p/websockets";
import { createLibp2p } from "libp2p";
import type { Transport } from "../../channel.ts";
import { libp2pTransport, sharedOptions } from "./libp2p-transport.ts";

/** Starts a node that only dials: addresses with `/ws` or `/wss` at their end. */
export async function createBrowserTransport(): Promise<Transport> {
  const node = await createLibp2p({
    ...sharedOptions(),
    addresses: { listen: [] },
    transports: [webSockets()],
  });
  return libp2pTransport(node, null);
}

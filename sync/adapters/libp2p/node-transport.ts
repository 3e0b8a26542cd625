/**
 * The transport of a Node process: TCP and WebSockets, and discovery on the local network if wanted.
 * Its identity is a key made at each start, so that a laptop cannot be followed; a hub that relays or
 * is relayed gives a key that it keeps, and can be.
 */
import "../shim.node.ts";
import { generateKeyPairFromSeed } from "@libp2p/crypto/keys";
import { tcp } from "@libp2p/tcp";
import { webSockets } from "@libp2p/websockets";
import { createLibp2p } from "libp2p";
import type { Transport } from "../../channel.ts";
import { withoutPeer } from "./addresses.ts";
import { libp2pTransport, sharedOptions } from "./libp2p-transport.ts";
import { startMdns } from "./mdns-discovery.ts";

export interface NodeTransportInit {
  /** Multiaddrs such as `/ip4/0.0.0.0/tcp/0` and `/ip4/0.0.0.0/tcp/4040/ws`; none: dials only. */
  readonly listen: readonly string[];
  /** Announces this node on the local network and looks for others. */
  readonly mdns: boolean;
  /** 32 secret bytes for an identity that stays the same. Default: a new one. */
  readonly transportKey?: Uint8Array;
}

/** Starts a node. Rejects when it cannot listen at an address (taken, or no multiaddr). */
export async function createNodeTransport(init: NodeTransportInit): Promise<Transport> {
  const { listen, transportKey } = init;
  const identity =
    transportKey === undefined ? {} : { privateKey: await generateKeyPairFromSeed("Ed25519", transportKey) };
  const node = await createLibp2p({
    ...sharedOptions(),
    ...identity,
    addresses: { listen: [...listen] },
    transports: [tcp({ listenOpts: { noDelay: true }, dialOpts: { noDelay: true } }), webSockets()],
  });
  const addresses = (): readonly string[] =>
    node.getMultiaddrs().map((address) => withoutPeer(address).toString());
  const discovery = init.mdns ? await startMdns({ addresses, logger: node.logger }) : null;
  return libp2pTransport(node, discovery);
}

/**
 * Finding each other on the local network by multicast DNS (docs/protocol.md, "Discovery"). Runs beside
 * the libp2p node instead of inside it: what strangers announce never reaches its address book, and what
 * we announce carries a throwaway identity, so that nobody can follow a device from network to network.
 */
import { generateKeyPair } from "@libp2p/crypto/keys";
import { type ComponentLogger, type PeerInfo, start, stop } from "@libp2p/interface";
import { mdns } from "@libp2p/mdns";
import { peerIdFromPrivateKey } from "@libp2p/peer-id";
import { multiaddr } from "@multiformats/multiaddr";
import type { Discovered } from "../../channel.ts";
import { isLocalAddress, withoutPeer } from "./addresses.ts";
import type { Discovery } from "./libp2p-transport.ts";

/** The name of our service on the local network. */
export const SERVICE_TAG = "_vereda._udp.local";

const MAX_ADDRESSES = 8;
const MAX_PEERS = 64;
const WINDOW_MS = 60_000;

export interface AnnouncementsInit {
  /** Milliseconds; only differences count. */
  readonly now: () => number;
}

/**
 * What is taken of the announcements that arrive: addresses on the local network, at most 8 of a peer,
 * and no more than 64 peers a minute, whoever floods the network. Null for what is passed over.
 */
export function createAnnouncements({
  now,
}: AnnouncementsInit): (peer: string, addresses: readonly string[]) => Discovered | null {
  let since = now();
  let heard = new Set<string>();
  return (peer, addresses) => {
    if (Math.abs(now() - since) > WINDOW_MS) {
      since = now();
      heard = new Set();
    }
    if (heard.size >= MAX_PEERS && !heard.has(peer)) return null;
    const local = addresses.filter(isLocalAddress).slice(0, MAX_ADDRESSES);
    if (local.length === 0) return null;
    heard.add(peer);
    return { addresses: local };
  };
}

export interface MdnsInit {
  /** Where this node listens now. Only addresses on the local network are announced. */
  readonly addresses: () => readonly string[];
  readonly logger: ComponentLogger;
}

/** Announces this node and listens for others, until stopped. */
export async function startMdns({ addresses, logger }: MdnsInit): Promise<Discovery> {
  const alias = peerIdFromPrivateKey(await generateKeyPair("Ed25519"));
  const announced = (): ReturnType<typeof multiaddr>[] =>
    addresses()
      .filter(isLocalAddress)
      .slice(0, MAX_ADDRESSES)
      .map((address) => multiaddr(`${address}/p2p/${alias.toString()}`));
  type Components = Parameters<ReturnType<typeof mdns>>[0];
  // Of the address manager it asks for nothing but this.
  const addressManager = { getAddresses: announced } as unknown as Components["addressManager"];
  const discovery = mdns({ serviceTag: SERVICE_TAG })({ addressManager, logger });
  const take = createAnnouncements({ now: () => performance.now() });
  const handlers = new Set<(peer: Discovered) => void>();
  discovery.addEventListener("peer", ({ detail }: CustomEvent<PeerInfo>) => {
    const texts = detail.multiaddrs.map((address) => withoutPeer(address).toString());
    const discovered = take(detail.id.toString(), texts);
    if (discovered !== null) for (const handler of handlers) handler(discovered);
  });
  await start(discovery);
  return {
    onDiscovered: (handler) => {
      handlers.add(handler);
    },
    stop: () => stop(discovery),
  };
}

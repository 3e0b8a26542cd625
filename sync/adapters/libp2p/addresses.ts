/**
 * Which addresses may be announced to the local network, and dialled because somebody there announced
 * them: private and link-local ones of a host, with a port, and nothing else (docs/protocol.md,
 * "Discovery"). Anybody on the Wi-Fi can announce anything.
 */
import { type Component, type Multiaddr, multiaddr } from "@multiformats/multiaddr";

/** The address in its usual spelling, without a transport identity; null for text that is none. */
export function parseAddress(text: string): string | null {
  try {
    return withoutPeer(multiaddr(text)).toString();
  } catch {
    return null;
  }
}

/** The address without a transport identity at its end. */
export function withoutPeer(address: Multiaddr): Multiaddr {
  const isPeer = address.getComponents().at(-1)?.name === "p2p";
  return isPeer ? address.decapsulate("/p2p") : address;
}

/**
 * Whether an address is one of a host on the local network, by TCP or WebSocket: not this host's
 * loopback, and no name that somebody would have to look up.
 */
export function isLocalAddress(text: string): boolean {
  const address = parseAddress(text);
  if (address === null) return false;
  const [host, port, ...rest] = multiaddr(address).getComponents();
  const isTcp = port?.name === "tcp" && Number(port.value) > 0;
  const isPlain = rest.every(({ name }, at) => at === 0 && name === "ws");
  return isTcp && isPlain && host !== undefined && isLocalHost(host);
}

function isLocalHost({ name, value = "" }: Component): boolean {
  if (name === "ip4") return isLocalIp4(value);
  return name === "ip6" && isLocalIp6(value);
}

function isLocalIp4(text: string): boolean {
  const [a = -1, b = -1] = text.split(".").map(Number);
  if (a === 10 || (a === 192 && b === 168)) return true;
  return (a === 172 && b >= 16 && b <= 31) || (a === 169 && b === 254);
}

// fc00::/7 and fe80::/10. Addresses that begin with "::" (loopback, mapped IPv4) are neither.
function isLocalIp6(text: string): boolean {
  const first = text.split(":")[0] ?? "";
  if (!/^[0-9a-f]{4}$/i.test(first)) return false;
  const value = Number.parseInt(first, 16);
  return (value & 0xfe00) === 0xfc00 || (value & 0xffc0) === 0xfe80;
}

/** Where this machine is on its local networks: its private IPv4 addresses, and its name there. */
import { BlockList } from "node:net";
import { hostname, networkInterfaces } from "node:os";
import { PRIVATE_NETWORKS } from "./name-constraints.ts";

const privateNetworks = new BlockList();
for (const [network, bits] of PRIVATE_NETWORKS) privateNetworks.addSubnet(network, bits, "ipv4");

/** Private and link-local addresses only: a page is never served to the internet. */
export const isLanAddress = (address: string): boolean => privateNetworks.check(address, "ipv4");

/** As a label of a name that others can look up; null for a machine whose name is none. */
function localName(name: string): string | null {
  const label = name.split(".", 1)[0]?.toLowerCase() ?? "";
  return /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/u.test(label) && label !== "localhost"
    ? `${label}.local`
    : null;
}

/** Addresses first. Empty where there is no network. */
export function lanNames(): readonly string[] {
  const addresses = Object.values(networkInterfaces())
    .flatMap((some) => some ?? [])
    .filter(({ family, address, internal }) => family === "IPv4" && !internal && isLanAddress(address))
    .map(({ address }) => address);
  const name = localName(hostname());
  return addresses.length === 0 ? [] : [...new Set(addresses), ...(name === null ? [] : [name])];
}

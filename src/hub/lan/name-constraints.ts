/**
 * What a house's authority may vouch for (RFC 5280, 4.2.1.10): private and link-local addresses and names
 * under `.local`. A phone that installs it does not trust it for anything else, whoever steals its key.
 * The library has no class for this extension, so its few bytes of DER are made here.
 */

const SEQUENCE = 0x30;
const PERMITTED = 0xa0;
const DNS_NAME = 0x82;
const IP_ADDRESS = 0x87;
/** Networks that nobody reaches from elsewhere, and how many of their bits are fixed. */
export const PRIVATE_NETWORKS = [
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["169.254.0.0", 16],
] as const;

const IP4_BITS = 32;

/** Address and mask, eight bytes. */
function network([address, bits]: (typeof PRIVATE_NETWORKS)[number]): Uint8Array {
  const bytes = new Uint8Array(8);
  bytes.set(address.split(".").map(Number));
  new DataView(bytes.buffer).setUint32(4, 2 ** IP4_BITS - 2 ** (IP4_BITS - bits));
  return bytes;
}

/** One element whose contents are shorter than 128 bytes. */
const element = (tag: number, ...contents: readonly Uint8Array[]): Uint8Array => {
  const length = contents.reduce((sum, { length: part }) => sum + part, 0);
  if (length > 127) throw new RangeError("the length needs another form");
  return Uint8Array.from([tag, length, ...contents.flatMap((part) => [...part])]);
};

/** The extension's value. */
export function nameConstraints(): Uint8Array<ArrayBuffer> {
  const names = [
    element(DNS_NAME, new TextEncoder().encode("local")),
    ...PRIVATE_NETWORKS.map((one) => element(IP_ADDRESS, network(one))),
  ];
  const permitted = element(PERMITTED, ...names.map((name) => element(SEQUENCE, name)));
  return Uint8Array.from(element(SEQUENCE, permitted));
}

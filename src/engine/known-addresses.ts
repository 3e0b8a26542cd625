/**
 * Where other devices were reached: for the next sync, and for an invite's code. Sealed at rest: an
 * address can tell where a house is.
 */
import { fromUtf8, unwrap, utf8, wrap, type RandomBytes } from "#crypto";
import type { Store } from "#sync";

export interface KnownAddresses {
  /** Latest first. */
  all(): readonly string[];
  add(address: string): Promise<void>;
}

export interface KnownAddressesOptions {
  readonly store: Store;
  readonly key: Uint8Array;
  readonly random: RandomBytes;
}

const KEY = "addresses";
const DOMAIN = "vereda/addresses/1";
const MOST = 8;

export async function openAddresses({ store, key, random }: KnownAddressesOptions): Promise<KnownAddresses> {
  const context = utf8(KEY);
  const wrapped = await store.get(KEY);
  const plain = wrapped === null ? null : unwrap({ key, domain: DOMAIN, context, wrapped });
  const text = plain === null ? null : fromUtf8(plain);
  let known: readonly string[] = text === null || text === "" ? [] : text.split("\n");
  return {
    all: () => known,
    async add(address) {
      if (known[0] === address) return;
      known = [address, ...known.filter((other) => other !== address)].slice(0, MOST);
      const plaintext = utf8(known.join("\n"));
      await store.put([{ key: KEY, value: wrap({ key, domain: DOMAIN, context, plaintext, random }) }]);
    },
  };
}

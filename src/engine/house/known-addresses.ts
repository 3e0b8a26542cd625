/**
 * Where other devices were reached: for the next sync, and for an invite's code. Sealed at rest: an
 * address can tell where a house is.
 */
import { fromUtf8, unwrap, utf8, wrap, type RandomBytes } from "#crypto";
import type { Store } from "#sync";
import type { VaultId } from "../api/index.ts";

export interface KnownAddresses {
  /** Latest first. */
  all(): readonly string[];
  add(address: string): Promise<void>;
}

export interface KnownAddressesOptions {
  readonly store: Store;
  readonly vault: VaultId;
  readonly key: Uint8Array;
  readonly random: RandomBytes;
}

const DOMAIN = "vereda/addresses/1";
const MOST = 8;

export async function openAddresses(options: KnownAddressesOptions): Promise<KnownAddresses> {
  const { store, vault, key, random } = options;
  const name = `addresses/${vault}`;
  const context = utf8(name);
  const wrapped = await store.get(name);
  const plain = wrapped === null ? null : unwrap({ key, domain: DOMAIN, context, wrapped });
  const text = plain === null ? null : fromUtf8(plain);
  let known: readonly string[] = text === null || text === "" ? [] : text.split("\n");
  return {
    all: () => known,
    async add(address) {
      if (known[0] === address) return;
      known = [address, ...known.filter((other) => other !== address)].slice(0, MOST);
      const plaintext = utf8(known.join("\n"));
      await store.put([{ key: name, value: wrap({ key, domain: DOMAIN, context, plaintext, random }) }]);
    },
  };
}

/**
 * What was opened once need not be opened again: a keyring is built anew after each change of the
 * membership, and opening a box costs milliseconds in a browser. Holds secrets: drop it on lock.
 */
import { type AgreePair, dropPairOf, type SpaceKey, toText } from "#crypto";

/** Shared by the keyrings of one unlocked vault, one after another. */
export interface SecretCache {
  /** Runs `open` once for each name; every part of the name must be what the result depends on. */
  once: <T>(name: readonly Uint8Array[], open: () => Promise<T>) => Promise<T>;
  dropPair: (key: SpaceKey) => AgreePair;
}

/** An empty cache. */
export function createSecretCache(): SecretCache {
  const opened = new Map<string, Promise<unknown>>();
  const drops = new Map<string, AgreePair>();
  return {
    once: <T>(name: readonly Uint8Array[], open: () => Promise<T>): Promise<T> => {
      const key = name.map(toText).join(".");
      const known = opened.get(key) as Promise<T> | undefined;
      if (known !== undefined) return known;
      const opening = open();
      opened.set(key, opening);
      return opening;
    },
    dropPair: (key) => {
      const name = toText(key);
      const pair = drops.get(name) ?? dropPairOf(key);
      drops.set(name, pair);
      return pair;
    },
  };
}

/** Names a public key in a {@link SecretCache} and in maps. */
export const keyText = (key: Uint8Array): string => toText(key);

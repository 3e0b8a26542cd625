/** A cache of opened boxes over another one that is only read: copies of a device do not open the same again. */
import { type AgreePair, dropPairOf, type SpaceKey, toText } from "#crypto";
import type { SecretCache } from "../../sync/membership/secret-cache.ts";

export class LayeredCache implements SecretCache {
  readonly #below: LayeredCache | null;
  readonly #opened = new Map<string, Promise<unknown>>();
  readonly #drops = new Map<string, AgreePair>();

  constructor(below: LayeredCache | null = null) {
    this.#below = below;
  }

  once = <T>(name: readonly Uint8Array[], open: () => Promise<T>): Promise<T> => {
    const key = name.map(toText).join(".");
    const opening = this.#find(key) ?? open();
    this.#opened.set(key, opening);
    return opening as Promise<T>;
  };

  dropPair = (key: SpaceKey): AgreePair => {
    const name = toText(key);
    const pair = this.#drops.get(name) ?? dropPairOf(key);
    this.#drops.set(name, pair);
    return pair;
  };

  #find(key: string): Promise<unknown> | undefined {
    const known = this.#opened.get(key);
    return known !== undefined || this.#below === null ? known : this.#below.#find(key);
  }
}

/**
 * A small map that forgets what was used longest ago, for keys that a platform has parsed. Not for
 * correctness: forgetting only costs the time to parse again.
 */

/** Keeps at most `capacity` values. */
export class BoundedCache<V> {
  readonly #values = new Map<string, V>();
  readonly #capacity: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** The value under `key`, made now if it is not here. */
  getOrMake(key: string, make: () => V): V {
    const known = this.#values.get(key);
    if (known !== undefined) {
      // A Map keeps insertion order: putting it back makes it the youngest.
      this.#values.delete(key);
      this.#values.set(key, known);
      return known;
    }
    const made = make();
    if (this.#values.size >= this.#capacity) {
      const [oldest] = this.#values.keys();
      if (oldest !== undefined) this.#values.delete(oldest);
    }
    this.#values.set(key, made);
    return made;
  }

  delete(key: string): void {
    this.#values.delete(key);
  }
}

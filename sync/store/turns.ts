/**
 * Turns: work under the same name happens one after another, in the order of asking. Keeps a check
 * and the write that relies on it together.
 */

/** Runs `work` when every earlier work that shares one of its names has ended. */
export type Turns = <T>(names: readonly string[], work: () => Promise<T>) => Promise<T>;

/** Makes an independent set of turns. A work must not wait for another turn of the same set. */
export function createTurns(): Turns {
  const last = new Map<string, Promise<void>>();
  const nothing = (): void => undefined;
  return async (names, work) => {
    // All names are taken in one step, so two works that share two names cannot wait for each other.
    const before = names.map((name) => last.get(name) ?? Promise.resolve());
    const mine = Promise.all(before).then(work);
    const ended = mine.then(nothing, nothing);
    for (const name of names) last.set(name, ended);
    try {
      return await mine;
    } finally {
      for (const name of names) if (last.get(name) === ended) last.delete(name);
    }
  };
}

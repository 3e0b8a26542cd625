/** That a house can be taken for others, in words; nothing where it cannot. */
import type { NamedSite } from "#engine";

export const warnOfAlike = (
  alike: readonly NamedSite[],
  word: (names: string) => string,
): readonly string[] => (alike.length === 0 ? [] : [word(alike.map(({ name }) => name).join(", "))]);

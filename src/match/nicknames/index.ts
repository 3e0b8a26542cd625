/**
 * The door of nicknames: what the reviewed lists tie to a name, and what can have been formed from one. All words are
 * folded; how the lists are made is in docs/nicknames.md.
 */
import { book, forms } from "./book.ts";
import type { Tie } from "./ties.ts";

export { isByname } from "./bynames.ts";
export { formationsOf, formedFrom } from "./formation.ts";
export { type Shape, shapeOf, soundPairsOf } from "./shape.ts";
export type { Tie } from "./ties.ts";

const NONE: readonly Tie[] = [];

/**
 * The names that a nickname may stand for, likeliest first; the weight is the part of the people called so who have the
 * name, together at most 1. A word such as "jose maria" is two given names.
 */
export const namesOf = (nickname: string): readonly Tie[] => book().names.get(nickname) ?? NONE;

/** Every nickname of the lists. */
export const listedNicknames = (): Iterable<string> => book().names.keys();

/** The nicknames that somebody of this name (or two names, "jose maria") may be called by; the same weights. */
export const nicknamesOf = (name: string): readonly Tie[] => book().nicknames.get(name) ?? NONE;

/** Other forms of a name: from another language, or spelled as sound does not show. The same both ways. */
export const variantsOf = (name: string): readonly Tie[] => forms().get(name) ?? NONE;

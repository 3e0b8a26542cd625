/** What a diminutive or augmentative may have been made of: "chepito" of "chepe", "carlitos" of "carlos". */
import { said } from "./shape.ts";

export interface Base {
  /** As it is said. */
  readonly said: string;
  readonly weight: number;
}

interface Suffix {
  readonly end: string;
  readonly weight: number;
  /** What the suffix may have taken the place of. */
  readonly before: readonly string[];
}

const OPEN = ["", "o", "a", "e", "i"];
const CLOSED = ["", "e"];
const PLURAL = ["os", "as", "es"];

const suffixes = (ends: string, weight: number, before: readonly string[]): readonly Suffix[] =>
  ends.split(" ").map((end) => ({ end: said(end), weight, before }));

const SUFFIXES: readonly Suffix[] = [
  ...suffixes("ito ita", 0.9, OPEN),
  ...suffixes("itos itas", 0.9, PLURAL),
  ...suffixes("cito cita ecito ecita", 0.9, CLOSED),
  ...suffixes("citas citos", 0.8, ["", "es"]),
  ...suffixes("illo illa", 0.7, OPEN),
  ...suffixes("ucho ucha uchi ico ica", 0.6, OPEN),
  ...suffixes("in ina", 0.5, OPEN),
  ...suffixes("on ona ote ota azo uco uca is elo", 0.4, OPEN),
];

const SHORTEST = 3;

const allBasesOf = (sound: string): readonly Base[] =>
  SUFFIXES.filter(({ end }) => sound.endsWith(end)).flatMap(({ end, weight, before }) => {
    const stem = sound.slice(0, -end.length);
    return before
      .map((last) => ({ said: stem + last, weight }))
      .filter((base) => base.said.length >= SHORTEST);
  });

/** The words that `word` may be a diminutive of; none where it ends like none. */
export function basesOf(word: string): readonly Base[] {
  const bases = new Map<string, number>();
  for (const { said: base, weight } of allBasesOf(said(word)))
    bases.set(base, Math.max(weight, bases.get(base) ?? 0));
  return [...bases].map(([base, weight]) => ({ said: base, weight }));
}

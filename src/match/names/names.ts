/**
 * Names taken apart as they are used in Mexico, Central America and Haiti: words without "de" and "la", with common
 * abbreviations written out, initials told from words.
 */
import { isNameParticle, type Word, wordOf, wordsOf } from "../words/words.ts";

export type Role = "given" | "surname" | "alternate";

export interface NamePart {
  readonly word: Word;
  /** One letter, as of "J." */
  readonly isInitial: boolean;
  /** Stood after "de", "del" or "de la": part of a compound, or a husband's name. */
  readonly afterParticle: boolean;
}

/** Written short so often that nobody means anything else by it. */
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ma: "maria",
    mª: "maria",
    fco: "francisco",
    fca: "francisca",
    gpe: "guadalupe",
    gmo: "guillermo",
    sta: "santa",
    sto: "santo",
    hdz: "hernandez",
    hndz: "hernandez",
    hdez: "hernandez",
    fdz: "fernandez",
    fdez: "fernandez",
    mtz: "martinez",
    mtnz: "martinez",
    rdz: "rodriguez",
    rdgz: "rodriguez",
    rguez: "rodriguez",
    gzz: "gonzalez",
    glez: "gonzalez",
    glz: "gonzalez",
    gtz: "gutierrez",
    dguez: "dominguez",
    lpz: "lopez",
    prz: "perez",
    sz: "sanchez",
    snchz: "sanchez",
    vzqz: "vazquez",
    vzq: "vazquez",
    rmz: "ramirez",
    jmz: "jimenez",
    alv: "alvarez",
  }),
);

const MOST_PARTS = 12;

/** The words of a name in the order in which they stand. */
export function namePartsOf(name: string): readonly NamePart[] {
  const parts: NamePart[] = [];
  let afterParticle = false;
  for (const word of wordsOf(name)) {
    // no name begins with "and": that is an initial
    const isAnd = word.folded.length === 1;
    if (isNameParticle(word) && !(isAnd && parts.length === 0)) {
      afterParticle = true;
      continue;
    }
    const written = ABBREVIATIONS.get(word.folded);
    const isInitial = word.folded.length === 1 && !afterParticle;
    parts.push({
      word: written === undefined ? word : wordOf(written, word.raw),
      isInitial,
      afterParticle,
    });
    afterParticle = false;
    if (parts.length === MOST_PARTS) break;
  }
  return parts;
}

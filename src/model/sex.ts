/**
 * Sex as the person tells it, from the words and letters of lists in Spanish, English, French and
 * Portuguese. A lone "M" is refused: it is "mujer" in Mexican papers and "male" elsewhere, and a
 * wrong guess hides the person from every search.
 */
import { bad, ok, type Read } from "./read.ts";
import { foldedWords } from "./text.ts";

export const SEXES = ["male", "female", "other"] as const;
export type Sex = (typeof SEXES)[number];

const WORDS: Readonly<Record<Sex, readonly string[]>> = {
  male: [
    "male",
    "hombre",
    "h",
    "masculino",
    "masc",
    "varon",
    "man",
    "boy",
    "nino",
    "homme",
    "homem",
    "gason",
  ],
  female: [
    "female",
    "mujer",
    "f",
    "femenino",
    "femenina",
    "fem",
    "woman",
    "girl",
    "nina",
    "femme",
    "mulher",
    "fanm",
  ],
  other: [
    "other",
    "otro",
    "otra",
    "x",
    "no binario",
    "no binaria",
    "nonbinary",
    "non binary",
    "autre",
    "outro",
    "lot",
  ],
};

/** Reads a sex; the letter M alone is ambiguous. */
export function readSex(input: unknown): Read<Sex> {
  if (typeof input !== "string") return bad("wrong-type");
  const text = foldedWords(input).join(" ");
  if (text === "m") return bad("ambiguous-sex");
  const sex = SEXES.find((one) => WORDS[one].includes(text));
  return sex === undefined ? bad("unknown-sex") : ok(sex);
}

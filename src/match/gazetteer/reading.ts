/**
 * The parts of a written town: what stands between commas, without the words before a name ("por", "cerca de",
 * "aldea", "municipio de"). Knows no place.
 */
import type { Word } from "../words/words.ts";
import { isLittle, townWords } from "./town-words.ts";

export interface Segment {
  /** As written, and again without each word before the name. Never empty; the last is the barest. */
  readonly forms: readonly (readonly Word[])[];
  /** A neighbourhood: the town comes after it. */
  readonly isWithinTown: boolean;
}

const NEIGHBOURHOODS = "colonia barrio residencial sector reparto urbanizacion fraccionamiento".split(" ");

const BEFORE = new Set(
  [
    "por",
    "cerca",
    "cerquita",
    "cercano",
    "cercana",
    "lado",
    "rumbo",
    "hacia",
    "desde",
    "en",
    "al",
    "a",
    "un",
  ].concat(
    [
      "aldea",
      "caserio",
      "canton",
      "municipio",
      "municipalidad",
      "departamento",
      "estado",
      "provincia",
      "una",
    ],
    [
      "pueblo",
      "pueblito",
      "comunidad",
      "vereda",
      "paraje",
      "rancheria",
      "rancho",
      "ejido",
      "poblado",
      "zona",
    ],
    ["alrededores", "afueras", "frontera", "ciudad", "parte", "area", "region", "vive", "vivia", "es", "era"],
    [
      "viene",
      "originario",
      "originaria",
      "nacio",
      "nacido",
      "nacida",
      "natural",
      "salio",
      "como",
      "creo",
      "que",
    ],
    ["near", "from", "of", "the", "town", "city", "tout", "pres", "toupre", "bo", "vil", "komin", "commune"],
    [...NEIGHBOURHOODS, "parcelamiento"],
    ["finca", "hacienda", "section", "seksyon", "katye", "lotificacion", "asentamiento", "cooperativa"],
  ),
);
const WITHIN_TOWN = new Set([...NEIGHBOURHOODS, "katye", "lotificacion", "asentamiento", "zona"]);

const PARTS = /[,;:/|()[\]\n\r\t]+|\s[-–—]\s/u;
const MOST_PARTS = 6;
const LONGEST_TEXT = 400;

const firstOf = (words: readonly Word[]): string => words[0]?.folded ?? "";

function segmentOf(text: string): Segment | null {
  let words = townWords(text);
  if (words.length === 0) return null;
  const forms = [words];
  let isWithinTown = false;
  while (words.length > 1 && (BEFORE.has(firstOf(words)) || isLittle(firstOf(words)))) {
    const first = firstOf(words);
    isWithinTown ||= WITHIN_TOWN.has(first);
    words = words.slice(1);
    if (BEFORE.has(first)) forms.push(words);
  }
  return { forms, isWithinTown };
}

/** What stands between commas, in the order of writing; empty for a text without letters or digits. */
export const segmentsOf = (text: string): readonly Segment[] =>
  text
    .slice(0, LONGEST_TEXT)
    .split(PARTS, MOST_PARTS)
    .map(segmentOf)
    .filter((segment) => segment !== null);

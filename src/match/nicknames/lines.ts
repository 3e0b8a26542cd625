/** Reads the lines of the lists: `Head 3: Item, Item 0.5, Item`. They are part of the program, so a fault is thrown. */
import { fold } from "../words/words.ts";

export interface Item {
  readonly word: string;
  /** What the line says; null where it leaves that open. */
  readonly weight: number | null;
}

export interface Line {
  /** Folded; of two names without what stands between them ("maria carmen"). */
  readonly head: string;
  readonly number: number;
  readonly items: readonly Item[];
}

const LINE = /^(?<head>[\p{L}\p{M}' ]+) (?<number>[\d.]+): (?<items>.+)$/u;
const ITEM = /^(?<word>[\p{L}\p{M}']+)(?: (?<weight>[\d.]+))?$/u;
const BETWEEN = new Set(["de", "del", "la", "las", "los"]);
const MOST_NAMES = 2;

export function fault(where: string, what: string): Error {
  return new Error(`Nickname list, "${where}": ${what}.`);
}

function readItem(text: string, line: string): Item {
  const found = ITEM.exec(text.trim())?.groups;
  if (found === undefined)
    throw fault(line, `cannot read "${text.trim()}", expected one word and perhaps a weight`);
  const { word = "", weight } = found;
  const value = weight === undefined ? null : Number(weight);
  if (value !== null && !(value > 0 && value <= 1))
    throw fault(line, `the weight of "${word}" is not above 0 and up to 1`);
  return { word: fold(word), weight: value };
}

function readHead(text: string, line: string): string {
  const names = fold(text)
    .split(" ")
    .filter((word) => !BETWEEN.has(word));
  if (names.length > MOST_NAMES) throw fault(line, "more than two names");
  return names.join(" ");
}

function readLine(line: string): Line {
  const found = LINE.exec(line)?.groups;
  if (found === undefined) throw fault(line, "expected a name, a number, a colon and words");
  const head = readHead(found["head"] ?? "", line);
  const items = (found["items"] ?? "").split(",").map((text) => readItem(text, line));
  const words = new Set(items.map(({ word }) => word));
  if (words.size < items.length) throw fault(line, "a word stands there twice");
  if (words.has(head)) throw fault(line, "a word is the name itself");
  return { head, number: Number(found["number"]), items };
}

export const readLines = (text: string): readonly Line[] =>
  text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map(readLine);

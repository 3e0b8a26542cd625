/**
 * How close two words are, from 0 to 1, and in which way, so that a result can say why it is there.
 */
import type { Word } from "./words.ts";

/** The same letters; the same sound; the beginning; a slip or two apart. */
export type How = "same" | "sounds" | "begins" | "similar";

export interface Closeness {
  readonly how: How;
  readonly value: number;
}

const SOUNDS_ALIKE = 0.93;
const BEGINS = 0.8;
const SLIP = 0.9;
const SHORTEST_BEGINNING = 2;
/** Letters that may differ, as a part of the longer word. */
const TOLERANCE = 0.34;

/** One row of the table of edits, and the two before it. */
interface Rows {
  readonly before: readonly number[];
  readonly last: readonly number[];
}

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY;

function nextRow([a, b]: readonly [string, string], i: number, { before, last }: Rows): readonly number[] {
  const next = [i];
  for (let j = 1; j <= b.length; j += 1) {
    const replaced = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
    const swaps = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    const swapped = swaps ? at(before, j - 2) + 1 : replaced;
    next.push(Math.min(at(last, j) + 1, at(next, j - 1) + 1, replaced, swapped));
  }
  return next;
}

/** Edits between two words (insert, delete, replace, swap neighbours). */
export function distance(a: string, b: string): number {
  let rows: Rows = { before: [], last: Array.from({ length: b.length + 1 }, (_, column) => column) };
  for (let i = 1; i <= a.length; i += 1) rows = { before: rows.last, last: nextRow([a, b], i, rows) };
  return at(rows.last, b.length);
}

/** How close an asked word is to a stored one; null when they are not. */
export function closeness(asked: Word, found: Word): Closeness | null {
  if (asked.folded === found.folded) return { how: "same", value: 1 };
  if (asked.sound === found.sound) return { how: "sounds", value: SOUNDS_ALIKE };
  if (asked.folded.length >= SHORTEST_BEGINNING && found.folded.startsWith(asked.folded))
    return { how: "begins", value: BEGINS };
  const longer = Math.max(asked.sound.length, found.sound.length);
  const edits = distance(asked.sound, found.sound);
  return edits > Math.floor(longer * TOLERANCE)
    ? null
    : { how: "similar", value: SLIP * (1 - edits / longer) };
}

/** Edits between two words, all counted alike; `slips.ts` weighs them by ear and finger. */

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

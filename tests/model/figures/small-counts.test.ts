/**
 * DP24: what is shown of counts tells of no count of 1 to 4. Every table of a size is made and held against every other one
 * that looks the same, so that who knows the rule is judged, and not only who adds and subtracts.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Shown, shownParts, shownTotal } from "../../../src/model/figures/small-counts.ts";

type Show = (counts: readonly number[]) => readonly unknown[];

const isFew = (count: number): boolean => count >= 1 && count <= 4;
const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

/** Every way to part a total into so many groups. */
function* partings(total: number, groups: number): Iterable<readonly number[]> {
  if (groups === 1) yield [total];
  else
    for (let first = 0; first <= total; first += 1)
      for (const rest of partings(total - first, groups - 1)) yield [first, ...rest];
}

/** Tables of which a count of few can be told from what is shown of them, and the place of that count. */
function told(
  show: Show,
  { groups, most }: { readonly groups: number; readonly most: number },
): readonly string[] {
  const alike = new Map<string, (readonly number[])[]>();
  for (let total = 0; total <= most; total += 1)
    for (const table of partings(total, groups)) {
      const look = JSON.stringify(show(table));
      alike.set(look, [...(alike.get(look) ?? []), table]);
    }
  return [...alike.values()].flatMap((tables) =>
    tables[0]!.flatMap((count, at) =>
      isFew(count) && tables.every((table) => table[at] === count)
        ? [`${tables[0]!.join(" ")} at ${String(at)}`]
        : [],
    ),
  );
}

const shown: Show = (counts) => [shownTotal(sum(counts)), ...shownParts(counts)];

/** Past these every step of the rule has been met: all groups few, all ones, all fours, and one that is not few. */
const SIZES = [
  { groups: 2, most: 40 },
  { groups: 3, most: 36 },
  { groups: 4, most: 26 },
  { groups: 5, most: 21 },
  { groups: 6, most: 15 },
  { groups: 7, most: 12 },
] as const;

describe("DP24 what is shown of counts", () => {
  test.each(SIZES)("tells of no count of 1 to 4, of $groups groups up to $most people", (size) => {
    expect(told(shown, size)).toEqual([]);
  });

  const total = (counts: readonly number[]) => shownTotal(sum(counts));
  const controls: Readonly<Record<string, Show>> = {
    "without any suppression": (counts) => counts,
    "with nothing hidden beside a small count": (counts) => [
      total(counts),
      ...counts.map((count) => (isFew(count) ? "<5" : count)),
    ],
    "with two signs": (counts) => [
      total(counts),
      ...shownParts(counts).map((cell, at) => (cell === "*" && isFew(counts[at]!) ? "<5" : cell)),
    ],
    "with the smallest sacrificed": (counts) => {
      const few = counts.filter(isFew);
      const smallest = Math.min(...counts.filter((count) => count >= 5));
      const beside = few.length === 1 ? counts.indexOf(smallest) : -1;
      return [total(counts), ...counts.map((count, at) => (isFew(count) || at === beside ? "*" : count))];
    },
    "with sums at the edge": (counts) => {
      const few = counts.filter(isFew);
      const isOpen = few.length > 1 && sum(few) >= 5 && sum(few) > few.length && sum(few) < 4 * few.length;
      return isOpen ? [total(counts), ...counts.map((count) => (isFew(count) ? "*" : count))] : shown(counts);
    },
  };
  test.each(Object.entries(controls))("would tell of some %s", (_, show) => {
    expect(SIZES.slice(0, 4).flatMap((size) => told(show, size))).not.toEqual([]);
  });

  const tables = fc.array(fc.oneof(fc.nat(6), fc.nat(400)), { minLength: 2, maxLength: 22 });
  test("is exact or hidden, and hides nothing where nobody is among few", () => {
    fc.assert(
      fc.property(tables, (counts) => {
        const cells = shownParts(counts);
        expect(cells.every((cell, at) => cell === "*" || (cell === counts[at] && !isFew(cell)))).toBe(true);
        if (!counts.some(isFew)) expect(cells).toEqual(counts);
      }),
    );
  });

  test("hides together at least five people, or none of them can be summed", () => {
    fc.assert(
      fc.property(tables, (counts) => {
        const cells: readonly Shown[] = shownParts(counts);
        const together = sum(counts.filter((_, at) => cells[at] === "*"));
        expect(together === 0 || together >= 5 || shownTotal(sum(counts)) === "<5").toBe(true);
      }),
    );
  });

  test("costs one number beside a lone small count, and none beside several", () => {
    expect(shownParts([40, 30, 1, 0])).toEqual([40, "*", "*", 0]);
    expect(shownParts([40, 3, 30, 3])).toEqual([40, "*", 30, "*"]);
    expect(shownParts([40, 1, 30, 1])).toEqual([40, "*", "*", "*"]);
    expect(shownParts([1, 1, 1, 1, 1, 0])).toEqual(["*", "*", "*", "*", "*", "*"]);
    expect(shownParts([0, 3, 0])).toEqual(["*", "*", "*"]);
    expect([0, 1, 4, 5].map(shownTotal)).toEqual([0, "<5", "<5", 5]);
  });
});

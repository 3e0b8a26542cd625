/** Counts of one figure in one month: a total, and how many of it are in each group of each breakdown. */
import { type BreakdownName, BREAKDOWNS } from "./breakdowns.ts";

type Groups = Readonly<Partial<Record<BreakdownName, string>>>;

/** By breakdown and group; a group of nobody is left out. */
export type Parts = Readonly<Partial<Record<BreakdownName, Readonly<Record<string, number>>>>>;

const keyOf = (breakdown: string, group: string): string => `${breakdown} ${group}`;

export class Counts {
  total = 0;
  readonly #byGroup = new Map<string, number>();

  add(groups: Groups): void {
    this.total += 1;
    for (const [breakdown, group] of Object.entries(groups)) this.#more(breakdown, group, 1);
  }

  /** What was counted before. */
  addAll(total: number, parts: Parts): void {
    this.total += total;
    for (const [breakdown, groups] of Object.entries(parts))
      for (const [group, count] of Object.entries(groups)) this.#more(breakdown, group, count);
  }

  #more(breakdown: string, group: string, count: number): void {
    const key = keyOf(breakdown, group);
    this.#byGroup.set(key, (this.#byGroup.get(key) ?? 0) + count);
  }

  /** Of each group, in their order. */
  of(breakdown: BreakdownName): readonly number[] {
    return BREAKDOWNS[breakdown].map((group) => this.#byGroup.get(keyOf(breakdown, group)) ?? 0);
  }

  parts(breakdowns: readonly BreakdownName[]): Parts {
    return Object.fromEntries(
      breakdowns.map((breakdown) => {
        const counts = this.of(breakdown);
        const groups = BREAKDOWNS[breakdown].map((group, at) => [group, counts[at] ?? 0] as const);
        return [breakdown, Object.fromEntries(groups.filter(([, count]) => count > 0))];
      }),
    );
  }
}

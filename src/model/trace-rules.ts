/**
 * For how many years the house keeps traces of who left: its own decision, made by who holds the keys of `protected`. Fewer
 * years end what is kept already; more prolong nothing that was promised a shorter time (docs/decisions/0034-traces.md).
 */
import * as v from "valibot";
import { objectProblem, value } from "./field-types.ts";
import { bad, ok, type Read } from "./read.ts";
import { overAt } from "./report-end.ts";
import { yearsAfter } from "./trace.ts";

/** The proposal of the route, where the house said nothing. */
export const TRACE_YEARS = 10;
export const MOST_TRACE_YEARS = 30;

const readYears = (input: unknown): Read<number> => {
  const years = typeof input === "string" && /^\d{1,2}$/u.test(input.trim()) ? Number(input) : input;
  return typeof years === "number" && Number.isInteger(years) && years >= 1 && years <= MOST_TRACE_YEARS
    ? ok(years)
    : bad("wrong-type");
};

/** One for the house, in `protected`: its id follows from the house's. */
export const traceRulesSchema = v.strictObject({ years: value(readYears) }, objectProblem);

interface Written {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly conflicts: Readonly<Record<string, readonly unknown[]>>;
}

/** Of years that devices set at once the fewer: nothing is kept longer than somebody decided. */
export function traceYearsIn(rules: Written | null): number {
  const said = rules === null ? [] : [rules.fields["years"], ...(rules.conflicts["years"] ?? [])];
  const years = said.flatMap((one) => {
    const read = readYears(one);
    return read.kind === "ok" ? [read.value] : [];
  });
  return years.length === 0 ? TRACE_YEARS : Math.min(...years);
}

/** When a trace ends, in milliseconds, in a house that keeps them so many years; null where no day can be told. */
export function traceEnds({ fields, conflicts }: Written, years: number): number | null {
  const days = [fields["expiresAt"], ...(conflicts["expiresAt"] ?? [])].map(overAt);
  const left = [fields["leftAt"], ...(conflicts["leftAt"] ?? [])].map(overAt);
  const byRule = left.map((over) => (over === null ? null : overAt(yearsAfter(over, years))));
  const ends = [...days, ...byRule].filter((at) => at !== null);
  return ends.length === 0 ? null : Math.min(...ends);
}

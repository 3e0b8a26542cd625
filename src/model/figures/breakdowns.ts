/**
 * By what figures are broken down: the groups of each breakdown, always the same ones, so that a column says nothing of
 * who came, and files of several houses fit together. What can best be missed stands last (small-counts.ts).
 */
import { SITUATIONS } from "../arrival.ts";
import type { PlainFields } from "../kind-facts.ts";
import { SEXES } from "../sex.ts";
import { AGE_GROUPS } from "./age-group.ts";

/** Countries with a column of their own: those of the route, and those that most come from. */
const COUNTRIES = [
  ...["HN", "GT", "SV", "NI", "MX", "VE", "CO", "EC", "CU", "HT"],
  ...["DO", "PE", "BR", "CL", "CR", "PA", "BZ", "US"],
] as const;

export const BREAKDOWNS = {
  sex: ["female", "male", "other", "unknown"],
  age: AGE_GROUPS,
  country: [...COUNTRIES, "other", "unknown"],
  situation: [...SITUATIONS, "unknown"],
  /** Whether the house knew the person. */
  visit: ["first", "again"],
  /** Told to the house, or from a file of others. */
  origin: ["told", "file"],
  outcome: [
    ...["answered", "contact-restored", "found-otherwise", "given-up", "duplicate"],
    ...["withdrawn", "unknown"],
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type BreakdownName = keyof typeof BREAKDOWNS;
export type GroupOf<B extends BreakdownName> = (typeof BREAKDOWNS)[B][number];

const among = <G extends string>(groups: readonly G[], value: unknown): G | undefined =>
  groups.find((group) => group === value);

export const sexGroup = ({ sex }: PlainFields): GroupOf<"sex"> => among(SEXES, sex) ?? "unknown";

export const situationGroup = ({ situation }: PlainFields): GroupOf<"situation"> =>
  among(SITUATIONS, situation) ?? "unknown";

export const countryGroup = ({ country }: PlainFields): GroupOf<"country"> =>
  among(COUNTRIES, country) ?? (typeof country === "string" && country !== "" ? "other" : "unknown");

/** Of a report that is no longer open. */
export const outcomeGroup = ({ status, outcome }: PlainFields): GroupOf<"outcome"> =>
  among(BREAKDOWNS.outcome, outcome) ?? (status === "withdrawn" ? "withdrawn" : "unknown");

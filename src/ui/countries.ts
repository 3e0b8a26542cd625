/** Countries for forms: a few at hand (those seen lately first), and all by name. */
import { parseCountry } from "#model";
import { f } from "./look.ts";
import type { Option } from "./parts/field.tsx";

/** At hand until this house has seen others. */
const ON_THE_ROUTE = ["HN", "GT", "SV", "VE", "NI", "HT", "CU", "EC", "CO", "MX"];
const LETTERS = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

let codes: readonly string[] | undefined;

const allCodes = (): readonly string[] =>
  (codes ??= LETTERS.flatMap((a) => LETTERS.map((b) => a + b)).filter((code) => parseCountry(code) === code));

/** All countries, sorted by their name in the chosen language. */
export const countryOptions = (): readonly Option<string>[] =>
  allCodes()
    .map((code) => ({ value: code, label: f().country(code) }))
    .toSorted((a, b) => a.label.localeCompare(b.label));

/** The countries seen most among these, filled up with those of the route. */
export function countriesAtHand(seen: readonly (string | undefined)[], count: number): readonly string[] {
  const times = new Map<string, number>();
  for (const code of seen) if (code !== undefined) times.set(code, (times.get(code) ?? 0) + 1);
  const byTimes = [...times].toSorted((a, b) => b[1] - a[1]).map(([code]) => code);
  return [...new Set([...byTimes, ...ON_THE_ROUTE])].slice(0, count);
}

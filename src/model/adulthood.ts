/**
 * Whether a person is of age, as far as their record tells: what protects minors takes the careful reading of every
 * doubt. Who may be younger than eighteen is a minor; of whom nothing is known is neither.
 */
import type { Age } from "./age.ts";

export type Adulthood = "adult" | "minor" | "unknown";

const ADULT_YEARS = 18;
/** "About 19" can be 17. */
const ABOUT_YEARS = 2;

/** True when somebody born on this date (any precision) may be younger than 18 on a day. */
function mayBeMinorSince(birthDate: string, today: string): boolean {
  const year = Number(birthDate.slice(0, 4)) + ADULT_YEARS;
  // the last day that the precision allows
  const [, month = "12", day = "31"] = birthDate.split("-");
  return `${String(year).padStart(4, "0")}-${month}-${day}` > today;
}

function mayBeMinorOf(age: Age): boolean {
  if (typeof age === "number") return age < ADULT_YEARS;
  return age.from - (age.approximate === true ? ABOUT_YEARS : 0) < ADULT_YEARS;
}

/** By birth date and age; where they differ, by the younger. `today`: an ISO date. */
export function adulthoodOf(
  { age, birthDate }: { readonly age?: Age; readonly birthDate?: string },
  today: string,
): Adulthood {
  if (age === undefined && birthDate === undefined) return "unknown";
  const isMinor =
    (birthDate !== undefined && mayBeMinorSince(birthDate, today)) ||
    (age !== undefined && mayBeMinorOf(age));
  return isMinor ? "minor" : "adult";
}

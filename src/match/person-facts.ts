/** Age, date of birth and sex of a person as numbers that are quick to compare. */
import type { SearchablePerson } from "./person-index.ts";

export interface AgeFact {
  readonly from: number;
  readonly to: number;
  /** The year in which it was true; 0: that of the question. */
  readonly year: number;
}
export const NO_AGE: AgeFact = { from: -1, to: -1, year: 0 };

const yearIn = (date: string | undefined): number => (date === undefined ? 0 : Number(date.slice(0, 4)) || 0);

/** The age as told, or as the year of birth gives it; null where neither is known. */
export function parsedAge({ age, birthDate }: Pick<SearchablePerson, "age" | "birthDate">): AgeFact | null {
  const born = yearIn(birthDate);
  if (born > 0) return { from: 0, to: 0, year: born };
  if (age === undefined) return null;
  if (typeof age === "number") return { from: age, to: age, year: 0 };
  return { from: age.from, to: age.to, year: yearIn(age.asOf) };
}

const YEAR = 10_000;
const MONTH = 100;

/** `YYYYMMDD`, with zeros for what is not known; 0 where nothing is. */
export function parsedBirth(date: string | undefined): number {
  const [year = "", month = "", day = ""] = (date ?? "").split("-");
  return (Number(year) || 0) * YEAR + (Number(month) || 0) * MONTH + (Number(day) || 0);
}
export const birthYear = (birth: number): number => Math.floor(birth / YEAR);
export const birthMonth = (birth: number): number => Math.floor(birth / MONTH) % MONTH;
export const birthDay = (birth: number): number => birth % MONTH;

const SEXES: readonly (string | undefined)[] = [undefined, "male", "female", "other"];
/** 0 where it is not known. */
export const sexNumber = (sex: string | undefined): number => Math.max(0, SEXES.indexOf(sex));

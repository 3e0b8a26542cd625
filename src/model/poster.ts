/**
 * From a report to a poster: what may hang where anybody reads it. It is a part of the card, which is cleared of who seeks
 * and how to reach them (extract-card.ts), without relatives, the day of birth, the family's question, and every place but
 * where the person is from: whoever hunts somebody reads posters too. Whoever knows something calls the house.
 */
import type { Card } from "./card.ts";
import { extractCard } from "./extract-card.ts";
import type { Report } from "./report.ts";
import { secretsOf, seekersOf, tells } from "./seeker-secrets.ts";

const SHOWN = [
  "name",
  "givenNames",
  "surnames",
  "alternateNames",
  "sex",
  "age",
  "country",
  "state",
  "marks",
  "language",
] as const satisfies readonly (keyof Card)[];

const MONTH_LENGTH = "2026-11".length;

export interface Poster extends Pick<Card, (typeof SHOWN)[number]> {
  /** Since when nobody heard of them: a month or a year. */
  readonly since?: string;
}

/** What of a report may be on a poster; null where there is to be none: nobody agreed to one, or nobody is sought any more. */
export function extractPoster(report: Report): Poster | null {
  const card = extractCard(report);
  if (report.posterAllowed !== true || card.status !== "open") return null;
  const shown = SHOWN.flatMap((field) => (card[field] === undefined ? [] : [[field, card[field]] as const]));
  const since = card.lastContact?.at?.slice(0, MONTH_LENGTH);
  return { ...(Object.fromEntries(shown) as Poster), ...(since === undefined ? {} : { since }) };
}

const SHORTEST_NUMBER = 6;

const digitsOf = (text: string | undefined): string => (text ?? "").replace(/\D/gu, "");

/** Whether a text names who seeks, or holds their number or address: the poster's own line of whom to call must not. */
export function namesSeeker(report: Report, text: string): boolean {
  const digits = digitsOf(text);
  const numbers = seekersOf(report)
    .map((seeker) => digitsOf(seeker?.phone).slice(-SHORTEST_NUMBER))
    .filter((number) => number.length === SHORTEST_NUMBER);
  return numbers.some((number) => digits.includes(number)) || tells(text, secretsOf(report));
}

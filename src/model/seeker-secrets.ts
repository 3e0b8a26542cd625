/**
 * What must not leave with a text of a report: the names and contacts of who seeks and who wrote, and the clauses that hold
 * one (design section 4: extortionists harvest them from search posts).
 */
import { withoutContact } from "./contact.ts";
import type { Report } from "./report.ts";
import { foldedWords } from "./text.ts";

/** Shorter than this, a seeker's word ("tía", "Ana") is compared as a whole word only, and initials not at all. */
const SHORTEST_SECRET = 3;

export type Secrets = readonly string[];

const phrase = (text: string): string => ` ${foldedWords(text).join(" ")} `;

/** What is compared of these lines. */
export const secretsIn = (values: readonly (string | undefined)[]): Secrets =>
  values
    .filter((value) => value !== undefined)
    .map(phrase)
    .filter((words) => words.trim().length >= SHORTEST_SECRET);

/** Whether a text holds one of them. */
export const tells = (text: string, secrets: Secrets): boolean => {
  const words = phrase(text);
  return secrets.some((secret) => words.includes(secret));
};

export const seekersOf = ({ seeker, seekers = [] }: Report): readonly Report["seeker"][] => [
  seeker,
  ...seekers,
];

/** Of everybody who seeks, and of who wrote a note. */
export function secretsOf(report: Report): Secrets {
  const seekers = seekersOf(report);
  const people = [...seekers, ...(report.notes ?? []).map((note) => note.author)];
  const notes = seekers.map((seeker) => seeker?.notes);
  return secretsIn(people.flatMap((person) => [person?.name, person?.phone, person?.email]).concat(notes));
}

/** The text without contacts and without the clauses that hold a secret; undefined when nothing is left. */
export function cleared(text: string | undefined, secrets: Secrets): string | undefined {
  if (text === undefined) return undefined;
  const clean = withoutContact(text);
  if (!tells(clean, secrets)) return clean === "" ? undefined : clean;
  const clauses = clean.split(/[,;.()]/u).filter((clause) => !tells(clause, secrets));
  const rest = withoutContact(clauses.map((clause) => clause.trim()).join(", "));
  return rest === "" || tells(rest, secrets) ? undefined : rest;
}

/** The items without contacts; one that names a secret is left out whole. */
export function clearedList(items: readonly string[] | undefined, secrets: Secrets): string[] | undefined {
  const rest = (items ?? []).filter((item) => !tells(item, secrets)).map(withoutContact);
  const kept = rest.filter((item) => item !== "" && !tells(item, secrets));
  return kept.length === 0 ? undefined : kept;
}

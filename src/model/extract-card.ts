/**
 * From a report to its card: the one way by which anything of a report reaches other shelters. It
 * names what it takes; all else stays. What it takes is then cleared of telephones, addresses and
 * links, and of the names of who seeks and who wrote (design section 4).
 */
import type { Card } from "./card.ts";
import { withoutContact } from "./contact.ts";
import type { Report } from "./report.ts";
import { isSought } from "./report-end.ts";
import { foldedWords } from "./text.ts";

/** Shorter than this, a seeker's word ("tía", "Ana") is compared as a whole word only, and initials not at all. */
const SHORTEST_SECRET = 3;

type Secrets = readonly string[];

const phrase = (text: string): string => ` ${foldedWords(text).join(" ")} `;

const secretsIn = (values: readonly (string | undefined)[]): Secrets =>
  values
    .filter((value) => value !== undefined)
    .map(phrase)
    .filter((words) => words.trim().length >= SHORTEST_SECRET);

const tells = (text: string, secrets: Secrets): boolean => {
  const words = phrase(text);
  return secrets.some((secret) => words.includes(secret));
};

const seekersOf = ({ seeker, seekers = [] }: Report) => [seeker, ...seekers];

function secretsOf(report: Report): Secrets {
  const seekers = seekersOf(report);
  const people = [...seekers, ...(report.notes ?? []).map((note) => note.author)];
  const notes = seekers.map((seeker) => seeker?.notes);
  return secretsIn(people.flatMap((person) => [person?.name, person?.phone, person?.email]).concat(notes));
}

/** The text without contacts and without the clauses that hold a secret; undefined when nothing is left. */
function cleared(text: string | undefined, secrets: Secrets): string | undefined {
  if (text === undefined) return undefined;
  const clean = withoutContact(text);
  if (!tells(clean, secrets)) return clean === "" ? undefined : clean;
  const clauses = clean.split(/[,;.()]/u).filter((clause) => !tells(clause, secrets));
  const rest = withoutContact(clauses.map((clause) => clause.trim()).join(", "));
  return rest === "" || tells(rest, secrets) ? undefined : rest;
}

/** The items without contacts; one that names a secret is left out whole. */
function clearedList(items: readonly string[] | undefined, secrets: Secrets): string[] | undefined {
  const rest = (items ?? []).filter((item) => !tells(item, secrets)).map(withoutContact);
  const kept = rest.filter((item) => item !== "" && !tells(item, secrets));
  return kept.length === 0 ? undefined : kept;
}

/** The object without its undefined values. */
function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}

/**
 * The card of a report. A report that is not open, or has ended, gives an empty, withdrawn card.
 * The names of the person sought are kept even where the seeker bears the same.
 */
export function extractCard(report: Report): Card {
  if (!isSought(report)) return { status: "withdrawn" };
  const secrets = secretsOf(report);
  // The relation ("madre") beside a name in the list of relatives would tell which of them seeks.
  const family = [...secrets, ...secretsIn(seekersOf(report).map((seeker) => seeker?.relation))];
  const place = cleared(report.lastContact?.place, secrets);
  const at = report.lastContact?.at;
  const card = {
    name: cleared(report.name, []),
    givenNames: cleared(report.givenNames, []),
    surnames: cleared(report.surnames, []),
    alternateNames: clearedList(report.alternateNames, []),
    sex: report.sex,
    age: report.age,
    birthDate: report.birthDate,
    country: report.country,
    state: cleared(report.state, secrets),
    town: cleared(report.town, secrets),
    marks: cleared(report.marks, secrets),
    relatives: clearedList(report.relatives, family),
    language: cleared(report.language, secrets),
    lastContact: at === undefined && place === undefined ? undefined : defined({ at, place }),
    question: cleared(report.proof?.question, secretsIn([report.proof?.answer]).concat(secrets)),
    expiresAt: report.expiresAt,
  };
  return { ...defined(card), status: "open" };
}

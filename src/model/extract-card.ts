/**
 * From a report to its card: the one way by which anything of a report reaches other shelters. It
 * names what it takes; all else stays. What it takes is then cleared of telephones, addresses and
 * links, and of the names of who seeks and who wrote (design section 4).
 */
import type { Card } from "./card.ts";
import type { Report } from "./report.ts";
import { isSought } from "./report-end.ts";
import { cleared, clearedList, secretsIn, secretsOf, seekersOf } from "./seeker-secrets.ts";

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

/**
 * News of a person who is sought, and the one thing of it that may leave the house. `news` is a statement in `site`: what
 * was heard, from whom, by whom it is confirmed; who of the house is to be called about it. `news-call` in `pair` says to
 * the house of the report whom to call, and nothing else: the same record whatever the news is, without a field in which
 * a death could be written.
 */
import * as v from "valibot";
import { readMoment } from "./dates.ts";
import { choice, id, line, objectProblem, readLine, value, yesNo } from "./field-types.ts";
import { bad, ok, type Read } from "./read.ts";
import { foldedWords } from "./text.ts";

export const NEWS_KINDS = ["seen", "hospital", "detained", "deported", "forensic", "death", "other"] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];

export const NEWS_SOURCES = [
  "consulate",
  "hospital",
  "migration-authority",
  "prosecutor",
  "forensic-service",
  "witness",
  "other",
] as const;
export type NewsSource = (typeof NEWS_SOURCES)[number];

/** Why a living person's family may be called: they said so, or an authority tells the family anyway. */
export const NEWS_AGREED = ["person", "authority"] as const;
export type NewsAgreed = (typeof NEWS_AGREED)[number];

const LONGEST_WHOM = 60;
/** Letters, digits and what stands in names and telephones. */
const PLAIN = /^[\p{L}\p{M}\p{Nd} .,+()'’·-]+$/u;

/** How words begin that tell of a death, folded, in the languages of the route. */
const TELLING = [
  ...[
    "muert",
    "murio",
    "morir",
    "fallec",
    "difunt",
    "cadaver",
    "forens",
    "semefo",
    "defunc",
    "funer",
    "sepul",
  ],
  ...["morgue", "cuerpo", "restos", "osament", "sin vida", "finad", "occis", "velorio", "entierr", "panteon"],
  ...["dead", "death", "died", "deceas", "corpse", "remains", "body", "burial", "funeral", "passed away"],
  ...["deced", "deces", "cadavr", "enterr", "falec", "obit", "morreu", "morto", "mouri", "lanmo"],
];

/** Whether a text holds a word that tells of a death. */
export function tellsOfDeath(text: string): boolean {
  const words = ` ${foldedWords(text).join(" ")}`;
  return TELLING.some((beginning) => words.includes(` ${beginning}`));
}

/** Whom to call: a name, and a telephone of the house. It is all that leaves, so it can hold nothing else. */
export function readWhom(input: unknown): Read<string> {
  const read = readLine(input);
  if (read.kind === "bad") return read;
  if (read.value.length > LONGEST_WHOM) return bad("too-long");
  return PLAIN.test(read.value) && !tellsOfDeath(read.value) ? ok(read.value) : bad("only-whom");
}

export const newsSchema = v.pipe(
  v.strictObject(
    {
      /** The report of the house, or another house's card. */
      about: id,
      what: v.exactOptional(choice(NEWS_KINDS)),
      heardFrom: v.exactOptional(choice(NEWS_SOURCES)),
      /** Who confirms it: an institution, a name. */
      confirmedBy: v.exactOptional(line),
      on: v.exactOptional(value(readMoment)),
      whom: v.exactOptional(value(readWhom)),
      agreed: v.exactOptional(choice(NEWS_AGREED)),
      at: value(readMoment),
      /** The statement that this one takes back. */
      takesBack: v.exactOptional(id),
    },
    objectProblem,
  ),
  v.check(
    ({ takesBack, what, heardFrom, whom }) =>
      takesBack !== undefined || (what !== undefined && heardFrom !== undefined && whom !== undefined),
    "required",
  ),
);

export const newsCallSchema = v.strictObject(
  {
    to: id,
    /** With the site that asks to be called it makes the record's id. */
    card: id,
    whom: v.exactOptional(value(readWhom)),
    withdrawn: v.exactOptional(yesNo),
  },
  objectProblem,
);

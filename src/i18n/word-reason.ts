/** What speaks for or against somebody being the person who is meant, as one short line; and how probable it is. */
import type { Reason, WordOf } from "#match";
import type { Texts } from "./es/index.ts";
import { fill, type Formats } from "./formats.ts";

type OfWord = Extract<Reason, { readonly code: WordOf }>;
type OfAge = Extract<Reason, { readonly code: `age${string}` }>;
type OfBirth = Extract<Reason, { readonly code: `birth-date${string}` }>;
/** A reason that is not about one word of the person's. */
export type Fact = Exclude<Reason, OfWord>;

const isOfWord = (reason: Reason): reason is OfWord => "how" in reason;
const isOfAge = (reason: Fact): reason is OfAge => reason.code === "age" || reason.code === "age-differs";
const isOfBirth = (reason: Fact): reason is OfBirth => reason.code.startsWith("birth-date");

const letters = new Intl.Collator("en", { sensitivity: "base", ignorePunctuation: true });
const isSpeltAlike = (one: string, other: string): boolean => letters.compare(one, other) === 0;

/** By these names somebody is called, so a nickname among them needs no other word. */
const CALLED: readonly WordOf[] = ["given-name", "alternate-name"];

function wordOfWord({ reasons: words }: Texts, { code, how, asked, found }: OfWord): string {
  const data = { word: words.words[code], asked, found };
  // "Chema" is the same as each word of "José María", "Ma." as "María": both are shown
  if (how === "same" && !isSpeltAlike(asked, found)) return fill(words.sameOtherwise, data);
  if (how === "nickname" && CALLED.includes(code)) return fill(words.nicknameOf, data);
  return fill(words.how[how], data);
}

const OLDEST = 120;

/** `22`, `35-45`. */
function wordYears({ reasons: words }: Texts, years: string): string {
  const [from, to] = years.split("-");
  if (to === undefined) return years;
  return fill(Number(to) >= OLDEST ? words.yearsOrMore : words.years, { from, to });
}

function ageData(texts: Texts, reason: OfAge): Readonly<Record<string, string>> {
  const asked = wordYears(texts, reason.asked);
  const found = wordYears(texts, reason.found);
  if (reason.then === undefined || reason.since === undefined)
    return { asked, found: found === reason.found ? texts.fields.ageYears(Number(found)) : found };
  const then = wordYears(texts, reason.then);
  return { asked, found: fill(texts.reasons.grown, { then, since: reason.since, found }) };
}

function templateOf({ reasons: words }: Texts, reason: Fact): string {
  if (reason.code === "department" && isSpeltAlike(reason.asked, reason.found)) return words.sameDepartment;
  if (reason.code === "town-near" && (reason.kilometres ?? "0") === "0") return words.nearest;
  if ("days" in reason && reason.days === "0")
    return reason.code === "too-far" ? words.tooFarThen : words.arrivedThen;
  return words.facts[reason.code];
}

function dataOf(texts: Texts, reason: Fact, formats: Formats): Readonly<Record<string, string>> {
  if (isOfAge(reason)) return ageData(texts, reason);
  if ("country" in reason) return { country: formats.country(reason.country) };
  if ("days" in reason) return { ...reason, days: texts.reasons.days(Number(reason.days)) };
  if (!isOfBirth(reason)) return reason;
  const date = (text: string): string => formats.partialDate(text) ?? text;
  return { asked: date(reason.asked), found: date(reason.found) };
}

/** One reason; countries by their names, dates as dates. */
export const wordReason = (texts: Texts, reason: Reason, formats: Formats): string =>
  isOfWord(reason)
    ? wordOfWord(texts, reason)
    : fill(templateOf(texts, reason), dataOf(texts, reason, formats));

export type Side = keyof Texts["reasons"]["sides"];

/** As `speaksAgainst` of the matching has it, which the page does not carry; a test holds the two together. */
const SIDES: Readonly<Record<Fact["code"], Side>> = {
  "name-missing": "against",
  "surnames-swapped": "against",
  age: "for",
  "age-differs": "against",
  "birth-date": "for",
  "birth-date-swapped": "for",
  "birth-date-partly": "for",
  "birth-date-differs": "against",
  "sex-differs": "against",
  town: "for",
  "town-alike": "for",
  "town-near": "for",
  department: "for",
  "town-differs": "against",
  country: "for",
  "country-differs": "against",
  "arrived-after": "for",
  "arrived-before": "for",
  "came-from": "for",
  "too-far": "against",
  "relatives-differ": "against",
  "marks-differ": "against",
};
const sideOf = (reason: Reason): Side => (isOfWord(reason) ? "for" : SIDES[reason.code]);

export interface ReasonsOfSide {
  readonly side: Side;
  /** In words, most telling first; at least one. */
  readonly reasons: readonly string[];
}

/** The reasons of each side in words, what speaks for first; a side without reasons is left out. */
export function wordSides(
  texts: Texts,
  reasons: readonly Reason[],
  formats: Formats,
): readonly ReasonsOfSide[] {
  return (["for", "against"] as const)
    .map((side) => ({ side, of: reasons.filter((reason) => sideOf(reason) === side) }))
    .filter(({ of }) => of.length > 0)
    .map(({ side, of }) => ({ side, reasons: of.map((reason) => wordReason(texts, reason, formats)) }));
}

export type Strength = keyof Texts["search"]["strengths"];

/** Nine times of ten; once in ten. */
const MUCH = 0.9;
const SOME = 0.1;

/** A probability in three steps. Absolute, never relative to the list: a lone weak result stays weak. */
export const strengthOf = (probability: number): Strength =>
  probability >= MUCH ? "much" : probability >= SOME ? "some" : "little";

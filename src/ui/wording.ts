/**
 * Sentences of the page from codes and values: errors, ages, dates, values of any field. Plain
 * functions over the chosen language; a component that calls them follows a change of language.
 */
import type { Fault, NeverTellView } from "#engine";
import { wordFault } from "#i18n";
import type { Age, AgeRange, CallRelation, CallResult, ReportOutcome, Sex } from "#model";
import { faultOf } from "./engine-client.ts";
import { f, t } from "./look.ts";

const OLDEST = 120;

/** What to tell about an error, foreseen or not. */
export function wordError(error: unknown): string {
  const fault: Fault | null = faultOf(error);
  return fault === null ? t().unforeseen : wordFault(t(), fault);
}

/** Names of houses, one after the other. */
export const wordNames = (sites: readonly { readonly name: string }[]): string =>
  sites.map(({ name }) => name).join(", ");

function wordRange(age: AgeRange): string {
  const words = t().fields;
  const { from, to, approximate } = age;
  if (from === to) return approximate === true ? words.ageAbout(from) : words.ageYears(from);
  if (to >= OLDEST) return words.ageFrom(from);
  if (from === 0) return words.ageUnder(to + 1);
  return approximate === true ? words.ageAboutBetween(from, to) : words.ageBetween(from, to);
}

/** An age with its doubt: "unos 17 años (en 2024)". */
export function wordAge(age: Age): string {
  if (typeof age === "number") return t().fields.ageYears(age);
  if (age.asOf === undefined) return wordRange(age);
  return t().fields.ageAsOf(wordRange(age), f().partialDate(age.asOf) ?? age.asOf);
}

/** A date as exactly as known, or an instant. */
export function wordMoment(moment: string): string {
  const partial = f().partialDate(moment);
  if (partial !== null) return partial;
  const at = Date.parse(moment);
  return Number.isNaN(at) ? moment : f().dateTime(at);
}

const isAge = (value: unknown): value is Age =>
  typeof value === "number" ||
  (typeof value === "object" && value !== null && "from" in value && "to" in value);

const WORDED: Readonly<Record<string, (value: string) => string>> = {
  sex: (value) => t().fields.sexes[value as Sex],
  country: (value) => f().country(value),
  birthDate: wordMoment,
  arrivedAt: wordMoment,
  leftAt: wordMoment,
  at: wordMoment,
  expiresAt: wordMoment,
  closedAt: wordMoment,
  ended: wordMoment,
  on: wordMoment,
  askedAt: wordMoment,
  outcome: (value) => t().answers.outcomes[value as ReportOutcome],
  "lastContact.at": wordMoment,
  status: (value) => t().record.statuses[value as keyof ReturnType<typeof t>["record"]["statuses"]],
  purpose: (value) => t().consent.purposes[value as keyof ReturnType<typeof t>["consent"]["purposes"]],
  said: (value) => t().consent.states[value as keyof ReturnType<typeof t>["consent"]["states"]],
  passed: (value) => (value === "yes" ? t().fields.yes : t().fields.no),
  basis: (value) => t().consent.bases[value as keyof ReturnType<typeof t>["consent"]["bases"]],
  how: (value) => t().stay.hows[value as keyof ReturnType<typeof t>["stay"]["hows"]],
  relation: (value) => t().calls.relations[value as CallRelation],
  result: (value) => t().calls.results[value as CallResult],
  need: (value) => t().referrals.needs[value as keyof ReturnType<typeof t>["referrals"]["needs"]],
  urgency: (value) => t().referrals.urgencies[value as keyof ReturnType<typeof t>["referrals"]["urgencies"]],
  step: (value) => t().referrals.done[value as keyof ReturnType<typeof t>["referrals"]["done"]],
  heard: (value) => t().slips.heards[value as keyof ReturnType<typeof t>["slips"]["heards"]],
  why: (value) => t().protection.whys[value as keyof ReturnType<typeof t>["protection"]["whys"]],
  situation: (value) => t().fields.situations[value as keyof ReturnType<typeof t>["fields"]["situations"]],
};

const wordParts = (path: string, value: object): string =>
  Object.entries(value)
    .map(([key, inner]) => wordValue(`${path}.${key}`, inner))
    .filter((text) => text !== "")
    .join(" · ");

const wordBoolean = (value: boolean): string => (value ? t().fields.yes : t().fields.no);

function wordObject(path: string, value: object): string {
  if (path === "age" && isAge(value)) return wordAge(value);
  return Array.isArray(value)
    ? value.map((item) => wordValue(path, item)).join(" · ")
    : wordParts(path, value);
}

/** The value of a field as text; empty when there is none. */
export function wordValue(path: string, value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return WORDED[path]?.(value) ?? value;
  if (typeof value === "boolean") return wordBoolean(value);
  if (typeof value === "number") return path === "age" ? wordAge(value) : f().number(value);
  return typeof value === "object" ? wordObject(path, value) : "";
}

/** The value at a dotted path of a record's fields. */
export function valueAt(fields: object, path: string): unknown {
  let value: unknown = fields;
  for (const key of path.split(".")) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}

/** A merge patch that sets one dotted path. */
export function patchAt(path: string, value: unknown): object {
  return path
    .split(".")
    .reverse()
    .reduce<unknown>((inner, key) => ({ [key]: inner }), value) as object;
}

/** Age, country and town in one line, as far as known. */
export function wordPerson(fields: object): string {
  const parts = ["age", "sex", "country", "town"].map((path) => wordValue(path, valueAt(fields, path)));
  return parts.filter((part) => part !== "").join(" · ");
}

/** Who must never be told, by name and by what they are to the person. */
export const wordNever = ({ name, relation }: Pick<NeverTellView, "name" | "relation">): string =>
  [name, relation].filter((part) => part !== null).join(" · ");

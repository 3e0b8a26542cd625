/**
 * What the house tells which other house, and until when: its sharing agreements and rules, as data (duties DP19, DP25).
 * They bind what is sealed for one house: referrals, answers, messages, the wish to be called about news. Cards are not
 * bound by them, which go to all houses of the network. Whoever takes something back is never stopped.
 *
 * A rule only narrows what consent allows, and opens nothing. Where two devices said different things at once, less may
 * be told. Knows no clock: the time is handed in.
 */
import * as v from "valibot";
import { readCountry, type Country } from "./country.ts";
import { choice, id, objectProblem, value, yesNo } from "./field-types.ts";
import { overAt } from "./report-end.ts";
import { readDay } from "./route-fields.ts";

/** `news`: that somebody is to be called. */
export const SHARED = ["referral", "answer", "message", "news"] as const;
/** What is sealed for one house. */
export type Shared = (typeof SHARED)[number];

/** In the place of an empty list, which no record keeps. */
const NOTHING = "nothing";

const MOST_COUNTRIES = 250;

/** One for each other house, in `site`: its id follows from that house's. */
export const sharingAgreementSchema = v.strictObject(
  {
    with: id,
    /** Absent: nothing was agreed. One list, set whole, so that no device widens by parts what another narrowed. */
    allows: v.exactOptional(
      v.pipe(
        v.array(choice([...SHARED, NOTHING]), "wrong-type"),
        v.minLength(1, "required"),
        v.maxLength(SHARED.length, "too-many"),
      ),
    ),
    /** The last day. */
    until: v.exactOptional(value(readDay)),
    /** Where that house is, and so where what it is told goes to; before what it says itself. */
    country: v.exactOptional(value(readCountry)),
  },
  objectProblem,
);

/** One for the house, in `site`: its id follows from the house's. */
export const sharingRulesSchema = v.strictObject(
  {
    /** Houses without an agreement are told nothing. */
    onlyAgreed: v.optional(yesNo, false),
    /** Nothing is told to a house in one of these, nor, once there are any, to one of which nobody knows the country. */
    closedCountries: v.optional(
      v.pipe(v.array(value(readCountry), "wrong-type"), v.maxLength(MOST_COUNTRIES, "too-many")),
      [],
    ),
  },
  objectProblem,
);

interface Written {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly conflicts: Readonly<Record<string, readonly unknown[]>>;
}

const isText = (value: unknown): value is string => typeof value === "string";
const textsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter(isText) : []);

/** Every way in which devices set a field at once. */
const waysOf = ({ fields, conflicts }: Written, field: string): readonly unknown[] =>
  conflicts[field] ?? (fields[field] === undefined ? [] : [fields[field]]);

/** What was agreed with a house; as whoever writes it next finds it. */
export interface Agreement {
  /** Null: nothing was agreed. */
  readonly allows: readonly Shared[] | null;
  readonly until: string | null;
  /** More than one where devices said so at once. */
  readonly countries: readonly Country[];
}

export const NO_AGREEMENT: Agreement = { allows: null, until: null, countries: [] };

export function agreementIn(written: Written): Agreement {
  const allowed = waysOf(written, "allows").map(textsIn);
  const days = waysOf(written, "until").filter(isText);
  return {
    allows: allowed.length === 0 ? null : SHARED.filter((what) => allowed.every((way) => way.includes(what))),
    until: [...days].sort()[0] ?? null,
    countries: [...new Set(waysOf(written, "country").filter(isText))],
  };
}

/** What is written of the things that an agreement allows. */
export const writtenAllows = (allows: readonly Shared[] | null): readonly string[] | null =>
  allows?.length === 0 ? [NOTHING] : allows;

export interface SharingRules {
  readonly onlyAgreed: boolean;
  readonly closedCountries: readonly Country[];
}

export const NO_RULES: SharingRules = { onlyAgreed: false, closedCountries: [] };

export function sharingRulesIn(written: Written): SharingRules {
  return {
    onlyAgreed: waysOf(written, "onlyAgreed").includes(true),
    closedCountries: [...new Set(waysOf(written, "closedCountries").flatMap(textsIn))].sort(),
  };
}

/** Why nothing is told. `not-this`: something else is. */
export type SharingClosed = "not-agreed" | "not-this" | "over" | "country-closed" | "country-unknown";

/** What is known when something is to be told to a house. */
export interface SharingCase {
  readonly rules: SharingRules;
  readonly agreement: Agreement;
  /** What the house itself says; null: nothing. */
  readonly saysCountry: Country | null;
  readonly now: number;
}

/** The countries that a house may be in: what the own house noted, or else what that house says. */
export const countriesOf = ({
  agreement,
  saysCountry,
}: Pick<SharingCase, "agreement" | "saysCountry">): readonly Country[] =>
  agreement.countries.length > 0 ? agreement.countries : saysCountry === null ? [] : [saysCountry];

function whyCountry(known: SharingCase): SharingClosed | null {
  const { closedCountries } = known.rules;
  if (closedCountries.length === 0) return null;
  const countries = countriesOf(known);
  if (countries.length === 0) return "country-unknown";
  return countries.some((country) => closedCountries.includes(country)) ? "country-closed" : null;
}

/** Why this may not be told; null where it may. */
export function whyNotShared(known: SharingCase, what: Shared): SharingClosed | null {
  const { allows, until } = known.agreement;
  const country = whyCountry(known);
  if (country !== null) return country;
  if (allows === null) return known.rules.onlyAgreed ? "not-agreed" : null;
  const over = until === null ? null : overAt(until);
  if (over !== null && known.now >= over) return "over";
  return allows.includes(what) ? null : "not-this";
}

/**
 * What a record in `pair` tells the other house, with these fields; null for what tells nothing, or takes back what was
 * told. A step of a referral names nobody.
 */
export function sharedIn(kind: string, fields: Readonly<Record<string, unknown>>): Shared | null {
  const isTakenBack = fields["withdrawn"] === true;
  if (kind === "answer") return fields["state"] === "given" ? "answer" : null;
  if (kind === "referral" || kind === "message") return kind;
  if (kind === "referral-extract") return isTakenBack ? null : "referral";
  return kind === "news-call" && !isTakenBack ? "news" : null;
}

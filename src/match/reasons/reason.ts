/** Why a person is among the results, and what speaks against it. Every reason is true of the fields; i18n words it. */
import type { How } from "../names/readings.ts";

/** What a word of the person's is; `name`: a given name or a surname, which nobody wrote down. */
export type WordOf =
  "given-name" | "surname" | "second-surname" | "name" | "alternate-name" | "relative" | "marks";

export type Reason =
  | {
      readonly code: WordOf;
      readonly how: How;
      /** The word that was asked for, and the one that is stored, both as written. */
      readonly asked: string;
      readonly found: string;
    }
  /** Asked for, and nothing in the person's names is like it. */
  | { readonly code: "name-missing"; readonly asked: string }
  | { readonly code: "surnames-swapped" }
  | {
      /** At most two years apart, or more. Today's age where the record allows to tell it. */
      readonly code: "age" | "age-differs";
      /** Years, `22` or `35-45`. */
      readonly asked: string;
      readonly found: string;
      /** What the record says, and the year in which it was true, where that is not this year. */
      readonly then?: string;
      readonly since?: string;
    }
  | {
      /** The same; day and month changed places; two of year, month and day; another. */
      readonly code: "birth-date" | "birth-date-swapped" | "birth-date-partly" | "birth-date-differs";
      readonly asked: string;
      readonly found: string;
    }
  | { readonly code: "sex-differs" }
  | {
      /** The same town, also by a part of its name or with slips; within forty kilometres; the same department. */
      readonly code: "town" | "town-alike" | "town-near" | "department" | "town-differs";
      readonly asked: string;
      readonly found: string;
      readonly kilometres?: string;
    }
  /** Days from the last contact to the arrival, or from the arrival to the last contact. */
  | { readonly code: "arrived-after" | "arrived-before"; readonly days: string }
  /** They came straight from where they were last heard of. */
  | { readonly code: "came-from"; readonly asked: string; readonly found: string }
  | {
      /** Nobody goes so far by land in so few days. */
      readonly code: "too-far";
      readonly asked: string;
      readonly found: string;
      readonly kilometres: string;
      readonly days: string;
    }
  | { readonly code: "country" | "country-differs"; readonly country: string }
  | { readonly code: "relatives-differ" | "marks-differ" };

const AGAINST: ReadonlySet<Reason["code"]> = new Set([
  "name-missing",
  "surnames-swapped",
  "age-differs",
  "birth-date-differs",
  "sex-differs",
  "town-differs",
  "country-differs",
  "too-far",
  "relatives-differ",
  "marks-differ",
] as const);

export const speaksAgainst = ({ code }: Reason): boolean => AGAINST.has(code);

/**
 * The seam of search: who is indexed, what is asked, what comes back. Whatever stands behind it
 * finds people by what is known of them, never by place alone, and says for each why it is there.
 */
import type { How } from "./closeness.ts";

/** What the index looks at; the person fields of a record as they are stored. */
export interface SearchablePerson {
  readonly name?: string;
  readonly givenNames?: string;
  readonly surnames?: string;
  readonly alternateNames?: readonly string[];
  readonly age?: number | { readonly from: number; readonly to: number; readonly asOf?: string };
  readonly birthDate?: string;
  readonly country?: string;
  readonly state?: string;
  readonly town?: string;
  readonly marks?: string;
  readonly relatives?: readonly string[];
}

/** Why a person is among the results. Every reason is true of the fields; i18n words it. */
export type Reason =
  | {
      readonly code: "name" | "alternate-name" | "relative" | "marks" | "place";
      readonly how: How;
      /** The word that was asked for, and the one that is stored, both as written. */
      readonly asked: string;
      readonly found: string;
    }
  | { readonly code: "country"; readonly country: string }
  | {
      /** At most two years apart, or more. Today's age where the record allows to tell it. */
      readonly code: "age" | "age-differs";
      /** Years, `22` or `35-45`. */
      readonly asked: string;
      readonly found: string;
    };

export interface Hit {
  readonly id: string;
  /** From 0 to 1, absolute: alone on the list does not make a weak hit a strong one. */
  readonly score: number;
  /** Strongest first; never empty. */
  readonly reasons: readonly Reason[];
}

/**
 * Why a search was not made: nothing typed; letters only; a place alone, which would list who is
 * from there; or an age and the like alone.
 */
export interface SearchRefusal {
  readonly code: "empty" | "one-letter" | "place-only" | "no-name";
}

export type SearchAnswer =
  | { readonly kind: "hits"; readonly hits: readonly Hit[] }
  | { readonly kind: "refused"; readonly reason: SearchRefusal };

export interface SearchOptions {
  /** At most this many hits, best first; 20 unless told. */
  readonly limit?: number;
  /** The current year, to let ages grow with time; without it they are taken as written. */
  readonly year?: number;
}

export interface PersonIndex {
  /** Adds a person, or replaces what was known under the id. */
  add(id: string, person: SearchablePerson): void;
  /** Forgets a person; an id that is not known is no error. */
  remove(id: string): void;
  search(text: string, options?: SearchOptions): SearchAnswer;
  readonly size: number;
}

/**
 * The seam of search: who is indexed, what is asked, what comes back. Whatever stands behind it
 * finds people by what is known of them, never by place alone, and says for each why it is there.
 */
import type { Known } from "./query/places.ts";
import type { Reason } from "./reasons/reason.ts";

/** What the index looks at; the person fields of a record as they are stored. */
export interface SearchablePerson {
  readonly name?: string;
  readonly givenNames?: string;
  readonly surnames?: string;
  readonly alternateNames?: readonly string[];
  readonly sex?: string;
  readonly age?: number | { readonly from: number; readonly to: number; readonly asOf?: string };
  /** `YYYY-MM-DD`, or the beginning of it. */
  readonly birthDate?: string;
  readonly country?: string;
  readonly state?: string;
  readonly town?: string;
  readonly marks?: string;
  readonly relatives?: readonly string[];
  /** When and where somebody who is sought was last heard of; an instant, or a date as precise as it is known. */
  readonly lastContact?: { readonly at?: string; readonly place?: string };
  /** When somebody came, the last time; `arrivals`: each time, and from where. */
  readonly arrivedAt?: string;
  readonly arrivals?: readonly { readonly at: string; readonly from?: string }[];
}

export interface Hit {
  readonly id: string;
  /**
   * The probability that it is the person who is meant, from 0 to 1, where half of those who are asked for are here.
   * Absolute: alone on the list does not make a weak hit a strong one, and homonyms share what they have.
   */
  readonly score: number;
  /** Probable enough to be proposed though nobody asked. */
  readonly proposed: boolean;
  /** What speaks for it, strongest first, then what speaks against; at least one speaks for it. */
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
  | {
      readonly kind: "hits";
      readonly hits: readonly Hit[];
      /** What the text was read as, also what was left out of the search. */
      readonly understood: SearchablePerson;
      /** The parts of it of which one is enough to look for somebody. */
      readonly telling: readonly QueryPart[];
    }
  | { readonly kind: "refused"; readonly reason: SearchRefusal };

export interface SearchOptions {
  /** At most this many hits, best first; 20 unless told. */
  readonly limit?: number;
  /** The current year, to let ages grow with time; without it they are taken as written. */
  readonly year?: number;
  /** Not these, such as the record that is asked about: they take nothing of what is probable. */
  readonly except?: ReadonlySet<string>;
  /** Words of the name may be only begun: somebody is typing. */
  readonly mayBegin?: boolean;
}

/** What a line of text can say of somebody. */
export type QueryPart =
  "name" | "alternateNames" | "sex" | "age" | "birthDate" | "place" | "relatives" | "marks" | "lastContact";

export interface TextSearchOptions extends Omit<SearchOptions, "mayBegin"> {
  /** Of what the text says, these do not count; ignored where nothing else says who is meant. */
  readonly without?: readonly QueryPart[];
}

export interface PersonIndex {
  /** Adds a person, or replaces what was known under the id. */
  add(id: string, person: SearchablePerson): void;
  /** Forgets a person; an id that is not known is no error. */
  remove(id: string): void;
  /** By a line of free text, as people type it. */
  search(text: string, options?: TextSearchOptions): SearchAnswer;
  /** By what is known of a person: the card of a report, a guest who arrives, a row of a file. */
  match(person: SearchablePerson, options?: SearchOptions): readonly Hit[];
  /** What helps to read a line of text, of who is in it. */
  readonly known: Known;
  readonly size: number;
}

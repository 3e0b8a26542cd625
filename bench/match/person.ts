/** People and questions about them, as the bench invents them and as every engine gets them. */

export type Sex = "f" | "m";

/** Where a family's names come from. */
export type Origin =
  | "honduras"
  | "guatemala"
  | "el-salvador"
  | "nicaragua"
  | "mexico"
  | "maya"
  | "yucatan"
  | "nahua"
  | "garifuna"
  | "haiti"
  | "africa";

/** One time that somebody came to a house. */
export interface Coming {
  /** `YYYY-MM-DD` */
  readonly at: string;
  readonly from: string | null;
}

/** When somebody was last heard of, to the day or the month, and where. */
export interface Contact {
  readonly at: string;
  readonly place: string | null;
}

/** A record that is searched. Null and empty: not known. */
export interface Person {
  readonly id: string;
  /** Word by word. */
  readonly givenNames: readonly string[];
  /** The father's, then the mother's; one of several words ("de la Cruz") is one. */
  readonly surnames: readonly string[];
  readonly sex: Sex | null;
  /** In the year of the bench. */
  readonly age: number | null;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string | null;
  /** Alpha-2. */
  readonly country: string | null;
  readonly town: string | null;
  readonly department: string | null;
  readonly nicknames: readonly string[];
  /** Names of relatives, as written. */
  readonly relatives: readonly string[];
  readonly marks: string | null;
  /** Only where journeys are told. */
  readonly comings?: readonly Coming[];
}

/** An invented person, all of it known; `record` is what was written down. */
export interface Made {
  readonly truth: Person;
  readonly record: Person;
  readonly origin: Origin;
}

/** What somebody asks. */
export interface Query {
  readonly id: string;
  /** As typed, given names and surnames in one. */
  readonly name: string;
  readonly sex: Sex | null;
  readonly age: number | null;
  /** Complete, or the year alone. */
  readonly birthDate: string | null;
  readonly country: string | null;
  readonly town: string | null;
  readonly relatives: readonly string[];
  readonly marks: string | null;
  readonly lastContact?: Contact | null;
  /** Who is meant; null: nobody who is there. */
  readonly answer: string | null;
  /** What was done to it, one word for each change. */
  readonly errors: readonly string[];
  /** Slices that it counts in. */
  readonly slices: readonly string[];
}

/** The year in which people are recorded and asked for. */
export const BENCH_YEAR = 2026;

export const nameOf = ({ givenNames, surnames }: Pick<Person, "givenNames" | "surnames">): string =>
  [...givenNames, ...surnames].join(" ");

/** What is known of a kind of records beside its schema, and what several kinds share (`kinds.ts` lists them). */
import { displayName } from "./person-fields.ts";
import type { RecordSpace, Writers } from "./roles.ts";

/** Fields of a record as a view holds them. */
export type PlainFields = Readonly<Record<string, unknown>>;

/** What the engine and the screens need to know of a kind, apart from its schema. */
export interface KindFacts {
  readonly space: RecordSpace;
  readonly writers: Writers;
  /** True when a record is a statement: what changes is said by another one, never by an edit. */
  readonly isStatement?: true;
  /**
   * The field that makes the id of a record, together with the site whose record it is: what devices of another site
   * write into it does not count. Without one, whoever may write the kind in the space may change the record.
   */
  readonly idFrom?: "salt" | "referral" | "card";
  /** True when the record is about a person who can be searched for. */
  readonly isPerson: boolean;
  /** Made and changed by commands of its own, that guard what it lets out; never by `add` and `edit`. */
  readonly ownCommands?: true;
  /** What a list holds of a record, where that is not all: what is to be read in its own record alone stays there. */
  readonly listed?: readonly string[];
  /** Fields too large for the catalog to hold of every record: they are read when somebody looks (records/heavy.ts). */
  readonly heavy?: readonly string[];
  /** For lists; null when the record has nothing to be called by. Not masked: that is for the screen. */
  readonly title: (fields: PlainFields) => string | null;
  /** The words that a search within the space looks at. */
  readonly searchText: (fields: PlainFields) => string;
}

export const SHELTER_STAFF: Writers = { coordinator: "write", staff: "write", protection: "write" };
const LONGEST_TITLE = 80;

/** The title of a kind that is called by one field. */
export const lineAt =
  (field: string) =>
  (fields: PlainFields): string | null => {
    const value = fields[field];
    return typeof value === "string" && value !== "" ? value.slice(0, LONGEST_TITLE) : null;
  };

/** The words of these fields. */
export const wordsOf =
  (...names: readonly string[]) =>
  (fields: PlainFields): string =>
    names
      .flatMap((name) => fields[name])
      .filter((value) => typeof value === "string")
      .join(" ");

const PERSON_WORDS = [
  ...["name", "givenNames", "surnames", "alternateNames"],
  ...["country", "state", "town", "marks", "relatives"],
];

/** What all kinds about a person share. */
export const aboutPerson = {
  isPerson: true,
  title: (fields: PlainFields): string | null => displayName(fields) ?? lineAt("marks")(fields),
  searchText: wordsOf(...PERSON_WORDS),
};

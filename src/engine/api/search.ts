/** Finding people: what a search and a list give, and who may be there already. */
import type { QueryPart, Reason, SearchablePerson, SearchRefusal } from "#match";
import type { FieldsOf, KindName as Kind } from "#model";
import type { SiteId } from "#sync";
import type { RecordId, UnixMillis } from "./record-id.ts";

export type { QueryPart } from "#match";

/** What a line of text was read as, in fields of a person. */
export type Understood = SearchablePerson;

export interface ListItem {
  readonly id: RecordId;
  readonly kind: Kind;
  readonly title: string;
  readonly fields: FieldsOf<Kind>;
  readonly changedAt: UnixMillis | null;
  /** Of a person with several records all of them, this one too; the fields are then those of all. */
  readonly records?: readonly RecordId[];
}

export interface SearchHit {
  readonly id: RecordId;
  readonly kind: Kind;
  readonly title: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly fields: FieldsOf<Kind>;
  /** Of who is at another shelter and agreed to be found: its name, null where it is not known. Only there. */
  readonly siteName?: string | null;
}

/** Which shelters' shared data this device has, and since when it heard nothing of them. */
export interface Coverage {
  readonly site: SiteId;
  readonly name: string;
  readonly lastHeard: UnixMillis | null;
}

/** How many people search looked at, of how many. */
export interface Indexed {
  readonly done: number;
  readonly total: number;
}

export type SearchAnswer =
  | {
      readonly kind: "answer";
      readonly results: readonly SearchHit[];
      /** What the text was read as, in fields of a person; also what was left out of the search. */
      readonly understood: Understood;
      /** Of these parts of it one is enough to look for somebody: where only one is left, it cannot be left out. */
      readonly telling: readonly QueryPart[];
      readonly coverage: readonly Coverage[];
      /** Null: everybody. Else the answer was early: progress of `index` tells when to ask again. */
      readonly indexed: Indexed | null;
    }
  | { readonly kind: "refused"; readonly refusal: SearchRefusal };

/** What can be there twice. */
export type DuplicateKind = "guest" | "report";

/** A record that may be of the person who is being typed: a possible duplicate. */
export interface AlikeHit extends SearchHit {
  /** Most probably the same person, alone or as one of those who are proposed with it: to be decided before saving. */
  readonly proposed: boolean;
  readonly changedAt: UnixMillis | null;
}

export interface SearchCommands {
  /** Among everybody; `early`: while search is being made ready, among those who are looked at so far. */
  search(
    text: string,
    options?: {
      readonly limit?: number;
      readonly early?: boolean;
      /** Of what the text says, these do not count. */
      readonly without?: readonly QueryPart[];
    },
  ): Promise<SearchAnswer>;
  /**
   * Who may be there already, before somebody is saved: guests, also those who left; or reports and other houses'
   * cards. Of the fields what can be read counts, and a role that reads no records of the kind finds none. `except`:
   * the record that is being changed. Keeps nothing.
   */
  alike(
    kind: DuplicateKind,
    fields: unknown,
    options?: { readonly limit?: number; readonly except?: RecordId },
  ): Promise<readonly AlikeHit[]>;
}

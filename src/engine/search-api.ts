/** Finding people: what a search, a list and a comparison give, and the commands of staff for pairs. */
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
}

export interface SearchHit {
  readonly id: RecordId;
  readonly kind: Kind;
  readonly title: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly fields: FieldsOf<Kind>;
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

/** Somebody who is sought, and a guest who may be that person. */
export interface MatchView {
  /** Of the decision on the pair, whether there is one or not. */
  readonly id: RecordId;
  /** The house's own report, or another's card. */
  readonly sought: ListItem;
  readonly guest: ListItem;
  /** The probability that the two are one person. */
  readonly score: number;
  readonly proposed: boolean;
  readonly reasons: readonly Reason[];
  /** It was rejected, and what is known of the two has changed since. */
  readonly isBack: boolean;
}

export interface MatchesView {
  /** Most probable first; without those that were rejected. */
  readonly pairs: readonly MatchView[];
  /** Since when all that a shelter has was compared; null: it has not said so. The own house comes first. */
  readonly coverage: readonly {
    readonly site: SiteId;
    readonly name: string;
    readonly comparedAt: UnixMillis | null;
  }[];
}

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
  /** Who is sought, compared with the guests of the house, also those who left; `of`: only pairs of this record. */
  matches(options?: { readonly of?: RecordId }): Promise<MatchesView>;
  /** Not the same person: the pair is not shown again unless what is known of the two changes. */
  rejectMatch(wish: {
    readonly pair: RecordId;
    readonly reason?: string;
  }): Promise<{ readonly pair: RecordId }>;
  /** Takes a rejection back. */
  reopenMatch(pair: RecordId): Promise<{ readonly pair: RecordId }>;
}

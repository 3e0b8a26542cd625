/** What the engine offers to find people: by a line of text, and as possible duplicates. Part of `api.ts`. */
import type { Reason, SearchRefusal } from "#match";
import type { FieldsOf, KindName as Kind } from "#model";
import type { SiteId } from "#sync";
import type { RecordId, UnixMillis } from "./record-id.ts";

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

export type SearchAnswer =
  | {
      readonly kind: "answer";
      readonly results: readonly SearchHit[];
      readonly coverage: readonly Coverage[];
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
  search(text: string, options?: { readonly limit?: number }): Promise<SearchAnswer>;
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

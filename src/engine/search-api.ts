/** What the engine offers to find people. Part of `api.ts`. */
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

/** How many people search looked at, of how many. */
export interface Indexed {
  readonly done: number;
  readonly total: number;
}

export type SearchAnswer =
  | {
      readonly kind: "answer";
      readonly results: readonly SearchHit[];
      readonly coverage: readonly Coverage[];
      /** Null: everybody. Else the answer was early: progress of `index` tells when to ask again. */
      readonly indexed: Indexed | null;
    }
  | { readonly kind: "refused"; readonly refusal: SearchRefusal };

export interface SearchCommands {
  /** Among everybody; `early`: while search is being made ready, among those who are looked at so far. */
  search(
    text: string,
    options?: { readonly limit?: number; readonly early?: boolean },
  ): Promise<SearchAnswer>;
}

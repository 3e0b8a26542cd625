/** Calls home: whom in one word, and whether somebody answered. No number, and no name. */
import type { CallRelation, CallResult } from "#model";
import type { RecordId } from "./record-id.ts";

export interface CallWish {
  readonly guest: RecordId;
  readonly relation: CallRelation;
  readonly result: CallResult;
  /** They had lost each other, and are in touch again. */
  readonly contactRestored?: boolean;
  /** Where the call went. */
  readonly country?: string;
  /** Now, unless told. */
  readonly at?: string;
}

export interface CallCommands {
  /** Notes a call of a guest. Faults: `no-such-record`, `not-allowed`, `fields`. */
  call(wish: CallWish): Promise<{ readonly id: RecordId }>;
}

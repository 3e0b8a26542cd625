/** What the engine offers for records that do not end by themselves: which are to be looked at again, and keeping one on. */
import type { ReviewedKind } from "#model";
import type { RecordId, UnixMillis } from "./record-id.ts";

export interface ReviewItem {
  readonly id: RecordId;
  readonly kind: ReviewedKind;
  /** Whose it is, or of whom; empty where the record says no name. */
  readonly title: string;
  /** When it came to rest: closed, left, or written. */
  readonly since: UnixMillis;
  /** Since when it waits to be looked at. */
  readonly dueSince: UnixMillis;
}

export interface ReviewCommands {
  /** By this device's clock, the longest at rest first. Of who is protected for who holds their keys alone. Throws `not-allowed`. */
  reviews(): Promise<readonly ReviewItem[]>;
  /** It is not shown again for a year; `until` is the last day. Throws `not-allowed`, `no-such-record`. */
  keepOn(id: RecordId): Promise<{ readonly id: RecordId; readonly until: string }>;
}

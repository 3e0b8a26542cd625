/** What the engine offers to a person who asks what the house holds about them, and who got it. */
import type { FieldsOf, KindName } from "#model";
import type { SiteId } from "#sync";
import type { RecordId, UnixMillis } from "./record-id.ts";

/** One record about the person, as it stands. */
export interface CopiedRecord {
  readonly id: RecordId;
  readonly kind: KindName;
  readonly fields: FieldsOf<KindName>;
  readonly createdAt: UnixMillis | null;
  readonly changedAt: UnixMillis | null;
  /** The other house, or the institution, that it was written for; null for what stays here. */
  readonly toldTo: {
    readonly site: SiteId | RecordId;
    readonly name: string | null;
    /** ISO 3166-1 alpha-2, as far as the house knows where that is; of an institution none is known. */
    readonly countries: readonly string[];
  } | null;
}

export interface PersonCopy {
  readonly siteName: string;
  readonly at: UnixMillis;
  /** By kind, in the order in which a person would tell it; the oldest of a kind first. */
  readonly records: readonly CopiedRecord[];
}

export interface CopyCommands {
  /**
   * What the house holds about a guest and whom it told what, for the guest. What others said of them, who seeks them, and
   * what the house decided about that is other people's, and not in it. Faults: `no-such-record`, `not-allowed`.
   */
  personCopy(guest: RecordId): Promise<PersonCopy>;
}

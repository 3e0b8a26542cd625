/** Guests that are one person: putting their records together, taking that back, and what is known of the person. */
import type { RecordId } from "./record-id.ts";
import type { ListItem } from "./search.ts";

/** One person, as several records of the house know them. Nothing of any record is changed by it. */
export interface PersonView {
  /** The records that are shown as one, each as it is: the one that was asked about first. */
  readonly records: readonly ListItem[];
  /** Of fields that they say differently, what each says. */
  readonly differing: Readonly<Record<string, readonly unknown[]>>;
  /** Records of whom somebody says that they are the same person, and somebody that they are not. */
  readonly contested: readonly ListItem[];
}

export interface SamePersonFault {
  /** Of a pair that is one record, or of which nobody says that they are the same. */
  readonly code: "same-record" | "not-merged";
}

export interface SamePersonCommands {
  /**
   * These two guests are the same person, with all who are one with either. Nothing is copied and nothing is lost.
   * Faults: `no-such-record`, `same-record`, `not-allowed`.
   */
  merge(one: RecordId, other: RecordId): Promise<PersonView>;
  /** `out` is somebody else than `from` and all who are one with them. Faults: as `merge`, and `not-merged`. */
  unmerge(from: RecordId, out: RecordId): Promise<PersonView>;
  /** Who a guest is. Faults: `no-such-record`. */
  person(guest: RecordId): Promise<PersonView>;
}

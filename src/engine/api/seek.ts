/** What the engine offers for who is sought, beside matches: how long a report holds, and who else asks for the person. */
import type { ReportEnd } from "#model";
import type { RecordId } from "./record-id.ts";
import type { NewsCommands } from "./news.ts";
import type { ListItem } from "./search.ts";

export type * from "./news.ts";

/** How long a report of the house holds. */
export interface RenewalView {
  readonly report: ListItem;
  readonly state: ReportEnd;
  /** The day after which it ends; null where nobody knows. */
  readonly until: string | null;
}

/** Someone who asks for a person, as a report keeps them; never in a card. */
export interface SeekerFields {
  readonly name?: string;
  readonly relation?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly notes?: string;
}

export interface JoinWish {
  readonly report: RecordId;
  readonly seeker: SeekerFields;
}

/** `report-closed`: it is opened again, not renewed. */
export interface SeekFault {
  readonly code: "report-closed";
}

export interface SeekCommands extends NewsCommands {
  /** The family goes on seeking: the report holds for another year, and one that ended is sought again. */
  renewReport(report: RecordId): Promise<{ readonly id: RecordId; readonly until: string }>;
  /** Reports that end within 30 days, or have: the nearest first. `of`: how long this one holds, also where there is time. */
  renewals(options?: { readonly of?: RecordId }): Promise<readonly RenewalView[]>;
  /** Somebody else asks for the same person at this house: they are kept beside who asked first. */
  joinReport(wish: JoinWish): Promise<{ readonly id: RecordId }>;
}

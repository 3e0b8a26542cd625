/** The roll call of a night: who is here, in which bed, and who was there when somebody looked. */
import type { RollMark, RollStanding } from "#model";
import type { RecordId } from "./record-id.ts";
import type { ListItem } from "./search.ts";

export interface RollCallRow {
  readonly guest: ListItem;
  readonly bed: string | null;
  readonly standing: RollStanding;
}

export interface RollCallView {
  readonly id: RecordId;
  /** The date on whose evening the night begins. */
  readonly night: string;
  /** Who is here in that night, and whoever was marked; by bed, those without one last. */
  readonly people: readonly RollCallRow[];
}

export interface RollMarks {
  /** This night, unless told: until noon it is the one of the day before. */
  readonly night?: string;
  readonly marks: readonly { readonly guest: RecordId; readonly mark: RollMark }[];
}

export interface RollCallCommands {
  rollCall(options?: { readonly night?: string }): Promise<RollCallView>;
  /** Marks guests, and says nothing of their stay. Faults: `no-such-record`, `not-allowed`, `fields`. */
  markRoll(wish: RollMarks): Promise<RollCallView>;
}

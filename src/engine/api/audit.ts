/** What the engine offers to those who watch over a house: who opened, searched and took out what. */
import type { AuditAlarm, AuditDay as CountedDay, CardAlarm } from "#model";
import type { DeviceId, SiteId } from "#sync";
import type { RecordId, UnixMillis } from "./record-id.ts";

export type { AuditAlarm, CardAlarm } from "#model";

/** An alarm about the cards of another house. */
export type CardAlarmView = CardAlarm & { readonly name: string };

export interface HouseName {
  readonly site: SiteId;
  readonly name: string;
}

/** A house whose audit this device reads: its own, and those that chose its house. */
export interface AuditedHouse extends HouseName {
  readonly ownSite: boolean;
  /** The other shelters that read it. */
  readonly auditors: readonly HouseName[];
  /** Pages that do not open here. */
  readonly unreadable: number;
}

/** What one device did on one day, of this device's time zone. */
export interface AuditDay extends Omit<CountedDay, "site" | "device"> {
  readonly site: SiteId;
  readonly device: DeviceId;
  /** Null for other houses' people. */
  readonly person: string | null;
}

/** An alarm and whom it is about; null for other houses' people, and where it is about a house. */
export type AlarmView = AuditAlarm & { readonly person: string | null };

/** Who opened one record. */
export interface OpenedBy {
  readonly site: SiteId;
  readonly device: DeviceId;
  readonly person: string | null;
  readonly at: UnixMillis;
}

export interface AuditView {
  readonly since: UnixMillis;
  readonly houses: readonly AuditedHouse[];
  /** Latest first. */
  readonly alarms: readonly AlarmView[];
  /** Of the cards of other houses; empty in an advocates' house, which compares none. */
  readonly cards: readonly CardAlarmView[];
  /** Latest first. */
  readonly days: readonly AuditDay[];
  /** Of the record that was asked about; latest first. */
  readonly opened: readonly OpenedBy[];
  /** Shelters that may be chosen to read the own house's audit. */
  readonly choices: readonly HouseName[];
}

export interface AuditWish {
  /** So far back; default: seven days. */
  readonly withinMs?: number;
  /** A record, to be told who opened it. */
  readonly of?: RecordId;
}

export interface AuditCommands {
  /** For coordinators. Faults: `not-allowed`. */
  audit(wish?: AuditWish): Promise<AuditView>;
  /** Chooses which other shelter reads the own house's audit from now on; null: none. Faults: `not-allowed`, `no-such-site`. */
  chooseAuditor(site: SiteId | null): Promise<{ readonly auditor: SiteId | null }>;
  /** Notes that a list of so many people was printed on paper, or in clear by a command. */
  noteHandedOut(what: "print" | "list", people: number): Promise<void>;
}

/** What the engine offers for sharing agreements: what the house tells which other house, and until when. */
import type { Shared, SharingClosed, SharingRules } from "#model";
import type { SiteId } from "#sync";
import type { SaidBy } from "./directory.ts";

/** A house's country, and whose word it is. */
export interface HouseCountry {
  /** ISO 3166-1 alpha-2. More than one where devices noted different ones at once. */
  readonly codes: readonly string[];
  readonly saidBy: "own-house" | "that-house";
}

export interface SharingView extends SaidBy {
  readonly kind: "shelter" | "advocates";
  readonly country: HouseCountry | null;
  /** Null: nothing was agreed. Empty: nothing is told. */
  readonly allows: readonly Shared[] | null;
  /** The last day; null: none was agreed. */
  readonly until: string | null;
  /** Of each thing why it is not told now; null: it may be told to whom consent allows. */
  readonly closed: Readonly<Record<Shared, SharingClosed | null>>;
}

export interface SharingOverview {
  readonly rules: SharingRules;
  /** The other houses of the mesh, by name. */
  readonly houses: readonly SharingView[];
  /** Where cards go, which all houses of the network read: by country, and in how many nobody knows it. */
  readonly cardsReach: { readonly countries: readonly string[]; readonly unknown: number };
}

/** What is named changes; null takes it off. */
export interface AgreementWish {
  readonly allows?: readonly Shared[] | null;
  readonly until?: string | null;
  readonly country?: string | null;
}

/** Only coordinators decide; all who read `site` read it. Faults: `not-allowed`, `fields`. */
export interface SharingCommands {
  sharing(): Promise<SharingOverview>;
  /** Throws `no-such-site` for the own house and for one that is not in the mesh. */
  agreeSharing(site: SiteId, wish: AgreementWish): Promise<SharingView>;
  setSharingRules(wish: Partial<SharingRules>): Promise<SharingOverview>;
}

/** The house's own rules or its agreement with that house do not let this be told. */
export interface SharingFault {
  readonly code: "sharing-closed";
  readonly why: SharingClosed;
}

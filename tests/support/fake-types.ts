/** Types of the engine under the names that its fake uses. */
import type { Engine, ProfileState, Standing } from "../../src/engine/api/index.ts";

export type { HistoryItem, ImportReport, RecordId, RecordView, Saved } from "../../src/engine/api/index.ts";

export type Membership = Extract<Standing, { readonly kind: "member" }>;
export type Waiting = Extract<Standing, { readonly kind: "waiting" }>;
export type VaultId = Extract<ProfileState, { readonly kind: "open" }>["vault"];
export type MembersView = Awaited<ReturnType<Engine["members"]>>;
export type QuarantineView = Awaited<ReturnType<Engine["quarantine"]>>[number];
export type InviteView = Awaited<ReturnType<Engine["invite"]>>;
export type StatusView = Awaited<ReturnType<Engine["status"]>>;
export type Coverage = Extract<
  Awaited<ReturnType<Engine["search"]>>,
  { readonly kind: "answer" }
>["coverage"][number];
export type WordsKind = MembersView["wordsNeeded"][number];

export interface FakeOptions {
  readonly start?: "empty" | "locked" | "open" | "waiting";
  readonly role?: Membership["role"];
  readonly siteKind?: Membership["siteKind"];
  /** Without it the house is alone and has no records. */
  readonly people?: boolean;
  readonly now?: number;
  /** How much of its room the own house fills, from 0 to 1. */
  readonly full?: number;
  /** One house calls itself like another, and a new one like a third. */
  readonly alike?: boolean;
  /** Other people with a vault on this computer. */
  readonly others?: number;
}

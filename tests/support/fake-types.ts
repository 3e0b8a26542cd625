/** Types of the engine under the names that its fake uses. */
import type { Engine, ProfileState, Standing } from "../../src/engine/api.ts";

export type { HistoryItem, ImportReport, RecordId, RecordView, Saved } from "../../src/engine/api.ts";

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

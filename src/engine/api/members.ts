/** What the engine shows of a mesh: its houses, their devices, invites, who asked to come in. */
import type { DeviceId, InviteId, MeshId, Role, SiteId, SiteKind } from "#sync";
import type { NamedSite, NewSiteView, SiteTrust } from "./membership.ts";
import type { WordsKind } from "./recovery.ts";
import type { UnixMillis } from "./record-id.ts";

export interface InviteWish {
  readonly role: Role;
  /** The first device of a new site; null for a device of one's own site. */
  readonly newSite: { readonly name: string; readonly kind: SiteKind } | null;
  readonly validMs: number;
}

export interface InviteView {
  readonly invite: InviteId;
  readonly code: string;
  /** 26 characters to read aloud or to type: they join as the code does, where a hub is in reach. */
  readonly seed: string;
  readonly expiresAt: UnixMillis;
}

/** `removed`: was a member; what it wrote before stays. */
export type DeviceState = "member" | "waiting" | "removed";

export interface DeviceView {
  readonly device: DeviceId;
  /** Null where this device may not know it (another site's people). */
  readonly person: string | null;
  readonly role: Role;
  readonly state: DeviceState;
  /** Four words to compare before confirming; null for members, and for requests that another one must confirm. */
  readonly words: string | null;
  readonly lastHeard: UnixMillis | null;
  readonly thisDevice: boolean;
  /** Two histories of what it wrote were met: somebody runs a copy of it, or it lies. */
  readonly copied: boolean;
  /** When its access ends by itself: volunteers'. */
  readonly endsAt: UnixMillis | null;
  /** When it came in by recovery words, as it says itself; null for all others. */
  readonly enrolledAt: UnixMillis | null;
  /** Houses that gave their word that it should be out, while one word is not enough. */
  readonly votes: number;
  /** Nobody else of its shelter was given the keys of what is protected: without it nobody reads that again. */
  readonly onlyProtection: boolean;
}

export interface SiteView extends SiteTrust {
  readonly site: SiteId;
  readonly name: string;
  readonly kind: SiteKind;
  readonly ownSite: boolean;
  readonly lastHeard: UnixMillis | null;
  readonly devices: readonly DeviceView[];
  /** Other houses whose names can be taken for its own. */
  readonly alike: readonly NamedSite[];
}

export interface MembersView {
  readonly mesh: MeshId;
  readonly meshName: string;
  readonly sites: readonly SiteView[];
  /** New houses that others invite and that wait for a second house's word; this device may give it. */
  readonly toApprove: readonly NewSiteView[];
  /** Who asked to join with an invite of this house that had been used: its code was copied. */
  readonly late: readonly LateRequest[];
  /** The sets of recovery words that the own house lacks, and that this device may make. */
  readonly wordsNeeded: readonly WordsKind[];
}

/** A request that came too late and cannot be confirmed. */
export interface LateRequest {
  readonly device: DeviceId;
  /** The name that the joiner gave itself, where this device made the invite. */
  readonly person: string | null;
  readonly role: Role;
}

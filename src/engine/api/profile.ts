/** What the engine offers of a profile: its state before and after a vault is opened, founding a mesh, joining one. */
import type { DeviceId, MeshId, Role, SiteId, SiteKind } from "#sync";
import type { Badge, VaultId, VaultLabel } from "./lock.ts";
import type { UnixMillis } from "./record-id.ts";

/** A profile before and after its vault is opened. */
export type ProfileState =
  | { readonly kind: "empty" }
  | { readonly kind: "locked"; readonly vaults: readonly VaultLabel[] }
  | {
      readonly kind: "open";
      readonly vault: VaultId;
      readonly badge: Badge;
      /** Until when a PIN opens this vault; null: passphrase only. */
      readonly pinUntil: UnixMillis | null;
      readonly standing: Standing;
    };

/** Where this device stands in its mesh. */
export type Standing =
  | {
      readonly kind: "waiting";
      readonly device: DeviceId;
      readonly words: string;
      readonly presented: boolean;
      /** Why nobody will confirm it any more; null while somebody may. */
      readonly refused: "invite-used" | "invite-expired" | null;
    }
  /** Was a member and was taken out: what it kept is still there, and nothing more comes. */
  | { readonly kind: "removed"; readonly device: DeviceId }
  /** Came out of a backup by its passphrase: reads what that held, and nobody let it in. */
  | { readonly kind: "reader"; readonly device: DeviceId }
  | {
      readonly kind: "member";
      readonly device: DeviceId;
      readonly role: Role;
      readonly personName: string;
      readonly mesh: MeshId;
      readonly meshName: string;
      readonly site: SiteId;
      readonly siteName: string;
      readonly siteKind: SiteKind;
    };

export interface Founding {
  readonly meshName: string;
  readonly siteName: string;
  readonly siteKind: SiteKind;
  readonly personName: string;
  readonly passphrase: string;
}

export interface Founded {
  readonly mesh: MeshId;
  readonly device: DeviceId;
  /** Twelve Spanish words; shown once, never stored. */
  readonly recoveryWords: string;
  /** Twelve others for what is protected; null where the house has no such records. */
  readonly protectedWords: string | null;
}

export interface Joining {
  /** The whole code, or the seed alone, whose letter is then asked for: that takes a network. */
  readonly code: string;
  readonly personName: string;
  readonly passphrase: string;
  /** Whom to ask for the letter of a seed; without any, whoever the local network announces. */
  readonly peers?: readonly string[];
}

export interface Joined {
  readonly device: DeviceId;
  /** Four words to compare with the person who invited. */
  readonly words: string;
  /** As for a founder, when the joiner is the first of a new site; else null. */
  readonly recoveryWords: string | null;
  readonly protectedWords: string | null;
  /** The whole code, for the hub that serves the page; the same secret as the seed that was typed. */
  readonly code: string;
}

/** What the engine tells of its talks with other devices, and of what it holds. */
import type { DeviceId, SiteId } from "#sync";
import type { Progress } from "./progress.ts";
import type { UnixMillis } from "./record-id.ts";

export interface SyncReport {
  readonly peer: string;
  readonly site: SiteId | null;
  readonly entriesIn: number;
  readonly entriesOut: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly messages: number;
  readonly ms: number;
  readonly spaces: number;
}

export interface PeerView {
  readonly address: string;
  readonly device: DeviceId | null;
  readonly site: SiteId | null;
  readonly siteName: string | null;
  readonly connected: boolean;
  readonly progress: Progress | null;
  readonly lastHeard: UnixMillis | null;
}

export interface StatusView {
  readonly peers: readonly PeerView[];
  readonly sites: readonly {
    readonly site: SiteId;
    readonly name: string;
    readonly lastHeard: UnixMillis | null;
    readonly missing: number | null;
  }[];
  readonly entries: number;
  readonly records: number;
  /** Records of this device that nobody else says to hold. */
  readonly onlyHere: number;
  /** Kept, counted and not merged: entries that could not be read or were refused. */
  readonly refused: number;
}

export interface CheckReport {
  readonly ok: boolean;
  readonly entries: number;
  readonly problems: readonly { readonly code: string; readonly where: string }[];
}

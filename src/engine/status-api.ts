/** How a device stands: whom it talks with, what it holds, and whether what it holds is whole. */
import type { DeviceId, SiteId } from "#sync";
import type { UnixMillis } from "./record-id.ts";

/** Long work tells how far it is; `total` is null while it is not known. */
export interface Progress {
  readonly task: "load" | "import" | "sync" | "open" | "index" | "compare";
  readonly done: number;
  readonly total: number | null;
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

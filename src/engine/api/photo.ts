/** What the engine offers for a photo of somebody who is sought. */
import type { RecordId, UnixMillis } from "./record-id.ts";

export interface PhotoView {
  /** A JPEG without anything beside the picture. */
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly changedAt: UnixMillis | null;
}

export interface PhotoCommands {
  /**
   * Keeps a photo with a report of the house, in the place of one that was there. Faults: `not-allowed`, `no-such-record`,
   * `no-photo` for what is no whole JPEG, `photo-too-large`.
   */
  setPhoto(wish: { readonly report: RecordId; readonly jpeg: Uint8Array }): Promise<PhotoView>;
  /** Null where there is none, or it was taken back. */
  photo(report: RecordId): Promise<PhotoView | null>;
  /** It is shown no more; its bytes go with the report, by `erase`. */
  takeBackPhoto(report: RecordId): Promise<void>;
}

export type PhotoFault =
  | { readonly code: "no-photo" }
  | { readonly code: "photo-too-large"; readonly bytes: number; readonly most: number };

/** What the engine offers for erasing: an order that every house carries out, and what each says of it. */
import type { OperationId, SiteId } from "#sync";
import type { RecordId, UnixMillis } from "./record-id.ts";

export interface EraseWish {
  readonly id: RecordId;
  /** Who asked for it and on what ground: stays in the house, and is to hold no name. */
  readonly reason: string;
}

/** What one house says of an order, as far as it was heard from. */
export interface SiteErasure {
  readonly site: SiteId;
  readonly name: string;
  readonly ownSite: boolean;
  /** It says so: nobody can see into another house. */
  readonly erased: boolean;
  readonly lastHeard: UnixMillis | null;
}

export interface ErasureView {
  /** The houses that may hold ciphertext of it: the own one, and all others of what left it. */
  readonly sites: readonly SiteErasure[];
  /** Null where this device may not read why. */
  readonly reason: string | null;
  readonly at: string | null;
}

/** What an order would take with it. */
export interface ErasePreview {
  readonly records: number;
  readonly entries: number;
  /** What was told to other houses is in their records too: only they can erase those. */
  readonly told: readonly { readonly site: SiteId; readonly name: string }[];
}

export interface ErasureCommands {
  /**
   * Erases a record of the own house with all that was noted of it, here and, as they hear of the order, everywhere: the
   * ciphertext too. It cannot be taken back. Faults: `not-allowed`, `no-such-record`, `not-yours`, `fields`.
   */
  erase(wish: EraseWish): Promise<{ readonly order: OperationId }>;
  /** What the order would take with it. Faults as `erase`. */
  erasePreview(id: RecordId): Promise<ErasePreview>;
  /** How far an order has come. Throws `not-erased`. */
  erasure(id: RecordId): Promise<ErasureView>;
  /** Of everything that the house erased, newest first. */
  erasures(): Promise<readonly ErasureView[]>;
}

/** Nobody ordered this record to be erased, as far as is known here. */
export interface ErasureFault {
  readonly code: "not-erased";
}

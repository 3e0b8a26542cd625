/** What the engine offers for being found from other shelters: whether a guest is, and who of elsewhere is sought here. */
import type { Reason } from "#match";
import type { FoundState } from "#model";
import type { SiteId } from "#sync";
import type { RecordId } from "./record-id.ts";
import type { ListItem } from "./search.ts";

/** Somebody who is sought here and may be at another shelter, where they agreed to be found. */
export interface ElsewhereView {
  /** The house's own report. */
  readonly report: ListItem;
  readonly found: ListItem;
  readonly site: SiteId | null;
  readonly siteName: string | null;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

export interface FoundCommands {
  /** Whether other shelters may know that a guest is here, or why not. Faults: `not-allowed`, `no-such-record`. */
  foundState(guest: RecordId): Promise<FoundState>;
  /** The house's open reports compared with who is elsewhere and agreed to be found, most probable first. */
  elsewhere(options?: { readonly of?: RecordId }): Promise<readonly ElsewhereView[]>;
}

/** One record as it is shown: what is known, what is contested, and who says that they hold it. */
import type { FieldsOf, KindName as Kind } from "#model";
import type { SiteId, SpaceId } from "#sync";
import type { NamedSite } from "./membership.ts";
import type { RecordId, UnixMillis } from "./record-id.ts";

/** Who says that they hold this record: this device, the own site's hub, other sites (their names). */
export interface Saved {
  readonly here: boolean;
  readonly hub: boolean;
  readonly sites: readonly NamedSite[];
}

export interface RecordView<K extends Kind = Kind> {
  readonly id: RecordId;
  readonly kind: K;
  readonly space: SpaceId;
  readonly fields: FieldsOf<K>;
  /** Fields (dotted paths) that two devices set at once to different values; each list has at least two. */
  readonly conflicts: Readonly<Record<string, readonly unknown[]>>;
  readonly site: SiteId | null;
  readonly createdAt: UnixMillis | null;
  readonly changedAt: UnixMillis | null;
  readonly saved: Saved;
}

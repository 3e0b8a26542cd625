/** To whom somebody is referred. */
import type { SiteId } from "#sync";
import type { RecordId } from "./record-id.ts";

/** A site of the mesh, or an institution, by its service in the directory. */
export type ReferralTo = { readonly site: SiteId } | { readonly service: RecordId };

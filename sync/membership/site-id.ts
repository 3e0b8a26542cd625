/**
 * The id of a site: a hash of the operation that makes its place, so nobody chooses it
 * (docs/protocol.md, "Identifiers"). For the first site that is the founding, for every other the
 * invite: the joiner knows the id before anybody confirms.
 */
import { hash, toText } from "#crypto";
import { idBytes, type MeshId, type OperationId, SITE_ID_BYTES, type SiteId } from "../ids.ts";

export const siteIdOf = (madeBy: OperationId | MeshId): SiteId =>
  toText(hash("vereda/site/1", idBytes(madeBy)).subarray(0, SITE_ID_BYTES)) as SiteId;

/** Founding: counts only as the mesh's first operation, by the device that it names. */
import { siteIdOf } from "../site-id.ts";
import { newMember, type Rule } from "../draft.ts";
import { deviceIdOf } from "../join-request.ts";
import type { FoundOperation } from "../operations.ts";
import { addSite } from "./site.ts";

export const applyFound: Rule<FoundOperation> = (subject) => {
  const { draft, operation, id, author } = subject;
  // A mesh id and the id of the founding entry are the same 32 bytes.
  if ((id as string) !== draft.mesh || deviceIdOf(operation.device) !== author) return "not-the-founding";
  draft.meshName = operation.meshName;
  const site = siteIdOf(id);
  addSite(draft, { site, ...operation.site, first: author, by: id }, operation);
  const founder = { device: author, keys: operation.device, site, by: id, at: 0 };
  draft.devices.set(author, newMember({ ...founder, role: "coordinator" }));
  return null;
};

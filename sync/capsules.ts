/**
 * Entries of the `capsule` space: every device carries them, and whoever holds a card's key opens those that are sealed
 * under it. They name no key (docs/protocol.md, "Capsules"), so a reader tries its own on each entry of the house that
 * gave the card; the commitment says which fit, at the price of one derivation each.
 */
import { equalBytes, open, type SpaceKey } from "#crypto";
import type { SiteId } from "./ids.ts";
import { type Entry, NO_KEY_ID, sealContext } from "./log/entry.ts";
import type { Membership } from "./membership/membership.ts";
import { everMember } from "./membership/removal.ts";
import type { Replica } from "./replica.ts";
import { CAPSULE } from "./space.ts";

/** Entries read at once: bounds memory. */
const SLICE_ENTRIES = 512;

export interface OpenedEntry {
  readonly entry: Entry;
  readonly plaintext: Uint8Array;
}

function openedBy(entry: Entry, key: SpaceKey): OpenedEntry | null {
  const { header, body } = entry;
  if (body === null || !equalBytes(header.keyId, NO_KEY_ID)) return null;
  const { salt, commit } = header;
  const plaintext = open({ key, salt, context: sealContext(header), commit, body });
  return plaintext === null ? null : { entry, plaintext };
}

/** What devices of a site wrote under a card's key, as far as it has come here. Keeps nothing. */
export async function openCapsules(
  replica: Pick<Replica, "membership" | "holdings" | "read">,
  { site, key }: { readonly site: SiteId; readonly key: SpaceKey },
): Promise<readonly OpenedEntry[]> {
  const membership = replica.membership();
  const found: OpenedEntry[] = [];
  for (const { log, low, high } of replica.holdings()) {
    if (log.space !== CAPSULE || everMember(membership, log.device)?.site !== site) continue;
    for (let from = low; from <= high; from += SLICE_ENTRIES) {
      const entries = await replica.read(log, from, Math.min(high, from + SLICE_ENTRIES - 1));
      found.push(...entries.flatMap((entry) => openedBy(entry, key) ?? []));
    }
  }
  return found;
}

/** Every site that is or was in the mesh: whoever gave a card may be out by now. */
export function sitesEver({ sites, removed }: Pick<Membership, "sites" | "removed">): readonly SiteId[] {
  const out = [...removed.values()].map(({ member }) => member.site);
  return [...new Set([...sites.keys(), ...out])];
}

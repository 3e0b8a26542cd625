/** Who may say what for a site, and how far one list of positions reaches beside another. */
import type { DeviceId, SiteId } from "../ids.ts";
import { isFrozen } from "../membership/fork-reports.ts";
import { isStaff } from "../membership/groups.ts";
import type { Membership } from "../membership/membership.ts";
import { everMember } from "../membership/removal.ts";
import { limitOf } from "../replica/quarantine.ts";
import type { SpaceId } from "../space.ts";
import type { ReceiptBody, ReceiptPosition } from "./receipt.ts";

/**
 * Whether the one who signs may say this, as far as we know: a member of the site, its hub of what is held, of what is
 * compared somebody who reads the records of a shelter, of what is erased its hub, or anybody of a house without one. The
 * word of who is out, or of whom two histories were met,
 * counts no more, also where it counted before.
 */
export function maySay(
  membership: Membership,
  { site, device, says }: Pick<ReceiptBody, "site" | "device" | "says">,
): boolean {
  const member = membership.devices.get(device);
  if (member?.site !== site || isFrozen(membership, device)) return false;
  if (says === "held") return member.role === "hub";
  if (says === "erased") return member.role === "hub" || !hasHub(membership, site);
  return isStaff(member.role) && membership.sites.get(site)?.kind === "shelter";
}

const hasHub = ({ devices }: Membership, site: SiteId): boolean =>
  [...devices.values()].some((member) => member.site === site && member.role === "hub");

/** How far each device's log is reached; of a device that is not named, not at all. */
const highsOf = (positions: readonly ReceiptPosition[]): ReadonlyMap<DeviceId, number> =>
  new Map(positions.map(({ device, seq }) => [device, seq]));

/** Whether positions reach each of these entries. */
export function reaches(positions: readonly ReceiptPosition[], entries: readonly ReceiptPosition[]): boolean {
  const highs = highsOf(positions);
  return entries.every(({ device, seq }) => (highs.get(device) ?? -1) >= seq);
}

/**
 * Whether positions in a space reach as far as others, in what still counts of each log. Of a device that we never
 * heard of something counts that we lack.
 */
export function reachesAll(
  { membership, space }: { readonly membership: Membership; readonly space: SpaceId },
  positions: readonly ReceiptPosition[],
  others: readonly ReceiptPosition[],
): boolean {
  const highs = highsOf(positions);
  return others.every(({ device, seq }) => {
    if (everMember(membership, device) === undefined) return false;
    const limit = limitOf(membership, { device, space });
    const counted = limit === null ? seq : Math.min(seq, limit.tip?.seq ?? -1);
    return (highs.get(device) ?? -1) >= counted;
  });
}

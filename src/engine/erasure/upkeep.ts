/**
 * What a device that may erase does by itself: orders what was written later to a record of the house that was erased,
 * and what the house wrote to another house's record that was (docs/protocol.md, "Erasure").
 */
import { everMember, type DeviceId, mayErase, type SiteId } from "#sync";
import type { House } from "../house/house.ts";
import type { EntryPlace } from "../records/catalog.ts";
import { goneIn } from "./gone.ts";
import { ordersOf, type Placed } from "./orders.ts";

/** Orders what is owed; says whether there was anything. */
export async function keepErased(house: House): Promise<boolean> {
  const membership = house.replica.membership();
  const member = membership.devices.get(house.device);
  if (membership.erasures.length === 0 || member === undefined || house.isCopied()) return false;
  const { device, secrets } = { device: house.device, secrets: house.vault().secrets.device };
  await house.receipts.sayErased({ device, secrets });
  const owed = mayErase(member.role) ? owedBy(house, member.site) : [];
  if (owed.length === 0) return false;
  const { operations, entries } = await ordersOf(house.replica, member.site, owed);
  if (entries === 0) return false;
  await house.operations.write(operations);
  return true;
}

/**
 * Records that were erased of which entries of the house are still here. What the house began itself is read as long as
 * the house does not erase it, and is not among them: nobody erases what another one began.
 */
function owedBy({ replica, ingest }: House, site: SiteId): readonly Placed[] {
  const membership = replica.membership();
  const gone = goneIn(membership);
  const isOwn = (device: DeviceId): boolean => everMember(membership, device)?.site === site;
  const left = (places: readonly EntryPlace[]): readonly EntryPlace[] =>
    places.filter((place) => isOwn(place.device) && !gone.isErased(place));
  return [...ingest.incomplete()]
    .filter(([id]) => gone.erasersOf(id).size > 0)
    .map(([id, places]) => ({ id, places: left(places) }))
    .filter(({ places }) => places.length > 0);
}

/**
 * Who holds the keys of `protected`: people of the protection role, and a coordinator who founded or recovered the house.
 * Who a statement is of is what the signed logs tell: its author's device, and what that device says its person is called.
 */
import { foldedWords, type ReleaseVoice } from "#model";
import { type DeviceId, everMember, groupsHeld, type Member, type Membership, siteSpace } from "#sync";
import { EngineError } from "../api/index.ts";
import { peopleOf } from "../house/people-of-house.ts";
import { type House, memberOf } from "../house/house.ts";
import type { CatalogRecord, EntryPlace } from "../records/catalog.ts";
import { authorAt } from "../records/read-record.ts";

/** Whether a member holds the keys by role, or as who founded or recovered the house. */
export function holds(membership: Membership, member: Member): boolean {
  const site = membership.sites.get(member.site);
  return site !== undefined && groupsHeld(member, site).includes("protection");
}

/** Whether the one at this device reads what is protected; so it is asked, and never by the role alone. */
export function holdsProtection(house: House): boolean {
  const membership = house.replica.membership();
  const member = membership.devices.get(house.device);
  if (member === undefined || !holds(membership, member)) return false;
  return house.keyring().readable(siteSpace("protected", member.site));
}

/** Throws `not-protection`, the same whatever there is. */
export function checkProtection(house: House): void {
  memberOf(house);
  if (!holdsProtection(house)) throw new EngineError({ code: "not-protection" });
}

/** What a device's person is called, for comparing; null where that is not known. */
export function personOf(house: House, device: DeviceId): string | null {
  const name = peopleOf(house).get(device) ?? (device === house.device ? ownName(house) : null);
  const words = name === null ? "" : foldedWords(name).join(" ");
  return words === "" ? null : words;
}

const ownName = (house: House): string => house.vault().secrets.personName;

export const voiceHere = (house: House): ReleaseVoice => ({
  device: house.device,
  person: personOf(house, house.device),
});

/** Whether the author held the keys when the entry was written. */
function heldThen(membership: Membership, place: EntryPlace): boolean {
  const then = authorAt(membership, place);
  const member = everMember(membership, place.device);
  return then !== null && member !== undefined && holds(membership, { ...member, role: then.role });
}

/** The one device that wrote all of a record, where its person held the keys; null for any other record. */
export function voiceOf(house: House, { entries }: CatalogRecord): ReleaseVoice | null {
  const [first, ...others] = entries;
  if (first === undefined || others.some(({ device }) => device !== first.device)) return null;
  const membership = house.replica.membership();
  if (!entries.every((place) => heldThen(membership, place))) return null;
  return { device: first.device, person: personOf(house, first.device) };
}

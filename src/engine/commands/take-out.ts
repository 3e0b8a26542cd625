/**
 * Taking back what was given: devices out, other roles, houses out, new keys; and letting count what was
 * cut. What a member may do is decided by the membership's own rules; here their refusals become faults.
 */
import {
  approveRefusal,
  distrustRefusal,
  type DeviceId,
  type DutyOperation,
  endingOf,
  endingsByOperation,
  everMember,
  type InviteId,
  type Member,
  type Membership,
  type Operation,
  readableSpaces,
  type Refusal,
  removeSiteRefusal,
  revokeRefusal,
  type Role,
  roleRefusal,
  rotateGroups,
  rotateSpaces,
  type SiteId,
} from "#sync";
import { EngineError, type Fault } from "../api/index.ts";
import { memberOf, type House } from "../house/house.ts";
import type {
  DistrustWord,
  MembershipCommands,
  QuarantineView,
  ReadableRecord,
  Revoked,
} from "../api/membership.ts";
import { peopleOf } from "../house/people-of-house.ts";
import { titleOf } from "./read-records.ts";

const RENEWAL_MS = 14 * 24 * 60 * 60_000;

const FAULTS: Partial<Readonly<Record<Refusal, Fault>>> = {
  "unknown-device": { code: "no-such-device" },
  "unknown-site": { code: "no-such-site" },
  "unknown-invite": { code: "no-such-request" },
  "too-few-sites": { code: "too-few-sites" },
  "role-not-of-this-site": { code: "role-not-here" },
};

function refuse(reason: Refusal | null): void {
  if (reason !== null) throw new EngineError(FAULTS[reason] ?? { code: "not-allowed" }, { cause: reason });
}

const askingOf = (house: House): { roster: Membership; author: DeviceId; sites: number } => {
  memberOf(house);
  const roster = house.replica.membership();
  return { roster, author: house.device, sites: roster.sites.size };
};

function targetOf(house: House, device: DeviceId): Member {
  const member = house.replica.membership().devices.get(device);
  if (member === undefined) throw new EngineError({ code: "no-such-device" });
  return member;
}

/** Writes, and says whether it counts here. */
async function write(house: House, operation: Operation | readonly Operation[]): Promise<void> {
  const [id] = await house.operations.write([operation].flat());
  if (id !== undefined) refuse(house.replica.membership().refused.get(id) ?? null);
  await house.settle();
}

/** What devices read by their roles, of what this device can read itself. */
function readableBy(house: House, devices: readonly DeviceId[]): readonly ReadableRecord[] {
  const membership = house.replica.membership();
  const spaces = new Set(devices.flatMap((device) => readableSpaces(membership, device)));
  return [...house.catalog.all()]
    .filter(({ home }) => spaces.has(home))
    .map((record) => ({ id: record.id, kind: record.kind, title: titleOf(record) }));
}

/** `revoke`. */
export async function revoke(house: House, device: DeviceId): Promise<Revoked> {
  const asking = askingOf(house);
  const target = targetOf(house, device);
  refuse(revokeRefusal(asking, target));
  const records = readableBy(house, [device]);
  await write(house, { kind: "revoke", ending: await endingOf(house.replica, target) });
  return { device, done: !house.replica.membership().devices.has(device), records };
}

/** `role`. */
export async function giveRole(
  house: House,
  { device, role }: { readonly device: DeviceId; readonly role: Role },
): Promise<{ device: DeviceId; role: Role }> {
  const target = targetOf(house, device);
  refuse(roleRefusal(askingOf(house), target, role));
  await write(house, { kind: "role", role, ending: await endingOf(house.replica, target) });
  return { device, role };
}

/** `renew`. */
export async function renew(house: House, device: DeviceId): ReturnType<MembershipCommands["renew"]> {
  targetOf(house, device);
  memberOf(house);
  const endsAt = house.deps.clock.now() + RENEWAL_MS;
  await write(house, { kind: "renew", device, until: endsAt });
  return { device, endsAt };
}

/** `remove-site`. */
export async function removeSite(house: House, site: SiteId): ReturnType<MembershipCommands["removeSite"]> {
  const asking = askingOf(house);
  refuse(removeSiteRefusal(asking, site));
  const devices = [...asking.roster.devices.values()].filter((member) => member.site === site);
  const records = readableBy(
    house,
    devices.map(({ device }) => device),
  );
  const endings = await Promise.all(devices.map((member) => endingOf(house.replica, member)));
  const words = endingsByOperation(endings).map((some): Operation => ({
    kind: "remove-site",
    site,
    endings: some,
  }));
  // of its own house a device gives its word once
  const isOwn = asking.roster.devices.get(house.device)?.site === site;
  await write(house, isOwn ? words.slice(0, 1) : words);
  return { site, done: !house.replica.membership().sites.has(site), records };
}

/** `distrust`. */
export async function distrust(house: House, { site, on }: DistrustWord): Promise<DistrustWord> {
  const { roster, author } = askingOf(house);
  refuse(distrustRefusal(roster, author, site));
  await write(house, { kind: "distrust", site, on });
  return { site, on };
}

/** `approve`. */
export async function approve(house: House, invite: InviteId): ReturnType<MembershipCommands["approve"]> {
  const { roster, author } = askingOf(house);
  const known = roster.invites.get(invite);
  if (known === undefined) throw new EngineError({ code: "no-such-request" });
  refuse(approveRefusal(roster, author, known));
  await write(house, { kind: "approve", invite });
  return { invite };
}

/** `rotate`: groups first, and with their new secrets the spaces. */
export async function rotate(house: House): ReturnType<MembershipCommands["rotate"]> {
  memberOf(house);
  const make = async (of: typeof rotateGroups): Promise<readonly DutyOperation[]> => {
    const { signatures, random } = house.deps;
    const membership = house.replica.membership();
    return of({ membership, keyring: house.keyring(), me: house.device, signatures, random });
  };
  const groups = await make(rotateGroups);
  await house.operations.write(groups);
  await house.settle();
  const spaces = await make(rotateSpaces);
  await house.operations.write(spaces);
  await house.settle();
  return { groups: groups.length, spaces: spaces.length };
}

/** `quarantine`. */
export async function quarantine(house: House): Promise<readonly QuarantineView[]> {
  const membership = house.replica.membership();
  const people = peopleOf(house);
  const own = everMember(membership, house.device)?.site;
  const byDevice = new Map<DeviceId, number>();
  for (const { log, entries } of await house.replica.quarantined()) {
    byDevice.set(log.device, (byDevice.get(log.device) ?? 0) + entries);
  }
  return [...byDevice].map(([device, entries]) => {
    const site = everMember(membership, device)?.site;
    const siteName = site === undefined ? null : (membership.sites.get(site)?.name ?? null);
    const person = people.get(device) ?? null;
    const ownSite = site !== undefined && site === own;
    return { device, entries, siteName, ownSite, person, since: house.outSince.of(device) };
  });
}

/** `admit`: raises each cut to the end of what is kept here. */
export async function admit(house: House, device: DeviceId): ReturnType<MembershipCommands["admit"]> {
  memberOf(house);
  const removed = house.replica.membership().removed.get(device);
  if (removed === undefined) throw new EngineError({ code: "no-such-device" });
  const kept = (await house.replica.quarantined()).filter(({ log }) => log.device === device);
  for (const { log, tip } of kept) {
    const cut = { space: log.space, seal: tip };
    await write(house, { kind: "raise-cut", device: removed.member.keys, cut });
  }
  return { device, entries: kept.reduce((sum, { entries }) => sum + entries, 0) };
}

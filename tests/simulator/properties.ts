/** What must hold at the end of every history (docs/testing.md, "Simulation"). */
import { toText } from "#crypto";
import { audienceOf, groupsHeld, readsByGroup } from "../../sync/membership/groups.ts";
import { inviteRefusal } from "../../sync/membership/authority.ts";
import { writable } from "../../sync/membership/generations.ts";
import { groupId, type Membership, type SpaceGeneration } from "../../sync/membership/membership.ts";
import { readableSpaces } from "../../sync/membership/scope.ts";
import type { Keyring } from "../../sync/membership/keyring.ts";
import type { Device } from "./device.ts";
import { faultsOf } from "./faults.ts";
import { type Reach, reachOf } from "./reach.ts";
import { difference } from "./same.ts";
import type { Ended } from "./world.ts";

/** What is wrong at the end of a history; empty when nothing is. */
export async function wrongIn(ended: Ended): Promise<readonly string[]> {
  const faults = [...ended.honest, ...ended.malicious].flatMap((one) =>
    faultsOf(one.membership, one.operations),
  );
  if (faults.length > 0) return faults;
  const apart = convergence(ended.honest);
  // who owes something for ever never comes to rest, and so may hold something else than the others
  const unrest = ended.rounds === Infinity ? ["duties do not end"] : [];
  if (apart.length + unrest.length > 0) return [...apart, ...unrest];
  return [...(await lost(ended)), ...(await kept(ended)), ...(await silenced(ended))];
}

/** All honest devices hold the same and make the same of it, in their own order of arrival. */
function convergence(honest: readonly Device[]): string[] {
  const [first] = honest;
  if (first === undefined) return [];
  const expected = first.reduced;
  return honest.slice(1).flatMap((device, at) => {
    // by the order of arrival once more for one of them: the rest share what was worked out for the same set
    const membership = at === 0 ? device.reduced : device.membership;
    const part = difference(expected, membership);
    return part === null ? [] : [`${first.name} and ${device.name} part at ${part}`];
  });
}

const isIn = ({ membership, id }: Device): boolean => membership.devices.has(id);

const hasChanged = ({ membership, id }: Device): boolean =>
  (membership.devices.get(id)?.roles.length ?? 0) > 0;

/** Every honest member reads what its role reads, old and new, and can write there. */
async function lost({ honest, malicious }: Ended): Promise<string[]> {
  const inside = honest.filter(isIn);
  const keyrings = new Map(await Promise.all(inside.map(async (one) => [one, await one.keyring()] as const)));
  // who may give it on: a device that came to another role still has the key, and may not
  const isHeld = (generation: SpaceGeneration): boolean =>
    [...keyrings].some(
      ([{ membership, id }, keyring]) =>
        readableSpaces(membership, id).includes(generation.space) && keyring.spaceKey(generation) !== null,
    );
  // what its last holder took along, before anybody else was given it, is lost, and no program could help it
  const gone = await reachOf([...honest, ...malicious].filter((one) => !isIn(one) || hasChanged(one)));
  // what a liar made and gave to nobody: no honest device ever wrote under it
  const liars = new Set(malicious.map(({ id }) => id));
  const isTrap = ({ by }: SpaceGeneration): boolean =>
    honest.some(({ operations }) => liars.has(operations.get(by)?.author ?? honest[0]!.id));
  const wrong = unheard(honest, keyrings);
  for (const [device, keyring] of keyrings) {
    const { membership, id, name } = device;
    for (const space of readableSpaces(membership, id).filter((one) => audienceOf(one) !== null)) {
      if (keyring.writeKey(space) === null) wrong.push(`${name} has no key to write in ${space}`);
      const closed = (membership.spaces.get(space) ?? []).filter((one) => keyring.spaceKey(one) === null);
      const owed = closed.filter(
        (one) => isHeld(one) || (!gone.spaces.has(toText(one.keyId)) && !isTrap(one)),
      );
      for (const { generation } of owed)
        wrong.push(`${name} cannot read generation ${String(generation)} of ${space}`);
    }
  }
  return wrong;
}

/** What somebody without the key posts to a space by its drop key, an honest reader can open. */
function unheard(honest: readonly Device[], keyrings: ReadonlyMap<Device, Keyring>): string[] {
  const [eyes] = honest;
  if (eyes === undefined) return [];
  return [...eyes.membership.spaces].flatMap(([space, generations]) => {
    const [best] = writable(eyes.membership, generations);
    const readers = [...keyrings].filter(([{ membership, id }]) => readsByGroup(membership, id, space));
    if (best === undefined || best.drop === null || readers.length === 0) return [];
    const opens = readers.some(([, keyring]) => keyring.spaceKey(best) !== null);
    return opens ? [] : [`what is posted to ${space} is opened by nobody honest`];
  });
}

/** Whoever is out opens nothing that may be written with now, alone or with the others who are out. */
async function kept({ honest, malicious }: Ended): Promise<string[]> {
  const [eyes] = honest;
  const out = [...honest, ...malicious].filter((one) => eyes?.membership.removed.has(one.id) === true);
  if (eyes === undefined || out.length === 0) return [];
  const reach = await reachOf(out);
  const inside = malicious.filter((one) => eyes.membership.devices.has(one.id));
  return [
    ...openGroups(eyes.membership, { reach, inside }),
    ...openSpaces(eyes.membership, { reach, inside }),
  ];
}

interface Thieves {
  readonly reach: Reach;
  /** Malicious members: what they read, they can hand to anybody, and nothing prevents it. */
  readonly inside: readonly Device[];
}

function openGroups(membership: Membership, { reach, inside }: Thieves): string[] {
  const held = inside.flatMap(({ id }) => {
    const member = membership.devices.get(id);
    const home = member === undefined ? undefined : membership.sites.get(member.site);
    return member === undefined || home === undefined
      ? []
      : groupsHeld(member, home).map((group) => groupId(group, home.site));
  });
  return [...membership.groups].flatMap(([group, generations]) =>
    held.includes(group)
      ? []
      : writable(membership, generations)
          .filter((one) => reach.groups.has(toText(one.public)) && hasLost(membership, one))
          .map((one) => `who is out opens generation ${String(one.generation)} of ${group}`),
  );
}

/** Whether somebody who is out was ever among the holders: what nobody lost, nobody can have kept. */
const hasLost = ({ removed }: Membership, { site }: { readonly site: string }): boolean =>
  [...removed.values()].some(({ member }) => member.site === site);

function openSpaces(membership: Membership, { reach, inside }: Thieves): string[] {
  return [...membership.spaces].flatMap(([space, generations]) =>
    inside.some(({ id }) => readsByGroup(membership, id, space))
      ? []
      : writable(membership, generations)
          .filter((one) => reach.spaces.has(toText(one.keyId)))
          .map((one) => `who is out opens generation ${String(one.generation)} of ${space}`),
  );
}

/** What an honest member said and what was refused, because it stood on what is void, can be said again. */
async function silenced({ honest }: Ended): Promise<string[]> {
  const wrong: string[] = [];
  for (const device of honest.filter(isIn)) {
    const said = [...device.operations.values()].find(
      ({ id, author, operation }) =>
        author === device.id && operation.kind === "invite" && device.membership.refused.has(id),
    );
    if (said?.operation.kind !== "invite") continue;
    if (inviteRefusal(device.membership, device.id, said.operation) !== null) continue;
    // an invite is named by its seed: the same words, with a new one
    const seedKey = device.secrets.sign.public;
    const again = await device.write({ ...said.operation, seedKey });
    if (device.fateOf(again) !== "accepted")
      wrong.push(`${device.name} cannot invite again: ${device.fateOf(again)}`);
  }
  return wrong;
}

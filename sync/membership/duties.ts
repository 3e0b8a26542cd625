/**
 * What a device owes to others and can give now: boxes and keys that somebody should have and has
 * not (docs/protocol.md, "Duties"). Asked after every change of the membership. Several devices may
 * do one duty at once: double boxes do no harm, and once all have heard of them nobody owes more.
 */
import {
  type AgreePair,
  dropPairOf,
  equalBytes,
  generateAgreePair,
  generateSpaceKey,
  keyIdOf,
  type SpaceKey,
} from "#crypto";
import type { DeviceId } from "../ids.ts";
import type { SpaceId } from "../space.ts";
import { isFrozen, reportsOwed } from "./fork-reports.ts";
import { reachable, tips, writable } from "./generations.ts";
import {
  audienceOf,
  groupsHeld,
  hasDropKey,
  holdsGroup,
  keyedSpacesOf,
  readsByGroup,
  siteReads,
} from "./groups.ts";
import {
  boxGroupSecret,
  boxSpaceKey,
  type GroupName,
  type SpaceName,
  type Tools,
  wrapGroupSecrets,
  wrapSpaceKeys,
} from "./key-boxes.ts";
import type { Keyring } from "./keyring.ts";
import {
  type GroupGeneration,
  groupId,
  type Member,
  type Membership,
  type Site,
  type SpaceGeneration,
} from "./membership.ts";
import { MAX_BOXES, MAX_RECOVERY_BOXES } from "./operation-codec.ts";
import type {
  DeviceBox,
  ForkOperation,
  GroupBox,
  GroupBoxesOperation,
  RecoveryBox,
  SpaceKeyOperation,
} from "./operations.ts";
import { wordsForGroup } from "./recovery.ts";
import type { Group } from "./roles.ts";
import { isShutOutOfGroup, isShutOutOfSpace } from "./shut-out.ts";

export interface DutyOptions extends Tools {
  readonly membership: Membership;
  readonly keyring: Keyring;
  readonly me: DeviceId;
}

/** An operation that a duty can ask for. */
export type DutyOperation = ForkOperation | GroupBoxesOperation | SpaceKeyOperation;

interface Duty extends DutyOptions {
  readonly member: Member;
  readonly home: Site;
}

/**
 * The operations that this device owes, to be written in this order. Empty for hubs, strangers, and
 * when all is done. Each entry must cite the membership's heads, or the reducer may refuse it.
 */
export async function dutiesOf(options: DutyOptions): Promise<readonly DutyOperation[]> {
  const duty = dutyOf(options);
  // what a frozen device writes has no effect, so it would owe it for ever
  if (duty === null || isFrozen(options.membership, options.me)) return [];
  const reports = reportsOwed(options.membership, options.me);
  return [
    ...reports,
    ...(await groupDuties(duty)),
    ...(await newSpaceDuties(duty)),
    ...(await grantDuties(duty)),
  ];
}

async function groupDuties(duty: Duty): Promise<GroupBoxesOperation[]> {
  const operations: GroupBoxesOperation[] = [];
  for (const group of groupsHeld(duty.member, duty.home)) {
    const generations = duty.membership.groups.get(groupId(group, duty.home.site)) ?? [];
    const [best] = writable(duty.membership, generations);
    if (best === undefined || isShutOutOfGroup(duty, best, generations))
      operations.push(...(await nextGroup(duty, group)));
    for (const held of opened(generations, duty.keyring.groupSecret))
      operations.push(...(await boxesOwed(duty, held)));
  }
  return operations;
}

interface Opened<G, K> {
  readonly generation: G;
  readonly secret: K;
}

/**
 * The generations that open here, but for those that another of them wraps. One that nobody here opens may name
 * any others as its own: what it says it wraps is not wrapped for us.
 */
function opened<G extends GroupGeneration | SpaceGeneration, K>(
  generations: readonly G[],
  secretOf: (generation: G) => K | null,
): Opened<G, K>[] {
  const held = new Map<G, K>();
  for (const generation of generations) {
    const secret = secretOf(generation);
    if (secret !== null) held.set(generation, secret);
  }
  const newest = new Set(tips([...held.keys()]));
  return [...held].flatMap(([generation, secret]) =>
    newest.has(generation) ? [{ generation, secret }] : [],
  );
}

async function boxesOwed(
  duty: Duty,
  { generation, secret }: Opened<GroupGeneration, AgreePair>,
): Promise<GroupBoxesOperation[]> {
  const { membership, home } = duty;
  const recoveryBoxes = await recoveryOwed(duty, { ...generation, secret });
  const boxes: DeviceBox[] = [];
  for (const { device, keys } of membership.devices.values()) {
    if (!holdsGroup(membership, device, generation) || generation.boxes.has(device)) continue;
    const boxing = { mesh: membership.mesh, name: generation, to: "device" as const };
    boxes.push({ device, box: await boxGroupSecret(boxing, { secret, key: keys.agree }, duty) });
  }
  if (boxes.length === 0 && recoveryBoxes.length === 0) return [];
  const { group, generation: number, public: key } = generation;
  return chunks(boxes).map((some, index) => ({
    kind: "group-boxes",
    site: home.site,
    group,
    generation: number,
    public: key,
    boxes: some,
    recoveryBoxes: index === 0 ? recoveryBoxes : [],
    previous: null,
  }));
}

/** A generation's secret for each set of words that should open it and has no box yet. */
async function recoveryOwed(
  duty: Duty,
  name: GroupName & { readonly secret: AgreePair; readonly recoveryBoxes: readonly RecoveryBox[] },
): Promise<RecoveryBox[]> {
  const { membership, home } = duty;
  const boxing = { mesh: membership.mesh, name, to: "recovery" as const };
  const boxes: RecoveryBox[] = [];
  for (const { words, keys } of membership.recoveries.get(home.site) ?? []) {
    const to = keys.agree;
    const isGiven = name.recoveryBoxes.some((one) => equalBytes(one.to, to));
    if (words !== wordsForGroup(name.group) || isGiven || boxes.length === MAX_RECOVERY_BOXES) continue;
    boxes.push({ to, box: await boxGroupSecret(boxing, { secret: name.secret, key: to }, duty) });
  }
  return boxes;
}

/** The next generation of a group that somebody lost: none of the former may be written with. */
async function nextGroup(duty: Duty, group: Group): Promise<GroupBoxesOperation[]> {
  const { membership, home, random } = duty;
  const generations = membership.groups.get(groupId(group, home.site)) ?? [];
  const secret = generateAgreePair(random);
  const name = { site: home.site, group, generation: nextNumber(generations), public: secret.public };
  const holders = [...membership.devices.values()].filter(({ device }) =>
    holdsGroup(membership, device, name),
  );
  const boxes: DeviceBox[] = [];
  for (const { device, keys } of holders) {
    const boxing = { mesh: membership.mesh, name, to: "device" as const };
    boxes.push({ device, box: await boxGroupSecret(boxing, { secret, key: keys.agree }, duty) });
  }
  const older = opened(generations, duty.keyring.groupSecret).map((one) => one.secret);
  const previous = wrapGroupSecrets({ mesh: membership.mesh, name }, { secret, older }, random);
  const recoveryBoxes = await recoveryOwed(duty, { ...name, secret, recoveryBoxes: [] });
  return chunks(boxes).map((some, index) => ({
    kind: "group-boxes",
    ...name,
    boxes: some,
    recoveryBoxes: index === 0 ? recoveryBoxes : [],
    previous: index === 0 ? previous : null,
  }));
}

const nextNumber = (generations: readonly { readonly generation: number }[]): number =>
  1 + Math.max(0, ...generations.map(({ generation }) => generation));

/**
 * Keys that the own site's spaces lack: the first, and the next where somebody lost the last. The own
 * group's new generation comes before: what is boxed to the former one, the removed device opens.
 */
async function newSpaceDuties(duty: Duty): Promise<SpaceKeyOperation[]> {
  const { membership, me, home } = duty;
  const operations: SpaceKeyOperation[] = [];
  for (const space of keyedSpacesOf(home.site)) {
    const generations = membership.spaces.get(space) ?? [];
    const [best] = writable(membership, generations);
    const isUsable = best !== undefined && !isShutOutOfSpace(duty, best, generations);
    if (isUsable || !readsByGroup(membership, me, space)) continue;
    operations.push(...(await nextSpace(duty, space)));
  }
  return operations;
}

/** The next generation of a space's key; none without a box to the own group: its maker could not open it. */
async function nextSpace(duty: Duty, space: SpaceId): Promise<SpaceKeyOperation[]> {
  const { membership, home, random } = duty;
  const generations = membership.spaces.get(space) ?? [];
  const key = generateSpaceKey(random);
  const drop = hasDropKey(space) ? dropPairOf(key).public : null;
  const name = { space, generation: nextNumber(generations), keyId: keyIdOf(key) };
  const older = opened(generations, duty.keyring.spaceKey).map((one) => one.secret);
  const previous =
    older.length === 0 ? null : wrapSpaceKeys({ mesh: membership.mesh, name }, { key, older }, random);
  const boxes = await groupBoxes(duty, name, { key, boxed: [] });
  if (!boxes.some(({ site }) => site === home.site)) return [];
  return chunks(boxes).map((some, index) => ({
    kind: "space-key",
    ...name,
    drop,
    boxes: some,
    previous: index === 0 ? previous : null,
  }));
}

function dutyOf(options: DutyOptions): Duty | null {
  const member = options.membership.devices.get(options.me);
  if (member === undefined) return null;
  const home = options.membership.sites.get(member.site);
  return home === undefined ? null : { ...options, member, home };
}

/** New generations of all groups that this device holds, although nobody lost the last ones. */
export async function rotateGroups(options: DutyOptions): Promise<readonly DutyOperation[]> {
  const duty = dutyOf(options);
  if (duty === null) return [];
  const groups = groupsHeld(duty.member, duty.home).map((group) => nextGroup(duty, group));
  return (await Promise.all(groups)).flat();
}

/** New keys of all spaces that this device reads: to be written after {@link rotateGroups}. */
export async function rotateSpaces(options: DutyOptions): Promise<readonly DutyOperation[]> {
  const duty = dutyOf(options);
  if (duty === null) return [];
  const { membership, me, home } = duty;
  const read = keyedSpacesOf(home.site).filter((space) => readsByGroup(membership, me, space));
  return (await Promise.all(read.map((space) => nextSpace(duty, space)))).flat();
}

/** Keys of readable spaces for the groups that should have them. */
async function grantDuties(duty: Duty): Promise<SpaceKeyOperation[]> {
  const { membership, keyring, home, me } = duty;
  const operations: SpaceKeyOperation[] = [];
  for (const space of keyedSpacesOf(home.site)) {
    if (!readsByGroup(membership, me, space)) continue;
    const generations = membership.spaces.get(space) ?? [];
    for (const held of opened(generations, keyring.spaceKey))
      operations.push(...(await grantsOwed(duty, held)));
  }
  return operations;
}

async function grantsOwed(
  duty: Duty,
  { generation, secret: key }: Opened<SpaceGeneration, SpaceKey>,
): Promise<SpaceKeyOperation[]> {
  const boxes = await groupBoxes(duty, generation, { key, boxed: generation.boxes });
  const { space, generation: number, keyId, drop } = generation;
  if (boxes.length === 0) return [];
  return chunks(boxes).map((some) => ({
    kind: "space-key",
    space,
    generation: number,
    keyId,
    drop,
    boxes: some,
    previous: null,
  }));
}

/** Boxes of a space's key for every reading group that none of `boxed` reaches. */
async function groupBoxes(
  duty: Duty,
  name: SpaceName,
  { key, boxed }: { readonly key: SpaceKey; readonly boxed: readonly GroupBox[] },
): Promise<GroupBox[]> {
  const { membership } = duty;
  const boxes: GroupBox[] = [];
  for (const { site, group, generations } of readers(membership, name.space)) {
    const given = boxed.filter((box) => box.site === site);
    const open = writable(membership, generations);
    for (const tip of tips(generations).filter((one) => open.includes(one))) {
      const reached = reachable(tip, generations).map(({ generation }) => generation);
      if (given.some((box) => reached.includes(box.generation))) continue;
      const box = await boxSpaceKey({ mesh: membership.mesh, name }, { key, to: tip.public }, duty);
      boxes.push({ site, group, generation: tip.generation, box });
    }
  }
  return boxes;
}

interface ReadingGroup {
  readonly site: Site["site"];
  readonly group: GroupGeneration["group"];
  readonly generations: readonly GroupGeneration[];
}

function readers(membership: Membership, space: SpaceId): ReadingGroup[] {
  const audience = audienceOf(space);
  if (audience === null) return [];
  const { group } = audience;
  return [...membership.sites.keys()]
    .filter((site) => siteReads(membership, site, audience))
    .map((site) => ({ site, group, generations: membership.groups.get(groupId(group, site)) ?? [] }));
}

function chunks<T>(items: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at === 0 || at < items.length; at += MAX_BOXES)
    parts.push(items.slice(at, at + MAX_BOXES));
  return parts;
}

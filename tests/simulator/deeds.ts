/** What honest people do: each deed only where the flows of the program would let them. */
import { hash, toText } from "#crypto";
import { type DeviceId, markOf, RECORD_TAG_BYTES, type RecordTag } from "../../sync/ids.ts";
import {
  approveRefusal,
  distrustRefusal,
  limitsRefusal,
  removeSiteRefusal,
  revokeRefusal,
  roleRefusal,
} from "../../sync/membership/authority.ts";
import { LEAST_LIMITS, type Limits, limitsBy } from "../../sync/membership/limit-values.ts";
import { mayErase } from "../../sync/membership/erasures.ts";
import type { EraseOperation } from "../../sync/membership/operations.ts";
import { CONTROL, NETWORK } from "../../sync/space.ts";
import type { Device } from "./device.ts";
import { ask, carry, confirm, type Joiner } from "./founding.ts";
import type { DEEDS } from "./history.ts";

/** The world as a deed sees it. */
export interface Scene {
  readonly honest: Device[];
  readonly malicious: Device[];
  readonly joiners: Joiner[];
}

export const everyoneIn = ({ honest, malicious }: Scene): Device[] => [...honest, ...malicious];

interface Deed {
  readonly scene: Scene;
  readonly actor: Device;
  readonly target: Device;
  readonly choice: number;
}

const asking = ({ membership, id }: Device): Parameters<typeof revokeRefusal>[0] => ({
  roster: membership,
  author: id,
  sites: membership.sites.size,
});

async function revoke({ actor, target }: Deed): Promise<void> {
  const member = actor.membership.devices.get(target.id);
  if (member === undefined || revokeRefusal(asking(actor), member) !== null) return;
  await actor.write({ kind: "revoke", ending: await actor.endingOf(target) });
}

async function role({ actor, target, choice }: Deed): Promise<void> {
  const member = actor.membership.devices.get(target.id);
  const given = (["staff", "volunteer", "protection", "coordinator"] as const)[choice % 4] ?? "staff";
  if (member === undefined || member.role === given) return;
  if (roleRefusal({ roster: actor.membership, author: actor.id }, member, given) !== null) return;
  await actor.write({ kind: "role", role: given, ending: await actor.endingOf(target) });
}

const leave = ({ actor }: Deed): Promise<void> => revoke({ actor, target: actor, choice: 0 } as Deed);

async function raise({ actor, target }: Deed): Promise<void> {
  const { member, membership } = actor;
  const removed = membership.removed.get(target.id);
  const tip = actor.tipOf(target.id);
  if (removed === undefined || tip === null || member?.role !== "coordinator") return;
  if (member.site !== removed.member.site || tip.seq <= (removed.ends.get(CONTROL)?.seq ?? -1)) return;
  await actor.write({ kind: "raise-cut", device: target.keys, cut: await target.cut(tip) });
}

async function invite({ scene, actor, choice }: Deed): Promise<void> {
  const name = `Nueva ${String(scene.joiners.length)}`;
  const founds = choice % 4 === 0 ? { name: `Casa de ${name}`, kind: "shelter" as const } : null;
  const role = (["staff", "volunteer", "coordinator"] as const)[choice % 3] ?? "staff";
  const joiner = await ask(actor, { name, role, founds }, actor.random);
  if (joiner === null) return;
  await carry(actor, joiner);
  scene.joiners.push(joiner);
}

async function admit({ scene, actor }: Deed): Promise<void> {
  const joiner = scene.joiners.find(({ device }) => actor.membership.requests.has(device.id));
  if (joiner === undefined || (await confirm(actor, joiner)) === null) return;
  joiner.device.receive(actor.operations.values());
  scene.honest.push(joiner.device);
}

async function removeSite({ scene, actor, target }: Deed): Promise<void> {
  const { site } = target;
  if (site === null || removeSiteRefusal(asking(actor), site) !== null) return;
  const staff = everyoneIn(scene).filter((one) => actor.membership.devices.get(one.id)?.site === site);
  await actor.write({
    kind: "remove-site",
    site,
    endings: await Promise.all(staff.map((one) => actor.endingOf(one))),
  });
}

async function approve({ actor }: Deed): Promise<void> {
  const { membership, id } = actor;
  const invite = [...membership.invites.values()].find((one) => approveRefusal(membership, id, one) === null);
  if (invite !== undefined) await actor.write({ kind: "approve", invite: invite.invite });
}

async function cancel({ actor, choice }: Deed): Promise<void> {
  const own = [...actor.membership.invites.values()].filter(({ inviter }) => inviter === actor.id);
  const one = own[choice % Math.max(1, own.length)];
  if (one !== undefined) await actor.write({ kind: "cancel", invite: one.invite });
}

async function distrust({ actor, target, choice }: Deed): Promise<void> {
  const { site } = target;
  if (site === null || distrustRefusal(actor.membership, actor.id, site) !== null) return;
  await actor.write({ kind: "distrust", site, on: choice % 2 === 0 });
}

/** Limits that some number stands for, from the least on. */
export const anyLimits = (choice: number): Limits =>
  limitsBy((name) => LEAST_LIMITS[name] + ((choice * name.length) % 1000));

async function limits({ actor, choice }: Deed): Promise<void> {
  if (limitsRefusal(actor.membership, actor.id) !== null) return;
  await actor.write({ kind: "limits", limits: anyLimits(choice) });
}

/** An order to erase an entry of one device: its hash stands for any. */
export const anyErasure = (device: DeviceId, choice: number): EraseOperation => {
  const id = hash("vereda/entry/1", Uint8Array.of(choice & 255));
  const records = [toText(id.subarray(0, RECORD_TAG_BYTES)) as RecordTag];
  return {
    kind: "erase",
    records,
    logs: [{ log: { space: NETWORK, device }, entries: [{ seq: choice % 7, mark: markOf(id) }] }],
  };
};

async function erase({ actor, target, choice }: Deed): Promise<void> {
  const own = actor.member;
  if (own === undefined || !mayErase(own.role) || target.site !== own.site) return;
  await actor.write(anyErasure(target.id, choice));
}

const BY_NAME: Readonly<Record<(typeof DEEDS)[number], (deed: Deed) => Promise<unknown>>> = {
  revoke,
  role,
  leave,
  raise,
  ask: invite,
  admit,
  "remove-site": removeSite,
  approve,
  cancel,
  distrust,
  limits,
  erase,
  speak: ({ actor }) => actor.write({ kind: "merge" }),
};

/** Does it, if the actor may, and what is owed then; strangers and those who are out do nothing more. */
export async function perform(
  scene: Scene,
  { deed, who, whom }: { readonly deed: (typeof DEEDS)[number]; readonly who: number; readonly whom: number },
): Promise<void> {
  const actor = scene.honest[who % scene.honest.length];
  const everyone = everyoneIn(scene);
  const target = everyone[whom % everyone.length];
  if (actor?.member === undefined || target === undefined) return;
  await BY_NAME[deed]({ scene, actor, target, choice: whom });
  await actor.settle();
}

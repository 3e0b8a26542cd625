/**
 * What a device with a changed program does, before and after it is taken out: it writes on, dates its operations
 * back, forks its log, gives itself a role, hands out keys, takes out whom it can. Everything that its keys let it
 * sign; nothing else.
 */
import { generateSpaceKey, keyIdOf } from "#crypto";
import type { OperationId } from "../../sync/ids.ts";
import { NOTHING } from "../../sync/membership/cut.ts";
import { groupsHeld } from "../../sync/membership/groups.ts";
import { boxGroupSecret } from "../../sync/membership/key-boxes.ts";
import { groupId, type Member } from "../../sync/membership/membership.ts";
import type { AuthoredOperation, GroupBoxesOperation, Operation } from "../../sync/membership/operations.ts";
import { authored, type Device } from "./device.ts";
import { anyErasure, anyLimits, everyoneIn, type Scene } from "./deeds.ts";
import { ask } from "./founding.ts";
import type { ATTACKS } from "./history.ts";
import { simulatedSignatures as signatures } from "./simulated-keys.ts";

interface Attack {
  readonly scene: Scene;
  readonly actor: Device;
  readonly target: Device;
  readonly choice: number;
}

/** Heads that were the latest once: the actor's first operations cite the mesh as it was when it came in. */
const oldHeads = ({ actor }: Attack): readonly OperationId[] => {
  const early = [...actor.operations.values()].find(
    ({ author, operation }) => author === actor.id || operation.kind === "confirm",
  );
  const first = actor.tipOf(actor.id) === null ? early : undefined;
  return first === undefined ? [] : [first.id];
};

/** Every one of these would be refused by an honest program. */
async function wanted({ actor, target, choice }: Attack): Promise<Operation> {
  const ending = await actor.endingOf(target);
  const own = await actor.endingOf(actor);
  const kinds: readonly Operation[] = [
    { kind: "revoke", ending },
    { kind: "role", role: "volunteer", ending },
    { kind: "role", role: "coordinator", ending: own },
    { kind: "revoke", ending: own },
    { kind: "remove-site", site: target.site ?? actor.site!, endings: [ending, own] },
    { kind: "renew", device: target.id, until: actor.now },
    { kind: "distrust", site: target.site ?? actor.site!, on: choice % 2 === 0 },
    { kind: "limits", limits: { ...anyLimits(choice), devices: choice } },
    anyErasure(target.id, choice),
    { kind: "merge" },
  ];
  return kinds[choice % kinds.length] ?? { kind: "merge" };
}

async function backdate(attack: Attack): Promise<void> {
  await attack.actor.write(await wanted(attack), oldHeads(attack));
}

/** Other operations from one of its positions on, told to one device alone. */
async function fork(attack: Attack): Promise<void> {
  const { actor, target, choice } = attack;
  const log = [...actor.operations.values()].filter(({ author }) => author === actor.id);
  const parting = log[log.length - 1 - (choice % Math.max(1, log.length))];
  if (parting === undefined || parting.operation.kind === "found") return;
  let last = log.find(({ id }) => id === parting.prev) ?? null;
  const branch: AuthoredOperation[] = [];
  for (let more = choice % 3; more >= 0; more -= 1) {
    const place = { device: actor.id, last, heads: oldHeads(attack) };
    last = await authored(await wanted({ ...attack, choice: choice + more }), actor.mesh, place);
    branch.push(last);
  }
  target.receive(branch);
}

async function crown(attack: Attack): Promise<void> {
  const { actor } = attack;
  const log = [...actor.operations.values()].filter(({ author }) => author === actor.id);
  const at = log[attack.choice % Math.max(1, log.length)];
  const cuts = at === undefined ? [] : [await actor.cut(at)];
  await actor.write({ kind: "role", role: "coordinator", ending: { device: actor.keys, cuts } });
  const far = { seq: (log.at(-1)?.seq ?? 0) + 100, id: actor.mesh as string as OperationId };
  await actor.write({ kind: "raise-cut", device: actor.keys, cut: await actor.cut(far) });
}

/** Boxes what it holds to another device, member or not, and makes a key of its own for everybody's space. */
async function leak({ actor, target }: Attack): Promise<void> {
  const { membership, mesh } = actor;
  const member = membership.devices.get(actor.id) ?? membership.removed.get(actor.id)?.member;
  const home = member === undefined ? undefined : membership.sites.get(member.site);
  if (member === undefined || home === undefined) return;
  const keyring = await actor.keyring();
  for (const group of groupsHeld(member, home)) {
    const generation = membership.groups.get(groupId(group, home.site))?.at(-1);
    const secret = generation === undefined ? null : keyring.groupSecret(generation);
    if (generation === undefined || secret === null) continue;
    const tools = { signatures, random: actor.random };
    const boxing = { mesh, name: generation, to: "device" as const };
    const box = await boxGroupSecret(boxing, { secret, key: target.keys.agree }, tools);
    await actor.write(boxesOf(member, { ...generation, device: target, box }));
  }
}

type Leaked = Pick<GroupBoxesOperation, "group" | "generation" | "public"> & {
  readonly device: Device;
  readonly box: Uint8Array;
};

const boxesOf = ({ site }: Member, { group, generation, public: key, device, box }: Leaked): Operation => ({
  kind: "group-boxes",
  site,
  group,
  generation,
  public: key,
  boxes: [{ device: device.id, box }],
  recoveryBoxes: [],
  previous: null,
});

/** Takes out everybody it may name, all at once. */
async function purge({ scene, actor }: Attack): Promise<void> {
  for (const target of scene.honest.slice(0, 3)) {
    await actor.write({ kind: "revoke", ending: await actor.endingOf(target) });
  }
}

async function invite({ scene, actor, choice }: Attack): Promise<void> {
  const joiner = await ask(actor, { name: "Cómplice", role: "coordinator", founds: null }, actor.random);
  if (joiner === null) return;
  const carried = await actor.write({ kind: "request", request: joiner.request, at: actor.now });
  const { id: device } = joiner.device;
  await actor.write({ kind: "confirm", request: carried.id, device, at: actor.now });
  joiner.device.receive(actor.operations.values());
  if (choice % 2 === 0) scene.malicious.push(joiner.device);
}

/** Takes somebody out, and with that much of what was long known. */
async function lowCut({ actor, target }: Attack): Promise<void> {
  const ending = await actor.endingOf(target, NOTHING);
  await actor.write({ kind: "revoke", ending });
  const key = generateSpaceKey(actor.random);
  const { site } = actor;
  if (site === null) return;
  for (const [space, list] of actor.membership.spaces) {
    const generation = 1 + Math.max(0, ...list.map((one) => one.generation));
    const drop = list[0]?.drop ?? null;
    // one that only its maker can open, and that says it holds all the others
    const of = list.map(({ keyId }) => keyId);
    const previous = { of, wrapped: actor.random(48) };
    await actor.write({
      kind: "space-key",
      space,
      generation,
      keyId: keyIdOf(key),
      drop: drop === null ? null : actor.keys.agree,
      boxes: [],
      previous,
    });
  }
}

const BY_NAME: Readonly<Record<(typeof ATTACKS)[number], (attack: Attack) => Promise<unknown>>> = {
  speak: ({ actor }) => actor.write({ kind: "merge" }),
  backdate,
  fork,
  crown,
  leak,
  purge,
  invite,
  "low-cut": lowCut,
};

/** Does it, whatever the mesh says of the actor. */
export async function attackWith(
  scene: Scene,
  {
    attack,
    who,
    whom,
  }: { readonly attack: (typeof ATTACKS)[number]; readonly who: number; readonly whom: number },
): Promise<void> {
  const actor = scene.malicious[who % scene.malicious.length];
  const everyone = everyoneIn(scene);
  const target = everyone[whom % everyone.length];
  if (actor === undefined || target === undefined) return;
  await BY_NAME[attack]({ scene, actor, target, choice: whom });
}

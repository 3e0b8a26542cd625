/**
 * Scripts: what four coordinators write, three operations each, at the same time or knowing some of each other's.
 * Removals are frequent, and early, so that they contradict one another and void what comes later.
 */
import { generateSpaceKey, keyIdOf } from "#crypto";
import type { Membership } from "../../../sync/membership/membership.ts";
import type { AuthoredOperation, Operation } from "../../../sync/membership/operations.ts";
import { NETWORK } from "../../../sync/space.ts";
import { type Chance, createChance } from "../../support/chance.ts";
import { anyErasure, anyLimits } from "../deeds.ts";
import type { Device } from "../device.ts";
import { type Council, type CouncilOptions, createCouncil } from "./council.ts";

export const AUTHORS = 4;
export const EACH = 3;

export interface Script extends CouncilOptions {
  readonly council: Council;
  /** By coordinator: its operations, in the order of its log. */
  readonly logs: readonly (readonly AuthoredOperation[])[];
  /** One line for each operation, in the order of writing. */
  readonly lines: readonly string[];
}

interface Turn {
  readonly council: Council;
  readonly author: Device;
  readonly chance: Chance;
}

/** Null where it cannot be said just now. */
type Saying = (turn: Turn) => Promise<Operation | null>;

const revoke: Saying = async ({ council, author, chance }) => {
  const target = chance.pick([...council.coordinators, ...council.others]);
  return { kind: "revoke", ending: await author.endingOf(target) };
};

const role: Saying = async ({ council, author, chance }) => {
  const target = chance.pick(council.coordinators.filter((one) => one !== author));
  const given = chance.pick(["staff", "volunteer", "coordinator"] as const);
  return { kind: "role", role: given, ending: await author.endingOf(target) };
};

const raiseCut: Saying = async ({ council, author, chance }) => {
  const target = chance.pick([...council.others, ...council.coordinators]);
  const tip = author.tipOf(target.id);
  return tip === null ? null : { kind: "raise-cut", device: target.keys, cut: await target.cut(tip) };
};

const confirmJoiner: Saying = async ({ council, author, chance }) => {
  const joiner = council.joiners[council.coordinators.indexOf(author)];
  if (joiner === undefined) return null;
  const { device } = chance.percent(80) ? joiner : chance.pick(council.joiners);
  const request = author.membership.requests.get(device.id)?.carriedBy[0];
  return request === undefined ? null : { kind: "confirm", request, device: device.id, at: author.now };
};

const invite: Saying = async ({ author, chance }) => {
  const { site } = author;
  if (site === null) return null;
  const destination = { kind: "existing", site } as const;
  const seedKey = author.secrets.sign.public;
  const role = chance.pick(["staff", "hub"] as const);
  return { kind: "invite", seedKey, role, destination, expiresAt: author.now, letter: null };
};

const cancel: Saying = async ({ author, chance }) => {
  const invites = [...author.membership.invites.keys()];
  return invites.length === 0 ? null : { kind: "cancel", invite: chance.pick(invites) };
};

const approve: Saying = async ({ council }) => {
  const last = council.joiners.at(-1);
  return last === undefined ? null : { kind: "approve", invite: last.request.invite };
};

const removeSite: Saying = async ({ council, author, chance }) => {
  const { site } = chance.pick(council.coordinators);
  if (site === null) return null;
  const staff = council.coordinators.filter((one) => one.site === site);
  return { kind: "remove-site", site, endings: await Promise.all(staff.map((one) => author.endingOf(one))) };
};

const distrust: Saying = async ({ council, chance }) => {
  const { site } = chance.pick(council.coordinators);
  return site === null ? null : { kind: "distrust", site, on: chance.percent(60) };
};

const limits: Saying = async ({ chance }) => ({ kind: "limits", limits: anyLimits(chance.below(5000)) });

const erase: Saying = async ({ council, chance }) =>
  anyErasure(chance.pick([...council.coordinators, ...council.others]).id, chance.below(5000));

const renew: Saying = async ({ council, author, chance }) => {
  const device = chance.pick([...council.coordinators, ...council.others]).id;
  return { kind: "renew", device, until: author.now + chance.below(1000) };
};

/** A duty that is owed just now: boxes, or the next generation of a group or a space. */
const duty: Saying = async ({ author, chance }) => {
  const owed = await author.duties();
  return owed.length === 0 ? null : chance.pick(owed);
};

/** A generation that nobody asked for: what a changed program would publish. */
const spaceKey: Saying = async ({ author, chance }) => {
  const key = generateSpaceKey(chance.bytes);
  const list = author.membership.spaces.get(NETWORK) ?? [];
  const generation = 1 + Math.max(0, ...list.map((one) => one.generation));
  return {
    kind: "space-key",
    space: NETWORK,
    generation,
    keyId: keyIdOf(key),
    drop: author.keys.agree,
    boxes: [],
    previous: null,
  };
};

const SAYINGS: readonly (readonly [number, Saying])[] = [
  [30, revoke],
  [14, role],
  [10, raiseCut],
  [12, confirmJoiner],
  [6, invite],
  [4, cancel],
  [5, approve],
  [9, removeSite],
  [3, renew],
  [4, distrust],
  [4, limits],
  [3, erase],
  [10, duty],
  [4, spaceKey],
];

async function say(turn: Turn, isFirst: boolean): Promise<Operation> {
  const total = SAYINGS.reduce((sum, [weight]) => sum + weight, 0);
  let at = turn.chance.below(total);
  const [, saying] = SAYINGS.find(([weight]) => (at -= weight) < 0) ?? [0, revoke];
  // a first word is a removal in half of the cases: only early ones can void what comes later
  return (await (isFirst && turn.chance.percent(50) ? revoke : saying)(turn)) ?? { kind: "merge" };
}

/** The same script for the same options. */
export async function createScript(options: CouncilOptions): Promise<Script> {
  const council = await createCouncil(options);
  const chance = createChance(`script ${options.seed}`, "simulator");
  const turns = chance.shuffled(Array.from({ length: AUTHORS * EACH }, (_, at) => at % AUTHORS));
  const logs: AuthoredOperation[][] = council.coordinators.map(() => []);
  const lines: string[] = [];
  for (const turn of turns) {
    const author = council.coordinators[turn]!;
    hear(author, council.coordinators, chance);
    const operation = await say({ council, author, chance }, logs[turn]!.length === 0);
    const heads = citable(author);
    const written = await author.write(operation, heads);
    logs[turn]!.push(written);
    lines.push(lineOf(council, { author, written }));
  }
  return { ...options, council, logs, lines };
}

/** Half of the time somebody hears all that somebody else knows. */
function hear(author: Device, coordinators: readonly Device[], chance: Chance): void {
  if (chance.percent(50)) author.receive(chance.pick(coordinators).operations.values());
}

const citable = (author: Device): Membership["heads"] => {
  const own = author.tipOf(author.id)?.id;
  return author.membership.heads.filter((head) => head !== own).slice(0, 4);
};

interface Said {
  readonly author: Device;
  readonly written: AuthoredOperation;
}

function lineOf({ coordinators, others }: Council, { author, written }: Said): string {
  const everyone = [...coordinators, ...others];
  const { operation } = written;
  const keys =
    "ending" in operation
      ? operation.ending.device
      : operation.kind === "raise-cut"
        ? operation.device
        : null;
  const whom = everyone.find((one) => one.keys.sign === keys?.sign)?.name ?? "";
  const known = coordinators.map((one) => {
    const seen = [...author.operations.values()].filter((other) => other.author === one.id).length;
    return `${one.name} ${String(seen)}`;
  });
  return `${author.name} ${String(written.seq)}: ${operation.kind} ${whom} (knows ${known.join(", ")})`;
}

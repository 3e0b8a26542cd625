/** Programs that are wrong on purpose, to see that the simulator finds what is wrong. */
import type { Hash } from "#crypto";
import type { DeviceId } from "../../sync/ids.ts";
import { dutiesOf, type DutyOperation, type DutyOptions } from "../../sync/membership/duties.ts";
import { writable } from "../../sync/membership/generations.ts";
import { audienceOf } from "../../sync/membership/groups.ts";
import { deviceIdOf } from "../../sync/membership/join-request.ts";
import { boxSpaceKey } from "../../sync/membership/key-boxes.ts";
import { groupId, type SpaceGeneration } from "../../sync/membership/membership.ts";
import type { AdmittedOperation, AuthoredOperation } from "../../sync/membership/operations.ts";
import { reduce } from "../../sync/membership/reducer.ts";
import { type Program, REAL_PROGRAM } from "./device.ts";

const FAR = 1_000_000;
/** The id of no entry. */
const NOWHERE = new Uint8Array(32) as Hash;

/** Believes that every log goes on for ever: what was written after a cut counts. */
const withoutCuts = (operation: AdmittedOperation): AdmittedOperation => {
  if (operation.kind !== "revoke") return operation;
  const { ending } = operation;
  const cuts = ending.cuts.map(({ space, seal }) => ({ space, seal: { ...seal, id: NOWHERE, seq: FAR } }));
  return { ...operation, ending: { ...ending, cuts } };
};

const ignoresCuts: Program = {
  ...REAL_PROGRAM,
  reduce: (operations, mesh) =>
    reduce(
      operations.map((one) => ({ ...one, operation: withoutCuts(one.operation) })),
      mesh,
    ),
};

/** Lets a device whose log forks go on as before. */
const ignoresForks: Program = {
  ...REAL_PROGRAM,
  reduce: (operations, mesh) => {
    const deaf = (one: AuthoredOperation): AuthoredOperation =>
      one.operation.kind === "fork" ? { ...one, operation: { kind: "merge" } } : one;
    return reduce(operations.map(deaf), mesh);
  },
};

/** Of two who take each other out, the one counts whose word arrived first. */
function firstComes(operations: readonly AuthoredOperation[]): AuthoredOperation[] {
  const out = new Map<DeviceId, AuthoredOperation>();
  return operations.map((one) => {
    if (one.operation.kind !== "revoke") return one;
    const target = deviceIdOf(one.operation.ending.device);
    const before = out.get(one.author);
    const isAnswer = before?.author === target && target !== one.author;
    if (isAnswer) return { ...one, operation: { kind: "merge" as const } };
    out.set(target, one);
    return one;
  });
}

const takesTheFirst: Program = {
  ...REAL_PROGRAM,
  reduce: (operations, mesh) => reduce(firstComes(operations), mesh),
};

/** Gives the newest key of each space to the oldest generation of its groups too. */
async function withStaleBoxes(options: DutyOptions): Promise<readonly DutyOperation[]> {
  const owed = await dutiesOf(options);
  if (owed.length > 0) return owed;
  const stale: DutyOperation[] = [];
  for (const generations of options.membership.spaces.values()) {
    const newest = generations.at(-1);
    if (newest !== undefined && newest.generation > 1) stale.push(...(await staleBoxes(options, newest)));
  }
  return stale;
}

async function staleBoxes(options: DutyOptions, name: SpaceGeneration): Promise<DutyOperation[]> {
  const { membership, keyring, me } = options;
  const audience = audienceOf(name.space);
  const site = membership.devices.get(me)?.site;
  const key = keyring.spaceKey(name);
  if (audience === null || site === undefined || key === null) return [];
  const [oldest] = membership.groups.get(groupId(audience.group, site)) ?? [];
  const given = name.boxes.some((box) => box.site === site && box.generation === oldest?.generation);
  if (oldest === undefined || given) return [];
  const box = await boxSpaceKey({ mesh: membership.mesh, name }, { key, to: oldest.public }, options);
  const { space, generation, keyId, drop } = name;
  const boxes = [{ site, group: audience.group, generation: oldest.generation, box }];
  return [{ kind: "space-key", space, generation, keyId, drop, boxes, previous: null }];
}

/** Believes any generation that somebody else made. */
const trusts: Program = {
  ...REAL_PROGRAM,
  duties: async (options) => {
    const { membership, keyring } = options;
    const isMine = ({ kind, ...rest }: DutyOperation): boolean => {
      if (kind !== "space-key" || !("space" in rest)) return true;
      const [best] = writable(membership, membership.spaces.get(rest.space) ?? []);
      return best === undefined || keyring.spaceKey(best) !== null || rest.generation <= best.generation;
    };
    return (await dutiesOf(options)).filter(isMine);
  },
};

const boxesToStale: Program = { ...REAL_PROGRAM, duties: withStaleBoxes };

export interface Variant {
  /** What is wrong with it. */
  readonly name: string;
  readonly program: Program;
  /** The property that it breaks. */
  readonly shows: RegExp;
}

export const VARIANTS: readonly Variant[] = [
  { name: "cuts are ignored", program: ignoresCuts, shows: /counts, at \d+ after the cut/ },
  {
    name: "reports of forks are ignored",
    program: ignoresForks,
    shows: /duties do not end|after the cut|part at membership.heads/,
  },
  {
    name: "a generation that only its maker opens is taken",
    program: trusts,
    shows: /no key to write|opened by nobody honest/,
  },
  { name: "new keys are boxed to stale generations", program: boxesToStale, shows: /who is out opens/ },
  { name: "of a circle the first to arrive counts", program: takesTheFirst, shows: / part at / },
];

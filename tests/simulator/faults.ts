/**
 * What must hold of the membership that any set of operations adds up to (docs/testing.md, "Simulation").
 * Asked of a membership and the operations behind it, without the reducer's help.
 */
import { type DeviceId, type OperationId, operationIdOf } from "../../sync/ids.ts";
import type { Cut, Ending } from "../../sync/membership/cut.ts";
import type { Membership } from "../../sync/membership/membership.ts";
import type { AuthoredOperation } from "../../sync/membership/operations.ts";
import { deviceIdOf } from "../../sync/membership/join-request.ts";
import { DEFAULT_LIMITS, LIMIT_NAMES } from "../../sync/membership/limit-values.ts";
import { CONTROL } from "../../sync/space.ts";

/** What is wrong with a membership; empty when nothing is. */
export const faultsOf = (
  membership: Membership,
  operations: ReadonlyMap<OperationId, AuthoredOperation>,
): readonly string[] => [
  ...effectsOfRefused(membership),
  ...writtenPastCut(membership, operations),
  ...inAndOut(membership),
  ...untrueDistrusts(membership, operations),
  ...untrueLimits(membership, operations),
];

/** Every fact of a membership with the operations that it stands on. */
function standing({
  devices,
  removed,
  sites,
  invites,
  votes,
  groups,
  spaces,
}: Membership): [string, OperationId][] {
  const members = [...devices.values(), ...[...removed.values()].map(({ member }) => member)];
  return [
    ...members.map(({ device, by }): [string, OperationId] => [`member ${device}`, by]),
    ...members.flatMap(({ device, roles }) =>
      roles.map(({ by }): [string, OperationId] => [`role of ${device}`, by]),
    ),
    ...[...sites.values()].map(({ site, by }): [string, OperationId] => [`site ${site}`, by]),
    ...[...removed].flatMap(([device, one]) =>
      one.votes.map(({ by }): [string, OperationId] => [`out ${device}`, by]),
    ),
    ...[...votes].flatMap(([device, some]) =>
      some.map(({ by }): [string, OperationId] => [`vote ${device}`, by]),
    ),
    ...[...invites.values()].flatMap(({ invite, by, cancelledBy, approvals }) =>
      [by, ...cancelledBy, ...approvals.map((one) => one.by)].map((one): [string, OperationId] => [
        `invite ${invite}`,
        one,
      ]),
    ),
    ...[...groups].flatMap(([group, list]) =>
      list.map(({ by }): [string, OperationId] => [`group ${group}`, by]),
    ),
    ...[...spaces].flatMap(([space, list]) =>
      list.map(({ by }): [string, OperationId] => [`key of ${space}`, by]),
    ),
  ];
}

/** A refused operation changes nothing, and one that waits does not either. */
function effectsOfRefused(membership: Membership): string[] {
  const waiting = new Set(membership.waiting);
  return standing(membership).flatMap(([what, by]) => {
    const refusal = waiting.has(by) ? "waiting" : membership.refused.get(by);
    return refusal === undefined ? [] : [`${what} stands on ${by}, which is ${refusal}`];
  });
}

/**
 * Kinds that may count although their author was out: two who take each other out are both out, and so are one who
 * takes out and one who reports the other's fork.
 */
const TAKING: ReadonlySet<string> = new Set(["revoke", "remove-site", "role", "raise-cut", "fork"]);

/** Nothing of a device that is out counts after its cut, but for its own leaving and for what took it out. */
function writtenPastCut(
  membership: Membership,
  operations: ReadonlyMap<OperationId, AuthoredOperation>,
): string[] {
  const authors = new Set([...operations.values()].map(({ author }) => author));
  const counted = new Map([...authors].map((one) => [one, countedOf(membership, operations, one)]));
  return [...operations.values()].flatMap((one) => {
    const { id, author, seq, operation } = one;
    const within = counted.get(author) ?? null;
    if (within === null || within.has(id) || isWithoutEffect(membership, id)) return [];
    if (TAKING.has(operation.kind) && concernsTaken(membership, one)) return [];
    return [`${operation.kind} ${id} counts, at ${String(seq)} after the cut`];
  });
}

const isWithoutEffect = ({ refused, causality }: Membership, id: OperationId): boolean =>
  refused.has(id) || !causality.position.has(id);

/**
 * What counts of a device that is out or frozen, by what the operations say that count: all that an end, or a
 * report of its fork, follows. Null for everybody else.
 */
function countedOf(
  membership: Membership,
  operations: ReadonlyMap<OperationId, AuthoredOperation>,
  device: DeviceId,
): ReadonlySet<OperationId> | null {
  const { removed, devices } = membership;
  const valid = [...operations.values()].filter(({ id }) => !isWithoutEffect(membership, id));
  const out = removed.get(device);
  if (out !== undefined) {
    const words = [...out.votes.map(({ by }) => operations.get(by)), ...valid.filter(isRaise)];
    return followedBy(
      operations,
      words.flatMap((word) =>
        word === undefined ? [] : [...endsStated(word, device), ...endsUnstated(operations, word, device)],
      ),
    );
  }
  const reports = valid.filter(({ operation }) => operation.kind === "fork" && operation.device === device);
  if (!devices.has(device) || reports.length === 0) return null;
  return followedBy(
    operations,
    reports.map(({ id }) => id),
  );
}

/** These operations and all that they follow. */
function followedBy(
  operations: ReadonlyMap<OperationId, AuthoredOperation>,
  ends: readonly OperationId[],
): ReadonlySet<OperationId> {
  const found = new Set<OperationId>();
  const queue = [...ends];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const one = operations.get(next);
    if (one === undefined || found.has(next)) continue;
    found.add(next);
    queue.push(...one.heads, ...(one.prev === null ? [] : [one.prev]));
  }
  return found;
}

const isRaise = ({ operation }: AuthoredOperation): boolean => operation.kind === "raise-cut";

/** The ends of a device's control log that an operation states. */
function endsStated({ operation }: AuthoredOperation, device: DeviceId): OperationId[] {
  const ofDevice = (ending: Ending): readonly Cut[] =>
    deviceIdOf(ending.device) === device ? ending.cuts : [];
  const cuts = (): readonly Cut[] => {
    if (operation.kind === "revoke") return ofDevice(operation.ending);
    if (operation.kind === "remove-site") return operation.endings.flatMap(ofDevice);
    return operation.kind === "raise-cut"
      ? ofDevice({ device: operation.device, cuts: [operation.cut] })
      : [];
  };
  return cuts().flatMap(({ space, seal }) => (space === CONTROL ? [operationIdOf(seal.id)] : []));
}

/** A word on a house that does not name a device of it ends that one where the word's author knew it. */
function endsUnstated(
  operations: ReadonlyMap<OperationId, AuthoredOperation>,
  { id, operation }: AuthoredOperation,
  device: DeviceId,
): OperationId[] {
  const isNamed =
    operation.kind !== "remove-site" || operation.endings.some((one) => deviceIdOf(one.device) === device);
  if (isNamed) return [];
  return [...followedBy(operations, [id])].filter((one) => operations.get(one)?.author === device);
}

/** Whether whoever this takes something from is out as well, or stands in a circle of roles. */
function concernsTaken(
  { removed, devices, sites, forks }: Membership,
  { id, operation, author }: AuthoredOperation,
): boolean {
  if (operation.kind === "remove-site") {
    const { site } = operation;
    return !sites.has(site) || [...removed.values()].some(({ member }) => member.site === site);
  }
  if (operation.kind === "raise-cut") return removed.has(deviceIdOf(operation.device));
  if (operation.kind === "fork")
    return removed.has(operation.device) || forks.get(operation.device)?.reports.includes(id) === true;
  if (operation.kind !== "revoke" && operation.kind !== "role") return false;
  const target = deviceIdOf(operation.ending.device);
  const changed = (devices.get(target)?.roles.length ?? 0) > 0;
  return target === author || removed.has(target) || (operation.kind === "role" && changed);
}

interface Word<Said> {
  readonly id: OperationId;
  readonly from: string | undefined;
  readonly said: Said;
  readonly past: ReadonlySet<OperationId>;
}

/** The valid words of one kind: which house said each, and on what it follows. `saidBy`: null for another kind. */
function validWords<Said>(
  membership: Membership,
  operations: ReadonlyMap<OperationId, AuthoredOperation>,
  saidBy: (operation: AuthoredOperation["operation"]) => Said | null,
): readonly Word<Said>[] {
  const { devices, removed } = membership;
  const siteOf = (device: DeviceId): string | undefined =>
    (devices.get(device) ?? removed.get(device)?.member)?.site;
  return [...operations.values()].flatMap(({ id, author, operation }) => {
    const said = saidBy(operation);
    if (said === null || isWithoutEffect(membership, id)) return [];
    return [{ id, from: siteOf(author), said, past: followedBy(operations, [id]) }];
  });
}

/** Those that no other of them follows. */
const lastOf = <Said>(words: readonly Word<Said>[]): readonly Said[] =>
  words
    .filter((word) => words.every(({ id, past }) => id === word.id || !past.has(word.id)))
    .map(({ said }) => said);

/** Each site distrusts whom its own last words say, and nobody else. */
function untrueDistrusts(
  membership: Membership,
  operations: ReadonlyMap<OperationId, AuthoredOperation>,
): string[] {
  const { sites, distrusts } = membership;
  const words = validWords(membership, operations, (one) => (one.kind === "distrust" ? one : null));
  return [...sites.keys()].flatMap((from) =>
    [...sites.keys()].flatMap((site) => {
      const own = words.filter((word) => word.from === from && word.said.site === site);
      const isSaid = lastOf(own).some(({ on }) => on);
      return isSaid === (distrusts.get(from)?.includes(site) === true)
        ? []
        : [`${from} ${isSaid ? "distrusts" : "trusts"} ${site}, and is not heard`];
    }),
  );
}

/** Of each limit no house got more than a second one wants too, and none was held below what two want. */
function untrueLimits(
  membership: Membership,
  operations: ReadonlyMap<OperationId, AuthoredOperation>,
): string[] {
  const { sites, limits } = membership;
  if (sites.size === 0) return [];
  const words = validWords(membership, operations, (one) => (one.kind === "limits" ? one.limits : null));
  return LIMIT_NAMES.flatMap((name) => {
    const wanted = [...sites.keys()].map((site) => {
      const last = lastOf(words.filter(({ from }) => from === site));
      return last.length === 0 ? DEFAULT_LIMITS[name] : Math.max(...last.map((said) => said[name]));
    });
    const least = wanted.length < 3 ? 1 : 2;
    const atLeast = (value: number): number => wanted.filter((one) => one >= value).length;
    const isLimit = atLeast(limits[name]) >= least && atLeast(limits[name] + 1) < least;
    return isLimit ? [] : [`${name} is ${String(limits[name])}, and houses want ${wanted.join(", ")}`];
  });
}

/** Nobody is in and out; an invite lets in one device. */
function inAndOut({ devices, removed, invites, sites }: Membership): string[] {
  const both = [...devices.keys()].filter((device) => removed.has(device));
  const homeless = [...devices.values()].filter(({ site }) => !sites.has(site));
  const used = [...invites.values()].flatMap(({ usedBy }) => usedBy ?? []);
  const twice = used.filter((device, at) => used.indexOf(device) !== at);
  return [
    ...both.map((device) => `${device} is in and out`),
    ...homeless.map(({ device }) => `${device} is at no site`),
    ...twice.map((device) => `${device} came in twice`),
  ];
}

/**
 * Which removals count when they contradict one another (docs/protocol.md, "Removals at the same time").
 * A removal voids what its device did at the same time, other removals included; so whether one counts
 * depends on the others. Two bounds close in on the answer: a reduction under too few removals lets too
 * many count, and one under too many lets too few. What stays open then are removals that void each
 * other in a circle: nobody can tell who was right, so all of the circle count. The result depends on
 * the set of operations alone.
 */
import type { OperationId } from "../ids.ts";
import { isWithin, type Tips } from "./control-end.ts";
import { type Draft, NO_STRIKES, type Reduction, type Strikes } from "./draft.ts";
import type { AuthoredOperation } from "./operations.ts";
import { areEnough, controlEndsOf, reportedEnds, votesOn } from "./removal.ts";
import { enrolmentsVoidedBy } from "./recovery.ts";
import { fewestStrikes, joined, mostStrikes, strikesOf, fingerprint } from "./strikes.ts";

type Reduce = (strikes: Strikes) => Reduction;

const DECISIVE: ReadonlySet<string> = new Set([
  "revoke",
  "remove-site",
  "role",
  "raise-cut",
  "fork",
  "recovery",
]);

/** Whether an operation takes something from a member, or gives such a thing back. */
export const isDecisive = ({ operation }: AuthoredOperation): boolean => DECISIVE.has(operation.kind);

/**
 * Reduces until the removals that were assumed are those that result: what comes back was reduced under its own
 * strikes. Each round lets at least one more removal stand, so there are no more rounds than removals.
 */
export function settle(operations: readonly AuthoredOperation[], reduce: Reduce): Reduction {
  const decisive = operations.filter(isDecisive).map(({ id }) => id);
  if (decisive.length === 0) return reduce(NO_STRIKES);
  const standing = new Set<OperationId>();
  for (;;) {
    const { lost, ...bounds } = closeIn(decisive, standing, reduce);
    const { possible, sure } = bounds;
    for (const id of lost) standing.add(id);
    if (lost.length > 0) continue;
    const [most, least] = [acceptedIn(decisive, possible), acceptedIn(decisive, sure)];
    if (areSame(most, least) && isOwn(bounds, standing)) return sure;
    const undecided = [...without(most, least), ...without(least, most)].filter((id) => !standing.has(id));
    if (undecided.length === 0) return failClosed(bounds, standing, reduce);
    const open = without(most, least).filter((id) => !standing.has(id));
    const next = open.length === 0 ? undecided : circles(new Contest(operations, possible.draft), open);
    for (const id of next) standing.add(id);
  }
}

interface Bounds {
  readonly possible: Reduction;
  readonly sure: Reduction;
  /** What `sure` was reduced under. */
  readonly assumed: Strikes;
}

/** Whether the lesser bound was reduced under its own strikes: its ends are not only the least possible, but so. */
const isOwn = ({ sure, assumed }: Bounds, standing: ReadonlySet<OperationId>): boolean =>
  fingerprint(assumed) === fingerprint(strikesOf(sure.draft, standing));

/**
 * Where two bounds cannot meet, whatever either of them takes away is away: somebody may lose what was written
 * meanwhile, but nobody who is out keeps anything. Strikes only grow, so this ends. No history is known that
 * leads here: every cause that the simulator found was mended at its place.
 */
function failClosed(
  { possible, sure }: Bounds,
  standing: ReadonlySet<OperationId>,
  reduce: Reduce,
): Reduction {
  let strikes = joined(strikesOf(possible.draft, standing), strikesOf(sure.draft, standing));
  for (;;) {
    const reduction = reduce(strikes);
    const next = joined(strikes, strikesOf(reduction.draft, standing));
    if (fingerprint(next) === fingerprint(strikes)) return reduction;
    strikes = next;
  }
}

const acceptedIn = (decisive: readonly OperationId[], { refused }: Reduction): readonly OperationId[] =>
  decisive.filter((id) => !refused.has(id));

const without = (some: readonly OperationId[], others: readonly OperationId[]): readonly OperationId[] => {
  const taken = new Set(others);
  return some.filter((id) => !taken.has(id));
};

/** Of lists in one order. */
const areSame = (a: readonly OperationId[], b: readonly OperationId[]): boolean => a.join() === b.join();

/** The most and the least that can count, as close as they come to each other. */
function closeIn(
  decisive: readonly OperationId[],
  standing: ReadonlySet<OperationId>,
  reduce: Reduce,
): Bounds & { readonly lost: readonly OperationId[] } {
  let fewest: Strikes = { ...NO_STRIKES, standing };
  let possible = reduce(fewest);
  let assumed = mostStrikes({ possible: possible.draft, sure: null }, standing);
  let sure = reduce(assumed);
  // Each round decides one operation, or whether one device came in, or is the last.
  for (let rounds = decisive.length + possible.draft.devices.size; rounds > 0; rounds -= 1) {
    const [most, least] = [acceptedIn(decisive, possible), acceptedIn(decisive, sure)];
    if (areSame(most, least) && isOwn({ possible, sure, assumed }, standing)) break;
    const before = [fingerprint(fewest), fingerprint(assumed)];
    fewest = fewestStrikes({ possible: possible.draft, sure: sure.draft }, standing);
    possible = reduce(fewest);
    // What counted under the most removals counts on. No history is known in which it would not.
    const lost = without(least, acceptedIn(decisive, possible)).filter((id) => !standing.has(id));
    if (lost.length > 0) return { possible, sure, assumed, lost };
    assumed = mostStrikes({ possible: possible.draft, sure: sure.draft }, standing);
    sure = reduce(assumed);
    if (fingerprint(fewest) === before[0] && fingerprint(assumed) === before[1]) break;
  }
  return { possible, sure, assumed, lost: [] };
}

/** Who voids whom among removals that are open. */
class Contest {
  readonly #byId: ReadonlyMap<OperationId, AuthoredOperation>;
  readonly #draft: Draft;

  constructor(operations: readonly AuthoredOperation[], draft: Draft) {
    this.#byId = new Map(operations.map((operation) => [operation.id, operation]));
    this.#draft = draft;
  }

  /** By operation: the operations that it voids, itself left out. */
  voids(open: readonly OperationId[]): ReadonlyMap<OperationId, readonly OperationId[]> {
    const supports = open.map((id) => ({ id, support: this.#supportOf(id) }));
    return new Map(
      open.map((id) => {
        const ends = this.#endings(id);
        const isVoid = (support: readonly AuthoredOperation[]): boolean =>
          ends.some(({ device, tips }) =>
            support.some((one) => one.author === device && !isWithin(this.#draft.causality, tips, one)),
          );
        const others = supports.filter((other) => other.id !== id && isVoid(other.support));
        return [id, others.map((other) => other.id)];
      }),
    );
  }

  /** The devices that an operation takes something from, and the ends that it leaves them. */
  #endings(id: OperationId): { readonly device: string; readonly tips: Tips }[] {
    const voided = enrolmentsVoidedBy(this.#draft, id).map((device) => ({ device, tips: [] }));
    const ended = [...this.#draft.devices.values()].flatMap((member) => {
      const { device, raises, roles } = member;
      const votes = votesOn(this.#draft, member);
      const change = roles.find(({ by }) => by === id);
      if (change !== undefined) return [{ device, tips: change.tips }];
      // a word that is not enough takes nothing from anybody yet
      const isOut = areEnough(votes, member.site);
      if (isOut)
        return votes.some(({ by }) => by === id) ? [{ device, tips: controlEndsOf(votes, raises) }] : [];
      return member.forkReports.includes(id) ? [{ device, tips: reportedEnds(member.forkReports) }] : [];
    });
    return [...voided, ...ended];
  }

  /** An operation, and those by which its author came to its place. */
  #supportOf(id: OperationId): readonly AuthoredOperation[] {
    const support: AuthoredOperation[] = [];
    const queue = [id];
    const seen = new Set<OperationId>();
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const one = seen.has(next) ? undefined : this.#byId.get(next);
      if (one === undefined) continue;
      seen.add(one.id);
      support.push(one);
      queue.push(...this.#reliesOn(one));
    }
    return support;
  }

  /** What let its author in; of a hub's request, which any member carries, also the invite. */
  #reliesOn({ author, operation }: AuthoredOperation): readonly OperationId[] {
    const invited =
      operation.kind === "request" ? this.#draft.invites.get(operation.request.invite) : undefined;
    return [this.#draft.devices.get(author), invited].flatMap((fact) => fact?.by ?? []);
  }
}

/** The operations of every circle that nothing outside of it voids; without circles, those that nothing voids. */
function circles(contest: Contest, open: readonly OperationId[]): readonly OperationId[] {
  const voids = contest.voids(open);
  const reach = new Map(open.map((id) => [id, reachedFrom(id, voids)]));
  const reaches = (from: OperationId, to: OperationId): boolean => reach.get(from)?.has(to) === true;
  const isFirst = (id: OperationId): boolean =>
    open.every((other) => !reaches(other, id) || reaches(id, other));
  const first = open.filter((id) => reaches(id, id) && isFirst(id));
  const voided = new Set([...voids.values()].flat());
  return first.length > 0 ? first : open.filter((id) => !voided.has(id));
}

function reachedFrom(
  start: OperationId,
  edges: ReadonlyMap<OperationId, readonly OperationId[]>,
): ReadonlySet<OperationId> {
  const reached = new Set<OperationId>();
  const queue = [...(edges.get(start) ?? [])];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    queue.push(...(edges.get(next) ?? []));
  }
  return reached;
}

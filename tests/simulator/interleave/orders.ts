/**
 * Every order in which a script can be delivered, each log in its own order: 12! / (3!)^4 = 369,600. How they are
 * counted and what is memoized is in docs/testing.md ("Interleavings").
 */
import { orderOperations } from "../../../sync/membership/causality.ts";
import type { Membership } from "../../../sync/membership/membership.ts";
import type { AuthoredOperation } from "../../../sync/membership/operations.ts";
import { reduce } from "../../../sync/membership/reducer.ts";
import { ControlLog } from "../../../sync/replica/control-log.ts";
import type { Chance } from "../../support/chance.ts";
import { faultsOf } from "../faults.ts";
import { difference } from "../same.ts";
import { AUTHORS, EACH, type Script } from "./script.ts";

/** How much of each log was delivered. */
type Prefix = readonly number[];

export interface Failure {
  readonly what: string;
  /** Whose operation was delivered when, by the position of the coordinator. */
  readonly order: readonly number[];
}

export type Reduce = typeof reduce;

const nameOf = (prefix: Prefix): string => prefix.join("");
const NOTHING: Prefix = Array.from({ length: AUTHORS }, () => 0);

const after = (prefix: Prefix, author: number): Prefix =>
  prefix.map((count, at) => (at === author ? count + 1 : count));

const nextAuthors = (prefix: Prefix): number[] => prefix.flatMap((count, at) => (count < EACH ? [at] : []));

const deliveredIn = ({ logs }: Script, prefix: Prefix): AuthoredOperation[] =>
  logs.flatMap((log, at) => log.slice(0, prefix[at]));

/** Every prefix: 4^4 = 256 sets that can have been delivered. */
export function allPrefixes(): Prefix[] {
  return Array.from({ length: (EACH + 1) ** AUTHORS }, (_, number) =>
    NOTHING.map((_zero, at) => Math.floor(number / (EACH + 1) ** at) % (EACH + 1)),
  );
}

/** What each prefix adds up to, by name. */
export type Expected = ReadonlyMap<string, Membership>;

export function expectedOf(script: Script, reducer: Reduce = reduce): Expected {
  const { base, coordinators } = script.council;
  const { mesh } = coordinators[0];
  return new Map(
    allPrefixes().map((prefix) => [nameOf(prefix), reducer([...base, ...deliveredIn(script, prefix)], mesh)]),
  );
}

/** What is wrong with the membership of any prefix. */
export function faultyPrefix(script: Script, expected: Expected): Failure | null {
  const { base } = script.council;
  for (const prefix of allPrefixes()) {
    const held = new Map([...base, ...deliveredIn(script, prefix)].map((one) => [one.id, one]));
    const [what] = faultsOf(expected.get(nameOf(prefix))!, held);
    if (what !== undefined)
      return { what, order: prefix.flatMap((count, at) => Array<number>(count).fill(at)) };
  }
  return null;
}

/**
 * Delivers one operation after another to a control log and asks for the membership after each; null when each
 * answer is what its prefix adds up to. Some deliveries are doubled.
 */
export function deliver(script: Script, expected: Expected, order: readonly number[]): Failure | null {
  const { base, coordinators } = script.council;
  const control = new ControlLog(coordinators[0].mesh);
  control.add(base);
  let prefix = NOTHING;
  for (const [at, author] of order.entries()) {
    const one = script.logs[author]![prefix[author]!]!;
    control.add(at % 5 === 4 ? [one, one] : [one]);
    prefix = after(prefix, author);
    const part = difference(expected.get(nameOf(prefix)), control.membership());
    if (part !== null) return { what: `after ${nameOf(prefix)}: ${part}`, order: order.slice(0, at + 1) };
  }
  return null;
}

/** For each step from one prefix to the next, one whole delivery that makes it: 768 of them. */
export function* ordersThroughEachStep(chance: Chance): Generator<readonly number[]> {
  for (const prefix of allPrefixes()) {
    for (const author of nextAuthors(prefix)) {
      const before = chance.shuffled(prefix.flatMap((count, at) => Array<number>(count).fill(at)));
      const step = after(prefix, author);
      const rest = chance.shuffled(step.flatMap((count, at) => Array<number>(EACH - count).fill(at)));
      yield [...before, author, ...rest];
    }
  }
}

/** What every order came to: how many there were, and the first answer of `visit` that is no null. */
export interface Walked<T> {
  readonly count: number;
  readonly found: T | null;
}

/** Calls `visit` with every order, in an array that is reused, until it answers something. */
export function everyOrder<T>(visit: (order: readonly number[]) => T | null): Walked<T> {
  const delivered = [...NOTHING];
  const order: number[] = [];
  let count = 0;
  const walk = (): T | null => {
    if (order.length === AUTHORS * EACH) {
      count += 1;
      return visit(order);
    }
    for (let author = 0; author < AUTHORS; author += 1) {
      if ((delivered[author] ?? 0) >= EACH) continue;
      delivered[author]! += 1;
      order.push(author);
      const found = walk();
      order.pop();
      delivered[author]! -= 1;
      if (found !== null) return found;
    }
    return null;
  };
  const found = walk();
  return { count, found };
}

/**
 * Brings the operations of every order into the causal order, as the reducer does before it looks at any: null
 * when all 369,600 give the reducer the very same sequence, heads and waiting, and so the same membership.
 */
export function walkEveryOrder(
  script: Script,
  order: typeof orderOperations = orderOperations,
): Walked<Failure> {
  const { base } = script.council;
  const expected = order([...base, ...script.logs.flat()]);
  return everyOrder((authors) => {
    const next = [...NOTHING];
    const arrived = [...base];
    for (const author of authors) arrived.push(script.logs[author]![next[author]!++]!);
    const found = order(arrived);
    const isSame =
      sameItems(found.operations, expected.operations) &&
      sameItems(found.heads, expected.heads) &&
      sameItems(found.waiting, expected.waiting);
    return isSame ? null : { what: "another causal order", order: [...authors] };
  });
}

const sameItems = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at]);

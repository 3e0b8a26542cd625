/**
 * Names and nicknames from lines such as `José 5: Chepe 0.9, Pepito`: of whom a nickname speaks, where several names
 * have it. A weight in the line counts as it stands; the other names share what is left, by how common they are.
 */
import { fault, type Item, type Line, readLines } from "./lines.ts";
import { type Pair, type Ties, tiesOf, turned } from "./ties.ts";

export interface Nicknames {
  readonly names: Ties;
  readonly nicknames: Ties;
  /** The names that have a line. */
  readonly listed: ReadonlySet<string>;
}

const COMMONEST = 5;
/** Each step of commonness is about so many times as many people as the one before. */
const STEP = 3;
/** What stays open: a name that the list does not know. */
const OPEN = 0.05;

interface Claim {
  readonly name: string;
  readonly weight: number | null;
}

const peopleOf = (step: number): number => STEP ** step;

function stepsOf(lines: readonly Line[]): ReadonlyMap<string, number> {
  const steps = new Map<string, number>();
  for (const { head, number } of lines) {
    if (steps.has(head)) throw fault(head, "the name has two lines");
    if (!Number.isInteger(number) || number < 1 || number > COMMONEST)
      throw fault(head, `how common a name is goes from 1 to ${String(COMMONEST)}`);
    steps.set(head, number);
  }
  return steps;
}

function claimsOf(lines: readonly Line[]): ReadonlyMap<string, readonly Claim[]> {
  const claims = new Map<string, Claim[]>();
  const claim = (name: string, { word, weight }: Item): void => {
    const others = claims.get(word) ?? [];
    others.push({ name, weight });
    claims.set(word, others);
  };
  for (const { head, items } of lines) for (const item of items) claim(head, item);
  return claims;
}

/** The pairs of one nickname. A nickname that is a name too stands for that name's people as well. */
function shared(
  nickname: string,
  claims: readonly Claim[],
  steps: ReadonlyMap<string, number>,
): readonly Pair[] {
  const people = (name: string): number => peopleOf(steps.get(name) ?? 0);
  const told = claims.reduce((sum, { weight }) => sum + (weight ?? 0), 0);
  const open = claims.filter(({ weight }) => weight === null);
  const left = 1 - OPEN - told;
  if (told > 1) throw fault(nickname, "its weights are over 1 together");
  if (open.length > 0 && left <= 0)
    throw fault(nickname, "its weights leave nothing for the names without one");
  const own = steps.has(nickname) ? people(nickname) : 0;
  const all = open.reduce((sum, { name }) => sum + people(name), own);
  return claims.map(({ name, weight }) => ({
    from: nickname,
    to: name,
    weight: weight ?? (left * people(name)) / all,
  }));
}

/** Reads lists of names with their nicknames; throws where a line or a weight cannot be right. */
export function readNicknames(texts: readonly string[]): Nicknames {
  const lines = texts.flatMap(readLines);
  const steps = stepsOf(lines);
  const pairs = [...claimsOf(lines)].flatMap(([nickname, claims]) => shared(nickname, claims, steps));
  return { names: tiesOf(pairs), nicknames: tiesOf(pairs.map(turned)), listed: new Set(steps.keys()) };
}

/** Nicknames and the names they stand for, folded. Several names for one nickname, several nicknames for a name. */

export interface NicknamePair {
  readonly nickname: string;
  readonly name: string;
}

/** The nicknames of each name. */
export function nicknamesByName(pairs: readonly NicknamePair[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const { nickname, name } of pairs) found.set(name, (found.get(name) ?? new Set()).add(nickname));
  return new Map([...found].map(([name, nicknames]) => [name, [...nicknames]]));
}

interface Unsorted {
  /** Two words that stand for one another, a name and a nickname or two nicknames, in any order. */
  readonly pairs: readonly (readonly [string, string])[];
  /** Pairs that must not come out: another corruptor uses them. */
  readonly taken: readonly NicknamePair[];
  /** How many people have the word as their only given name. */
  readonly bearers: ReadonlyMap<string, number>;
}

/** A word that so many people are called is a name, not a nickname. */
const NAME_BEARERS = 5_000;
/** From a nickname to its name over other nicknames. */
const LONGEST_WAY = 3;

/** Which word of each pair is the nickname, and of which names. */
export function heldOutNicknames({ pairs, taken, bearers }: Unsorted): readonly NicknamePair[] {
  const beside = new Map<string, Set<string>>();
  for (const [one, other] of pairs) {
    beside.set(one, (beside.get(one) ?? new Set()).add(other));
    beside.set(other, (beside.get(other) ?? new Set()).add(one));
  }
  const isName = (word: string) => (bearers.get(word) ?? 0) >= NAME_BEARERS;
  const takenKeys = new Set(taken.map(({ nickname, name }) => `${nickname} ${name}`));
  return [...beside.keys()]
    .filter((word) => !isName(word))
    .flatMap((nickname) => namesNear(nickname, beside, isName).map((name) => ({ nickname, name })))
    .filter(({ nickname, name }) => !takenKeys.has(`${nickname} ${name}`));
}

type Beside = ReadonlyMap<string, ReadonlySet<string>>;

function namesNear(nickname: string, beside: Beside, isName: (word: string) => boolean): string[] {
  const seen = new Set([nickname]);
  const names: string[] = [];
  let edge = [nickname];
  for (let step = 0; step < LONGEST_WAY; step += 1) {
    const next = edge.flatMap((word) => [...(beside.get(word) ?? [])]).filter((word) => !seen.has(word));
    for (const word of next) seen.add(word);
    names.push(...next.filter(isName));
    edge = next.filter((word) => !isName(word));
  }
  return [...new Set(names)];
}

/** Which word of a question's name is answered by which word of a person's. */
import type { AskedPart, Question, Unit } from "../question.ts";
import {
  isFirstPart,
  isInitialPart,
  PART,
  type PartCode,
  partCode,
  type People,
  type Slot,
  wordOfPart,
} from "../people.ts";
import type { Reading } from "../names/readings.ts";

/** A word of the question that a word of the person answers. */
export interface Match {
  readonly unit: Unit;
  readonly reading: Reading;
  /** Where the person's word stands among all of that role. */
  readonly code: PartCode;
  readonly place: number;
  readonly part: number;
}

/** No single word says more than this. */
export const MOST_GAIN = 11;
export const cappedGain = ({ gain }: Reading): number => Math.min(MOST_GAIN, gain);

/** A word of a person's: of a name, of a relative's, of a mark. */
export interface StoredPart {
  readonly word: number;
  readonly code: PartCode;
  /** Among those of its role, from 0. */
  readonly place: number;
  readonly part: number;
  readonly isInitial: boolean;
  /** The first word of a relative's name. */
  readonly isFirst: boolean;
}

export function storedParts(people: People, slot: Slot): readonly StoredPart[] {
  const parts: StoredPart[] = [];
  const places = [0, 0, 0, 0, 0];
  for (let at = people.partsFrom(slot); at < people.partsTo(slot); at += 1) {
    const part = people.partAt(at);
    const code = partCode(part);
    parts.push({
      word: wordOfPart(part),
      code,
      place: places[code]!++,
      part,
      isInitial: isInitialPart(part),
      isFirst: isFirstPart(part),
    });
  }
  return parts;
}

export const isName = ({ code }: StoredPart): boolean => code <= PART.alternate;

/** A word in the role in which people seldom bear it fits less. */
const ROLE_COST = 2;
const roleCost = (asked: AskedPart, code: PartCode): number =>
  code === PART.surname ? asked.givenness * ROLE_COST : (1 - asked.givenness) * ROLE_COST;

/** The best answers of words to words, each used once: greedily, as names have few words. */
export function matchNames(question: Question, parts: readonly StoredPart[]): readonly Match[] {
  const options: { readonly match: Match; readonly worth: number; readonly at: number }[] = [];
  for (const unit of question.units)
    for (const [at, stored] of parts.entries()) {
      if (!isName(stored) || stored.isInitial) continue;
      const reading = unit.byWord.get(stored.word);
      if (reading === undefined) continue;
      const { code, place, part } = stored;
      const worth = cappedGain(reading) - roleCost(question.parts[unit.first]!, code) - place * 0.01;
      options.push({ match: { unit, reading, code, place, part }, worth, at });
    }
  options.sort((a, b) => b.worth - a.worth);
  const used = new Set<number>();
  const matches: Match[] = [];
  let covered = 0;
  for (const { match, at } of options) {
    if (used.has(at) || (covered & match.unit.mask) !== 0) continue;
    used.add(at);
    covered |= match.unit.mask;
    matches.push(match);
  }
  return matches;
}

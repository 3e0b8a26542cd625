/**
 * Who is worth comparing: sums up for everybody what the words of the question are worth, adds the facts that cost
 * little, and keeps the best. What is left out here is not found, so it is generous.
 */
import type { Beside } from "./comparison/comparison.ts";
import { placeWorth } from "./comparison/fact-features.ts";
import { F } from "./comparison/features.ts";
import { cappedGain } from "./comparison/name-match.ts";
import type { People, Slot } from "./people.ts";
import type { AgeFact } from "./person-facts.ts";
import type { Question, Unit } from "./question.ts";
import type { Reading } from "./names/readings.ts";

export interface Gathering extends Omit<Beside, "journey"> {
  readonly weights: readonly number[];
}

/** Who bears which word, in one role, and how much that counts. */
interface Among {
  readonly people: People;
  readonly postings: readonly (readonly Slot[])[];
  readonly share: number;
}

const SLIP_COST = 0.5;
const RELATIVE_SHARE = 0.5;
const AGES = 128;
/** Scores are sorted into bins of so much. */
const BIN = 0.25;
const BINS = 400;
const LOWEST = -40;

/** So many who share a telling word leave no place for those who share a common one alone. */
const ENOUGH = 1500;
const COMMON = 3.5;

const mostTellingFirst = (units: readonly Unit[]): readonly Unit[] =>
  [...units].sort((a, b) => (b.readings[0]?.gain ?? 0) - (a.readings[0]?.gain ?? 0));

const worthOf = (reading: Reading): number => cappedGain(reading) - SLIP_COST * reading.slips;

export class Candidates {
  private scores = new Float32Array(0);
  private stamps = new Int32Array(0);
  private stamp = 0;
  private touched = new Int32Array(0);
  private count = 0;

  /** At most about so many slots, the likeliest ones; in no order. */
  gather(gathering: Gathering, most: number): readonly Slot[] {
    this.makeRoom(gathering.people.room);
    const { people, question } = gathering;
    this.count = 0;
    const byName = { people, postings: people.byName, share: 1 };
    const byRelative = { people, postings: people.byRelative, share: RELATIVE_SHARE };
    for (const unit of mostTellingFirst(question.units)) this.add(unit, byName);
    for (const unit of question.relatives.flat()) this.add(unit, byRelative);
    if (this.count > 0) this.addMarks(question, people);
    this.addFacts(gathering);
    const kept = this.best(most, people);
    for (let at = 0; at < this.count; at += 1) this.scores[this.touched[at]!] = 0;
    return kept;
  }

  private makeRoom(room: number): void {
    if (this.scores.length >= room) return;
    const size = Math.max(1024, room * 2);
    this.scores = new Float32Array(size);
    this.stamps = new Int32Array(size);
    this.touched = new Int32Array(size);
    this.stamp = 0;
  }

  /** Each person gets the most telling reading of the word; readings come most telling first. */
  private add(unit: Unit, among: Among): void {
    this.stamp += 1;
    for (const reading of unit.readings) {
      const slots = among.postings[reading.word];
      const worth = worthOf(reading) * among.share;
      if (slots !== undefined && worth > 0) this.addTo(slots, worth, among.people);
    }
  }

  private addTo(slots: readonly Slot[], worth: number, people: People): void {
    const { scores, stamps, stamp, touched } = this;
    let { count } = this;
    const mayCome = count < ENOUGH || worth > COMMON;
    for (const slot of slots) {
      if (stamps[slot] === stamp) continue;
      const isNew = scores[slot] === 0;
      if (isNew && !(mayCome && people.idOf(slot) !== null)) continue;
      stamps[slot] = stamp;
      if (isNew) touched[count++] = slot;
      scores[slot]! += worth;
    }
    this.count = count;
  }

  private addMarks({ marks }: Question, people: People): void {
    for (const mark of marks) {
      const gain = Math.log((people.marks.total + 1) / (people.marks.givenCount(mark) + 1));
      for (const slot of people.byMark[mark] ?? [])
        if (this.scores[slot] !== 0) this.scores[slot]! += gain / 2;
    }
  }

  private addFacts({ people, question, weights, placeOf, year }: Gathering): void {
    this.addSex(question.sex, people.sexes.values, weights[F.sexDiffers]!);
    if (question.age !== null) this.addAges(people, question.age, { year, ages: agesTable(weights) });
    if (question.location === null) return;
    const { scores, touched, count } = this;
    const places = people.places.values;
    const worths = new Float32Array(people.locations.length).fill(Number.NaN);
    for (let at = 0; at < count; at += 1) {
      const slot = touched[at]!;
      const place = places[slot]!;
      if (place < 0) continue;
      if (Number.isNaN(worths[place]!)) worths[place] = placeWorth(placeOf(place), weights);
      scores[slot]! += worths[place]!;
    }
  }

  private addSex(sex: number, sexes: Uint8Array, worth: number): void {
    if (sex === 0) return;
    const { scores, touched, count } = this;
    for (let at = 0; at < count; at += 1) {
      const slot = touched[at]!;
      const theirs = sexes[slot]!;
      if (theirs !== 0 && theirs !== sex) scores[slot]! += worth;
    }
  }

  private addAges(
    people: People,
    age: AgeFact,
    { year, ages }: { readonly year: number; readonly ages: Float32Array },
  ): void {
    const { scores, touched, count } = this;
    const [froms, tos, years] = [people.agesFrom.values, people.agesTo.values, people.ageYears.values];
    const passed = age.year === 0 ? 0 : year - age.year;
    const [from, to] = [age.from + passed, age.to + passed];
    for (let at = 0; at < count; at += 1) {
      const slot = touched[at]!;
      if (froms[slot]! < 0) continue;
      const shift = years[slot] === 0 ? 0 : year - years[slot]!;
      const apart = Math.max(0, from - tos[slot]! - shift, froms[slot]! + shift - to);
      scores[slot]! += ages[Math.min(AGES - 1, apart)]!;
    }
  }

  /** Ties by id, so that the same question has the same answer everywhere. */
  private best(most: number, people: People): readonly Slot[] {
    const bins = new Int32Array(BINS);
    const { scores, touched, count } = this;
    const binOf = (slot: Slot) => Math.max(0, Math.min(BINS - 1, ((scores[slot]! - LOWEST) / BIN) | 0));
    for (let at = 0; at < count; at += 1) bins[binOf(touched[at]!)]! += 1;
    let [lowest, left] = [BINS - 1, most];
    while (lowest > 0 && left > bins[lowest]!) left -= bins[lowest--]!;
    const above: Slot[] = [];
    const edge: Slot[] = [];
    for (let at = 0; at < this.count; at += 1) {
      const slot = this.touched[at]!;
      const bin = binOf(slot);
      if (bin > lowest) above.push(slot);
      else if (bin === lowest) edge.push(slot);
    }
    const idOf = (slot: Slot) => people.idOf(slot) ?? "";
    edge.sort((a, b) => scores[b]! - scores[a]! || (idOf(a) < idOf(b) ? -1 : 1));
    return [...above, ...edge.slice(0, Math.max(0, most - above.length))];
  }
}

function agesTable(weights: readonly number[]): Float32Array {
  return Float32Array.from({ length: AGES }, (_, apart) => {
    if (apart <= 3) return weights[[F.age0, F.age1, F.age2, F.age3][apart]!]!;
    if (apart <= 5) return weights[F.age5]!;
    return weights[apart <= 9 ? F.age9 : F.ageFar]!;
  });
}

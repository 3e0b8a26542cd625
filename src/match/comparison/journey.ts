/**
 * What a journey says: when and where somebody was last heard of, beside when a person came, and from where. No data
 * of real journeys can be had: what is likely is assumed here, cautiously, and stands in docs/matching.md.
 */
import { distanceBetween, type Gazetteer, type Location, type Distance } from "../gazetteer/index.ts";
import { type Arrival, arrivalsOf, type Contact, type Days, daysBetween, placeBefore } from "../journeys.ts";
import type { People } from "../people.ts";
import type { SearchablePerson } from "../person-index.ts";
import { F, type FeatureVector } from "./features.ts";

/** Days from the last contact to the arrival up to which it is so many times as likely as by chance. */
const PERIODS: readonly { readonly upTo: number; readonly times: number }[] = [
  { upTo: -31, times: 0.5 },
  // they called home from the shelter
  { upTo: -1, times: 2 },
  { upTo: 30, times: 6 },
  { upTo: 180, times: 1.5 },
  { upTo: 730, times: 0.65 },
  { upTo: Number.POSITIVE_INFINITY, times: 0.5 },
];
const timesOf = (days: number): number => PERIODS.find(({ upTo }) => days <= upTo)?.times ?? 1;

/** Of what speaks neither for nor against. */
const ROUNDING = 1e-9;
const EARLIEST = -30;
const LATEST = 180;
/** An arrival that may follow from the last contact. */
const isSoon = (days: number): boolean => days >= EARLIEST && days <= LATEST;

/** How often somebody comes straight from where they were last heard of. */
const CAME_STRAIGHT = 0.3;
/** So many people as if they had come from anywhere, at any time: the first two do not make a town or a week common. */
const FROM_ELSEWHERE = 20;
/** Kilometres of a day by land, and so many at any time. */
const KM_A_DAY = 1000;
/** Dates and places are mistaken so often that it is no proof. */
const TOO_FAR = -1.5;

/** What a question tells of a journey, and how often the people here fit it by chance. */
export interface Journey {
  readonly contact: Contact;
  /** The mean of {@link PERIODS}' times over those who are here. */
  readonly mean: number;
  readonly people: People;
  readonly located: (place: string) => Location;
}

/** What is told of both, and speaks for or against. */
export interface JourneyCompared {
  /** Natural logarithm of how much likelier it is of the person than by chance. */
  readonly gain: number;
  /** Days from the last contact to the arrival, where that speaks for the person. */
  readonly soon: number | null;
  /** The place before, as written, where the person was last heard of there. */
  readonly cameFrom: string | null;
  readonly tooFar: { readonly from: string; readonly days: number; readonly kilometres: number } | null;
}
export const NO_JOURNEY: JourneyCompared = { gain: 0, soon: null, cameFrom: null, tooFar: null };

function meanTimes(days: Days, { arrivedOn, room }: People): number {
  let [sum, count] = [0, 0];
  const { values } = arrivedOn;
  for (let slot = 0; slot < room; slot += 1) {
    const day = values[slot]!;
    if (day === 0) continue;
    sum += timesOf(daysBetween(days, { from: day, to: day }));
    count += 1;
  }
  return (sum + FROM_ELSEWHERE) / (count + FROM_ELSEWHERE);
}

/** Null where the question tells nothing of a journey. Places before are looked up once each. */
export function journeyOf(contact: Contact | null, people: People, gazetteer: Gazetteer): Journey | null {
  if (contact === null) return null;
  const known = new Map<string, Location>();
  const located = (place: string): Location => {
    const location = known.get(place) ?? gazetteer.locate({ town: place });
    known.set(place, location);
    return location;
  };
  return { contact, people, located, mean: contact.days === null ? 1 : meanTimes(contact.days, people) };
}

const isThere = ({ nearness }: Distance): boolean => nearness === "same-town" || nearness === "near";

/** What the place before says, where the days leave it open that it follows from the last contact. */
function placeGain({ people }: Journey, arrival: Arrival, isSame: boolean): number {
  const often = people.countBefore(placeBefore(arrival));
  const share = Math.min(1, (often + 1) / (people.countBefore(null) + FROM_ELSEWHERE));
  return Math.log(isSame ? (CAME_STRAIGHT + (1 - CAME_STRAIGHT) * share) / share : 1 - CAME_STRAIGHT);
}

/** What the days say; `apart` is null where one of them is not known. */
function compareDays({ contact, mean }: Journey, { days }: Arrival) {
  if (contact.days === null || days === null) return { apart: null, mayFollow: true, said: NO_JOURNEY };
  const apart = daysBetween(contact.days, days);
  const gain = Math.log(timesOf(apart) / mean);
  const mayFollow = isSoon(apart);
  return {
    apart,
    mayFollow,
    said: { ...NO_JOURNEY, gain, soon: mayFollow && gain > -ROUNDING ? apart : null },
  };
}

const isTooFar = (kilometres: number, days: number): boolean => kilometres > KM_A_DAY * (Math.abs(days) + 1);

function compareArrival(journey: Journey, arrival: Arrival): JourneyCompared {
  const { apart, mayFollow, said } = compareDays(journey, arrival);
  const { location } = journey.contact;
  const { from } = arrival;
  if (location === null || from === "" || !mayFollow) return said;
  const distance = distanceBetween(location, journey.located(from));
  if (isThere(distance))
    return { ...said, gain: said.gain + placeGain(journey, arrival, true), cameFrom: from };
  const kilometres = distance.kilometres ?? 0;
  if (apart !== null && isTooFar(kilometres, apart))
    return { ...NO_JOURNEY, gain: TOO_FAR, tooFar: { from, days: apart, kilometres } };
  return { ...said, gain: said.gain + placeGain(journey, arrival, false) };
}

/** The arrival that fits best speaks. */
export function compareJourney(journey: Journey | null, person: SearchablePerson): JourneyCompared {
  if (journey === null) return NO_JOURNEY;
  const [first, ...others] = arrivalsOf(person).map((arrival) => compareArrival(journey, arrival));
  if (first === undefined) return NO_JOURNEY;
  return others.reduce((best, other) => (other.gain > best.gain ? other : best), first);
}

/** What is assumed and not learned counts no more than this. */
const MOST_GAIN = 2;

export function addJourney(features: FeatureVector, { gain }: JourneyCompared): void {
  features[F.journeyGain] = Math.max(-MOST_GAIN, Math.min(MOST_GAIN, gain));
}

/** How near two written places are. Called for every candidate of a query: it makes nothing but its answer. */
import { distance } from "../words/edit-distance.ts";
import type { Location, TownHow } from "./location.ts";
import type { Place } from "./place.ts";
import { mayBeNear, slipsAllowed } from "./town-words.ts";

export type Nearness =
  "same-town" | "near" | "same-department" | "same-country" | "other-country" | "unknown";

export interface Distance {
  readonly nearness: Nearness;
  /** Between the nearest two places that may be meant; null: one of them is not known. */
  readonly kilometres: number | null;
  /** How the town is known to be the same: by its name, a short form, a misspelling; by-place: it is another, or none. */
  readonly how: TownHow | "by-place";
}

const NEAR_KM = 40;
const KM_PER_DEGREE = 111.2;
const HALF_TURN = 180;

const SURENESS: readonly TownHow[] = ["same", "short", "misspelt"];
const lessSure = (one: TownHow, other: TownHow): TownHow =>
  SURENESS.indexOf(one) > SURENESS.indexOf(other) ? one : other;

const sameTown = (how: TownHow): Distance => ({ nearness: "same-town", kilometres: 0, how });

function kilometresBetween(one: Place, other: Place): number {
  const north = one.lat - other.lat;
  const east = (one.lon - other.lon) * Math.cos(((one.lat + other.lat) / 2) * (Math.PI / HALF_TURN));
  return KM_PER_DEGREE * Math.sqrt(north * north + east * east);
}

/** Of all pairs the nearest; null: one has no places. */
function nearest(a: Location, b: Location): number | null {
  let least = Number.POSITIVE_INFINITY;
  for (const one of a.places)
    for (const other of b.places)
      if (one === other) return 0;
      else least = Math.min(least, kilometresBetween(one, other));
  return least === Number.POSITIVE_INFINITY ? null : least;
}

function shares(a: readonly number[], b: readonly number[]): boolean {
  for (const id of a) if (b.includes(id)) return true;
  return false;
}

function isSamePlace(a: Location, b: Location): boolean {
  for (const place of a.places) if (b.places.includes(place)) return true;
  return false;
}

/** Different countries or departments are written: one name is two towns. */
const areApart = ({ said: a }: Location, { said: b }: Location): boolean =>
  (a.country !== null && b.country !== null && a.country !== b.country) ||
  (a.departments.length > 0 && b.departments.length > 0 && !shares(a.departments, b.departments));

function isMisspelt(a: Location, b: Location): boolean {
  if (a.sound === b.sound) return true;
  const slips = Math.min(slipsAllowed(a.sound.length), slipsAllowed(b.sound.length));
  return mayBeNear(a, b, slips) && distance(a.sound, b.sound) <= slips;
}

/** By the words alone, where no list tells the towns apart; null: not by them. */
function sameWords(a: Location, b: Location): TownHow | null {
  if (a.town === "" || b.town === "" || areApart(a, b)) return null;
  if (a.town === b.town) return "same";
  if (a.places.length > 0 && b.places.length > 0) return null;
  return isMisspelt(a, b) ? "misspelt" : null;
}

function byArea(a: Location, b: Location): Nearness {
  if (shares(a.departments, b.departments)) return "same-department";
  if (a.country === null || b.country === null) return "unknown";
  return a.country === b.country ? "same-country" : "other-country";
}

export function distanceBetween(a: Location, b: Location): Distance {
  const words = sameWords(a, b);
  if (words !== null) return sameTown(words);
  if (isSamePlace(a, b)) return sameTown(lessSure(a.how, b.how));
  const kilometres = nearest(a, b);
  if (kilometres !== null && kilometres <= NEAR_KM) return { nearness: "near", kilometres, how: "by-place" };
  return { nearness: byArea(a, b), kilometres, how: "by-place" };
}

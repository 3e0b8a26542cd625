/**
 * The gazetteer: what written places mean, and how near they are, from a list of towns that comes with the program.
 * Pure; the list is handed in.
 */
import { stepped, type Steps } from "../steps.ts";
import { createAreaNames } from "./area-names.ts";
import { type Beginning, beginsWith, type PlaceNames } from "./begins-with.ts";
import { locate, type Locator } from "./locate.ts";
import type { Location, WrittenPlace } from "./location.ts";
import { createLookup } from "./lookup.ts";
import { createNameIndex } from "./name-index.ts";
import { type Place, type PlaceData, placesOf } from "./place.ts";

export interface Gazetteer {
  /** Never throws, whatever is written. */
  readonly locate: (written: WrittenPlace) => Location;
  /** For free text: the longest place, department or country name that these folded words begin with; null: none. */
  readonly beginsWith: (words: readonly string[]) => Beginning | null;
  /** Makes by steps the tables that both need; who asks before that waits for them. */
  readonly prepare: () => Iterable<undefined>;
}

const add = <T>(sums: Map<T, number>, key: T, value: number): void => {
  sums.set(key, (sums.get(key) ?? 0) + value);
};

function populations(places: readonly Place[]): Pick<PlaceNames, "populationOf" | "populationOfCountry"> {
  const ofDepartment = new Map<number, number>();
  const ofCountry = new Map<string, number>();
  for (const { department, country, population } of places) {
    add(ofDepartment, department, population);
    add(ofCountry, country, population);
  }
  return {
    populationOf: (department) => ofDepartment.get(department) ?? 0,
    populationOfCountry: (country) => ofCountry.get(country) ?? 0,
  };
}

interface Parts {
  readonly locator: Locator;
  readonly placeNames: PlaceNames;
}

function* partsOf(data: PlaceData): Steps<Parts> {
  const places = placesOf(data);
  yield;
  const names = yield* createNameIndex(places);
  const areas = createAreaNames();
  const sums = populations(places);
  return {
    locator: { lookup: createLookup(names), areas, populationOf: sums.populationOf },
    placeNames: { names, areas, ...sums },
  };
}

/** The names are indexed when the first place is asked for. */
export function createGazetteer(data: PlaceData): Gazetteer {
  const { value: ready, steps } = stepped(() => partsOf(data));
  return {
    locate: (written) => locate(ready().locator, written),
    beginsWith: (words) => beginsWith(ready().placeNames, words),
    *prepare() {
      yield* steps();
      yield* ready().placeNames.names.prepare();
    },
  };
}

/** Makes the people and queries that engines are timed with. ../../match-speed.mjs makes one file of this. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { missingNames, readNameSources } from "../name-sources.ts";
import { SETS } from "../sets.ts";
import { speedTable } from "./results.ts";
import { SPEED_ENGINES } from "./trial.ts";

export interface SpeedSetWish {
  readonly names: string;
  readonly people: number;
  readonly queries: number;
  readonly seed: number;
}

/** People of the set who come one by one, when the others are in. */
const ARRIVALS = 1000;
const ABSENT = 0.5;

/** Writes people.json, queries.json and arrivals.json, of the hard set. The names must be there. */
export function writeSpeedSet(folder: string, { names, people, queries, seed }: SpeedSetWish): void {
  const wish = { people: people + ARRIVALS, queries, perSlice: 0, absent: ABSENT, seed };
  const set = SETS["S2"]!(readNameSources(names), wish);
  const put = (name: string, value: unknown) => {
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(value));
  };
  put("people", set.people.slice(0, people));
  put("arrivals", set.people.slice(people));
  put("queries", set.queries);
}

export { missingNames, SPEED_ENGINES, speedTable };

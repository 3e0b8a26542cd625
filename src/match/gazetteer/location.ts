/** What a written place may mean, in a form that is made once and compared often. */
import type { Place } from "./place.ts";

/** As people type it; the country is ISO 3166-1 alpha-2. Any field may hold anything. */
export interface WrittenPlace {
  readonly town?: string;
  readonly state?: string;
  readonly country?: string;
}

/** A country and departments of it, as far as they are known. */
export interface Scope {
  readonly country: string | null;
  /** Empty: any. */
  readonly departments: readonly number[];
}

/** How a town was written: by its name, by a part of it or by a town around it, or with slips. */
export type TownHow = "same" | "short" | "misspelt";

export interface Location {
  /** As stated, or as all that it may mean agrees. */
  readonly country: string | null;
  /** Position in DEPARTMENTS, where only one is possible. */
  readonly department: number | null;
  /** What the department may be: stated, or those of the places. Empty: not known. */
  readonly departments: readonly number[];
  /** What is written of country and department, without what the town's name tells. */
  readonly said: Scope;
  /** What the town's name may mean, most likely first, at most six. Empty: no list has it, or none is written. */
  readonly places: readonly Place[];
  /** The town as written: folded, without little words; "" where no town is written. */
  readonly town: string;
  /** The same by sound, in one piece, and which letters it holds, a bit each. */
  readonly sound: string;
  readonly letters: number;
  readonly how: TownHow;
}

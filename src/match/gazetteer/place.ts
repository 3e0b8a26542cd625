/** A town of the gazetteer, and the reading of the file that holds them all (scripts/make-gazetteer.mjs writes it). */
import { DEPARTMENTS } from "./departments.ts";

export interface Place {
  /** Its position in the data; good for one version of the data only. */
  readonly id: number;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly country: string;
  /** Position in DEPARTMENTS. */
  readonly department: number;
  /** Rounded; nobody counted everywhere, so never 0. */
  readonly population: number;
  readonly lat: number;
  readonly lon: number;
}

/** The file of places. */
export interface PlaceData {
  readonly source: string;
  readonly departments: readonly string[];
}

/** Where nobody counted. */
const UNCOUNTED = 300;
const IN_HUNDREDS = 100;

const LINE = /^(\w{4}) (-?\d+),(-?\d+) (.*)$/u;
const ITEM = /^(.*) (\d+),(-?\d+),(-?\d+)$/u;

const departmentIds: ReadonlyMap<string, number> = new Map(DEPARTMENTS.map(({ code }, id) => [code, id]));

type WithoutId = Omit<Place, "id">;

function placesOfLine(line: string): readonly WithoutId[] {
  const [, code = "", lat = "", lon = "", items = ""] = LINE.exec(line) ?? [];
  const department = departmentIds.get(code);
  if (department === undefined) return [];
  return items.split("|").flatMap((item) => {
    const [, names = "", hundreds, north, east] = ITEM.exec(item) ?? [];
    const [name = "", ...otherNames] = names.split("/");
    if (name === "") return [];
    return [
      {
        name,
        otherNames,
        country: code.slice(0, 2),
        department,
        population: Number(hundreds) * IN_HUNDREDS || UNCOUNTED,
        lat: (Number(lat) + Number(north)) / IN_HUNDREDS,
        lon: (Number(lon) + Number(east)) / IN_HUNDREDS,
      },
    ];
  });
}

/** The places of a file, in its order; lines that are none are left out. */
export const placesOf = (data: PlaceData): readonly Place[] =>
  data.departments.flatMap(placesOfLine).map((place, id) => ({ id, ...place }));

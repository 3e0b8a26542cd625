/** The gazetteer as it ships, and places in short: "San Pedro Sula HN06". */
import {
  DEPARTMENTS,
  type Gazetteer,
  loadGazetteer,
  type Location,
  type Place,
  type WrittenPlace,
} from "../../../src/match/gazetteer/index.ts";

export const gazetteer: Gazetteer = await loadGazetteer();

const codeOf = (department: number): string => DEPARTMENTS[department]!.code;

const inShort = ({ name, department }: Place): string => `${name} ${codeOf(department)}`;

export const located = (town: string, rest: Omit<WrittenPlace, "town"> = {}): Location =>
  gazetteer.locate({ town, ...rest });

export const placesIn = (location: Location): readonly string[] => location.places.map(inShort);

export const departmentsIn = ({ departments }: Location): readonly string[] => departments.map(codeOf);

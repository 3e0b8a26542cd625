/**
 * The names and places that people are invented from. The files are not part of the project: where they come from
 * and what stands in them is told beside them (README.md of the folder).
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fold } from "./fold.ts";
import { type FebrlRule, readFebrlRules } from "./febrl-rules.ts";
import { hasAccent, withAccents } from "./accents.ts";
import { type NicknamePair, heldOutNicknames } from "./nickname-pairs.ts";
import type { Weighted } from "./random.ts";

export interface GivenName {
  /** Word by word, with capitals and accents. */
  readonly words: readonly string[];
  readonly weight: number;
  /** Of those who bear it, in years. */
  readonly meanAge: number;
}

export interface Place {
  readonly name: string;
  readonly country: string;
  /** GeoNames' code of the department. */
  readonly department: string;
  readonly population: number;
  readonly lat: number;
  readonly lon: number;
}

export interface FebrlRecord {
  readonly id: string;
  readonly given: string;
  readonly surname: string;
}

/** Everything that is read; tests hand in a few lines of each. */
export interface NameSources {
  readonly givenNames: Readonly<Record<"f" | "m", readonly GivenName[]>>;
  /** Spain's, with Latin American residents. */
  readonly surnames: readonly Weighted<string>[];
  readonly surnamesOf: ReadonlyMap<string, readonly Weighted<string>[]>;
  readonly places: readonly Place[];
  /** For the first corruptor, and for the second: no pair is in both. */
  readonly nicknames: readonly NicknamePair[];
  readonly otherNicknames: readonly NicknamePair[];
  readonly febrlRules: readonly FebrlRule[];
  readonly febrl4: { readonly records: readonly FebrlRecord[]; readonly queries: readonly FebrlRecord[] };
}

const FILES = {
  surnames: "ine_es_apellidos.csv",
  men: "ine_es_hombres.csv",
  women: "ine_es_mujeres.csv",
  countries: "common-surnames-by-country.csv",
  forenames: "common-forenames-by-country.csv",
  places: "geonames_mx_ca_places.tsv",
  municipalities: "mx_municipios_inegi2020.csv",
  nicknames: "nombres_hipocoristicos_compilado.tsv",
  otherNicknames: "hipocoristicos_ar_DaBal1991.tsv",
  febrlRules: "febrl_lib_phonetic_rules.txt",
  febrlRecords: "febrl_dataset4a.csv",
  febrlQueries: "febrl_dataset4b.csv",
} as const;

/** Names of fewer people in Spain are left out: they are other regions' than the route's, or slips of the registry. */
const FEWEST_BEARERS = 500;
/** Whose spellings tell accents. */
const SPANISH_SPEAKING = new Set([
  "AR",
  "CL",
  "CO",
  "CR",
  "CU",
  "EC",
  "ES",
  "GT",
  "MX",
  "PE",
  "PR",
  "UY",
  "VE",
]);
/** A municipality whose people nobody counted here. */
const NOMINAL_POPULATION = 5_000;

type Row = readonly string[];

const rowsOf = (text: string, separator: string): readonly Row[] =>
  text
    .replace(/^\uFEFF/u, "")
    .split(/\r?\n/u)
    .slice(1)
    .filter((line) => line !== "")
    .map((line) => line.split(separator).map((cell) => cell.trim()));

const cell = (row: Row, at: number): string => row[at] ?? "";

/** GeoNames' code of each Mexican state, by the name that INEGI gives it. */
const MEXICAN_STATES: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "Aguascalientes,Baja California,Baja California Sur,Campeche,Chiapas,Chihuahua,Coahuila,Colima," +
    "Ciudad de México,Durango,Guanajuato,Guerrero,Hidalgo,Jalisco,México,Michoacán,Morelos,Nayarit,Nuevo León," +
    "Oaxaca,Puebla,Querétaro,Quintana Roo,San Luis Potosí,Sinaloa,Sonora,Tabasco,Tamaulipas,Tlaxcala,Veracruz," +
    "Yucatán,Zacatecas"
  )
    .split(",")
    .map((state, at) => [fold(state), String(at + 1).padStart(2, "0")]),
);

function municipalityOf(row: Row): Place | null {
  const state = fold(cell(row, 1)).replace(/ de (zaragoza|ocampo|ignacio).*$/u, "");
  const department = MEXICAN_STATES[state];
  if (department === undefined) return null;
  return {
    name: cell(row, 3),
    country: "MX",
    department,
    population: NOMINAL_POPULATION,
    lat: Number(cell(row, 4)),
    lon: Number(cell(row, 5)),
  };
}

/** "Guatemala City" is what nobody there says. */
const spanishTown = (name: string): string => name.replace(/^(.+) City$/u, "Ciudad de $1");

const placeOf = (row: Row): Place => ({
  name: spanishTown(cell(row, 1)),
  country: cell(row, 2),
  department: cell(row, 3),
  population: Number(cell(row, 4)),
  lat: Number(cell(row, 6)),
  lon: Number(cell(row, 5)),
});

const febrlOf = (row: Row): FebrlRecord => ({ id: cell(row, 0), given: cell(row, 1), surname: cell(row, 2) });

const pairOf = (row: Row): NicknamePair => ({ nickname: fold(cell(row, 0)), name: fold(cell(row, 1)) });

/** The file has Sweden's twenty under El Salvador's code too. */
const isSwedish = (row: Row): boolean => cell(row, 0) === "SV" && /(?:son|berg)$/u.test(cell(row, 4));

/** Surnames of each country, as often as counted; where nobody counted, by rank. */
function surnamesByCountry(rows: readonly Row[]): ReadonlyMap<string, readonly Weighted<string>[]> {
  const found = new Map<string, Weighted<string>[]>();
  for (const row of rows.filter((one) => !isSwedish(one))) {
    const [country, rank, item, count] = [cell(row, 0), cell(row, 1), cell(row, 4), cell(row, 6)];
    const weight = count === "" ? 1 / (Number(rank) + 2) : Number(count);
    found.set(country, [...(found.get(country) ?? []), { item, weight }]);
  }
  return found;
}

/** What to do where a file is not there; null: all are. */
export function missingNames(folder: string): string | null {
  const missing = Object.values(FILES).filter((file) => !existsSync(join(folder, file)));
  if (missing.length === 0) return null;
  return (
    `${missing.length} of the files with names and places are not in ${folder} (${missing.join(", ")}).\n` +
    "They are not part of the project. Put them there, or say where they are: --names FOLDER"
  );
}

/** Reads all of them; they must be there. */
export function readNameSources(folder: string): NameSources {
  const rows = (file: keyof typeof FILES, separator = ",") =>
    rowsOf(readFileSync(join(folder, FILES[file]), "utf8"), separator);
  const countries = rows("countries");
  const accented = [...countries, ...rows("forenames")]
    .filter((row) => SPANISH_SPEAKING.has(cell(row, 0)))
    .flatMap((row) => row.filter(hasAccent));
  const nicely = withAccents(accented);
  const givenNames = (file: "men" | "women"): GivenName[] =>
    rows(file)
      .map((row) => ({
        words: nicely(cell(row, 0)).split(" "),
        weight: Number(cell(row, 1)),
        meanAge: Number(cell(row, 2)),
      }))
      .filter(({ weight }) => weight >= FEWEST_BEARERS);
  const [men, women] = [givenNames("men"), givenNames("women")];
  const nicknames = rows("nicknames", "\t").map(pairOf);
  return {
    givenNames: { f: women, m: men },
    surnames: rows("surnames")
      .map((row) => ({ item: nicely(cell(row, 0)), weight: Number(cell(row, 1)) }))
      .filter(({ weight }) => weight >= FEWEST_BEARERS),
    surnamesOf: surnamesByCountry(countries),
    places: [...rows("places", "\t").map(placeOf), ...rows("municipalities").map(municipalityOf)].filter(
      (place) => place !== null,
    ),
    nicknames,
    otherNicknames: heldOutNicknames({
      pairs: readPairs(join(folder, FILES.otherNicknames)),
      taken: nicknames,
      bearers: bearersOf([...men, ...women]),
    }),
    febrlRules: readFebrlRules(readFileSync(join(folder, FILES.febrlRules), "utf8")),
    febrl4: { records: rows("febrlRecords").map(febrlOf), queries: rows("febrlQueries").map(febrlOf) },
  };
}

/** This file has no headings, and does not say which of the two is the nickname. */
const readPairs = (file: string): (readonly [string, string])[] =>
  rowsOf(`\n${readFileSync(file, "utf8")}`, "\t").map((row) => [fold(cell(row, 0)), fold(cell(row, 1))]);

function bearersOf(names: readonly GivenName[]): ReadonlyMap<string, number> {
  const bearers = new Map<string, number>();
  for (const { words, weight } of names) {
    const word = fold(words.join(" "));
    bearers.set(word, (bearers.get(word) ?? 0) + weight);
  }
  return bearers;
}

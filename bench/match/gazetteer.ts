/** Towns by how many live there, and what people say instead of a town: a larger one near it, its department. */
import type { Place } from "./name-sources.ts";
import type { Random } from "./random.ts";
import { type Lottery, lotteryOf } from "./random.ts";

export interface Gazetteer {
  /** A town of the country, of these departments where some are named; larger ones more often. */
  readonly draw: (
    from: { readonly country: string; readonly departments: readonly string[] },
    random: Random,
  ) => Place;
  /** A larger town within reach; null: none is known. */
  readonly near: (town: string, country: string) => string | null;
  /** The name of the department; null: not known. */
  readonly departmentOf: (country: string, code: string) => string | null;
}

const SMALLEST = 500;
const NEAR_KM = 40;
const KM_PER_DEGREE = 111;

/** Names in the order of GeoNames' codes from 01; empty: the code is not in use. */
const DEPARTMENTS: Readonly<Record<string, readonly string[]>> = {
  GT: (
    "Alta Verapaz,Baja Verapaz,Chimaltenango,Chiquimula,El Progreso,Escuintla,Guatemala,Huehuetenango,Izabal,Jalapa," +
    "Jutiapa,Petén,Quetzaltenango,Quiché,Retalhuleu,Sacatepéquez,San Marcos,Santa Rosa,Sololá,Suchitepéquez," +
    "Totonicapán,Zacapa"
  ).split(","),
  HN: (
    "Atlántida,Choluteca,Colón,Comayagua,Copán,Cortés,El Paraíso,Francisco Morazán,Gracias a Dios,Intibucá," +
    "Islas de la Bahía,La Paz,Lempira,Ocotepeque,Olancho,Santa Bárbara,Valle,Yoro"
  ).split(","),
  SV: (
    "Ahuachapán,Cabañas,Chalatenango,Cuscatlán,La Libertad,La Paz,La Unión,Morazán,San Miguel,San Salvador,Santa Ana," +
    "San Vicente,Sonsonate,Usulután"
  ).split(","),
  NI: (
    "Boaco,Carazo,Chinandega,Chontales,Estelí,Granada,Jinotega,León,Madriz,Managua,Masaya,Matagalpa,Nueva Segovia," +
    "Río San Juan,Rivas,,Costa Caribe Norte,Costa Caribe Sur"
  ).split(","),
  MX: (
    "Aguascalientes,Baja California,Baja California Sur,Campeche,Chiapas,Chihuahua,Coahuila,Colima,Ciudad de México," +
    "Durango,Guanajuato,Guerrero,Hidalgo,Jalisco,Estado de México,Michoacán,Morelos,Nayarit,Nuevo León,Oaxaca,Puebla," +
    "Querétaro,Quintana Roo,San Luis Potosí,Sinaloa,Sonora,Tabasco,Tamaulipas,Tlaxcala,Veracruz,Yucatán,Zacatecas"
  ).split(","),
};

const kilometres = (one: Place, other: Place): number => {
  const east = (one.lon - other.lon) * Math.cos((one.lat * Math.PI) / 180);
  return KM_PER_DEGREE * Math.hypot(one.lat - other.lat, east);
};

function largerNear(town: Place, places: readonly Place[]): string | null {
  const larger = places.filter(
    (place) =>
      place.population > town.population && place.name !== town.name && kilometres(town, place) < NEAR_KM,
  );
  return larger.sort((a, b) => b.population - a.population)[0]?.name ?? null;
}

export function gazetteerOf(places: readonly Place[]): Gazetteer {
  const lotteries = new Map<string, Lottery<Place>>();
  const byTown = new Map<string, Place>();
  const byCountry = new Map<string, Place[]>();
  for (const place of places) {
    const key = `${place.country} ${place.name}`;
    const known = byTown.get(key);
    if (known === undefined || known.population < place.population) byTown.set(key, place);
    if (byCountry.get(place.country)?.push(place) === undefined) byCountry.set(place.country, [place]);
  }
  const lottery = (country: string, departments: readonly string[]): Lottery<Place> => {
    const key = [country, ...departments].join(" ");
    const drawn = lotteries.get(key);
    if (drawn !== undefined) return drawn;
    const there = (byCountry.get(country) ?? []).filter(
      ({ department }) => departments.length === 0 || departments.includes(department),
    );
    const made = lotteryOf(
      there.map((item) => ({ item, weight: Math.sqrt(Math.max(SMALLEST, item.population)) })),
    );
    lotteries.set(key, made);
    return made;
  };
  return {
    draw: ({ country, departments }, random) => lottery(country, departments).draw(random),
    near(town, country) {
      const place = byTown.get(`${country} ${town}`);
      return place === undefined ? null : largerNear(place, byCountry.get(country) ?? []);
    },
    departmentOf: (country, code) => {
      const name = DEPARTMENTS[country]?.[Number(code) - 1] ?? "";
      return name === "" ? null : name;
    },
  };
}

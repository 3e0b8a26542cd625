/** A handful of names and places, in the form in which the bench reads its files. */
import type { NameSources } from "../../../bench/match/name-sources.ts";
import { readFebrlRules } from "../../../bench/match/febrl-rules.ts";
import { BENCH_YEAR, type Made, type Person } from "../../../bench/match/person.ts";

const given = (text: string) =>
  text.split(", ").map((name, at) => ({ words: name.split(" "), weight: 1000 / (at + 1), meanAge: 20 + at }));
const ranked = (text: string) => text.split(", ").map((item, at) => ({ item, weight: 100 / (at + 1) }));

const town = (name: string, country: string, department: string, population: number) => ({
  name,
  country,
  department,
  population,
  lat: 15 + population / 1e6,
  lon: -88,
});

export const FEW_NAMES: NameSources = {
  givenNames: {
    f: given("María, Ana, Rosa Elena, Francisca, Guadalupe, Isabel"),
    m: given("José, Francisco Javier, Juan, Miguel Ángel, Carlos, Santiago"),
  },
  surnames: ranked("García, Navarro, Ortega, Peña, Quintana"),
  surnamesOf: new Map([
    ["MX", ranked("Hernández, García, Martínez, López, González")],
    ["GT", ranked("Morales, de León, Vásquez")],
    ["SV", ranked("Rivas, Portillo")],
  ]),
  places: [
    town("San Pedro Sula", "HN", "06", 700_000),
    town("La Ceiba", "HN", "01", 200_000),
    town("Villanueva", "HN", "06", 100_000),
    town("Trujillo", "HN", "03", 60_000),
    town("Cobán", "GT", "01", 80_000),
    town("Quetzaltenango", "GT", "13", 150_000),
    town("Santa Ana", "SV", "11", 170_000),
    town("Estelí", "NI", "05", 90_000),
    town("Mérida", "MX", "31", 800_000),
    town("Tlaxcala", "MX", "29", 90_000),
  ],
  nicknames: [
    { nickname: "chepe", name: "jose" },
    { nickname: "paco", name: "francisco" },
    { nickname: "mari", name: "maria" },
  ],
  otherNicknames: [{ nickname: "pepito", name: "jose" }],
  febrlRules: readFebrlRules("ALL, z, s, None, None, None, None\nALL, rr, r, None, None, None, None"),
  febrl4: {
    records: [
      { id: "rec-1-org", given: "blake", surname: "howie" },
      { id: "rec-2-org", given: "michaela", surname: "neumann" },
    ],
    queries: [
      { id: "rec-1-dup-0", given: "blake", surname: "howi" },
      { id: "rec-2-dup-0", given: "", surname: "" },
    ],
  },
};

const TRUTH: Person = {
  id: "p1",
  givenNames: ["José", "Francisco"],
  surnames: ["Hernández", "de la Cruz"],
  sex: "m",
  age: 22,
  birthDate: `${BENCH_YEAR - 22}-03-07`,
  country: "HN",
  town: "San Pedro Sula",
  department: "Cortés",
  nicknames: ["chepe"],
  relatives: ["María de la Cruz Paz"],
  marks: "cicatriz en la frente",
};

/** An invented person of whom everything was written down, with what is different. */
export const made = (over: Partial<Person> = {}, origin: Made["origin"] = "honduras"): Made => {
  const truth = { ...TRUTH, ...over };
  return { truth, record: truth, origin };
};

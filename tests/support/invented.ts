/** Invented people, houses and events for tests of the page and for its pictures. Nobody here exists. */
import type { FieldsOf } from "#model";

export const HOUSE = "Casa del Naranjo";
export const MESH = "Vereda del sur";
export const PASSPHRASE = "farol nube cedro barro lima";

/** Other shelters and how many minutes ago this computer heard of them; null for never. */
export const OTHER_HOUSES = [
  { name: "Albergue El Puente", kind: "shelter", heardMinutesAgo: 20 },
  { name: "Casa Luz de Luna", kind: "shelter", heardMinutesAgo: 60 * 3 },
  { name: "Posada San Telmo", kind: "shelter", heardMinutesAgo: 60 * 24 * 9 },
  { name: "Refugio La Ceiba", kind: "shelter", heardMinutesAgo: null },
  { name: "Comité Hilo Azul", kind: "advocates", heardMinutesAgo: 60 * 30 },
] as const;

/** Calls itself like the first of them: with a capital i in the place of an l. */
export const ALIKE_HOUSE = { name: "Albergue EI Puente", kind: "shelter", heardMinutesAgo: 45 } as const;

/** Wants to be called like the second: its vowels are Cyrillic. */
export const ALIKE_NEW_HOUSE = "C\u0430s\u0430 Luz d\u0435 Lun\u0430";

type Invented<K extends "guest" | "report" | "card"> = Partial<FieldsOf<K>>;

/** Guests of the house, newest arrival first, with the minutes since they came. */
export const GUESTS: readonly (readonly [number, Invented<"guest">])[] = [
  [12, { name: "Yésica Maribel Orantes Tzul", age: 24, sex: "female", country: "GT", town: "Cuilco" }],
  [
    35,
    {
      name: "Wilmer Adonay Paz",
      age: { from: 17, to: 17, approximate: true },
      sex: "male",
      country: "HN",
      town: "El Negrito",
      marks: "lunar en la mejilla izquierda",
    },
  ],
  [58, { name: "Francisco Pedro Francisco", age: 41, sex: "male", country: "GT", language: "q'anjob'al" }],
  [75, { name: "Régine Jean-Pierre", age: 33, sex: "female", country: "HT" }],
  [140, { name: "Osmin", sex: "male", country: "SV", alternateNames: ["el Chele"] }],
  [60 * 26, { name: "Darwin Josué Caballero Lara", age: 29, sex: "male", country: "HN", town: "Yoro" }],
  [60 * 30, { name: "Ana Lucía Cifuentes Morán", age: { from: 30, to: 35 }, sex: "female", country: "GT" }],
  [60 * 50, { name: "Nayeli Xuu'kx Coc", age: 19, sex: "female", country: "GT", town: "Chahal" }],
];

/** Reports taken by the house. */
export const REPORTS: readonly (readonly [number, Invented<"report">])[] = [
  [
    60 * 5,
    {
      name: "Fransisco Javier Madrid Ulloa",
      alternateNames: ["Paco", "el Güero"],
      age: { from: 22, to: 22, asOf: "2025" },
      sex: "male",
      country: "HN",
      town: "Olanchito",
      marks: "cicatriz en la ceja derecha, tatuaje de golondrina",
      relatives: ["hermana Dunia Madrid"],
      lastContact: { at: "2026-03-14", place: "Tapachula" },
      circumstances: "Iba con dos compañeros de trabajo. Pensaba seguir a Monterrey.",
      seeker: { name: "Dunia Madrid", relation: "hermana", phone: "0000-0000", notes: "Por la tarde" },
    },
  ],
  [
    60 * 70,
    {
      name: "Marlenis del Carmen Rivas",
      age: 36,
      sex: "female",
      country: "VE",
      lastContact: { at: "2026-02", place: "Paso Canoas" },
      seeker: { name: "Yubirí Rivas", relation: "madre" },
    },
  ],
];

/** Cards that other houses share. */
export const CARDS: readonly (readonly [number, Invented<"card">])[] = [
  [
    25,
    {
      name: "Wilmer Adonay Paz Mejía",
      age: 17,
      sex: "male",
      country: "HN",
      town: "El Negrito",
      lastContact: { at: "2026-05", place: "Tenosique" },
    },
  ],
  [60 * 8, { name: "Jesica Orantes", age: { from: 23, to: 26 }, sex: "female", country: "GT" }],
  [60 * 40, { name: "Rejin Janpyè", age: 34, sex: "female", country: "HT", alternateNames: ["Ginou"] }],
  [60 * 90, { name: "Eusebio Canul Pech", age: 52, sex: "male", country: "MX", town: "Oxkutzcab" }],
];

/** A file with two people who come in and one who does not. */
/** Who wrote something that waits, on a computer that is out by now. */
export const LATE_PERSON = "Noel Barrios";

export const CSV_FILE = "nombre,edad,país\nBelinda Suazo,31,HN\nTomás Icú,19,GT\n,44,SV\n";

const MINUTE = 60_000;

/** So many minutes ago, but still today: a test must not fail for being run after midnight. */
export function earlierToday(now: number, minutesAgo: number): number {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  return Math.min(now, Math.max(now - minutesAgo * MINUTE, midnight + Math.max(0, 1000 - minutesAgo)));
}

/** What one exchange of the engine in memory moved. */
export const MOVED = {
  entriesIn: 12,
  entriesOut: 3,
  bytesIn: 9_000,
  bytesOut: 2_100,
  messages: 6,
  ms: 140,
  spaces: 3,
};

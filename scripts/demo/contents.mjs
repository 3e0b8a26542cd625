/**
 * What is written in the demo's houses: guests and reports, some of whom are the same person, spelt differently.
 * Lists of earlier days come in as CSV files, as a house would bring them; who came today is registered one by one.
 */
import { asHeard, createDice, guestOf, inventPerson, reportOf } from "./people.mjs";

/**
 * @typedef {import("./people.mjs").Dice} Dice
 * @typedef {import("./people.mjs").Invented} Invented
 * @typedef {import("./route.mjs").House} House
 */

/** The report by which the demo shows what it is about, and how a night shift may hear the name. */
export const SHOWN = { name: "Marvin Geovany Zelaya Funes", heard: "Marbin Jeovani Selaya" };

const GUESTS_OF_TODAY = 12;
const GUESTS_OF_EARLIER_DAYS = 60;
const REPORTS_PER_SHELTER = 6;
const REPORTS_OF_COMMITTEE = 60;
/** Of so many reports of the committee, one is about a guest of a shelter. */
const ONE_OF = 4;
const MINUTES_OF_A_DAY = 24 * 60;

/** @param {readonly (readonly (string | number)[])[]} rows */
const csv = (rows) =>
  new TextEncoder().encode(
    rows.map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(",")).join("\n"),
  );

/**
 * @param {House} house
 * @param {"guest" | "report"} kind
 * @param {readonly (readonly (string | number)[])[]} rows the first holds the headings
 */
async function bringList(house, kind, rows) {
  const { errors } = await house.engine.importFile({ bytes: csv(rows), format: "csv", kind });
  const [first] = errors;
  if (first !== undefined) throw new Error(`line ${first.line} of the invented list: ${first.code}`);
}

/** @param {Dice} dice @param {readonly Invented[]} people */
function listOfGuests(dice, people) {
  const rows = people.map((person) => {
    const { guest } = guestOf(dice, person, MINUTES_OF_A_DAY * (1 + dice(9)) + dice(600));
    const { name, age, sex, country, town = "", marks = "", arrivedAt } = guest;
    return [name, age, sex, country, town, marks, arrivedAt];
  });
  const headings = ["Nombre", "Edad", "Sexo", "País", "Municipio", "Señas", "Llegada"];
  return [headings, ...rows];
}

/** @param {Dice} dice @param {readonly Invented[]} known who was received along the route */
function listOfReports(dice, known) {
  const rows = Array.from({ length: REPORTS_OF_COMMITTEE }, (_, at) => {
    const guest = at % ONE_OF === 0 ? known[dice(known.length)] : undefined;
    const person = guest ?? inventPerson(dice);
    const name = guest === undefined ? person.name : asHeard(dice, person.name);
    const { sex, age, country, town = "", lastContact, seeker } = reportOf(dice, person, name);
    const { at: day, place } = lastContact;
    return [
      name,
      sex,
      age.from,
      age.asOf,
      country,
      town,
      day,
      place,
      seeker.name,
      seeker.relation,
      seeker.phone,
    ];
  });
  return [
    ["Nombre", "Sexo", "Edad", "Edad en fecha", "País", "Municipio", "Último contacto"].concat([
      "Último lugar",
      "Quién busca",
      "Parentesco",
      "Teléfono de quien busca",
    ]),
    ...rows,
  ];
}

/** @param {House} house @param {number} seed @param {readonly Invented[]} people */
async function fillShelter(house, seed, people) {
  const dice = createDice(seed);
  await bringList(house, "guest", listOfGuests(dice, people.slice(GUESTS_OF_TODAY)));
  for (const [at, person] of people.slice(0, GUESTS_OF_TODAY).entries()) {
    const { guest, arrival } = guestOf(dice, person, 4 + at * 7 + dice(5));
    const { id } = await house.engine.add("guest", guest);
    await house.engine.add("arrival", { ...arrival, guest: id });
  }
  for (let at = 0; at < REPORTS_PER_SHELTER; at += 1) {
    await house.engine.add("report", reportOf(dice, inventPerson(dice)));
  }
}

/** @param {House} house @param {number} seed @param {readonly Invented[]} known */
async function fillCommittee(house, seed, known) {
  const dice = createDice(seed);
  await bringList(house, "report", listOfReports(dice, known));
  /** @type {Invented} */
  const shown = { name: SHOWN.name, sex: "male", age: 22, country: "HN", town: "Choluteca" };
  await house.engine.add("report", reportOf(dice, shown));
}

/**
 * Writes all of it, at all houses at once.
 * @param {readonly House[]} houses
 * @returns {Promise<{ guests: number, reports: number }>}
 */
export async function fillHouses(houses) {
  const shelters = houses.filter(({ kind }) => kind === "shelter");
  const committees = houses.filter(({ kind }) => kind === "advocates");
  const guests = shelters.map((_, at) => {
    const dice = createDice(100 + at);
    return Array.from({ length: GUESTS_OF_TODAY + GUESTS_OF_EARLIER_DAYS }, () => inventPerson(dice));
  });
  await Promise.all([
    ...shelters.map((house, at) => fillShelter(house, 200 + at, guests[at] ?? [])),
    ...committees.map((house, at) => fillCommittee(house, 300 + at, guests.flat())),
  ]);
  return {
    guests: guests.flat().length,
    reports: shelters.length * REPORTS_PER_SHELTER + committees.length * (REPORTS_OF_COMMITTEE + 1),
  };
}

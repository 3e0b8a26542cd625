/**
 * Invented people: names drawn from lists by a small generator, so that every demo shows the same ones. Nobody
 * here exists; telephones are of the kind that is never given to anybody.
 */

/**
 * @typedef {{ name: string, sex: "male" | "female", age: number, country: string, town: string }} Invented
 * @typedef {(limit: number) => number} Dice a whole number from 0 to below the limit
 */

const COUNTRIES = [
  {
    code: "HN",
    towns: ["Choluteca", "El Progreso", "La Ceiba", "Santa Bárbara", "Olanchito", "Danlí"],
    male: ["Wilmer", "Darwin", "Elmer", "Josué", "Osman", "Selvin", "Marvin", "Geovany", "Nahún", "Rony"],
    female: [
      "Keylin",
      "Dunia",
      "Yolani",
      "Génesis",
      "Heidy",
      "Waleska",
      "Suyapa",
      "Iris",
      "Lesly",
      "Yamileth",
    ],
    surnames: [
      "Zelaya",
      "Funes",
      "Orellana",
      "Canales",
      "Cárcamo",
      "Sabillón",
      "Bonilla",
      "Paz",
      "Euceda",
      "Lagos",
    ],
  },
  {
    code: "GT",
    towns: ["Cuilco", "Nebaj", "San Juan Ixcoy", "Joyabaj", "Chahal", "Malacatán"],
    male: [
      "Francisco",
      "Pascual",
      "Mateo",
      "Diego",
      "Byron",
      "Gaspar",
      "Edilberto",
      "Tomás",
      "Rigoberto",
      "Mynor",
    ],
    female: [
      "Yésica",
      "Micaela",
      "Petrona",
      "Juana",
      "Marleny",
      "Candelaria",
      "Eulalia",
      "Irma",
      "Nayeli",
      "Dominga",
    ],
    surnames: ["Xol", "Caal", "Tzoy", "Pérez", "Francisco", "Ajú", "Domingo", "Coc", "Orantes", "Chávez"],
  },
  {
    code: "SV",
    towns: ["Jucuapa", "Chalatenango", "Usulután", "Ilobasco", "Metapán"],
    male: ["Osmín", "Nelson", "Balmore", "Ulises", "Saúl", "Vladimir", "Adonay", "Moris"],
    female: ["Roxana", "Xiomara", "Glenda", "Maritza", "Evelyn", "Cecia", "Blanca", "Sonia"],
    surnames: ["Ayala", "Menjívar", "Portillo", "Guardado", "Quintanilla", "Alvarenga", "Chicas", "Villalta"],
  },
  {
    code: "VE",
    towns: ["Cabimas", "Barquisimeto", "Tucupita", "Maturín", "San Cristóbal"],
    male: ["Yorman", "Jhonatan", "Wuilker", "Leonel", "Eduardo", "Keiber", "Anderson", "Yeferson"],
    female: ["Yubirí", "Marlenis", "Yusmary", "Daniela", "Oriana", "Milagros", "Génesis", "Yulimar"],
    surnames: ["Rivas", "Colmenares", "Briceño", "Urdaneta", "Zambrano", "Villalobos", "Parra", "Moreno"],
  },
  {
    code: "HT",
    towns: ["Jérémie", "Gonaïves", "Les Cayes", "Hinche", "Jacmel"],
    male: ["Wilner", "Jean-Claude", "Fritz", "Emmanuel", "Widson", "Ronald", "Stanley"],
    female: ["Régine", "Mirlande", "Guerda", "Nadège", "Fabiola", "Rose-Laure", "Islande"],
    surnames: ["Joseph", "Jean-Pierre", "Toussaint", "Désir", "Louissaint", "Baptiste", "Charles"],
  },
  {
    code: "NI",
    towns: ["Somoto", "Chinandega", "Jalapa", "Bluefields"],
    male: ["Norvin", "Harvin", "Ernesto", "Lenín", "Bayardo", "Freddy"],
    female: ["Karla", "Arlen", "Scarleth", "Martha", "Jahaira", "Socorro"],
    surnames: ["Talavera", "Centeno", "Rugama", "Picado", "Espinoza", "Blandón"],
  },
];

/** How a name is written down by whoever hears it: each pair is one slip. */
const SLIPS = /** @type {const} */ ([
  ["z", "s"],
  ["Z", "S"],
  ["v", "b"],
  ["V", "B"],
  ["ll", "y"],
  ["y", "i"],
  ["Ge", "Je"],
  ["ge", "je"],
  ["h", ""],
  ["qu", "k"],
  ["c", "k"],
  ["x", "sh"],
  ["n", "nn"],
  ["i", "y"],
]);

const LAST_SEEN = ["Tapachula", "Tenosique", "Paso Canoas", "Danlí", "Tecún Umán", "Arriaga", "Palenque"];
const MARKS = [
  "lunar en la mejilla izquierda",
  "cicatriz en la ceja derecha",
  "tatuaje de golondrina en la muñeca",
  "le falta un diente de arriba",
  "cojea un poco de la pierna derecha",
];
const RELATIONS = /** @type {const} */ ([
  ["madre", "female"],
  ["hermana", "female"],
  ["padre", "male"],
  ["tía", "female"],
  ["hermano", "male"],
]);

/** The same numbers for the same seed; not for anything that has to be secret. @param {number} seed @returns {Dice} */
export function createDice(seed) {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** @template T @param {Dice} dice @param {readonly T[]} list @returns {T} */
const pick = (dice, list) => /** @type {T} */ (list[dice(list.length)]);

/** @param {Dice} dice @returns {Invented} */
export function inventPerson(dice) {
  const { code, towns, male, female, surnames } = pick(dice, COUNTRIES);
  const sex = dice(3) === 0 ? "female" : "male";
  const given = sex === "male" ? male : female;
  const first = pick(dice, given);
  const second = dice(2) === 0 ? "" : ` ${pick(dice, given)}`;
  const name = `${first}${second.trim() === first ? "" : second} ${pick(dice, surnames)} ${pick(dice, surnames)}`;
  return { name, sex, age: 14 + dice(40), country: code, town: pick(dice, towns) };
}

/** The name as somebody else heard it. @param {Dice} dice @param {string} name */
export function asHeard(dice, name) {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "");
  const possible = SLIPS.filter(([from]) => plain.includes(from));
  const slips = [pick(dice, possible.length > 0 ? possible : SLIPS), pick(dice, SLIPS)];
  return slips.reduce((heard, [from, to]) => heard.replace(from, to), plain);
}

/** @param {number} daysAgo @returns {string} a date, with the precision of a day */
const dayBefore = (daysAgo) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);

/**
 * What a family reports of a person, as they remember it.
 * @param {Dice} dice
 * @param {Invented} person
 * @param {string} [name] as the family writes it
 */
export function reportOf(dice, person, name = person.name) {
  const [relation, sex] = pick(dice, RELATIONS);
  const family = person.name.split(" ").at(-1) ?? "";
  const seeker = pick(dice, COUNTRIES.find(({ code }) => code === person.country)?.[sex] ?? ["Ana"]);
  return {
    name,
    sex: person.sex,
    age: { from: person.age - 1, to: person.age + 1, asOf: dayBefore(200) },
    country: person.country,
    ...(dice(3) === 0 ? {} : { town: person.town }),
    ...(dice(4) === 0 ? { marks: pick(dice, MARKS) } : {}),
    lastContact: { at: dayBefore(10 + dice(300)), place: pick(dice, LAST_SEEN) },
    seeker: {
      name: `${seeker} ${family}`,
      relation,
      phone: `+1 202 555 01${String(dice(100)).padStart(2, "0")}`,
    },
    status: "open",
  };
}

/**
 * A person as a house receives them.
 * @param {Dice} dice
 * @param {Invented} person
 * @param {number} minutesAgo
 */
export function guestOf(dice, person, minutesAgo) {
  const arrivedAt = `${new Date(Date.now() - minutesAgo * 60_000).toISOString().slice(0, 19)}Z`;
  const { name, age, sex, country, town } = person;
  const guest = {
    ...{ name, age, sex, country, arrivedAt },
    ...(dice(3) === 0 ? {} : { town }),
    ...(dice(6) === 0 ? { marks: pick(dice, MARKS) } : {}),
  };
  return { guest, arrival: { at: arrivedAt, from: pick(dice, LAST_SEEN), situation: "in-transit" } };
}

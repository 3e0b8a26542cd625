/**
 * The records that every engine carries: reports of invented people, about 700 bytes of JSON each, the same at
 * every run. Nobody here exists, and no telephone rings.
 */

/**
 * @typedef {object} BenchReport
 * @property {string} name
 * @property {string[]} alternateNames
 * @property {"female" | "male"} sex
 * @property {number} age
 * @property {string} birthDate
 * @property {string} country
 * @property {string} state
 * @property {string} town
 * @property {string} marks
 * @property {string[]} relatives
 * @property {string} language
 * @property {{ name: string, relation: string, phone: string, notes: string }} seeker
 * @property {{ at: string, place: string }} lastContact
 * @property {string} circumstances
 * @property {{ format: string, recordId: string }} source
 * @property {"open"} status
 */

const GIVEN = {
  female:
    "Dalila Ixchel Nohemí Yadira Mirna Zulma Keily Arely Fátima Jazmín Rubidia Edith Glenda Norma".split(" "),
  male: "Wilmer Osmán Eliseo Anselmo Darwin Kevin Nahúm Rigoberto Elmer Isaías Mynor Selvin Teodoro Josué".split(
    " ",
  ),
};
const SURNAMES =
  "Choc Tzul Orellana Pineda Xol Caal Argueta Menjívar Sabillón Zelaya Ramos Ixcoy Lemus Portillo Funes Maldonado".split(
    " ",
  );
const NICKNAMES = ["Chepe", "el Flaco", "la Negra", "Tito", "Güicho", "la Seño", "Canche", "Mincho"];
/** @type {readonly (readonly [country: string, state: string, town: string])[]} */
const HOMES = [
  ["HN", "Yoro", "El Negrito"],
  ["HN", "Cortés", "Choloma"],
  ["GT", "Huehuetenango", "San Pedro Necta"],
  ["GT", "Alta Verapaz", "Cobán"],
  ["SV", "Usulután", "Jiquilisco"],
  ["NI", "Chinandega", "El Viejo"],
  ["VE", "Zulia", "Cabimas"],
  ["MX", "Guerrero", "Chilapa"],
];
const MARKS = [
  "cicatriz en la ceja derecha, tatuaje de una golondrina en el hombro izquierdo",
  "lunar grande en la mejilla, le falta un diente de arriba",
  "tatuaje de una rosa en el antebrazo y otro con el nombre de su hija",
  "quemadura antigua en la mano izquierda, cojea un poco del pie derecho",
];
const PLACES = [
  "Tapachula",
  "Tenosique",
  "Arriaga",
  "Ixtepec",
  "Palenque",
  "Acayucan",
  "Apizaco",
  "Saltillo",
];
const RELATIONS = ["madre", "hermana", "tío", "esposa", "padre", "prima"];
const COMPANIONS = [
  "primo, viajaba con él",
  "cuñada, se quedó en el camino",
  "hijo de tres años",
  "vecino del pueblo",
];
const CIRCUMSTANCES = [
  "Llamó desde un teléfono prestado y dijo que seguía hacia el norte con dos compañeros de trabajo. Desde entonces nadie ha sabido nada.",
  "Viajaba en un grupo de ocho personas. En la noche los separaron y solo cuatro llegaron a la casa siguiente; los demás no aparecen.",
  "Salió del albergue por la mañana a comprar comida y no volvió. Dejó su mochila y los papeles de su niña con una señora.",
  "Iba a pasar unos días con una conocida antes de seguir. La conocida dice que nunca llegó y que su número ya no suena.",
];

/** Where a changed report says that the person was heard of. */
export const CHANGED_PLACE = "Casa del Naranjo, segunda llamada";

/** Mulberry32: small, and the same everywhere. */
function chance(/** @type {number} */ seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @param {number} index @returns {BenchReport} */
function reportAt(index) {
  const next = chance(index + 1);
  const upTo = (/** @type {number} */ limit) => Math.floor(next() * limit);
  /** @type {<T>(list: readonly T[]) => T} */
  const one = (list) => list[upTo(list.length)] ?? /** @type {never} */ (list[0]);
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const sex = next() < 0.4 ? "female" : "male";
  const [country, state, town] = one(HOMES);
  const surname = one(SURNAMES);
  const year = 1975 + upTo(32);
  return {
    name: `${one(GIVEN[sex])} ${one(GIVEN[sex])} ${surname} ${one(SURNAMES)}`,
    alternateNames: [one(NICKNAMES)],
    sex,
    age: 2026 - year,
    birthDate: `${year}-${two(1 + upTo(12))}-${two(1 + upTo(28))}`,
    country,
    state,
    town,
    marks: one(MARKS),
    relatives: [`${one(GIVEN.male)} ${surname} (${one(COMPANIONS)})`],
    language: "es",
    seeker: {
      name: `${one(GIVEN.female)} ${surname}`,
      relation: one(RELATIONS),
      phone: "+1 202 555 0143",
      notes: "Contesta después de las seis de la tarde.",
    },
    lastContact: { at: `2026-${two(1 + upTo(9))}-${two(1 + upTo(28))}`, place: one(PLACES) },
    circumstances: one(CIRCUMSTANCES),
    source: { format: "csv", recordId: `ruta-${String(index).padStart(6, "0")}` },
    status: "open",
  };
}

/** @param {number} count @returns {BenchReport[]} */
export const reports = (count) => Array.from({ length: count }, (_, index) => reportAt(index));

/** The reports that change before the second sync: spread over all. @param {number} changes @param {number} count */
export const changedIndexes = (changes, count) =>
  Array.from({ length: changes }, (_, index) => Math.floor((index * count) / changes));

/** @param {BenchReport} report @returns {BenchReport} */
export const changed = (report) => ({
  ...report,
  lastContact: { ...report.lastContact, place: CHANGED_PLACE },
});

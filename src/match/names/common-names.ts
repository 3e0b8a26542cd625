/**
 * How common names are before a house has met anybody: without it the first Hernández of a new house would weigh as
 * much as its first Xol. Rough shares of people from Honduras, Guatemala, El Salvador, Mexico and Haiti together, of
 * our own estimate; what the index holds soon counts for more.
 */
import { fold } from "../words/words.ts";

/** So many people as if they were in every index, and the words of their names. */
const PEOPLE_AT_LARGE = 1000;
export const WORDS_AT_LARGE = 4 * PEOPLE_AT_LARGE;

/** By how many of a thousand people bear a name, as either surname or any given name. */
const OF_A_THOUSAND: ReadonlyMap<number, string> = new Map([
  [110, "María"],
  [90, "José"],
  [60, "Hernández"],
  [50, "López"],
  [45, "Martínez García Juan"],
  [36, "Pérez Rodríguez González Carlos Luis Ana"],
  [26, "Ramírez Sánchez Flores Cruz Francisco Antonio"],
  [20, "Gómez Mejía Reyes Morales Miguel Manuel Jorge Alberto"],
  [
    15,
    "Vásquez Vázquez Castillo Díaz Torres Rivera Ramos Pedro Mario Ángel Rosa Daniel David Kevin Óscar Carmen Guadalupe",
  ],
  [
    11,
    "Jiménez Ortiz Gutiérrez Mendoza Álvarez Castro Ruiz Aguilar Chávez Roberto Cristian Alejandro Eduardo Fernando Andrés Julio César Edwin Jesús Karla Marta Isabel",
  ],
  [
    8,
    "Romero Moreno Juárez Domínguez Guzmán Velásquez Méndez Alvarado Santos Herrera Brayan Jonathan Wilmer Marvin Héctor Ricardo Javier Víctor Rafael Josué Elena Sandra Juana Jessica Karen Patricia Claudia",
  ],
  [
    6,
    "Orellana Pineda Bonilla Escobar Fuentes Molina Contreras Salazar Estrada Medina Vargas Rojas Nelson Sergio Gloria Margarita Wendy Elmer Jean",
  ],
  [
    4,
    "Zelaya Portillo Lara Guerrero Ríos Maldonado Ayala Ortega Luna Soto Delgado Caal Pop Choc Coc Pierre Joseph Marlon Ever Darwin Ingrid Evelyn Blanca Reina Suyapa Lourdes Catarina Marie",
  ],
  [2, "Xol Tzul Petrona Dilcia Baptiste Charles Louis Batz Chub Tut"],
]);

const SHARES: ReadonlyMap<string, number> = new Map(
  [...OF_A_THOUSAND].flatMap(([share, names]) =>
    names.split(" ").map((name): [string, number] => [fold(name), share]),
  ),
);

/** How many of the people at large bear the name; 0 where it is not known to be common. */
export const bearersAtLarge = (folded: string): number =>
  ((SHARES.get(folded) ?? 0) * PEOPLE_AT_LARGE) / 1000;

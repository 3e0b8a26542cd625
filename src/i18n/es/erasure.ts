/** Spanish: erasing a record, and how far that has come. */
import { counter } from "../formats.ts";

const count = counter("es");

export const erasure = {
  heading: "Borrar para siempre",
  lead: "Cuando la persona lo pide, o cuando ya no hay razón para guardarlo.",
  start: "Borrar esta ficha",
  title: "Borrar para siempre",
  counting: "Contando lo que se borraría…",
  takes: (records: number): string =>
    `Se borra esta ficha con todo lo que se anotó de ella: ${count(records, { one: "# ficha", other: "# fichas" })}, también sus cambios anteriores.`,
  everywhere:
    "Se borra aquí, en la base, en los demás equipos y en las casas que lo guardan cifrado, cuando cada una se entera. No se puede deshacer.",
  told: (sites: string): string =>
    `A estas casas ya se les dijo algo: ${sites}. Lo que ellas escribieron en sus propias fichas solo ellas lo borran: avíseles.`,
  copies: "Una copia fuera de Vereda, una foto o un papel no se borran así.",
  reason: "Quién lo pidió y por qué, sin nombres",
  reasonHint: "Por ejemplo: lo pidió la persona. Se queda en la casa.",
  confirm: "Borrar para siempre",
  cancel: "No borrar",
  done: "Se ordenó borrar. En este equipo ya no está.",
  progressTitle: "Hasta dónde va el borrado",
  progress: (n: number, of: number): string =>
    `Dicen que ya lo borraron ${count(n, { one: "#", other: "#" })} de ${count(of, { one: "# casa", other: "# casas" })}.`,
  saysErased: "Dice que ya lo borró",
  notHeard: "Todavía no se sabe",
  lastHeard: (moment: string): string => `último contacto: ${moment}`,
  neverHeard: "todavía sin contacto",
  onlySays: "Es lo que dice cada casa: nadie puede ver dentro de otra.",
};

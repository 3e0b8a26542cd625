/** Spanish: records that do not end by themselves and are to be looked at again. */
import { counter } from "../formats.ts";

const count = counter("es");

export const review = {
  title: "Lo que toca revisar",
  lead: "Fichas que llevan mucho tiempo sin uso. Ábralas y bórrelas, o consérvelas un año más si todavía hacen falta. Nada se borra solo.",
  none: "No hay nada que revisar.",
  count: (n: number): string => count(n, { one: "# ficha", other: "# fichas" }),
  since: (day: string): string => `Sin uso desde el ${day}`,
  keep: "Conservar un año más",
  kept: (day: string): string => `Se conserva hasta el ${day}.`,
  untitled: "Sin nombre",
  kinds: {
    report: "Búsqueda que terminó",
    guest: "Persona que se fue, o de la que no se anota nada",
    "protected-guest": "Persona protegida",
    message: "Mensaje a otra casa",
    "night-message": "Recado de la puerta",
    "visit-of-authority": "Visita de una autoridad",
  },
  command: "Fichas que no terminan solas: cuáles toca revisar, y conservar una",
  commandList: "Muestra las que llevan mucho tiempo sin uso, la más vieja primero",
  commandKeep: "Conserva una ficha un año más (para borrarla: erase)",
  commandRecord: "ficha",
};

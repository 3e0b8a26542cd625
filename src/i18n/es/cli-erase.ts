/** Spanish: the commands `erase` and `erasure`. */
import { counter } from "../formats.ts";

const count = counter("es");

export const cliErase = {
  command: "Borra una ficha y todo lo que se anotó de ella, aquí y en toda la red; no se puede deshacer",
  record: "ficha de esta casa",
  reason: "quién lo pidió y por qué, sin nombres; se queda en la casa",
  yes: "sin preguntar",
  willErase: (records: number): string =>
    `Se borra la ficha con todo lo que se anotó de ella: ${count(records, { one: "# ficha", other: "# fichas" })}. No se puede deshacer.`,
  ask: "¿Borrar? (s/n) ",
  kept: "No se borró nada.",
  ordered:
    "Se ordenó borrar. Aquí ya no está; cada casa lo borra cuando se entera: vea hasta dónde va con erasure.",
  stateCommand: "Dice hasta dónde va una orden de borrar",
  ofRecord: "la ficha que se borró",
};

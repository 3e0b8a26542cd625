/** Spanish: pairs of who is sought and who came. A pair is never said to be certain, and nobody to be absent. */
import { counter } from "../formats.ts";

const count = counter("es");

export const matches = {
  title: "Coincidencias",
  tab: (n: number): string => (n === 0 ? "Coincidencias" : `Coincidencias (${String(n)})`),
  intro:
    "Personas a quienes se busca y que quizá pasaron por esta casa. El programa solo propone. Antes de decir algo a alguien, hable a solas con la persona: ella decide.",
  proposed: (n: number): string => count(n, { one: "# propuesta", other: "# propuestas" }),
  inNavigation: (n: number): string =>
    count(n, { one: "coincidencia propuesta", other: "coincidencias propuestas" }),
  possible: "Otras que se parecen menos",
  none: "Con lo que se sabe hasta ahora, ninguna se parece.",
  noneText: "Se compara de nuevo cada vez que llega una persona o una búsqueda.",
  ofGuest: "¿Alguien busca a esta persona?",
  ofSought: "¿Pasó por esta casa?",
  sought: "Se busca",
  here: "En esta casa",
  left: "Pasó por esta casa",
  isBack: "Se anotó que no es la misma persona; desde entonces cambiaron los datos.",
  reject: "No es la misma persona",
  rejectReason: "Por qué no (si quiere decirlo)",
  rejectReasonHint: "Se guarda en esta casa y no sale de ella.",
  rejectSend: "Anotar que no es la misma",
  rejected: "Se anotó que no es la misma persona. No se propondrá de nuevo, salvo que cambien los datos.",
  rejectedUndone: "La propuesta está de nuevo en la lista.",
  undo: "Deshacer",
  comparing: "Comparando…",
  compared: "Dónde se comparó",
  comparedAt: (hour: string): string => `comparado el ${hour}`,
  comparedNever: "todavía no ha dicho que comparó",
  coverage: {
    text: "Lo dice cada albergue de la búsqueda como está ahora: si usted la cambia, se compara de nuevo.",
    says: (held: string, compared: string): string => `${held}; ${compared}`,
    held: "la tiene",
    notHeld: "todavía no ha dicho que la tiene",
    compared: (hour: string): string => `comparada el ${hour}`,
    blind:
      "De aquí nadie puede saber si se encontró a alguien: cada casa lo anota antes de ver el resultado, y anota lo mismo si hay coincidencia o si no la hay.",
  },
};

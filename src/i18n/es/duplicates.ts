/** Spanish: somebody who may be registered or reported already. Nothing here may claim that it is so. */
import { counter } from "../formats.ts";

const count = counter("es");

export const duplicates = {
  word: "posible duplicado",
  waiting: {
    guest: "Una sola palabra también vale. Si la persona quizá ya está registrada, aquí se avisa.",
    report: "Si quizá ya hay un reporte de la persona, aquí se avisa.",
  },
  maybe: {
    guest: "Quizá ya está registrada:",
    report: "Quizá ya hay un reporte:",
    card: "Quizá otro albergue ya la busca:",
  },
  more: (n: number): string => count(n, { one: "y # más", other: "y # más" }),
  arrived: (day: string): string => `llegó el ${day}`,
  left: (day: string): string => `salió el ${day}`,
  compare: "Comparar",
  hide: "Ocultar",
  list: "Quizá es la misma persona",
  ask: "Antes de guardar: ¿es la misma persona?",
  same: "Es la misma persona",
  other: "Es otra persona",
  otherAndSave: "Es otra persona: guardar",
  openReport: "Abrir ese reporte",
  openCard: "Abrir esa ficha",
  sameText:
    "Se anota su llegada en el registro que ya existe, y los datos de ese registro quedan como están.",
  reportText:
    "Si es la misma persona, abra ese reporte y agregue ahí lo que falte. Lo que lleva escrito se queda como borrador.",
  cardText:
    "Otro albergue quizá ya busca a esta persona. Este reporte se guarda igual: la familia puede reportar en varias casas, y esta necesita cómo avisarle.",
  unchanged: "Los datos del registro quedan como estaban.",
  notThere: "Los datos del registro quedan como estaban. Usted escribió y ahí no está así:",
};

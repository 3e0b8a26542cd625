/** Spanish: what is left of who left long ago, and opening it with the word of two. */
import { counter } from "../formats.ts";

const count = counter("es");

export const traces = {
  title: "Quienes ya se fueron",
  lead: "Noventa días después de salir, de una persona queda una huella sellada: nombres, edad, de dónde es y los días. Se compara con las búsquedas; nadie la ve en listas.",
  count: (n: number): string => count(n, { one: "# huella", other: "# huellas" }),
  none: "No hay huellas",
  next: (day: string): string => `La siguiente persona se reduce a una huella desde el ${day}.`,
  due: (n: number): string =>
    count(n, {
      one: "A # persona ya le toca, y espera: a otro equipo, a un mes por contar o a algo sin cerrar con ella.",
      other:
        "A # personas ya les toca, y esperan: a otro equipo, a un mes por contar o a algo sin cerrar con ellas.",
    }),
  keptFor: (n: number): string => count(n, { one: "Se guardan # año.", other: "Se guardan # años." }),
  changeYears: "Cambiar cuánto se guardan",
  years: "Años",
  yearsHint:
    "De 1 a 30. Con menos años se borran también las que ya pasaron; con más, las de antes no se guardan más tiempo.",
  ending: (n: number): string =>
    count(n, {
      one: "Con esto se borra # huella que ya hay. No se puede deshacer.",
      other: "Con esto se borran # huellas que ya hay. No se puede deshacer.",
    }),
  noneEnding: "Con esto no se borra ninguna huella hoy.",
  setYears: "Guardar los años",
  eraseAndSet: "Borrarlas y guardar los años",
  yearsSet: "Anotado. Lo sabrán los demás equipos de protección.",
  yearsKept: "No se cambió nada.",
  sealed: "Huella sellada",
  sealedText:
    "Es de alguien que se fue. Su nombre se ve cuando dos personas de protección, cada una en su equipo, están de acuerdo en abrirla por el mismo motivo.",
  reason: "Quién pide abrirla y para qué (sin nombres)",
  propose: "Pedir la palabra de otra persona",
  proposed: "Anotado. Falta la palabra de otra persona de protección, en su equipo.",
  waiting: "Espera la palabra de otra persona",
  by: (person: string, moment: string): string => `Lo pidió ${person}, ${moment}`,
  someone: "alguien de la casa",
  agree: "Estoy de acuerdo",
  agreed: "Abierta con la palabra de dos personas.",
  byTwo: (one: string, other: string): string => `La abrieron ${one} y ${other}`,
  close: "Cerrar",
  closed: "Cerrada. El nombre ya no se muestra.",
  touched: "Por abrir o abiertas",
  eraseHint: "Si la persona pide que se borre, se borra en Historial.",
};

/** Spanish: what is left of who left long ago, and opening it with the word of two. */
import { counter } from "../formats.ts";

const count = counter("es");

export const traces = {
  title: "Quienes ya se fueron",
  lead: "Noventa días después de salir, de una persona queda una huella sellada: nombres, edad, de dónde es y los días. Se compara con las búsquedas; nadie la ve en listas. Se guarda diez años.",
  count: (n: number): string => count(n, { one: "# huella", other: "# huellas" }),
  none: "No hay huellas",
  next: (day: string): string => `La siguiente persona se reduce a una huella desde el ${day}.`,
  due: (n: number): string =>
    count(n, {
      one: "A # persona ya le toca, y espera: a otro equipo, a un mes por contar o a algo sin cerrar con ella.",
      other:
        "A # personas ya les toca, y esperan: a otro equipo, a un mes por contar o a algo sin cerrar con ellas.",
    }),
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

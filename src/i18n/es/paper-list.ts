/** Spanish: the list on paper, and what is handed to many. */
import { counter } from "../formats.ts";

const count = counter("es");

export const paperList = {
  title: "Lista en papel",
  form: "Pasar una lista en papel",
  intro: "Para cuando no hay luz o computadora: imprima hojas en blanco y páselas aquí después.",
  print: "Imprimir hojas en blanco",
  day: "¿Qué día llegaron?",
  dayHint: "Por ejemplo, 21/11/2026. Puede llevar la hora: 2026-11-21 23:40.",
  needDay: "Escriba el día en que llegaron, de hoy o de antes",
  needRow: "Escriba al menos a una persona",
  needName: (row: number): string =>
    `Renglón ${String(row)}: falta el nombre. Si no se sabe, regístrela en Llegadas con sus señas`,
  row: (n: number): string => `Renglón ${String(n)}`,
  columns: {
    name: "Nombre completo",
    age: "Edad",
    country: "País",
    company: "Con quién",
    bed: "Cama",
    sex: "Sexo",
    alone: "Menor sin compañía",
  },
  number: "N.º",
  save: (n: number): string => count(n, { one: "Guardar a # persona", other: "Guardar a # personas" }),
  saved: (n: number): string =>
    count(n, { one: "Se guardó a # persona.", other: "Se guardó a # personas." }) +
    " Destruya la hoja cuando esté todo.",
  moreRows: "Añadir diez renglones",
  sheetTitle: "Llegadas. Día: ____ / ____ / ______   Hoja: ____   Anota: ______________",
  sheetText:
    "Pregunte primero la edad y si viene sin compañía. Una menor o un menor sin compañía: avise hoy a la persona de protección.",
  sheetFoot: "No deje esta hoja a la vista. Cuando esté pasada a la computadora, destrúyala.",
};

export const handOut = {
  title: "Entregar a varias personas",
  intro:
    "Marque a quiénes se les dio. Se anota una sola vez para todas. Las comidas se anotan como cuenta, sin nombres.",
  needPeople: "Marque al menos a una persona",
  all: "Marcar a todas, o a ninguna",
  chosen: (n: number, all: number): string => `${String(n)} de ${String(all)}`,
  save: (n: number): string => count(n, { one: "Anotar para # persona", other: "Anotar para # personas" }),
  saved: (n: number): string =>
    count(n, { one: "Anotado para # persona.", other: "Anotado para # personas." }),
};

/** Spanish: what is wrong with a file, or with one record of it. */
export const imports = {
  "too-large": "El archivo es demasiado grande. Divídalo en partes",
  "not-xlsx":
    "El archivo no es de Excel (.xlsx), o está dañado. Si es .xls o tiene contraseña, ábralo y guárdelo como .xlsx o CSV",
  "not-xml": "El archivo no es XML",
  "not-pfif": "El archivo es XML, pero no es PFIF",
  "unknown-version": "El archivo usa una versión de PFIF que aquí no se conoce",
  "doctype-refused": "El archivo lleva una parte (DOCTYPE) que no se abre por seguridad",
  "nested-too-deep": "El archivo tiene demasiados niveles",
  malformed: "El archivo tiene un error de escritura en este renglón",
  cut: "El archivo está cortado aquí; lo de antes sí se leyó",
  "id-missing": "Le falta el identificador que lo nombra",
  "id-repeated": "Su identificador se repite en el archivo",
  "other-domain": "Su identificador no es del lugar que dice el archivo",
  "note-without-person": "La nota no dice de qué persona es, o esa persona no está",
  "no-name-column": "La lista no tiene ninguna columna con nombres",
  "too-many-cells": "El renglón tiene más datos que columnas",
  "open-quote": "Hay unas comillas que no se cierran",
  "bad-quote": "Hay unas comillas en mal lugar",
};

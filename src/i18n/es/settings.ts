/** Spanish: settings, files in and out. */
import { counter } from "../formats.ts";

const count = counter("es");

export const settings = {
  title: "Ajustes",
  look: "Pantalla",
  language: "Idioma",
  theme: "Luz",
  themes: { light: "Clara", dark: "Oscura", sun: "Sol" },
  themeHints: {
    light: "Para interiores.",
    dark: "Para la noche.",
    sun: "Para leer afuera: letra grande, negro sobre blanco.",
  },
  idle: "Bloquear si nadie usa la página",
  idleMinutes: (n: number): string => count(n, { one: "después de # minuto", other: "después de # minutos" }),
  idleHint: "Cinco minutos para computadoras compartidas.",

  importTitle: "Traer registros de un archivo",
  importText:
    "Listas en CSV o Excel, o archivos PFIF. Lo que ya está no se repite; lo que no se entiende se nombra, y lo demás entra.",
  importKind: "¿Qué hay en el archivo?",
  importReports: "Personas que alguien busca",
  importGuests: "Personas recibidas en esta casa",
  importFile: "Archivo",
  importFileHint: "CSV (.csv), Excel (.xlsx; se lee la primera hoja) o PFIF (.xml), hasta 32 MB.",
  fileChoose: "Elegir un archivo",
  fileOther: "Elegir otro archivo",
  fileNone: "Aún no hay archivo elegido",
  fileChosen: (name: string): string => `Elegido: ${name}`,
  importButton: "Traer los registros",
  importing: "Leyendo…",
  importNeedFile: "Elija un archivo",
  importTooBig: "El archivo pasa de 32 MB. Divídalo en partes.",
  importDone: (imported: string, updated: string, skipped: string): string =>
    `Entraron ${imported}, se completaron ${updated}, ya estaban ${skipped}.`,
  importErrors: (n: number): string =>
    count(n, { one: "# registro no entró", other: "# registros no entraron" }),
  importErrorAt: (line: string, record: string | null): string =>
    [`renglón ${line}`, record === null ? "" : `registro ${record}`].filter((part) => part !== "").join(", "),
  importNothing: "No entró ningún registro. Lo guardado no cambió.",

  exportTitle: "Sacar una lista",
  exportText:
    "El archivo lleva nombres y datos sin cifrar. Guárdelo solo donde haga falta y bórrelo después de usarlo.",
  exportKind: "¿Qué lista?",
  exportGuests: "Personas recibidas",
  exportReports: "Reportes de esta casa",
  exportButton: "Sacar en CSV",
  exporting: "Preparando…",
  exportLeftOut: (n: number): string =>
    count(n, {
      one: "Falta # persona en la lista: no ha dicho que sí a estar en una lista que sale de la casa.",
      other: "Faltan # personas en la lista: no han dicho que sí a estar en una lista que sale de la casa.",
    }),
  exportDone: "El archivo está en las descargas de este equipo.",
  figuresTitle: "Cifras de la casa",
  figuresText:
    "Cuántas personas llegaron cada mes y cuántas búsquedas se recibieron y cerraron, por sexo, edad, país y situación. Sin nombres: para donantes e informes.",
  figuresHidden:
    "Un total de 1 a 4 personas sale como <5. Un * es un número que no se muestra, porque es de pocas personas o dejaría saber de ellas.",
  figuresFrom: "Desde el mes",
  figuresTo: "Hasta el mes",
  figuresHint: "Como 2026-03. Si no escribe meses, salen los últimos doce que ya terminaron.",
  figuresButton: "Sacar las cifras",
  about: "Acerca de Vereda",
  aboutText: "Cada casa guarda lo suyo, cifrado. No hay un servidor central.",
  aboutPlaces: "Lugares: GeoNames (CC BY 4.0)",
};

/**
 * Figures out, as CSV: headings for people, under them a row of HXL tags (hxlstandard.org), then a row a month. All text
 * is our own; a total of few people is `<5`, and what is hidden is `*`.
 */
import type { BreakdownName, FigureColumn, FigureName, FiguresTable } from "#model";
import Papa from "papaparse";
import type { HeadingLanguage } from "./csv-columns.ts";

interface Words {
  readonly month: string;
  readonly figures: Readonly<Record<FigureName, string>>;
  /** By group; a group that is not here is said as it is (age groups), or is a country. */
  readonly groups: Readonly<Record<BreakdownName, Readonly<Record<string, string>>>>;
}

const WORDS: Readonly<Record<HeadingLanguage, Words>> = {
  es: {
    month: "Mes",
    figures: {
      arrivals: "Llegadas",
      "reports-taken": "Búsquedas recibidas",
      "reports-closed": "Búsquedas cerradas",
    },
    groups: {
      sex: { female: "mujeres", male: "hombres", other: "otro sexo", unknown: "sexo no dicho" },
      age: { unknown: "edad no dicha" },
      country: { other: "otros países", unknown: "país no dicho" },
      situation: {
        "in-transit": "de paso",
        returned: "retornadas",
        asylum: "piden refugio",
        displaced: "desplazadas",
        other: "otra situación",
        unknown: "situación no dicha",
      },
      visit: { first: "personas nuevas", again: "vuelven a la casa" },
      origin: { told: "contadas a la casa", file: "de archivos" },
      outcome: {
        answered: "con respuesta de la persona",
        "contact-restored": "ya están en contacto",
        "found-otherwise": "se supo por otro lado",
        "given-up": "ya no se sigue",
        duplicate: "repetidas",
        withdrawn: "retiradas",
        unknown: "sin motivo anotado",
      },
    },
  },
  en: {
    month: "Month",
    figures: {
      arrivals: "Arrivals",
      "reports-taken": "Reports taken",
      "reports-closed": "Reports closed",
    },
    groups: {
      sex: { female: "women", male: "men", other: "other sex", unknown: "sex not told" },
      age: { unknown: "age not told" },
      country: { other: "other countries", unknown: "country not told" },
      situation: {
        "in-transit": "in transit",
        returned: "returned",
        asylum: "asking for asylum",
        displaced: "displaced",
        other: "other situation",
        unknown: "situation not told",
      },
      visit: { first: "new people", again: "back again" },
      origin: { told: "told to the house", file: "from files" },
      outcome: {
        answered: "answered by the person",
        "contact-restored": "in touch again",
        "found-otherwise": "found otherwise",
        "given-up": "no longer followed",
        duplicate: "duplicates",
        withdrawn: "withdrawn",
        unknown: "no reason noted",
      },
    },
  },
};

const AGES: Readonly<Record<HeadingLanguage, (years: string) => string>> = {
  es: (years) => `de ${years} años`,
  en: (years) => `aged ${years}`,
};

/** What an export writes above a column. */
function headingOf({ figure, part }: FigureColumn, language: HeadingLanguage): string {
  const { figures, groups } = WORDS[language];
  if (part === null) return figures[figure];
  const words = groups[part.breakdown];
  const word = Object.hasOwn(words, part.group) ? words[part.group] : undefined;
  const named = () =>
    part.breakdown === "country"
      ? new Intl.DisplayNames([language], { type: "region", fallback: "code" }).of(part.group)
      : AGES[language](part.group);
  return `${figures[figure]}: ${word ?? named() ?? part.group}`;
}

/** The file of a table. */
export function writeFigures({ columns, rows }: FiguresTable, language: HeadingLanguage): Uint8Array {
  const headings = [WORDS[language].month, ...columns.map((column) => headingOf(column, language))];
  const tags = ["#date+month", ...columns.map(({ tag }) => tag)];
  const body = rows.map(({ month, cells }) => [month, ...cells]);
  return new TextEncoder().encode(
    `\uFEFF${Papa.unparse([headings, tags, ...body], { newline: "\r\n" })}\r\n`,
  );
}

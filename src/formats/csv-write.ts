/**
 * CSV lists out: reports or guests as a file that Excel and LibreOffice open rightly (UTF-8 with its
 * mark, CRLF), that runs no formula, and that `readCsvReports` and `readCsvGuests` read back. Notes, sources and photos of a
 * report are not in a list.
 */
import { type Age, ageText, type FieldsOf } from "#model";
import Papa from "papaparse";
import { neutralised } from "./csv-cells.ts";
import { type Column, COLUMNS, headingOf, type HeadingLanguage, type ListKind } from "./csv-columns.ts";

export interface ExportRecord<F> {
  readonly id: string;
  readonly fields: F;
}

type Fields = Readonly<Record<string, unknown>>;

const YES_NO: Readonly<Record<HeadingLanguage, readonly [yes: string, no: string]>> = {
  es: ["sí", "no"],
  en: ["yes", "no"],
};

/** List items part at `|` on reading, so that an item may not hold what parts them. */
const listText = (items: readonly unknown[]): string =>
  items.map((item) => String(item).replace(/[|;\n]/gu, " ")).join(" | ");

function valueAt(fields: Fields, path: string): unknown {
  const [outer = "", inner] = path.split(".");
  const value = fields[outer];
  return inner === undefined || value === undefined ? value : (value as Fields)[inner];
}

function ageCell(age: Age | undefined, column: "age" | "ageAsOf"): string {
  if (age === undefined) return "";
  if (column === "age") return ageText(age);
  return typeof age === "number" ? "" : (age.asOf ?? "");
}

function cellOf(record: ExportRecord<Fields>, column: Column, language: HeadingLanguage): string {
  if (column === "recordId") return record.id;
  if (column === "age" || column === "ageAsOf")
    return ageCell(record.fields["age"] as Age | undefined, column);
  const value = valueAt(record.fields, column);
  if (Array.isArray(value)) return listText(value);
  if (typeof value === "boolean") return YES_NO[language][value ? 0 : 1];
  return typeof value === "string" ? value : "";
}

/** How to write a list. */
export interface CsvOptions<K extends ListKind> {
  readonly kind: K;
  readonly language: HeadingLanguage;
}

/** The file of a list of reports or guests. */
export function writeCsv<K extends ListKind>(
  records: readonly ExportRecord<FieldsOf<K>>[],
  { kind, language }: CsvOptions<K>,
): Uint8Array {
  const columns = COLUMNS[kind];
  const rows = records.map((record) =>
    columns.map((column) => neutralised(cellOf(record, column, language))),
  );
  const headings = columns.map((column) => headingOf(column, language));
  return new TextEncoder().encode(`\uFEFF${Papa.unparse([headings, ...rows], { newline: "\r\n" })}\r\n`);
}

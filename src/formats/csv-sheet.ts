/**
 * A CSV list with its headings read: which cell of a row is which field, and the fields of a row before
 * anything checks them.
 */
import { ageAsOf, parseAge, parseDate } from "#model";
import { restored } from "./csv-cells.ts";
import { type Column, columnsOf, type ListKind } from "./csv-columns.ts";
import { type CsvRow, csvTable, type CsvTable } from "./csv-table.ts";

type Draft = Record<string, unknown>;
/** What the letter M stands for in a list; null when the list does not tell. */
export type LetterM = "male" | "female" | null;

/** A table with its headings read. */
export interface Sheet {
  readonly columns: readonly (Column | null)[];
  readonly headings: readonly string[];
  readonly rows: readonly CsvRow[];
}

interface SheetOfFile {
  readonly sheet: Sheet;
  readonly faults: CsvTable["faults"];
  /** Where the headings are. */
  readonly line: number;
}

const NAME_COLUMNS: readonly Column[] = ["name", "givenNames", "surnames", "surname1", "alternateNames"];

/** The sheet of a file. Total: any bytes give one. */
export const sheetOf = (bytes: Uint8Array, kind: ListKind): SheetOfFile => sheetIn(csvTable(bytes), kind);

/** The sheet in a table, its first row read as headings. */
export function sheetIn({ rows, faults }: CsvTable, kind: ListKind): SheetOfFile {
  const [header, ...body] = rows;
  const headings = header?.cells ?? [];
  return {
    sheet: { columns: columnsOf(headings, kind), headings, rows: body },
    faults,
    line: header?.line ?? 1,
  };
}

export const namesSomeone = (sheet: Sheet): boolean =>
  sheet.columns.some((column) => column !== null && NAME_COLUMNS.includes(column));

export const cellsOf = (row: CsvRow): readonly string[] => row.cells.map((cell) => restored(cell.trim()));

/** True where a row has more than its headings name. */
export const tooMany = (row: CsvRow, sheet: Sheet): boolean =>
  row.cells.slice(sheet.headings.length).some((cell) => cell.trim() !== "");

/** The cells of a row whose headings mean something. */
export function cellsByColumn(row: CsvRow, sheet: Sheet): ReadonlyMap<Column, string> {
  const cells = new Map<Column, string>();
  for (const [at, cell] of cellsOf(row).entries()) {
    const column = sheet.columns[at] ?? null;
    if (column !== null) cells.set(column, cell);
  }
  return cells;
}

/** The id that the list gives to a row; null where it gives none. */
export function idIn(cells: ReadonlyMap<Column, string>): string | null {
  const id = cells.get("recordId") ?? "";
  return id === "" ? null : id;
}

/** What the letter M means in a list: woman where men are H, man where women are F; null when the list does not tell. */
export function letterM(sheet: Sheet): LetterM {
  const at = sheet.columns.indexOf("sex");
  const letters = new Set(sheet.rows.map((row) => row.cells[at]?.trim().toUpperCase()));
  if (letters.has("H") === letters.has("F")) return null;
  return letters.has("H") ? "female" : "male";
}

function set(draft: Draft, path: string, value: unknown): void {
  const [outer = "", inner] = path.split(".");
  if (inner === undefined) draft[outer] = value;
  else draft[outer] = { ...(draft[outer] as Draft | undefined), [inner]: value };
}

function ageIn(cells: ReadonlyMap<Column, string>): unknown {
  const text = cells.get("age") ?? "";
  const asOf = parseDate(cells.get("ageAsOf") ?? "");
  const age = asOf === null ? null : parseAge(text);
  return age === null || asOf === null ? text : ageAsOf(age, asOf);
}

/** The fields of one row, unread; empty cells are left for whoever reads them to drop. */
export function draftOf(cells: ReadonlyMap<Column, string>, m: LetterM): Draft {
  const draft: Draft = {};
  for (const [column, cell] of cells) {
    if (!["recordId", "surname1", "surname2", "age", "ageAsOf"].includes(column)) set(draft, column, cell);
  }
  const surnames = [cells.get("surname1"), cells.get("surname2")].filter(
    (part) => part !== undefined && part !== "",
  );
  if (surnames.length > 0) draft["surnames"] = surnames.join(" ");
  if (cells.get("sex")?.toUpperCase() === "M" && m !== null) draft["sex"] = m;
  draft["age"] = ageIn(cells);
  const folio = idIn(cells);
  return folio === null ? draft : { ...draft, source: { format: "csv", recordId: folio } };
}

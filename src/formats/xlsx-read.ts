/**
 * Excel lists (.xlsx) in: the first sheet of a workbook to the rows that a CSV list gives, and from there on the same. A
 * library reads the sheet; before it sees anything, the archive is unpacked here within bounds and packed anew without
 * compression, so that no few bytes become gigabytes, and no cell says to stand so far out that the rows between fill the
 * memory. Formulas are read as the value that was saved with them, and never run.
 */
import { unzipSync, zipSync } from "fflate";
import { type CellValue, readSheet } from "read-excel-file/universal";
import { readGuestRows, readReportRows } from "./csv-read.ts";
import type { CsvTable } from "./csv-table.ts";
import { fileRefused, type ImportedGuests, type ImportedReports, MAX_IMPORT_BYTES } from "./import-result.ts";

/** What a list of 100,000 people takes, and more; a workbook of pictures leaves them out. */
const MAX_UNPACKED_BYTES = 128 * 1024 * 1024;
const MAX_PARTS = 1000;
const MAX_ROWS = 200_000;
const MAX_CELLS = 4_000_000;
/** Elements of each of these kinds, wherever they say to stand: the library makes an object of each. */
const MAX_ELEMENTS = { row: MAX_ROWS, c: 2_000_000, si: 1_000_000 } as const;

type Fault = "too-large" | "not-xlsx";
type Opened =
  { readonly kind: "table"; readonly table: CsvTable } | { readonly kind: "refused"; readonly fault: Fault };

type Parts = Record<string, Uint8Array>;

const isNeeded = (name: string): boolean => /\.(?:xml|rels)$/u.test(name);

/**
 * The parts that a sheet is read from. What a part says to hold is all the room that it gets, so the sum of these is what
 * unpacking takes, whatever comes out.
 */
function unpack(bytes: Uint8Array): Parts | Fault {
  let sum = 0;
  let parts = 0;
  const isWithin = ({
    name,
    originalSize,
  }: {
    readonly name: string;
    readonly originalSize: number;
  }): boolean => {
    if (!isNeeded(name)) return false;
    sum += originalSize;
    parts += 1;
    return sum <= MAX_UNPACKED_BYTES && parts <= MAX_PARTS;
  };
  try {
    const unpacked = unzipSync(bytes, { filter: isWithin });
    return sum > MAX_UNPACKED_BYTES || parts > MAX_PARTS ? "too-large" : unpacked;
  } catch {
    return "not-xlsx";
  }
}

const TAGS = /<(?:[\w.-]+:)?(?:row|c)\s[^<]*/gu;
const PLACES = /\sr\s*=\s*["']([^"']*)/gu;
const PLACE = /^([A-Z]{0,3})(\d{1,7})$/u;
const LETTERS = 26;
const BEFORE_A = 64;

const columnOf = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum * LETTERS + (letter.codePointAt(0) ?? 0) - BEFORE_A, 0);

/** Whether a sheet says of no cell that it stands further out than a list reaches; the gaps are filled when it is read. */
function placesFault(xml: string): Fault | null {
  let [rows, columns] = [0, 0];
  for (const [tag] of xml.matchAll(TAGS)) {
    for (const [, place = ""] of tag.matchAll(PLACES)) {
      const [, letters, row] = PLACE.exec(place) ?? [];
      if (letters === undefined || row === undefined) return "not-xlsx";
      rows = Math.max(rows, Number(row));
      columns = Math.max(columns, columnOf(letters));
    }
  }
  return rows > MAX_ROWS || rows * columns > MAX_CELLS ? "too-large" : null;
}

const ELEMENTS = /<(?:[\w.-]+:)?(row|c|si)(?=[\s/>])/gu;

/** Whether there are more of them than any list has: some kilobytes of an archive hold millions. */
function isCrowded(xml: string): boolean {
  const counts = { row: 0, c: 0, si: 0 };
  for (const [, name] of xml.matchAll(ELEMENTS)) {
    const kind = name as keyof typeof counts;
    counts[kind] += 1;
    if (counts[kind] > MAX_ELEMENTS[kind]) return true;
  }
  return false;
}

/** A formula that went wrong, as a spreadsheet says it: "#N/A". One such cell costs its row, and not the file. */
const withErrorsAsText = (xml: string): string =>
  xml.replace(TAGS, (tag) => tag.replace(/(\st\s*=\s*)(["'])e\2/u, "$1$2str$2"));

/** The parts as they are handed on; or what is wrong with a sheet. */
function checked(parts: Parts): Parts | Fault {
  const sheets: Parts = {};
  for (const [name, bytes] of Object.entries(parts)) {
    const xml = new TextDecoder().decode(bytes);
    if (isCrowded(xml)) return "too-large";
    if (!name.includes("worksheets/")) continue;
    const fault = placesFault(xml);
    if (fault !== null) return fault;
    sheets[name] = new TextEncoder().encode(withErrorsAsText(xml));
  }
  return { ...parts, ...sheets };
}

const ISO_DAY_LENGTH = 10;
const ISO_MINUTE_LENGTH = 16;

/** As somebody would have typed it into a CSV list. A day comes as midnight. */
function textOf(value: CellValue | null): string {
  if (value === null) return "";
  if (!(value instanceof Date)) return String(value);
  if (Number.isNaN(value.getTime())) return "";
  const iso = value.toISOString();
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, ISO_DAY_LENGTH) : iso.slice(0, ISO_MINUTE_LENGTH);
}

async function openXlsx(bytes: Uint8Array): Promise<Opened> {
  const refused = (fault: Fault): Opened => ({ kind: "refused", fault });
  if (bytes.length > MAX_IMPORT_BYTES) return refused("too-large");
  const unpacked = unpack(bytes);
  const parts = typeof unpacked === "string" ? unpacked : checked(unpacked);
  if (typeof parts === "string") return refused(parts);
  try {
    const packed = zipSync(parts, { level: 0 });
    const sheet = await readSheet(packed.slice().buffer, 1);
    const rows = sheet
      .map((cells, at) => ({ cells: cells.map(textOf), line: at + 1 }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
    return { kind: "table", table: { rows, faults: [] } };
  } catch {
    // whatever is wrong inside: the library says it in its own words, and a person can do one thing about it
    return refused("not-xlsx");
  }
}

/** Reads the first sheet as people who are sought. Total: any bytes give a result. */
export async function readXlsxReports(bytes: Uint8Array): Promise<ImportedReports> {
  const opened = await openXlsx(bytes);
  return opened.kind === "refused" ? fileRefused(opened.fault) : readReportRows(opened.table);
}

/** Reads the first sheet as people whom the house receives. Total: any bytes give a result. */
export async function readXlsxGuests(bytes: Uint8Array): Promise<ImportedGuests> {
  const opened = await openXlsx(bytes);
  return opened.kind === "refused" ? fileRefused(opened.fault) : readGuestRows(opened.table);
}

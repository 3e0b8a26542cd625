/**
 * CSV bytes to rows with their line numbers: comma, semicolon or tab, found in the first line;
 * quoted cells may hold line breaks. A quote that is never closed costs its own line, not the rest
 * of the file. Knows nothing of columns.
 */
import Papa from "papaparse";
import { decodeText, lineCounter } from "./decode-text.ts";
import type { ImportCode } from "./import-result.ts";

export interface CsvRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** A row that is not read because of its quotes. */
export type QuoteFault = Extract<ImportCode, "open-quote" | "bad-quote">;

export interface CsvTable {
  readonly rows: readonly CsvRow[];
  readonly faults: readonly { readonly code: QuoteFault; readonly line: number }[];
}

const DELIMITERS = [",", ";", "\t"] as const;
/** A file with more unclosed quotes than this is not read further: each costs a pass over the rest. */
const MAX_OPEN_QUOTES = 50;

/** The delimiter that the first line has most of, outside of quotes. */
function delimiterOf(text: string): string {
  const first = (/^[^\r\n]*/u.exec(text)?.[0] ?? "").replace(/"[^"]*"/gu, "");
  const count = (delimiter: string): number => first.split(delimiter).length;
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best));
}

interface Pass {
  readonly rows: { readonly cells: readonly string[]; readonly at: number }[];
  readonly badQuotes: number[];
  /** Where the row begins whose quote is never closed; null when there is none. */
  readonly openQuote: number | null;
}

/** Reads rows from an offset until the end or an open quote. */
function pass(text: string, from: number, delimiter: string): Pass {
  const rows: Pass["rows"] = [];
  const badQuotes: number[] = [];
  let openQuote: number | null = null;
  let at = from;
  Papa.parse<string[]>(text.slice(from), {
    delimiter,
    skipEmptyLines: false,
    step: ({ data, errors, meta }) => {
      const codes = errors.map(({ code }) => code);
      if (codes.includes("MissingQuotes")) openQuote = at;
      else if (codes.includes("InvalidQuotes")) badQuotes.push(at);
      else rows.push({ cells: data, at });
      at = from + meta.cursor;
    },
  });
  return { rows, badQuotes, openQuote };
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === "");

/** All rows of a file that are not blank. Total: any bytes give a table. */
export function csvTable(bytes: Uint8Array): CsvTable {
  const text = decodeText(bytes);
  const line = lineCounter(text);
  const delimiter = delimiterOf(text);
  const rows: CsvRow[] = [];
  const faults: { code: QuoteFault; line: number }[] = [];
  let from: number | null = 0;
  for (let tries = 0; from !== null && from < text.length && tries <= MAX_OPEN_QUOTES; tries += 1) {
    const found: Pass = pass(text, from, delimiter);
    for (const { cells, at } of found.rows) if (!isBlank(cells)) rows.push({ cells, line: line(at) });
    for (const at of found.badQuotes) faults.push({ code: "bad-quote", line: line(at) });
    from = found.openQuote;
    if (from === null) break;
    faults.push({ code: "open-quote", line: line(from) });
    const next: number = text.indexOf("\n", from);
    from = next < 0 ? null : next + 1;
  }
  return { rows, faults };
}

/**
 * CSV lists of people to compare: whoever has an id, with what is known of them, as another program or a
 * spreadsheet wrote it. Unlike an import it takes every row: a cell that cannot be read is not known. A row
 * that cannot be told apart from others refuses the list, because a ranking without it would be another one.
 */
import { legiblePerson, type LegiblePerson } from "#model";
import {
  cellsByColumn,
  draftOf,
  idIn,
  letterM,
  type LetterM,
  namesSomeone,
  type Sheet,
  sheetOf,
  tooMany,
} from "./csv-sheet.ts";
import type { QuoteFault } from "./csv-table.ts";
import { decodeText } from "./decode-text.ts";
import { type ImportCode, MAX_IMPORT_BYTES } from "./import-result.ts";

/** Why a list as a whole is not taken. */
export type PeopleFault =
  | Extract<ImportCode, "too-large" | "no-name-column" | "id-missing" | "id-repeated" | "too-many-cells">
  | QuoteFault
  | "not-csv"
  | "no-id-column";

export interface ListedPerson extends LegiblePerson {
  readonly id: string;
}

/** A list whose rows have ids. */
export interface PeopleList {
  readonly size: number;
  /** What the letter M means by the other letters of the list. */
  readonly letterM: LetterM;
  /** Reads a person at a time, so that a long list can be read in pieces; `m` is what the letter M means. */
  people(m: LetterM): Iterable<ListedPerson>;
}

export type OpenedPeople =
  | { readonly kind: "list"; readonly list: PeopleList }
  | { readonly kind: "refused"; readonly fault: PeopleFault; readonly line: number | null };

const refused = (fault: PeopleFault, line: number | null = null): OpenedPeople => ({
  kind: "refused",
  fault,
  line,
});

const HEAD_BYTES = 4096;
/** Spreadsheet programs' own files, pictures and the like have bytes that no text has. */
const isBinary = (bytes: Uint8Array): boolean => decodeText(bytes.subarray(0, HEAD_BYTES)).includes("\u0000");

function rowFault(sheet: Sheet, idsMayRepeat: boolean): OpenedPeople | null {
  const met = new Set<string>();
  const at = sheet.columns.indexOf("recordId");
  for (const row of sheet.rows) {
    const id = row.cells[at]?.trim() ?? "";
    if (tooMany(row, sheet)) return refused("too-many-cells", row.line);
    if (id === "") return refused("id-missing", row.line);
    if (!idsMayRepeat && met.has(id)) return refused("id-repeated", row.line);
    met.add(id);
  }
  return null;
}

function* peopleIn(sheet: Sheet, m: LetterM): Generator<ListedPerson> {
  for (const row of sheet.rows) {
    const cells = cellsByColumn(row, sheet);
    const id = idIn(cells);
    if (id !== null) yield { id, ...legiblePerson(draftOf(cells, m)) };
  }
}

/** Opens a list of people. Total: any bytes give a list or the first reason why not. */
export function openCsvPeople(
  bytes: Uint8Array,
  { idsMayRepeat }: { readonly idsMayRepeat: boolean },
): OpenedPeople {
  if (bytes.length > MAX_IMPORT_BYTES) return refused("too-large");
  if (isBinary(bytes)) return refused("not-csv");
  const { sheet, faults, line } = sheetOf(bytes, "guest");
  if (!sheet.columns.includes("recordId")) return refused("no-id-column", line);
  if (!namesSomeone(sheet)) return refused("no-name-column", line);
  const [fault] = faults;
  if (fault !== undefined) return refused(fault.code, fault.line);
  return (
    rowFault(sheet, idsMayRepeat) ?? {
      kind: "list",
      list: { size: sheet.rows.length, letterM: letterM(sheet), people: (m) => peopleIn(sheet, m) },
    }
  );
}

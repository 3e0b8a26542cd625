/**
 * CSV lists in: bytes of a file to reports or guests, a line for each row that is not taken.
 * Headings in Spanish, English or as Person Finder writes them (PFIF in columns, one note a row).
 */
import { type FieldsOf, parseFields } from "#model";
import type { ListKind } from "./csv-columns.ts";
import {
  cellsByColumn,
  cellsOf,
  draftOf,
  idIn,
  letterM,
  namesSomeone,
  type Sheet,
  sheetIn,
  tooMany,
} from "./csv-sheet.ts";
import { csvTable, type CsvTable } from "./csv-table.ts";
import {
  fileRefused,
  type ImportedGuests,
  type ImportedRecord,
  type ImportedReports,
  type ImportError,
  type ImportResult,
  MAX_IMPORT_BYTES,
} from "./import-result.ts";
import {
  errorAt,
  errorsAt,
  type PfifFields,
  type PfifPerson,
  personRecordId,
  reportOf,
} from "./pfif-report.ts";

type Rows<F> = Pick<ImportResult<F>, "records" | "errors">;

/** Reads the rows of a sheet; the ids that the list gives are kept in reports, which have a place for them. */
function readSheet<K extends ListKind>(kind: K, sheet: Sheet): Rows<FieldsOf<K>> {
  const m = letterM(sheet);
  const records: ImportedRecord<FieldsOf<K>>[] = [];
  const errors: ImportError[] = [];
  for (const row of sheet.rows) {
    const cells = cellsByColumn(row, sheet);
    const { source, ...draft } = draftOf(cells, m);
    const parsed = parseFields(kind, kind === "report" ? { ...draft, source } : draft);
    const recordId = idIn(cells);
    if (tooMany(row, sheet)) errors.push(errorAt(recordId, row.line, "too-many-cells"));
    else if (parsed.kind === "ok") records.push({ fields: parsed.fields, recordId, line: row.line });
    else errors.push(...errorsAt({ record: recordId, line: row.line }, parsed.problems));
  }
  return { records, errors };
}

const NOTE_FIELDS = [
  ...[
    "note_record_id",
    "author_made_contact",
    "found",
    "status",
    "email_of_found_person",
    "phone_of_found_person",
  ],
  ...["last_known_location", "linked_person_record_id", "text"],
];
const SAID_IN_NOTE = ["status", "text", "last_known_location", "author_made_contact"];
const PERSON_FINDER = [
  "person_record_id",
  "author_name",
  "given_name",
  "first_name",
  "home_city",
  "source_date",
];

const pfifHeadings = (headings: readonly string[]): readonly string[] =>
  headings.map((heading) => heading.trim().toLowerCase());

/** True for the columns of Person Finder: at least two names that only PFIF uses. */
const isPersonFinder = (headings: readonly string[]): boolean =>
  pfifHeadings(headings).filter((heading) => PERSON_FINDER.includes(heading)).length >= 2;

interface PersonRows {
  readonly person: PfifPerson;
  readonly notes: PfifPerson["notes"][number][];
}

const hasNote = (fields: PfifFields): boolean => SAID_IN_NOTE.some((name) => (fields.get(name) ?? "") !== "");

/**
 * Reads rows of Person Finder: rows of one person id are one person with several notes. A row with a
 * cell too many has moved its note, which stands last; the person before it is read by its own rules.
 */
function readPersonFinder(sheet: Sheet): Rows<FieldsOf<"report">> {
  const headings = pfifHeadings(sheet.headings);
  const persons = new Map<string, PersonRows>();
  const errors: ImportError[] = [];
  for (const row of sheet.rows) {
    const fields = new Map(cellsOf(row).map((cell, at) => [headings[at] ?? "", cell] as const));
    const own = new Map([...fields].filter(([name]) => !NOTE_FIELDS.includes(name)));
    const record = personRecordId(own);
    const { person, notes } = persons.get(record ?? `line ${String(row.line)}`) ?? begun(own, row.line);
    persons.set(record ?? `line ${String(row.line)}`, { person, notes });
    if (tooMany(row, sheet)) errors.push({ record, line: row.line, code: "too-many-cells", field: "notes" });
    else if (hasNote(fields))
      notes.push({ fields: new Map([...fields].filter(([name]) => name !== "photo_url")), line: row.line });
  }
  const records: ImportedReports["records"][number][] = [];
  for (const { person } of persons.values()) {
    const read = reportOf(person);
    errors.push(...read.errors);
    if (read.report !== null)
      records.push({ fields: read.report, recordId: personRecordId(person.fields), line: person.line });
  }
  return { records, errors };
}

function begun(fields: PfifFields, line: number): PersonRows {
  const notes: PersonRows["notes"] = [];
  return { person: { fields, notes, line, format: "csv" }, notes };
}

type Opened =
  | { readonly kind: "sheet"; readonly sheet: Sheet; readonly faults: readonly ImportError[] }
  | { readonly kind: "refused"; readonly result: ImportResult<never> };

/** The sheet of a table, unless it has no column of names. */
function openSheet(table: CsvTable, kind: ListKind): Opened {
  const { sheet, faults, line } = sheetIn(table, kind);
  if (!namesSomeone(sheet)) return { kind: "refused", result: fileRefused("no-name-column", line) };
  return { kind: "sheet", sheet, faults: faults.map(({ code, line }) => errorAt(null, line, code)) };
}

const result = <F>({ records, errors }: Rows<F>, faults: readonly ImportError[]): ImportResult<F> => ({
  records,
  errors: [...errors, ...faults].sort((a, b) => a.line - b.line),
  expired: [],
  ignoredColumns: [],
});

const ignoredIn = (sheet: Sheet): readonly string[] =>
  sheet.headings.filter((_, at) => sheet.columns[at] === null);

/** The rows of a list of people who are sought, from whatever file. */
export function readReportRows(table: CsvTable): ImportedReports {
  const opened = openSheet(table, "report");
  if (opened.kind === "refused") return opened.result;
  const { sheet, faults } = opened;
  if (isPersonFinder(sheet.headings)) return result(readPersonFinder(sheet), faults);
  return { ...result(readSheet("report", sheet), faults), ignoredColumns: ignoredIn(sheet) };
}

/** The rows of a list of people whom the house receives, from whatever file. */
export function readGuestRows(table: CsvTable): ImportedGuests {
  const opened = openSheet(table, "guest");
  if (opened.kind === "refused") return opened.result;
  const { sheet, faults } = opened;
  return { ...result(readSheet("guest", sheet), faults), ignoredColumns: ignoredIn(sheet) };
}

/** Reads a CSV list of people who are sought. Total: any bytes give a result. */
export const readCsvReports = (bytes: Uint8Array): ImportedReports =>
  bytes.length > MAX_IMPORT_BYTES ? fileRefused("too-large") : readReportRows(csvTable(bytes));

/** Reads a CSV list of people whom the house receives. Total: any bytes give a result. */
export const readCsvGuests = (bytes: Uint8Array): ImportedGuests =>
  bytes.length > MAX_IMPORT_BYTES ? fileRefused("too-large") : readGuestRows(csvTable(bytes));

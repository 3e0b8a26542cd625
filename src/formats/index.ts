/**
 * The door of the interchange formats: bytes of a file in, plain fields of the domain and named
 * errors out, and back (docs/records.md). No files, no network, no keys.
 */
export { COLUMNS, headingOf, type HeadingLanguage, type ListKind } from "./csv-columns.ts";
export { readCsvGuests, readCsvReports } from "./csv-read.ts";
export { type CsvOptions, type ExportRecord, writeCsv } from "./csv-write.ts";
export {
  type ImportCode,
  type ImportedGuests,
  type ImportedRecord,
  type ImportedReports,
  type ImportError,
  type ImportResult,
  MAX_IMPORT_BYTES,
} from "./import-result.ts";
export { type PfifOptions, readPfif } from "./pfif.ts";

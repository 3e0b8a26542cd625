/**
 * The door of the interchange formats: bytes of a file in, plain fields of the domain and named
 * errors out, and back (docs/records.md). No files, no network, no keys.
 */
export { COLUMNS, headingOf } from "./csv-columns.ts";
export { type ListedPerson, openCsvPeople, type PeopleList } from "./csv-people.ts";
export { readCsvGuests, readCsvReports } from "./csv-read.ts";
export { writeCsv } from "./csv-write.ts";
export { writeFigures } from "./figures.ts";
export {
  type ImportCode,
  type ImportedRecord,
  type ImportedReports,
  type ImportError,
  MAX_IMPORT_BYTES,
} from "./import-result.ts";
export { readXlsxGuests, readXlsxReports } from "./xlsx-read.ts";
export { readPfif } from "./pfif.ts";

/**
 * What reading a file gives: the good records, and a line for each thing that was not taken. Codes
 * are worded by i18n and hold nothing personal; the id that a record has in its file names it.
 */
import type { FieldsOf, ProblemCode } from "#model";

/** What can be wrong with a file or a record of it, beside what can be wrong with a field. */
export type ImportCode =
  | ProblemCode
  | "too-large"
  | "not-xlsx"
  | "not-xml"
  | "not-pfif"
  | "unknown-version"
  | "doctype-refused"
  | "nested-too-deep"
  | "malformed"
  | "cut"
  | "id-missing"
  | "id-repeated"
  | "other-domain"
  | "note-without-person"
  | "no-name-column"
  | "too-many-cells"
  | "open-quote"
  | "bad-quote";

/** One thing that was not imported. Lines count from 1; the line is where the record (or note) begins. */
export interface ImportError {
  /** The record's id in the file; null where it has none or the whole file is meant. */
  readonly record: string | null;
  readonly line: number;
  readonly code: ImportCode;
  /** The path of the field that is meant, in the app's names; null when it is none. */
  readonly field: string | null;
}

export interface ImportedRecord<F> {
  readonly fields: F;
  /** The record's id in the file: what a second import of it is recognised by; null where it has none. */
  readonly recordId: string | null;
  readonly line: number;
}

export interface ImportResult<F> {
  readonly records: readonly ImportedRecord<F>[];
  readonly errors: readonly ImportError[];
  /** Records that their home has erased (empty placeholders): whoever holds a copy withdraws it. */
  readonly expired: readonly { readonly recordId: string; readonly line: number }[];
  /** Headings of columns that are not read. */
  readonly ignoredColumns: readonly string[];
}

export type ImportedReports = ImportResult<FieldsOf<"report">>;
export type ImportedGuests = ImportResult<FieldsOf<"guest">>;

/** Files above this are refused unread. */
export const MAX_IMPORT_BYTES = 32 * 1024 * 1024;

/** A result with nothing but one reason why the file as a whole was refused. */
export const fileRefused = (code: ImportCode, line = 1): ImportResult<never> => ({
  records: [],
  errors: [{ record: null, line, code, field: null }],
  expired: [],
  ignoredColumns: [],
});

/** Files in and lists out. */
import type { ImportCode } from "#formats";

export type FileFormat = "csv" | "pfif" | "xlsx";

export interface ImportReport {
  readonly imported: number;
  readonly updated: number;
  readonly skipped: number;
  readonly errors: readonly {
    readonly record: string | null;
    readonly line: number;
    readonly code: ImportCode;
    readonly field: string | null;
  }[];
}

/** A list to take away. */
export interface ExportedList {
  /** CSV as UTF-8 bytes, with headings in the language. */
  readonly bytes: Uint8Array;
  /** Records in it. */
  readonly listed: number;
  /** Guests who did not agree to be on a list that leaves the house. */
  readonly leftOut: number;
}

export interface FileCommands {
  importFile(file: {
    readonly bytes: Uint8Array;
    readonly format: FileFormat;
    readonly kind?: "report" | "guest";
  }): Promise<ImportReport>;
  /** Of guests those alone who said yes to `export`. */
  exportCsv(kind: "report" | "guest", language?: "es" | "en"): Promise<ExportedList>;
}

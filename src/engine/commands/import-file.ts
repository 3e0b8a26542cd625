/**
 * Files in and lists out. The good records of a file are taken, the bad ones are named by line; a
 * record that came before under the same id is updated, not doubled. Written in batches, each whole.
 */
import { readCsvGuests, readCsvReports, readPfif, writeCsv, type ImportError, type ImportedRecord } from "#formats";
import type { FieldsOf } from "#model";
import { EngineError, type FileFormat, type ImportReport, type RecordId } from "../api.ts";
import type { PlainMap } from "../documents/plain.ts";
import type { House } from "../house.ts";
import { editRecord, withCompanions, writeNew } from "./write-records.ts";

export interface FileToImport {
  readonly bytes: Uint8Array;
  readonly format: FileFormat;
  /** What the rows of a CSV list are; reports unless told. */
  readonly kind?: "report" | "guest";
}

/** Records in one append: bounds memory and what a crash undoes. */
const BATCH_RECORDS = 100;

interface Parsed {
  readonly records: readonly ImportedRecord<PlainMap>[];
  readonly errors: readonly ImportError[];
}

function readFile({ bytes, format, kind = "report" }: FileToImport): Parsed {
  if (format === "pfif") return readPfif(bytes) as Parsed;
  return (kind === "guest" ? readCsvGuests(bytes) : readCsvReports(bytes)) as Parsed;
}

/** Reports that came from files, by the id that they have there. */
function knownBySource(house: House): ReadonlyMap<string, RecordId> {
  return new Map(
    house.catalog.ofKind("report").flatMap(({ id, fields }): [string, RecordId][] => {
      const source = fields["source"] as FieldsOf<"report">["source"];
      return source?.recordId === undefined ? [] : [[source.recordId, id]];
    }),
  );
}

/** `import FILE`. Throws `file-not-understood` when nothing at all could be read of it. */
export async function importFile(house: House, file: FileToImport): Promise<ImportReport> {
  const { records, errors } = readFile(file);
  const [first] = errors;
  if (records.length === 0 && first?.record === null) {
    throw new EngineError({ code: "file-not-understood", detail: first.code });
  }
  const kind = file.format === "pfif" ? "report" : (file.kind ?? "report");
  const known = kind === "report" ? knownBySource(house) : new Map<string, RecordId>();
  const idOf = ({ recordId }: ImportedRecord<PlainMap>): RecordId | undefined =>
    recordId === null ? undefined : known.get(recordId);
  const fresh = records.filter((record) => idOf(record) === undefined);
  const progress = (done: number): void => {
    house.emit({ kind: "progress", progress: { task: "import", done, total: records.length } });
  };
  for (let at = 0; at < fresh.length; at += BATCH_RECORDS) {
    const batch = fresh.slice(at, at + BATCH_RECORDS);
    await writeNew(house, batch.flatMap(({ fields }) => withCompanions(house, kind, fields)));
    progress(at + batch.length);
  }
  await house.settle();
  let updated = 0;
  for (const record of records) {
    const id = idOf(record);
    if (id !== undefined && (await update(house, id, record.fields))) updated += 1;
  }
  progress(records.length);
  return {
    imported: fresh.length,
    updated,
    skipped: records.length - fresh.length - updated,
    errors: errors.map(({ record, line, code, field }) => ({ record, line, code, field })),
  };
}

/** Takes what the file says now; what the house added stays. Tells whether anything changed. */
async function update(house: House, id: RecordId, fields: PlainMap): Promise<boolean> {
  const before = house.catalog.get(id);
  await editRecord(house, id, fields);
  return JSON.stringify(before?.fields) !== JSON.stringify(house.catalog.get(id)?.fields);
}

/** `export --format csv`. */
export function exportCsv(house: House, kind: "report" | "guest", language: "es" | "en"): Uint8Array {
  const records = house.catalog.ofKind(kind);
  if (kind === "report") {
    return writeCsv<"report">(
      records.map(({ id, fields }) => ({ id, fields: fields as FieldsOf<"report"> })),
      { kind, language },
    );
  }
  return writeCsv<"guest">(
    records.map(({ id, fields }) => ({ id, fields: fields as FieldsOf<"guest"> })),
    { kind, language },
  );
}

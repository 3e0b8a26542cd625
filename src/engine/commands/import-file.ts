/**
 * Files in and lists out. The good records of a file are taken, the bad ones are named by line; a
 * record that came before under the same id is updated, not doubled. Written in batches, each whole.
 */
import {
  readCsvGuests,
  readCsvReports,
  readPfif,
  readXlsxGuests,
  readXlsxReports,
  writeCsv,
  type ImportError,
  type ImportedRecord,
} from "#formats";
import { type FieldsOf, latestOf } from "#model";
import { consentOf } from "../consents/consent-of.ts";
import {
  EngineError,
  type ExportedList,
  type FileFormat,
  type ImportReport,
  type RecordId,
} from "../api/index.ts";
import type { PlainMap } from "../documents/plain.ts";
import { memberOf, type House } from "../house/house.ts";
import { personsOfHouse } from "../records/one-person.ts";
import { editRecord, withCompanions, writeNew } from "./write-records.ts";

export interface FileToImport {
  readonly bytes: Uint8Array;
  readonly format: FileFormat;
  /** What the rows of a list are; reports unless told. */
  readonly kind?: "report" | "guest";
}

/** Records in one append: bounds memory and what a crash undoes. */
const BATCH_RECORDS = 100;

interface Parsed {
  readonly records: readonly ImportedRecord<PlainMap>[];
  readonly errors: readonly ImportError[];
  readonly expired: readonly { readonly recordId: string }[];
}

async function readFile({ bytes, format, kind = "report" }: FileToImport): Promise<Parsed> {
  if (format === "pfif") return readPfif(bytes) as Parsed;
  if (format === "xlsx")
    return (await (kind === "guest" ? readXlsxGuests(bytes) : readXlsxReports(bytes))) as Parsed;
  return (kind === "guest" ? readCsvGuests(bytes) : readCsvReports(bytes)) as Parsed;
}

type Source = FieldsOf<"report">["source"];

/** Records by the id that a file may call them by: the one of the file they came from, or our own. */
function knownIds(house: House, kind: "report" | "guest"): ReadonlyMap<string, RecordId> {
  return new Map(
    house.catalog.ofKind(kind).flatMap(({ id, fields }): [string, RecordId][] => {
      const source = fields["source"] as Source;
      const own: [string, RecordId] = [id, id];
      return source?.recordId === undefined ? [own] : [own, [source.recordId, id]];
    }),
  );
}

/** `import FILE`. Throws `file-not-understood` when nothing at all could be read of it. */
export async function importFile(house: House, file: FileToImport): Promise<ImportReport> {
  const parsed = await readFile(file);
  const { records, errors, expired } = parsed;
  const [first] = errors;
  if (records.length + expired.length === 0 && first?.record === null) {
    throw new EngineError({ code: "file-not-understood", detail: first.code });
  }
  const kind = file.format === "pfif" ? "report" : (file.kind ?? "report");
  const known = knownIds(house, kind);
  const isFresh = ({ recordId }: ImportedRecord<PlainMap>): boolean =>
    recordId === null || !known.has(recordId);
  const fresh = records.filter(isFresh);
  await addAll(house, kind, fresh);
  const updated = await updateAll(house, known, {
    ...parsed,
    records: records.filter((record) => !isFresh(record)),
  });
  house.emit({ kind: "progress", progress: { task: "import", done: records.length, total: records.length } });
  return {
    imported: fresh.length,
    updated,
    skipped: Math.max(0, records.length + expired.length - fresh.length - updated),
    errors: errors.map(({ record, line, code, field }) => ({ record, line, code, field })),
  };
}

/** Written in batches, each whole, so that a crash undoes at most the last. */
async function addAll(
  house: House,
  kind: "report" | "guest",
  records: readonly ImportedRecord<PlainMap>[],
): Promise<void> {
  for (let at = 0; at < records.length; at += BATCH_RECORDS) {
    const batch = records.slice(at, at + BATCH_RECORDS);
    await writeNew(
      house,
      batch.flatMap(({ fields }) => withCompanions(house, kind, fields)),
    );
    const done = at + batch.length;
    house.emit({ kind: "progress", progress: { task: "import", done, total: records.length } });
  }
  await house.settle();
}

/** Tells how many records changed. */
async function updateAll(
  house: House,
  known: ReadonlyMap<string, RecordId>,
  { records, expired }: Parsed,
): Promise<number> {
  let updated = 0;
  for (const { recordId, fields } of records) {
    const id = recordId === null ? undefined : known.get(recordId);
    if (id !== undefined && (await update(house, id, fields))) updated += 1;
  }
  for (const { recordId } of expired) {
    const id = known.get(recordId);
    if (id !== undefined && (await change(house, id, { status: "withdrawn" }))) updated += 1;
  }
  return updated;
}

/**
 * Takes what the file says now; what the house added stays, and so does the state of the search: a
 * file that comes again reopens nothing. An older file than the last changes nothing.
 */
function update(house: House, id: RecordId, fields: PlainMap): Promise<boolean> {
  const before = house.catalog.get(id)?.fields["source"] as Source;
  const now = fields["source"] as Source;
  if (before?.date !== undefined && now?.date !== undefined && now.date < before.date) {
    return Promise.resolve(false);
  }
  const { status: _, expiresAt, ...patch } = fields;
  const held = house.catalog.get(id)?.fields["expiresAt"];
  // what the family renewed here, the file does not make shorter
  const isLater = expiresAt !== undefined && latestOf([held, expiresAt]) !== held;
  return change(house, id, isLater ? { ...patch, expiresAt } : patch);
}

/** Tells whether anything changed. */
async function change(house: House, id: RecordId, patch: PlainMap): Promise<boolean> {
  const before = JSON.stringify(house.catalog.get(id)?.fields);
  await editRecord(house, id, patch);
  return JSON.stringify(house.catalog.get(id)?.fields) !== before;
}

/**
 * `export --format csv`. A volunteer, who is there for two weeks, takes no list away; of guests those are on it who
 * agreed to be. Who cannot read what guests agreed to lists nobody.
 */
export function exportCsv(
  house: House,
  kind: "report" | "guest",
  language: "es" | "en" = "es",
): ExportedList {
  const { role } = memberOf(house).member;
  if (role === "volunteer") throw new EngineError({ code: "not-allowed", role });
  const records = kind === "guest" ? personsOfHouse(house.catalog) : house.catalog.ofKind(kind);
  if (kind === "report") {
    const reports = records.map(({ id, fields }) => ({ id, fields: fields as FieldsOf<"report"> }));
    const bytes = writeCsv<"report">(reports, { kind, language });
    return { bytes, listed: records.length, leftOut: 0 };
  }
  const agreed = records.filter(({ id: guest }) => consentOf(house, { guest, purpose: "export" }) === "yes");
  const guests = agreed.map(({ id, fields }) => ({ id, fields: fields }));
  const bytes = writeCsv<"guest">(guests, { kind, language });
  return { bytes, listed: agreed.length, leftOut: records.length - agreed.length };
}

/**
 * PFIF 1.1 to 1.4 in: bytes of a file to reports. A damaged file gives every person that is whole,
 * and names the others with the line where they begin. A file speaks for one domain, that of its
 * first record: PFIF makes the home domain the authority over a record, and a file that brings
 * others' records beside its own could overwrite what their home said. Such records are named, and
 * read when the caller allows it (a collection from many homes).
 */
import { decodeText, lineCounter } from "./decode-text.ts";
import { fileRefused, type ImportError, type ImportedReports, MAX_IMPORT_BYTES } from "./import-result.ts";
import { pfifElements, type PfifElements, type RawElement, type RawPerson } from "./pfif-elements.ts";
import { errorAt, isPlaceholder, personRecordId, reportOf } from "./pfif-report.ts";

/** How to read a file. */
export interface PfifOptions {
  /** Take records of any home domain, not only of the file's first. */
  readonly anyDomain?: boolean;
}

type Line = (offset: number) => number;
type Records = ImportedReports["records"][number][];
type Expired = ImportedReports["expired"][number][];

const domainOf = (recordId: string): string =>
  recordId.slice(0, Math.max(recordId.indexOf("/"), 0)).toLowerCase();

/** Notes of their own, by the person they name. */
function notesByPerson(notes: readonly RawElement[]): Map<string, RawElement[]> {
  const found = new Map<string, RawElement[]>();
  for (const note of notes) {
    const person = note.fields.get("person_record_id")?.trim() ?? "";
    const others = found.get(person);
    if (others === undefined) found.set(person, [note]);
    else others.push(note);
  }
  return found;
}

/** Reads the persons of one file, in their order. */
class PfifImport {
  readonly records: Records = [];
  readonly expired: Expired = [];
  readonly errors: ImportError[] = [];
  private readonly seen = new Set<string>();
  private domain: string | null = null;
  private readonly line: Line;
  private readonly anyDomain: boolean;
  private readonly notes: Map<string, RawElement[]>;

  constructor(elements: PfifElements, line: Line, anyDomain: boolean) {
    this.line = line;
    this.anyDomain = anyDomain;
    this.notes = notesByPerson(elements.notes);
    for (const person of elements.persons) this.person(person);
    for (const notes of this.notes.values()) for (const note of notes) this.orphan(note);
    for (const { code, at } of elements.faults) this.errors.push(errorAt(null, line(at), code));
    this.errors.sort((a, b) => a.line - b.line);
  }

  private person(person: RawPerson): void {
    const id = personRecordId(person.fields);
    const line = this.line(person.at);
    const code = person.fault ?? this.refusal(id);
    const apart = id === null ? [] : (this.notes.get(id) ?? []);
    if (id !== null) this.notes.delete(id);
    if (code !== null) {
      this.errors.push(errorAt(id, line, code));
    } else if (id !== null && isPlaceholder(person.fields)) {
      this.seen.add(id);
      this.expired.push({ recordId: id, line });
    } else {
      this.report(person, [...person.notes, ...apart]);
    }
  }

  private refusal(id: string | null): ImportError["code"] | null {
    if (id === null) return "id-missing";
    if (this.seen.has(id)) return "id-repeated";
    this.domain ??= domainOf(id);
    return this.anyDomain || domainOf(id) === this.domain ? null : "other-domain";
  }

  private report(person: RawPerson, notes: readonly RawElement[]): void {
    const whole = notes.filter((note) => note.fault === null);
    const recordId = personRecordId(person.fields);
    const { report, errors } = reportOf({
      fields: person.fields,
      notes: whole.map((note) => ({ fields: note.fields, line: this.line(note.at) })),
      line: this.line(person.at),
      format: "pfif",
    });
    this.errors.push(...errors);
    for (const note of notes) this.damagedNote(note, recordId);
    if (report === null) return;
    this.records.push({ fields: report, recordId, line: this.line(person.at) });
    if (recordId !== null) this.seen.add(recordId);
  }

  private damagedNote(note: RawElement, person: string | null): void {
    if (note.fault === null) return;
    this.errors.push(errorAt(note.fields.get("note_record_id") ?? person, this.line(note.at), note.fault));
  }

  private orphan(note: RawElement): void {
    const id = note.fields.get("note_record_id")?.trim() ?? null;
    this.errors.push(errorAt(id, this.line(note.at), note.fault ?? "note-without-person"));
  }
}

/** Reads a PFIF file. Total: any bytes give a result. */
export function readPfif(bytes: Uint8Array, options: PfifOptions = {}): ImportedReports {
  if (bytes.length > MAX_IMPORT_BYTES) return fileRefused("too-large");
  const text = decodeText(bytes);
  const elements = pfifElements(text);
  const { records, expired, errors } = new PfifImport(
    elements,
    lineCounter(text),
    options.anyDomain ?? false,
  );
  return { records, expired, errors, ignoredColumns: [] };
}

/**
 * The fields of a PFIF person and its notes to a report. PFIF 1.1 to 1.4 differ in names only, and
 * both are read (PFIF 1.4 specification; docs/records.md, "PFIF"). What the file says beyond the
 * person (author, notes, street, description) stays in the report and reaches no card.
 */
import {
  ageAsOf,
  type FieldsOf,
  parseAge,
  parseFields,
  parseInstant,
  parseIsoDate,
  type Problem,
} from "#model";
import type { ImportCode, ImportError } from "./import-result.ts";

/** Fields of a PFIF element by their names in the file. */
export type PfifFields = ReadonlyMap<string, string>;

export interface PfifNote {
  readonly fields: PfifFields;
  readonly line: number;
}

export interface PfifPerson {
  readonly fields: PfifFields;
  readonly notes: readonly PfifNote[];
  readonly line: number;
  readonly format: string;
}

/** A report, or nothing, and what was wrong: with the person (no report) or with single notes (left out). */
export interface ReadReport {
  readonly report: FieldsOf<"report"> | null;
  readonly errors: readonly ImportError[];
}

type Draft = Readonly<Record<string, unknown>>;

const get = (fields: PfifFields, ...names: readonly string[]): string =>
  names.map((name) => fields.get(name)?.trim() ?? "").find((text) => text !== "") ?? "";

/** The id that the file gives the person; null when it gives none. */
export const personRecordId = (fields: PfifFields): string | null => get(fields, "person_record_id") || null;

const PERSON_SEXES = ["", "female", "male", "other"];
const DATES: Readonly<Record<string, string>> = { source_date: "source.date", expiry_date: "expiresAt" };

/** Values that a vocabulary or form of PFIF forbids, although our own fields would take them. */
function forbidden(fields: PfifFields): readonly Problem[] {
  const problems: Problem[] = [];
  if (!PERSON_SEXES.includes(get(fields, "sex").toLowerCase()))
    problems.push({ field: "sex", code: "unknown-sex" });
  const birth = get(fields, "date_of_birth");
  if (birth !== "" && parseIsoDate(birth) === null) problems.push({ field: "birthDate", code: "bad-date" });
  for (const [name, field] of Object.entries(DATES)) {
    const date = get(fields, name);
    if (date !== "" && parseInstant(date) === null) problems.push({ field, code: "bad-time" });
  }
  return problems;
}

/** The age in the file is the age at `source_date`. */
function ageOf(fields: PfifFields): unknown {
  const text = get(fields, "age");
  const age = parseAge(text);
  const asOf = parseInstant(get(fields, "source_date"))?.slice(0, 10);
  return age === null || asOf === undefined ? text : ageAsOf(age, asOf);
}

const nameLines = (text: string): readonly string[] => text.split("\n").filter((name) => name.trim() !== "");

/** Up to 1.3 the description is a block of `other`. */
const descriptionOf = (fields: PfifFields): string =>
  get(fields, "description", "other").replace(/^description:\s*/u, "");

const addressOf = (fields: PfifFields): string =>
  [get(fields, "home_street"), get(fields, "home_neighborhood"), get(fields, "home_postal_code", "home_zip")]
    .filter((part) => part !== "")
    .join(", ");

const authorOf = (fields: PfifFields): Draft => ({
  name: get(fields, "author_name"),
  phone: get(fields, "author_phone"),
  email: get(fields, "author_email"),
});

function personDraft({ fields, format }: PfifPerson): Draft {
  const [name, ...otherNames] = nameLines(get(fields, "full_name"));
  return {
    name,
    givenNames: get(fields, "given_name", "first_name"),
    surnames: get(fields, "family_name", "last_name"),
    alternateNames: [...otherNames, ...nameLines(get(fields, "alternate_names"))],
    sex: get(fields, "sex"),
    age: ageOf(fields),
    birthDate: get(fields, "date_of_birth"),
    country: get(fields, "home_country"),
    state: get(fields, "home_state"),
    town: get(fields, "home_city"),
    circumstances: descriptionOf(fields),
    address: addressOf(fields),
    seeker: authorOf(fields),
    source: {
      format,
      recordId: get(fields, "person_record_id"),
      name: get(fields, "source_name"),
      url: get(fields, "source_url"),
      date: get(fields, "source_date"),
      photoUrl: get(fields, "photo_url"),
      profileUrls: nameLines(get(fields, "profile_urls")).join(" "),
    },
    expiresAt: get(fields, "expiry_date"),
  };
}

const noteDraft = ({ fields }: PfifNote): Draft => ({
  recordId: get(fields, "note_record_id"),
  at: get(fields, "source_date"),
  author: authorOf(fields),
  status: get(fields, "status").replaceAll("_", "-"),
  madeContact: get(fields, "author_made_contact", "found"),
  foundPhone: get(fields, "phone_of_found_person"),
  foundEmail: get(fields, "email_of_found_person"),
  place: get(fields, "last_known_location"),
  text: get(fields, "text"),
  photoUrl: get(fields, "photo_url"),
  sameAs: get(fields, "linked_person_record_id"),
});

const isDated = (note: PfifNote): boolean => {
  const date = get(note.fields, "source_date");
  return date === "" || parseInstant(date) !== null;
};

/** What is wrong with a note, whatever its person. */
const noteProblems = (note: PfifNote): readonly Problem[] => {
  const parsed = parseFields("report", { name: "-", notes: [noteDraft(note)] });
  const problems = (parsed.kind === "bad" ? parsed.problems : []).filter(
    ({ field }) => field !== "notes.0.at",
  );
  return isDated(note) ? problems : [...problems, { field: "notes.0.at", code: "bad-time" }];
};

/** Errors of one record or note at one line, one for each problem. */
export const errorsAt = (
  place: { record: string | null; line: number },
  problems: readonly Problem[],
): ImportError[] =>
  problems.map(({ field, code }) => ({ ...place, code, field: field === "" ? null : field }));

/** A single error without a field. */
export const errorAt = (record: string | null, line: number, code: ImportCode): ImportError => ({
  record,
  line,
  code,
  field: null,
});

/** True for what is left of a record that its home has erased: an id, dates, and nobody. */
export const isPlaceholder = (fields: PfifFields): boolean =>
  get(fields, "expiry_date") !== "" &&
  get(fields, "full_name", "given_name", "first_name", "family_name", "last_name", "alternate_names") === "";

/** The report of a person. A bad note is named and left out; anything bad in the person refuses it. */
export function reportOf(person: PfifPerson): ReadReport {
  const record = personRecordId(person.fields);
  const errors: ImportError[] = [];
  const notes: Draft[] = [];
  for (const note of person.notes) {
    const problems = noteProblems(note);
    if (problems.length === 0) notes.push(noteDraft(note));
    const named = problems.map(({ field, code }) => ({ field: field.replace(/^notes\.0/u, "notes"), code }));
    errors.push(
      ...errorsAt({ record: get(note.fields, "note_record_id") || record, line: note.line }, named),
    );
  }
  const parsed = parseFields("report", { ...personDraft(person), notes });
  const own = forbidden(person.fields);
  const known = new Set(own.map(({ field }) => field));
  const problems = parsed.kind === "bad" ? parsed.problems.filter(({ field }) => !known.has(field)) : [];
  const all = [...own, ...problems];
  if (parsed.kind === "ok" && all.length === 0) return { report: parsed.fields, errors };
  return { report: null, errors: errorsAt({ record, line: person.line }, all) };
}

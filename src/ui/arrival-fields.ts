/** From what was typed at the counter to the fields of a guest and of the arrival. */
import type { RecordId } from "#engine";
import { displayName, legiblePerson, type Sex } from "#model";
import { askedOf } from "./duplicates.ts";
import { t } from "./look.ts";
import type { FormError } from "./parts/form.tsx";
import { valueAt, wordValue } from "./wording.ts";

/** Somebody of a family or group who is typed already and saved with the others. */
export interface Companion {
  /** What the list calls them by. */
  readonly title: string;
  readonly fields: object;
  /** Goes to `protected`: nothing of it is kept meanwhile. */
  readonly guarded: boolean;
}

/** What staff mark at the door; see src/model/protected.ts. */
export type DoorMark = "none" | "trafficking" | "gender-violence";

export interface ArrivalDraft {
  alone: "no" | "yes";
  mark: DoorMark;
  name: string;
  nameUnknown: boolean;
  marks: string;
  age: string;
  ageApproximate: boolean;
  ageUnknown: boolean;
  sex: Sex | "unsaid" | null;
  country: string | null;
  company: string;
  alternateNames: string;
  state: string;
  town: string;
  from: string;
  language: string;
  relatives: string;
  bed: string;
  /** Who came with the one who is being typed; saved all at once. */
  together: readonly Companion[];
}

export const emptyArrival = (): ArrivalDraft => ({
  alone: "no",
  mark: "none",
  name: "",
  nameUnknown: false,
  marks: "",
  age: "",
  ageApproximate: false,
  ageUnknown: false,
  sex: null,
  country: null,
  company: "",
  alternateNames: "",
  state: "",
  town: "",
  from: "",
  language: "",
  relatives: "",
  bed: "",
  together: [],
});

const textOf = (value: unknown): string =>
  Array.isArray(value) ? value.map(textOf).join(", ") : typeof value === "string" ? value : "";

/** A new arrival with what a card said of the person; what has no line there is left to ask. */
export function arrivalFrom(fields: Readonly<Record<string, unknown>>): Partial<ArrivalDraft> {
  const name = displayName({ ...fields, alternateNames: undefined }) ?? "";
  const { age, sex, country } = fields;
  return {
    name,
    nameUnknown: name === "",
    age: typeof age === "number" ? String(age) : "",
    sex: SEXES.find((one) => one === sex) ?? null,
    country: typeof country === "string" ? country : null,
    ...Object.fromEntries(CARRIED.map((field) => [field, textOf(fields[field])])),
  };
}

const SEXES: readonly Sex[] = ["female", "male", "other"];
const CARRIED = ["marks", "alternateNames", "state", "town", "language", "relatives"] as const;

const OLDEST = 120;
const ADULT = 18;
/** How far "about 17" may reach when asking whether somebody may be a minor. */
const ABOUT_YEARS = 2;

const yearsOf = (draft: ArrivalDraft): number | null => {
  const text = draft.age.trim();
  return draft.ageUnknown || !/^\d{1,3}$/u.test(text) || Number(text) > OLDEST ? null : Number(text);
};

/** Nobody is being typed, and the group is complete. */
export const isGroupOnly = ({ together, name, marks }: ArrivalDraft): boolean =>
  together.length > 0 && name.trim() === "" && marks.trim() === "";

/** What must be corrected before an arrival can be saved. */
export function checkArrival(draft: ArrivalDraft): readonly FormError[] {
  if (isGroupOnly(draft)) return [];
  const errors: FormError[] = [];
  if (!draft.nameUnknown && draft.name.trim() === "")
    errors.push({ field: "field-name", text: t().arrivals.needName });
  if (draft.nameUnknown && draft.marks.trim() === "")
    errors.push({ field: "field-marks", text: t().arrivals.needMarks });
  if (!draft.ageUnknown && draft.age.trim() !== "" && yearsOf(draft) === null)
    errors.push({ field: "field-age", text: t().arrivals.badAge });
  return errors;
}

/** True when the person may be under age, in doubt yes. */
export function mayBeMinor(draft: ArrivalDraft): boolean {
  const years = yearsOf(draft);
  return years !== null && years - (draft.ageApproximate ? ABOUT_YEARS : 0) < ADULT;
}

/** True when who is typed goes to `protected`. */
export const goesProtected = (draft: ArrivalDraft): boolean =>
  draft.mark !== "none" || (draft.alone === "yes" && mayBeMinor(draft));

/** Whether what is typed may be at rest as a draft: nobody of it goes to `protected`. */
export const mayKeepDraft = (draft: ArrivalDraft): boolean =>
  !goesProtected(draft) && !draft.together.some(({ guarded }) => guarded);

/** What the engine is told of it; nothing for everybody else. */
function guardFields(draft: ArrivalDraft): object {
  if (!goesProtected(draft)) return {};
  return {
    ...(draft.alone === "yes" && mayBeMinor(draft) ? { alone: true } : {}),
    ...(draft.mark === "none" ? {} : { protect: draft.mark }),
  };
}

/** The person as typed; empty texts are left to the model, which takes them as absent. */
function typedAge(draft: ArrivalDraft): unknown {
  const years = yearsOf(draft);
  return years !== null && draft.ageApproximate ? { from: years, to: years, approximate: true } : years;
}

function personFields(draft: ArrivalDraft): Readonly<Record<string, unknown>> {
  return {
    name: draft.nameUnknown ? "" : draft.name,
    marks: draft.marks,
    age: typedAge(draft),
    sex: draft.sex === "unsaid" ? null : draft.sex,
    country: draft.country,
    alternateNames: draft.alternateNames,
    state: draft.state,
    town: draft.town,
    language: draft.language,
    relatives: draft.relatives,
  };
}

/** What is asked about while an arrival is typed; null while it is too little. */
export const askedOfArrival = (draft: ArrivalDraft): object | null => askedOf(personFields(draft));

/** A fact in words. */
export interface TypedFact {
  readonly path: string;
  readonly text: string;
}

/** What was typed of a person and is not so in this record: it is not written there unasked. */
export function typedBeyond(draft: ArrivalDraft, recorded: object): readonly TypedFact[] {
  const typed = personFields(draft);
  const read: object = { ...typed, ...legiblePerson(typed).fields };
  return Object.keys(typed)
    .map((path) => ({ path, text: wordValue(path, valueAt(read, path)).trim() }))
    .filter(({ path, text }) => text !== "" && text !== wordValue(path, valueAt(recorded, path)));
}

/** Whence and with whom: true of a new guest, and of one who comes back. */
const comingFields = ({ from, company }: ArrivalDraft): object => ({ from, travellingWith: company });

/** A person who comes for the first time, as typed. */
export const newcomer = (draft: ArrivalDraft): Companion => ({
  title: draft.nameUnknown ? draft.marks : draft.name,
  guarded: goesProtected(draft),
  fields: {
    ...{ ...personFields(draft), bed: draft.bed },
    ...{ ...comingFields(draft), ...guardFields(draft) },
  },
});

/** A guest who was here before: their record stays as it is. */
export const returner = (draft: ArrivalDraft, guest: RecordId, title: string): Companion => ({
  title,
  guarded: goesProtected(draft),
  // what is typed of the age decides, too, whether they are protected
  fields: {
    ...{ guest, ...comingFields(draft), ...guardFields(draft) },
    ...(goesProtected(draft) ? { age: typedAge(draft), bed: draft.bed } : {}),
  },
});

/** What is saved: one coming, or those of all who came together. */
export function arrivalOf(people: readonly Companion[], at: string): object {
  const [first] = people;
  return people.length === 1 ? { ...first?.fields, at } : { at, people: people.map(({ fields }) => fields) };
}

/** Now, to the second, in UTC. */
export const instantNow = (): string => `${new Date().toISOString().slice(0, 19)}Z`;

/**
 * The form of a report: its draft as texts, the steps it is asked in, and from there to the fields
 * that the model reads. Which answers leave the house is not decided here: the card is extracted
 * by the model, and the last step shows exactly that.
 */
import type { SeekerFields, Understood } from "#engine";
import { extractCard, hasContact, parseFields, type Problem, type Sex } from "#model";

/** Answers, by the dotted path of their field. */
export interface ReportDraft {
  name: string;
  alternateNames: string;
  age: string;
  birthDate: string;
  sex: Sex | "unsaid" | null;
  country: string;
  town: string;
  marks: string;
  relatives: string;
  "lastContact.at": string;
  "lastContact.place": string;
  circumstances: string;
  "seeker.name": string;
  "seeker.relation": string;
  "seeker.phone": string;
  "seeker.email": string;
  "seeker.notes": string;
  "proof.question": string;
  "proof.answer": string;
  /** All steps were seen: from now on each step leads back to the last. */
  checking: boolean;
}
export type ReportPath = Exclude<keyof ReportDraft, "checking">;

export const emptyReport = (): ReportDraft => ({
  name: "",
  alternateNames: "",
  age: "",
  birthDate: "",
  sex: null,
  country: "",
  town: "",
  marks: "",
  relatives: "",
  "lastContact.at": "",
  "lastContact.place": "",
  circumstances: "",
  "seeker.name": "",
  "seeker.relation": "",
  "seeker.phone": "",
  "seeker.email": "",
  "seeker.notes": "",
  "proof.question": "",
  "proof.answer": "",
  checking: false,
});

/** The photo of a report that is being typed: a draft of its own, so that a letter typed does not write it anew. */
export interface PhotoDraft {
  /** Base64; empty for none. */
  jpeg: string;
}
export const emptyPhoto = (): PhotoDraft => ({ jpeg: "" });

/** What was searched for, as the beginning of a report. An age of another year is left to be asked. */
export function soughtDraft(understood: Understood): Partial<ReportDraft> {
  const { name, alternateNames, age, birthDate, sex, country, state, town, marks, relatives } = understood;
  const { at, place } = understood.lastContact ?? {};
  const told: Readonly<Partial<Record<ReportPath, string | undefined>>> = {
    name,
    alternateNames: alternateNames?.join("\n"),
    age: ageText(age),
    birthDate,
    sex,
    country,
    town: town ?? state,
    marks,
    relatives: relatives?.join("\n"),
    "lastContact.at": at,
    "lastContact.place": place,
  };
  return Object.fromEntries(Object.entries(told).filter(([, text]) => text !== undefined));
}

function ageText(age: Understood["age"]): string | undefined {
  if (age === undefined || typeof age === "number") return age?.toString();
  return age.asOf === undefined ? `${String(age.from)}-${String(age.to)}` : undefined;
}

/** The paths asked in each step, in order; the step after them checks the answers. */
export const REPORT_STEPS: readonly (readonly ReportPath[])[] = [
  ["name", "alternateNames", "age", "birthDate", "sex", "country", "town", "marks", "relatives"],
  ["lastContact.at", "lastContact.place", "circumstances"],
  [
    ...(["seeker.name", "seeker.relation", "seeker.phone", "seeker.email", "seeker.notes"] as const),
    ...(["proof.question", "proof.answer"] as const),
  ],
];
export const CHECK_STEP = REPORT_STEPS.length + 1;

/** The step (from 1) that asks for a path. */
export const stepOf = (path: string): number =>
  REPORT_STEPS.findIndex((paths) => paths.some((own) => own === path)) + 1;

export const fieldId = (path: string): string => `field-${path.replaceAll(".", "-")}`;

/** The draft as fields, nested; empty texts are taken as absent by the model. */
export function reportFields(draft: ReportDraft): object {
  const nested: Record<string, unknown> = {};
  for (const path of REPORT_STEPS.flat()) {
    const value = draft[path] === "unsaid" ? null : draft[path];
    const [first = path, second] = path.split(".");
    if (second === undefined) nested[first] = value;
    else nested[first] = { ...(nested[first] as object | undefined), [second]: value };
  }
  return nested;
}

/** Who seeks, as far as it was said; null where nothing was. */
export function seekerOf(draft: ReportDraft): SeekerFields | null {
  const said = ["name", "relation", "phone", "email", "notes"] as const;
  const fields = said
    .map((field) => [field, draft[`seeker.${field}`].trim()] as const)
    .filter(([, text]) => text !== "");
  return fields.length === 0 ? null : Object.fromEntries(fields);
}

/** What the model objects to in one step; a missing name belongs to the first. */
export function problemsOfStep(draft: ReportDraft, step: number): readonly Problem[] {
  const parsed = parseFields("report", reportFields(draft));
  if (parsed.kind === "ok") return [];
  const pathOf = (field: string): string => field.replace(/\.\d+$/u, "");
  return parsed.problems
    .map((problem) => ({ ...problem, field: pathOf(problem.field) }))
    .filter((problem) => stepOf(problem.field) === step);
}

/** What the shelters would receive; null while the answers do not make a report. */
export function cardOf(draft: ReportDraft): object | null {
  const parsed = parseFields("report", reportFields(draft));
  return parsed.kind === "ok" ? extractCard(parsed.fields) : null;
}

/** Free texts that go into the card, where a telephone would be taken out. */
const FREE_TEXTS: readonly ReportPath[] = [
  "marks",
  "relatives",
  "town",
  "lastContact.place",
  "proof.question",
];

/** True where a free text of the card looks as if it held a way to reach the family. */
export const holdsContact = (draft: ReportDraft, path: ReportPath): boolean =>
  FREE_TEXTS.includes(path) && hasContact(draft[path] ?? "");

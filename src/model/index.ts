/**
 * The door of the pure domain: what records exist, what their fields mean, who may write them, and
 * what may cross from one audience to another (design section 4, docs/records.md). No Automerge,
 * no keys, no clock, no screen.
 */
export { type Age, ageAsOf, type AgeRange, ageText, parseAge } from "./age.ts";
export { type Arrival, SITUATIONS } from "./arrival.ts";
export { type Card, CARD_STATUSES } from "./card.ts";
export { hasContact, withoutContact } from "./contact.ts";
export { type Country, parseCountry } from "./country.ts";
export { type Moment, parseDate, parseInstant, parseIsoDate, type PartialDate } from "./dates.ts";
export { extractCard } from "./extract-card.ts";
export type { Guest } from "./guest.ts";
export {
  accessOf,
  isKind,
  KIND_NAMES,
  kindFacts,
  type KindFacts,
  type KindName,
  kinds,
  type PlainFields,
} from "./kinds.ts";
export { mergePatch } from "./merge-patch.ts";
export type { Message } from "./message.ts";
export { applyPatch, fieldNames, type FieldsOf, type Parsed, parseFields } from "./parse.ts";
export { displayName, type PersonFields } from "./person-fields.ts";
export type { PersonOfTheHouse } from "./person.ts";
export { type ChipReach, type ChipState, type ChipStep, placeChip, type Saved } from "./place-chip.ts";
export { type Problem, PROBLEM_CODES, type ProblemCode } from "./read.ts";
export { NOTE_STATUSES, type Report, REPORT_STATUSES, type ReportNote } from "./report.ts";
export { type Access, type RecordSpace, type Role, ROLES, type Writers } from "./roles.ts";
export { type Sex, SEXES } from "./sex.ts";
export { cleanLine, cleanText, fold, foldedWords } from "./text.ts";

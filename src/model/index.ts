/**
 * The door of the pure domain: what records exist, what their fields mean, who may write them, and
 * what may cross from one audience to another (design section 4, docs/records.md). No Automerge,
 * no keys, no clock, no screen.
 */
export * from "./audit/index.ts";
export { type Adulthood, adulthoodOf } from "./adulthood.ts";
export type { Answer } from "./answer.ts";
export { type Age, ageAsOf, type AgeRange, ageText, FIELDS_TOLD_WHOLE, parseAge } from "./age.ts";
export type { Arrival } from "./arrival.ts";
export {
  type Call,
  CALL_RELATIONS,
  CALL_RESULTS,
  type CallRelation,
  type CallResult,
  lastReachedFamily,
} from "./call.ts";
export {
  CAPSULE_PARTS,
  type CapsulePart,
  capsuleState,
  type CapsuleState,
  type CapsuleWords,
  extractCapsule,
  REVOKED_CAPSULE,
} from "./capsule.ts";
export {
  CONSENT_BASES,
  CONSENT_PURPOSES,
  type ConsentBasis,
  type ConsentPurpose,
  CONSENT_WORDS,
  consentState,
  type ConsentWord,
  isWaitingYes,
  standing,
  type Statement,
  statementOf,
} from "./consent.ts";
export { hasContact, withoutContact } from "./contact.ts";
export { parseCountry } from "./country.ts";
export type { BreakdownName } from "./figures/breakdowns.ts";
export type { FigureRecord, FigureRecords } from "./figures/figure.ts";
export { type FiguresPeriod, monthsOf } from "./figures/months.ts";
export { countableFrom, type MonthToCount, monthsToCount } from "./figures/count-months.ts";
export { countedIn, monthCountIn } from "./figures/month-count.ts";
export { type FigureColumn, type FigureName, figuresOf, type FiguresTable } from "./figures/table.ts";
export { monthNamed, parseDate, parseInstant, parseIsoDate } from "./dates.ts";
export { DEPARTURE_HOWS, type DepartureHow, needsNextStep } from "./departure.ts";
export { extractAnswer } from "./extract-answer.ts";
export { type ReportOutcome, REPORT_OUTCOMES } from "./report.ts";
export { extractCard } from "./extract-card.ts";
export { extractFoundCard, foundState, type FoundState, WITHDRAWN_FOUND_CARD } from "./found-card.ts";
export { accessOf, isKind, KIND_NAMES, kindFacts, type KindName, type PlainFields } from "./kinds.ts";
export {
  MATCH_STATES,
  type MatchState,
  mayLeave,
  narrowestOf,
  type PersonStanding,
  type Release,
  releaseOf,
  isSweep,
  ANSWERS_A_DAY,
  type ReleaseRefused,
  SAID,
  type Said,
  tells,
  type Voice,
} from "./match-steps.ts";
export { draftTo, isPrepared, type ReferralDraft } from "./referral-draft.ts";
export { ENDS } from "./kind-ends.ts";
export { keptOnUntil, REVIEWED, type ReviewedKind, reviewAt } from "./retention.ts";
export { bareJpeg } from "./jpeg.ts";
export { MOST_PHOTO_BYTES, PHOTO_PIXELS, photoBytes, photoText } from "./photo.ts";
export { extractPoster, namesSeeker, type Poster } from "./poster.ts";
export { hasPaperNumber } from "./paper-number.ts";
export { mergePatch } from "./merge-patch.ts";
export { applyPatch, fieldNames, type FieldsOf, parseFields } from "./parse.ts";
export {
  NEWS_AGREED,
  NEWS_KINDS,
  NEWS_SOURCES,
  type NewsAgreed,
  type NewsKind,
  type NewsSource,
  tellsOfDeath,
} from "./news.ts";
export {
  type HeardNews,
  isInPerson,
  newsState,
  type NewsState,
  type NewsVoice,
  type NewsWord,
  type NotedNews,
  type PersonsWord,
  reasonsToCall,
  standingNews,
} from "./news-steps.ts";
export { displayName, legiblePerson, type LegiblePerson, type PersonFields } from "./person-fields.ts";
export { type ChipStep, placeChip } from "./place-chip.ts";
export { type Problem, PROBLEM_CODES, type ProblemCode } from "./read.ts";
export {
  MOST_PEOPLE,
  type Need,
  NEEDS,
  REFERRAL_STEPS,
  type ReferralStep,
  type Urgency,
  URGENCIES,
} from "./referral.ts";
export { dueOf, type Late } from "./referral-clock.ts";
export {
  type Answering,
  answersDiffer,
  extractDuty,
  isOver,
  mayKnowPeople,
  possibleSteps,
  type ReferralSide,
  type ReferralState,
  referralState,
  standingOf,
  stepsInOrder,
  type SaidStep,
  seenNow,
  stepReferral,
  type ToldPeople,
} from "./referral-state.ts";
export {
  FOLLOW_WORDS,
  type FollowFacts,
  followedBy,
  type FollowWord,
  possibleFollow,
  type SaidFollow,
  standingFollow,
} from "./case-follow.ts";
export { HEARD, type Heard, isOwnStep, slipToldOf } from "./service-referral.ts";
export { drawSlipCode, readSlipCode, SLIP_CODE_BYTES, slipCodeText } from "./slip-code.ts";
export { givesAway, type PeopleSummary, summaryOf, toldOf } from "./referral-told.ts";
export type { Report } from "./report.ts";
export { endDayFrom, hasEnded, isSought, latestOf, overAt, reportEnd, type ReportEnd } from "./report-end.ts";
export { readPasted } from "./pasted-message.ts";
export { ROLES } from "./roles.ts";
export {
  nextMark,
  readNight,
  type Roll,
  type RollMark,
  rollOf,
  type RollStanding,
  standingIn,
} from "./roll-call.ts";
export { type Care, CARES, HANDED_OUT } from "./care.ts";
export { isNamedIn } from "./never-tell.ts";
export { mergeGuests } from "./merge-guests.ts";
export {
  type Link,
  linksToMerge,
  linksToPart,
  type OnePerson,
  onePersons,
  type SaidLink,
} from "./same-person.ts";
export type { Sex } from "./sex.ts";
export {
  type Coming,
  endedStay,
  hasDied,
  isPastLeaving,
  type Leaving,
  momentAfter,
  openStay,
  type Stay,
  staysOf,
  wasHere,
} from "./stay.ts";
export { cleanLine, cleanText, fold, foldedWords } from "./text.ts";
export {
  BED_GROUPS,
  type BedGroup,
  BOARD_ALERTS,
  BOARD_NEEDS,
  type BoardAlert,
  boardAfter,
  type BoardNeed,
  type BoardWish,
  MOST_BEDS,
  readBoardWish,
} from "./board.ts";
export { boardStanding, type BoardStanding, saidAge, type SaidAge, settledBoard } from "./board-standing.ts";
export {
  type Agreement,
  agreementIn,
  countriesOf,
  NO_AGREEMENT,
  NO_RULES,
  SHARED,
  type Shared,
  type SharingClosed,
  sharedIn,
  type SharingRules,
  sharingRulesIn,
  writtenAllows,
  whyNotShared,
} from "./sharing.ts";
export { dayAfter, daysBetween, readDay } from "./route-fields.ts";
export { NOTICE_DAYS, NOTICE_KINDS, type NoticeKind, noticeState, type NoticeState } from "./route-notice.ts";
export {
  ACCEPTED,
  type Accepted,
  isServiceTold,
  SERVICE_TYPES,
  type ServiceStatus,
  type ServiceTold,
  type ServiceType,
} from "./service.ts";
export {
  correctionsOf,
  type ServiceFreshness,
  serviceFreshness,
  type ServiceStanding,
  serviceStanding,
  type ServiceVoice,
} from "./service-standing.ts";
export { PROTECTED_WHYS, type ProtectedWhy, whyProtected } from "./protected.ts";
export {
  isDone,
  noticeDue,
  PROTECTED_STEPS,
  type ProtectedStep,
  type StepStatement,
} from "./protected-steps.ts";
export { areTwoPeople } from "./two-words.ts";
export {
  openingState,
  type OpeningRefused,
  type OpeningState,
  type OpeningStatement,
  whyNotSaid,
} from "./trace-opening.ts";
export {
  type ReleaseEvent,
  releaseState,
  type ReleaseState,
  type ReleaseStatement,
  type ReleaseTerms,
  type ReleaseVoice,
  stepRelease,
} from "./protected-release.ts";
export { MOST_TRACE_YEARS, TRACE_YEARS, traceEnds, traceYearsIn } from "./trace-rules.ts";
export { shrinksAt, type Trace, TRACE_AFTER_DAYS, traceOf } from "./trace.ts";
export {
  VITAL_HOURS,
  type VitalState,
  vitalState,
  type VitalStatement,
  type VitalVoice,
  type VitalWord,
} from "./vital-interest.ts";
export { VISIT_DOCUMENTS, type VisitDocument } from "./visit.ts";

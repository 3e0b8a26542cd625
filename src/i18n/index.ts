/**
 * The door of the texts: typed tables in each language, numbers and times by `Intl`, and the
 * wording of codes. Used by the page and the command line alike: no screen and no framework here.
 */
export { cli as cliEn } from "./en/cli.ts";
export { cli as cliEs, type CliTexts } from "./es/cli.ts";
export type { Texts } from "./es/index.ts";
export { counter, createFormats, fill, type Formats, inGroups } from "./formats.ts";
export { type Language, LANGUAGE_NAMES, LANGUAGES, pickLanguage } from "./language.ts";
export { textsOf } from "./texts.ts";
export { wordAlarm } from "./word-alarm.ts";
export { wordAnswer, wordAnswerPlace, wordForFamily } from "./word-answer.ts";
export { type Side, strengthOf, wordReason, wordSides } from "./word-reason.ts";
export { wordBadge, wordFault, wordField, wordImportCode, wordProblem, wordRefusal } from "./wording.ts";

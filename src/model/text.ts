/**
 * Text as people type it, made comparable and safe to show: one Unicode form, no control or
 * direction-changing characters, white space collapsed. Nothing that a person's name may hold
 * (apostrophes, hyphens, any script) is removed. Knows nothing of fields.
 */

/** Zero-width and direction-changing characters: invisible, and able to make one name look like another. */
const INVISIBLE = /[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;
const LONE_SURROGATE = /\p{Cs}/gu;
const LINE_BREAK = /\r\n?|[\u0085\u2028\u2029]/gu;
const CONTROL_BUT_LINE_BREAK = /[^\P{Cc}\n]/gu;
const ACCENT = /\p{M}/gu;
const APOSTROPHE = /['\u2018\u2019\u02BC\u02BB\uA78C`\u00B4]/gu;

const cleaned = (text: string): string =>
  text
    .replace(LONE_SURROGATE, "")
    .replace(INVISIBLE, "")
    .replace(LINE_BREAK, "\n")
    .replace(CONTROL_BUT_LINE_BREAK, " ")
    .normalize("NFC");

/** One line: white space of any kind becomes single spaces, none at the ends. Idempotent. */
export const cleanLine = (text: string): string => cleaned(text).replace(/\s+/gu, " ").trim();

/** Several lines: each cleaned as a line, at most one empty line in a row. Idempotent. */
export const cleanText = (text: string): string =>
  cleaned(text)
    .split("\n")
    .map((line) => line.replace(/\s+/gu, " ").trim())
    .join("\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();

/** For comparing only: lower case, without accents and apostrophes. */
export const fold = (text: string): string =>
  text.normalize("NFD").replace(ACCENT, "").replace(APOSTROPHE, "").toLowerCase();

/** The words of a text, folded; what is neither letter nor digit separates. */
export const foldedWords = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

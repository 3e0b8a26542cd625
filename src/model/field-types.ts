/**
 * The building blocks that the schemas of all kinds are made of, each forgiving in what it takes
 * (spaces, numbers as text, a list as one line) and exact in what it gives. Reading what a block
 * gave gives the same again. Messages of issues are problem codes (read.ts).
 */
import * as v from "valibot";
import { bad, ok, type ProblemCode, type Read } from "./read.ts";
import { cleanLine, cleanText, foldedWords } from "./text.ts";

/** Lengths in UTF-16 units, after cleaning. */
const MAX_LINE = 300;
const MAX_TEXT = 10_000;
const MAX_ITEMS = 50;
export const MAX_NOTES = 500;

/** A schema that takes anything and reads it with a function. */
export const value = <T>(read: (input: unknown) => Read<T>): v.GenericSchema<unknown, T> =>
  v.pipe(
    v.unknown(),
    v.rawTransform<unknown, T>(({ dataset, addIssue, NEVER }) => {
      const outcome = read(dataset.value);
      if (outcome.kind === "ok") return outcome.value;
      addIssue({ message: outcome.code });
      return NEVER;
    }),
  );

const textOf = (input: unknown): string | null =>
  typeof input === "string"
    ? input
    : typeof input === "number" && Number.isFinite(input)
      ? String(input)
      : null;

const cleanedTo =
  (clean: (text: string) => string, longest: number) =>
  (input: unknown): Read<string> => {
    const text = textOf(input);
    if (text === null) return bad("wrong-type");
    const cleaned = clean(text);
    if (cleaned === "") return bad("required");
    return cleaned.length > longest ? bad("too-long") : ok(cleaned);
  };

export const readLine = cleanedTo(cleanLine, MAX_LINE);
const readText = cleanedTo(cleanText, MAX_TEXT);

/** One line of text. */
export const line: v.GenericSchema<unknown, string> = value(readLine);
/** Text of several lines. */
export const text: v.GenericSchema<unknown, string> = value(readText);

/** A list of lines; text is split at `;`, `|` and line breaks. Doubles and empty items are left out. */
export const lines = (
  readItem: (input: unknown) => Read<string> = readLine,
): v.GenericSchema<unknown, string[]> =>
  value((input) => {
    const items: readonly unknown[] | null =
      typeof input === "string" ? input.split(/[;|\n]/u) : Array.isArray(input) ? input : null;
    if (items === null) return bad("wrong-type");
    const found = new Set<string>();
    for (const item of items) {
      const read = readItem(item);
      if (read.kind === "ok") found.add(read.value);
      else if (read.code !== "required") return read;
    }
    return found.size > MAX_ITEMS ? bad("too-many") : ok([...found]);
  });

/** One of a fixed list; case, spaces and hyphens do not matter. */
export const choice = <T extends string>(options: readonly T[]): v.GenericSchema<unknown, T> =>
  value((input) => {
    if (typeof input !== "string") return bad("wrong-type");
    const given = foldedWords(input).join("-");
    const found = options.find((option) => option === given);
    return found === undefined ? bad("unknown-choice") : ok(found);
  });

const YES = ["true", "yes", "si", "1", "oui", "sim", "wi", "verdadero"];
const NO = ["false", "no", "0", "non", "nao", "falso"];

/** Yes or no, as a boolean or in words. */
export const yesNo: v.GenericSchema<unknown, boolean> = value((input) => {
  if (typeof input === "boolean") return ok(input);
  if (typeof input !== "string" && typeof input !== "number") return bad("wrong-type");
  const word = foldedWords(String(input)).join(" ");
  if (YES.includes(word)) return ok(true);
  return NO.includes(word) ? ok(false) : bad("unknown-choice");
});

/** The id of a record, device or site: 16 bytes as lower-case base32. */
export const id: v.GenericSchema<unknown, string> = value((input) => {
  const given = typeof input === "string" ? input.trim() : "";
  return /^[a-z2-7]{25}[aeimquy4]$/u.test(given) ? ok(given) : bad("bad-id");
});

/** A reference to a thing that is stored elsewhere (a photo): never the thing itself. */
export const reference: v.GenericSchema<unknown, string> = value((input) =>
  typeof input === "string" && /^[\w.-]{1,128}$/u.test(input) ? ok(input) : bad("bad-id"),
);

/** What an object schema says of a key that is missing, one that it does not know, and of no object at all. */
export const objectProblem = (issue: v.StrictObjectIssue): ProblemCode => {
  if (issue.expected === "never") return "unknown-field";
  return issue.expected === "Object" ? "not-an-object" : "required";
};

/**
 * From a code and its data to a sentence: faults of the engine, problems of fields, reasons and
 * refusals of the matching. What is worded here holds nothing but what the code carries.
 */
import type { Fault } from "#engine";
import type { Reason, SearchRefusal } from "#match";
import type { Problem } from "#model";
import type { Texts } from "./es/index.ts";
import { fill } from "./formats.ts";

const flat = (data: object): Readonly<Record<string, string | number>> =>
  Object.fromEntries(
    Object.entries(data).filter(
      (entry): entry is [string, string | number] => typeof entry[1] === "string" || typeof entry[1] === "number",
    ),
  );

/** Why a command was not done, and what to do about it. */
export const wordFault = (texts: Texts, fault: Fault): string => fill(texts.faults[fault.code], flat(fault));

/** The name of a field, by its dotted path; the path itself where no label is known. */
export const wordField = (texts: Texts, path: string): string => {
  const withoutIndex = path.replace(/\.\d+$/u, "");
  return texts.fields.labels[withoutIndex] ?? texts.fields.labels[withoutIndex.split(".")[0] ?? ""] ?? path;
};

/** What is wrong with one field. */
export const wordProblem = (texts: Texts, problem: Problem): string =>
  fill(texts.problems[problem.code], { label: wordField(texts, problem.field) });

/** One reason of a likeness. */
export const wordReason = (texts: Texts, reason: Reason): string => fill(texts.reasons[reason.code] ?? "", flat(reason));

/** Why a search was not made. */
export const wordRefusal = (texts: Texts, refusal: SearchRefusal): string =>
  fill(texts.refusals[refusal.code] ?? "", flat(refusal));

/**
 * From a code and its data to a sentence: faults of the engine, problems of fields, refusals
 * of the matching. What is worded here holds nothing but what the code carries.
 */
import type { Fault, VaultLabel } from "#engine";
import type { ImportError } from "#formats";
import type { SearchRefusal } from "#match";
import type { FollowWord, Problem, ReferralStep } from "#model";
import type { Texts } from "./es/index.ts";
import { fill } from "./formats.ts";

const flat = (data: object): Readonly<Record<string, string | number>> =>
  Object.fromEntries(
    Object.entries(data).filter(
      (entry): entry is [string, string | number] =>
        typeof entry[1] === "string" || typeof entry[1] === "number",
    ),
  );

/** The name of a field, by its dotted path; the path itself where no label is known. */
export const wordField = (texts: Texts, path: string): string => {
  const person = /^people\.(\d+)(?:\.(.+))?$/u.exec(path);
  if (person !== null) {
    const [, at = "0", rest] = person;
    const who = texts.fields.personNumber(Number(at) + 1);
    return rest === undefined ? who : `${who}: ${wordField(texts, rest)}`;
  }
  const withoutIndex = path.replace(/\.\d+$/u, "");
  return texts.fields.labels[withoutIndex] ?? texts.fields.labels[withoutIndex.split(".")[0] ?? ""] ?? path;
};

/** What is wrong with one field. */
export const wordProblem = (texts: Texts, problem: Problem): string =>
  fill(texts.problems[problem.code], { label: wordField(texts, problem.field) });

/** What is wrong with a file or one record of it, without saying where. */
export function wordImportCode(texts: Texts, error: Pick<ImportError, "code" | "field">): string {
  const { code, field } = error;
  if (code in texts.imports) return texts.imports[code as keyof Texts["imports"]];
  return fill(texts.problems[code as keyof Texts["problems"]], {
    label: field === null ? "" : wordField(texts, field),
  });
}

/** Steps of a referral, one after the other. */
const wordSteps = ({ referrals }: Texts, steps: readonly ReferralStep[]): string =>
  steps.length === 0 ? referrals.nothing : steps.map((step) => `«${referrals.steps[step]}»`).join(", ");

/** What may be said of who follows a case. */
const wordFollow = ({ referrals, follow }: Texts, words: readonly FollowWord[]): string =>
  words.length === 0 ? referrals.nothing : words.map((word) => `«${follow.says[word]}»`).join(", ");

/** Why a command was not done, and what to do about it. */
export function wordFault(texts: Texts, fault: Fault): string {
  const template = texts.faults[fault.code];
  if ("possible" in fault) return fill(template, { possible: wordSteps(texts, fault.possible) });
  if (fault.code === "sharing-closed") return fill(template, { reason: texts.sharing.whys[fault.why] });
  if ("allowed" in fault) return fill(template, { allowed: wordFollow(texts, fault.allowed) });
  if (!("detail" in fault)) return fill(template, flat(fault));
  const detail = wordImportCode(texts, { code: fault.detail, field: null });
  return fill(template, { detail: detail.charAt(0).toLowerCase() + detail.slice(1) });
}

/** Why a search was not made. */
export const wordRefusal = (texts: Texts, refusal: SearchRefusal): string => texts.refusals[refusal.code];

/** The badge of a vault: "estrella", or "estrella 2" where there are more vaults than badges. */
export const wordBadge = (
  texts: Texts,
  { badge, badgeNumber }: Pick<VaultLabel, "badge" | "badgeNumber">,
): string => `${texts.locks.badges[badge]}${badgeNumber > 1 ? ` ${String(badgeNumber)}` : ""}`;

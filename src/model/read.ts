/**
 * The outcome of reading one value that a person or a file supplied, and the codes that say why
 * one was not taken. Codes are worded by i18n and never carry what was typed: a problem may be
 * logged or shown on a screen that others see.
 */

/** Every code a problem can have. */
export const PROBLEM_CODES = [
  "not-an-object",
  "too-deep",
  "unknown-field",
  "required",
  "wrong-type",
  "too-long",
  "too-many",
  "needs-name",
  "contact-in-name",
  "unknown-sex",
  "ambiguous-sex",
  "bad-age",
  "bad-date",
  "bad-time",
  "unknown-country",
  "unknown-choice",
  "bad-id",
  "only-whom",
  "contact-in-text",
  "bad-day",
  "too-far",
  "day-ahead",
  "day-past",
  "said-elsewhere",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** One reason why fields were not taken. `field` is a path such as `seeker.name`; empty for the whole. */
export interface Problem {
  readonly field: string;
  readonly code: ProblemCode;
}

/** A value as read, or why it could not be. */
export type Read<T> =
  { readonly kind: "ok"; readonly value: T } | { readonly kind: "bad"; readonly code: ProblemCode };

export const ok = <T>(value: T): Read<T> => ({ kind: "ok", value });
export const bad = (code: ProblemCode): Read<never> => ({ kind: "bad", code });

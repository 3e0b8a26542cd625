/**
 * From anything (a form, a command's JSON, a row of a file) to the fields of a kind: forgiving in
 * form, strict in meaning, total. Empty values are the same as absent ones. A field that the kind
 * does not have is a problem, never dropped: it may be a slip, and what was typed must not be lost.
 */
import * as v from "valibot";
import { kinds, type KindName, type PlainFields } from "./kinds.ts";
import { isJsonObject, mergePatch } from "./merge-patch.ts";
import { type Problem, PROBLEM_CODES, type ProblemCode } from "./read.ts";

/** The fields of a kind, exact. */
export type FieldsOf<K extends KindName> = v.InferOutput<(typeof kinds)[K]["schema"]>;

/** Fields, or all that is wrong with them. */
export type Parsed<F> =
  | { readonly kind: "ok"; readonly fields: F }
  | { readonly kind: "bad"; readonly problems: readonly Problem[] };

const MAX_DEPTH = 8;
const MOST_PROBLEMS = 50;

function depthOf(value: unknown, limit: number): number {
  if (typeof value !== "object" || value === null || limit === 0) return 0;
  let deepest = 0;
  for (const inner of Object.values(value)) deepest = Math.max(deepest, depthOf(inner, limit - 1));
  return deepest + 1;
}

const tooDeep = (value: unknown): boolean => depthOf(value, MAX_DEPTH + 1) > MAX_DEPTH;

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === "string" && value.trim() === "") ||
  (typeof value === "object" && Object.keys(value).length === 0);

/** The value without empty parts; the value itself is kept even if empty. */
function pruned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pruned).filter((item) => !isEmpty(item));
  if (!isJsonObject(value)) return value;
  const parts = Object.entries(value).map(([key, inner]) => [key, pruned(inner)] as const);
  return Object.fromEntries(parts.filter(([, inner]) => !isEmpty(inner)));
}

const isCode = (message: string): message is ProblemCode =>
  (PROBLEM_CODES as readonly string[]).includes(message);

const problemOf = (issue: v.BaseIssue<unknown>): Problem => {
  const code = isCode(issue.message) ? issue.message : "wrong-type";
  const path = (issue.path ?? []).map((item) => String(item.key)).join(".");
  return { field: code === "needs-name" ? "name" : path, code };
};

const refused = (code: ProblemCode): { kind: "bad"; problems: readonly Problem[] } => ({
  kind: "bad",
  problems: [{ field: "", code }],
});

/** Reads the fields of a kind from any value. Never throws. */
export function parseFields<K extends KindName>(kind: K, input: unknown): Parsed<FieldsOf<K>> {
  if (!isJsonObject(input)) return refused("not-an-object");
  if (tooDeep(input)) return refused("too-deep");
  const result = v.safeParse<v.GenericSchema<unknown, unknown>>(kinds[kind].schema, pruned(input));
  return result.success
    ? { kind: "ok", fields: result.output as FieldsOf<K> }
    : { kind: "bad", problems: result.issues.slice(0, MOST_PROBLEMS).map(problemOf) };
}

/**
 * The fields of a record after a merge patch. Fields that only a newer version of the app knows
 * are carried along untouched, and may not be patched.
 */
export function applyPatch<K extends KindName>(
  kind: K,
  current: PlainFields,
  patch: unknown,
): Parsed<FieldsOf<K> & PlainFields> {
  if (!isJsonObject(patch)) return refused("not-an-object");
  if (tooDeep(patch)) return refused("too-deep");
  const known = new Set(fieldNames(kind));
  const entries = Object.entries(current);
  const newer = entries.filter(([field]) => !known.has(field));
  const parsed = parseFields(
    kind,
    mergePatch(Object.fromEntries(entries.filter(([field]) => known.has(field))), patch),
  );
  return parsed.kind === "bad"
    ? parsed
    : { kind: "ok", fields: { ...Object.fromEntries(newer), ...parsed.fields } };
}

/** The names of a kind's fields, in the order of the documentation. */
export function fieldNames(kind: KindName): readonly string[] {
  const { schema } = kinds[kind];
  return Object.keys(schema.entries);
}

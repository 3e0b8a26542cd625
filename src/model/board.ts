/**
 * A shelter's board: what it has to tell the other shelters of today. One record per shelter, in `network`, which its own
 * devices alone write. Each value carries the time at which somebody said it, and is shown as old, and then no more,
 * by that: `board-standing.ts`.
 *
 * It says nothing of who is there. Free beds are said by a person and worked out of no list: in a small house a number
 * that follows the register tells when somebody came. For the same reason no group of beds is of minors alone or of
 * people who are protected: whether a house takes them is a thing that the directory says, and does not change when one
 * of them arrives.
 */
import * as v from "valibot";
import { type Country, readCountry } from "./country.ts";
import { objectProblem, value, yesNo } from "./field-types.ts";
import { isJsonObject } from "./merge-patch.ts";
import { bad, ok, type Problem, PROBLEM_CODES, type ProblemCode, type Read } from "./read.ts";
import { lineWithoutContact, readInstant, shortLine } from "./route-fields.ts";

/** `any`: for whoever comes. */
export const BED_GROUPS = ["any", "men", "women", "families"] as const;
export type BedGroup = (typeof BED_GROUPS)[number];

export const BOARD_NEEDS = [
  "medicines",
  "hygiene",
  "food",
  "water",
  "clothes",
  "bedding",
  "building",
  "transport",
  "volunteers",
  "other",
] as const;
export type BoardNeed = (typeof BOARD_NEEDS)[number];

/** `operation`: authorities stop people nearby. */
export const BOARD_ALERTS = [
  "full",
  "not-receiving",
  "operation",
  "danger",
  "illness",
  "no-water",
  "no-power",
  "other",
] as const;
export type BoardAlert = (typeof BOARD_ALERTS)[number];

export const BOARD_PARTS = { beds: BED_GROUPS, needs: BOARD_NEEDS, alerts: BOARD_ALERTS } as const;
export type BoardPart = keyof typeof BOARD_PARTS;

export const MOST_BEDS = 2000;

const free = v.pipe(
  v.number("wrong-type"),
  v.integer("wrong-type"),
  v.minValue(0, "wrong-type"),
  v.maxValue(MOST_BEDS, "too-many"),
);
/** Public to all shelters: nothing of anybody who is there. */
const note = v.exactOptional(lineWithoutContact);
const at = value(readInstant);

const bedsSaid = v.strictObject({ free, at }, objectProblem);
const needSaid = v.strictObject({ at, note, urgent: v.exactOptional(yesNo) }, objectProblem);
const alertSaid = v.strictObject({ at, note }, objectProblem);

export type BedsSaid = v.InferOutput<typeof bedsSaid>;
export type NeedSaid = v.InferOutput<typeof needSaid>;
export type AlertSaid = v.InferOutput<typeof alertSaid>;

/** What is not understood is left out: another version's word for one thing must not take the others along. */
const saidOf = <K extends string, S>(
  keys: readonly K[],
  schema: v.GenericSchema<unknown, S>,
): v.GenericSchema<unknown, Partial<Record<K, S>>> =>
  value((input): Read<Partial<Record<K, S>>> => {
    if (!isJsonObject(input)) return bad("wrong-type");
    const said = keys.flatMap((key) => {
      const read = Object.hasOwn(input, key) ? v.safeParse(schema, input[key]) : null;
      return read?.success === true ? [[key, read.output] as const] : [];
    });
    return ok(Object.fromEntries(said) as Partial<Record<K, S>>);
  });

export const boardSchema = v.strictObject(
  {
    /** Town or municipality; no street, which other houses know or need not know. */
    place: v.exactOptional(shortLine),
    /** Where what it is told goes to. */
    country: v.exactOptional(value(readCountry)),
    beds: v.exactOptional(saidOf(BED_GROUPS, bedsSaid)),
    needs: v.exactOptional(saidOf(BOARD_NEEDS, needSaid)),
    alerts: v.exactOptional(saidOf(BOARD_ALERTS, alertSaid)),
  },
  objectProblem,
);
export type Board = v.InferOutput<typeof boardSchema>;

/** What somebody says anew: what is named is said now, null takes it off, and the rest stays as it was said. */
export interface BoardWish {
  readonly place?: string | null;
  readonly country?: Country | null;
  readonly beds?: Readonly<Partial<Record<BedGroup, number | null>>>;
  readonly needs?: Readonly<
    Partial<Record<BoardNeed, { readonly note?: string; readonly urgent?: boolean } | null>>
  >;
  readonly alerts?: Readonly<Partial<Record<BoardAlert, { readonly note?: string } | null>>>;
}

const wished = (
  keys: readonly string[],
  said: v.GenericSchema<unknown, unknown>,
): v.ExactOptionalSchema<v.GenericSchema, undefined> =>
  v.exactOptional(v.record(v.picklist(keys, "unknown-choice"), v.nullable(said), "wrong-type"));

const wishSchema = v.strictObject(
  {
    place: v.exactOptional(v.nullable(shortLine)),
    country: v.exactOptional(v.nullable(value(readCountry))),
    beds: wished(BED_GROUPS, free),
    needs: wished(BOARD_NEEDS, v.strictObject({ note, urgent: v.exactOptional(yesNo) }, objectProblem)),
    alerts: wished(BOARD_ALERTS, v.strictObject({ note }, objectProblem)),
  },
  objectProblem,
);

const codeOf = (message: string): ProblemCode =>
  PROBLEM_CODES.find((code) => code === message) ?? "wrong-type";

/** Reads what somebody wants to say, with all that is wrong in it. */
export function readBoardWish(
  input: unknown,
):
  { readonly kind: "ok"; readonly wish: BoardWish } | { readonly kind: "bad"; readonly problems: Problem[] } {
  if (!isJsonObject(input)) return { kind: "bad", problems: [{ field: "", code: "not-an-object" }] };
  const read = v.safeParse(wishSchema, input);
  if (read.success) return { kind: "ok", wish: read.output as BoardWish };
  const problems = read.issues.map((issue) => ({
    field: (issue.path ?? []).map((item) => String(item.key)).join("."),
    code: codeOf(issue.message),
  }));
  return { kind: "bad", problems };
}

type Said = Readonly<Record<string, unknown>>;

function saidAnew(before: Said, wish: Said, at: string): Said {
  const after = new Map(Object.entries(before));
  for (const [key, said] of Object.entries(wish)) {
    if (said === null) after.delete(key);
    else after.set(key, typeof said === "number" ? { free: said, at } : { ...(said as object), at });
  }
  return Object.fromEntries(after);
}

/** The board after somebody said something. */
export function boardAfter(board: Said, wish: BoardWish, at: string): Said {
  const parts = (Object.keys(BOARD_PARTS) as BoardPart[]).map((part) => {
    const before = isJsonObject(board[part]) ? board[part] : {};
    return [part, saidAnew(before, wish[part] ?? {}, at)] as const;
  });
  const where = (["place", "country"] as const).flatMap((field) => {
    const said = wish[field] === undefined ? board[field] : wish[field];
    return said === undefined || said === null ? [] : [[field, said] as const];
  });
  return {
    ...Object.fromEntries(parts.filter(([, said]) => Object.keys(said).length > 0)),
    ...Object.fromEntries(where),
  };
}

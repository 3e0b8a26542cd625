/**
 * A roll call: who of the guests was there in one night, one record per house and night. Lives in the `desk`. Two
 * devices may call the roll at once, also when neither has heard of the other: nothing that one of them marked is lost,
 * whatever Automerge makes of the two beginnings. Each mark says which turn it is for its guest, so that who marks anew
 * settles what was marked apart.
 */
import * as v from "valibot";
import { parseIsoDate } from "./dates.ts";
import { objectProblem, value } from "./field-types.ts";
import { bad, ok, type Read } from "./read.ts";

export type RollMark = "present" | "absent";
/** `apart`: two devices marked differently at once. It is no answer until somebody looks again. */
export type RollStanding = RollMark | "apart" | null;

const MOST_MARKS = 5000;
const MOST_TURNS = 999_999;
const MARK = /^(present|absent)(?: ([1-9]\d{0,5}))?$/u;
const GUEST = /^[a-z2-7]{25}[aeimquy4]$/u;
const NIGHT = /^\d{4}-\d{2}-\d{2}$/u;

/** The date on whose evening a night begins. */
export function readNight(input: unknown): Read<string> {
  if (typeof input !== "string") return bad("wrong-type");
  const date = NIGHT.test(input.trim()) ? parseIsoDate(input.trim()) : null;
  return date === null ? bad("bad-date") : ok(date);
}

const isMap = (input: unknown): input is object =>
  typeof input === "object" && input !== null && !Array.isArray(input);

const marksIn = (input: unknown): readonly (readonly [string, string])[] =>
  isMap(input)
    ? Object.entries(input).filter(
        (entry): entry is [string, string] =>
          GUEST.test(entry[0]) && typeof entry[1] === "string" && MARK.test(entry[1]),
      )
    : [];

/** What is no mark is left out: another version's word for one guest must not take the others' marks along. */
function readMarks(input: unknown): Read<Readonly<Record<string, string>>> {
  if (!isMap(input)) return bad("wrong-type");
  const marks = marksIn(input);
  return marks.length > MOST_MARKS ? bad("too-many") : ok(Object.fromEntries(marks));
}

export const rollCallSchema = v.strictObject(
  {
    date: value(readNight),
    /** By guest: `present` or `absent`, and from the second turn on which one it is: `absent 2`. */
    marks: v.exactOptional(value(readMarks)),
  },
  objectProblem,
);

interface Turn {
  readonly turn: number;
  readonly marks: ReadonlySet<RollMark>;
}

/** The last turn of each guest, over everything that stands: see {@link rollOf}. */
export type Roll = ReadonlyMap<string, Turn>;

function turnOf(text: string): { readonly mark: RollMark; readonly turn: number } | null {
  const parts = MARK.exec(text);
  return parts === null ? null : { mark: parts[1] as RollMark, turn: Number(parts[2] ?? 1) };
}

function noteMark(roll: Map<string, Turn>, guest: string, text: string): void {
  const read = turnOf(text);
  const before = roll.get(guest);
  if (read === null || (before !== undefined && before.turn > read.turn)) return;
  const same = before?.turn === read.turn ? before.marks : [];
  roll.set(guest, { turn: read.turn, marks: new Set([...same, read.mark]) });
}

const OF_GUEST = /^marks\.(.+)$/u;

/** Of one guest what devices set at once in the same map. */
const markedAtOnce = (path: string, values: readonly unknown[]): readonly (readonly [string, string])[] =>
  values.flatMap((text) => marksIn({ [OF_GUEST.exec(path)?.[1] ?? ""]: text }));

/** From the fields of the record, and from what devices set at once at the same place, by dotted path. */
export function rollOf(marks: unknown, conflicts: Readonly<Record<string, readonly unknown[]>> = {}): Roll {
  const roll = new Map<string, Turn>();
  const contested = Object.entries(conflicts).flatMap(([path, values]) =>
    path === "marks" ? values.flatMap(marksIn) : markedAtOnce(path, values),
  );
  for (const [guest, text] of [...marksIn(marks), ...contested]) noteMark(roll, guest, text);
  return roll;
}

/** Null: nobody has looked. */
export function standingIn(roll: Roll, guest: string): RollStanding {
  const marks = [...(roll.get(guest)?.marks ?? [])];
  return marks.length > 1 ? "apart" : (marks[0] ?? null);
}

/** What marks a guest anew; null where that stands already. */
export function nextMark(roll: Roll, guest: string, mark: RollMark): string | null {
  if (standingIn(roll, guest) === mark) return null;
  const turn = Math.min((roll.get(guest)?.turn ?? 0) + 1, MOST_TURNS);
  return turn === 1 ? mark : `${mark} ${String(turn)}`;
}

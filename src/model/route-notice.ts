/**
 * A notice to the route: what the other shelters should know until a day. Lives in `network`; it belongs to the house
 * that wrote it, whose name stands beside it, and ends by itself. Any staff writes one: a danger is heard of at three in
 * the morning by whoever is there (docs/decisions/0031-directory-and-board.md). It is public to all shelters and never
 * about a person: who is sought is a report, who travels is nobody's to tell.
 */
import * as v from "valibot";
import { choice, objectProblem, value, yesNo } from "./field-types.ts";
import {
  dayAfter,
  daysBetween,
  readDay,
  readInstant,
  shortLine,
  textWithoutContact,
} from "./route-fields.ts";

export const NOTICE_KINDS = [
  "danger",
  "operation",
  "road-closed",
  "service-closed",
  "health",
  "weather",
  "general",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export const NOTICE_DAYS = 3;
export const MOST_NOTICE_DAYS = 30;

export const noticeSchema = v.pipe(
  v.strictObject(
    {
      kind: choice(NOTICE_KINDS),
      /** Public to all shelters: never of a person. */
      text: textWithoutContact,
      place: v.exactOptional(shortLine),
      at: value(readInstant),
      /** The last day on which it is shown. */
      validUntil: value(readDay),
      /** Its house no longer says so. */
      ended: v.exactOptional(yesNo),
    },
    objectProblem,
  ),
  v.forward(
    v.check(({ at, validUntil }) => daysBetween(at.slice(0, 10), validUntil) <= MOST_NOTICE_DAYS, "too-far"),
    ["validUntil"],
  ),
);

/** `unclear`: said by a clock that is ahead of this one. */
export type NoticeState = "current" | "over" | "unclear";

const DAYS_AHEAD = 1;

/** Of what devices set at once: an end beats none, and the earlier day the later one. */
export function noticeState(
  {
    fields,
    conflicts,
  }: {
    readonly fields: Readonly<Record<string, unknown>>;
    readonly conflicts: Readonly<Record<string, readonly unknown[]>>;
  },
  today: string,
): NoticeState {
  const readings = (field: string): readonly unknown[] => [fields[field], ...(conflicts[field] ?? [])];
  const days = readings("validUntil").filter((day): day is string => typeof day === "string");
  const [until = ""] = [...days].sort();
  const { at, text } = fields;
  if (typeof at !== "string" || typeof text !== "string" || readings("ended").includes(true)) return "over";
  if (until < today) return "over";
  return at.slice(0, 10) > dayAfter(today, DAYS_AHEAD) ? "unclear" : "current";
}

/** `traces`: what is left of who left, in numbers; and opening one with the word of two people who hold the keys. */
import {
  areTwoPeople,
  displayName,
  type OpeningState,
  parseFields,
  shrinksAt,
  staysOf,
  whyNotSaid,
} from "#model";
import type { DeviceId } from "#sync";
import {
  EngineError,
  type RecordId,
  type TraceOpening,
  type TracesView,
  type TraceYearsPreview,
  type TraceView,
  type UnixMillis,
} from "../api/index.ts";
import type { House } from "../house/house.ts";
import { peopleOf } from "../house/people-of-house.ts";
import { checkProtection, voiceHere } from "../protection/holders.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { notedStays } from "../records/noted-stays.ts";
import { personsOfHouse } from "../records/one-person.ts";
import { nowForTerm } from "../reports/house-clock.ts";
import { openingOf } from "../traces/opening.ts";
import { traceRulesId, traceYears } from "../traces/trace-rules.ts";
import { expiredIn } from "../traces/upkeep.ts";
import { momentHere, writeAll } from "./guest-changes.ts";
import { changesOf, newRecord, putRecords } from "./write-records.ts";

/** Throws `not-protection`, `no-such-record`. */
function traceRecord(house: House, id: RecordId): CatalogRecord {
  checkProtection(house);
  const record = house.catalog.get(id);
  if (record?.kind !== "trace") throw new EngineError({ code: "no-such-record" });
  return record;
}

type Agreed = Extract<OpeningState, { readonly kind: "agreed" }>;
type Said = Agreed["proposal"];

function said(house: House, { id, terms, at, by }: Said): Omit<TraceOpening, "mayAgree"> {
  const name = by === null ? undefined : peopleOf(house).get(by.device as DeviceId);
  return { id: id as RecordId, reason: terms, at, by: name ?? null };
}

const opened = (house: House, { proposal, agreement: { at, by } }: Agreed): TraceView["opened"] => ({
  ...{ ...said(house, proposal), at },
  agreedBy: by === null ? null : (peopleOf(house).get(by.device as DeviceId) ?? null),
});

function viewOf(house: House, { id, fields }: CatalogRecord): TraceView {
  const state = openingOf(house, id);
  if (state.kind === "agreed")
    return { id, title: displayName(fields) ?? "", fields, waiting: [], opened: opened(house, state) };
  const me = voiceHere(house);
  const waiting = state.waiting.map((one) => ({
    ...said(house, one),
    mayAgree: areTwoPeople(one.by, me),
  }));
  return { id, title: "", fields: null, waiting, opened: null };
}

const shrinkTimes = (house: House): readonly UnixMillis[] =>
  personsOfHouse(house.catalog).flatMap(
    (guest) => shrinksAt(staysOf(notedStays(house.catalog, guest))) ?? [],
  );

const DAY_LENGTH = "2026-11-23".length;

/** Throws `not-protection`. */
export function traces(house: House): TracesView {
  checkProtection(house);
  const times = shrinkTimes(house);
  const next = times.reduce((first, at) => Math.min(first, at), Infinity);
  const all = house.catalog.ofKind("trace").map((record) => viewOf(house, record));
  return {
    count: all.length,
    years: traceYears(house),
    next: Number.isFinite(next) ? new Date(next).toISOString().slice(0, DAY_LENGTH) : null,
    due: times.filter((at) => at < house.deps.clock.now()).length,
    touched: all.filter((view) => view.opened !== null || view.waiting.length > 0),
  };
}

/** As the record reads them. Throws `fields`. */
function readYears(years: number): number {
  const read = parseFields("trace-rules", { years });
  if (read.kind === "bad") throw new EngineError({ code: "fields", problems: read.problems });
  return read.fields.years;
}

/** Throws `not-protection`, `fields`. */
export function traceYearsPreview(house: House, years: number): TraceYearsPreview {
  checkProtection(house);
  // others' clocks end a trace too: of a device that is behind, what the house wrote since tells the time
  const until = nowForTerm(house);
  const over = (kept: number): number => expiredIn(house, { until, years: kept }).length;
  return { ending: Math.max(0, over(readYears(years)) - over(traceYears(house))) };
}

/** Throws `not-protection`, `fields`. */
export async function setTraceYears(house: House, years: number): Promise<TracesView> {
  checkProtection(house);
  await putRecords(house, [{ id: traceRulesId(house), kind: "trace-rules", input: { years } }]);
  return traces(house);
}

/** Throws `not-protection`, `no-such-record`. */
export const trace = (house: House, id: RecordId): TraceView => viewOf(house, traceRecord(house, id));

type Event = Parameters<typeof whyNotSaid>[1];

async function say(
  house: House,
  record: CatalogRecord,
  {
    event,
    reason,
  }: {
    readonly event: Event;
    readonly reason?: string;
  },
): Promise<TraceView> {
  const why = whyNotSaid(openingOf(house, record.id), event);
  if (why !== null) throw new EngineError({ code: why });
  const fields = { guest: record.id, says: event.says, reason, at: momentHere(house) };
  const of = event.says === "propose" ? {} : { of: event.of };
  await writeAll(house, [changesOf(house, newRecord(house, "trace-opening", { ...fields, ...of }))]);
  return trace(house, record.id);
}

/** Throws `not-protection`, `no-such-record`, `opened-already`, `fields`. */
export const proposeOpening = (
  house: House,
  wish: { readonly trace: RecordId; readonly reason: string },
): Promise<TraceView> =>
  say(house, traceRecord(house, wish.trace), {
    ...{ event: { says: "propose", by: voiceHere(house) }, reason: wish.reason },
  });

/** What was asked for, and of which trace. Throws `not-protection`, `no-such-record`. */
function openingRecord(
  house: House,
  id: RecordId,
): { readonly asked: CatalogRecord; readonly of: CatalogRecord } {
  checkProtection(house);
  const asked = house.catalog.get(id);
  if (asked?.kind !== "trace-opening") throw new EngineError({ code: "no-such-record" });
  return { asked, of: traceRecord(house, asked.fields["guest"] as RecordId) };
}

/** Throws `not-protection`, `no-such-record`, `nothing-to-agree`, `another-person`, `opened-already`. */
export async function agreeOpening(house: House, id: RecordId): Promise<TraceView> {
  const { asked, of } = openingRecord(house, id);
  const event = { says: "agree", of: id, by: voiceHere(house) } as const;
  return say(house, of, { event, reason: asked.fields["reason"] as string });
}

/** Throws `not-protection`, `no-such-record`, `nothing-to-agree`. */
export async function closeOpening(house: House, id: RecordId): Promise<TraceView> {
  const { of } = openingRecord(house, id);
  return say(house, of, { event: { says: "refuse", of: id, by: voiceHere(house) } });
}

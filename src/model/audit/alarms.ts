/**
 * What in an audit asks for a second look: sweeps through the register, searches by place, lists taken out at night.
 * An alarm blocks nothing, and accuses nobody: it says what to ask about. Pure.
 */
import type { MadeRecord, NotedAct, TakenOut } from "./acts.ts";

export type AuditAlarm =
  /** Different records within an hour, and what the device registered then and in the hour before. */
  | {
      readonly kind: "many-openings";
      readonly site: string;
      readonly device: string;
      readonly at: number;
      readonly opened: number;
      readonly registered: number;
    }
  | {
      readonly kind: "by-place";
      readonly site: string;
      readonly device: string;
      readonly at: number;
      readonly times: number;
    }
  | {
      readonly kind: "many-searches";
      readonly site: string;
      readonly device: string;
      readonly at: number;
      readonly times: number;
    }
  | { readonly kind: "export-at-night"; readonly site: string; readonly device: string; readonly at: number }
  | {
      readonly kind: "many-exports";
      readonly site: string;
      readonly device: string;
      readonly at: number;
      readonly times: number;
    };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Whoever looks a night's arrivals over opens some dozens; each registration may need a few more. */
export const OPENINGS_AN_HOUR = 40;
const OPENINGS_A_REGISTRATION = 3;
/** A place alone is refused, so nobody goes on by mistake. */
export const PLACES_AN_HOUR = 5;
/** Typing one name makes some searches; a list of names makes hundreds. */
export const SEARCHES_AN_HOUR = 200;
export const EXPORTS_A_DAY = 3;
/** Figures name nobody, and the roll is printed every night. */
const HARMLESS: readonly TakenOut[] = ["figures", "print"];
/** Lists are made by day, with somebody else in the house. */
const DAY_BEGINS = 6;
const DAY_ENDS = 21;

export interface AlarmsOf {
  readonly noted: readonly NotedAct[];
  readonly made: readonly MadeRecord[];
  /** The hour of the day in the house, 0 to 23. */
  readonly hourOf: (at: number) => number;
}

interface Whose {
  readonly site: string;
  readonly device: string;
}

type Acts = readonly NotedAct["act"][];

function byDevice(noted: readonly NotedAct[]): readonly (Whose & { readonly acts: Acts })[] {
  const groups = new Map<string, Whose & { readonly acts: NotedAct["act"][] }>();
  for (const { site, device, act } of noted) {
    const group = groups.get(device) ?? { site, device, acts: [] };
    groups.set(device, group);
    group.acts.push(act);
  }
  for (const { acts } of groups.values()) acts.sort((a, b) => a.at - b.at);
  return [...groups.values()];
}

interface Weighed {
  readonly at: number;
  readonly weight: number;
  /** Counted once within a window. */
  readonly name: string | null;
}

/** The windows of this length in which more than `most` weighs, none of which overlaps another. */
function crowded(
  items: readonly Weighed[],
  { length, most }: { readonly length: number; readonly most: (from: number) => number },
): readonly { readonly at: number; readonly weight: number }[] {
  const found: { at: number; weight: number }[] = [];
  for (let first = 0; first < items.length; first++) {
    const from = items[first]?.at ?? 0;
    const last = found.at(-1);
    if (last !== undefined && from < last.at + length) continue;
    const weight = weightOf(items.slice(first).filter(({ at }) => at < from + length));
    if (weight > most(from)) found.push({ at: from, weight });
  }
  return found;
}

function weightOf(items: readonly Weighed[]): number {
  const names = new Set<string>();
  let weight = 0;
  for (const item of items) {
    if (item.name !== null && names.has(item.name)) continue;
    if (item.name !== null) names.add(item.name);
    weight += item.weight;
  }
  return weight;
}

const opened = (acts: Acts): readonly Weighed[] =>
  acts.flatMap((act) => (act.did === "open" ? [{ at: act.at, weight: 1, name: act.record }] : []));

const searched = (acts: Acts, byPlace: boolean): readonly Weighed[] =>
  acts.flatMap((act) =>
    act.did === "search" && (act.question === "place") === byPlace && act.question !== "form"
      ? [{ at: act.at, weight: act.times, name: null }]
      : [],
  );

const taken = (acts: Acts): readonly Weighed[] =>
  acts.flatMap((act) =>
    act.did === "export" && !HARMLESS.includes(act.what) ? [{ at: act.at, weight: 1, name: null }] : [],
  );

function openingAlarms({ site, device }: Whose, acts: Acts, made: readonly MadeRecord[]): AuditAlarm[] {
  const registeredFrom = (from: number): number =>
    made.filter((one) => one.device === device && Math.abs(one.at - from) < HOUR_MS).length;
  const most = (from: number): number => OPENINGS_AN_HOUR + OPENINGS_A_REGISTRATION * registeredFrom(from);
  return crowded(opened(acts), { length: HOUR_MS, most }).map(({ at, weight }) => ({
    ...{ kind: "many-openings", site, device, at, opened: weight, registered: registeredFrom(at) },
  }));
}

function countAlarms({ site, device }: Whose, acts: Acts): AuditAlarm[] {
  const over = (
    kind: "by-place" | "many-searches" | "many-exports",
    items: readonly Weighed[],
    limit: { readonly length: number; readonly most: number },
  ): AuditAlarm[] =>
    crowded(items, { length: limit.length, most: () => limit.most }).map(({ at, weight }) => ({
      ...{ kind, site, device, at, times: weight },
    }));
  return [
    ...over("by-place", searched(acts, true), { length: HOUR_MS, most: PLACES_AN_HOUR }),
    ...over("many-searches", searched(acts, false), { length: HOUR_MS, most: SEARCHES_AN_HOUR }),
    ...over("many-exports", taken(acts), { length: DAY_MS, most: EXPORTS_A_DAY }),
  ];
}

const nightAlarms = ({ site, device }: Whose, acts: Acts, hourOf: AlarmsOf["hourOf"]): AuditAlarm[] =>
  taken(acts)
    .filter(({ at }) => hourOf(at) < DAY_BEGINS || hourOf(at) >= DAY_ENDS)
    .map(({ at }) => ({ kind: "export-at-night", site, device, at }));

/** Latest first. */
export const auditAlarms = ({ noted, made, hourOf }: AlarmsOf): readonly AuditAlarm[] =>
  byDevice(noted)
    .flatMap(({ acts, ...whose }) => [
      ...openingAlarms(whose, acts, made),
      ...countAlarms(whose, acts),
      ...nightAlarms(whose, acts, hourOf),
    ])
    .sort((a, b) => b.at - a.at);

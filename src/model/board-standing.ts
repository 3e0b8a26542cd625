/**
 * What a board says at an hour: each value with how old it is. What two devices of a house said at once is read so that
 * it sends nobody to a house that is full: the fewer beds, the older time, every alert. Knows no clock: the time is
 * handed in.
 */
import * as v from "valibot";
import {
  type AlertSaid,
  BED_GROUPS,
  type BedGroup,
  type BedsSaid,
  type Board,
  BOARD_ALERTS,
  BOARD_NEEDS,
  BOARD_PARTS,
  type BoardAlert,
  type BoardNeed,
  type BoardPart,
  boardSchema,
  type NeedSaid,
} from "./board.ts";
import { type Country, readCountry } from "./country.ts";
import { isJsonObject } from "./merge-patch.ts";

/** `old`: shown as what was so. `gone`: no more than that nobody knows. `unclear`: said by a clock that is ahead. */
export type SaidAge = "current" | "old" | "gone" | "unclear";

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const AHEAD = HOUR;

/** How long what a part says stands, and after how long it is not told any more. */
const STANDS: Readonly<Record<BoardPart, { readonly current: number; readonly told: number }>> = {
  beds: { current: DAY, told: 3 * DAY },
  alerts: { current: DAY, told: 3 * DAY },
  needs: { current: 7 * DAY, told: 30 * DAY },
};

export function saidAge(part: BoardPart, at: string, now: number): SaidAge {
  const age = now - Date.parse(at);
  if (Number.isNaN(age) || age < -AHEAD) return "unclear";
  if (age <= STANDS[part].current) return "current";
  return age <= STANDS[part].told ? "old" : "gone";
}

interface Told {
  readonly at: string;
  readonly age: SaidAge;
}
export interface BedsTold extends Told {
  readonly group: BedGroup;
  /** Null: too long ago to be told. */
  readonly free: number | null;
}
export interface NeedTold extends Told {
  readonly need: BoardNeed;
  readonly note: string | null;
  readonly urgent: boolean;
}
export interface AlertTold extends Told {
  readonly alert: BoardAlert;
  readonly note: string | null;
}

export interface BoardStanding {
  readonly place: string | null;
  /** ISO 3166-1 alpha-2; null also where devices of the house said different ones at once. */
  readonly country: Country | null;
  readonly beds: readonly BedsTold[];
  /** Without those that nobody tells any more. */
  readonly needs: readonly NeedTold[];
  readonly alerts: readonly AlertTold[];
  /** When the house last said anything; null: never. */
  readonly saidAt: string | null;
}

type Conflicts = Readonly<Record<string, readonly unknown[]>>;
interface Written {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly conflicts: Conflicts;
}

/** One value of a part, in every way that devices set it at once. */
function waysOf({ fields, conflicts }: Written, part: BoardPart, key: string): readonly unknown[] {
  const path = `${part}.${key}`;
  const maps = [fields[part], ...(conflicts[part] ?? [])].filter(isJsonObject);
  const whole = [
    ...maps.flatMap((map) => (Object.hasOwn(map, key) ? [map[key]] : [])),
    ...(conflicts[path] ?? []),
  ];
  const parts = Object.entries(conflicts).filter(([name]) => name.startsWith(`${path}.`));
  return [
    ...whole,
    ...parts.flatMap(([name, values]) =>
      values.flatMap((value) =>
        whole.filter(isJsonObject).map((way) => ({ ...way, [name.slice(path.length + 1)]: value })),
      ),
    ),
  ];
}

/** Only what a board may say is read of it. */
function readWays<P extends BoardPart>(written: Written, part: P, key: string): readonly SaidBy[P][] {
  return waysOf(written, part, key).flatMap((way) => {
    const read = v.safeParse(boardSchema, { [part]: { [key]: way } });
    const map = read.success ? (read.output[part] as Readonly<Record<string, SaidBy[P]>> | undefined) : {};
    return map?.[key] === undefined ? [] : [map[key]];
  });
}

interface Said {
  readonly at: string;
}

interface SaidBy {
  readonly beds: BedsSaid;
  readonly needs: NeedSaid;
  readonly alerts: AlertSaid;
}

const oldest = (ways: readonly { readonly at: string }[]): string => ways.map(({ at }) => at).sort()[0] ?? "";

/** By key of a part what is read of it, where it says anything. */
function settledPart<P extends BoardPart>(
  written: Written,
  part: P,
  settle: (ways: readonly SaidBy[P][], first: SaidBy[P]) => SaidBy[P],
): Readonly<Record<string, SaidBy[P]>> {
  const keys: readonly string[] = BOARD_PARTS[part];
  const said = keys.flatMap((key) => {
    const ways = readWays(written, part, key);
    const [first] = ways;
    return first === undefined ? [] : [[key, settle(ways, first)] as const];
  });
  return Object.fromEntries(said);
}

/** The board without anything that is said in two ways. Whoever says something next writes it so. */
export function settledBoard(written: Written): Board {
  const { place } = written.fields;
  const country = written.conflicts["country"] === undefined ? readCountry(written.fields["country"]) : null;
  const parts = {
    beds: settledPart(written, "beds", (ways) => ({
      free: Math.min(...ways.map(({ free }) => free)),
      at: oldest(ways),
    })),
    needs: settledPart(written, "needs", (ways, first) => ({
      ...first,
      at: oldest(ways),
      ...(ways.some(({ urgent }) => urgent === true) ? { urgent: true } : {}),
    })),
    alerts: settledPart(written, "alerts", (ways, first) => ({ ...first, at: oldest(ways) })),
  };
  const said = Object.entries(parts).filter(([, map]) => Object.keys(map).length > 0);
  const where = {
    ...(typeof place === "string" ? { place } : {}),
    ...(country?.kind === "ok" ? { country: country.value } : {}),
  };
  return { ...where, ...Object.fromEntries(said) };
}

/** `written`: the record, as this device reads it. */
export function boardStanding(written: Written, now: number): BoardStanding {
  const { place, country, ...parts }: Board = settledBoard(written);
  const { beds = {}, needs = {}, alerts = {} } = parts;
  const told = <S extends Said>(part: BoardPart, said: S | undefined) =>
    said === undefined ? [] : [{ ...said, age: saidAge(part, said.at, now) }];
  const times = [beds, needs, alerts].flatMap((part) =>
    Object.values(part as Readonly<Record<string, Said>>).map(({ at }) => at),
  );
  return {
    place: place ?? null,
    country: country ?? null,
    beds: BED_GROUPS.flatMap((group) =>
      told("beds", beds[group]).map(({ free, at, age }) => ({
        ...{ group, at, age },
        free: age === "gone" ? null : free,
      })),
    ),
    needs: BOARD_NEEDS.flatMap((need) =>
      told("needs", needs[need]).map(({ at, age, note, urgent }) => ({
        ...{ need, at, age },
        ...{ note: note ?? null, urgent: urgent === true },
      })),
    )
      .filter(({ age }) => age !== "gone")
      .sort((one, other) => Number(other.urgent) - Number(one.urgent)),
    alerts: BOARD_ALERTS.flatMap((alert) =>
      told("alerts", alerts[alert]).map(({ at, age, note }) => ({ alert, at, age, note: note ?? null })),
    ).filter(({ age }) => age !== "gone"),
    saidAt: times.sort().at(-1) ?? null,
  };
}

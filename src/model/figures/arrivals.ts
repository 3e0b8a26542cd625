/**
 * Arrivals: each time that somebody came, by who they are and whether the house knew them. A guest of a list that was
 * brought in has no arrival of its own; that they came is what the list says. What is counted for good (month-count.ts) is
 * counted from no record again.
 */
import { ageGroupAt } from "./age-group.ts";
import { countryGroup, sexGroup, situationGroup } from "./breakdowns.ts";
import { dayIn, type Figure, type FigureRecord, type FigureRecords, type Happening } from "./figure.ts";
import { ARRIVAL_BREAKDOWNS } from "./month-count.ts";
import { monthIn } from "./months.ts";

type Breakdown = (typeof ARRIVAL_BREAKDOWNS)[number];

/** A coming, of which its own record says that it was. */
export interface ArrivalHappening extends Happening<Breakdown> {
  readonly id: string;
  readonly guest: unknown;
}

/** Somebody came. */
interface Coming {
  readonly id: string;
  readonly on: string;
  readonly arrival: FigureRecord | null;
}

const byDay = (one: Coming, other: Coming): number =>
  one.on === other.on ? (one.id < other.id ? -1 : 1) : one.on < other.on ? -1 : 1;

function comingsByGuest(records: FigureRecords): ReadonlyMap<unknown, readonly Coming[]> {
  const byGuest = new Map<unknown, Coming[]>();
  for (const arrival of records.ofKind("arrival")) {
    const on = dayIn(records, arrival.fields["at"]);
    if (on === null) continue;
    const known = byGuest.get(arrival.fields["guest"]) ?? [];
    known.push({ id: arrival.id, on, arrival });
    byGuest.set(arrival.fields["guest"], known);
  }
  for (const comings of byGuest.values()) comings.sort(byDay);
  return byGuest;
}

/** What the guest's own record says, where no arrival is of that month or before. */
function listedComing(
  records: FigureRecords,
  guest: FigureRecord,
  known: readonly Coming[],
): readonly Coming[] {
  const on = dayIn(records, guest.fields["arrivedAt"]);
  const [first] = known;
  const isEarlier =
    first === undefined || (on !== null && (monthIn(on) ?? on) < (monthIn(first.on) ?? first.on));
  return on !== null && isEarlier ? [{ id: guest.id, on, arrival: null }] : [];
}

function happeningsOf(
  records: FigureRecords,
  { id: own, guest }: { readonly id: unknown; readonly guest: FigureRecord | null },
  comings: readonly Coming[],
): readonly ArrivalHappening[] {
  const fields = guest?.fields ?? {};
  return comings.map(({ id, on, arrival }, at) => {
    const toldOn = dayIn(records, guest?.madeAt) ?? on;
    const age = ageGroupAt(fields, { on, toldOn });
    const [sex, country, situation] = [
      sexGroup(fields),
      countryGroup(fields),
      situationGroup(arrival?.fields ?? {}),
    ];
    const groups = { visit: at === 0 ? "first" : "again", sex, age, country, situation } as const;
    return { on, groups, id, guest: own };
  });
}

function* allArrivals(records: FigureRecords): Iterable<ArrivalHappening> {
  const byGuest = new Map(comingsByGuest(records));
  for (const guest of records.ofKind("guest")) {
    const known = byGuest.get(guest.id) ?? [];
    byGuest.delete(guest.id);
    const own = { id: guest.id, guest };
    yield* happeningsOf(records, own, [...listedComing(records, guest, known), ...known]);
  }
  // of guests whose record is not here
  for (const [id, comings] of byGuest) yield* happeningsOf(records, { id, guest: null }, comings);
}

/** A first coming may have been counted as what the guest's own record said, before an arrival was noted. */
function isCounted({ counted }: FigureRecords, { id, guest, groups }: ArrivalHappening): boolean {
  if (counted === undefined) return false;
  return counted.has(id) || (groups.visit === "first" && typeof guest === "string" && counted.has(guest));
}

/** Those that are not counted for good. */
export function* uncountedArrivals(records: FigureRecords): Iterable<ArrivalHappening> {
  for (const one of allArrivals(records)) if (!isCounted(records, one)) yield one;
}

export const arrivals: Figure<Breakdown> = {
  name: "arrivals",
  tag: "#reached+arrivals",
  breakdowns: ARRIVAL_BREAKDOWNS,
  happenings: uncountedArrivals,
  isCountedForGood: true,
};

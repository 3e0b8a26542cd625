/**
 * Arrivals: each time that somebody came, by who they are and whether the house knew them. A guest of a list that was
 * brought in has no arrival of its own; that they came is what the list says.
 */
import { ageGroupAt } from "./age-group.ts";
import { countryGroup, sexGroup, situationGroup } from "./breakdowns.ts";
import { dayIn, type Figure, type FigureRecord, type FigureRecords, type Happening } from "./figure.ts";
import { monthIn } from "./months.ts";

type Breakdown = "visit" | "sex" | "age" | "country" | "situation";

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
  guest: FigureRecord | null,
  comings: readonly Coming[],
): readonly Happening<Breakdown>[] {
  const fields = guest?.fields ?? {};
  return comings.map(({ on, arrival }, at) => {
    const toldOn = dayIn(records, guest?.madeAt) ?? on;
    const age = ageGroupAt(fields, { on, toldOn });
    const [sex, country, situation] = [
      sexGroup(fields),
      countryGroup(fields),
      situationGroup(arrival?.fields ?? {}),
    ];
    return { on, groups: { visit: at === 0 ? "first" : "again", sex, age, country, situation } };
  });
}

function* happenings(records: FigureRecords): Iterable<Happening<Breakdown>> {
  const byGuest = new Map(comingsByGuest(records));
  for (const guest of records.ofKind("guest")) {
    const known = byGuest.get(guest.id) ?? [];
    byGuest.delete(guest.id);
    yield* happeningsOf(records, guest, [...listedComing(records, guest, known), ...known]);
  }
  // of guests whose record is not here
  for (const comings of byGuest.values()) yield* happeningsOf(records, null, comings);
}

export const arrivals: Figure<Breakdown> = {
  name: "arrivals",
  tag: "#reached+arrivals",
  breakdowns: ["visit", "sex", "age", "country", "situation"],
  happenings,
};

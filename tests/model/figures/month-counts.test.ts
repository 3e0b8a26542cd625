/** Months counted for good: what is handed out does not change by it, nobody is counted twice, and nobody is lost. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { utf8 } from "#crypto";
import {
  countedIn,
  type FigureRecord,
  type FigureRecords,
  figuresOf,
  monthCountIn,
  type MonthToCount,
  monthsToCount,
  parseFields,
} from "#model";

type Fields = Readonly<Record<string, unknown>>;

const MONTHS = ["2026-01", "2026-02", "2026-03", "2026-04"];
const record = (id: string, fields: Fields): FigureRecord => ({
  ...{ id, fields, madeAt: "2026-01-02T10:00:00Z", changedAt: null },
});
const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
/** Of an id of a test its own eight letters. */
function tagOf(id: string): string {
  const n = utf8(id).reduce((sum, byte) => (sum * 131 + byte) % 2 ** 40, 7);
  return Array.from({ length: 8 }, (_, at) => LETTERS[Math.floor(n / 32 ** at) % 32]).join("");
}

/** What a device knows. */
interface Known {
  readonly guests: Map<string, FigureRecord>;
  readonly arrivals: Map<string, FigureRecord>;
  readonly statements: Map<string, MonthToCount>;
}
const nothing = (): Known => ({ guests: new Map(), arrivals: new Map(), statements: new Map() });

function recordsOf({ guests, arrivals, statements }: Known): FigureRecords {
  const { counts, tags } = countedIn(
    [...statements].flatMap(([id, fields]) => monthCountIn({ id, fields: { ...fields } }) ?? []),
  );
  return {
    ofKind: (kind) =>
      kind === "guest" ? [...guests.values()] : kind === "arrival" ? [...arrivals.values()] : [],
    dayOf: (moment) => moment.slice(0, 10),
    counted: { counts, has: (id) => tags.has(tagOf(id)) },
  };
}

const figures = (known: Known) => figuresOf(recordsOf(known), MONTHS);

/** Counts what is needed for these guests to go. */
function count(
  known: Known,
  guests: readonly string[],
  isOver = (_: string): boolean => true,
): ReadonlySet<string> {
  const { counts, waiting } = monthsToCount({ records: recordsOf(known), tagOf, isOver }, new Set(guests));
  for (const fields of counts) known.statements.set(JSON.stringify(fields), fields);
  return waiting;
}

function forget({ guests, arrivals }: Known, gone: ReadonlySet<string>): void {
  for (const id of gone) guests.delete(id);
  for (const [id, { fields }] of arrivals) if (gone.has(fields["guest"] as string)) arrivals.delete(id);
}

const COUNTRIES = ["HN", "KE", "GT"] as const;
const someGuest = fc.record({
  sex: fc.constantFrom("female", "male", "other"),
  age: fc.nat(70),
  country: fc.constantFrom(...COUNTRIES),
  /** Of a list that was brought in. */
  listed: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null, freq: 4 }),
});
type SomeGuest = typeof someGuest extends fc.Arbitrary<infer T> ? T : never;

type Doing =
  | { readonly kind: "register"; readonly guest: SomeGuest }
  | { readonly kind: "come"; readonly who: number; readonly month: number }
  | { readonly kind: "shrink"; readonly who: readonly number[] };

const doing: fc.Arbitrary<Doing> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("register" as const), guest: someGuest }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("come" as const),
      who: fc.nat(40),
      month: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("shrink" as const),
      who: fc.array(fc.nat(40), { maxLength: 6 }),
    }),
  },
);

/** Times that everybody of these came; with five alike of each nothing is hidden, and tables tell the counts themselves. */
function register(
  known: Known,
  guest: SomeGuest,
  { id, alike }: { readonly id: string; readonly alike: number },
): void {
  const { listed, ...fields } = guest;
  const arrivedAt = listed === null ? {} : { arrivedAt: `2026-0${String(listed)}-03` };
  for (let at = 0; at < alike; at += 1)
    known.guests.set(`${id}-${String(at)}`, record(`${id}-${String(at)}`, { ...fields, ...arrivedAt }));
}
function come(
  known: Known,
  guest: string,
  { id, month, alike }: { id: string; month: number; alike: number },
): void {
  for (let at = 0; at < alike; at += 1) {
    const fields = { guest: `${guest}-${String(at)}`, at: `2026-0${String(month)}-1${String(month)}` };
    known.arrivals.set(`${id}-${String(at)}`, record(`${id}-${String(at)}`, fields));
  }
}

/** What is done at the door, to a house that shrinks and one that never does. */
function play(
  doings: readonly Doing[],
  {
    alike,
    onShrink,
  }: { readonly alike: number; readonly onShrink: (shrink: () => void, known: Known) => void },
): { readonly house: Known; readonly whole: Known } {
  const [house, whole] = [nothing(), nothing()];
  const here: string[] = [];
  for (const [at, one] of doings.entries()) {
    const id = `${one.kind}${String(at)}`;
    if (one.kind === "register") {
      for (const known of [house, whole]) register(known, one.guest, { id, alike });
      here.push(id);
    } else if (one.kind === "come") {
      const guest = here[one.who % Math.max(1, here.length)];
      if (guest !== undefined)
        for (const known of [house, whole]) come(known, guest, { id, month: one.month, alike });
    } else {
      const gone = new Set(one.who.flatMap((who) => here[who % Math.max(1, here.length)] ?? []));
      here.splice(0, here.length, ...here.filter((guest) => !gone.has(guest)));
      const all = [...gone].flatMap((guest) =>
        Array.from({ length: alike }, (_, n) => `${guest}-${String(n)}`),
      );
      onShrink(() => {
        expect(count(house, all)).toEqual(new Set());
        forget(house, new Set(all));
      }, house);
    }
  }
  return { house, whole };
}

const withoutList = (one: Doing): Doing =>
  one.kind === "register" ? { ...one, guest: { ...one.guest, listed: null } } : one;

/** Without whether somebody came again: who shrank is new when they come back, and whoever came late changes who was first. */
const withoutVisit = (known: Known) => {
  const { columns, rows } = figures(known);
  return rows.map(({ month, cells }) => [
    month,
    ...cells.filter((_, at) => columns[at]?.part?.breakdown !== "visit"),
  ]);
};

describe("DP24 a month counted for good", () => {
  test("is handed out as it was before, whoever shrinks and whenever, and shows nothing of few people", () => {
    let shrunk = 0;
    fc.assert(
      fc.property(fc.array(doing, { minLength: 15, maxLength: 80 }), (doings) => {
        play(doings, {
          alike: 1,
          onShrink: (shrink, known) => {
            const before = figures(known);
            const guests = known.guests.size;
            shrink();
            shrunk += guests - known.guests.size;
            expect(figures(known)).toEqual(before);
            const numbers = figures(known).rows.flatMap(({ cells }) => cells);
            expect(numbers.filter((cell) => typeof cell === "number" && cell > 0 && cell < 5)).toEqual([]);
          },
        });
      }),
    );
    expect(shrunk).toBeGreaterThan(100);
  });

  test("counts everybody as often as they came, also who comes late or is noted late", () => {
    let [counted, compared] = [0, 0];
    fc.assert(
      fc.property(fc.array(doing, { minLength: 10, maxLength: 50 }), fc.boolean(), (some, hasLists) => {
        const doings = hasLists ? some : some.map(withoutList);
        const { house, whole } = play(doings, {
          alike: 5,
          onShrink: (shrink) => {
            shrink();
          },
        });
        counted += house.statements.size;
        expect(arrivalsIn(house)).toBe(arrivalsIn(whole));
        if (hasListedAndCame(whole)) return;
        expect(withoutVisit(house)).toEqual(withoutVisit(whole));
        compared += 1;
      }),
    );
    expect([counted > 50, compared > 20]).toEqual([true, true]);
  });

  /** Of all months; where nothing is hidden. */
  function arrivalsIn(known: Known): number {
    const { columns, rows } = figures(known);
    const total = columns.findIndex(({ figure, part }) => figure === "arrivals" && part === null);
    return rows.reduce((sum, { cells }) => sum + Number(cells[total]), 0);
  }

  /** A coming that a list says is one with the arrival that is noted before it: which month it is in may differ then. */
  const hasListedAndCame = ({ guests, arrivals }: Known): boolean =>
    [...arrivals.values()].some(
      ({ fields }) => guests.get(fields["guest"] as string)?.fields["arrivedAt"] !== undefined,
    );

  test("is the same whoever counts it first: devices that counted apart, and count again when they meet", () => {
    const people = fc.array(
      fc.record({
        guest: someGuest,
        month: fc.integer({ min: 1, max: 2 }),
        at: fc.constantFrom("a", "b", "both"),
      }),
      { minLength: 1, maxLength: 40 },
    );
    let overlaps = 0;
    fc.assert(
      fc.property(people, (all) => {
        const [one, other, whole] = [nothing(), nothing(), nothing()];
        for (const [n, { guest, month, at }] of all.entries()) {
          const id = `g${String(n)}`;
          const known = [whole, ...(at === "b" ? [] : [one]), ...(at === "a" ? [] : [other])];
          for (const device of known) {
            register(device, { ...guest, listed: null }, { id, alike: 1 });
            come(device, id, { id: `a${String(n)}`, month, alike: 1 });
          }
        }
        for (const device of [one, other]) count(device, [...device.guests.keys()]);
        const statements = new Map([...one.statements, ...other.statements]);
        if (statements.size > MONTHS.length / 2) overlaps += 1;
        const met: Known = { ...whole, statements };
        expect(figures(met)).toEqual(figures({ ...whole, statements: new Map() }));
        expect(count(met, [...met.guests.keys()])).toEqual(new Set());
        forget(met, new Set(met.guests.keys()));
        expect(met.arrivals.size).toBe(0);
        expect(figures(met)).toEqual(figures({ ...nothing(), statements: met.statements }));
        const fresh = nothing();
        for (const [n, { guest, month }] of all.entries()) {
          register(fresh, { ...guest, listed: null }, { id: `g${String(n)}`, alike: 1 });
          come(fresh, `g${String(n)}`, { id: `a${String(n)}`, month, alike: 1 });
        }
        expect(figures(met)).toEqual(figures(fresh));
      }),
    );
    expect(overlaps).toBeGreaterThan(10);
  });
});

describe("who shrinks", () => {
  const house = (): Known => {
    const known = nothing();
    for (const id of ["g0", "g1", "g2"]) {
      register(known, { sex: "male", age: 30, country: "HN", listed: null }, { id, alike: 1 });
      come(known, id, { id: `a${id}`, month: 1, alike: 1 });
    }
    come(known, "g0", { id: "b", month: 3, alike: 1 });
    return known;
  };

  test("waits for a month that may not be counted yet, and is in no statement alone", () => {
    const known = house();
    expect(count(known, ["g0-0", "g1-0"], (month) => month < "2026-03")).toEqual(new Set(["g0-0"]));
    const [statement, ...more] = [...known.statements.values()];
    expect(more).toEqual([]);
    // whole: also who does not shrink
    expect(statement).toMatchObject({
      month: "2026-01",
      arrivals: { sex: { male: 3 }, visit: { first: 3 } },
    });
    expect(parseFields("month-count", statement)).toMatchObject({ kind: "ok" });
  });

  test("is joined with the month by whoever came late, and what was counted is in the new statement", () => {
    const known = house();
    count(known, ["g1-0"]);
    register(known, { sex: "female", age: 9, country: "KE", listed: null }, { id: "late", alike: 1 });
    come(known, "late", { id: "c", month: 1, alike: 1 });
    count(known, ["late-0"]);
    const sizes = [...known.statements.values()].map(({ of }) => of.length / 8);
    expect(sizes).toEqual([3, 4]);
    forget(known, new Set(["g1-0", "g2-0", "late-0"]));
    const { columns, rows } = figures(known);
    const total = columns.findIndex(({ figure, part }) => figure === "arrivals" && part === null);
    expect(rows[0]?.cells[total]).toBe("<5");
    expect(
      countedIn([...known.statements].flatMap(([id, f]) => monthCountIn({ id, fields: { ...f } }) ?? []))
        .counts,
    ).toHaveLength(1);
  });
});

describe("a statement", () => {
  const good = {
    month: "2026-03",
    arrivals: {
      ...{ visit: { first: 2 }, sex: { male: 1, female: 1 }, age: { "18-29": 2 } },
      ...{ country: { HN: 2 }, situation: { unknown: 2 } },
    },
    of: "aaaaaaaabbbbbbbb",
  };
  test("counts where its parts add up", () => {
    expect(monthCountIn({ id: "x", fields: good })?.tags).toEqual(["aaaaaaaa", "bbbbbbbb"]);
  });
  test.each([
    ["a part that is missing", { ...good, arrivals: { ...good.arrivals, sex: { male: 1 } } }],
    ["a breakdown that is missing", { ...good, arrivals: { visit: { first: 2 } } }],
    ["a group that is none", { ...good, arrivals: { ...good.arrivals, sex: { male: 1, __proto__x: 1 } } }],
    ["less than nobody", { ...good, arrivals: { ...good.arrivals, sex: { male: 3, female: -1 } } }],
    ["half a person", { ...good, arrivals: { ...good.arrivals, sex: { male: 1.5, female: 0.5 } } }],
    ["one twice", { ...good, of: "aaaaaaaaaaaaaaaa" }],
    ["a month that is none", { ...good, month: "2026-13" }],
    ["a day", { ...good, month: "2026-03-01" }],
  ])("with %s is none", (_, fields) => {
    expect(parseFields("month-count", fields)).toMatchObject({ kind: "bad" });
    expect(monthCountIn({ id: "x", fields })).toBeNull();
  });
});

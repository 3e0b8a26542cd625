/** Stays from arrivals and departures, as devices note them: late, twice, by wrong clocks, some only to the day. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Coming,
  DEPARTURE_HOWS,
  endedStay,
  isPastLeaving,
  type Leaving,
  momentAfter,
  needsNextStep,
  openStay,
  parseFields,
  staysOf,
  wasHere,
} from "#model";

const came = (at: string, id = at): Coming => ({ id, at });
const left = (at: string, how: Leaving["how"] = "moved-on", id = at): Leaving => ({ id, at, how });
const told = (comings: readonly Coming[], leavings: readonly Leaving[]) =>
  staysOf({ comings, leavings }).map(({ from, until }) => [from, until]);

describe("stays", () => {
  test("take turns of coming and leaving, whatever the order in which they came", () => {
    const comings = [came("2026-11-20T10:00:00Z"), came("2026-11-01T10:00:00Z")];
    expect(told(comings, [left("2026-11-05T08:00:00Z")])).toEqual([
      ["2026-11-01T10:00:00Z", "2026-11-05T08:00:00Z"],
      ["2026-11-20T10:00:00Z", null],
    ]);
    expect(told([], [])).toEqual([]);
  });

  test("two departures at once from two devices are one leaving, and both are kept", () => {
    const stays = staysOf({
      comings: [came("2026-11-20T10:00:00Z")],
      leavings: [
        left("2026-11-21T10:00:30Z", "detained", "b"),
        left("2026-11-21T10:00:00Z", "moved-on", "a"),
      ],
    });
    expect(stays).toHaveLength(1);
    expect(stays[0]?.until).toBe("2026-11-21T10:00:00Z");
    expect(stays[0]?.leavings.map(({ how }) => how)).toEqual(["moved-on", "detained"]);
  });

  test("a departure days later without a coming tells of a coming that nobody noted", () => {
    const leavings = [left("2026-11-21T10:00:00Z"), left("2026-11-25T10:00:00Z", "hospital")];
    expect(told([came("2026-11-20T10:00:00Z")], leavings)).toEqual([
      ["2026-11-20T10:00:00Z", "2026-11-21T10:00:00Z"],
      [null, "2026-11-25T10:00:00Z"],
    ]);
    expect(told([], [left("2026-11-21")])).toEqual([[null, "2026-11-21"]]);
  });

  test("a second coming without a leaving goes on with the stay", () => {
    expect(told([came("2026-11-20T10:00:00Z"), came("2026-11-20T10:05:00Z")], [])).toEqual([
      ["2026-11-20T10:00:00Z", null],
    ]);
  });

  test("where only the day is known, the leaving of who is here comes first, and the coming of who is not", () => {
    expect(told([came("2026-11-24T18:30:00Z")], [left("2026-11-24")])).toEqual([
      ["2026-11-24T18:30:00Z", "2026-11-24"],
    ]);
    expect(told([came("2026-11-20"), came("2026-11-24T18:30:00Z")], [left("2026-11-24")])).toEqual([
      ["2026-11-20", "2026-11-24"],
      ["2026-11-24T18:30:00Z", null],
    ]);
    // late in the evening of the 24th on the route, which is the 25th in UTC
    expect(told([came("2026-11-25T04:00:00Z")], [left("2026-11-24")])).toEqual([
      ["2026-11-25T04:00:00Z", "2026-11-24"],
    ]);
    expect(told([came("2026")], [left("2026-05")])).toEqual([["2026", "2026-05"]]);
  });

  test("who was here on a day: both ends count, and who left unnoticed came was here when they left", () => {
    const day = (date: string) => [Date.parse(`${date}T00:00:00Z`), Date.parse(`${date}T23:59:59Z`)] as const;
    const stays = staysOf({
      comings: [came("2026-11-20T10:00:00Z"), came("2026-11-28T10:00:00Z")],
      leavings: [left("2026-11-22T08:00:00Z"), left("2026-11-25")],
    });
    const days = ["19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29"];
    expect(days.filter((d) => wasHere(stays, ...day(`2026-11-${d}`)))).toEqual([
      ...["20", "21", "22", "25", "28", "29"],
    ]);
  });

  const instants = fc
    .integer({ min: Date.UTC(2026, 10, 1), max: Date.UTC(2026, 10, 30) })
    .map((ms) => `${new Date(ms).toISOString().slice(0, 19)}Z`);
  const moments = fc.oneof(
    instants,
    instants.map((at) => at.slice(0, 10)),
    instants.map((at) => at.slice(0, 7)),
    fc.constantFrom("2026", "not a moment", ""),
  );
  const comings = fc.uniqueArray(fc.record({ id: fc.uuid(), at: moments }), {
    maxLength: 6,
    selector: ({ id }) => id,
  });
  const leavings = fc.uniqueArray(
    fc.record({ id: fc.uuid(), at: moments, how: fc.constantFrom(...DEPARTURE_HOWS) }),
    { maxLength: 6, selector: ({ id }) => id },
  );

  test("are the same in any order, hold every departure once, and only the last one may last", () => {
    fc.assert(
      fc.property(comings, leavings, fc.infiniteStream(fc.nat()), (some, others, numbers) => {
        const stays = staysOf({ comings: some, leavings: others });
        const shuffled = <T>(items: readonly T[]): T[] =>
          items
            .map((item) => ({ item, key: numbers.next().value as number }))
            .sort((one, other) => one.key - other.key)
            .map(({ item }) => item);
        expect(staysOf({ comings: shuffled(some), leavings: shuffled(others) })).toEqual(stays);
        const ids = stays.flatMap((stay) => stay.leavings.map(({ id }) => id));
        expect(ids.toSorted()).toEqual(others.map(({ id }) => id).toSorted());
        expect(stays.slice(0, -1).every(({ until }) => until !== null)).toBe(true);
        expect(stays.every(({ from, until }) => from !== null || until !== null)).toBe(true);
        expect(stays.length > 0).toBe(some.length + others.length > 0);
        expect(openStay(stays) === null || endedStay(stays) === null).toBe(true);
      }),
    );
  });

  test("what happens now counts as now, however wrong the clocks of those before were", () => {
    const now = Date.UTC(2026, 10, 15, 12);
    const exact = fc.array(fc.record({ id: fc.uuid(), at: instants }), { maxLength: 5 });
    const gone = fc.array(
      fc.record({ id: fc.uuid(), at: instants, how: fc.constantFrom(...DEPARTURE_HOWS) }),
      {
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(exact, gone, (some, others) => {
        const at = momentAfter(
          now,
          [...some, ...others].map((event) => event.at),
        );
        expect(Date.parse(at)).toBeGreaterThanOrEqual(now);
        expect(
          endedStay(staysOf({ comings: some, leavings: [...others, left(at, "moved-on", "now")] })),
        ).not.toBeNull();
        expect(openStay(staysOf({ comings: [...some, came(at, "now")], leavings: others }))).not.toBeNull();
      }),
    );
    expect(momentAfter(now, [])).toBe("2026-11-15T12:00:00Z");
    expect(momentAfter(now, ["2026-11-15", "nonsense", "2026-11-15T12:00:00Z"])).toBe("2026-11-15T12:00:01Z");
  });
});

describe("a departure that is told late", () => {
  test("is one of the past only between two comings", () => {
    const twice = [came("2026-11-01T10:00:00Z"), came("2026-11-20T10:00:00Z")];
    expect(isPastLeaving("2026-11-05", twice)).toBe(true);
    expect(isPastLeaving("2026-11-21T10:00:00Z", twice)).toBe(false);
    // before every coming: a wrong date, and who is told to leave leaves
    expect(isPastLeaving("2026-10-01", twice)).toBe(false);
    expect(isPastLeaving("2026-11-20", twice)).toBe(false);
    expect(isPastLeaving("2026-11-05", [])).toBe(false);
  });
});

describe("the ways of leaving", () => {
  test("are these words and no other", () => {
    const departure = { guest: "aaaqeayeaudaocajbifqydiob4", at: "2026-11-21" };
    for (const how of ["dead", "deceased", "death", "other", ""])
      expect(parseFields("departure", { ...departure, how }).kind).toBe("bad");
    for (const how of DEPARTURE_HOWS)
      expect(parseFields("departure", { ...departure, how })).toEqual({
        kind: "ok",
        fields: { ...departure, how },
      });
  });

  test("after being detained or not coming back somebody has to act", () => {
    expect(DEPARTURE_HOWS.filter(needsNextStep)).toEqual(["detained", "not-returned"]);
    expect(needsNextStep(null)).toBe(false);
  });
});

/** What stays of a guest who left, and when (docs/decisions/0034-traces.md). */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  parseFields,
  type PersonFields,
  shrinksAt,
  type Stay,
  staysOf,
  TRACE_AFTER_DAYS,
  TRACE_YEARS,
  traceEnds,
  traceOf,
  traceYearsIn,
} from "#model";

const DAY = 86_400_000;
const stay = (from: string | null, until: string | null): Stay => ({
  ...{ from, until },
  leavings: until === null ? [] : [{ id: "d1", at: until, how: "moved-on" }],
});
const WILMER: PersonFields = {
  ...{ name: "Wilmer Xol Caal", alternateNames: ["Chele"], age: 27 },
  sex: "male",
  ...{ country: "GT", state: "Alta Verapaz", town: "Cobán" },
};
const REST: PersonFields = {
  ...{ marks: "cicatriz en la ceja", relatives: ["Rosa Caal"], language: "q’eqchi’", photo: "p1" },
};
const said = { passed: "unset", isGuarded: false, isNotSought: false, years: 10 } as const;

describe("a trace", () => {
  test("keeps names, age, origin and days, and nothing else", () => {
    const stays = [stay("2026-03-01", "2026-03-04T10:00:00Z"), stay("2026-05-01", "2026-05-03")];
    const trace = traceOf({ person: { ...WILMER, ...REST }, stays, ...said });
    expect(trace).toEqual({
      ...WILMER,
      arrivedAt: "2026-03-01",
      leftAt: "2026-05-03",
      expiresAt: "2036-05-04",
    });
    expect(parseFields("trace", trace as object)).toMatchObject({ kind: "ok" });
  });

  test("says what they allowed, and that somebody must never be told", () => {
    const stays = [stay("2026-03-01", "2026-03-04")];
    expect(
      traceOf({ person: WILMER, stays, passed: "yes", isGuarded: false, isNotSought: false, years: 10 }),
    ).toMatchObject({
      passed: "yes",
    });
    const refused = {
      person: WILMER,
      stays,
      passed: "yes",
      isGuarded: false,
      isNotSought: true,
      years: 10,
    } as const;
    expect(traceOf(refused), "who will not be compared leaves none").toBeNull();
    expect(
      traceOf({ person: WILMER, stays, passed: "no", isGuarded: true, isNotSought: false, years: 10 }),
    ).toMatchObject({
      ...{ passed: "no", silent: true },
    });
  });

  test("stays of nobody who is here, who never left, or whose name nobody knows", () => {
    const here = [stay("2026-03-01", "2026-03-04"), stay("2026-04-01", null)];
    expect(traceOf({ person: WILMER, stays: here, ...said })).toBeNull();
    expect(shrinksAt(here)).toBeNull();
    expect(traceOf({ person: WILMER, stays: [], ...said })).toBeNull();
    expect(traceOf({ person: { marks: "lunar" }, stays: [stay(null, "2026-03-04")], ...said })).toBeNull();
  });

  test("is made ninety days after the last leaving is over everywhere", () => {
    const at = shrinksAt([stay("2026-03-01", "2026-03-04"), stay("2026-05-01", "2026-05-03")]);
    expect(at).toBe(Date.UTC(2026, 4, 4, 12) + TRACE_AFTER_DAYS * DAY);
    expect(shrinksAt([stay(null, "2026-05-03T10:00:00Z")])).toBe(
      Date.UTC(2026, 4, 3, 10) + TRACE_AFTER_DAYS * DAY,
    );
    expect(shrinksAt([stay(null, "not a moment")])).toBeNull();
  });

  test("whatever was noted of them, is never of who is here, and fits its kind", () => {
    const moment = fc
      .integer({ min: 0, max: 900 })
      .map((days) => new Date(Date.UTC(2026, 0, 1) + days * DAY).toISOString());
    const event = fc.record({ id: fc.uuid(), at: moment });
    const noted = fc.record({
      comings: fc.array(event, { maxLength: 4 }),
      leavings: fc.array(
        event.map((one) => ({ ...one, how: "moved-on" as const })),
        { maxLength: 4 },
      ),
    });
    let traced = 0;
    fc.assert(
      fc.property(noted, fc.constantFrom("yes" as const, "no" as const, "unset" as const), (all, passed) => {
        const stays = staysOf(all);
        const isHere = stays.some(({ until }) => until === null);
        const trace = traceOf({
          person: WILMER,
          stays,
          passed,
          isGuarded: false,
          isNotSought: false,
          years: 10,
        });
        expect(trace === null).toBe(isHere || stays.length === 0);
        expect(shrinksAt(stays) === null).toBe(trace === null);
        if (trace === null) return;
        traced += 1;
        expect(parseFields("trace", trace as object)).toMatchObject({ kind: "ok" });
        expect(shrinksAt(stays)).toBeGreaterThan(Date.parse(trace.leftAt));
      }),
    );
    expect(traced).toBeGreaterThan(10);
  });
});

describe("the years that a house keeps them", () => {
  const kept = traceOf({ person: WILMER, stays: [stay("2026-03-01", "2026-03-04")], ...said })!;
  const trace = { fields: kept, conflicts: {} };
  const year = (at: number | null): number => new Date(at ?? 0).getUTCFullYear();

  test("are ten where nobody said anything, or nothing that can be read", () => {
    expect(traceYearsIn(null)).toBe(TRACE_YEARS);
    expect(traceYearsIn({ fields: { years: 0 }, conflicts: { years: ["many", 31] } })).toBe(TRACE_YEARS);
  });

  test("end a trace sooner, and never later than it was promised; of years set at once the fewer count", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 }), (all) => {
        const years = traceYearsIn({ fields: { years: all[0] }, conflicts: { years: all } });
        expect(years).toBe(Math.min(...all));
        expect(year(traceEnds(trace, years))).toBe(2026 + Math.min(years, TRACE_YEARS));
      }),
    );
  });

  test("make what is kept from then on", () => {
    const long = traceOf({ person: WILMER, stays: [stay("2026-03-01", "2026-03-04")], ...said, years: 25 })!;
    expect(long.expiresAt).toBe("2051-03-05");
    expect(year(traceEnds({ fields: long, conflicts: {} }, 25))).toBe(2051);
  });
});

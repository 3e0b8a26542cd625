/** When a referral is late, by clocks of which some are years off. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dueOf, type Late } from "#model";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;
const TRUE_NOW = Date.UTC(2026, 10, 22, 12);
const at = (ms: number): string => new Date(ms).toISOString();

interface Story {
  /** How far the clocks of the two houses are off. */
  readonly sender?: number;
  readonly reader?: number;
  /** Hours since it was sent; steps of the reader's own house, hours ago. */
  readonly hours: number;
  readonly steps?: readonly number[];
}

function lateBy({ sender = 0, reader = 0, hours, steps = [] }: Story): Late {
  const facts = { state: "sent", urgency: "24h", sentAt: at(TRUE_NOW - hours * HOUR + sender) } as const;
  const stepsAt = steps.map((ago) => at(TRUE_NOW - ago * HOUR + reader));
  return dueOf({ ...facts, stepsAt }, TRUE_NOW + reader).late;
}

describe("with clocks that are right", () => {
  test("each urgency has its time, from when it was sent", () => {
    const due = (urgency: "24h" | "72h" | "2w") =>
      dueOf({ state: "received", urgency, sentAt: at(TRUE_NOW), stepsAt: [] }, TRUE_NOW).at;
    expect([due("24h"), due("72h"), due("2w")]).toEqual([1, 3, 14].map((days) => TRUE_NOW + days * DAY));
    expect([lateBy({ hours: 23 }), lateBy({ hours: 25 })]).toEqual(["no", "yes"]);
    expect(lateBy({ hours: 25, steps: [1] })).toBe("yes");
  });

  test("nothing is due where somebody arrived, refused, or it is over", () => {
    for (const state of ["arrived", "attended", "declined", "closed", "cancelled"] as const)
      expect(dueOf({ state, urgency: "24h", sentAt: "2026-01-01", stepsAt: [] }, TRUE_NOW)).toEqual({
        ...{ at: null, late: "no" },
      });
  });
});

describe("with a clock that is years off", () => {
  const off = fc
    .oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: -30, max: -1 }))
    .map((years) => years * YEAR);
  const hours = fc.integer({ min: 0, max: 30 * 24 });

  test("nothing is late and nothing is on time: it is unsure, on whichever side the clock is", () => {
    fc.assert(
      fc.property(off, hours, (years, passed) => {
        expect(lateBy({ sender: years, hours: passed })).toBe("unsure");
        expect(lateBy({ reader: years, hours: passed })).toBe("unsure");
      }),
    );
  });

  test("the reader's own first step is what is counted from, so that it is late in the end", () => {
    fc.assert(
      fc.property(off, (years) => {
        expect(lateBy({ sender: years, hours: 40, steps: [23] })).toBe("no");
        expect(lateBy({ sender: years, hours: 40, steps: [25, 3] })).toBe("yes");
        expect(lateBy({ reader: years, hours: 40, steps: [25] })).toBe("yes");
      }),
    );
  });

  test("a house whose clock is off knows of its own what is late", () => {
    fc.assert(
      fc.property(off, hours, (years, passed) => {
        const late = lateBy({ sender: years, reader: years, hours: passed });
        expect(late).toBe(passed > 24 ? "yes" : "no");
      }),
    );
  });

  test("no time makes it fall over", () => {
    const any = fc.oneof(fc.constantFrom("1850", "2150-12-31", "2026-11-22", "no time"), fc.string());
    fc.assert(
      fc.property(any, fc.array(any), (sentAt, stepsAt) => {
        const facts = { state: "sent", urgency: "72h", sentAt, stepsAt } as const;
        expect(["no", "yes", "unsure"]).toContain(dueOf(facts, TRUE_NOW).late);
      }),
    );
  });
});

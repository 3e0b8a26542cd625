/** A vital interest takes two people, one of whom answers for the house, and is over after three days. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areTwoPeople, VITAL_HOURS, vitalState, type VitalStatement, type VitalVoice } from "#model";

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 23, 12);
const TERM = VITAL_HOURS * HOUR;

const lucia: VitalVoice = { device: "lucia's", person: "lucia", answers: true };
const ramiro: VitalVoice = { device: "ramiro's", person: "ramiro", answers: false };
const nadia: VitalVoice = { device: "nadia's", person: "nadia", answers: false };

const claim = (by: VitalVoice | null, at = NOW, id = "c1"): VitalStatement => ({
  ...{ id, by, at, says: "claim", of: null },
});
const agree = (by: VitalVoice | null, at = NOW, of = "c1"): VitalStatement => ({
  ...{ id: "a1", by, at, says: "agree", of },
});
const end = (of = "c1"): VitalStatement => ({ id: "e1", by: null, at: NOW, says: "end", of });

describe("what stands", () => {
  test("one person alone waits, two hold it, and an end of anybody ends it", () => {
    expect(vitalState([], NOW)).toEqual({ kind: "none" });
    expect(vitalState([claim(ramiro)], NOW)).toEqual({ kind: "waiting", claims: ["c1"] });
    expect(vitalState([claim(ramiro), agree(lucia, NOW + HOUR)], NOW + HOUR)).toEqual({
      ...{ kind: "holds", claim: "c1", until: NOW + TERM },
    });
    expect(vitalState([claim(ramiro), agree(lucia), end()], NOW)).toEqual({ kind: "none" });
  });

  test.each([
    ["nobody of whom answers for the house", claim(ramiro), agree(nadia)],
    ["on one device", claim(ramiro), agree({ ...lucia, device: ramiro.device })],
    ["of one name", claim(lucia), agree({ ...lucia, device: "another of hers" })],
    ["one of whom has no name", claim({ ...ramiro, person: null }), agree(lucia)],
    ["one of whom could not agree", claim(ramiro), agree(null)],
    ["who mean different claims", claim(ramiro), agree(lucia, NOW, "c2")],
  ])("two words %s are not two people", (_which, one, other) => {
    expect(vitalState([one, other], NOW)).toEqual({ kind: "waiting", claims: ["c1"] });
  });

  test("what nobody who may claims is nothing", () => {
    expect(vitalState([claim(null), agree(lucia)], NOW)).toEqual({ kind: "none" });
  });

  test("a clock that is years ahead makes it hold no longer", () => {
    const ahead = NOW + 3 * 365 * 24 * HOUR;
    expect(vitalState([claim(ramiro, ahead), agree(lucia, ahead)], NOW).kind).toBe("none");
    expect(vitalState([claim(ramiro), agree(lucia, ahead)], NOW).kind).toBe("waiting");
    expect(vitalState([claim(ramiro, NaN), agree(lucia)], NOW).kind).toBe("none");
  });
});

const voices: fc.Arbitrary<VitalVoice | null> = fc.oneof(
  fc.constant(null),
  fc.record({
    device: fc.constantFrom("d1", "d2", "d3"),
    person: fc.constantFrom("one", "two", null),
    answers: fc.boolean(),
  }),
  fc.constantFrom(lucia, ramiro),
);
const moments = fc
  .oneof({ weight: 9, arbitrary: fc.integer({ min: -80, max: 30 }) }, fc.constant(1e6))
  .map((hours) => NOW + hours * HOUR);
const claims = fc.constantFrom("c1", "c2");
const statements = fc.uniqueArray(
  fc.oneof(
    fc.record<VitalStatement>({
      ...{ id: claims, by: voices, at: moments, says: fc.constant("claim"), of: fc.constant(null) },
    }),
    fc.record<VitalStatement>({
      ...{ id: fc.constantFrom("a1", "a2", "a3"), by: voices, at: moments },
      ...{ says: fc.constant("agree"), of: claims },
    }),
    fc.record<VitalStatement>({
      ...{ id: fc.constantFrom("e1"), by: voices, at: moments, says: fc.constant("end"), of: claims },
    }),
  ),
  { selector: ({ id }) => id, minLength: 2, maxLength: 7 },
);

describe("whatever is said, in whatever order it comes", () => {
  test("it holds only with two people behind one claim, one of whom answers, and for three days at the most", () => {
    let held = 0;
    fc.assert(
      fc.property(statements, (some) => {
        const state = vitalState(some, NOW);
        if (state.kind !== "holds") return;
        held += 1;
        const claimed = some.find(({ id, says }) => says === "claim" && id === state.claim);
        expect(claimed).toBeDefined();
        expect(some.some(({ says, of }) => says === "end" && of === state.claim)).toBe(false);
        const seconds = some.filter(
          ({ says, of, by }) =>
            says === "agree" &&
            of === state.claim &&
            areTwoPeople(by, claimed?.by ?? null) &&
            (by?.answers === true || claimed?.by?.answers === true),
        );
        expect(seconds).not.toHaveLength(0);
        expect(state.until).toBeGreaterThan(NOW);
        expect(state.until).toBeLessThanOrEqual((claimed?.at ?? NaN) + TERM);
      }),
      { numRuns: 4000 },
    );
    // the control: this tries states in which it holds, too
    expect(held).toBeGreaterThan(20);
  });

  test("the order tells nothing, an end never widens, and no time brings it back", () => {
    const shuffled = statements.chain((some) =>
      fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
    );
    fc.assert(
      fc.property(shuffled, ([some, other]) => {
        const state = vitalState(some, NOW);
        expect(vitalState(other, NOW)).toEqual(state);
        if (state.kind !== "holds") return;
        expect(vitalState([...some, end(state.claim)], NOW)).not.toMatchObject({ claim: state.claim });
        expect(vitalState(some, state.until)).not.toMatchObject({ claim: state.claim });
      }),
      { numRuns: 2000 },
    );
  });
});

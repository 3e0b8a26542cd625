/** What may leave the house of a found person, over every state, standing and pair of people. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  adulthoodOf,
  extractAnswer,
  MATCH_STATES,
  mayLeave,
  narrowestOf,
  parseFields,
  type PersonStanding,
  releaseOf,
  tells,
  type Voice,
} from "#model";

const states = fc.constantFrom(...MATCH_STATES);
/** What refuses everything must not be in most of them. */
const seldom = fc.constantFrom(false, false, false, true);
const standings: fc.Arbitrary<PersonStanding> = fc.record({
  age: fc.constantFrom("adult", "minor", "unknown"),
  hasLeft: fc.boolean(),
  hasDied: seldom,
  isGuarded: fc.boolean(),
  passed: fc.constantFrom("yes", "no", "unset"),
  isProtected: fc.boolean(),
  isNotSought: seldom,
});
const voices: fc.Arbitrary<Voice | null> = fc.option(
  fc.record({
    device: fc.constantFrom("a", "b"),
    protects: fc.boolean(),
    holds: fc.boolean(),
    person: fc.constantFrom("ana", "berta", null),
  }),
);

describe("what may leave", () => {
  test("is nothing without a yes, whoever agrees", () => {
    fc.assert(
      fc.property(states, fc.string(), fc.string(), (state, message, proof) => {
        const address = { to: "t", card: "c" };
        const answer = extractAnswer(address, {
          state,
          place: "Casa",
          on: "2026-11-21T10:00:00Z",
          message,
          proof,
        });
        if (!["yes", "yes-no-place", "passed"].includes(state))
          expect(answer).toEqual({ ...address, state: "withdrawn" });
        else {
          expect(answer).toMatchObject({ state: "given", on: "2026-11-21", message, proof });
          expect("place" in answer).toBe(state !== "yes-no-place");
        }
      }),
    );
  });

  test("takes two different people for a minor and for who left undecided, one of them for protection", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(states, standings, voices, voices, (state, standing, asked, second) => {
        const release = releaseOf(state, standing);
        const leaves = tells(state) && mayLeave(release, { asked, second });
        seen.add(`${release.kind} ${String(leaves)}`);
        if (!leaves) return;
        expect([standing.hasDied, standing.isNotSought]).toEqual([false, false]);
        expect(standing.age).not.toBe("unknown");
        if (state === "passed") expect(standing).toMatchObject({ hasLeft: true });
        if (state === "passed") expect(standing.passed).not.toBe("no");
        const takesTwo =
          standing.age === "minor" ||
          standing.isGuarded ||
          (state === "passed" && standing.passed === "unset");
        if (standing.isProtected || !takesTwo) return;
        expect(asked?.device).not.toBe(second?.device);
        expect([asked?.protects, second?.protects]).toContain(true);
      }),
      { numRuns: 5000 },
    );
    // the property was about something
    expect([...seen].sort()).toEqual(
      expect.arrayContaining([
        "free true",
        "refused false",
        "second false",
        "second true",
        "two false",
        "two true",
      ]),
    );
  });

  test("of who is protected takes two people who both hold the keys, whatever the age", () => {
    let left = 0;
    fc.assert(
      fc.property(states.filter(tells), standings, voices, voices, (state, standing, asked, second) => {
        const release = releaseOf(state, { ...standing, isProtected: true });
        if (!mayLeave(release, { asked, second })) return;
        left += 1;
        expect([asked?.holds, second?.holds]).toEqual([true, true]);
        expect([asked?.person, second?.person].toSorted()).toEqual(["ana", "berta"]);
        expect(asked?.device).not.toBe(second?.device);
      }),
      { numRuns: 5000 },
    );
    expect(left).toBeGreaterThan(20);
  });

  test("of what was set at once, that which tells least holds, in any order", () => {
    fc.assert(
      fc.property(fc.array(states, { minLength: 1 }), (some) => {
        const holds = narrowestOf(some);
        expect(some).toContain(holds);
        expect(narrowestOf(some.toReversed())).toBe(holds);
        if (some.includes("no")) expect(holds).toBe("no");
        if (some.some((state) => !tells(state))) expect(tells(holds)).toBe(false);
      }),
    );
    expect(narrowestOf([])).toBe("open");
    expect(narrowestOf(["yes", "yes-no-place"])).toBe("yes-no-place");
  });
});

describe("of age", () => {
  const today = "2026-11-21";
  test.each([
    [{ age: 18 }, "adult"],
    [{ age: 17 }, "minor"],
    [{ age: { from: 17, to: 25 } }, "minor"],
    [{ age: { from: 19, to: 19, approximate: true as const } }, "minor"],
    [{ age: { from: 20, to: 20, approximate: true as const } }, "adult"],
    [{ birthDate: "2008-11-21" }, "adult"],
    [{ birthDate: "2008-11-22" }, "minor"],
    [{ birthDate: "2008-11" }, "minor"],
    [{ birthDate: "2008" }, "minor"],
    [{ birthDate: "2007" }, "adult"],
    [{ age: 30, birthDate: "2012" }, "minor"],
    [{}, "unknown"],
  ] as const)("%j is %s", (fields, expected) => {
    expect(adulthoodOf(fields, today)).toBe(expected);
  });
});

test("a card takes the question along without contacts, and never the answer", async () => {
  const { extractCard } = await import("#model");
  const report = parseFields("report", {
    name: "Wilmer Xol",
    proof: { question: "¿Cómo se llamaba Canela, la perra? Llame al 555 0142 99", answer: "Canela" },
  });
  if (report.kind === "bad") throw new Error("the report is whole");
  expect(JSON.stringify(extractCard(report.fields))).not.toMatch(/Canela|555/u);
  const plain = parseFields("report", {
    name: "Wilmer Xol",
    proof: { question: "¿El perro?", answer: "Canela" },
  });
  if (plain.kind === "bad") throw new Error("the report is whole");
  expect(extractCard(plain.fields)).toMatchObject({ question: "¿El perro?" });
});

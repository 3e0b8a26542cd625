/** Who is shown a trace's name, for any statements in any order; and what may be told of somebody who is a trace. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  openingState,
  type OpeningStatement,
  parseFields,
  type PersonStanding,
  releaseOf,
  SAID,
  tells,
  whyNotSaid,
} from "#model";

const VOICES = [
  { device: "d1", person: "delia chen" },
  { device: "d2", person: "delia chen" },
  { device: "d3", person: "elsa pop" },
  { device: "d4", person: null },
  null,
] as const;

const statement: fc.Arbitrary<OpeningStatement> = fc
  .record({
    id: fc.constantFrom("a", "b", "c", "d", "e", "f"),
    by: fc.constantFrom(...VOICES),
    at: fc.constantFrom("2026-03-01", "2026-03-02"),
    says: fc.constantFrom("propose", "agree", "refuse"),
    of: fc.constantFrom("a", "b", "c"),
    terms: fc.constantFrom("pide que se borre", "pregunta su madre"),
  })
  .map(({ says, of, terms, ...base }): OpeningStatement => {
    if (says === "propose") return { ...base, says, terms };
    return says === "agree" ? { ...base, says, of, terms } : { ...base, says: "refuse", of };
  });

/** Of each id one: a record is one statement. */
const statements = fc.uniqueArray(statement, { maxLength: 6, selector: ({ id }) => id });

describe("a trace is open", () => {
  test("only with two people at two devices, for one reason, against no refusal, whatever came first", () => {
    let opened = 0;
    fc.assert(
      fc.property(statements, fc.nat(), (all, turn) => {
        const state = openingState(all);
        const at = all.length === 0 ? 0 : turn % all.length;
        const turned = [...all.slice(at), ...all.slice(0, at)].toReversed();
        expect(openingState(turned)).toEqual(state);
        if (state.kind !== "agreed") return;
        opened += 1;
        const { proposal, agreement } = state;
        expect(agreement.terms).toBe(proposal.terms);
        expect([proposal.by?.person, agreement.by?.person].sort()).toEqual(["delia chen", "elsa pop"]);
        expect(all.some((one) => one.says === "refuse" && one.of === proposal.id)).toBe(false);
      }),
      { numRuns: 3000 },
    );
    expect(opened).toBeGreaterThan(10);
  });

  test("is said no to before what would count for nothing is written", () => {
    const by = VOICES[0];
    const asked: OpeningStatement = { id: "a", by, at: "2026-03-01", says: "propose", terms: "pide" };
    const agreed: OpeningStatement = {
      id: "b",
      by: VOICES[2],
      at: "2026-03-02",
      says: "agree",
      of: "a",
      terms: "pide",
    };
    const waiting = openingState([asked]);
    expect(whyNotSaid(waiting, { says: "agree", of: "a", by: VOICES[1] })).toBe("another-person");
    expect(whyNotSaid(waiting, { says: "agree", of: "a", by: VOICES[2] })).toBeNull();
    expect(whyNotSaid(waiting, { says: "agree", of: "x", by: VOICES[2] })).toBe("nothing-to-agree");
    expect(whyNotSaid(openingState([asked, agreed]), { says: "propose", by })).toBe("opened-already");
    expect(whyNotSaid(openingState([asked, agreed]), { says: "refuse", of: "a", by })).toBeNull();
  });

  test.each([
    [{ guest: "aebagbafaydqqcikbmga2dqpca", says: "propose", at: "2026-03-01" }, "reason"],
    [{ guest: "aebagbafaydqqcikbmga2dqpca", says: "agree", reason: "pide", at: "2026-03-01" }, "of"],
  ])("needs what is agreed on: %j", (fields, field) => {
    expect(parseFields("trace-opening", fields)).toMatchObject({ kind: "bad", problems: [{ field }] });
  });
});

describe("of a trace", () => {
  const standing = fc.record({
    age: fc.constantFrom("adult", "minor", "unknown"),
    isGuarded: fc.boolean(),
    passed: fc.constantFrom("yes", "no", "unset"),
  });
  test("nothing is told but that they passed, by two who hold the keys, never over a no or where somebody was named", () => {
    const told = new Set<string>();
    fc.assert(
      fc.property(standing, fc.constantFrom(...SAID), (some, said) => {
        const of: PersonStanding = {
          ...some,
          ...{ hasLeft: true, hasDied: false, isProtected: true, isTrace: true, isNotSought: false },
        };
        const { kind } = releaseOf(said, of);
        const isLetOut = tells(said) && kind !== "refused";
        if (isLetOut) told.add(`${said} ${kind} ${of.passed} ${of.age}`);
        expect(isLetOut).toBe(said === "passed" && !of.isGuarded && of.passed !== "no");
      }),
      { numRuns: 1000 },
    );
    // the control: it can be told, of every age, with a yes or nothing said, and always by two
    expect(told.size).toBe(6);
    for (const one of told) expect(one).toMatch(/^passed two (yes|unset) /u);
  });
});

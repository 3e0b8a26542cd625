/** Who is protected, what is owed to them, and that one person alone never lets them go (docs/decisions/0029-protected.md). */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  areTwoPeople,
  isDone,
  noticeDue,
  type ReleaseState,
  releaseState,
  type ReleaseStatement,
  type ReleaseVoice,
  stepRelease,
  whyProtected,
} from "#model";

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 21, 12);
const at = (hours: number): string => new Date(NOW + hours * HOUR).toISOString();

const voices: fc.Arbitrary<ReleaseVoice> = fc.record({
  device: fc.constantFrom("delia's", "delia's other", "elsa's"),
  person: fc.constantFrom("delia", "elsa", null),
});
const terms = fc.record({
  how: fc.constantFrom("transferred" as const, "moved-on" as const),
  to: fc.constantFrom("DIF", null),
});
const ids = fc.constantFrom("p1", "p2", "p3");
const says = {
  propose: fc.record({
    id: ids,
    by: fc.option(voices),
    at: fc.constantFrom(at(0), at(1)),
    says: fc.constant("propose" as const),
    terms,
  }),
  agree: fc.record({
    id: fc.constantFrom("a1", "a2", "a3"),
    by: fc.option(voices),
    at: fc.constantFrom(at(2), at(-9000)),
    says: fc.constant("agree" as const),
    of: ids,
    terms,
  }),
  refuse: fc.record({
    id: fc.constantFrom("r1", "r2"),
    by: fc.option(voices),
    at: fc.constantFrom(at(3), at(0)),
    says: fc.constant("refuse" as const),
    of: ids,
  }),
};
const statements = (...of: readonly fc.Arbitrary<ReleaseStatement>[]) =>
  fc.uniqueArray(fc.oneof(...of), { selector: ({ id }) => id, maxLength: 8 });
const all = statements(says.propose, says.agree, says.agree, says.refuse);

describe("whoever is protected leaves with the word of two", () => {
  test("who are two devices and two people, agreed on the same, and nobody said no", () => {
    let released = 0;
    fc.assert(
      fc.property(all, (some) => {
        const state = releaseState(some);
        if (state.kind !== "released") return;
        released += 1;
        const { proposal, agreement } = state;
        expect(areTwoPeople(proposal.by, agreement.by)).toBe(true);
        expect(proposal.by?.device).not.toBe(agreement.by?.device);
        expect(proposal.by?.person).not.toBe(agreement.by?.person);
        expect(agreement.terms).toEqual(proposal.terms);
        expect(some.some((one) => one.says === "refuse" && one.of === proposal.id)).toBe(false);
      }),
      { numRuns: 20_000 },
    );
    // the property was about something
    expect(released).toBeGreaterThan(100);
  });

  test("never by one person, whatever they say, at however many devices, in whatever order", () => {
    const alone = fc
      .constantFrom("delia", "elsa", null)
      .chain((person) =>
        all.map((some) => some.map((one) => one.by && { ...one, by: { ...one.by, person } })),
      )
      .map((some) => some.filter((one) => one !== null));
    const oneDevice = all.map((some) =>
      some.flatMap((one) => (one.by === null ? [] : [{ ...one, by: { ...one.by, device: "delia's" } }])),
    );
    fc.assert(
      fc.property(fc.oneof(alone, oneDevice), (some) => {
        expect(releaseState(some).kind).toBe("here");
      }),
      { numRuns: 20_000 },
    );
  });

  test("nor by who did not hold the keys, or by a record that several devices wrote in", () => {
    fc.assert(
      fc.property(all, fc.boolean(), (some, ofProposals) => {
        const silenced = some.map((one) =>
          one.says === (ofProposals ? "propose" : "agree") ? { ...one, by: null } : one,
        );
        expect(releaseState(silenced).kind).toBe("here");
      }),
    );
  });

  test("the same for any order in which it was heard, and a no that is heard later still ends it", () => {
    const shuffled = all.chain((some) =>
      fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
    );
    fc.assert(
      fc.property(shuffled, ([some, other]) => {
        const state = releaseState(some);
        expect(releaseState(other)).toEqual(state);
        if (state.kind !== "released") return;
        const no = { id: "late", by: null, at: at(-1), says: "refuse" as const, of: state.proposal.id };
        const after = releaseState([...other, no]);
        expect(after.kind === "released" && after.proposal.id === state.proposal.id).toBe(false);
      }),
    );
  });

  test("what a program lets be said is what counts afterwards, at one device after the other", () => {
    const people: readonly ReleaseVoice[] = [
      { device: "delia's", person: "delia" },
      { device: "delia's other", person: "delia" },
      { device: "elsa's", person: "elsa" },
    ];
    const deeds = fc.array(
      fc.record({
        by: fc.constantFrom(...people),
        says: fc.constantFrom("propose" as const, "agree" as const, "refuse" as const),
        of: fc.nat(3),
        // whether the device has heard of what the others said
        heard: fc.boolean(),
      }),
      { maxLength: 10 },
    );
    let released = 0;
    const kinds = new Set<string>();
    fc.assert(
      fc.property(deeds, (some) => {
        const said: (ReleaseStatement & { readonly seen: number })[] = [];
        for (const { by, says: what, of, heard } of some) {
          const known = heard ? said : said.filter((one) => one.by?.device === by.device);
          const state: ReleaseState = releaseState(known);
          const target = `s${String(of)}`;
          const event = what === "propose" ? { says: what, by } : { says: what, of: target, by };
          const step = stepRelease(state, event);
          kinds.add(`${what} ${step.kind === "ok" ? "ok" : step.why}`);
          if (step.kind !== "ok") continue;
          const base = { id: `s${String(said.length)}`, by, at: at(said.length), seen: said.length };
          const told = { how: "transferred" as const, to: "DIF" };
          if (what === "propose") said.push({ ...base, says: what, terms: told });
          else if (what === "agree") said.push({ ...base, says: what, of: target, terms: told });
          else said.push({ ...base, says: what, of: target });
        }
        const state = releaseState(said);
        if (state.kind !== "released") return;
        released += 1;
        expect(new Set([state.proposal.by?.person, state.agreement.by?.person])).toEqual(
          new Set(["delia", "elsa"]),
        );
      }),
      { numRuns: 5000 },
    );
    expect(released).toBeGreaterThan(50);
    expect([...kinds].sort()).toEqual([
      ...["agree another-person", "agree nothing-to-agree", "agree ok", "agree released-already"],
      ...["propose ok", "propose released-already", "refuse nothing-to-agree", "refuse ok"],
    ]);
  });
});

describe("who is protected", () => {
  const today = "2026-11-21";
  const why = (asked: object, person: object): unknown => {
    const judged = whyProtected(asked, { person: { ...person }, today });
    return judged.kind === "ok" ? judged.why : judged.problems;
  };

  test.each([
    [{ alone: true }, { age: 15 }, ["minor-alone"]],
    [{ alone: "sí" }, { age: "unos 19" }, ["minor-alone"]],
    [{ alone: true }, { age: { from: 17, to: 25 } }, ["minor-alone"]],
    [{ alone: true }, { birthDate: "2008" }, ["minor-alone"]],
    [{ alone: true }, { age: 20 }, []],
    [{ alone: true }, {}, []],
    [{ alone: false }, { age: 15 }, []],
    [{}, { age: 15 }, []],
    [{ protect: "trafficking" }, { age: 31 }, ["trafficking"]],
    [
      { alone: true, protect: ["gender-violence", "trafficking"] },
      { age: 12 },
      ["minor-alone", "gender-violence", "trafficking"],
    ],
  ])("%j of %j: %j", (asked, person, expected) => {
    expect(why(asked, person)).toEqual(expected);
  });

  test("a word that is none is refused, and never taken for a no", () => {
    expect(why({ alone: "quizá" }, { age: 15 })).toEqual([{ field: "alone", code: "unknown-choice" }]);
    expect(why({ protect: "sí" }, { age: 15 })).toEqual([{ field: "protect", code: "unknown-choice" }]);
    expect(why({ protect: "minor-alone" }, {})).toEqual([{ field: "protect", code: "unknown-choice" }]);
  });
});

describe("what is owed", () => {
  const said = (id: string, word: string, ...replaces: readonly string[]) => ({ id, said: [word], replaces });

  test("is done where everything that stands says so", () => {
    expect(isDone([])).toBe(false);
    expect(isDone([said("a", "done")])).toBe(true);
    expect(isDone([said("a", "done"), said("b", "not-done", "a")])).toBe(false);
    expect(isDone([said("a", "done"), said("b", "not-done")])).toBe(false);
    expect(isDone([said("a", "not-done"), said("b", "done", "a")])).toBe(true);
    expect(isDone([said("a", "done", "b"), said("b", "done", "a")])).toBe(false);
  });

  test("the authority is told within a day of the coming", () => {
    expect(noticeDue({ done: false, since: [at(-2)] }, NOW)).toEqual({ at: NOW + 22 * HOUR, late: "no" });
    expect(noticeDue({ done: false, since: [at(-25)] }, NOW)).toEqual({ at: NOW - HOUR, late: "yes" });
    expect(noticeDue({ done: true, since: [at(-25)] }, NOW)).toEqual({ at: null, late: "no" });
  });

  test("a clock that is years off makes it neither late nor on time", () => {
    const years = 24 * 365 * 3;
    expect(noticeDue({ done: false, since: [at(-years)] }, NOW)).toEqual({ at: null, late: "unsure" });
    expect(noticeDue({ done: false, since: [at(years)] }, NOW)).toEqual({ at: null, late: "unsure" });
    expect(noticeDue({ done: false, since: ["nonsense"] }, NOW).late).toBe("unsure");
    // what another device noted since says from when at the latest
    expect(noticeDue({ done: false, since: [at(years), at(-30)] }, NOW).late).toBe("yes");
  });
});

/** A referral to an institution: what is typed in of its answers, on several devices at once, and what its slip says. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  answersDiffer,
  isOver,
  isOwnStep,
  NEEDS,
  parseFields,
  type PersonFields,
  possibleSteps,
  REFERRAL_STEPS,
  type ReferralSide,
  type ReferralState,
  referralState,
  type ReferralStep,
  type SaidStep,
  seenNow,
  slipToldOf,
  stepReferral,
} from "#model";

const ANSWERS = REFERRAL_STEPS.filter((step) => !isOwnStep(step));
const sideOf = (step: ReferralStep): ReferralSide => (isOwnStep(step) ? "sender" : "receiver");
const said = (id: string, step: ReferralStep, ...seen: string[]): SaidStep => ({
  ...{ id, side: sideOf(step), step, seen },
});
const typed = (state: ReferralState, step: ReferralStep) =>
  stepReferral(state, { side: sideOf(step), step, answers: "typed" });
const may = (state: ReferralState): readonly ReferralStep[] => [
  ...possibleSteps(state, "sender", "typed"),
  ...possibleSteps(state, "receiver", "typed"),
];

describe("steps that are typed in, in turn", () => {
  test("lead through every state, each where it says; all others are refused with those that are possible", () => {
    const reached = new Map<ReferralState, readonly SaidStep[]>([["sent", []]]);
    let tried = 0;
    for (const [state, steps] of reached)
      for (const step of REFERRAL_STEPS) {
        const outcome = typed(state, step);
        if (!may(state).includes(step)) {
          const possible = possibleSteps(state, sideOf(step), "typed");
          expect([state, step, outcome]).toEqual([state, step, { kind: "refused", possible }]);
          continue;
        }
        const next = [...steps, said(`n${String(steps.length)}`, step, ...seenNow(steps))];
        expect([state, step, outcome]).toEqual([state, step, { kind: "ok", state: referralState(next) }]);
        tried += 1;
        if (!reached.has(referralState(next))) reached.set(referralState(next), next);
      }
    expect([...reached.keys()].sort()).toEqual(
      [...["sent", "received", "accepted", "declined", "arrived", "not-arrived", "attended"]]
        .concat("closed", "cancelled")
        .sort(),
    );
    expect(tried).toBe(36);
  });

  test("the sender's own steps are those of a referral to a house, and nothing follows its end", () => {
    const states = [
      "sent",
      "received",
      "accepted",
      "declined",
      "arrived",
      "not-arrived",
      "attended",
    ] as const;
    for (const state of states) {
      expect(possibleSteps(state, "sender", "typed")).toEqual(possibleSteps(state, "sender"));
      for (const step of possibleSteps(state, "receiver"))
        expect(possibleSteps(state, "receiver", "typed")).toContain(step);
    }
    for (const state of ["closed", "cancelled"] as const) expect(may(state)).toEqual([]);
  });

  test("what was mistyped is mended by another answer, until it is closed", () => {
    const wrong = [said("a", "attended")];
    const mended = [...wrong, said("b", "not-arrived", "a")];
    expect([referralState(wrong), referralState(mended)]).toEqual(["attended", "not-arrived"]);
    expect(answersDiffer(mended)).toBe(false);
  });
});

describe("answers that two devices type in at once", () => {
  test("that cannot both be so are told, and settled by whoever asks again", () => {
    const two = [said("a", "attended"), said("b", "not-arrived")];
    expect([referralState(two), answersDiffer(two)]).toEqual(["attended", true]);
    const settled = [...two, said("c", "not-arrived", "a", "b")];
    expect([referralState(settled), answersDiffer(settled)]).toEqual(["not-arrived", false]);
    expect(answersDiffer([said("a", "receive"), said("b", "accept")])).toBe(false);
    expect(answersDiffer([said("a", "accept"), said("b", "attended")])).toBe(false);
    expect(answersDiffer([said("a", "accept"), said("b", "decline")])).toBe(true);
  });

  /** Two devices of one house, each of which takes only steps that are possible there. */
  const deed = fc.record({
    device: fc.nat(1),
    act: fc.oneof({ weight: 3, arbitrary: fc.nat(20) }, fc.constant("hear" as const)),
  });

  test("come to one state on both once each has heard the other, and no contradiction is over unseen", () => {
    let differed = 0;
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => {
        const devices: (readonly SaidStep[])[] = [[], []];
        let count = 0;
        const hear = (to: number): void => {
          devices[to] = [...new Set([...devices[to]!, ...devices[1 - to]!])];
        };
        for (const { device, act } of deeds) {
          const here = devices[device]!;
          if (act === "hear") hear(device);
          else {
            const possible = may(referralState(here));
            const step = possible[act % Math.max(1, possible.length)];
            // a house that cancels or closes does so seldom, so that most stories go on
            if (step !== undefined && (!isOwnStep(step) || act > 17))
              devices[device] = [...here, said(`n${String((count += 1))}`, step, ...seenNow(here))];
          }
        }
        hear(0);
        hear(1);
        const states = devices.map(referralState);
        expect(states[0]).toBe(states[1]);
        expect(answersDiffer(devices[0]!)).toBe(answersDiffer(devices[1]!));
        const all = devices[0]!;
        if (!answersDiffer(all)) return;
        differed += 1;
        const answer = possibleSteps(states[0]!, "receiver", "typed")[0];
        if (answer === undefined) expect(isOver(states[0]!)).toBe(true);
        else expect(answersDiffer([...all, said("again", answer, ...seenNow(all))])).toBe(false);
      }),
      { numRuns: 2000 },
    );
    expect(differed).toBeGreaterThan(50);
  });
});

const MIKAL: PersonFields = {
  ...{ name: "Mikal Pérez Xol", givenNames: "Mikal", surnames: "Pérez Xol", alternateNames: ["Chejo"] },
  ...{ sex: "other", age: 19, birthDate: "2007-03-01", country: "GT", state: "Huehuetenango" },
  ...{ town: "San Juan Ixcoy", marks: "lunar", relatives: ["Rosa (tía) 555 0142 77, va a Tijuana"] },
  ...{ language: "q'anjob'al", photo: "p1" },
};
const NAMES = ["name", "givenNames", "surnames"];

describe("what a slip says", () => {
  test("is what the need needs and paper may say: nobody else, and not whence a family can be found", () => {
    const told = NEEDS.map((need) => [need, Object.keys(slipToldOf(MIKAL, { need, unnamed: false }))]);
    expect(Object.fromEntries(told)).toEqual({
      shelter: [...NAMES, "sex", "age", "language"],
      health: [...NAMES, "sex", "age", "birthDate", "language"],
      psychosocial: [...NAMES, "sex", "age", "language"],
      legal: [...NAMES, "age", "birthDate", "country", "language"],
      protection: [...NAMES, "sex", "age", "country", "language"],
      material: NAMES,
      family: [...NAMES, "country", "language"],
      other: NAMES,
    });
  });

  test("has no name where the code stands for it, and no telephone whatever was typed where", () => {
    for (const need of NEEDS) {
      const unnamed = JSON.stringify(slipToldOf(MIKAL, { need, unnamed: true }));
      expect(unnamed).not.toMatch(/Mikal|Pérez|Chejo|lunar/u);
    }
    const typedWrong = {
      name: "Ana Ruiz tel. 555 0142 77",
      alternateNames: ["55501427788"],
      language: "mam",
    };
    expect(slipToldOf(typedWrong, { need: "health", unnamed: false })).toEqual({
      ...{ name: "Ana Ruiz", language: "mam" },
    });
    expect(slipToldOf({ marks: "gorra roja" }, { need: "material", unnamed: false })).toEqual({});
  });

  test("for any person and need, is never more than a house is told, and never a way to reach anybody", () => {
    const person = fc.record(
      {
        name: fc.string(),
        alternateNames: fc.array(fc.constantFrom("Chejo", "+52 555 0142", "chejo@ejemplo.invalid")),
        relatives: fc.constant<string[]>(["Rosa, Tijuana"]),
        language: fc.constantFrom("mam", "llamar al 555 0142"),
        marks: fc.string(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(person, fc.constantFrom(...NEEDS), fc.boolean(), (fields, need, unnamed) => {
        const slip = slipToldOf(fields, { need, unnamed });
        expect(JSON.stringify(slip)).not.toMatch(/0142|ejemplo|Rosa|Tijuana/u);
        expect(Object.keys(slip)).not.toContain("marks");
      }),
    );
  });
});

test("a step of the institution says how it was heard, and a step of the house does not", () => {
  const base = { referral: "aebagbafaydqqcikbmga2dqpca", at: "2026-11-22T10:00:00Z" };
  for (const step of ANSWERS) {
    expect(parseFields("service-step", { ...base, step }).kind).toBe("bad");
    expect(parseFields("service-step", { ...base, step, heard: "phone" }).kind).toBe("ok");
  }
  for (const step of ["close", "cancel"]) {
    expect(parseFields("service-step", { ...base, step }).kind).toBe("ok");
    expect(parseFields("service-step", { ...base, step, heard: "slip" }).kind).toBe("bad");
  }
});

/** How far a referral is, whatever each side says, on whatever device, in whatever order it comes. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  extractDuty,
  mayKnowPeople,
  possibleSteps,
  REFERRAL_STEPS,
  type ReferralSide,
  type ReferralState,
  referralState,
  type ReferralStep,
  type SaidStep,
  seenNow,
  stepReferral,
} from "#model";

const STATES: readonly ReferralState[] = [
  ...(["sent", "received", "accepted", "declined", "arrived"] as const),
  ...(["not-arrived", "attended", "closed", "cancelled"] as const),
];
const SIDES: readonly ReferralSide[] = ["sender", "receiver"];
const said = (id: string, side: ReferralSide, step: ReferralStep, ...seen: string[]): SaidStep => ({
  ...{ id, side, step, seen },
});

/** Both sides in turn, each having seen all that was said. */
function inTurn(...steps: readonly (readonly [ReferralSide, ReferralStep])[]): readonly SaidStep[] {
  return steps.reduce<readonly SaidStep[]>(
    (known, [side, step], at) => [...known, said(`s${String(at)}`, side, step, ...seenNow(known))],
    [],
  );
}

describe("steps that are said in turn", () => {
  test("lead through every state, and each step that is possible leads where it says", () => {
    const reached = new Map<ReferralState, readonly SaidStep[]>([["sent", []]]);
    const tried: string[] = [];
    for (const [state, steps] of reached)
      for (const side of SIDES)
        for (const step of possibleSteps(state, side)) {
          const next = [...steps, said(`n${String(steps.length)}`, side, step, ...seenNow(steps))];
          const stepped = stepReferral(state, { side, step });
          expect(stepped).toEqual({ kind: "ok", state: referralState(next) });
          tried.push(`${state} ${side} ${step}`);
          if (!reached.has(referralState(next))) reached.set(referralState(next), next);
        }
    expect([...reached.keys()].sort()).toEqual([...STATES].sort());
    expect(tried.length).toBe(20);
  });

  test("that are not possible are refused, with those that are", () => {
    for (const state of STATES)
      for (const side of SIDES)
        for (const step of REFERRAL_STEPS) {
          const possible = possibleSteps(state, side);
          const stepped = stepReferral(state, { side, step });
          if (possible.includes(step)) expect(stepped.kind).toBe("ok");
          else expect(stepped).toEqual({ kind: "refused", possible });
        }
    for (const step of ["accept", "decline", "arrived", "not-arrived", "attended", "receive"] as const)
      for (const state of STATES) expect(possibleSteps(state, "sender")).not.toContain(step);
    for (const state of STATES) expect(possibleSteps(state, "receiver")).not.toContain("cancel");
  });
});

describe("steps that are said apart", () => {
  test("a cancelled referral stays so, whatever the receiver says", () => {
    const steps = [
      said("c", "sender", "cancel"),
      said("a", "receiver", "accept"),
      said("x", "sender", "close", "a"),
    ];
    expect(referralState(steps)).toBe("cancelled");
  });

  test("a refusal counts more than an acceptance, and somebody who is there more than both", () => {
    const two = [said("a", "receiver", "accept"), said("d", "receiver", "decline")];
    expect(referralState(two)).toBe("declined");
    expect(referralState([...two, said("v", "receiver", "arrived", "a")])).toBe("arrived");
    expect(referralState([said("a", "receiver", "accept"), said("r", "receiver", "receive")])).toBe(
      "accepted",
    );
  });

  test("a close counts for what it had seen: what the receiver says later opens it again", () => {
    const steps = inTurn(["receiver", "accept"], ["receiver", "not-arrived"], ["sender", "close"]);
    expect(referralState(steps)).toBe("closed");
    const late = said("late", "receiver", "arrived", "s1");
    expect(referralState([...steps, late])).toBe("arrived");
  });

  test("what a side may not say changes nothing, and a circle is no state of its own", () => {
    const accepted = inTurn(["receiver", "accept"]);
    expect(referralState([...accepted, said("f", "sender", "attended", "s0")])).toBe("accepted");
    expect(referralState([...accepted, said("f", "receiver", "cancel")])).toBe("accepted");
    expect(referralState([said("a", "receiver", "accept", "b"), said("b", "receiver", "arrived", "a")])).toBe(
      "sent",
    );
  });

  test("any set of steps, of whatever kind and side, has one state, in any order", () => {
    const id = fc.constantFrom("a", "b", "c", "d", "e");
    const any: fc.Arbitrary<SaidStep> = fc.record({
      ...{ id, side: fc.constantFrom(...SIDES), step: fc.constantFrom(...REFERRAL_STEPS) },
      seen: fc.array(id, { maxLength: 3 }),
    });
    const sets = fc.uniqueArray(any, { maxLength: 5, selector: ({ id: own }) => own });
    fc.assert(
      fc.property(sets, fc.func(fc.integer()), (steps, order) => {
        const state = referralState(steps);
        expect(STATES).toContain(state);
        const shuffled = [...steps].sort((one, other) => order(one.id) - order(other.id));
        expect(referralState(shuffled)).toBe(state);
      }),
      { numRuns: 3000 },
    );
  });
});

/** Two devices of each house. What the extract says is narrow: taken back by anybody, it is taken back. */
interface Told {
  readonly id: string;
  readonly isTakenBack: boolean;
}
interface Consent {
  readonly id: string;
  readonly yes: boolean;
  readonly replaces: readonly string[];
}
interface Device {
  steps: readonly SaidStep[];
  told: readonly Told[];
  consents: readonly Consent[];
}

const deed = fc.record({
  device: fc.nat(3),
  act: fc.oneof(
    // which of the steps that are possible then
    { weight: 4, arbitrary: fc.nat(11) },
    { weight: 5, arbitrary: fc.constant("hear" as const) },
    { weight: 2, arbitrary: fc.constant("hear-told" as const) },
    { weight: 1, arbitrary: fc.constantFrom("yes" as const, "no" as const) },
  ),
  from: fc.nat(3),
});
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;
type Duty = typeof extractDuty;

const sideOf = (device: number): ReferralSide => (device < 2 ? "sender" : "receiver");
const isYes = ({ consents }: Device): boolean => {
  const gone = new Set(consents.flatMap(({ replaces }) => replaces));
  const standing = consents.filter(({ id }) => !gone.has(id));
  return standing.every(({ yes }) => yes);
};

class World {
  readonly devices: readonly Device[] = Array.from({ length: 4 }, () => ({
    ...{ steps: [], told: [] },
    consents: [{ id: "first", yes: true, replaces: [] }],
  }));
  readonly #duty: Duty;
  #count = 0;
  /** Tellings that had no consent where they were made. */
  wrong = 0;

  constructor(duty: Duty) {
    this.#duty = duty;
  }

  at(index: number): Device {
    const found = this.devices[index];
    if (found === undefined) throw new Error("there are four");
    return found;
  }

  #newId(): string {
    return `n${String((this.#count += 1))}`;
  }

  do({ device, act, from }: Deed): void {
    if (act === "hear") this.hear(device, from);
    else if (act === "hear-told") this.#hearTold(device, from);
    else if (act === "yes" || act === "no") this.#consent(device, act === "yes");
    else this.#step(device, act);
    this.#keep(device);
  }

  /** A house that sends cancels seldom, so that most stories go on. */
  #step(device: number, which: number): void {
    const side = sideOf(device);
    const possible = possibleSteps(referralState(this.at(device).steps), side);
    const step = side === "sender" && which > 1 ? undefined : possible[which % possible.length];
    if (step !== undefined) this.#say(device, step);
  }

  #say(device: number, step: ReferralStep): void {
    const here = this.at(device);
    here.steps = [...here.steps, said(this.#newId(), sideOf(device), step, ...seenNow(here.steps))];
  }

  #consent(device: number, yes: boolean): void {
    const here = this.at(device);
    if (sideOf(device) === "sender")
      here.consents = [
        ...here.consents,
        { id: this.#newId(), yes, replaces: here.consents.map(({ id }) => id) },
      ];
  }

  hear(device: number, from: number): void {
    const [here, there] = [this.at(device), this.at(from)];
    const joined = <T>(one: readonly T[], other: readonly T[]): readonly T[] => [
      ...new Set([...one, ...other]),
    ];
    here.steps = joined(here.steps, there.steps);
    here.told = joined(here.told, there.told);
    // what was said of consents never leaves the house
    if (sideOf(device) === sideOf(from)) here.consents = joined(here.consents, there.consents);
  }

  /** Logs come one by one: what was told may be here before the steps that it follows. */
  #hearTold(device: number, from: number): void {
    const [here, there] = [this.at(device), this.at(from)];
    here.told = [...new Set([...here.told, ...there.told])];
  }

  /** What a sender's device does by itself. */
  #keep(device: number): void {
    if (sideOf(device) !== "sender") return;
    const here = this.at(device);
    const told = here.told.some(({ isTakenBack }) => isTakenBack);
    const duty = this.#duty(referralState(here.steps), {
      agreeing: isYes(here) ? 1 : 0,
      told: here.told.length === 0 ? null : { count: 1, isTakenBack: told, isUnsettled: false },
    });
    if (duty === "tell" && !isYes(here)) this.wrong += 1;
    if (duty !== null) here.told = [...here.told, { id: this.#newId(), isTakenBack: duty === "take-back" }];
    if (
      !isYes(here) &&
      stepReferral(referralState(here.steps), { side: "sender", step: "cancel" }).kind === "ok"
    )
      this.#say(device, "cancel");
  }

  meetAll(): void {
    for (let round = 0; round < 3; round++)
      for (const device of [0, 1, 2, 3])
        for (const from of [0, 1, 2, 3]) this.do({ device, act: "hear", from });
  }

  /** What a device shows of the people. */
  shows(device: number): boolean {
    const { steps, told } = this.at(device);
    const isTold = told.length > 0 && told.every(({ isTakenBack }) => !isTakenBack);
    return isTold && mayKnowPeople(referralState(steps));
  }
}

function livedThrough(deeds: readonly Deed[], duty: Duty = extractDuty): World {
  const world = new World(duty);
  for (const one of deeds) world.do(one);
  return world;
}

const stories = fc.array(deed, { maxLength: 40, size: "max" });

describe("two houses of two devices each, that say and hear things in any order", () => {
  test("tell nobody's name without their consent, and take it back where they hear of the no", () => {
    let told = 0;
    fc.assert(
      fc.property(stories, (deeds) => {
        const world = livedThrough(deeds);
        expect(world.wrong).toBe(0);
        for (const device of [0, 1]) if (world.shows(device)) expect(isYes(world.at(device))).toBe(true);
        if (world.shows(2)) told += 1;
        world.meetAll();
        const states = new Set(world.devices.map(({ steps }) => referralState(steps)));
        expect(states.size).toBe(1);
        for (const device of [0, 1, 2, 3])
          if (world.shows(device)) expect([isYes(world.at(0)), isYes(world.at(1))]).toEqual([true, true]);
        const nobodySaidNo = [0, 1].every((device) => world.at(device).consents.every(({ yes }) => yes));
        const goesOn = world.devices.every(
          ({ steps }) =>
            mayKnowPeople(referralState(steps)) &&
            steps.every(({ step }) => step !== "decline" && step !== "cancel"),
        );
        // nothing but a no or an end takes back
        if (nobodySaidNo && goesOn) expect(world.shows(2)).toBe(true);
      }),
      { numRuns: 2500 },
    );
    // the stories are such that names were told in many of them
    expect(told).toBeGreaterThan(50);
  });

  test("the check finds a sender that does not ask, and one that does not take back", () => {
    const deaf: Duty = (state, { told }) => extractDuty(state, { agreeing: 1, told });
    const keeps: Duty = (state, has) => (extractDuty(state, has) === "tell" ? "tell" : null);
    const isCaught = (duty: Duty) =>
      fc.check(
        fc.property(stories, (deeds) => {
          const world = livedThrough(deeds, duty);
          if (world.wrong > 0) return false;
          return [0, 1].every(
            (device) =>
              world.at(device).told.length === 0 ||
              isYes(world.at(device)) ||
              world.at(device).told.some(({ isTakenBack }) => isTakenBack),
          );
        }),
        { numRuns: 2500 },
      ).failed;
    expect([isCaught(extractDuty), isCaught(deaf), isCaught(keeps)]).toEqual([false, true, true]);
  });
});

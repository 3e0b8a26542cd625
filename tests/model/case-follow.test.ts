/** Who follows a case between two houses: whatever is said apart, the sender does unless the receiver alone says yes. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  FOLLOW_WORDS,
  type FollowFacts,
  followedBy,
  type FollowWord,
  possibleFollow,
  possibleSteps,
  REFERRAL_STEPS,
  type ReferralSide,
  referralState,
  type ReferralStep,
  type SaidFollow,
  type SaidStep,
  seenNow,
  standingFollow,
} from "#model";

const SIDES: readonly ReferralSide[] = ["sender", "receiver"];
const word = (id: string, side: ReferralSide, says: FollowWord, ...seen: string[]): SaidFollow => ({
  ...{ id, side, says, seen },
});
const steps = (...said: readonly ReferralStep[]): readonly SaidStep[] =>
  said.reduce<readonly SaidStep[]>(
    (known, step, at) => [
      ...known,
      {
        ...{ id: `s${at}`, step, seen: seenNow(known) },
        side: ["close", "cancel"].includes(step) ? "sender" : "receiver",
      },
    ],
    [],
  );
const facts = (words: readonly SaidFollow[], ...said: readonly ReferralStep[]): FollowFacts => ({
  ...{ asked: true, words, steps: steps(...said) },
});
const take = word("t", "receiver", "take");

describe("who follows a case", () => {
  test("is the receiver once it accepted and took it, until it gives it back or the sender keeps it", () => {
    expect(followedBy(facts([], "accept"))).toBe("sender");
    expect(followedBy(facts([take], "accept"))).toBe("receiver");
    expect(followedBy(facts([take], "accept", "arrived", "attended", "close"))).toBe("receiver");
    expect(followedBy(facts([take, word("l", "receiver", "leave", "t")], "accept"))).toBe("sender");
    expect(followedBy(facts([take, word("k", "sender", "keep")], "accept"))).toBe("sender");
    const again = [take, word("l", "receiver", "leave", "t"), word("u", "receiver", "take", "l")];
    expect(followedBy(facts(again, "accept"))).toBe("receiver");
  });

  test("is the sender where nobody asked, before it is accepted, and where the person did not come", () => {
    expect(followedBy({ ...facts([take], "accept"), asked: false })).toBe("sender");
    for (const said of [
      [],
      ["receive"],
      ["decline"],
      ["accept", "not-arrived"],
      ["accept", "cancel"],
    ] as const)
      expect([said, followedBy(facts([take], ...said))]).toEqual([said, "sender"]);
  });

  test("is the sender where two devices of the receiver differ, whichever word came first", () => {
    const apart = [take, word("l", "receiver", "leave")];
    expect([followedBy(facts(apart, "accept")), followedBy(facts(apart.toReversed(), "accept"))]).toEqual([
      ...["sender", "sender"],
    ]);
    const arrived: readonly SaidStep[] = [
      { id: "a", side: "receiver", step: "arrived", seen: [] },
      { id: "n", side: "receiver", step: "not-arrived", seen: [] },
    ];
    expect(followedBy({ asked: true, words: [take], steps: arrived })).toBe("sender");
  });

  test("may be said by who may say it: the receiver takes and leaves, the sender keeps", () => {
    expect(possibleFollow(facts([]), "receiver")).toEqual(["leave"]);
    expect(possibleFollow(facts([], "accept"), "receiver")).toEqual(["take", "leave"]);
    expect(possibleFollow(facts([take], "accept"), "receiver")).toEqual(["leave"]);
    expect(possibleFollow(facts([take], "accept"), "sender")).toEqual(["keep"]);
    for (const side of SIDES) {
      expect(possibleFollow({ ...facts([take], "accept"), asked: false }, side)).toEqual([]);
      expect(possibleFollow(facts([take, word("k", "sender", "keep")], "accept"), side)).toEqual([]);
    }
  });
});

describe("any words of both sides, in any order", () => {
  const id = fc.constantFrom("a", "b", "c", "d", "e");
  const anyWord = fc.record({
    ...{ id, side: fc.constantFrom(...SIDES), says: fc.constantFrom(...FOLLOW_WORDS) },
    seen: fc.array(id, { maxLength: 3 }),
  });
  const anyStep = fc.record({
    ...{ id, side: fc.constantFrom(...SIDES), step: fc.constantFrom(...REFERRAL_STEPS) },
    seen: fc.array(id, { maxLength: 3 }),
  });
  const world = fc.record({
    words: fc.uniqueArray(anyWord, { maxLength: 5, selector: (one) => one.id }),
    steps: fc.uniqueArray(anyStep, { maxLength: 4, selector: (one) => one.id }),
    asked: fc.boolean(),
  });

  test("have one reading, and the receiver's only where it took it and nobody said otherwise", () => {
    let taken = 0;
    fc.assert(
      fc.property(world, (some) => {
        const by = followedBy(some);
        expect(followedBy({ ...some, words: some.words.toReversed(), steps: some.steps.toReversed() })).toBe(
          by,
        );
        if (by === "sender") return;
        taken += 1;
        expect(some.asked).toBe(true);
        expect(some.words.some(({ side, says }) => side === "sender" && says === "keep")).toBe(false);
        expect(some.words.some(({ side, says }) => side === "receiver" && says === "take")).toBe(true);
        expect(standingFollow(some.words).every(({ says }) => says === "take")).toBe(true);
        expect(some.steps.some(({ side, step }) => side === "sender" && step === "cancel")).toBe(false);
      }),
      { numRuns: 20_000 },
    );
    expect(taken).toBeGreaterThan(50);
  });

  test("that two devices of each house say and hear in any order come to one house on all four", () => {
    const deed = fc.record({
      device: fc.nat(3),
      act: fc.oneof(fc.nat(5), fc.constant("hear" as const), fc.constant("step" as const)),
      from: fc.nat(3),
    });
    let both = 0;
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
        const devices: { words: readonly SaidFollow[]; steps: readonly SaidStep[] }[] = Array.from(
          { length: 4 },
          () => ({ words: [], steps: steps("accept") }),
        );
        let count = 0;
        const hear = (to: number, from: number): void => {
          const [here, there] = [devices[to]!, devices[from]!];
          here.words = [...new Set([...here.words, ...there.words])];
          here.steps = [...new Map([...here.steps, ...there.steps].map((one) => [one.id, one])).values()];
        };
        for (const { device, act, from } of deeds) {
          const here = devices[device]!;
          const side: ReferralSide = device < 2 ? "sender" : "receiver";
          const made = `n${(count += 1)}`;
          if (act === "hear") hear(device, from);
          else if (act === "step") {
            const [step] = possibleSteps(referralState(here.steps), "receiver");
            if (side === "receiver" && step !== undefined)
              here.steps = [...here.steps, { id: made, side, step, seen: seenNow(here.steps) }];
          } else {
            const possible = possibleFollow({ asked: true, ...here }, side);
            const says =
              side === "sender" && act > 0 ? undefined : possible[act % Math.max(1, possible.length)];
            const seen = standingFollow(here.words).map((one) => one.id);
            if (says !== undefined) here.words = [...here.words, { id: made, side, says, seen }];
          }
        }
        for (let round = 0; round < 2; round++)
          for (const to of [0, 1, 2, 3]) for (const from of [0, 1, 2, 3]) hear(to, from);
        const followers = new Set(devices.map((device) => followedBy({ asked: true, ...device })));
        expect(followers.size).toBe(1);
        if (followers.has("receiver")) both += 1;
      }),
      { numRuns: 1500 },
    );
    expect(both).toBeGreaterThan(50);
  });
});

/** In which order the steps of a referral are told, whatever the clocks of the two houses say. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { stepsInOrder } from "#model";

const step = (id: string, at: string, seen: readonly string[]) => ({
  ...{ id, at, seen },
  side: "receiver" as const,
  step: "receive" as const,
});

test("what was seen stands before what was said after it, also at one moment and by a clock that is years off", () => {
  const received = step("z", "2031-01-01T00:00:00.000Z", []);
  const accepted = step("m", "2026-11-22T10:00:00.000Z", ["z"]);
  const attended = step("a", "2026-11-22T10:00:00.000Z", ["m"]);
  for (const some of [
    [attended, accepted, received],
    [received, attended, accepted],
  ])
    expect(stepsInOrder(some).map(({ id }) => id)).toEqual(["z", "m", "a"]);
});

test("is total: nothing is lost or doubled, and any order of coming gives one order", () => {
  const ids = ["a", "b", "c", "d", "e"];
  const steps = fc.uniqueArray(
    fc
      .tuple(fc.constantFrom(...ids), fc.constantFrom("2025", "2026"), fc.subarray(ids))
      .map((one) => step(...one)),
    { selector: ({ id }) => id },
  );
  fc.assert(
    fc.property(steps, (some) => {
      const told = stepsInOrder(some).map(({ id }) => id);
      expect([...told].sort()).toEqual(some.map(({ id }) => id).sort());
      expect(stepsInOrder(some.toReversed()).map(({ id }) => id)).toEqual(told);
    }),
  );
});

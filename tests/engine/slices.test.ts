/** Long work in slices, by whatever clock. */
import { expect, test } from "vitest";
import { inSlices } from "../../src/engine/slices.ts";

const nothing = (): void => undefined;

/** A clock that shows these times, one at each look, and counts rests. */
function clockOf(times: readonly number[]) {
  let at = 0;
  const seen = { rests: 0 };
  const clock = {
    now: () => times[at++] ?? 0,
    sleep: async () => {
      seen.rests += 1;
    },
  };
  return { clock, seen };
}

test("rests when a slice is over, and not before", async () => {
  const done: number[] = [];
  const { clock, seen } = clockOf([0, 10, 20, 40, 50, 60, 70]);
  const onSlice = (): void => {
    done.push(-1);
  };
  await inSlices([1, 2, 3, 4, 5], { clock, work: (one) => done.push(one), onSlice });
  expect(done).toEqual([1, 2, 3, -1, 4, 5]);
  expect(seen.rests).toBe(1);
});

test("a clock that is set back ends the slice instead of making it longer", async () => {
  const { clock, seen } = clockOf([1_000_000, 0, 0, 5]);
  await inSlices([1, 2], { clock, work: nothing, onSlice: nothing });
  expect(seen.rests).toBe(1);
});

test("works off what comes while it rests", async () => {
  const waiting = new Set([1]);
  const done: number[] = [];
  const clock = {
    now: () => done.length * 100,
    sleep: async () => {
      if (done.length < 3) waiting.add(done.length + 1);
    },
  };
  const work = (one: number): void => {
    waiting.delete(one);
    done.push(one);
  };
  await inSlices(waiting, { clock, work, onSlice: nothing });
  expect(done).toEqual([1, 2, 3]);
});

test("what work throws is heard", async () => {
  const work = (): void => {
    throw new Error("no room");
  };
  await expect(inSlices([1], { clock: clockOf([]).clock, work, onSlice: nothing })).rejects.toThrow(
    "no room",
  );
});

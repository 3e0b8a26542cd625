/** Comparing without being asked: when it begins, what wakes it, and that it ends. */
import { beforeEach, describe, expect, test } from "vitest";
import { SteadyComparison } from "../../src/engine/matches/steady-comparison.ts";
import { type SetClock, setClock } from "../support/set-clock.ts";

const PAUSE = 1000;
const HOUR = 3_600_000;

let clock: SetClock;
let steady: SteadyComparison;
let begun: number;
let atWork: number;
let most: number;
let may: boolean;
/** Ends the comparison that is at work. */
let end: () => void;
let takesLong: boolean;

/** Lets everything happen that waits for no clock. */
const calm = (): Promise<void> => new Promise((rest) => setTimeout(rest));
async function pass(ms: number): Promise<void> {
  await calm();
  clock.move(ms);
  await calm();
}

beforeEach(() => {
  // a quarter to
  clock = setClock(Date.UTC(2026, 10, 22, 9, 45));
  [begun, atWork, most, may, takesLong] = [0, 0, 0, true, false];
  const compare = async (): Promise<void> => {
    begun += 1;
    most = Math.max(most, (atWork += 1));
    if (takesLong)
      await new Promise<void>((resolve) => {
        end = resolve;
      });
    atWork -= 1;
  };
  steady = new SteadyComparison({ clock, may: () => may, compare });
});

describe("comparing without being asked", () => {
  test("begins with `start` and not before, and once", async () => {
    steady.changed();
    await pass(HOUR);
    expect(begun).toBe(0);
    steady.start();
    steady.start();
    await pass(PAUSE);
    expect(begun).toBe(1);
    await steady.stop();
  });

  test("goes on when something changed, together with what comes in the next moment, and with each hour", async () => {
    steady.start();
    await pass(PAUSE);
    for (let more = 0; more < 5; more += 1) steady.changed();
    await pass(PAUSE - 1);
    expect(begun).toBe(1);
    steady.changed();
    await pass(1);
    expect(begun).toBe(2);
    await pass(14 * 60_000);
    expect(begun).toBe(2);
    await pass(60_000);
    await pass(PAUSE);
    expect(begun).toBe(3);
    await steady.stop();
  });

  test("never works twice at once, and takes up afterwards what came meanwhile", async () => {
    takesLong = true;
    steady.start();
    await pass(PAUSE);
    steady.changed();
    await pass(PAUSE);
    expect([begun, most]).toEqual([1, 1]);
    end();
    await pass(PAUSE);
    expect([begun, most]).toEqual([2, 1]);
    end();
    await steady.stop();
  });

  test("is not done by who may not, and is when they may", async () => {
    may = false;
    steady.start();
    await pass(PAUSE);
    expect(begun).toBe(0);
    may = true;
    steady.changed();
    await pass(PAUSE);
    expect(begun).toBe(1);
    await steady.stop();
  });

  test("outlives a comparison that fails", async () => {
    let tries = 0;
    const failing = new SteadyComparison({
      ...{ clock, may: () => true },
      compare: () => Promise.reject(new Error(String((tries += 1)))),
    });
    failing.start();
    await pass(PAUSE);
    failing.changed();
    await pass(PAUSE);
    expect(tries).toBe(2);
    await failing.stop();
  });

  test("ends when what is at work has ended, and begins nothing more", async () => {
    takesLong = true;
    steady.start();
    await pass(PAUSE);
    let isStopped = false;
    const stopping = steady.stop().then(() => {
      isStopped = true;
    });
    await pass(HOUR);
    expect(isStopped).toBe(false);
    end();
    await stopping;
    steady.changed();
    steady.start();
    await pass(HOUR);
    expect(begun).toBe(1);
  });
});

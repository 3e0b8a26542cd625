/**
 * A short run of `npm run simulate`, and the proof that it finds what it is there to find: programs that are wrong
 * on purpose. The long run is in docs/testing.md.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { linesOf } from "./history.ts";
import { shrink, seedOf, simulate, type Verdict } from "./simulate.ts";
import { replaceCurves } from "./simulated-keys.ts";
import { VARIANTS } from "./variants.ts";

const RUNS = 1000;
/** Ten times what it takes where nothing else runs. */
const LIMIT_MS = 300_000;
/** The same in every run, so that no change fails for what another one brought; `npm run simulate` explores. */
const SEED = process.env["VEREDA_SEED"] ?? "20261121";

beforeAll(replaceCurves);

const told = ({ history, wrong }: Verdict): string =>
  [`seed ${history.seed}`, ...wrong, ...linesOf(history)].join("\n");

test(
  `R1 R8 F2 ${RUNS} random histories with malicious members keep every property (seed ${SEED})`,
  { timeout: LIMIT_MS },
  async () => {
    let withRemovals = 0;
    let withForks = 0;
    for (let at = 0; at < RUNS; at += 1) {
      const verdict = await simulate(seedOf(SEED, at));
      if (verdict.wrong.length > 0) expect.fail(told(await shrink(verdict)));
      withRemovals += verdict.removed > 0 ? 1 : 0;
      withForks += verdict.isForked ? 1 : 0;
    }
    // histories in which nobody is taken out prove nothing
    expect(withRemovals).toBeGreaterThan(RUNS / 3);
    expect(withForks).toBeLessThan(RUNS / 3);
  },
);

describe("within as many histories it is found that", () => {
  test.each(VARIANTS)("$name", async ({ program, shows }) => {
    let found: Verdict | null = null;
    for (let at = 0; at < RUNS && found === null; at += 1) {
      const verdict = await simulate(seedOf("control", at), program);
      if (verdict.wrong.length > 0) found = verdict;
    }
    expect(found).not.toBeNull();
    const short = await shrink(found!, program);
    expect(short.history.steps.length).toBeLessThanOrEqual(found!.history.steps.length);
    expect(short.wrong.join("\n")).toMatch(shows);
  });
});

test("a history goes the same way for the same seed", async () => {
  const [first, second] = [await simulate(seedOf("same", 7)), await simulate(seedOf("same", 7))];
  expect(second).toEqual(first);
});

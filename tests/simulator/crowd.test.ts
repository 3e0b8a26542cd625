/** How long a reduction takes where many take each other out at once (F2, R7: what malicious members can make others work). */
import { beforeAll, describe, expect, test } from "vitest";
import type { Membership } from "../../sync/membership/membership.ts";
import { reduce } from "../../sync/membership/reducer.ts";
import { createChance } from "../support/chance.ts";
import { createCrowd, type Crowd, say } from "./crowd.ts";
import { difference } from "./same.ts";
import { replaceCurves } from "./simulated-keys.ts";

const PEOPLE = 300;
const REMOVALS = 100;
/** A second where nothing else runs; machines of tests share their two cores. */
const LIMIT_MS = 6000;

let crowd: Crowd;
beforeAll(async () => {
  replaceCurves();
  crowd = await createCrowd(PEOPLE);
});

/** Who takes out whom, by place in the crowd; all at once. */
async function quarrel(pairs: readonly (readonly [number, number])[]): Promise<Membership> {
  const { people, founder, operations } = crowd;
  const said = await Promise.all(
    pairs.map(([by, whom]) =>
      say(crowd, people[by]!, { kind: "revoke", ending: { device: people[whom]!.keys, cuts: [] } }),
    ),
  );
  const all = [...operations, ...said];
  const began = performance.now();
  const membership = reduce(all, founder.mesh);
  const took = performance.now() - began;
  expect(took, `${String(all.length)} operations`).toBeLessThan(LIMIT_MS);
  expect(
    difference(membership, reduce(createChance("order", "simulator").shuffled(all), founder.mesh)),
  ).toBeNull();
  return membership;
}

describe(`${REMOVALS} removals at once among ${PEOPLE} devices`, () => {
  const places = Array.from({ length: REMOVALS }, (_, at) => at);

  test("R7 in one circle: all are out", async () => {
    const { removed, devices } = await quarrel(places.map((at) => [at, (at + 1) % REMOVALS]));
    expect(removed.size).toBe(REMOVALS);
    expect(devices.size).toBe(PEOPLE - REMOVALS);
  });

  test("R6 in pairs: all are out", async () => {
    const { removed } = await quarrel(places.map((at) => [at, at ^ 1]));
    expect(removed.size).toBe(REMOVALS);
  });

  test("in a chain: every other one is out", async () => {
    const { removed } = await quarrel(places.map((at) => [at, at + 1]));
    expect(removed.size).toBe(REMOVALS / 2);
  });

  test("at random: nobody who is out took out somebody outside of a circle", async () => {
    const chance = createChance("random quarrel", "simulator");
    const { removed, devices } = await quarrel(places.map((at) => [at, chance.below(REMOVALS)]));
    expect(removed.size + devices.size).toBe(PEOPLE);
    expect(removed.size).toBeGreaterThan(0);
  });
});

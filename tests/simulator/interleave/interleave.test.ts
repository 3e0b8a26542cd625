/**
 * One script of `npm run interleave`, with its 369,600 orders of delivery, and the proof that the check finds
 * what depends on the order of arrival. The long run is in docs/testing.md.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { orderOperations } from "../../../sync/membership/causality.ts";
import { reduce } from "../../../sync/membership/reducer.ts";
import { createChance } from "../../support/chance.ts";
import { replaceCurves } from "../simulated-keys.ts";
import { checkScript } from "./check-script.ts";
import { deliver, expectedOf, ordersThroughEachStep, type Reduce, walkEveryOrder } from "./orders.ts";
import { createScript, type Script } from "./script.ts";

beforeAll(replaceCurves);

const SEED = "bout 336";

async function quarrel(): Promise<Script> {
  return createScript({ sites: 1, seed: SEED, size: "small" });
}

test(
  "R7 F2 12!/(3!)^4 orders of delivery of what four coordinators wrote add up to the same",
  { timeout: 300_000 },
  async () => {
    const script = await quarrel();
    const kinds = script.logs.flat().map(({ operation }) => operation.kind);
    expect(kinds.filter((kind) => kind === "revoke").length, "a hard one").toBeGreaterThanOrEqual(4);
    for (const kind of ["distrust", "erase", "limits", "role"]) expect(kinds).toContain(kind);
    const { orders, deliveries, failure } = checkScript(script, { deliveries: 24 });
    expect(failure).toBeNull();
    expect(orders).toBe(369_600);
    expect(deliveries).toBeGreaterThanOrEqual(24);
  },
);

describe("what depends on the order of arrival is found", () => {
  /** Of two at the same depth the one that came first goes first. */
  const byArrival: typeof orderOperations = (operations) => {
    const ordered = orderOperations(operations);
    return { ...ordered, heads: operations.map(({ id }) => id).filter((id) => ordered.heads.includes(id)) };
  };

  test("by the walk over all orders", async () => {
    const { found, count } = walkEveryOrder(await quarrel(), byArrival);
    expect(found?.what).toBe("another causal order");
    expect(count).toBeLessThan(369_600);
  });

  test("by deliveries to a control log", async () => {
    const script = await quarrel();
    // what a reducer would give that takes operations as they come: here, the prefix of another order
    const hasty: Reduce = (operations, mesh) => reduce(operations.slice(0, -1), mesh);
    const expected = expectedOf(script, hasty);
    const failures = [...ordersThroughEachStep(createChance(SEED, "simulator"))]
      .slice(0, 3)
      .map((order) => deliver(script, expected, order));
    expect(failures).not.toContain(null);
  });
});

test("a script is the same for the same seed", async () => {
  const [first, second] = [await quarrel(), await quarrel()];
  expect(first.lines).toEqual(second.lines);
  expect(first.logs.flat().map(({ id }) => id)).toEqual(second.logs.flat().map(({ id }) => id));
});

/** One script from end to end, as `npm run interleave` and its test check it. */
import { createChance } from "../../support/chance.ts";
import {
  deliver,
  expectedOf,
  type Failure,
  faultyPrefix,
  ordersThroughEachStep,
  walkEveryOrder,
} from "./orders.ts";
import type { Script } from "./script.ts";

export interface Checked {
  /** Orders of delivery in which the operations came to the reducer alike. */
  readonly orders: number;
  /** Deliveries to a control log, one operation after another, with a reduction after each. */
  readonly deliveries: number;
  readonly failure: Failure | null;
}

export interface Effort {
  /** At most so many deliveries, evenly spread over the steps between prefixes. */
  readonly deliveries: number;
}

/** Checks every prefix, deliveries through the steps between them, and every order; stops at the first failure. */
export function checkScript(script: Script, effort: Effort): Checked {
  const expected = expectedOf(script);
  const prefix = faultyPrefix(script, expected);
  if (prefix !== null) return { orders: 0, deliveries: 0, failure: prefix };
  const steps = [...ordersThroughEachStep(createChance(`deliveries ${script.seed}`, "simulator"))];
  const every = Math.max(1, Math.floor(steps.length / effort.deliveries));
  let deliveries = 0;
  for (const order of steps.filter((_order, at) => at % every === 0)) {
    const failure = deliver(script, expected, order);
    deliveries += 1;
    if (failure !== null) return { orders: 0, deliveries, failure };
  }
  const { count, found } = walkEveryOrder(script);
  return { orders: count, deliveries, failure: found };
}

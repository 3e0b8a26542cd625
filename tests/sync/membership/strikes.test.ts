/** What removals and other roles take away, added up (docs/protocol.md, "Removals at the same time"). */
import { expect, test } from "vitest";
import type { DeviceId, OperationId } from "../../../sync/ids.ts";
import { NO_STRIKES, type Strikes } from "../../../sync/membership/draft.ts";
import { joined, weight } from "../../../sync/membership/strikes.ts";

const device = "rosa" as DeviceId;
const tip = (id: string) => ({ id: id as OperationId, seq: 3 });
const out: Strikes = { ...NO_STRIKES, ends: new Map([[device, [[tip("a"), tip("b")]]]]) };
const sooner: Strikes = { ...NO_STRIKES, ends: new Map([[device, [[tip("c")]]]]) };

test("what is struck already adds nothing: adding comes to an end", () => {
  const both = joined(out, sooner);
  expect(both.ends.get(device)).toHaveLength(2);
  for (const again of [out, sooner, both]) expect(weight(joined(both, again))).toBe(weight(both));
});

test("the ends of several branches are the same in any order, and other ends are others", () => {
  const turned: Strikes = { ...NO_STRIKES, ends: new Map([[device, [[tip("b"), tip("a")]]]]) };
  expect(weight(joined(out, turned))).toBe(weight(out));
  expect(weight(joined(out, sooner))).not.toBe(weight(out));
});

test("who left by its own word and is taken out besides has not left", () => {
  const left: Strikes = { ...out, left: new Set([device]) };
  expect(joined(left, left).left).toEqual(new Set([device]));
  expect(joined(left, NO_STRIKES).left).toEqual(new Set([device]));
  expect(joined(left, out).left).toEqual(new Set());
});

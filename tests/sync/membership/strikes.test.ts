/** What removals and other roles take away, added up (docs/protocol.md, "Removals at the same time"). */
import { describe, expect, test } from "vitest";
import type { DeviceId, OperationId, SiteId } from "../../../sync/ids.ts";
import { NO_STRIKES, type Strikes, type WordsEnd } from "../../../sync/membership/draft.ts";
import type { RoleChange } from "../../../sync/membership/membership.ts";
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

describe("lost roles and void words", () => {
  const change = (by: string): RoleChange => ({
    role: "staff",
    by: by as OperationId,
    until: new Map(),
    tips: [],
  });
  const end = (by: string): WordsEnd => ({
    site: "casa" as SiteId,
    words: "site",
    by: by as OperationId,
    replaces: false,
  });
  const ids = (list: readonly { by: OperationId }[]): string[] => list.map(({ by }) => by);
  const other = "sara" as DeviceId;
  const a: Strikes = {
    ...NO_STRIKES,
    roles: new Map([[device, [change("p")]]]),
    words: [end("x")],
    standing: new Set(["s" as OperationId]),
  };
  const b: Strikes = {
    ...NO_STRIKES,
    roles: new Map([
      [device, [change("q"), change("p")]],
      [other, [change("r")]],
    ]),
    words: [end("y"), end("x")],
    standing: new Set(["t" as OperationId]),
  };

  test("are added once each", () => {
    const both = joined(a, b);
    expect(ids(both.roles.get(device)!)).toEqual(["p", "q"]);
    expect(ids(both.roles.get(other)!)).toEqual(["r"]);
    expect(ids(both.words)).toEqual(["x", "y"]);
    expect([...both.standing]).toEqual(["s", "t"]);
  });

  test("tell two strikes apart, in whatever order they are", () => {
    const nothing = weight(NO_STRIKES);
    for (const part of ["roles", "words"] as const) {
      const [one, more] = [
        { ...NO_STRIKES, [part]: a[part] },
        { ...NO_STRIKES, [part]: b[part] },
      ];
      expect(weight(one), part).not.toBe(nothing);
      expect(weight(more), part).not.toBe(weight(one));
    }
    expect(weight({ ...NO_STRIKES, left: new Set([device]) })).not.toBe(nothing);
    expect(weight({ ...NO_STRIKES, roles: new Map([[device, [change("q")]]]) })).not.toBe(
      weight({ ...NO_STRIKES, roles: new Map([[other, [change("q")]]]) }),
    );
    const turned: Strikes = {
      ...b,
      roles: new Map([
        [other, [change("r")]],
        [device, [change("p"), change("q")]],
      ]),
      words: [end("x"), end("y")],
    };
    expect(weight(turned)).toBe(weight(b));
    const left = (...who: DeviceId[]): Strikes => ({ ...NO_STRIKES, left: new Set(who) });
    expect(weight(left(device, other))).toBe(weight(left(other, device)));
    const ends = (...who: DeviceId[]): Strikes => ({
      ...NO_STRIKES,
      ends: new Map(who.map((one) => [one, [[tip("a")]]])),
    });
    expect(weight(ends(device, other))).toBe(weight(ends(other, device)));
  });
});

/** The causal order of operations, and what the next one cites (docs/protocol.md, "Order of operations", "Heads"). */
import { describe, expect, test } from "vitest";
import type { DeviceId, OperationId } from "../../../sync/ids.ts";
import { orderOperations, precedes } from "../../../sync/membership/causality.ts";
import { headsToEnrol, planHeads } from "../../../sync/membership/heads.ts";
import type { AuthoredOperation } from "../../../sync/membership/operations.ts";

const id = (name: string): OperationId => name as OperationId;

/** An operation that says nothing, after those it cites. */
const after = (name: string, ...heads: readonly string[]): AuthoredOperation => ({
  id: id(name),
  author: "a".repeat(26) as DeviceId,
  seq: 0,
  heads: heads.map(id),
  prev: null,
  operation: { kind: "merge" },
});

describe("the order of operations", () => {
  test("is by depth, then by name", () => {
    const operations = [after("c", "b"), after("a", "b"), after("z"), after("b"), after("d", "a")];
    expect(orderOperations(operations).causality.order).toEqual(["b", "z", "a", "c", "d"]);
  });

  test("names its ends by name, however deep they are", () => {
    const operations = [after("m"), after("z", "m"), after("k", "m"), after("y", "k"), after("b", "y")];
    expect(orderOperations(operations).heads).toEqual(["b", "z"]);
  });

  test("names what waits by name, and nothing that waits is an end", () => {
    const operations = [after("q", "missing"), after("a", "q"), after("m"), after("c", "missing", "m")];
    const { waiting, heads } = orderOperations(operations);
    expect(waiting).toEqual(["a", "c", "q"]);
    expect(heads).toEqual(["m"]);
  });

  test("says of nothing that it precedes itself, what came before, or what waits", () => {
    const { causality } = orderOperations([
      after("a"),
      after("b", "a"),
      after("c", "b"),
      after("w", "missing"),
    ]);
    const pairs = causality.order.flatMap((a) => causality.order.map((b) => [a, b] as const));
    const before = pairs.filter(([a, b]) => precedes(causality, a, b)).map(([a, b]) => `${a} ${b}`);
    expect(before).toEqual(["a b", "a c", "b c"]);
    expect(precedes(causality, id("a"), id("w"))).toBe(false);
    expect(precedes(causality, id("w"), id("a"))).toBe(false);
  });
});

describe("an operation cites what it follows", () => {
  test("sorted, whatever order it was given", () => {
    expect(planHeads(["d", "b", "e", "a", "c"].map(id), id("b"))).toEqual([["a", "c", "d", "e"]]);
  });
});

describe("an enrolment, which nobody can merge for, cites", () => {
  const WORDS = "words";
  /** The words, what follows them by the first names, and others that know nothing of them. */
  const history = (following: readonly string[], others: readonly string[]) =>
    orderOperations([
      after("found"),
      after(WORDS, "found"),
      ...following.map((name) => after(name, WORDS)),
      ...others.map((name) => after(name, "found")),
    ]);

  test("all that is known where there is room, sorted", () => {
    const { heads, causality } = history(["m"], ["z", "b"]);
    expect(headsToEnrol({ heads: heads.toReversed(), causality }, id(WORDS))).toEqual(["b", "m", "z"]);
  });

  test("what knows the words before all else, four at most", () => {
    const { heads, causality } = history(["y", "z"], ["a", "b", "c", "d"]);
    expect(headsToEnrol({ heads, causality }, id(WORDS))).toEqual(["a", "b", "y", "z"]);
  });

  test("the words themselves where nothing follows them yet", () => {
    const { heads, causality } = history([], ["a", "b", "c", "d", "e"]);
    expect(heads).toContain(WORDS);
    expect(headsToEnrol({ heads, causality }, id(WORDS))).toEqual(["a", "b", "c", WORDS]);
  });
});

import { expect, test } from "vitest";
import { proposedOf } from "../../src/engine/records/proposed.ts";

const hits = (...scores: number[]) => scores.map((score, at) => ({ id: String(at), score }));

test.each([
  ["one who is probable enough", hits(0.97, 0.02), ["0"]],
  ["two who are together", hits(0.5, 0.48, 0.01), ["0", "1"]],
  ["nobody where three are not enough", hits(0.3, 0.3, 0.3, 0.1), []],
  ["nobody where one is weak", hits(0.4), []],
  ["nobody of none", hits(), []],
])("proposes %s", (_, given, ids) => {
  expect([...proposedOf(given)]).toEqual(ids);
});

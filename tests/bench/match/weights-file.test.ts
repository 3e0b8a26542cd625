import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as prettier from "prettier";
import { expect, test } from "vitest";
import { type WeightsFile, weightsText } from "../../../bench/match/weights-file.ts";
import { ROOT } from "../../../scripts/project.mjs";
import { FEATURES } from "../../../src/match/comparison/features.ts";
import { PROPOSE_FROM, WEIGHTS } from "../../../src/match/comparison/weights.ts";

const FILE: WeightsFile = {
  weights: [
    ["bias", 2.52249],
    ["givenGain", -0.0001],
    ["sexDiffers", -6],
  ],
  proposeFrom: 0.93,
  sets: [
    { set: "S2-hard", people: 20_000, seed: 1, questions: 2000 },
    { set: "S4-slices", people: 20_000, seed: 2, questions: 840 },
  ],
  rounds: 250,
  before: -0.12345,
  after: -0.0834,
  precision: 0.9912,
  recall: 0.8,
};

const WEIGHTS_FILE = join(ROOT, "src/match/comparison/weights.ts");

test("says from what it was learned, one weight a line, without more digits than count", () => {
  const text = weightsText(FILE);
  expect(text).toContain(" *   S2-hard, 20,000 people, seed 1: 2,000 questions\n");
  expect(text).toContain(" *   S4-slices, 20,000 people, seed 2: 840 questions\n");
  expect(text).toContain("in 250 rounds. Mean log likelihood of a question: -0.1235 before, -0.0834 after.");
  expect(text).toContain("= {\n  bias: 2.522,\n  givenGain: 0,\n  sexDiffers: -6,\n};\n");
  expect(text).toContain("0.9912 of such proposals are right, and 0.8000 of who is there is proposed.");
  expect(text.endsWith("export const PROPOSE_FROM = 0.93;\n")).toBe(true);
});

test("is as prettier writes it", async () => {
  const config = await prettier.resolveConfig(WEIGHTS_FILE);
  expect(await prettier.check(weightsText(FILE), { ...config, filepath: WEIGHTS_FILE })).toBe(true);
});

test("writes every weight of the file that stands", () => {
  const weights = FEATURES.map((name, at) => [name, WEIGHTS[at]!] as const);
  const text = weightsText({ ...FILE, weights, proposeFrom: PROPOSE_FROM });
  const lines = (of: string) => of.split("\n").filter((line) => /^ {2}\w+: /u.test(line));
  expect(lines(text)).toEqual(lines(readFileSync(WEIGHTS_FILE, "utf8")));
  expect(lines(text)).toHaveLength(FEATURES.length);
});

/**
 * A short run of `npm run fuzz`, and the proof that it finds what it is there to find: wrong decoders that
 * throw, hang, never answer, leak, take too much. The long run is in docs/testing.md.
 */
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundleProgram } from "../../scripts/bundle.mjs";
import { ROOT } from "../../scripts/project.mjs";
import { mutant } from "./mutate.ts";
import { createChance } from "../support/chance.ts";
import type { Failure } from "./run-target.ts";
import type { Report } from "./supervise.ts";

const RUNS = 10_000;
/** The same in every run, so that no change fails for what chance brought; `npm run fuzz` explores. */
const SEED = process.env["VEREDA_SEED"] ?? "20261122";

let program = "";
beforeAll(async () => {
  program = await bundleProgram("tests/fuzz/fuzz.program.ts");
});
afterAll(() => {
  rmSync(program, { force: true });
});

function start(...args: readonly string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["--expose-gc", program, ...args], { cwd: ROOT });
    let said = "";
    child.stdout.on("data", (piece: Buffer) => (said += piece.toString()));
    child.stderr.on("data", (piece: Buffer) => (said += piece.toString()));
    child.on("close", (code) => resolve({ code, said }));
  });
}

async function fuzz(...args: readonly string[]): Promise<Report & { code: number | null }> {
  const { code, said } = await start("--json", ...args);
  return { code, ...(JSON.parse(said) as Report) };
}

test(`${RUNS} mutated inputs break no decoder (seed ${SEED})`, async () => {
  const { code, outcomes, failures } = await fuzz("--runs", String(RUNS), "--seed", SEED);
  expect(failures).toEqual([]);
  expect(code).toBe(0);
  expect(new Set(outcomes.map(({ target }) => target)).size).toBeGreaterThanOrEqual(50);
  expect(outcomes.reduce((sum, { runs }) => sum + runs, 0)).toBeGreaterThanOrEqual(RUNS);
  // mutations that no decoder takes would only ever try the first lines of each
  const sealed = ["seal", "drop", "box", "wrapping", "vault", "joiner-name", "letter"];
  // twelve words of a list, with a checksum: few of these runs hit one
  const untried = [...sealed, "signature", "device-secrets", "recovery-words"];
  const never = outcomes.filter(({ target, taken }) => taken === 0 && !untried.includes(target));
  expect(never).toEqual([]);
});

describe("a wrong decoder is found", () => {
  let failures: readonly Failure[] = [];
  const found = (name: string): readonly string[] =>
    failures.filter(({ target }) => target === name).map(({ kind }) => kind);

  beforeAll(async () => {
    const report = await fuzz("--controls", "--runs", "21000", "--seed", "1", "--hang-ms", "1500");
    expect(report.code).toBe(1);
    ({ failures } = report);
  });

  test.each([
    ["control-throws", "threw"],
    ["control-hangs", "hung"],
    ["control-never-answers", "died"],
    ["control-leaks", "grew"],
    ["control-reserves", "grew"],
    ["control-lax", "wrongly-taken"],
    ["control-refuses", "refused-its-own"],
  ])("%s: %s", (name, kind) => {
    expect(found(name)).toContain(kind);
  });

  test("and the input that it was found by finds it again", async () => {
    const failure = failures.find(({ target }) => target === "control-throws");
    const { code, said } = await start("--only", "control-throws", "--input", failure?.input ?? "");
    expect(said).toContain("reads behind the end");
    expect(code).not.toBe(0);
    expect((await start("--only", "control-throws", "--input", "020707")).code).toBe(0);
  });
});

describe("mutations", () => {
  const pool = [Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8), new Uint8Array(0), new Uint8Array(300).fill(0x81)];
  const some = (seed: string): readonly Uint8Array[] => {
    const ground = { prng: createChance(seed, "fuzz"), pool, words: [Uint8Array.of(9, 9)] };
    return Array.from({ length: 500 }, () => mutant(ground));
  };

  test("are the same for the same seed, and others for another", () => {
    expect(some("a")).toEqual(some("a"));
    expect(some("a")).not.toEqual(some("b"));
  });

  test("differ among themselves and leave what they begin with as it was", () => {
    const before = pool.map((one) => one.slice());
    expect(new Set(some("c").map((one) => one.join())).size).toBeGreaterThan(300);
    expect(pool).toEqual(before);
  });
});

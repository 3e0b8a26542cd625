/**
 * The steps of `npm test` and `npm run check`: each is one command with a name and a time, and the next one runs
 * whatever became of it, so that one run shows all that is wrong.
 */
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { npmCommand } from "./npm.mjs";
import { ROOT } from "./project.mjs";
import { NOTHING, ONE_FAILED, ONE_PASSED, addCounts, countTests, verdict } from "./summary.mjs";

/**
 * @typedef {import("./summary.mjs").Counts} Counts
 * @typedef {{ name: string, run: () => Promise<Counts> }} Step
 */

/** A command that has not ended after this long is stopped and counts as failed. */
const LIMIT_MS = 30 * 60 * 1000;

/**
 * @param {{ program: string, args: readonly string[], shell?: boolean, env?: NodeJS.ProcessEnv }} command
 * @returns {Promise<number | null>} exit code; null: it was stopped or did not start
 */
function runCommand({ program, args, shell = false, env = process.env }) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      stdio: ["ignore", "inherit", "inherit"],
      shell,
      env,
      timeout: LIMIT_MS,
      killSignal: "SIGKILL",
    });
    child.on("error", () => resolve(null));
    child.on("close", resolve);
  });
}

/**
 * A step that runs a script of package.json and counts as one.
 * @param {string} name
 * @param {string} script
 * @returns {Step}
 */
export function scriptStep(name, script) {
  const run = async () =>
    (await runCommand(npmCommand(["run", "--silent", script]))) === 0 ? ONE_PASSED : ONE_FAILED;
  return { name, run };
}

/**
 * A step that runs work of ours and counts as one; what it throws is shown.
 * @param {string} name
 * @param {() => Promise<unknown>} work
 * @returns {Step}
 */
export function workStep(name, work) {
  const run = async () => {
    try {
      await work();
      return ONE_PASSED;
    } catch (error) {
      console.error(error);
      return ONE_FAILED;
    }
  };
  return { name, run };
}

/**
 * A step that runs vitest projects and counts their tests.
 * @param {string} name
 * @param {readonly string[]} projects names in vitest.config.ts
 * @param {readonly string[]} [only] further arguments of vitest, such as the files that are meant
 * @param {{ mayBeEmpty?: boolean }} [options] whether no test at all is no failure
 * @returns {Step}
 */
export function testStep(name, projects, only = [], { mayBeEmpty = false } = {}) {
  const run = async () => {
    const folder = join(ROOT, "node_modules/.cache/vereda");
    const file = join(folder, `vitest-${projects.join("-")}.json`);
    mkdirSync(folder, { recursive: true });
    rmSync(file, { force: true });
    const named = projects.flatMap((project) => ["--project", project]);
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const exitCode = await runCommand({
      program: process.execPath,
      args: [join(ROOT, "node_modules/vitest/vitest.mjs"), "run", ...named, ...reporters, ...only],
      // A build in this process leaves "production" behind, and Solid then renders nothing in a test.
      env: { ...process.env, NODE_ENV: "test" },
    });
    return readReport(file, { exitCode, mayBeEmpty });
  };
  return { name, run };
}

/** @param {string} file @param {{ exitCode: number | null, mayBeEmpty: boolean }} run @returns {Counts} */
function readReport(file, { exitCode, mayBeEmpty }) {
  try {
    const report = /** @type {import("./summary.mjs").VitestReport} */ (
      JSON.parse(readFileSync(file, "utf8"))
    );
    if (mayBeEmpty && exitCode === 0 && report.testResults.length === 0) return NOTHING;
    return countTests({ ...report, success: report.success && exitCode === 0 });
  } catch {
    return ONE_FAILED;
  }
}

/** @param {number} since */
const secondsSince = (since) => ((performance.now() - since) / 1000).toFixed(1);

/**
 * Runs all steps in turn, prints the verdict as the last line and sets the exit code.
 * @param {readonly Step[]} steps
 */
export async function runSteps(steps) {
  /** @type {{ name: string, counts: Counts, seconds: string }[]} */
  const results = [];
  for (const { name, run } of steps) {
    console.log(`\n== ${name}`);
    const began = performance.now();
    const counts = await run();
    results.push({ name, counts, seconds: secondsSince(began) });
    console.log(`== ${name}: ${counts.failed === 0 ? "ok" : "FAILED"} (${secondsSince(began)} s)`);
  }
  console.log("");
  for (const { name, counts, seconds } of results) {
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
    const figures = `${counts.passed} passed, ${counts.failed} failed${skipped}`;
    console.log(
      `${counts.failed === 0 ? "ok    " : "FAILED"} ${seconds.padStart(7)} s  ${name} (${figures})`,
    );
  }
  const maySkip = process.env["CI"] !== "true";
  const total = addCounts(results.map(({ counts }) => counts));
  const { line, exitCode } = verdict(total, { maySkip });
  if (!maySkip && total.skipped > 0)
    console.log(`With CI=true nothing may be skipped: ${total.skipped} was.`);
  console.log(`\n${line}`);
  process.exitCode = exitCode;
}

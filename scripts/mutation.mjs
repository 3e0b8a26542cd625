/**
 * `npm run mutation`: changes crypto/ (or sync/membership) in one small place after the other and sees whether a
 * test fails. Prints how many were noticed, file by file, and what survived; writes .vereda/mutation.json.
 * Takes long: run it by itself. Exits with 1 below the aim.
 *
 *   npm run mutation -- --only crypto --group hash
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { GROUPS } from "../mutation/groups.mjs";
import { ensureInstalled, npmCommand } from "./npm.mjs";
import { ROOT } from "./project.mjs";

/**
 * @typedef {{ line: number, column: number }} Place
 * @typedef {{ mutatorName: string, replacement?: string, status: string, location: { start: Place, end: Place } }} Mutant
 * @typedef {{ files: Record<string, { source: string, mutants: Mutant[] }> }} Found
 */

/** What is noticed of what was changed, at least. */
const AIM_PERCENT = 85;
const FOLDER = join(ROOT, "mutation");
const OUT = join(ROOT, ".vereda");
const NOTICED = new Set(["Killed", "Timeout", "RuntimeError"]);
const COUNTED = new Set([...NOTICED, "Survived", "NoCoverage"]);

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true, default: ["crypto"] },
    group: { type: "string", multiple: true, default: [] },
    jobs: { type: "string", default: "1" },
  },
});

function ensureStryker() {
  const program = join(FOLDER, "node_modules/@stryker-mutator/core/bin/stryker.js");
  const npm = npmCommand(["ci", "--loglevel=error"]);
  const there = spawnSync(process.execPath, ["--check", program]).status === 0;
  if (
    !there &&
    spawnSync(npm.program, npm.args, { cwd: FOLDER, stdio: "inherit", shell: npm.shell }).status !== 0
  )
    throw new Error("npm ci in mutation/ failed");
  return program;
}

/** @param {string} program @param {import("../mutation/groups.mjs").Group} group @returns {Found} */
function runGroup(program, { name, mutate, tests, warm }) {
  const report = join(OUT, `mutation-${name}.json`);
  console.error(`\n== ${name}: ${mutate.join(" ")}`);
  const run = spawnSync(process.execPath, [program, "run", join(FOLDER, "stryker.config.mjs")], {
    cwd: ROOT,
    stdio: ["ignore", 2, 2],
    env: {
      ...process.env,
      NODE_ENV: "test",
      VEREDA_RUNS: process.env["VEREDA_RUNS"] ?? "20",
      VEREDA_MUTATE: mutate.join(","),
      VEREDA_MUTATION_TESTS: tests.join(","),
      VEREDA_MUTATION_WARM: warm ?? "",
      VEREDA_MUTATION_REPORT: report,
      VEREDA_JOBS: values.jobs,
    },
  });
  if (run.status !== 0) throw new Error(`Stryker failed for ${name}`);
  return /** @type {Found} */ (JSON.parse(readFileSync(report, "utf8")));
}

/** The changed text, as it was. @param {string} source @param {Mutant} mutant */
function original(source, { location: { start, end } }) {
  const lines = source.split("\n").slice(start.line - 1, end.line);
  const last = lines.at(-1)?.slice(0, end.column - 1) ?? "";
  return (
    lines.length === 1 ? last.slice(start.column - 1) : (lines[0] ?? "").slice(start.column - 1)
  ).trim();
}

/** @param {Found["files"]} files */
function show(files) {
  let [noticed, all] = [0, 0];
  console.log("noticed      of   file");
  for (const [path, { source, mutants }] of Object.entries(files).sort()) {
    const counted = mutants.filter(({ status }) => COUNTED.has(status));
    const killed = counted.filter(({ status }) => NOTICED.has(status)).length;
    noticed += killed;
    all += counted.length;
    console.log(`${String(killed).padStart(7)} ${String(counted.length).padStart(7)}   ${path}`);
    for (const mutant of counted.filter(({ status }) => !NOTICED.has(status))) {
      const { line } = mutant.location.start;
      console.log(
        `                  ${line}: ${original(source, mutant)}  ->  ${mutant.replacement ?? mutant.mutatorName}`,
      );
    }
  }
  const percent = (100 * noticed) / Math.max(1, all);
  console.log(`\n${noticed} of ${all} noticed: ${percent.toFixed(1)} %`);
  return percent;
}

if (!ensureInstalled(console.error)) process.exit(1);
const groups = values.only
  .flatMap((name) => GROUPS[name] ?? [])
  .filter(({ name }) => values.group.length === 0 || values.group.includes(name));
if (groups.length === 0) throw new TypeError(`--only takes ${Object.keys(GROUPS).join(" or ")}`);
mkdirSync(OUT, { recursive: true });
const program = ensureStryker();
/** @type {Found["files"]} */
const files = {};
for (const group of groups) Object.assign(files, runGroup(program, group).files);
writeFileSync(join(OUT, "mutation.json"), JSON.stringify(files));
if (show(files) < AIM_PERCENT) process.exitCode = 1;

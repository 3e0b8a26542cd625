/**
 * The fuzzer as a program; `npm run fuzz` bundles and starts it. Watches in its first thread, fuzzes in a
 * second one. Exit code 1 when anything failed.
 *
 *   --runs N  --seed TEXT  --only NAME (repeatable)  --json  --hang-ms N  --failures FILE
 *   --input HEX    gives one target (--only) this input and nothing else
 *   --controls     the wrong decoders of controls.ts instead of the real ones
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { CONTROLS } from "./controls.ts";
import { type Failure, type Limits, type Outcome, runTarget } from "./run-target.ts";
import { type Orders, type Report, Shared, supervise, type Task, type Told } from "./supervise.ts";
import type { Target } from "./target.ts";

const MEGABYTE = 1024 * 1024;
const LIMITS: Limits = { slowMs: 1000, growthBytes: 8 * MEGABYTE, peakBytes: 384 * MEGABYTE };
const DEFAULT_RUNS = 1_000_000;
const DEFAULT_HANG_MS = 10_000;
/** However small its share, a target is tried this often. */
const LEAST_RUNS = 100;

const isControl = (name: string): boolean => CONTROLS.some((one) => one.name === name);

/** The decoders with these names; all real ones for none. Loading the real ones takes a second or two. */
async function targetsOf(names: readonly string[]): Promise<readonly Target[]> {
  const all =
    names.length > 0 && names.every(isControl) ? CONTROLS : (await import("./targets/index.ts")).TARGETS;
  const unknown = names.filter((name) => all.every((one) => one.name !== name));
  if (unknown.length > 0)
    throw new TypeError(`no decoder ${unknown.join(", ")}: ${all.map(({ name }) => name).join(", ")}`);
  return names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
}

async function work({ tasks, seed, limits, shared }: Orders): Promise<void> {
  const memory = new Shared(shared);
  const tell = (told: Told): void => parentPort?.postMessage(told);
  const targets = await targetsOf(tasks.map(({ target }) => target));
  for (const [at, { target: name, runs }] of tasks.entries()) {
    const target = targets.find((one) => one.name === name);
    if (target === undefined) throw new TypeError(name);
    const outcome = await runTarget(
      target,
      { runs, seed, limits },
      {
        about: (input) => {
          memory.about(at, input);
        },
        failed: (failure) => {
          tell({ kind: "failure", failure });
        },
      },
    );
    tell({ kind: "outcome", outcome });
  }
}

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: process.env["VEREDA_RUNS"] ?? String(DEFAULT_RUNS) },
    seed: { type: "string", default: process.env["VEREDA_SEED"] ?? String(Date.now()) },
    only: { type: "string", multiple: true, default: [] },
    input: { type: "string" },
    failures: { type: "string" },
    "hang-ms": { type: "string", default: String(DEFAULT_HANG_MS) },
    controls: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
});

/** So many runs for each, in proportion to its share, and no fewer than were asked for in all. */
function share(targets: readonly Target[], runs: number): readonly Task[] {
  const whole = targets.reduce((sum, target) => sum + target.share, 0);
  return targets.map((target) => ({
    target: target.name,
    runs: Math.max(LEAST_RUNS, Math.ceil((runs * target.share) / whole)),
  }));
}

const megabytes = (bytes: number): string => (bytes / MEGABYTE).toFixed(1);

function line({ target, runs, taken, slowestMs, grownBytes, peakBytes, ms }: Outcome): string {
  const cells = [
    target.padEnd(18),
    String(runs).padStart(8),
    `${((100 * taken) / Math.max(1, runs)).toFixed(1)} %`.padStart(8),
    `${slowestMs.toFixed(1)} ms`.padStart(11),
    `${megabytes(grownBytes)} MB`.padStart(9),
    `${megabytes(peakBytes)} MB`.padStart(9),
    `${(ms / 1000).toFixed(1)} s`.padStart(8),
  ];
  return cells.join(" ");
}

const replay = ({ target, input }: Failure): string => `npm run fuzz -- --only ${target} --input ${input}`;

function tell({ outcomes, failures }: Report): void {
  if (values.json) {
    console.log(JSON.stringify({ seed: values.seed, outcomes, failures }));
    return;
  }
  for (const failure of failures)
    console.log(`\n${failure.target}: ${failure.kind}: ${failure.detail}\n  ${replay(failure)}`);
  const runs = outcomes.reduce((sum, outcome) => sum + outcome.runs, 0);
  console.log(`\nseed ${values.seed}: ${runs} executions, ${failures.length} failures`);
}

/** Gives a decoder one input; what it throws ends the program. */
async function tryOne(target: Target | undefined, hex: string): Promise<void> {
  const taken = await target?.take(Uint8Array.from(Buffer.from(hex, "hex")));
  console.log(`${target?.name ?? ""}: ${taken === true ? "taken" : "refused"}`);
}

async function main(): Promise<void> {
  const wanted = values.controls ? CONTROLS : await targetsOf(values.only);
  if (values.input !== undefined) return tryOne(wanted[0], values.input);
  if (!values.json) {
    console.log(`seed ${values.seed}`);
    console.log("decoder              inputs    taken     slowest      grew      peak     time");
  }
  const report = await supervise({
    program: new URL(import.meta.url),
    tasks: share(wanted, Number(values.runs)),
    seed: values.seed,
    limits: LIMITS,
    hangMs: Number(values["hang-ms"]),
    onOutcome: (outcome) => {
      if (!values.json) console.log(line(outcome));
    },
  });
  tell(report);
  if (report.failures.length === 0) return;
  process.exitCode = 1;
  if (values.failures === undefined) return;
  writeFileSync(values.failures, report.failures.map((failure) => JSON.stringify(failure)).join("\n") + "\n");
}

if (isMainThread) await main();
else await work(workerData as Orders);

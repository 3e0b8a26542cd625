/**
 * `npm run simulate` bundles and starts this. Exit code 1 when a history went wrong; it is printed, and shrunk.
 *
 *   --runs N   --seed TEXT   --history SEED (one history, as it was printed)
 */
import { parseArgs } from "node:util";
import { linesOf } from "./history.ts";
import { seedOf, shrink, simulate, type Verdict } from "./simulate.ts";
import { replaceCurves } from "./simulated-keys.ts";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: process.env["VEREDA_RUNS"] ?? "20000" },
    seed: { type: "string", default: process.env["VEREDA_SEED"] ?? String(Date.now()) },
    history: { type: "string" },
  },
});

const PROGRESS = 1000;

async function tell(verdict: Verdict): Promise<void> {
  const { history, wrong } = await shrink(verdict);
  console.log(`\n${wrong.join("\n")}\n  npm run simulate -- --history ${history.seed}`);
  console.log(`shrunk, with ${history.sites} sites:\n  ${linesOf(history).join("\n  ")}`);
}

replaceCurves();
const seeds =
  values.history === undefined
    ? Array.from({ length: Number(values.runs) }, (_, at) => seedOf(values.seed, at))
    : [values.history];
console.log(values.history === undefined ? `seed ${values.seed}` : `history ${values.history}`);
const counts = { removals: 0, forks: 0, wrong: 0 };
for (const [at, seed] of seeds.entries()) {
  const verdict = await simulate(seed);
  counts.removals += verdict.removed > 0 ? 1 : 0;
  counts.forks += verdict.isForked ? 1 : 0;
  if ((at + 1) % PROGRESS === 0) console.log(`${at + 1} histories, ${counts.wrong} wrong`);
  if (verdict.wrong.length === 0) continue;
  counts.wrong += 1;
  process.exitCode = 1;
  await tell(verdict);
}
console.log(
  `\n${seeds.length} histories: ${counts.removals} with somebody out, ${counts.forks} with a fork, ${counts.wrong} wrong`,
);

/**
 * `npm run interleave` bundles and starts this. Exit code 1 at the first failure, with its script and order.
 *
 *   --scripts N   --seed TEXT   --deliveries N (of 768 for each script)
 */
import { parseArgs } from "node:util";
import { replaceCurves } from "../simulated-keys.ts";
import { checkScript } from "./check-script.ts";
import { createScript, type Script } from "./script.ts";
import type { Failure } from "./orders.ts";

const { values } = parseArgs({
  options: {
    scripts: { type: "string", default: process.env["VEREDA_RUNS"] ?? "20" },
    seed: { type: "string", default: process.env["VEREDA_SEED"] ?? "interleave" },
    deliveries: { type: "string", default: "768" },
  },
});

function tell({ lines, council }: Script, { what, order }: Failure): void {
  const names = order.map((author) => council.coordinators[author]?.name);
  console.log(`\n${what}\nscript:\n  ${lines.join("\n  ")}\norder: ${names.join(", ")}`);
}

replaceCurves();
console.log(`seed ${values.seed}`);
let orders = 0;
for (let at = 0; at < Number(values.scripts) && process.exitCode === undefined; at += 1) {
  const began = performance.now();
  const sites = at % 2 === 0 ? 1 : 3;
  const script = await createScript({ sites, seed: `${values.seed}/${at}`, size: "large" });
  const checked = checkScript(script, { deliveries: Number(values.deliveries) });
  orders += checked.orders;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const counts = `256 prefixes, ${checked.deliveries} deliveries, ${checked.orders} orders`;
  console.log(`script ${at} (${sites} ${sites === 1 ? "house" : "houses"}): ${counts}, ${seconds} s`);
  if (checked.failure === null) continue;
  tell(script, checked.failure);
  process.exitCode = 1;
}
console.log(process.exitCode === undefined ? `${orders} orders converge` : "FAILED");

/**
 * `npm run check`: what a change needs before it is committed. Of the tests it runs those that the change reaches:
 * uncommitted, or `npm run check -- --since main`. Leaves out the simulator, whole processes, browsers and the build;
 * `npm test` has them.
 */
import { parseArgs } from "node:util";
import { ensureInstalled } from "./npm.mjs";
import { runSteps, scriptStep, testStep } from "./steps.mjs";

const { values } = parseArgs({ options: { since: { type: "string", default: "HEAD" } } });

if (!ensureInstalled(console.error)) process.exit(1);

await runSteps([
  scriptStep("format", "format:check"),
  scriptStep("types", "types"),
  scriptStep("lint", "lint"),
  scriptStep("layers", "layers"),
  testStep("tests of the house", ["unit"], ["tests/house"]),
  // a change of words reaches none
  testStep(
    "tests that the change reaches",
    ["unit", "ui"],
    ["--changed", values.since, "--passWithNoTests"],
    {
      mayBeEmpty: true,
    },
  ),
]);

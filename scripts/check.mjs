/**
 * `npm run check`: what a change needs before it is committed, in under two minutes. Leaves out whole processes
 * and browsers (tests/story) and the build; `npm test` has them.
 */
import { ensureInstalled } from "./npm.mjs";
import { runSteps, scriptStep, testStep } from "./steps.mjs";

if (!ensureInstalled(console.error)) process.exit(1);

await runSteps([
  scriptStep("format", "format:check"),
  scriptStep("types", "types"),
  scriptStep("lint", "lint"),
  scriptStep("layers", "layers"),
  testStep("unit and component tests", ["unit", "ui"]),
]);

/**
 * `npm test`: everything, from a fresh copy of the project. The last line is `N passed, N failed`; each step of
 * the house counts as one. Installs npm packages and, where that is ours to do, Chromium.
 */
import { buildIfStale } from "./build.mjs";
import { ensureChromium } from "./chromium.mjs";
import { ensureInstalled } from "./npm.mjs";
import { runSteps, scriptStep, testStep, workStep } from "./steps.mjs";

if (!ensureInstalled(console.error)) {
  console.error("npm ci failed: check the connection, then run npm test again.");
  console.log("0 passed, 1 failed");
  process.exit(1);
}
ensureChromium(console.error);

await runSteps([
  scriptStep("format", "format:check"),
  scriptStep("types", "types"),
  scriptStep("lint", "lint"),
  scriptStep("layers", "layers"),
  scriptStep("dead code", "dead"),
  workStep("build", () => buildIfStale({ say: console.log })),
  testStep("unit and component tests", ["unit", "simulator", "ui"]),
  testStep("story tests", ["story"]),
]);

/**
 * `npm run screenshots`: pictures of every page of the real app (real hubs, real engine, Chromium) at the widths
 * of a phone, a tablet and a laptop, into dist/screenshots/. The walk is that of tests/support/walk.ts. Fails
 * where a stop is not reached or axe finds a violation.
 *
 *   npm run screenshots                    all stops
 *   npm run screenshots -- red ayuda       only these
 *   npm run screenshots -- --themes        dark and sun too
 */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureChromium } from "./chromium.mjs";
import { copyBuild, loadEngines, loadModule, makeRoot, prepare } from "./demo/prepare.mjs";
import { openStudio } from "./demo/studio.mjs";
import { ROOT } from "./project.mjs";

/**
 * @typedef {import("../tests/support/walk.ts").Stop} Stop
 * @typedef {typeof import("../tests/support/walk.ts") & typeof import("../tests/support/axe.ts")} Walk
 * @typedef {import("./demo/studio.mjs").Studio} Studio
 */

const PICTURES = join(ROOT, "dist/screenshots");
const HEIGHT = 768;
const STOP_PATIENCE_MS = 20_000;

const words = process.argv.slice(2);
const chosen = words.filter((word) => !word.startsWith("--"));
const themes = words.includes("--themes") ? ["light", "dark", "sun"] : ["light"];
const note = (/** @type {string} */ line) => process.stderr.write(`${line}\n`);

/**
 * Takes a stop's pictures: one way there, then every theme and width of what is shown; and asks axe about each theme.
 * @param {Walk} walk
 * @param {Studio} studio
 * @param {Stop} stop
 */
async function takeStop({ WIDTHS, growToPage, violationsOf }, studio, stop) {
  /** @type {string[]} */
  const violations = [];
  const page = await studio.pageFor(stop);
  page.setDefaultTimeout(STOP_PATIENCE_MS);
  await stop.go(page);
  if (stop.print === true) await page.emulateMedia({ media: "print" });
  for (const theme of themes) {
    await page.evaluate((name) => (document.documentElement.dataset["theme"] = name), theme);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: HEIGHT });
      await growToPage(page);
      const suffix = theme === "light" ? "" : `-${theme}`;
      const path = join(PICTURES, `${stop.name}-${String(width)}${suffix}.png`);
      await page.screenshot({ path, animations: "disabled" });
    }
    // a printed page has no keyboard and no reader
    if (stop.print !== true) violations.push(...(await violationsOf(page)).map((one) => `${theme}: ${one}`));
  }
  if (violations.length > 0) throw new Error(`axe: ${violations.join("; ")}`);
  if (stop.start === "empty") await page.context().close();
}

/** @param {Walk} walk @param {Studio} studio */
async function takeAll(walk, studio) {
  const stops = walk.STOPS.filter(({ name }) => chosen.length === 0 || chosen.includes(name));
  /** @type {string[]} */
  const failed = [];
  for (const stop of stops) {
    try {
      await takeStop(walk, studio, stop);
      note(`  ${stop.name}`);
    } catch (error) {
      failed.push(stop.name);
      note(
        `  ${stop.name}: ${(error instanceof Error ? error.message : String(error)).split("\n", 1).join("")}`,
      );
    }
  }
  const pictures = (stops.length - failed.length) * walk.WIDTHS.length * themes.length;
  console.log(`${String(pictures)} pictures in dist/screenshots/`);
  if (failed.length > 0) throw new Error(`not reached, or refused by axe: ${failed.join(", ")}`);
}

async function run() {
  const [walk, axe, chromium, invented, i18n, { openProfile }] = await Promise.all([
    /** @type {Promise<typeof import("../tests/support/walk.ts")>} */ (loadModule("tests/support/walk.ts")),
    /** @type {Promise<typeof import("../tests/support/axe.ts")>} */ (loadModule("tests/support/axe.ts")),
    /** @type {Promise<typeof import("../tests/support/chromium.ts")>} */ (
      loadModule("tests/support/chromium.ts")
    ),
    /** @type {Promise<typeof import("../tests/support/invented.ts")>} */ (
      loadModule("tests/support/invented.ts")
    ),
    /** @type {Promise<typeof import("#i18n")>} */ (loadModule("src/i18n/index.ts")),
    loadEngines(),
  ]);
  const root = makeRoot("screenshots");
  const browser = await chromium.launchBrowser();
  /** @type {Studio | null} */
  let studio = null;
  try {
    const { signal } = new AbortController();
    const program = copyBuild(root);
    const texts = i18n.textsOf("es");
    studio = await openStudio({ root, program, browser, signal, invented, openProfile, texts });
    mkdirSync(PICTURES, { recursive: true });
    await takeAll({ ...walk, ...axe }, studio);
  } finally {
    await browser.close();
    await studio?.stop();
    rmSync(root, { recursive: true, force: true });
  }
}

const fault = prepare(note);
if (fault !== null) {
  note(fault);
  process.exit(1);
}
if (ensureChromium(note) === null) process.exit(1);
try {
  await run();
} catch (error) {
  note(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

/**
 * `npm run demo`, as a newcomer starts it: the whole route comes up, a browser gets in with the code that the
 * terminal shows, and nothing is left behind.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { textsOf } from "#i18n";
import { SHOWN } from "../../scripts/demo/contents.mjs";
import { ROOT } from "../../scripts/project.mjs";
import { chromiumIsHere, launchBrowser } from "../support/chromium.ts";

const LIMIT_MS = 240_000;
const t = textsOf("es");

interface Demo {
  readonly said: () => string;
  readonly ended: Promise<number | null>;
  readonly stop: () => void;
  /** Resolves when the output holds this; rejects when the demo ends first. */
  readonly says: (pattern: RegExp) => Promise<RegExpExecArray>;
}

/** Folders of demos that run or were left behind. */
const folders = (): readonly string[] => {
  const parent = join(ROOT, ".vereda");
  return existsSync(parent) ? readdirSync(parent).filter((name) => name.startsWith("demo-")) : [];
};

let before: readonly string[] = [];
let running: ChildProcess | null = null;
beforeEach(() => {
  before = folders();
});
afterEach(() => {
  // a test that failed half-way: the demo puts away what it has begun
  running?.kill("SIGTERM");
});

function startDemo(...args: readonly string[]): Demo {
  const child = spawn(process.execPath, [join(ROOT, "scripts/demo.mjs"), ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  running = child;
  let said = "";
  const listeners = new Set<() => void>();
  const hear = (chunk: Buffer): void => {
    said += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const says = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(said);
        if (found !== null) resolve(found);
      };
      listeners.add(look);
      look();
      void ended.then((code) => {
        reject(new Error(`ended with ${String(code)}: ${said}`));
      });
    });
  return { said: () => said, ended, stop: () => child.kill("SIGINT"), says };
}

/** The page and the code that the terminal shows for a house. */
async function doorOf(demo: Demo, house: string): Promise<{ url: string; code: string }> {
  const [, url = "", code = ""] = await demo.says(
    new RegExp(`${house}: +(http://localhost:\\d+)\\s+código / code: +([A-Z2-7]{100,})\\s`, "u"),
  );
  return { url, code };
}

describe("the demo", () => {
  test(
    "checks itself: a committee's report is found at the third shelter by a misspelt name",
    async () => {
      const demo = startDemo("--check");
      expect(await demo.ended, demo.said()).toBe(0);
      expect(demo.said()).toMatch(new RegExp(`^ok: «${SHOWN.heard}» → ${SHOWN.name} `, "mu"));
      expect(folders()).toEqual(before);
    },
    LIMIT_MS,
  );

  test.skipIf(!chromiumIsHere())(
    "lets a browser in by the printed code, shows it what the committee seeks, and ends with Ctrl+C",
    async () => {
      const demo = startDemo();
      const { url, code } = await doorOf(demo, "Albergue El Puente");
      const browser = await launchBrowser();
      try {
        const page = await browser.newPage({ locale: "es-MX" });
        page.setDefaultTimeout(60_000);
        await page.goto(url);
        await page.getByRole("button", { name: t.welcome.join, exact: true }).click();
        await page.getByRole("textbox", { name: t.welcome.code }).fill(code);
        await page.getByRole("textbox", { name: t.welcome.personName }).fill("Turno de noche");
        await page.getByLabel(t.welcome.passphrase, { exact: true }).fill("nube clavo tambor lino quince");
        await page.getByLabel(t.welcome.passphraseAgain).fill("nube clavo tambor lino quince");
        await page.getByRole("button", { name: t.welcome.joinButton, exact: true }).click();
        await page.getByRole("navigation").getByRole("link", { name: t.shell.pages.search }).click();
        await demo.says(/entró Turno de noche \(\p{L}+ \p{L}+ \p{L}+ \p{L}+\)/u);
        await page.getByRole("textbox", { name: t.search.box }).first().fill(SHOWN.heard);
        await page.getByText(SHOWN.name).first().waitFor();
      } finally {
        await browser.close();
      }
      demo.stop();
      expect(await demo.ended).toBe(0);
      expect(folders()).toEqual(before);
      await expect(fetch(url)).rejects.toThrow();
    },
    LIMIT_MS,
  );
});

/**
 * Every page of the real app, engine and hub included, in a real browser: axe finds nothing at the three
 * widths, nothing scrolls sideways at 320 px, and what a browser keeps or shows outside of the page (titles,
 * addresses, localStorage, console, requests) names nobody.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sidewaysOf, violationsOf } from "../support/axe.ts";
import { createCanary, sightings } from "../support/canary.ts";
import { launchProfile } from "../support/chromium.ts";
import {
  foundMesh,
  lockPage,
  openJoining,
  openReports,
  registerArrival,
  saveReport,
  searchFor,
  t,
  tryPassphrase,
  unlockPage,
  visit,
  writeReport,
} from "../support/house-page.ts";
import { hubProcess } from "../support/hub-process.ts";
import { WIDTHS } from "../support/walk.ts";

const NARROWEST = 320;
const TALL = 900;
const root = mkdtempSync(join(tmpdir(), "vereda-pages-"));
const hub = hubProcess({
  folder: join(root, "hub"),
  args: ["--no-mdns", "--listen", "/ip4/127.0.0.1/tcp/0"],
});
const canary = createCanary();
/** What the browser shows or keeps outside of the page, gathered all along. */
const outside: string[] = [];
let context: BrowserContext;
let page: Page;

async function noteOutside(): Promise<void> {
  const kept = await page.evaluate(() =>
    JSON.stringify([
      document.title,
      location.href,
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      history.state,
      document.cookie,
    ]),
  );
  outside.push(kept);
}

/** Looks at the page that is open, at each width; the screen is left at the widest. */
async function inspect(): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {};
  await noteOutside();
  await page.setViewportSize({ width: NARROWEST, height: TALL });
  const over = await sidewaysOf(page);
  if (over > 0) found[String(NARROWEST)] = [`scrolls ${String(over)} px sideways`];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: TALL });
    const here = await violationsOf(page);
    if (here.length > 0) found[String(width)] = here;
  }
  return found;
}

beforeAll(async () => {
  await hub.start();
  context = await launchProfile(join(root, "browser"));
  context.setDefaultTimeout(60_000);
  page = context.pages()[0] ?? (await context.newPage());
  // contrast is judged on what stays: nothing fades while axe looks
  await page.emulateMedia({ reducedMotion: "reduce" });
  page.on("console", (message) => outside.push(message.text()));
  page.on("pageerror", (error) => outside.push(`${error.message} ${error.stack ?? ""}`));
  page.on("request", (request) => outside.push(`${request.url()} ${request.postData() ?? ""}`));
  await page.goto(hub.url());
  await page.getByRole("button", { name: t.welcome.found }).waitFor();
});
afterAll(async () => {
  await context.close();
  await hub.kill();
  rmSync(root, { recursive: true, force: true });
});

describe("before there is a house", () => {
  test("the inspection catches a planted mistake and a page that is too wide", async () => {
    await page.evaluate(() => {
      const planted = document.createElement("div");
      planted.id = "planted";
      planted.style.width = "2000px";
      planted.append(document.createElement("img"), document.createElement("button"));
      document.querySelector("main")?.append(planted);
    });
    const found = await inspect();
    expect(found["320"]?.[0]).toMatch(/scrolls/u);
    for (const width of WIDTHS) {
      expect(found[String(width)]?.join("\n")).toMatch(
        /image-alt[^\n]*\n(?:.*\n)*.*button-name|button-name[^\n]*\n(?:.*\n)*.*image-alt/u,
      );
    }
    await page.evaluate(() => document.getElementById("planted")?.remove());
  });

  test("welcome and joining have nothing to mend", async () => {
    expect(await inspect()).toEqual({});
    await openJoining(page);
    expect(await inspect()).toEqual({});
    await page.getByRole("button", { name: t.welcome.joinButton }).click();
    await page.getByText(t.shell.problems).waitFor();
    expect(await inspect()).toEqual({});
    await page.getByRole("button", { name: t.shell.back }).click();
  });

  test("a house is founded by a person whose name must stay inside", async () => {
    await foundMesh(page, { mesh: "Ruta del Sur", site: "Casa Tapachula", person: `Lucía ${canary}` });
    await registerArrival(page, `Yésica ${canary}`);
    expect(await page.getByText(canary).count()).toBeGreaterThan(0);
  });
});

const topOf = async (selector: string): Promise<number | undefined> =>
  (await page.locator(selector).boundingBox())?.y;

const report = async (): Promise<void> => {
  await writeReport(page, {
    name: `${canary} Ochoa`,
    seeker: `Delia ${canary}`,
    circumstances: `Con ${canary}`,
  });
};

/** Each page of the work, and how to come to it. */
const STOPS: readonly (readonly [string, () => Promise<void>])[] = [
  ["arrivals", () => visit(page, "arrivals")],
  [
    "a refused arrival",
    async () => {
      await visit(page, "arrivals");
      await page.getByRole("button", { name: t.arrivals.saveAndNext }).click();
      await page.getByText(t.shell.problems).waitFor();
    },
  ],
  [
    "an arrival of somebody who may be registered already",
    async () => {
      await visit(page, "arrivals");
      const name = page.getByRole("textbox", { name: t.arrivals.name });
      for (const width of [NARROWEST, ...WIDTHS]) {
        await page.setViewportSize({ width, height: TALL });
        await name.fill("");
        await page.getByText(t.duplicates.waiting.guest).waitFor();
        const before = await topOf("#field-age");
        await name.fill(`Yesica ${canary}`);
        await page.getByRole("status").getByText(t.duplicates.maybe.guest).waitFor();
        // nothing moves under the hands of who types
        expect(await topOf("#field-age")).toBe(before);
      }
      await page.getByRole("button", { name: t.duplicates.compare }).click();
      await page.getByRole("group", { name: t.duplicates.list }).getByText(canary).first().waitFor();
    },
  ],
  [
    "an arrival that was noted on the record which was there",
    async () => {
      await page.getByRole("button", { name: t.duplicates.same }).click();
      await page.getByText(t.arrivals.cameBackSaved).first().waitFor();
      await page.getByText(t.arrivals.todayCount(2)).waitFor();
    },
  ],
  ["the empty list of reports", () => visit(page, "reports")],
  ["the last look at a report", report],
  [
    "a record",
    async () => {
      await saveReport(page);
    },
  ],
  [
    "a record that is being changed",
    async () => {
      const name = t.record.changeField(t.fields.labels["name"] ?? "");
      await page.getByRole("button", { name }).first().click();
      await page.getByRole("button", { name: t.shell.save, exact: true }).waitFor();
    },
  ],
  [
    "a record's history",
    async () => {
      await page.getByRole("tab", { name: t.record.history }).click();
      await page.getByRole("tabpanel").getByRole("listitem").first().waitFor();
    },
  ],
  ["the list of reports", () => openReports(page, "own")],
  ["what the network shares", () => openReports(page, "mesh")],
  ["search", () => visit(page, "search")],
  [
    "a search's results",
    async () => {
      await searchFor(page, `Ochoa ${canary}`);
      await page.getByRole("list").getByText(canary).first().waitFor();
    },
  ],
  [
    "a search that is refused",
    async () => {
      await searchFor(page, "Honduras");
      await page.getByText(t.refusals["place-only"]).first().waitFor();
    },
  ],
  [
    "the network",
    async () => {
      await visit(page, "mesh");
      await page.getByText(t.mesh.hubDevice, { exact: true }).waitFor();
    },
  ],
  [
    "an invitation",
    async () => {
      await page.getByRole("button", { name: t.mesh.invite, exact: true }).click();
      await page.getByRole("button", { name: t.mesh.inviteMake }).click();
      await page.getByRole("textbox", { name: t.mesh.inviteCode }).waitFor();
    },
  ],
  [
    "settings",
    async () => {
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await visit(page, "settings");
    },
  ],
  [
    "help",
    async () => {
      await page.keyboard.press("F1");
      await page.getByRole("heading", { name: t.shell.helpTitle }).waitFor();
    },
  ],
  [
    "an address that leads nowhere",
    async () => {
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await page.evaluate(() => {
        location.hash = "#/nada";
      });
      await page.getByText(t.shell.missingPage).waitFor();
    },
  ],
  [
    "the lock",
    async () => {
      await lockPage(page);
      await page.getByLabel(t.welcome.passphrase, { exact: true }).waitFor();
    },
  ],
  [
    "a refused passphrase",
    async () => {
      await tryPassphrase(page, "otra frase distinta");
      await page.getByRole("alert").getByText(t.faults["wrong-passphrase"]).waitFor();
    },
  ],
];

describe("the work", () => {
  test.each(STOPS)("%s: axe finds nothing, nothing scrolls sideways", async (_, go) => {
    await go();
    expect(await inspect()).toEqual({});
  });

  test("B8 titles, addresses, storage, console and requests name nobody, before and after a lock", async () => {
    await unlockPage(page);
    await noteOutside();
    const pieces = outside.map((text) => Buffer.from(text));
    expect(outside.length).toBeGreaterThan(STOPS.length);
    expect(sightings(canary, pieces)).toEqual([]);
    // the control: what is on the page would be seen
    expect(sightings(canary, [...pieces, Buffer.from(await page.locator("body").innerText())])).toEqual([
      "utf-8",
    ]);
  });
});

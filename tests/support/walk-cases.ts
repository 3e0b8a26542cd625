/** Stops of the life of a case: what a person said, a guest's page with what is noted there, referrals, the roll call. */
import type { Page } from "playwright-core";
import { t, visit } from "./house-page.ts";
import type { Stop } from "./walk-stop.ts";

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole("button", { name, exact: true }).first().click();

async function openSaid(page: Page): Promise<void> {
  await visit(page, "reports");
  await page.getByRole("tab", { name: t.matches.title }).click();
  await press(page, t.shell.showNames);
  await press(page, t.answers.note);
}

async function openPerson(page: Page, words: string, kind: "guest" | "report"): Promise<void> {
  await visit(page, "search");
  await page.getByRole("textbox", { name: t.search.box }).fill(words);
  await page
    .getByRole("listitem")
    .filter({ hasText: t.search.kinds[kind] })
    .getByRole("link")
    .first()
    .click();
  await page.getByRole("tab", { name: t.record.summary }).waitFor();
}

export const STOPS_OF_CASES: readonly Stop[] = [
  {
    name: "lo-que-dijo",
    start: "open",
    go: async (page) => {
      await openSaid(page);
      await page.getByRole("radio", { name: t.answers.states["yes-no-place"] }).check();
      await page.getByRole("textbox", { name: t.answers.message }).fill("Que está bien y llama el domingo.");
    },
  },
  {
    name: "falta-otra-persona",
    start: "open",
    go: async (page) => {
      await openSaid(page);
      await page.getByRole("radio", { name: t.answers.states.yes, exact: true }).check();
      await press(page, t.answers.save);
      await page.getByRole("button", { name: t.answers.agree }).waitFor();
    },
  },
  {
    name: "persona-de-la-casa",
    start: "open",
    go: (page) => openPerson(page, "Francisco Pedro Francisco", "guest"),
  },
  {
    name: "bitacora",
    start: "open",
    go: async (page) => {
      await visit(page, "settings");
      await page.getByRole("link", { name: t.audit.open }).click();
      await page.getByRole("heading", { level: 2, name: t.audit.alarms }).waitFor();
    },
  },
  {
    name: "pase-de-lista",
    start: "open",
    go: async (page) => {
      await visit(page, "arrivals");
      await page.getByRole("link", { name: t.rollCall.open }).click();
      await page.getByRole("heading", { level: 1, name: t.rollCall.title }).waitFor();
    },
  },
  {
    name: "canalizaciones",
    start: "open",
    go: async (page) => {
      await visit(page, "referrals");
      await page.getByRole("heading", { level: 1 }).waitFor();
    },
  },
];

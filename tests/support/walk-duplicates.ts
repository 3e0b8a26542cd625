/** Stops at possible duplicates: somebody who comes back, and a family that reports twice. */
import type { Page } from "playwright-core";
import { t, visit, writeReport } from "./house-page.ts";
import type { Stop } from "./walk-stop.ts";

const see = (page: Page, text: string): Promise<void> => page.getByText(text).first().waitFor();
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole("button", { name, exact: true }).first().click();

async function typeArrival(page: Page): Promise<void> {
  await visit(page, "arrivals");
  await page.getByRole("textbox", { name: t.arrivals.name }).fill("Yesica Orantes Tzul");
  await page.getByLabel(t.arrivals.age, { exact: true }).fill("24");
  await see(page, t.duplicates.maybe.guest);
}

/** A new report with an age alone: what an earlier stop left half typed would go into it. */
async function beginReport(page: Page, age: string): Promise<void> {
  await visit(page, "reports");
  await page.getByRole("link", { name: t.report.title }).first().click();
  await page.getByText(t.report.lead).waitFor();
  const discard = page.getByRole("button", { name: t.report.discard, exact: true });
  if (await discard.isVisible()) await discard.click();
  await page.getByRole("textbox", { name: t.report.age }).fill(age);
}

export const STOPS_AT_DUPLICATES: readonly Stop[] = [
  {
    name: "llegadas-duplicado",
    start: "open",
    go: async (page) => {
      await typeArrival(page);
      await press(page, t.arrivals.saveAndNext);
      await see(page, t.duplicates.ask);
    },
  },
  {
    name: "llegadas-volvio",
    start: "open",
    go: async (page) => {
      await typeArrival(page);
      await press(page, t.duplicates.compare);
      await press(page, t.duplicates.same);
      await see(page, t.arrivals.cameBackSaved);
    },
  },
  {
    name: "reportar-duplicado",
    start: "open",
    go: async (page) => {
      await beginReport(page, "36");
      await writeReport(page, { name: "Marlenis del Carmen Rivas", seeker: "Yubirí Rivas" });
      await see(page, t.duplicates.list);
      await press(page, t.report.save);
      await see(page, t.duplicates.ask);
    },
  },
  {
    name: "reportar-ficha-ajena",
    start: "open",
    go: async (page) => {
      await beginReport(page, "52");
      await writeReport(page, { name: "Eusebio Canul Pech", seeker: "Rosa Pech" });
      await see(page, t.duplicates.cardText);
    },
  },
];

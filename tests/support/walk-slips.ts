/**
 * Stops of a referral to an institution: asking for it, the slip on screen and on paper, and what comes back on it; and of
 * a referral to a house that is asked to follow the case.
 */
import type { Page } from "playwright-core";
import { t, visit } from "./house-page.ts";
import { CLINIC, noteService, openPerson, press } from "./walk-cases.ts";
import type { Stop } from "./walk-stop.ts";

/** The form, with the institution chosen and what is read to the guest. */
async function openForm(page: Page): Promise<void> {
  await noteService(page);
  await openPerson(page, "Régine Jean-Pierre", "guest");
  await page.getByText(t.referrals.ofGuest).click();
  const form = page.getByRole("form", { name: t.referrals.ofGuest });
  await form.getByRole("radio", { name: t.slips.whoms.service }).check();
  const services = form.getByLabel(t.slips.service);
  await services.locator("option", { hasText: CLINIC }).waitFor({ state: "attached" });
  const value = await services.locator("option", { hasText: CLINIC }).getAttribute("value");
  await services.selectOption(value);
}

async function makeSlip(page: Page): Promise<void> {
  await openForm(page);
  const form = page.getByRole("form", { name: t.referrals.ofGuest });
  const yes = form.getByRole("button", { name: t.consent.said.yes });
  const asks = form.getByText(t.slips.askFirst);
  if (await asks.isVisible()) await yes.click();
  await asks.waitFor({ state: "hidden" });
  await form.getByLabel(t.referrals.need).selectOption("health");
  await form.getByLabel(t.referrals.note).fill("No puede subir escaleras. Habla mejor criollo que español.");
  await press(page, t.slips.makeSlip);
  await page.getByRole("link", { name: t.slips.open }).click();
  await page.getByRole("region", { name: t.slips.copies.house }).waitFor();
}

/** A referral to the first other house that a guest may be referred to, which is asked to follow the case. */
async function askToFollow(page: Page): Promise<void> {
  await openPerson(page, "Francisco Pedro Francisco", "guest");
  await page.getByText(t.referrals.ofGuest).click();
  const form = page.getByRole("form", { name: t.referrals.ofGuest });
  const sites = form.getByLabel(t.referrals.site);
  await sites.locator("option").nth(1).waitFor({ state: "attached" });
  const site = await sites.locator("option").nth(1).getAttribute("value");
  const name = (await sites.locator("option").nth(1).textContent()) ?? "";
  await page.getByText(t.consent.title, { exact: true }).click();
  const chooser = page.getByLabel(t.consent.purposes.refer);
  if ((await chooser.locator(`option[value="${site ?? ""}"]`).count()) > 0) await chooser.selectOption(site);
  const said = page.getByRole("region", { name: t.consent.referTo(name) });
  await said.getByRole("button", { name: new RegExp(`${t.consent.said.yes}$`, "u") }).click();
  await sites.selectOption(site);
  await form.getByText(t.referrals.askFirst).waitFor({ state: "hidden" });
  await form.getByRole("checkbox", { name: t.follow.ask }).check();
  await press(page, t.referrals.send);
  await page.getByText(t.referrals.saved).waitFor();
  await page.getByRole("link", { name: t.referrals.see }).click();
  await page.getByRole("heading", { name: t.follow.title }).waitFor();
}

/** What is kept for whoever is on duty next, while the guest cannot be asked. */
async function keepDraft(page: Page): Promise<void> {
  await openPerson(page, "Régine Jean-Pierre", "guest");
  await page.getByText(t.referrals.ofGuest).click();
  const form = page.getByRole("form", { name: t.referrals.ofGuest });
  await form.getByLabel(t.referrals.need).selectOption("legal");
  await form.getByLabel(t.referrals.note).fill("Falta preguntarle con intérprete.");
  await press(page, t.referralDrafts.keep);
  await page.getByText(t.referralDrafts.here).waitFor();
}

export const STOPS_OF_SLIPS: readonly Stop[] = [
  { name: "canalizacion-sin-mandar", start: "open", go: keepDraft },
  {
    name: "canalizaciones-sin-mandar",
    start: "open",
    go: async (page) => {
      await keepDraft(page);
      await visit(page, "referrals");
      await page.getByRole("region", { name: new RegExp(t.referralDrafts.title, "u") }).waitFor();
    },
  },
  { name: "canalizar-a-una-institucion", start: "open", go: openForm },
  { name: "papel-para-la-institucion", start: "open", go: makeSlip },
  { name: "papel-impreso", start: "open", print: true, go: makeSlip },
  {
    name: "respuesta-de-la-institucion",
    start: "open",
    go: async (page) => {
      await makeSlip(page);
      await press(page, t.referrals.see);
      const answers = page.getByRole("region", { name: t.slips.answersTitle });
      await answers.getByRole("radio", { name: t.slips.heards.phone }).check();
      await answers.getByRole("button", { name: t.slips.ticks.arrived, exact: true }).click();
      await page.getByText(t.slips.answers.arrived).waitFor();
    },
  },
  { name: "pedir-que-sigan-el-caso", start: "open", go: askToFollow },
  {
    name: "codigo-mal-escrito",
    start: "open",
    go: async (page) => {
      await makeSlip(page);
      await visit(page, "referrals");
      await page.getByText(t.slips.find).click();
      await page.getByLabel(t.slips.codeLabel).fill("K7M2-Q4XX");
      await press(page, t.slips.findButton);
      await page.getByRole("link", { name: t.faults["slip-mistyped"] }).waitFor();
    },
  },
];

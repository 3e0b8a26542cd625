/** Stops at pairs of who is sought and who came. */
import type { Page } from "playwright-core";
import { t, visit } from "./house-page.ts";
import type { Stop } from "./walk-stop.ts";

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole("button", { name, exact: true }).first().click();

async function openMatches(page: Page): Promise<void> {
  await visit(page, "reports");
  await page.getByRole("tab", { name: t.matches.title }).click();
  await page.getByText(t.matches.sought, { exact: true }).first().waitFor();
}

export const STOPS_AT_MATCHES: readonly Stop[] = [
  {
    name: "coincidencias",
    start: "open",
    go: openMatches,
  },
  {
    name: "coincidencias-no",
    start: "open",
    go: async (page) => {
      await openMatches(page);
      await press(page, t.shell.showNames);
      await press(page, t.matches.reject);
      await page
        .getByRole("textbox", { name: t.matches.rejectReason })
        .fill("El lunar está en la otra mejilla.");
    },
  },
  {
    name: "coincidencia-anotada",
    start: "open",
    go: async (page) => {
      await openMatches(page);
      await press(page, t.matches.reject);
      await press(page, t.matches.rejectSend);
      await page.getByRole("button", { name: t.matches.undo }).waitFor();
    },
  },
  {
    name: "persona-buscada",
    start: "open",
    go: async (page) => {
      await visit(page, "search");
      await page.getByRole("textbox", { name: t.search.box }).fill("Wilmer Adonay Paz El Negrito");
      await page
        .getByRole("listitem")
        .filter({ hasText: t.search.kinds.guest })
        .getByRole("link")
        .first()
        .click();
      await page.getByRole("heading", { name: t.matches.ofGuest }).waitFor();
    },
  },
];

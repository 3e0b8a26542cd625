/** The stops of the walk (walk.ts) at backups: made in the settings, chosen on the first page, opened to read. */
import { chooseBackup, makeBackup, PASSPHRASE, restoreToRead, t } from "./house-page.ts";
import { CSV_FILE } from "./invented.ts";
import type { Stop } from "./walk-stop.ts";

export const STOPS_OF_BACKUPS: readonly Stop[] = [
  {
    name: "restaurar",
    start: "empty",
    go: async (page) => {
      await page.getByRole("button", { name: t.backup.restoreChoose }).click();
      await page.getByRole("heading", { name: t.backup.restoreHeading }).waitFor();
    },
  },
  {
    name: "restaurar-error",
    start: "empty",
    go: async (page) => {
      await chooseBackup(page, Buffer.from(CSV_FILE));
      await restoreToRead(page, PASSPHRASE);
      await page.getByText(t.faults["not-a-backup"]).first().waitFor();
    },
  },
  {
    name: "ajustes-respaldo",
    start: "open",
    go: async (page) => {
      await makeBackup(page);
      await page.getByRole("region", { name: t.backup.title }).getByRole("status").waitFor();
    },
  },
  {
    name: "respaldo-leer",
    start: "open",
    go: async (page) => {
      const made = await makeBackup(page);
      // the hub's other name is another origin to the browser, which keeps an empty profile for it
      const elsewhere = new URL(page.url());
      elsewhere.hostname = elsewhere.hostname === "localhost" ? "127.0.0.1" : "localhost";
      elsewhere.hash = "";
      await page.goto(elsewhere.href);
      await chooseBackup(page, made);
      await restoreToRead(page, PASSPHRASE);
      await page.getByRole("heading", { name: t.backup.readerTitle }).waitFor();
      await page.getByRole("button", { name: t.shell.showNames }).click();
      await page.getByRole("tabpanel").locator("summary").first().click();
      await page
        .getByRole("tabpanel")
        .getByText(t.fields.labels["name"] ?? "")
        .first()
        .waitFor();
    },
  },
];

/**
 * "This laptop was stolen", on the page: a coordinator takes a colleague's computer out, keys change, she
 * reads what it could read; the computer is told when it next has contact, reads nothing that is sealed
 * afterwards, and still has what it had, which its page says. Chapters of one story.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ListItem, MembersView, RecordView } from "#engine";
import { until } from "../cli/vereda-process.ts";
import {
  bringIn,
  engineOf,
  foundMesh,
  lockPage,
  openAccess,
  PASSPHRASE,
  registerArrival,
  saveReport,
  t,
  tryPassphrase,
  unlockPage,
  visit,
  writeReport,
} from "../support/house-page.ts";
import { type OneHub, openOneHub } from "../support/one-hub.ts";
import { inspectPage } from "../support/pictured.ts";

const BEFORE = "Wilmer Canales Ochoa";
const AFTERWARDS = "Delmy Mejía Paz";

let place: OneHub;
let teresa: Page;
let stolen: Page;

const titlesOf = async (page: Page, kind: string): Promise<readonly string[]> =>
  (await engineOf<readonly ListItem[]>(page, "list", kind)).map(({ title }) => title);

/** Writes a report, and waits until the hub says that it holds it. */
async function fileReport(page: Page, name: string): Promise<void> {
  await writeReport(page, { name, seeker: "Petrona Caal" });
  const id = await saveReport(page);
  await until("the hub holds it", async () =>
    (await engineOf<RecordView>(page, "show", id)).saved.hub ? true : null,
  );
}

beforeAll(async () => {
  place = await openOneHub();
  [teresa, stolen] = [await place.computer(), await place.computer()];
  await foundMesh(teresa, { mesh: "Ruta del Sur", site: "Casa Tapachula", person: "Teresa" });
  await bringIn(teresa, stolen, { role: "staff", person: "Ramón" });
});
afterAll(() => place.close());

describe("R1 R10 K13 a laptop that was stolen", () => {
  test("had read what the house wrote", async () => {
    await fileReport(teresa, BEFORE);
    await until("the report is there", async () =>
      (await titlesOf(stolen, "report")).includes(BEFORE) ? true : null,
    );
    await lockPage(stolen);
  });

  test("is taken out on a coordinator's page, which lists what it could read", async () => {
    await openAccess(teresa, "Ramón");
    await inspectPage(teresa, "red-acceso");
    await teresa.getByRole("button", { name: t.trust.takeOutNow, exact: true }).click();
    await teresa.getByText(t.trust.takenOut("Ramón")).waitFor();
    await teresa.getByText(t.trust.couldRead(4)).waitFor();
    await teresa.getByText(t.trust.showRecords).click();
    await teresa.getByRole("dialog").getByRole("listitem").filter({ hasText: BEFORE }).first().waitFor();
    await inspectPage(teresa, "red-equipo-quitado");
    await teresa.keyboard.press("Escape");
    await teresa.getByRole("listitem").filter({ hasText: "Ramón" }).getByText(t.trust.outsideTag).waitFor();
  });

  test("is told when it next has contact, and that nothing was erased on it", async () => {
    await fileReport(teresa, AFTERWARDS);
    await tryPassphrase(stolen, PASSPHRASE);
    await stolen.getByRole("heading", { name: t.trust.removedTitle }).waitFor();
    await stolen.getByText(t.trust.removedKeeps).waitFor();
    await inspectPage(stolen, "equipo-quitado");
    expect(await stolen.getByRole("navigation").count()).toBe(0);
    const databases = await stolen.evaluate(async () => (await indexedDB.databases()).length);
    expect(databases).toBeGreaterThan(0);
  });

  test("R4 opens what it had and nothing that was sealed afterwards", async () => {
    const [peer] = place.hub.peers().filter((address) => address.endsWith("/ws"));
    expect(peer).toBeDefined();
    await engineOf(stolen, "sync", { peer }).catch(() => undefined);
    // the control: with the same keys it still opens what it had
    const titles = await titlesOf(stolen, "report");
    expect(titles).toEqual([BEFORE]);
    expect(await titlesOf(teresa, "report")).toEqual(expect.arrayContaining([BEFORE, AFTERWARDS]));
    await stolen.reload();
    await tryPassphrase(stolen, PASSPHRASE);
    await stolen.getByRole("heading", { name: t.trust.removedTitle }).waitFor();
    expect(await titlesOf(stolen, "report")).toEqual([BEFORE]);
  });

  test("leaves the house at work", async () => {
    await visit(teresa, "mesh");
    await lockPage(teresa);
    await unlockPage(teresa);
    expect(await engineOf(teresa, "check")).toMatchObject({ ok: true });
  });
});

describe("R2 what a laptop wrote that somebody took out without knowing of it", () => {
  const ARRIVED = "Santos Caal";
  let nidia: Page;
  let octavio: Page;

  test("is there before", async () => {
    [nidia, octavio] = [await place.computer(), await place.computer()];
    await bringIn(teresa, nidia, { role: "staff", person: "Nidia" });
    await bringIn(teresa, octavio, { role: "coordinator", person: "Octavio" });
    await until("the other coordinator knows her", async () =>
      JSON.stringify(await engineOf<MembersView>(octavio, "members")).includes("Nidia") ? true : null,
    );
    // a page asks its hub for its parts when they are first opened, and the hub will be gone
    await openAccess(octavio, "Nidia");
    await octavio.keyboard.press("Escape");
    await lockPage(octavio);
    await registerArrival(nidia, ARRIVED);
    await until("the arrival is there", async () =>
      (await titlesOf(teresa, "guest")).includes(ARRIVED) ? true : null,
    );
  });

  test("waits where it was, counted, and no list shows it", async () => {
    await place.hub.kill();
    await unlockPage(octavio);
    await openAccess(octavio, "Nidia");
    await octavio.getByRole("button", { name: t.trust.takeOutNow, exact: true }).click();
    await octavio.getByText(t.trust.takenOut("Nidia")).waitFor();
    await place.hub.start();
    await visit(teresa, "mesh");
    await teresa.getByRole("heading", { name: t.trust.keptTitle }).waitFor();
    await teresa.getByRole("button", { name: t.trust.keptDecideOf("Nidia") }).waitFor();
    await inspectPage(teresa, "red-en-espera");
    expect(await titlesOf(teresa, "guest")).not.toContain(ARRIVED);
  });

  test("counts again once a coordinator who knows who wrote it lets it", async () => {
    await teresa.getByRole("button", { name: t.trust.keptDecideOf("Nidia") }).click();
    await teresa.getByText(t.trust.admitRisk).waitFor();
    await inspectPage(teresa, "red-en-espera-decidir");
    await teresa.getByRole("button", { name: t.trust.admitNow, exact: true }).click();
    await teresa
      .getByRole("status")
      .filter({ hasText: /en espera\.$/u })
      .waitFor();
    await teresa.keyboard.press("Escape");
    await teresa.getByRole("heading", { name: t.trust.keptTitle }).waitFor({ state: "detached" });
    await until("the arrival counts at both coordinators", async () => {
      const lists = [await titlesOf(teresa, "guest"), await titlesOf(octavio, "guest")];
      return lists.every((titles) => titles.includes(ARRIVED)) ? true : null;
    });
    await nidia.getByRole("heading", { name: t.trust.removedTitle }).waitFor();
  });
});

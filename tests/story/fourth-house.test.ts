/**
 * What takes the word of two houses, on the page: from three houses on a fourth one comes in when a second
 * house approves, and a whole house goes out when a second house gives its word. Chapters of one story.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MembersView } from "#engine";
import {
  confirmWords,
  engineOf,
  foundMesh,
  fourWords,
  inviteShelter,
  openJoining,
  sendJoining,
  t,
  visit,
  waitingWords,
} from "../support/house-page.ts";
import { type OneHub, openOneHub } from "../support/one-hub.ts";
import { inspectPage } from "../support/pictured.ts";
import { until } from "../cli/vereda-process.ts";

const FIRST = "Casa Tapachula";
const SECOND = "Casa Oaxaca";
const THIRD = "Albergue del Istmo";
const FOURTH = "Posada Saltillo";

let place: OneHub;
let lucia: Page;
let mateo: Page;
let irma: Page;
let saul: Page;

const housesOf = async (page: Page): Promise<readonly string[]> =>
  (await engineOf<MembersView>(page, "members")).sites.map(({ name }) => name).toSorted();

/** A shelter asks to come in, and both sides see the same words. */
async function ask(guest: Page, house: string, person: string): Promise<void> {
  const code = await inviteShelter(lucia, house);
  await openJoining(guest);
  await sendJoining(guest, { code, person });
  const words = await waitingWords(guest);
  await visit(lucia, "mesh");
  expect(await fourWords(lucia)).toBe(words);
}

async function bringHouse(guest: Page, house: string, person: string): Promise<void> {
  await ask(guest, house, person);
  await confirmWords(lucia);
  await guest.getByRole("navigation").waitFor();
}

const openHouse = async (page: Page, house: string): Promise<void> => {
  await visit(page, "mesh");
  await page.getByRole("button", { name: t.trust.houseOf(house), exact: true }).click();
  await page.getByText(t.trust.houseRule).waitFor();
};

beforeAll(async () => {
  place = await openOneHub();
  [lucia, mateo] = [await place.computer(), await place.computer()];
  [irma, saul] = [await place.computer(), await place.computer()];
  await foundMesh(lucia, { mesh: "Ruta del Sur", site: FIRST, person: "Lucía" });
  await bringHouse(mateo, SECOND, "Mateo");
});
afterAll(() => place.close());

describe("a fourth house", () => {
  test("with two houses none can be taken out, and the page says why", async () => {
    await openHouse(lucia, SECOND);
    await lucia.getByText(t.trust.houseTooFew).waitFor();
    expect(await lucia.getByRole("button", { name: t.trust.houseGiveWord }).count()).toBe(0);
    await lucia.keyboard.press("Escape");
  });

  test("R13 waits for the word of a second house", async () => {
    await bringHouse(irma, THIRD, "Irma");
    await ask(saul, FOURTH, "Saúl");
    await confirmWords(lucia);
    await lucia.getByRole("alert").getByText(t.faults["needs-second-site"]).waitFor();
    await saul.getByRole("heading", { name: t.welcome.waitingHeading }).waitFor();
    expect(await housesOf(mateo)).not.toContain(FOURTH);
  });

  test("is approved on a coordinator's page of that house, and comes in", async () => {
    await visit(mateo, "mesh");
    await mateo.getByText(t.trust.approveOf(FOURTH, t.mesh.kinds.shelter, FIRST)).waitFor();
    await inspectPage(mateo, "red-aprobar");
    await mateo.getByRole("button", { name: t.trust.approve, exact: true }).click();
    await mateo.getByRole("heading", { name: t.trust.approveTitle }).waitFor({ state: "detached" });
    await until("the first house heard of the word", async () => {
      await confirmWords(lucia).catch(() => undefined);
      return (await housesOf(lucia)).includes(FOURTH) ? true : null;
    });
    await saul.getByRole("navigation").waitFor();
    await until("the other houses know it", async () =>
      (await housesOf(irma)).includes(FOURTH) ? true : null,
    );
  });
});

describe("a whole house that can no longer be trusted", () => {
  test("stays in by the word of one house alone, which every coordinator sees", async () => {
    await openHouse(lucia, FOURTH);
    await lucia.getByText(t.trust.houseNoWord).waitFor();
    await inspectPage(lucia, "red-quitar-casa");
    await lucia.getByRole("button", { name: t.trust.houseGiveWord, exact: true }).click();
    await lucia.getByText(t.trust.houseOneWord).waitFor();
    await lucia.keyboard.press("Escape");
    expect(await housesOf(lucia)).toContain(FOURTH);
    await visit(mateo, "mesh");
    await mateo.getByText(t.trust.houseVotesTag(1)).waitFor();
    await openHouse(lucia, FOURTH);
    expect(await lucia.getByRole("button", { name: t.trust.houseGiveWord }).count()).toBe(0);
    await lucia.keyboard.press("Escape");
  });

  test("goes out by the word of a second one, with what it could read listed", async () => {
    await openHouse(mateo, FOURTH);
    await mateo.getByRole("dialog").getByRole("listitem").filter({ hasText: FIRST }).waitFor();
    await inspectPage(mateo, "red-quitar-casa-segunda");
    await mateo.getByRole("button", { name: t.trust.houseTakeOut, exact: true }).click();
    await mateo.getByText(t.trust.houseOut(FOURTH)).waitFor();
    await inspectPage(mateo, "red-casa-quitada");
    await saul.getByRole("heading", { name: t.trust.removedTitle }).waitFor();
    await until("every house knows it", async () => {
      const known = [await housesOf(lucia), await housesOf(mateo), await housesOf(irma)];
      return known.every((houses) => !houses.includes(FOURTH)) ? true : null;
    });
    expect(await housesOf(lucia)).toEqual([THIRD, SECOND, FIRST].toSorted());
  });
});

/**
 * The life of a case on the pages, as the people of three houses meet it: a committee's report, the guest two hops away,
 * what the person says, and the answer. One route for all; the chapters run in their order.
 */
import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ListItem, MembersView } from "#engine";
import { createFormats } from "#i18n";
import { MOST_PHOTO_BYTES, type Said } from "#model";
import { until } from "../cli/vereda-process.ts";
import { cameraPhoto, PHOTO_PLACE, seenPhoto } from "../support/camera-photo.ts";
import {
  engineOf,
  openReports,
  registerPerson,
  saveReport,
  searchFor,
  t,
  type ToldPerson,
  visit,
  type WrittenReport,
  writeReport,
} from "../support/house-page.ts";
import { inspectPage } from "../support/pictured.ts";
import { openRouteInBrowsers, ROUTE, type RouteInBrowsers } from "../support/route-in-browsers.ts";

const DAY_MS = 86_400_000;
const LONG_AGO = { came: 14, left: 10 };

const WILMER: ToldPerson = { name: "Wilmer Xol Caal", age: "27", country: "GT", town: "Cobán" };
/** As he says it at the door, and as it is heard there. */
const HEARD: ToldPerson = { name: "Wilmar Shol Kaal", age: "27", country: "GT", town: "Coban" };
const PROOF = { question: "¿Cómo se llamaba el perro?", answer: "Canela" };
const MESSAGE = "Que está bien y llama el domingo";
const FOUND: ToldPerson = { name: "Zenobia Batz Pop", age: "33", country: "GT", town: "Salamá" };
/** Told alike in all but the name, so that both pages can be laid side by side. */
const NOWHERE: ToldPerson = { ...FOUND, name: "Ermelinda Ixtecoc Chub" };
const DIEGO: ToldPerson = { name: "Diego Ajpop Tzul", age: "24", country: "GT" };

let route: RouteInBrowsers | null = null;
let comite: Page;
let tapachula: Page;
let oaxaca: Page;

beforeAll(async () => {
  route = await openRouteInBrowsers();
  ({ comite, tapachula, oaxaca } = route.pages);
});
afterAll(() => route?.close());

const daysAgo = (days: number): Date => new Date(Date.now() - days * DAY_MS);
const two = (n: number): string => String(n).padStart(2, "0");
/** As it is typed at the counter. */
const asTyped = (day: Date): string =>
  `${two(day.getDate())}/${two(day.getMonth() + 1)}/${String(day.getFullYear())}`;

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole("button", { name, exact: true }).first().click();

/** The committee reports somebody; the page of the report stays open. */
async function report(who: ToldPerson, more: Pick<WrittenReport, "proof" | "photo"> = {}): Promise<string> {
  await writeReport(comite, { ...who, seeker: "Rosa Caal", ...more });
  return saveReport(comite);
}

/** Opens one of the committee's reports by its list. */
async function openOwn(id: string): Promise<void> {
  await visit(comite, "reports");
  await comite.locator(`a[href$="${id}"]`).click();
  await comite.getByRole("heading", { name: t.answers.title, exact: true }).waitFor();
}

const coverage = (): Locator =>
  comite.getByRole("region", { name: t.matches.compared }).getByRole("definition");

/** Until both shelters say on the report's page that they have it as it is now, and have compared it. */
async function comparedEverywhere(): Promise<void> {
  await coverage().filter({ hasText: t.matches.coverage.held }).nth(1).waitFor();
  await until("both shelters have compared", async () => {
    const said = await coverage().allInnerTexts();
    return said.length === 2 && said.every((text) => !text.includes(t.matches.comparedNever)) ? true : null;
  });
}

async function openMatches(page: Page): Promise<void> {
  await visit(page, "reports");
  await page.getByRole("tab", { name: new RegExp(`^${t.matches.title}`, "u") }).click();
  await page.getByText(t.matches.intro).waitFor();
}

/** The pair of this guest on the list of what is proposed, once the report has come. */
async function proposed(guest: string): Promise<Locator> {
  await openMatches(oaxaca);
  const show = oaxaca.getByRole("button", { name: t.shell.showNames });
  await show
    .or(oaxaca.getByRole("button", { name: t.shell.hideNames }))
    .first()
    .waitFor();
  if (await show.isVisible()) await show.click();
  const pair = oaxaca.locator("li.match").filter({ hasText: guest });
  await pair.waitFor();
  return pair;
}

interface Noted {
  readonly said: Said;
  readonly message?: string;
  readonly proof?: string;
}

/** What the person said, written into the form of the pair; not yet sent. */
async function write(pair: Locator, { said, message, proof }: Noted): Promise<void> {
  await pair.getByRole("button", { name: t.answers.note }).click();
  await pair.getByRole("radio", { name: t.answers.states[said], exact: true }).check();
  if (message !== undefined) await pair.getByRole("textbox", { name: t.answers.message }).fill(message);
  if (proof !== undefined) await pair.getByRole("textbox", { name: t.answers.proof }).fill(proof);
}

const send = (pair: Locator): Promise<void> =>
  pair.getByRole("button", { name: t.answers.save, exact: true }).click();

const shownAt = (page: Page): Promise<string> => page.locator("body").innerText();

/** Chapter one's report, which the figures count. */
let answered = "";

describe("«yes, without place», two hops away", () => {
  test("a committee reports, with a question that only the person can answer", async () => {
    answered = await report(WILMER, { proof: PROOF, photo: true });
    await comite.getByText(t.answers.none).waitFor();
  });

  test("with a photo, which is kept upright and small, and says neither where nor when it was taken", async () => {
    const { width, height, above, below } = await seenPhoto(comite, t.photo.alt);
    expect([width, height]).toEqual([360, 480]);
    const [red = 0, , blue = 0] = above;
    expect(red - blue, "orange above").toBeGreaterThan(100);
    expect((below[2] ?? 0) - (below[0] ?? 0), "blue below").toBeGreaterThan(50);
    const kept = await engineOf<{ readonly jpeg: Readonly<Record<string, number>> }>(
      comite,
      "photo",
      answered,
    );
    // typed arrays come out of the browser as they are, or as objects
    const bytes = Buffer.from(Object.values(kept.jpeg));
    expect(bytes.length).toBeGreaterThan(1000);
    expect(bytes.length).toBeLessThanOrEqual(MOST_PHOTO_BYTES);
    const taken = (await cameraPhoto(comite)).toString("latin1");
    for (const beside of ["Exif", PHOTO_PLACE]) {
      expect(taken, "the control").toContain(beside);
      expect(bytes.toString("latin1")).not.toContain(beside);
    }
    await inspectPage(comite, "caso-1-foto");
  });

  test("who came to the last house is proposed there, and nowhere else", async () => {
    await registerPerson(oaxaca, HEARD);
    const pair = await proposed(HEARD.name);
    await pair.getByText(WILMER.name).waitFor();
    await comparedEverywhere();
    await inspectPage(comite, "caso-1-sin-respuesta");
    await openMatches(tapachula);
    await tapachula.getByText(t.matches.none).waitFor();
    expect(await tapachula.locator("li.match").count()).toBe(0);
    expect(await shownAt(comite)).not.toMatch(/Wilmar|Shol/u);
    await comite.getByText(t.answers.none).waitFor();
    await inspectPage(oaxaca, "caso-2-propuesta");
  });

  test("staff ask the person alone, and note what they said", async () => {
    const pair = await proposed(HEARD.name);
    await pair.getByRole("button", { name: t.answers.ask }).click();
    await pair.getByText(t.answers.states["to-ask"]).waitFor();
    await inspectPage(oaxaca, "caso-3-por-preguntar");
    await write(pair, { said: "yes-no-place", message: MESSAGE, proof: PROOF.answer });
    await pair.getByText(PROOF.question).waitFor();
    await inspectPage(oaxaca, "caso-4-lo-que-dijo");
    await send(pair);
    await oaxaca.getByText(t.answers.decided).click();
    await pair.getByText(t.answers.sent).waitFor();
    await inspectPage(oaxaca, "caso-5-respondido");
  });

  test("the answer arrives where the family is, and nothing beside it", async () => {
    await comite.getByText(`«${MESSAGE}»`).waitFor();
    await comite.getByText(t.answers.noPlace, { exact: true }).waitFor();
    await comite.getByText(t.answers.proofGiven(PROOF.answer)).waitFor();
    await comite.getByText(t.answers.proofExpected(PROOF.answer)).waitFor();
    expect(await comite.locator(".answer .to-read").innerText()).not.toMatch(/Oaxaca|Wilm|Xol|Shol/u);
    expect(await shownAt(comite)).not.toMatch(/Wilmar|Shol/u);
    expect(await shownAt(tapachula)).not.toMatch(/Wilmar|domingo/u);
    await inspectPage(comite, "caso-6-respuesta");
  });

  test("the report is closed, and its card is withdrawn everywhere", async () => {
    await press(comite, t.record.closeReport);
    await comite.getByRole("radio", { name: t.answers.outcomes.answered }).check();
    await inspectPage(comite, "caso-7-cerrar");
    await press(comite, t.record.closeReport);
    await comite.getByRole("button", { name: t.record.reopenReport }).waitFor();
    await inspectPage(comite, "caso-8-cerrada");
    await openReports(tapachula, "mesh");
    await tapachula.getByText(t.record.countReports(0)).waitFor();
  });
});

/** "hace 20 min (21 nov 2026, 17:40)"; and the hour of a comparison, "21 nov 2026, 17:00–18:00". */
const MOMENT = /(?:ahora|hace [^(]+?) \([^)]*\)|\d+ \p{L}+ \d{4}, \d\d:00–\d\d:00/gu;

/** All that a report's page says, with its history; without what is this person's own, and without the hours. */
async function toldOn(id: string, { name }: { readonly name: string }): Promise<string> {
  await openOwn(id);
  await comparedEverywhere();
  const tab = (label: string): Promise<void> => comite.getByRole("tab", { name: label }).click();
  const main = comite.getByRole("main");
  const summary = await main.innerText();
  await tab(t.record.history);
  await main.getByRole("listitem").filter({ hasText: name }).waitFor();
  return `${summary}\n${await main.innerText()}`.replaceAll(name, "[name]").replace(MOMENT, "[when]");
}

/** Something that the shelter writes to the committee, waited for: what it wrote before has come too. */
async function afterAllThatOaxacaWrote(): Promise<void> {
  const { sites } = await engineOf<MembersView>(oaxaca, "members");
  const to = sites.find(({ name }) => name === ROUTE.comite)?.site;
  await engineOf(oaxaca, "add", "message", { to, text: "¿Hay noticias de la caravana?" });
  await until("the message is at the committee", async () =>
    (await engineOf<readonly ListItem[]>(comite, "list", "message")).length > 0 ? true : null,
  );
}

describe("«no»", () => {
  test("is to the family's page as nobody", async () => {
    const nowhere = await report(NOWHERE);
    const found = await report(FOUND);
    await registerPerson(oaxaca, FOUND);
    const pair = await proposed(FOUND.name);
    const before = [await toldOn(nowhere, NOWHERE), await toldOn(found, FOUND)];
    await write(pair, { said: "no" });
    await inspectPage(oaxaca, "caso-9-no");
    await send(pair);
    await oaxaca.getByText(t.matches.proposed(0)).waitFor();
    await afterAllThatOaxacaWrote();
    const after = [await toldOn(nowhere, NOWHERE), await toldOn(found, FOUND)];
    expect(after[1]).toBe(after[0]);
    expect(after).toEqual(before);
    // the control: it is the whole page that was laid side by side
    for (const words of [t.answers.none, t.matches.coverage.blind, ROUTE.oaxaca, "[name]", "[when]"])
      expect(after[0]).toContain(words);
  });
});

describe("somebody who left ten days ago", () => {
  const left = daysAgo(LONG_AGO.left);

  test("allowed at the door that it may be said", async () => {
    await visit(oaxaca, "settings");
    const list = `nombre,edad,país,fecha de llegada\n${DIEGO.name},24,GT,${asTyped(daysAgo(LONG_AGO.came))}\n`;
    await oaxaca.getByRole("radio", { name: t.settings.importGuests }).check();
    await oaxaca
      .getByLabel(t.settings.importFile, { exact: true })
      .setInputFiles({ name: "lista.csv", mimeType: "text/csv", buffer: Buffer.from(list) });
    await press(oaxaca, t.settings.importButton);
    await oaxaca.getByText(t.settings.importDone("1", "0", "0")).waitFor();
    await searchFor(oaxaca, DIEGO.name);
    await oaxaca.getByRole("listitem").filter({ hasText: DIEGO.name }).getByRole("link").first().click();
    await press(oaxaca, t.stay.depart);
    const dialog = oaxaca.getByRole("dialog");
    await dialog.getByRole("radio", { name: t.stay.hows["moved-on"] }).check();
    await dialog.getByRole("textbox", { name: t.stay.at }).fill(asTyped(left));
    await dialog.getByText(t.consent.aloud.passed).waitFor();
    await dialog.getByRole("radio", { name: t.consent.said.yes }).check();
    await inspectPage(oaxaca, "caso-10-salida");
    await press(oaxaca, t.stay.save);
    await dialog.waitFor({ state: "detached" });
    await oaxaca.getByText(t.stay.hows["moved-on"]).waitFor();
    await inspectPage(oaxaca, "caso-11-salio");
  });

  test("what they allowed to be said is said, and no more", async () => {
    await report(DIEGO);
    const pair = await proposed(DIEGO.name);
    await pair.getByText(t.matches.left, { exact: true }).waitFor();
    await write(pair, { said: "passed", message: "Iba bien" });
    await pair.getByText(t.answers.allowed.yes).waitFor();
    await inspectPage(oaxaca, "caso-12-decir-que-paso");
    await send(pair);
    await comite
      .getByText(t.answers.passed(createFormats("es").day(left.getTime())), { exact: true })
      .waitFor();
    await comite.getByText(t.answers.passedPlace(ROUTE.oaxaca)).waitFor();
    await comite.getByText("«Iba bien»").waitFor();
    await inspectPage(comite, "caso-13-paso");
  });
});

describe("the figures", () => {
  const lastMonth = new Date(new Date().getFullYear(), new Date().getMonth(), 0, 12);
  const month = `${String(lastMonth.getFullYear())}-${two(lastMonth.getMonth() + 1)}`;

  /** What the file says of last month, by the tag of its column. */
  async function closedLastMonth(): Promise<string | undefined> {
    await visit(comite, "settings");
    const [download] = await Promise.all([
      comite.waitForEvent("download"),
      press(comite, t.settings.figuresButton),
    ]);
    const lines = readFileSync(await download.path(), "utf8").split("\r\n");
    const column = lines[1]?.split(",").indexOf("#x_reports+closed") ?? -1;
    return lines.find((line) => line.startsWith(month))?.split(",")[column];
  }

  test("count the report that was answered, once its month is over", async () => {
    expect(await closedLastMonth()).toBe("0");
    await engineOf(comite, "edit", answered, { closedAt: lastMonth.toISOString() });
    expect(await closedLastMonth()).toBe("<5");
  });
});

/**
 * The walk through the page for pictures and accessibility checks: each stop says which state of
 * the profile it needs and how to get there from the first page, by what people see (roles and
 * names), so that it drives the fake engine and the real app alike.
 */
import type { Page } from "playwright-core";
import { textsOf } from "#i18n";
import { bringIn, fourWords, inviteVolunteer, openAccess, openJoining, sendJoining } from "./house-page.ts";
import { STOPS_OF_BACKUPS } from "./walk-backups.ts";
import { STOPS_AT_DUPLICATES } from "./walk-duplicates.ts";
import { STOPS_OF_CASES } from "./walk-cases.ts";
import { STOPS_AT_MATCHES } from "./walk-matches.ts";
import { STOPS_AT_SEARCH } from "./walk-search.ts";
import { STOPS_OF_SLIPS } from "./walk-slips.ts";
import type { Stop } from "./walk-stop.ts";
import { ALIKE_HOUSE, CSV_FILE, LATE_PERSON, OTHER_HOUSES } from "./invented.ts";

export const WIDTHS = [360, 768, 1366] as const;

export type { Stop };

const t = textsOf("es");
const PASSPHRASE = "farol nube cedro barro lima";

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole("button", { name, exact: true }).first().click();
const follow = (page: Page, name: string): Promise<void> =>
  page.getByRole("link", { name, exact: true }).first().click();
const write = (page: Page, label: string, text: string): Promise<void> =>
  page.getByRole("textbox", { name: label }).first().fill(text);
const see = (page: Page, text: string): Promise<void> => page.getByText(text).first().waitFor();
const heading = (page: Page, name: string): Promise<void> =>
  page.getByRole("heading", { name }).first().waitFor();
const open = (page: Page, entry: keyof typeof t.shell.pages): Promise<void> =>
  page.getByRole("navigation").getByRole("link", { name: t.shell.pages[entry] }).click();

async function fillFounding(page: Page): Promise<void> {
  await press(page, t.welcome.found);
  await write(page, t.welcome.meshName, "Vereda del sur");
  await write(page, t.welcome.siteName, "Casa del Naranjo");
  await write(page, t.welcome.personName, "Lucía Betancur");
  await page.getByLabel(t.welcome.passphrase, { exact: true }).fill(PASSPHRASE);
  await page.getByLabel(t.welcome.passphraseAgain).fill(PASSPHRASE);
}

async function foundToSheet(page: Page): Promise<void> {
  await fillFounding(page);
  await press(page, t.welcome.found);
  await heading(page, t.welcome.sheetHeading);
}

async function search(page: Page, text: string): Promise<void> {
  await open(page, "search");
  await write(page, t.search.box, text);
}

async function reportTo(page: Page, step: number): Promise<void> {
  await open(page, "reports");
  await follow(page, t.report.title);
  await write(page, t.report.name, "Edilberto Cruz Ajú");
  await write(page, t.report.age, "unos 17");
  await write(page, t.report.marks, "cicatriz en la ceja, tel. 5555 0000 11");
  if (step > 1) {
    await press(page, t.report.next);
    await write(page, t.report.lastAt, "marzo de 2026");
    await write(page, t.report.lastPlace, "Tapachula");
  }
  if (step > 2) {
    await press(page, t.report.next);
    await write(page, t.report.seekerName, "Petrona Ajú");
    await write(page, t.report.seekerRelation, "madre");
  }
  if (step > 3) {
    await press(page, t.report.next);
    await heading(page, t.report.toShelters);
  }
}

async function openFirstReport(page: Page): Promise<void> {
  await open(page, "reports");
  await page.getByRole("tabpanel").getByRole("listitem").getByRole("link").first().click();
  await page.getByRole("tab", { name: t.record.summary }).waitFor();
}

const unfold = (page: Page, title: string): Promise<void> =>
  page.locator("summary").filter({ hasText: title }).click();

/** A colleague comes in on a computer of their own, and that one is said to be stolen. */
async function takeOutColleague(page: Page): Promise<void> {
  const context = await page.context().browser()?.newContext({ locale: "es-MX" });
  if (context === undefined) throw new Error("the browser is gone");
  const guest = await context.newPage();
  await guest.goto(page.url().replace(/#.*$/u, ""));
  await bringIn(page, guest, { role: "volunteer", person: "Delmy Paz" });
  await openAccess(page, "Delmy Paz");
  await press(page, t.trust.takeOutNow);
  await context.close();
}

/** The settings with one of their folds open. */
const unfolded = (name: string, title: string): Stop => ({
  name,
  start: "open",
  go: async (page) => {
    await open(page, "settings");
    await unfold(page, title);
  },
});

const STOPS_OUTSIDE: readonly Stop[] = [
  { name: "bienvenida", start: "empty", go: (page) => heading(page, t.welcome.title) },
  {
    name: "bienvenida-sin-direccion",
    start: "empty",
    go: async (page) => {
      // the token of the address was in the memory of the page that is gone
      await page.reload();
      await see(page, t.mesh.hubFullAddress);
    },
  },
  { name: "empezar-red", start: "empty", go: fillFounding },
  {
    name: "empezar-red-error",
    start: "empty",
    go: async (page) => {
      await press(page, t.welcome.found);
      await press(page, t.welcome.found);
      await see(page, t.shell.problems);
    },
  },
  { name: "hoja", start: "empty", go: foundToSheet },
  { name: "hoja-impresa", start: "empty", print: true, go: foundToSheet },
  {
    name: "hoja-comprobar",
    start: "empty",
    go: async (page) => {
      await foundToSheet(page);
      await press(page, t.welcome.sheetNext);
      await press(page, t.welcome.sheetDone);
      await see(page, t.shell.problems);
    },
  },
  {
    name: "unirse",
    start: "empty",
    go: async (page) => {
      await press(page, t.welcome.join);
      await heading(page, t.welcome.joinHeading);
    },
  },
  {
    name: "recuperar",
    start: "empty",
    go: async (page) => {
      await press(page, t.welcome.recoverChoose);
      await heading(page, t.welcome.recoverHeading);
    },
  },
  {
    name: "recuperar-error",
    start: "empty",
    go: async (page) => {
      await press(page, t.welcome.recoverChoose);
      await page.getByRole("textbox", { name: t.welcome.sheetWord(2), exact: true }).fill("zzz");
      await press(page, t.welcome.recover);
      await see(page, t.shell.problems);
    },
  },
  { name: "en-espera", start: "waiting", go: (page) => heading(page, t.welcome.waitingHeading) },
  {
    name: "candado",
    start: "locked",
    go: (page) => page.getByLabel(t.welcome.passphrase, { exact: true }).waitFor(),
  },
  {
    name: "segunda-pestana",
    start: "empty",
    go: async (page) => {
      const address = page.url();
      await page.goto("about:blank");
      const first = await page.context().newPage();
      await first.goto(address);
      await heading(first, t.welcome.title);
      await page.goto(address);
      await see(page, t.faults["profile-in-use"]);
    },
  },
  { name: "equipo-quitado", start: "removed", go: (page) => heading(page, t.trust.removedTitle) },
  {
    name: "candado-error",
    start: "locked",
    go: async (page) => {
      await page.getByLabel(t.welcome.passphrase, { exact: true }).fill("otra frase distinta");
      await press(page, t.welcome.unlock);
      await see(page, t.faults["wrong-passphrase"]);
    },
  },
];

const STOPS_INSIDE: readonly Stop[] = [
  {
    name: "llegadas",
    start: "open",
    go: async (page) => {
      await open(page, "arrivals");
      await write(page, t.arrivals.name, "Wilmar Adonai Paz");
      await page.getByLabel(t.arrivals.age, { exact: true }).fill("17");
      await see(page, t.duplicates.maybe.guest);
    },
  },
  {
    name: "llegadas-guardada",
    start: "open",
    go: async (page) => {
      await open(page, "arrivals");
      await write(page, t.arrivals.name, "Elmer Guox");
      await press(page, t.arrivals.saveAndNext);
      await see(page, t.arrivals.lastSaved);
    },
  },
  {
    name: "llegadas-error",
    start: "open",
    go: async (page) => {
      await open(page, "arrivals");
      await press(page, t.arrivals.saveAndNext);
      await see(page, t.shell.problems);
    },
  },
  {
    name: "llegadas-vacia",
    start: "open",
    people: false,
    go: async (page) => {
      await open(page, "arrivals");
      await see(page, t.arrivals.empty);
    },
  },
  ...STOPS_AT_SEARCH,
  ...STOPS_AT_MATCHES,
  ...STOPS_OF_CASES,
  ...STOPS_OF_SLIPS,
  {
    name: "reportar-a-medias",
    start: "open",
    go: async (page) => {
      await reportTo(page, 1);
      await search(page, "Zacarías Quetzal");
      await press(page, t.search.report);
      await see(page, t.report.restored);
    },
  },
  { name: "reportar-1", start: "open", go: (page) => reportTo(page, 1) },
  { name: "reportar-2", start: "open", go: (page) => reportTo(page, 2) },
  { name: "reportar-3", start: "open", go: (page) => reportTo(page, 3) },
  { name: "reportar-4", start: "open", go: (page) => reportTo(page, 4) },
  { name: "registro", start: "open", go: openFirstReport },
  {
    name: "registro-cambiar",
    start: "open",
    go: async (page) => {
      await openFirstReport(page);
      await page
        .getByRole("button", { name: t.record.changeField(t.fields.labels["age"] ?? "") })
        .first()
        .click();
      await page.getByRole("button", { name: t.shell.save, exact: true }).waitFor();
    },
  },
  {
    name: "registro-historia",
    start: "open",
    go: async (page) => {
      await openFirstReport(page);
      await page.getByRole("tab", { name: t.record.history }).click();
      await page
        .getByRole("listitem")
        .filter({ hasText: t.fields.labels["name"] ?? "" })
        .first()
        .waitFor();
    },
  },
  { name: "busquedas", start: "open", go: (page) => open(page, "reports") },
  {
    name: "busquedas-red",
    start: "open",
    go: async (page) => {
      await open(page, "reports");
      await page.getByRole("tab", { name: t.record.reportsMesh }).click();
    },
  },
  { name: "busquedas-vacia", start: "open", people: false, go: (page) => open(page, "reports") },
  {
    name: "red",
    start: "open",
    go: async (page) => {
      await open(page, "mesh");
      await heading(page, t.mesh.ownSite);
    },
  },
  {
    name: "red-invitar",
    start: "open",
    go: async (page) => {
      await open(page, "mesh");
      await press(page, t.mesh.invite);
      await press(page, t.mesh.inviteMake).catch(() => undefined);
      await see(page, t.mesh.inviteHow);
    },
  },
  {
    name: "red-invitar-formulario",
    start: "open",
    go: async (page) => {
      await open(page, "mesh");
      await press(page, t.mesh.invite);
      await page.getByRole("button", { name: t.mesh.inviteMake }).waitFor();
    },
  },
  {
    name: "red-invitar-parecida",
    start: "open",
    role: "coordinator",
    go: async (page) => {
      await open(page, "mesh");
      await press(page, t.mesh.invite);
      await page.getByRole("radio", { name: t.mesh.inviteSite }).check();
      await write(page, t.mesh.inviteSiteName, ALIKE_HOUSE.name);
      await see(page, t.trust.alikeInvite(OTHER_HOUSES[0].name));
    },
  },
  {
    name: "red-acceso",
    start: "open",
    role: "coordinator",
    go: async (page) => {
      await open(page, "mesh");
      const manage = page.getByRole("button", { name: new RegExp(`^${t.trust.manageOf("")}`, "u") });
      await manage.first().click();
      await see(page, t.trust.takeOutMutual);
    },
  },
  {
    name: "red-aprobar",
    start: "open",
    role: "coordinator",
    go: async (page) => {
      await open(page, "mesh");
      await see(page, t.trust.approveTitle);
      await see(page, t.trust.alikeApprove(OTHER_HOUSES[4].name));
    },
  },
  {
    name: "red-quitar-casa",
    start: "open",
    role: "coordinator",
    go: async (page) => {
      await open(page, "mesh");
      const house = page.getByRole("button", { name: new RegExp(`^${t.trust.houseOf("")}`, "u") });
      await house.first().click();
      await see(page, t.trust.houseRule);
    },
  },
  {
    name: "red-en-espera",
    start: "open",
    kept: true,
    role: "coordinator",
    go: async (page) => {
      await open(page, "mesh");
      await see(page, t.trust.keptTitle);
    },
  },
  {
    name: "red-en-espera-decidir",
    start: "open",
    kept: true,
    role: "coordinator",
    go: async (page) => {
      await open(page, "mesh");
      await press(page, t.trust.keptDecideOf(LATE_PERSON));
      await see(page, t.trust.admitRisk);
    },
  },
  {
    name: "red-equipo-quitado",
    start: "open",
    role: "coordinator",
    go: async (page) => {
      await takeOutColleague(page);
      await see(page, t.trust.spread);
    },
  },
  {
    name: "red-espacio",
    start: "open",
    role: "coordinator",
    go: async (page) => {
      await open(page, "mesh");
      await page.getByText(t.room.show, { exact: true }).click();
      await see(page, t.room.double);
    },
  },
  { name: "red-sola", start: "open", people: false, go: (page) => open(page, "mesh") },
  { name: "ajustes", start: "open", go: (page) => open(page, "settings") },
  unfolded("ajustes-pin", t.locks.pinTitle),
  unfolded("ajustes-limites", t.limits.forced.title),
  unfolded("ajustes-dejar", t.locks.leaveTitle),
  {
    name: "candado-pin",
    start: "open",
    go: async (page) => {
      await open(page, "settings");
      await unfold(page, t.locks.pinTitle);
      const form = page.getByRole("form", { name: t.locks.pinTitle });
      await form.getByLabel(t.locks.pinNew).fill("271828");
      await form.getByLabel(t.welcome.passphrase, { exact: true }).fill(PASSPHRASE);
      await press(page, t.locks.pinSet);
      await page.getByRole("button", { name: t.locks.pinEnd, exact: true }).waitFor();
      await press(page, t.shell.lock);
      await page.getByLabel(t.locks.pin, { exact: true }).waitFor();
    },
  },
  {
    name: "ajustes-archivo",
    start: "open",
    go: async (page) => {
      await open(page, "settings");
      await page
        .getByLabel(t.settings.importFile, { exact: true })
        .setInputFiles({ name: "lista.csv", mimeType: "text/csv", buffer: Buffer.from(CSV_FILE) });
      await press(page, t.settings.importButton);
      await see(page, t.problems["needs-name"]);
    },
  },
  {
    name: "ayuda",
    start: "open",
    go: async (page) => {
      await open(page, "search");
      await page.keyboard.press("F1");
      await heading(page, t.shell.helpTitle);
    },
  },
];

const STOPS_OF_OTHERS: readonly Stop[] = [
  {
    name: "familias-buscar",
    start: "open",
    siteKind: "advocates",
    go: async (page) => {
      await search(page, "Marlenis");
      await see(page, t.search.coverageAdvocates);
    },
  },
  { name: "familias-busquedas", start: "open", siteKind: "advocates", go: (page) => open(page, "reports") },
  {
    name: "candado-figuras",
    start: "open",
    role: "staff",
    go: async (page) => {
      const code = await inviteVolunteer(page);
      await press(page, t.shell.lock);
      await unfold(page, t.locks.another);
      await openJoining(page);
      await sendJoining(page, { code, person: "Turno de tarde" });
      await fourWords(page);
      await press(page, t.shell.lock);
      await page.getByRole("radio", { name: t.locks.badges.star }).waitFor();
    },
  },
  { name: "voluntariado-llegadas", start: "open", role: "volunteer", go: (page) => open(page, "arrivals") },
];

/**
 * Makes the window as tall as the page, so that bars which stick to its edges are drawn where the
 * page ends. Returns the height.
 */
export async function growToPage(page: Page): Promise<number> {
  const size = page.viewportSize();
  if (size === null) return 0;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (height > size.height) await page.setViewportSize({ width: size.width, height });
  return height;
}

/** Every stop, in the order in which a house would meet them. */
export const STOPS: readonly Stop[] = [
  ...STOPS_OUTSIDE,
  ...STOPS_INSIDE,
  ...STOPS_AT_DUPLICATES,
  ...STOPS_OF_BACKUPS,
  ...STOPS_OF_OTHERS,
];

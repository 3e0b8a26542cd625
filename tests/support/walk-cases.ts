/** Stops of the life of a case: what a person said, a guest's page with what is noted there, referrals, the roll call. */
import type { Page } from "playwright-core";
import { choosePhoto } from "./camera-photo.ts";
import { t, visit } from "./house-page.ts";
import type { Stop } from "./walk-stop.ts";

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole("button", { name, exact: true }).first().click();

async function openSaid(page: Page): Promise<void> {
  await visit(page, "reports");
  await page.getByRole("tab", { name: t.matches.title }).click();
  await press(page, t.shell.showNames);
  await press(page, t.answers.note);
}

export async function openPerson(page: Page, words: string, kind: "guest" | "report"): Promise<void> {
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

async function openRoute(page: Page, link: string): Promise<void> {
  await visit(page, "mesh");
  await page.getByRole("link", { name: link }).click();
}

export const CLINIC = "Consultorio San José";

/** A service that the house notes in the directory, unless another stop's page did. */
export async function noteService(page: Page): Promise<void> {
  await openRoute(page, t.route.directoryLink);
  const known = page.getByRole("heading", { name: CLINIC });
  await known.or(page.getByText(t.route.noServices)).first().waitFor();
  if (await known.isVisible()) return;
  await press(page, t.route.add);
  const form = page.getByRole("form", { name: t.route.addTitle });
  await form.getByLabel(t.route.name).fill(CLINIC);
  await form.getByLabel(t.route.type).selectOption("health");
  await form.getByRole("checkbox", { name: t.care.kinds.medical }).check();
  await form.getByRole("checkbox", { name: t.route.groups.women }).check();
  await form.getByLabel(t.route.town).fill("Ixtepec");
  await form.getByLabel(t.route.hours).fill("8:00 a 14:00");
  await form.getByLabel(t.route.phone).fill("555 0142");
  await form.getByLabel(t.route.entry).fill("Sin cita. No pide documentos.");
  await form.getByRole("button", { name: t.route.save }).click();
  await known.waitFor();
}

async function openOwnReport(page: Page): Promise<void> {
  await visit(page, "reports");
  await page.getByRole("tab", { name: t.record.reportsOwn }).click();
  await page.getByRole("tabpanel").getByRole("listitem").getByRole("link").first().click();
}

async function keepPhoto(page: Page): Promise<void> {
  await openOwnReport(page);
  await choosePhoto(page);
  await press(page, t.photo.keep);
  await page.getByRole("img", { name: t.photo.alt }).waitFor();
}

/** From the page of a report. */
async function openPoster(page: Page): Promise<void> {
  const make = page.getByRole("button", { name: t.poster.make });
  await make.or(page.getByRole("button", { name: t.poster.allow })).waitFor();
  if (!(await make.isVisible())) await press(page, t.poster.allow);
  await make.click();
  await page.getByLabel(t.poster.contact).fill("Casa del Naranjo, 555 0199");
}

/** What the house says on its board. */
async function sayOnBoard(page: Page): Promise<void> {
  await openRoute(page, t.route.boardLink);
  await press(page, t.route.editBoard);
  await page.getByLabel(t.route.bedGroups.any).fill("12");
  await page.getByLabel(t.route.bedGroups.families).fill("2");
  await page.getByRole("checkbox", { name: t.route.alertKinds["no-water"], exact: true }).check();
  await page.getByRole("checkbox", { name: t.route.needKinds.medicines, exact: true }).check();
}

/** A notice as somebody types it. */
async function writeNotice(page: Page): Promise<void> {
  await openRoute(page, t.route.boardLink);
  await press(page, t.route.addNotice);
  const form = page.getByRole("form", { name: t.route.addNotice });
  await form.getByLabel(t.route.noticeKind).selectOption("road-closed");
  await form
    .getByRole("textbox", { name: t.route.noticeText })
    .fill("El puente está cerrado desde anoche; se pasa por el vado.");
  await form.getByLabel(t.route.noticePlace).fill("La Ventosa");
}

async function saveAlone(page: Page): Promise<void> {
  await visit(page, "arrivals");
  await page.getByLabel(t.arrivals.age).fill("15");
  await page.getByRole("radio", { name: t.protection.aloneYes }).check();
  await page.getByRole("textbox", { name: t.arrivals.name }).fill("Yesenia Xol");
  await press(page, t.arrivals.saveAndNext);
  await page.getByText(t.protection.reserved).first().waitFor();
}

/** A card that is made for a guest who said yes to it. */
async function openCards(page: Page): Promise<void> {
  await openPerson(page, "Régine Jean-Pierre", "guest");
  await page.getByText(t.consent.title, { exact: true }).click();
  await press(page, `${t.consent.purposes.carry}: ${t.consent.said.yes}`);
  await page.getByText(t.carrying.title, { exact: true }).click();
  await press(page, t.carrying.make);
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
    name: "borrar-ficha",
    start: "open",
    role: "coordinator",
    go: async (page) => {
      await openPerson(page, "Francisco Pedro Francisco", "guest");
      await page.getByRole("tab", { name: t.record.history }).click();
      await press(page, t.erasure.start);
      await page.getByRole("button", { name: t.erasure.confirm }).waitFor();
    },
  },
  {
    name: "copia-para-la-persona",
    start: "open",
    go: async (page) => {
      await openPerson(page, "Francisco Pedro Francisco", "guest");
      await page.getByRole("tab", { name: t.record.history }).click();
      await press(page, t.copy.open);
      await page.getByText(t.copy.leftOut).waitFor();
    },
  },
  {
    name: "lo-que-toca-revisar",
    start: "open",
    role: "coordinator",
    go: async (page) => {
      await visit(page, "settings");
      await page.getByRole("region", { name: t.review.title }).waitFor();
    },
  },
  {
    name: "bitacora",
    start: "open",
    role: "coordinator",
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
    name: "lista-en-papel",
    start: "open",
    role: "volunteer",
    go: async (page) => {
      await visit(page, "arrivals");
      await page.getByRole("link", { name: t.paperList.title }).click();
      await page.getByRole("textbox", { name: t.paperList.day }).fill("20/11/2026");
      const row = page.getByRole("group", { name: t.paperList.row(1), exact: true });
      await row.getByRole("textbox", { name: t.paperList.columns.name }).fill("Elmer Guox");
      await row.getByRole("textbox", { name: t.paperList.columns.age }).fill("muchos");
      await press(page, t.paperList.save(1));
      await page.getByRole("alert").waitFor();
    },
  },
  {
    name: "lista-en-papel-impresa",
    start: "open",
    print: true,
    go: async (page) => {
      await visit(page, "arrivals");
      await page.getByRole("link", { name: t.paperList.title }).click();
      await page.getByRole("textbox", { name: t.paperList.day }).waitFor();
    },
  },
  {
    name: "entregas",
    start: "open",
    go: async (page) => {
      await visit(page, "arrivals");
      await page.getByRole("link", { name: t.handOut.title }).click();
      await press(page, t.shell.showNames);
      await page.getByRole("checkbox").first().check();
    },
  },
  {
    name: "permisos-voluntariado",
    start: "open",
    role: "volunteer",
    go: async (page) => {
      await openPerson(page, "Francisco Pedro Francisco", "guest");
      await page.getByText(t.consent.title, { exact: true }).click();
      await press(page, `${t.consent.purposes.search}: ${t.consent.said.yes}`);
      await page.getByText(t.consent.noted(t.consent.said.yes)).waitFor();
    },
  },
  {
    name: "llegada-guardada",
    start: "open",
    role: "volunteer",
    go: async (page) => {
      await visit(page, "arrivals");
      await page.getByRole("textbox", { name: t.arrivals.name }).fill("Elmer Guox");
      await press(page, t.arrivals.saveAndNext);
      await page.getByRole("region", { name: t.consent.purposes.passed }).waitFor();
    },
  },
  {
    name: "tarjeta-para-llevar",
    start: "open",
    go: async (page) => {
      await openPerson(page, "Francisco Pedro Francisco", "guest");
      await page.getByText(t.consent.title, { exact: true }).click();
      await press(page, `${t.consent.purposes.carry}: ${t.consent.said.yes}`);
      await page.getByText(t.carrying.title, { exact: true }).click();
      await page.getByRole("button", { name: t.carrying.make }).waitFor();
    },
  },
  {
    name: "vida-en-peligro",
    start: "open",
    go: async (page) => {
      await openPerson(page, "Francisco Pedro Francisco", "guest");
      await page.getByText(t.consent.title, { exact: true }).click();
      const house = page.getByRole("combobox", { name: t.consent.purposes.refer });
      await house.selectOption({ index: 1 });
      await page.getByText(t.vital.title, { exact: true }).click();
      await page.getByLabel(t.vital.reason).fill("Sin conocimiento desde anoche; ahí hay médico.");
      await press(page, t.vital.claim);
      await page.getByText(t.vital.waiting).first().waitFor();
    },
  },
  {
    name: "tarjeta-hecha",
    start: "open",
    go: async (page) => {
      await openCards(page);
      await page.getByRole("heading", { name: t.carrying.paperTitle }).waitFor();
    },
  },
  {
    name: "tarjeta-impresa",
    start: "open",
    print: true,
    go: async (page) => {
      await openCards(page);
      await page.getByRole("heading", { name: t.carrying.paperTitle }).waitFor();
    },
  },
  {
    name: "abrir-tarjeta",
    start: "open",
    go: async (page) => {
      await visit(page, "arrivals");
      await page.getByRole("link", { name: t.carrying.openLink }).click();
      await page.getByRole("textbox", { name: t.carrying.code }).fill("ábaco abdomen");
      await press(page, t.carrying.open);
      await page.getByRole("link", { name: t.faults["card-mistyped"] }).waitFor();
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
  {
    name: "llegada-protegida",
    start: "open",
    go: async (page) => {
      await visit(page, "arrivals");
      await page.getByLabel(t.arrivals.age).fill("15");
      await page.getByRole("radio", { name: t.protection.aloneYes }).check();
    },
  },
  {
    name: "protegidas",
    start: "open",
    role: "protection",
    go: async (page) => {
      await saveAlone(page);
      await page.getByRole("link", { name: t.protection.title }).click();
      await page.getByRole("heading", { level: 1, name: t.protection.title }).waitFor();
    },
  },
  {
    name: "persona-protegida",
    start: "open",
    role: "protection",
    go: async (page) => {
      await saveAlone(page);
      await page.getByRole("link", { name: t.protection.title }).click();
      await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
      await page.getByRole("heading", { name: t.protection.checklist }).waitFor();
    },
  },
  {
    name: "visitas",
    start: "open",
    go: async (page) => {
      await visit(page, "arrivals");
      await page.getByRole("link", { name: t.protection.visits }).click();
      await page.getByRole("heading", { level: 1, name: t.protection.visits }).waitFor();
    },
  },
  {
    name: "cartel",
    start: "open",
    go: async (page) => {
      await openOwnReport(page);
      await openPoster(page);
      await press(page, t.poster.show);
      await page.getByRole("article").waitFor();
    },
  },
  {
    name: "foto",
    start: "open",
    go: keepPhoto,
  },
  {
    name: "cartel-con-foto",
    start: "open",
    go: async (page) => {
      await keepPhoto(page);
      await openPoster(page);
      await page.getByRole("checkbox", { name: t.photo.onPoster }).check();
      await press(page, t.poster.show);
      await page.getByRole("article").getByRole("img").waitFor();
    },
  },
  {
    name: "acuerdos",
    start: "open",
    role: "coordinator",
    go: async (page) => {
      await openRoute(page, t.sharing.link);
      await page.getByRole("heading", { name: t.sharing.housesTitle }).waitFor();
      await press(page, t.sharing.changeRules);
      await page.getByLabel(t.sharing.closeCountry).selectOption("US");
    },
  },
  {
    name: "un-acuerdo",
    start: "open",
    role: "coordinator",
    go: async (page) => {
      await openRoute(page, t.sharing.link);
      await page
        .getByRole("button", { name: t.sharing.changeOf("") })
        .first()
        .click();
      await page.getByRole("radio", { name: t.sharing.agreementWords.some }).check();
      await page.getByRole("checkbox", { name: t.sharing.shared.referral }).check();
    },
  },
  {
    name: "tablero",
    start: "open",
    go: async (page) => {
      await sayOnBoard(page);
      await press(page, t.route.saveBoard);
      await page.getByRole("button", { name: t.route.repeatBoard }).waitFor();
    },
  },
  {
    name: "decir-en-el-tablero",
    start: "open",
    go: sayOnBoard,
  },
  {
    name: "escribir-un-aviso",
    start: "open",
    go: writeNotice,
  },
  {
    name: "avisos",
    start: "open",
    go: async (page) => {
      await writeNotice(page);
      await press(page, t.route.saveNotice);
      await page.getByRole("button", { name: t.route.endNotice }).first().waitFor();
    },
  },
  {
    name: "directorio",
    start: "open",
    go: noteService,
  },
  {
    name: "directorio-impreso",
    start: "open",
    print: true,
    go: noteService,
  },
  {
    name: "corregir-un-servicio",
    start: "open",
    go: async (page) => {
      await noteService(page);
      await page.getByRole("button", { name: t.route.correctOf(CLINIC) }).click();
      await page.getByRole("form", { name: t.route.correctTitle(CLINIC) }).waitFor();
    },
  },
  {
    name: "preguntan-por-alguien",
    start: "open",
    go: async (page) => {
      await visit(page, "arrivals");
      await page.getByRole("link", { name: t.seek.door }).click();
      await page.getByRole("heading", { level: 1, name: t.seek.door }).waitFor();
    },
  },
  {
    name: "pegar-un-mensaje",
    start: "open",
    go: async (page) => {
      await visit(page, "reports");
      await page.getByRole("link", { name: t.seek.paste }).click();
      await page
        .getByRole("textbox", { name: t.seek.pasted })
        .fill("Nombre: Wilmer Canales Ochoa\nEdad: 22\nOrigen: Choluteca\nTel: +504 555 0142");
      await press(page, t.seek.read);
      await page.getByRole("heading", { name: t.seek.understood }).waitFor();
    },
  },
];

/**
 * What is printed, as a printer gets it: a slip is one sheet with its three parts, on letter paper (the route's) and on A4,
 * as long as no more than three people are on it; a card that a person carries is one sheet.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchProfile } from "../support/chromium.ts";
import { engineOf, exposeEngine, foundMesh, t } from "../support/house-page.ts";
import { hubProcess } from "../support/hub-process.ts";

const root = mkdtempSync(join(tmpdir(), "vereda-paper-"));
const hub = hubProcess({
  folder: join(root, "hub"),
  args: ["--no-mdns", "--listen", "/ip4/127.0.0.1/tcp/0"],
});
const PAPERS = ["Letter", "A4"] as const;
const NOTE =
  "No puede subir escaleras y necesita que alguien le acompañe. Habla mejor q’eqchi’ que español. Toma insulina en la mañana y en la noche, " +
  "y la lleva en una bolsa con hielo. Viene de una consulta en Ixtepec, donde le dijeron que regrese en dos semanas con los papeles de esta hoja.";
let context: BrowserContext;
let page: Page;
let service: string;

beforeAll(async () => {
  await hub.start();
  context = await launchProfile(join(root, "browser"));
  context.setDefaultTimeout(60_000);
  await exposeEngine(context);
  page = context.pages()[0] ?? (await context.newPage());
  await page.goto(hub.url());
  await foundMesh(page, { mesh: "Ruta del Sur", site: "Albergue Hermanos en el Camino", person: "Lucía" });
  const clinic = {
    ...{ name: "Hospital Regional de Alta Especialidad Doctor Prueba", type: "health", offers: ["medical"] },
    ...{
      place: "Ciudad Ixtepec",
      address: "Calle de la Estación 250, entre Aldama y Morelos",
      phone: "555 0142",
    },
    ...{ hours: "lunes a viernes de 8:00 a 14:00", entry: "Por urgencias. No pide documentos." },
  };
  service = await added("service", clinic);
});
afterAll(async () => {
  await context.close();
  await hub.kill();
  rmSync(root, { recursive: true, force: true });
});

const added = async (kind: string, fields: object): Promise<string> =>
  (await engineOf<{ id: string }>(page, "add", kind, fields)).id;

async function guestWith(at: number): Promise<string> {
  const guest = await added("guest", {
    ...{
      name: `María Fernanda de los Ángeles Pérez Xol ${String(at)}`,
      age: 31,
      sex: "female",
      country: "GT",
    },
    ...{ language: "q’eqchi’", alternateNames: ["La Nena", "Marifer"] },
  });
  await engineOf(page, "consent", { guest, purpose: "refer", to: service, said: "yes" });
  return guest;
}

/** The slip of a referral of so many people, open in the page. */
async function openSlip(people: number): Promise<void> {
  const guests: string[] = [];
  for (let at = 1; at <= people; at += 1) guests.push(await guestWith(at));
  const wish = { guests, to: { service }, need: "health", urgency: "72h", note: NOTE };
  const { id } = await engineOf<{ id: string }>(page, "refer", wish);
  await page.evaluate((path) => {
    location.hash = path;
  }, `/canalizaciones/${id}/papel`);
  await page.getByRole("region", { name: t.slips.copies.house }).waitFor();
}

/** How many sheets a printer would take. */
async function sheetsOf(format: (typeof PAPERS)[number]): Promise<number> {
  const pdf = (await page.pdf({ format, preferCSSPageSize: false })).toString("latin1");
  return pdf.match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 0;
}

describe("a slip", () => {
  test.each([1, 3])("of %i is one sheet", async (people) => {
    await openSlip(people);
    for (const paper of PAPERS) expect([paper, await sheetsOf(paper)]).toEqual([paper, 1]);
  });

  test("of twelve is more than one: the count can tell (the control)", async () => {
    await openSlip(12);
    expect(await sheetsOf("Letter")).toBeGreaterThan(1);
  });
});

test("a card that a person carries is one sheet", async () => {
  const guest = await added("guest", { name: "Mikal Pérez Xol", age: 27, country: "GT" });
  await engineOf(page, "consent", { guest, purpose: "carry", said: "yes" });
  await page.evaluate((path) => {
    location.hash = path;
  }, `/registro/${guest}`);
  await page.getByText(t.carrying.title, { exact: true }).click();
  await page.getByRole("button", { name: t.carrying.make }).click();
  await page.getByRole("button", { name: t.carrying.print }).waitFor();
  for (const paper of PAPERS) expect([paper, await sheetsOf(paper)]).toEqual([paper, 1]);
});

/**
 * A committee, a shelter and another shelter, each at the page of a hub of its own; the hubs in a line, with the first
 * shelter's in the middle. One browser process, and in it a computer for each house.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { launchBrowser } from "./chromium.ts";
import {
  confirmWords,
  exposeEngine,
  foundMesh,
  fourWords,
  type HouseKind,
  inviteHouse,
  openJoining,
  sendJoining,
  visit,
  waitingWords,
} from "./house-page.ts";
import { type HubProcess, hubProcess } from "./hub-process.ts";

export const ROUTE = {
  comite: "Comité de Familias",
  tapachula: "Casa Tapachula",
  oaxaca: "Casa Oaxaca",
} as const;
export type HouseOnRoute = keyof typeof ROUTE;

export interface RouteInBrowsers {
  /** The page that stands open in each house, of who coordinates it. */
  readonly pages: Readonly<Record<HouseOnRoute, Page>>;
  close(): Promise<void>;
}

const PATIENCE_MS = 60_000;
/** Where a hub listens: no one announces anybody, so that a hub knows only whom its house was told of. */
const ALONE = ["--no-mdns", "--listen", "/ip4/127.0.0.1/tcp/0"];

interface Guest {
  readonly page: Page;
  readonly site: string;
  readonly kind: HouseKind;
  readonly person: string;
}

/** Invites a house at the host's page; it joins at its own, and both see the same words. */
async function bringHouse(host: Page, { page, site, kind, person }: Guest): Promise<void> {
  const code = await inviteHouse(host, site, kind);
  await openJoining(page);
  await sendJoining(page, { code, person });
  const words = await waitingWords(page, kind);
  await visit(host, "mesh");
  if ((await fourWords(host)) !== words) throw new Error("the words differ");
  await confirmWords(host);
  await page.getByRole("navigation").waitFor();
}

/** Close it in `afterAll`. */
export async function openRouteInBrowsers(): Promise<RouteInBrowsers> {
  const root = mkdtempSync(join(tmpdir(), "vereda-route-"));
  const hubs: HubProcess[] = [];
  const contexts: BrowserContext[] = [];
  const browser: Browser = await launchBrowser();
  const open = async (house: HouseOnRoute): Promise<Page> => {
    const hub = hubProcess({ folder: join(root, house), args: ALONE });
    hubs.push(hub);
    const [context] = await Promise.all([
      browser.newContext({ locale: "es-MX", reducedMotion: "reduce" }),
      hub.start(),
    ]);
    contexts.push(context);
    context.setDefaultTimeout(PATIENCE_MS);
    await exposeEngine(context);
    const page = await context.newPage();
    await page.goto(hub.url());
    return page;
  };
  const close = async (): Promise<void> => {
    await Promise.allSettled(contexts.map((context) => context.close()));
    await browser.close();
    await Promise.allSettled(hubs.map((hub) => hub.kill()));
    rmSync(root, { recursive: true, force: true });
  };
  try {
    const [comite, tapachula, oaxaca] = await Promise.all([
      open("comite"),
      open("tapachula"),
      open("oaxaca"),
    ]);
    await foundMesh(tapachula, { mesh: "Ruta del Sur", site: ROUTE.tapachula, person: "Ana Robles" });
    await bringHouse(tapachula, {
      ...{ page: oaxaca, site: ROUTE.oaxaca, kind: "shelter", person: "Luis Cruz" },
    });
    await bringHouse(tapachula, {
      ...{ page: comite, site: ROUTE.comite, kind: "advocates", person: "Elvia Tum" },
    });
    return { pages: { comite, tapachula, oaxaca }, close };
  } catch (fault) {
    await close();
    throw fault;
  }
}

/**
 * Browsers in the states that the walk through the page asks for (tests/support/walk.ts): nobody's, waiting to
 * be confirmed, locked, and open in houses of a real mesh with the invented people of tests/support/invented.ts.
 */
import { join } from "node:path";
import { newCode } from "./door.mjs";
import { startHubProcess } from "./hub-process.mjs";
import { keepSomething } from "./kept.mjs";
import { openRoute, until, waitingAt } from "./route.mjs";

/**
 * @typedef {import("playwright-core").Browser} Browser
 * @typedef {import("playwright-core").Page} Page
 * @typedef {import("./route.mjs").House} House
 * @typedef {Pick<import("../../tests/support/walk.ts").Stop, "start" | "siteKind" | "role" | "people" | "kept">} State
 * @typedef {typeof import("../../tests/support/invented.ts")} Invented
 * @typedef {{
 *   root: string, program: string, browser: Browser, signal: AbortSignal, invented: Invented,
 *   openProfile: (folder: string) => Promise<import("#engine").Engine>,
 *   texts: ReturnType<typeof import("#i18n").textsOf>,
 * }} StudioWish
 * @typedef {{ pageFor: (state: State) => Promise<Page>, stop: () => Promise<void> }} Studio
 */

const MINUTE_MS = 60_000;
const PATIENCE_MS = 60_000;
const iso = (/** @type {number} */ minutesAgo) =>
  `${new Date(Date.now() - minutesAgo * MINUTE_MS).toISOString().slice(0, 19)}Z`;

/** @param {StudioWish} wish */
const plansOf = ({ invented }) => ({
  route: [
    { folder: "own", name: invented.HOUSE, kind: /** @type {const} */ ("shelter"), person: "Lucía Betancur" },
    ...invented.OTHER_HOUSES.filter((_, at) => at === 0 || at === 4).map(({ name, kind }, at) => ({
      ...{ folder: `other-${at}`, name, kind },
      person: "Rosa Mejía",
    })),
  ],
  alone: [{ folder: "alone", name: invented.HOUSE, kind: /** @type {const} */ ("shelter"), person: "Lucía" }],
});

/** @param {readonly House[]} houses @param {Invented} invented */
async function fill([own, other, committee], { GUESTS, REPORTS, CARDS }) {
  for (const [minutesAgo, fields] of GUESTS.toReversed()) {
    const { id } = (await own?.engine.add("guest", { ...fields, arrivedAt: iso(minutesAgo) })) ?? {};
    await own?.engine.add("arrival", { guest: id, at: iso(minutesAgo) });
  }
  for (const [, fields] of REPORTS.toReversed()) await own?.engine.add("report", fields);
  for (const [, fields] of CARDS.toReversed()) await other?.engine.add("report", fields);
  await committee?.engine.add("report", REPORTS[1]?.[1]);
}

/**
 * Opens the meshes, fills them, and waits until the shelter has what the others share.
 * @param {StudioWish} wish
 * @returns {Promise<Studio>}
 */
export async function openStudio(wish) {
  const { root, program, signal, invented, openProfile } = wish;
  const shared = {
    program,
    fresh: true,
    signal,
    openProfile,
    passphrase: invented.PASSPHRASE,
    say: () => undefined,
  };
  const { route: plans, alone } = plansOf(wish);
  const route = await openRoute({ ...shared, root, meshName: invented.MESH, plans });
  const lonely = await openRoute({ ...shared, root, meshName: invented.MESH, plans: alone });
  await fill(route.houses, invented);
  const [, other] = route.houses;
  for (const name of ["Posada Saltillo", invented.OTHER_HOUSES[4].name.replace("l", "I")]) {
    const newSite = { name, kind: /** @type {const} */ ("shelter") };
    await other?.engine.invite({ role: "coordinator", newSite, validMs: 60 * MINUTE_MS });
  }
  await until("the cards are shared", signal, async () => {
    const cards = await route.houses[0]?.engine.list("card");
    return (cards?.length ?? 0) > invented.CARDS.length ? true : null;
  });
  return createStudio(wish, [...route.houses, ...lonely.houses], async () => {
    await route.stop();
    await lonely.stop();
  });
}

/**
 * @param {StudioWish} wish
 * @param {readonly House[]} houses the last one is alone
 * @param {() => Promise<void>} stopHouses
 * @returns {Studio}
 */
function createStudio(wish, houses, stopHouses) {
  const { invented } = wish;
  /** @type {Map<string, Page>} */
  const pages = new Map();
  /** @type {import("./hub-process.mjs").HubProcess[]} */
  const hubs = [];
  let keeps = false;

  /** @param {State} state */
  const houseOf = ({ siteKind = "shelter", people = true }) => {
    const found = people ? houses.find(({ kind }) => kind === siteKind) : houses.at(-1);
    if (found === undefined) throw new Error(`no house of the kind ${siteKind}`);
    return found;
  };

  /** A hub without a house, and a browser that knows nothing. */
  const nobodys = async () => {
    const hub = await startHubProcess({
      program: wish.program,
      folder: join(wish.root, `empty-${hubs.length}`),
    });
    hubs.push(hub);
    return newPage(wish, hub.url);
  };

  /** @param {State} state */
  const visitorOf = async (state) => {
    const { start, role } = state;
    const house = houseOf(state);
    const own = start === "waiting" || start === "removed";
    const key = `${house.folder}/${role ?? ""}/${own ? start : ""}`;
    const known = pages.get(key);
    if (known !== undefined) return known;
    const page = await newPage(wish, house.hub.url);
    await joinHouse(wish, page, house, state);
    pages.set(key, page);
    return page;
  };

  return {
    async pageFor(state) {
      if (state.start === "empty") return nobodys();
      const page = await visitorOf(state);
      // what waits does so only where it was before, so the page has to be there already
      if (state.kept === true && !keeps) {
        keeps = true;
        await keepSomething({ ...wish, ...invented, person: invented.LATE_PERSON }, houseOf(state));
      }
      await page.emulateMedia({ media: "screen" });
      await page.setViewportSize({ width: 1366, height: 768 });
      await page.goto(houseOf(state).hub.url);
      if (state.start !== "locked") await unlock(wish, page, state.start);
      return page;
    },
    async stop() {
      await stopHouses();
      for (const hub of hubs) await hub.stop();
    },
  };
}

/** @param {StudioWish} wish @param {string} url */
async function newPage({ browser }, url) {
  const context = await browser.newContext({ locale: "es-MX", viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(url);
  return page;
}

/**
 * Joins by a code; somebody of the house confirms, unless the state is one of waiting.
 * @param {StudioWish} wish
 * @param {Page} page
 * @param {House} house
 * @param {State} state
 */
async function joinHouse({ texts: { welcome, shell }, invented, signal }, page, house, { start, role }) {
  const person = start === "waiting" ? "Turno de mañana" : "Turno de noche";
  await page.getByRole("button", { name: welcome.join, exact: true }).click();
  await page.getByRole("textbox", { name: welcome.code }).fill(await newCode(house, role));
  await page.getByRole("textbox", { name: welcome.personName }).fill(person);
  await page.getByLabel(welcome.passphrase, { exact: true }).fill(invented.PASSPHRASE);
  await page.getByLabel(welcome.passphraseAgain).fill(invented.PASSPHRASE);
  await page.getByRole("button", { name: welcome.joinButton, exact: true }).click();
  const request = await until(`${person} asks at ${house.name}`, signal, async () => {
    const waiting = await waitingAt(house.engine);
    return waiting.find((one) => one.person === person) ?? null;
  });
  if (start === "waiting") return;
  await house.engine.confirm({ device: request.device, words: request.words });
  await page.getByRole("link", { name: shell.pages.search }).first().waitFor();
  if (start === "removed") await house.engine.revoke(request.device);
}

/** @param {StudioWish} wish @param {Page} page @param {State["start"]} start */
async function unlock({ texts: { welcome, shell }, invented }, page, start) {
  await page.getByLabel(welcome.passphrase, { exact: true }).fill(invented.PASSPHRASE);
  await page.getByRole("button", { name: welcome.unlock, exact: true }).click();
  if (start === "open") await page.getByRole("link", { name: shell.pages.search }).first().waitFor();
}

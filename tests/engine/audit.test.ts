/** What a house's devices note of their use, and who reads it (docs/protocol.md, "Audit"). */
import { beforeEach, describe, expect, test } from "vitest";
import type { AuditView, RecordId } from "#engine";
import type { SiteId } from "#sync";
import { systemClock } from "../../sync/adapters/system-clock.ts";
import { type Desk, foundRoute, joinHouse, openDesk, openDeskBy, type Route } from "../support/houses.ts";

const NAMES = ["Wilmer Xol", "Zenobia Batz", "Osmin Madrid", "Nohemí Lara", "Elmer Tzul", "Heydi Coc"];
const SEARCHED = "Wilmer Xol Caal";

let route: Route;
let ramiro: Desk;
let sites: { readonly tapachula: SiteId; readonly oaxaca: SiteId; readonly comite: SiteId };

const meet = async (...desks: readonly Desk[]): Promise<void> => {
  const [first] = desks;
  for (let round = 0; round < 2; round++)
    for (const desk of desks.slice(1)) await desk.engine.sync({ peer: first!.address });
};

const siteOf = async (desk: Desk): Promise<SiteId> => {
  const state = await desk.engine.state();
  if (state.kind !== "open" || state.standing.kind !== "member") throw new Error("no member");
  return state.standing.site;
};

beforeEach(async () => {
  route = await foundRoute();
  const { tapachula, oaxaca, comite, network } = route;
  ramiro = await joinHouse(tapachula, await openDesk(network, "ramiro"), "staff");
  sites = {
    ...{ tapachula: await siteOf(tapachula), oaxaca: await siteOf(oaxaca) },
    comite: await siteOf(comite),
  };
});

async function register(desk: Desk, count: number): Promise<readonly RecordId[]> {
  const ids: RecordId[] = [];
  for (let at = 0; at < count; at++) {
    const name = `${NAMES[at % NAMES.length] ?? ""} ${String.fromCharCode(65 + (at % 26))}${"aeiou"[at % 5] ?? ""}z`;
    ids.push((await desk.engine.add("guest", { name, age: 18 + (at % 40) })).id);
  }
  return ids;
}

/** Locks and opens: what is noted is written. */
async function endShift(desk: Desk): Promise<void> {
  await desk.engine.lock();
  await desk.engine.unlock({ passphrase: "el volcán de agua duerme" });
}

const of = (view: AuditView, site: SiteId): AuditView["days"] => view.days.filter((day) => day.site === site);

describe("the audit of a house", () => {
  test("DP10 tells its coordinators who opened, searched and took out how much", async () => {
    const { tapachula } = route;
    const ids = await register(tapachula, 3);
    await meet(tapachula, ramiro);
    for (const id of ids) await ramiro.engine.show(id);
    await ramiro.engine.show(ids[0]!);
    await ramiro.engine.history(ids[0]!);
    await ramiro.engine.search(SEARCHED);
    await ramiro.engine.search("Yoro");
    await ramiro.engine.exportCsv("guest");
    await endShift(ramiro);
    await meet(tapachula, ramiro);
    const view = await tapachula.engine.audit({ of: ids[0]! });
    const [day] = view.days.filter(({ person }) => person === "Otra de staff");
    expect(day).toMatchObject({ opened: 3, searches: 2, byPlace: 1, exports: 1, overrides: 0 });
    expect(view.opened.map(({ person }) => person)).toEqual(["Otra de staff"]);
    expect(view.houses).toMatchObject([
      { name: "Casa Tapachula", ownSite: true, auditors: [], unreadable: 0 },
    ]);
    for (const word of ["Wilmer", "Caal", "Yoro"]) expect(JSON.stringify(view)).not.toContain(word);
  });

  test("is for its coordinators: who writes it reads neither others' nor their own", async () => {
    await expect(ramiro.engine.audit()).rejects.toMatchObject({ fault: { code: "not-allowed" } });
    await expect(ramiro.engine.chooseAuditor(sites.oaxaca)).rejects.toMatchObject({
      fault: { code: "not-allowed" },
    });
  });

  test("costs one entry for many openings, and none for people whom one has just registered", async () => {
    const { tapachula } = route;
    const ids = await register(tapachula, 30);
    await meet(tapachula, ramiro);
    for (const id of ids) await ramiro.engine.show(id);
    for (const id of ids) await tapachula.engine.show(id);
    await Promise.all([endShift(ramiro), endShift(tapachula)]);
    const pages = async ({ store }: Desk): Promise<readonly number[]> =>
      (await store.holdings())
        .filter(({ log }) => log.space.startsWith("audit."))
        .map(({ high }) => high + 1);
    expect(await pages(ramiro)).toEqual([1]);
    expect(await pages(tapachula)).toEqual([]);
  });

  test("DP11 is read by the coordinators of the shelter that was chosen, and says so to both", async () => {
    const { tapachula, oaxaca, comite } = route;
    const ids = await register(tapachula, 2);
    await meet(tapachula, ramiro);
    await ramiro.engine.show(ids[0]!);
    await endShift(ramiro);
    await meet(tapachula, ramiro, oaxaca, comite);
    expect(of(await oaxaca.engine.audit(), sites.tapachula)).toEqual([]);
    await tapachula.engine.chooseAuditor(sites.oaxaca);
    await meet(tapachula, oaxaca, comite, ramiro);
    // what it says is of before, too: the keys that it is given hold their predecessors
    const view = await oaxaca.engine.audit();
    expect(of(view, sites.tapachula)).toMatchObject([{ opened: 1, person: null }]);
    expect(view.houses).toMatchObject([
      { name: "Casa Oaxaca", auditors: [] },
      { name: "Casa Tapachula", auditors: [{ name: "Casa Oaxaca" }] },
    ]);
    expect(of(await comite.engine.audit(), sites.tapachula)).toEqual([]);
    await expect(tapachula.engine.chooseAuditor(sites.comite)).rejects.toMatchObject({
      fault: { code: "not-allowed" },
    });
    await tapachula.engine.chooseAuditor(null);
    await ramiro.engine.sync({ peer: tapachula.address });
    await ramiro.engine.show(ids[1]!);
    await endShift(ramiro);
    await meet(tapachula, ramiro, oaxaca, ramiro);
    expect(of(await oaxaca.engine.audit(), sites.tapachula)).toEqual([]);
    expect(of(await tapachula.engine.audit(), sites.tapachula)).toMatchObject([{ opened: 2 }]);
  });
});

describe("a sweep", () => {
  async function sweep(count: number): Promise<AuditView> {
    const { tapachula, oaxaca } = route;
    const ids = await register(tapachula, count);
    await tapachula.engine.chooseAuditor(sites.oaxaca);
    await meet(tapachula, ramiro, oaxaca);
    for (const id of ids) await ramiro.engine.show(id);
    await endShift(ramiro);
    await meet(tapachula, ramiro, oaxaca);
    return oaxaca.engine.audit();
  }

  test("M9 through everybody in the house rings at home and in the house that was chosen", async () => {
    const there = await sweep(60);
    expect(there.alarms).toMatchObject([
      { kind: "many-openings", site: sites.tapachula, opened: 60, registered: 0, person: null },
    ]);
    const here = await route.tapachula.engine.audit();
    expect(here.alarms).toMatchObject([{ kind: "many-openings", opened: 60, person: "Otra de staff" }]);
  });

  test("M9 does not ring for a shift's work (the control)", async () => {
    expect((await sweep(20)).alarms).toEqual([]);
  });

  test("M19 by place rings, though it is answered by nobody", async () => {
    for (let at = 0; at < 6; at++)
      expect(await ramiro.engine.search("Yoro")).toMatchObject({ kind: "refused" });
    await endShift(ramiro);
    await meet(route.tapachula, ramiro);
    expect((await route.tapachula.engine.audit()).alarms).toMatchObject([{ kind: "by-place", times: 6 }]);
  });
});

test("a disk that refuses keeps no vault open, and what was noted is tried again", async () => {
  const { network, tapachula } = route;
  const fast = {
    ...systemClock,
    sleep: (ms: number, signal?: AbortSignal) => systemClock.sleep(ms / 1000, signal),
  };
  const noemi = await joinHouse(tapachula, await openDeskBy(fast, { network, name: "noemi" }), "staff");
  const [id] = await register(tapachula, 1);
  await meet(tapachula, noemi);
  const append = noemi.store.append.bind(noemi.store);
  let refused = 0;
  noemi.store.append = () => {
    refused += 1;
    return Promise.reject(new Error("no room"));
  };
  await noemi.engine.show(id!);
  await expect.poll(() => refused).toBe(1);
  noemi.store.append = append;
  await endShift(noemi);
  await meet(tapachula, noemi);
  expect((await tapachula.engine.audit()).days).toMatchObject([{ opened: 1 }]);
});

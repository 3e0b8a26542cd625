/** A house that no longer trusts another, with three engines: no data between them, control goes on. */
import { beforeAll, describe, expect, test } from "vitest";
import type { SiteId } from "#sync";
import { type Desk, foundRoute, type Route } from "../support/houses.ts";

let route: Route;
let oaxacaSite: SiteId;

const titlesAt = async (desk: Desk): Promise<readonly string[]> =>
  (await desk.engine.list("card")).map(({ title }) => title);

const siteOf = async (
  desk: Desk,
  name: string,
): Promise<Awaited<ReturnType<Desk["engine"]["members"]>>["sites"][number]> => {
  const site = (await desk.engine.members()).sites.find((one) => one.name === name);
  if (site === undefined) throw new Error(`no house ${name}`);
  return site;
};

beforeAll(async () => {
  route = await foundRoute();
  oaxacaSite = (await siteOf(route.tapachula, "Casa Oaxaca")).site;
  await route.tapachula.engine.add("report", { name: "Antes de todo" });
  await route.oaxaca.engine.sync({ peer: route.tapachula.address });
});

describe("a house that is distrusted", () => {
  test("gets no record, and none of its own is taken, by whichever side calls", async () => {
    const { tapachula, oaxaca } = route;
    expect(await titlesAt(oaxaca), "the control: they did share").toEqual(["Antes de todo"]);
    expect(await tapachula.engine.distrust({ site: oaxacaSite, on: true })).toEqual({
      site: oaxacaSite,
      on: true,
    });
    await tapachula.engine.add("report", { name: "Solo de Tapachula" });
    await oaxaca.engine.add("report", { name: "Solo de Oaxaca" });
    await oaxaca.engine.sync({ peer: tapachula.address });
    await tapachula.engine.sync({ peer: oaxaca.address });
    expect(await titlesAt(oaxaca)).not.toContain("Solo de Tapachula");
    expect(await titlesAt(tapachula)).not.toContain("Solo de Oaxaca");
  });

  test("sees who distrusts it: control went on", async () => {
    const { tapachula, oaxaca } = route;
    const here = await siteOf(oaxaca, "Casa Oaxaca");
    const there = await siteOf(oaxaca, "Casa Tapachula");
    expect(here.distrustedBy).toEqual([there.site]);
    expect(there.distrusts).toEqual([here.site]);
    expect((await siteOf(tapachula, "Comité de Yoro")).distrustedBy).toEqual([]);
  });

  test("is written no message, and may still write one, which waits", async () => {
    const { tapachula, oaxaca } = route;
    const { site } = await siteOf(oaxaca, "Casa Tapachula");
    const refused = tapachula.engine.add("message", { to: oaxacaSite, text: "Llega una familia" });
    await expect(refused).rejects.toMatchObject({ fault: { code: "distrusted" } });
    await oaxaca.engine.add("message", { to: site, text: "Hablemos" });
    await oaxaca.engine.sync({ peer: tapachula.address });
    expect(await tapachula.engine.list("message")).toEqual([]);
  });

  test("a third house goes on with both, and carries what is everybody's", async () => {
    const { tapachula, oaxaca, comite } = route;
    await comite.engine.add("report", { name: "Del comité" });
    await comite.engine.sync({ peer: tapachula.address });
    await comite.engine.sync({ peer: oaxaca.address });
    expect(await titlesAt(tapachula)).toContain("Del comité");
    expect(await titlesAt(oaxaca)).toContain("Del comité");
  });

  test("only a coordinator's word about another house counts", async () => {
    const { tapachula } = route;
    const { site } = await siteOf(tapachula, "Casa Tapachula");
    const own = tapachula.engine.distrust({ site, on: true });
    await expect(own).rejects.toMatchObject({ fault: { code: "not-allowed" } });
    const nowhere = tapachula.engine.distrust({ site: "nowhere" as SiteId, on: true });
    await expect(nowhere).rejects.toMatchObject({ fault: { code: "no-such-site" } });
  });

  test("gets all that it lacked once the word is taken back", async () => {
    const { tapachula, oaxaca } = route;
    await tapachula.engine.distrust({ site: oaxacaSite, on: false });
    // it hears of the word as a stranger, and is none any more in the same session
    await oaxaca.engine.sync({ peer: tapachula.address });
    await oaxaca.engine.sync({ peer: tapachula.address });
    expect(await titlesAt(oaxaca)).toContain("Solo de Tapachula");
    expect(await titlesAt(tapachula)).toContain("Solo de Oaxaca");
    expect((await tapachula.engine.list("message")).map(({ title }) => title)).toEqual(["Hablemos"]);
    expect((await siteOf(oaxaca, "Casa Oaxaca")).distrustedBy).toEqual([]);
  });
});

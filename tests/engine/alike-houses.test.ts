/** A house that calls itself like another is shown with it to all who decide, and stopped by nothing. */
import { expect, test } from "vitest";
import { foundRoute } from "../support/houses.ts";

const LATIN = "Casa Oaxaca";
const CYRILLIC = "Casa \u041eaxaca";

test("I7 a house that calls itself like another is named with it, to its inviter and to who gives the second word", async () => {
  const { tapachula, oaxaca } = await foundRoute();
  const [real] = (await tapachula.engine.members()).sites.filter(({ name }) => name === LATIN);
  const likeReal = [{ site: real!.site, name: LATIN }];
  expect(await tapachula.engine.housesLike(CYRILLIC)).toEqual(likeReal);
  expect(await tapachula.engine.housesLike("Casa Juchitán")).toEqual([]);

  const invite = (name: string) =>
    tapachula.engine.invite({ role: "coordinator", newSite: { name, kind: "shelter" }, validMs: 60_000 });
  await invite(CYRILLIC);
  await invite("Casa Juchitán");
  await oaxaca.engine.sync({ peer: tapachula.address });
  const { toApprove, sites } = await oaxaca.engine.members();
  const told = Object.fromEntries(toApprove.map(({ name, alike }) => [name, alike]));
  expect(told).toEqual({ [CYRILLIC]: likeReal, "Casa Juchitán": [] });
  // a name alone lets nobody in: the list of houses has no pair yet
  expect(sites.map(({ alike }) => alike)).toEqual([[], [], []]);
});

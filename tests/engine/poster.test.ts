/** A poster of somebody who is sought: who may make one, and when there is none. */
import { beforeAll, expect, test } from "vitest";
import { foundShelters, meet, type Shelters } from "../support/shelters.ts";

let route: Shelters;
const CONTACT = "Casa Tapachula, 555 0199";
const fault = (code: string) => ({ fault: { code } });

beforeAll(async () => {
  route = await foundShelters();
});

test("is made only after the family's yes, without them on it, and is noted as taken out", async () => {
  const { engine } = route.tapachula;
  const seeker = { name: "Rosa Prueba", phone: "555 0142" };
  const { id: report } = await engine.add("report", { name: "Josué Prueba", age: 16, seeker });
  await expect(engine.poster({ report, contact: CONTACT })).rejects.toMatchObject(
    fault("poster-not-allowed"),
  );
  await engine.edit(report, { posterAllowed: true });
  expect(await engine.poster({ report, contact: CONTACT })).toEqual({
    poster: { name: "Josué Prueba", age: 16 },
    ...{ contact: CONTACT, siteName: "Casa Tapachula", photo: null, isMinor: true },
  });
  await expect(engine.poster({ report, contact: "  " })).rejects.toMatchObject(fault("needs-contact"));
  const named = engine.poster({ report, contact: "Rosa Prueba" });
  await expect(named).rejects.toMatchObject(fault("names-seeker"));
  const { days } = await engine.audit();
  expect(days.map((day) => day.exports)).toEqual([1]);
  await engine.edit(report, { posterAllowed: false });
  await expect(engine.poster({ report, contact: CONTACT })).rejects.toMatchObject(
    fault("poster-not-allowed"),
  );
});

test("whether the family agrees does not go out with the card, and another house's card makes none", async () => {
  const { tapachula, oaxaca } = route;
  await tapachula.engine.add("report", { name: "Nilda Prueba", posterAllowed: true });
  await meet(oaxaca, tapachula);
  const card = (await oaxaca.engine.list("card")).find(({ title }) => title === "Nilda Prueba")!;
  expect(card.fields).not.toHaveProperty("posterAllowed");
  const made = oaxaca.engine.poster({ report: card.id, contact: CONTACT });
  await expect(made).rejects.toMatchObject(fault("no-such-record"));
});

test("there is none of a report that is closed", async () => {
  const { engine } = route.tapachula;
  const { id: report } = await engine.add("report", { name: "Omar Prueba", posterAllowed: true });
  await engine.edit(report, { status: "closed", outcome: "given-up", closedAt: "2026-11-01" });
  await expect(engine.poster({ report, contact: CONTACT })).rejects.toMatchObject(fault("report-closed"));
});

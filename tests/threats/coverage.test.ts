/** Threat cases on what houses say that they compared: who may say it, and that it does not go back. */
import { expect, test } from "vitest";
import { endingOf } from "../../sync/ending.ts";
import { NETWORK } from "../../sync/space.ts";
import { TestMesh } from "../support/test-mesh.ts";
import { keeperOf, signed, siteOf } from "../support/test-receipts.ts";

test("M8 that a shelter has compared is believed of its own staff and of nobody else", async () => {
  const mesh = await TestMesh.found();
  const staff = [mesh.founder, await mesh.admit("staff"), await mesh.admit("protection")];
  const inside = [await mesh.admit("volunteer"), await mesh.admit("hub")];
  const other = await mesh.admit("coordinator", { name: "Casa Nogal", kind: "shelter" });
  const advocate = await mesh.admit("coordinator", { name: "Comité de Yoro", kind: "advocates" });
  const stranger = (await TestMesh.found()).founder;
  const keeper = await keeperOf(mesh);
  const { receipts } = keeper;
  const site = siteOf(keeper, mesh.founder);

  for (const [place, signer] of inside.entries())
    expect(await receipts.take(await signed(mesh, signer, { site })), String(place)).toBe(false);
  for (const signer of [other, advocate, stranger])
    expect(await receipts.take(await signed(mesh, signer, { site }))).toBe(false);
  // advocates receive nobody: there is nothing that they could have compared
  expect(await receipts.take(await signed(mesh, advocate, { site: siteOf(keeper, advocate) }))).toBe(false);
  // in somebody's name, by another's key
  expect(await receipts.take(await signed(mesh, other, { site, device: mesh.founder.id }))).toBe(false);
  // staff do not speak for the hub
  expect(await receipts.take(await signed(mesh, mesh.founder, { site, says: "held", at: 0 }))).toBe(false);
  expect(receipts.all()).toEqual([]);

  for (const [place, signer] of staff.entries())
    expect(await receipts.take(await signed(mesh, signer, { site, counter: place })), String(place)).toBe(
      true,
    );
  expect(await receipts.take(await signed(mesh, other, { site: siteOf(keeper, other) }))).toBe(true);
  // a word of another mesh, and one of which anything was changed
  const elsewhere = await TestMesh.found();
  expect(await receipts.take(await signed(elsewhere, mesh.founder, { site, counter: 90 }))).toBe(false);
  const true90 = await signed(mesh, mesh.founder, { site, counter: 90 });
  for (const change of [{ at: true90.at + 1 }, { counter: 91 }, { positions: [] }])
    expect(await receipts.take({ ...true90, ...change })).toBe(false);
  expect(await receipts.take(true90)).toBe(true);
});

test("F4 does not lower what a house said that it compared: neither repeated nor older", async () => {
  const mesh = await TestMesh.found();
  const keeper = await keeperOf(mesh);
  const { receipts } = keeper;
  const site = siteOf(keeper, mesh.founder);
  const old = await signed(mesh, mesh.founder, { site, counter: 3, at: 490_100 });
  const late = await signed(mesh, mesh.founder, { site, counter: 4, at: 490_000 });
  expect(await receipts.take(old)).toBe(true);
  expect(await receipts.take(late)).toBe(true);
  for (const again of [old, late]) expect(await receipts.take(again)).toBe(false);
  expect(receipts.of(NETWORK, "compared")).toEqual([late]);
});

test("R1 whoever was taken out says nothing more for the house, and what they said counts no more", async () => {
  const mesh = await TestMesh.found();
  const thief = await mesh.admit("staff");
  const keeper = await keeperOf(mesh);
  const { receipts, replica } = keeper;
  const site = siteOf(keeper, thief);
  expect(await receipts.take(await signed(mesh, thief, { site, counter: 5000 }))).toBe(true);
  const ending = await endingOf(replica, replica.membership().devices.get(thief.id)!);
  await mesh.operate(mesh.founder, [{ kind: "revoke", ending }]);
  await keeper.catchUp();
  expect(receipts.all()).toEqual([]);
  expect(await receipts.take(await signed(mesh, thief, { site, counter: 5001 }))).toBe(false);
  // a colleague's, who knew nothing of the 5000, is heard again
  const next = await signed(mesh, mesh.founder, { site, counter: 12 });
  expect(await receipts.take(next)).toBe(true);
  expect(receipts.of(NETWORK, "compared")).toEqual([next]);
});

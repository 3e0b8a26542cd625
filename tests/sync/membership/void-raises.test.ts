/**
 * One who is out lets nothing count of another who is: whatever it says to raise that one's cut, it says behind its
 * own (docs/protocol.md, "Removals at the same time"). Names begin with the cases of docs/threat-cases.md.
 */
import { redactDevice } from "#crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { AuthoredOperation } from "../../../sync/membership/operations.ts";
import { buildMesh, everyone, meet, type Mesh, type Person, welcome } from "./story.ts";

let mesh: Mesh;
let rosa: Person;
let sara: Person;
let ulises: Person;
beforeEach(async () => {
  mesh = await buildMesh();
  const { teresa } = mesh;
  rosa = await welcome(teresa, "Rosa", { role: "coordinator" });
  sara = await welcome(teresa, "Sara", { role: "coordinator" });
  ulises = await welcome(teresa, "Ulises", { role: "coordinator" });
  for (const one of [rosa, ulises]) await one.write({ kind: "merge" });
  meet(...everyone(mesh), rosa, sara, ulises);
});

const fate = (eyes: Person, { id }: AuthoredOperation): string =>
  eyes.membership.refused.get(id) ?? "accepted";

/** Rosa lets count what Ulises wrote behind its end; then everybody hears that she was out before. */
async function expectVoid(helping: AuthoredOperation, late: AuthoredOperation): Promise<void> {
  const { teresa, octavio } = mesh;
  // the control: as long as she is in, it counts
  expect([helping, late].map((one) => fate(rosa, one))).toEqual(["accepted", "accepted"]);
  expect(rosa.membership.devices.has(sara.id)).toBe(false);
  await teresa.revoke(rosa);
  meet(teresa, rosa, octavio);
  for (const eyes of [teresa, rosa, octavio]) {
    expect([helping, late].map((one) => fate(eyes, one))).toEqual(["removed", "removed"]);
    expect(eyes.membership.devices.has(rosa.id)).toBe(false);
    expect(eyes.membership.devices.has(sara.id)).toBe(true);
  }
}

describe("what somebody writes who is out does not count", () => {
  test("R1 by a cut that another one raised who is out too", async () => {
    const { teresa } = mesh;
    await teresa.revoke(ulises);
    const late = await ulises.revoke(sara);
    meet(teresa, rosa);
    meet(rosa, ulises);
    const cut = await ulises.cut(late.seq, late.id);
    const raise = await rosa.write({ kind: "raise-cut", device: redactDevice(ulises.device), cut });
    await expectVoid(raise, late);
  });

  test("R1 by another word that it is out, with a later end", async () => {
    const late = await ulises.revoke(sara);
    meet(rosa, ulises);
    const word = await rosa.revoke(ulises);
    await mesh.teresa.revoke(ulises);
    await expectVoid(word, late);
  });

  test("R1 by a report of its fork that froze it later", async () => {
    const { teresa } = mesh;
    const last = ulises.log.at(-1)!;
    const heads = ulises.membership.heads.filter((head) => head !== last.id).slice(0, 4);
    const one = await ulises.writeAfter(last, { kind: "merge" }, heads);
    await ulises.writeAfter(last, { kind: "merge" }, [...heads, last.id]);
    meet(teresa, ulises);
    const ending = await sara.ending(ulises.operations);
    const late = await ulises.writeAfter(one, { kind: "revoke", ending }, heads);
    meet(rosa, ulises);
    const report = { kind: "fork", device: ulises.id } as const;
    await teresa.write(report);
    await expectVoid(await rosa.write(report), late);
  });
});

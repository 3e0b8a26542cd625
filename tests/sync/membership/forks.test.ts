/**
 * Control logs with two histories: both count until somebody who knows both says so, and a history is named by
 * what it ends with, not by how long it is (docs/protocol.md, "Forks").
 */
import { beforeEach, describe, expect, test } from "vitest";
import { redactDevice } from "#crypto";
import type { AuthoredOperation } from "../../../sync/membership/operations.ts";
import { buildMesh, everyone, fingerprint, join, meet, type Mesh, type Person, welcome } from "./story.ts";

let mesh: Mesh;
let rosa: Person;
beforeEach(async () => {
  mesh = await buildMesh();
  rosa = await welcome(mesh.teresa, "Rosa", { role: "coordinator" });
  await rosa.write({ kind: "merge" });
  meet(...everyone(mesh), rosa);
});

const fate = (eyes: Person, { id }: AuthoredOperation): string =>
  eyes.membership.refused.get(id) ?? "accepted";

const report = (who: Person) => ({ kind: "fork", device: who.id }) as const;

/** Rosa's two histories from one place on: she takes Ramón out in one, and says nothing in the other. */
async function fork(): Promise<{ readonly one: AuthoredOperation; readonly other: AuthoredOperation }> {
  const last = rosa.log.at(-1)!;
  const heads = rosa.membership.heads.filter((head) => head !== last.id).slice(0, 4);
  const ending = await mesh.ramon.ending(rosa.operations);
  const one = await rosa.writeAfter(last, { kind: "revoke", ending }, heads);
  const other = await rosa.writeAfter(last, { kind: "merge" }, heads);
  return { one, other };
}

describe("a device that writes two histories", () => {
  test("F3 has both of them count, as if written at the same time, until it is reported", async () => {
    const { teresa, octavio, ramon } = mesh;
    const { one, other } = await fork();
    meet(teresa, rosa);
    meet(octavio, teresa);
    for (const eyes of [teresa, octavio]) {
      expect([fate(eyes, one), fate(eyes, other)]).toEqual(["accepted", "accepted"]);
      expect(eyes.membership.removed.has(ramon.id)).toBe(true);
      expect(eyes.membership.forks.get(rosa.id)).toMatchObject({ seq: one.seq, reports: [] });
    }
    const reportsOwedBy = async (who: Person): Promise<number> =>
      (await who.duties()).filter(({ kind }) => kind === "fork").length;
    expect(await reportsOwedBy(teresa), "whoever knows of it reports it").toBe(1);
    expect(await reportsOwedBy(rosa), "but not of oneself").toBe(0);
    expect(fingerprint(teresa.membership)).toBe(fingerprint(octavio.membership));
  });

  test("F3 is carried whole up to the first place where its histories part", async () => {
    const { teresa } = mesh;
    const { one, other } = await fork();
    for (const heads of [[], [other.id]]) await rosa.writeAfter(one, { kind: "merge" }, heads);
    meet(teresa, rosa);
    expect(teresa.membership.forks.get(rosa.id)).toMatchObject({ seq: one.seq, common: one.prev });
  });

  test("F3 C9 is frozen by whoever hears of it first: nothing counts that the report did not know", async () => {
    const { teresa, octavio } = mesh;
    const { one } = await fork();
    meet(teresa, rosa);
    await teresa.settle();
    expect(teresa.membership.forks.get(rosa.id)?.reports).toHaveLength(1);
    const ending = await octavio.ending(rosa.operations);
    const later = await rosa.writeAfter(one, { kind: "revoke", ending });
    const latest = await rosa.write({ kind: "merge" });
    meet(teresa, rosa, octavio);
    for (const eyes of [teresa, octavio, rosa]) {
      expect([fate(eyes, one), fate(eyes, later), fate(eyes, latest)]).toEqual([
        "accepted",
        "removed",
        "removed",
      ]);
      expect(eyes.membership.devices.has(rosa.id)).toBe(true);
    }
    // the control: before the report it would have counted
    expect(await rosa.duties()).toEqual([]);
    expect((await teresa.duties()).filter(({ kind }) => kind === "fork")).toEqual([]);
  });

  test("F3 is not let go on by a friend who repeats the report", async () => {
    const { teresa, octavio } = mesh;
    const { one } = await fork();
    meet(teresa, rosa);
    await teresa.settle();
    meet(octavio, teresa);
    const later = await rosa.writeAfter(one, { kind: "merge" });
    meet(octavio, rosa);
    expect(await octavio.attempt(report(rosa))).toBe("accepted");
    expect(fate(octavio, later)).toBe("removed");
    expect(octavio.membership.forks.get(rosa.id)?.reports).toHaveLength(1);
  });

  test("F3 who is no member has forked without a report: there is nobody to freeze", async () => {
    const { teresa } = mesh;
    const stranger = await join("Nadie", await teresa.invite("staff"));
    meet(teresa, stranger);
    const first = await stranger.write({ kind: "merge" });
    await stranger.writeAfter(first, { kind: "merge" });
    await stranger.writeAfter(first, { kind: "fork", device: rosa.id });
    meet(teresa, stranger);
    expect(teresa.membership.forks.get(stranger.id)).toMatchObject({ seq: 1, common: first.id, reports: [] });
    expect(await teresa.attempt(report(stranger))).toBe("unknown-device");
    expect(teresa.membership.forks.get(stranger.id)?.reports).toEqual([]);
  });

  test("M8 cannot be made up: who has one history is not frozen by anybody's word", async () => {
    const { teresa, octavio, ramon } = mesh;
    expect(await octavio.attempt(report(ramon))).toBe("no-fork");
    const stranger = { kind: "fork", device: "a".repeat(26) } as never;
    expect(await teresa.attempt(stranger)).toBe("unknown-device");
    expect(teresa.membership.forks.size).toBe(0);
  });

  test("R3 gains no power of old by going back behind another role", async () => {
    const { teresa, ramon } = mesh;
    const before = rosa.log.at(-1)!;
    const seen = (await rosa.write({ kind: "merge" })).heads;
    meet(teresa, rosa);
    await teresa.write({ kind: "role", role: "staff", ending: await rosa.ending(teresa.operations) });
    const ending = await ramon.ending(rosa.operations);
    const old = await rosa.writeAfter(before, { kind: "revoke", ending }, seen);
    // the control: where nobody took her role it counts
    expect(fate(rosa, old)).toBe("accepted");
    meet(teresa, rosa);
    expect(fate(teresa, old)).toBe("not-allowed");
    expect(teresa.membership.devices.has(ramon.id)).toBe(true);
  });

  test("R1 is cut where each history ends: one that the cut does not name is void", async () => {
    const { teresa, octavio, ramon } = mesh;
    const last = rosa.log.at(-1)!;
    const shown = await rosa.writeAfter(last, { kind: "merge" });
    const device = redactDevice(rosa.device);
    octavio.operations.set(shown.id, shown);
    const ending = await ramon.ending(rosa.operations);
    const hidden = await rosa.writeAfter(last, { kind: "revoke", ending });
    // Teresa knows the one history only
    meet(teresa, octavio);
    const cuts = [await rosa.cut(shown.seq, shown.id)];
    await teresa.write({ kind: "revoke", ending: { device, cuts } });
    meet(teresa, rosa, octavio);
    for (const eyes of [teresa, octavio]) {
      expect([fate(eyes, shown), fate(eyes, hidden)]).toEqual(["accepted", "removed"]);
      expect(eyes.membership.removed.has(rosa.id)).toBe(true);
      expect(eyes.membership.devices.has(ramon.id)).toBe(true);
    }
  });

  test("R1 is not taken out by who leaves out a history that it knows", async () => {
    const { teresa } = mesh;
    const { one, other } = await fork();
    meet(teresa, rosa);
    const device = redactDevice(rosa.device);
    const first = await rosa.cut(one.seq, one.id);
    const both = [first, await rosa.cut(other.seq, other.id)];
    expect(await teresa.attempt({ kind: "revoke", ending: { device, cuts: [first] } })).toBe("lower-cut");
    expect(await teresa.attempt({ kind: "revoke", ending: { device, cuts: both } })).toBe("accepted");
  });

  test("R6 two who do so and report each other are both frozen, in any order", async () => {
    const { teresa, octavio } = mesh;
    const ines = await welcome(teresa, "Inés", { role: "coordinator" });
    await ines.write({ kind: "merge" });
    meet(...everyone(mesh), rosa, ines);
    for (const who of [rosa, ines]) {
      const last = who.log.at(-1)!;
      await who.writeAfter(last, { kind: "merge" });
      await who.writeAfter(last, { kind: "renew", device: who.id, until: 1 });
    }
    meet(rosa, ines);
    await rosa.write(report(ines));
    await ines.write(report(rosa));
    meet(teresa, rosa);
    meet(octavio, ines);
    meet(teresa, octavio);
    for (const eyes of [teresa, octavio]) {
      expect(eyes.membership.forks.get(rosa.id)?.reports).toHaveLength(1);
      expect(eyes.membership.forks.get(ines.id)?.reports).toHaveLength(1);
    }
    expect(fingerprint(teresa.membership)).toBe(fingerprint(octavio.membership));
  });

  test("R6 who takes out the one that reports its fork meanwhile is frozen, and that one is out", async () => {
    const { teresa, octavio, ramon } = mesh;
    await fork();
    meet(teresa, rosa);
    const ending = await teresa.ending(rosa.operations);
    const removal = await rosa.write({ kind: "revoke", ending });
    const reported = await teresa.write(report(rosa));
    meet(octavio, teresa);
    meet(ramon, rosa);
    meet(octavio, ramon);
    for (const eyes of [octavio, ramon]) {
      expect([fate(eyes, removal), fate(eyes, reported)]).toEqual(["accepted", "accepted"]);
      expect(eyes.membership.removed.has(teresa.id)).toBe(true);
      expect(eyes.membership.forks.get(rosa.id)?.reports).toEqual([reported.id]);
    }
    expect(fingerprint(octavio.membership)).toBe(fingerprint(ramon.membership));
  });
});

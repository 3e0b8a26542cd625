/**
 * Circles of removals with more hanging on them (docs/protocol.md, "Removals at the same time"): all of a circle
 * counts, and nothing that those who are out did besides.
 */
import { redactDevice } from "#crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { AuthoredOperation } from "../../../sync/membership/operations.ts";
import type { Role } from "../../../sync/membership/roles.ts";
import { buildMesh, everyone, fingerprint, join, meet, type Mesh, type Person, welcome } from "./story.ts";

let mesh: Mesh;
let rosa: Person;
let sara: Person;
beforeEach(async () => {
  mesh = await buildMesh();
  rosa = await welcome(mesh.teresa, "Rosa", { role: "coordinator" });
  sara = await welcome(mesh.teresa, "Sara", { role: "coordinator" });
  await rosa.write({ kind: "merge" });
  meet(...everyone(mesh), rosa, sara);
});

const isIn = (who: Person, eyes: Person): boolean => eyes.membership.devices.has(who.id);
const isOut = (who: Person, eyes: Person): boolean => eyes.membership.removed.has(who.id);
const fate = (eyes: Person, { id }: AuthoredOperation): string =>
  eyes.membership.refused.get(id) ?? "accepted";

const give = async (by: Person, to: Person, role: Role): Promise<AuthoredOperation> =>
  by.write({ kind: "role", role, ending: await to.ending(by.operations) });

test("R6 two who remove each other are both out, also where one of them came as staff", async () => {
  const { teresa, ramon, octavio } = mesh;
  await give(teresa, ramon, "coordinator");
  meet(teresa, ramon);
  const both = [await teresa.revoke(ramon), await ramon.revoke(teresa)];
  meet(teresa, ramon, octavio);
  for (const eyes of [teresa, ramon, octavio]) {
    expect(both.map((one) => fate(eyes, one))).toEqual(["accepted", "accepted"]);
    expect([teresa, ramon].map((one) => isOut(one, eyes))).toEqual([true, true]);
  }
});

describe("in a circle of lost roles", () => {
  test("who was made a coordinator counts as one, whatever it came as", async () => {
    const { teresa, ramon, octavio } = mesh;
    await give(teresa, ramon, "coordinator");
    meet(teresa, ramon);
    const both = [await give(teresa, ramon, "volunteer"), await give(ramon, teresa, "staff")];
    meet(teresa, ramon, octavio);
    for (const eyes of [teresa, ramon, octavio]) {
      expect(both.map((one) => fate(eyes, one))).toEqual(["accepted", "accepted"]);
      const roles = [teresa, ramon].map(({ id }) => eyes.membership.devices.get(id)?.role);
      expect(roles).toEqual(["staff", "volunteer"]);
    }
  });

  test("one who is lowered and lowers back takes nobody else along", async () => {
    const { teresa, octavio } = mesh;
    await give(teresa, rosa, "staff");
    await give(rosa, teresa, "staff");
    const third = await give(rosa, sara, "staff");
    meet(teresa, rosa, sara, octavio);
    for (const eyes of [teresa, rosa, sara, octavio]) {
      const roles = [teresa, rosa, sara].map(({ id }) => eyes.membership.devices.get(id)?.role);
      expect(roles).toEqual(["staff", "staff", "coordinator"]);
      expect(fate(eyes, third)).toBe("not-allowed");
    }
  });

  test("who is lowered and takes out whoever lowers it is lowered, and that one is out", async () => {
    const { teresa, octavio } = mesh;
    const lowered = await give(teresa, rosa, "staff");
    const answer = await rosa.revoke(teresa);
    const besides = await rosa.revoke(sara);
    meet(teresa, rosa, sara, octavio);
    for (const eyes of [teresa, rosa, sara, octavio]) {
      expect([lowered, answer, besides].map((one) => fate(eyes, one))).toEqual([
        "accepted",
        "accepted",
        "not-allowed",
      ]);
      expect(isOut(teresa, eyes)).toBe(true);
      expect(eyes.membership.devices.get(rosa.id)?.role).toBe("staff");
      expect(isIn(sara, eyes)).toBe(true);
    }
  });
});

describe("circles beside each other", () => {
  test("count each, where neither takes anything from the other", async () => {
    const { teresa, octavio, hilda } = mesh;
    const oscar = await welcome(octavio, "Óscar", { role: "coordinator" });
    meet(...everyone(mesh), rosa, sara, oscar);
    await teresa.revoke(rosa);
    await rosa.revoke(teresa);
    await octavio.revoke(oscar);
    await oscar.revoke(octavio);
    meet(...everyone(mesh), rosa, sara, oscar);
    for (const eyes of [hilda, sara, teresa])
      for (const gone of [teresa, rosa, octavio, oscar]) expect(isOut(gone, eyes), gone.name).toBe(true);
  });

  test("who is out by one of them takes nobody along by the other", async () => {
    const { teresa, octavio } = mesh;
    const ulises = await welcome(teresa, "Ulises", { role: "coordinator" });
    meet(...everyone(mesh), rosa, sara, ulises);
    await teresa.revoke(rosa);
    await ulises.revoke(teresa);
    const closing = await rosa.revoke(ulises);
    meet(rosa, sara);
    const besides = await rosa.revoke(sara);
    const lowered = await give(sara, rosa, "staff");
    meet(...everyone(mesh), rosa, sara, ulises);
    for (const eyes of [teresa, octavio, sara]) {
      for (const gone of [teresa, rosa, ulises]) expect(isOut(gone, eyes), gone.name).toBe(true);
      expect(isIn(sara, eyes)).toBe(true);
      expect([closing, besides, lowered].map((one) => fate(eyes, one))).toEqual([
        "accepted",
        "removed",
        "accepted",
      ]);
    }
  });

  test("a house that is taken out, and takes out one of those who did, are both out", async () => {
    const { teresa, octavio, hilda, olga } = mesh;
    const oscar = await welcome(octavio, "Óscar", { role: "coordinator" });
    for (const one of [teresa, hilda]) await one.write({ kind: "merge" });
    meet(...everyone(mesh), oscar);
    const { site } = hilda;
    for (const judge of [teresa, octavio]) await judge.write({ kind: "remove-site", site, endings: [] });
    for (const judge of [hilda, oscar]) await judge.revoke(teresa);
    meet(...everyone(mesh), oscar);
    for (const eyes of [octavio, oscar, olga]) {
      expect(eyes.membership.sites.has(site)).toBe(false);
      expect([hilda, teresa].map((one) => isOut(one, eyes))).toEqual([true, true]);
      expect(eyes.membership.refused.size).toBe(0);
    }
  });
});

describe("who answers through somebody whom it lets in after its cut", () => {
  /** Teresa takes Rosa out, and Sara, who answers by taking a place from Teresa. */
  async function quarrel(answer: () => Promise<unknown>): Promise<AuthoredOperation> {
    const { teresa } = mesh;
    const word = await teresa.revoke(rosa);
    await teresa.revoke(sara);
    await answer();
    return word;
  }

  test("is in the circle as if it had answered itself, and whom it let in is not in", async () => {
    const { teresa, octavio, hilda } = mesh;
    const word = await quarrel(() => sara.revoke(teresa));
    const accomplice = await welcome(rosa, "Cómplice", { role: "coordinator" });
    await accomplice.revoke(teresa);
    meet(teresa, sara, octavio);
    // the control: without that answer, a word that somebody wrote who is out is void
    expect([fate(octavio, word), isIn(rosa, octavio)]).toEqual(["removed", true]);
    meet(teresa, sara, octavio, accomplice, hilda);
    for (const eyes of [octavio, hilda]) {
      expect(fate(eyes, word)).toBe("accepted");
      expect([teresa, rosa, sara].map((one) => isOut(one, eyes))).toEqual([true, true, true]);
      expect(isIn(accomplice, eyes)).toBe(false);
    }
  });

  test("also by a hub that somebody else brought in with its invite, and that reports a fork", async () => {
    const { teresa, octavio, hilda, ramon } = mesh;
    await teresa.write({ kind: "merge" });
    meet(...everyone(mesh), rosa, sara);
    const last = teresa.log.at(-1)!;
    const heads = teresa.membership.heads.filter((head) => head !== last.id).slice(0, 4);
    const [one, other] = [
      await teresa.writeAfter(last, { kind: "merge" }, heads),
      await teresa.writeAfter(last, { kind: "merge" }, [...heads, last.id]),
    ];
    for (const branch of [one, other]) ramon.operations.set(branch.id, branch);
    const revoke = async (who: Person) =>
      ({ kind: "revoke", ending: await who.ending(teresa.operations) }) as const;
    const word = await teresa.writeAfter(one, await revoke(rosa), heads);
    await teresa.writeAfter(word, await revoke(sara), heads);
    await give(sara, teresa, "staff");
    const hub = await join("Ceibo", await rosa.invite("hub"));
    meet(ramon, rosa);
    await ramon.carry(hub);
    meet(ramon, hub);
    const report = await hub.write({ kind: "fork", device: teresa.id });
    expect(fate(hub, report), "as the hub knows it").toBe("accepted");
    meet(teresa, sara, octavio);
    expect([fate(octavio, word), isIn(rosa, octavio)]).toEqual(["not-allowed", true]);
    meet(teresa, sara, octavio, hub, hilda);
    for (const eyes of [octavio, hilda]) {
      expect([fate(eyes, word), fate(eyes, report)]).toEqual(["accepted", "unknown-author"]);
      expect([rosa, sara].map((one) => isOut(one, eyes))).toEqual([true, true]);
      expect(eyes.membership.devices.get(teresa.id)?.role).toBe("staff");
      expect(isIn(hub, eyes)).toBe(false);
    }
  });
});

describe("an accomplice whom somebody lets in after its cut", () => {
  test("does not save it by taking out in turn who took it out", async () => {
    const { teresa, octavio } = mesh;
    await teresa.revoke(rosa);
    const accomplice = await welcome(rosa, "Cómplice", { role: "coordinator" });
    await accomplice.revoke(teresa);
    meet(teresa, rosa, accomplice, octavio);
    for (const eyes of [teresa, rosa, octavio]) {
      expect(isOut(rosa, eyes)).toBe(true);
      expect(isIn(accomplice, eyes)).toBe(false);
    }
    expect(fingerprint(teresa.membership)).toBe(fingerprint(octavio.membership));
  });

  test("takes nobody along by a circle of its own", async () => {
    const { teresa, octavio } = mesh;
    await teresa.revoke(rosa);
    await rosa.revoke(teresa);
    const accomplice = await welcome(rosa, "Cómplice", { role: "coordinator" });
    meet(sara, accomplice);
    await sara.revoke(accomplice);
    await accomplice.revoke(sara);
    meet(teresa, rosa, sara, accomplice, octavio);
    for (const eyes of [teresa, sara, octavio]) {
      expect([teresa, rosa].map((one) => isOut(one, eyes))).toEqual([true, true]);
      expect(isIn(accomplice, eyes)).toBe(false);
      expect(isIn(sara, eyes)).toBe(true);
    }
  });
});

describe("who leaves in one history of its log", () => {
  test("takes nobody out in the other", async () => {
    const { teresa, ramon, octavio } = mesh;
    const last = rosa.log.at(-1)!;
    const ending = await ramon.ending(rosa.operations);
    const other = await rosa.writeAfter(last, { kind: "revoke", ending });
    const seen = await rosa.writeAfter(last, { kind: "merge" });
    const before = { device: redactDevice(rosa.device), cuts: [await rosa.cut(seen.seq, seen.id)] };
    const leaving = await rosa.writeAfter(seen, { kind: "revoke", ending: before });
    meet(teresa, rosa, octavio);
    for (const eyes of [teresa, octavio]) {
      expect([fate(eyes, leaving), fate(eyes, other)]).toEqual(["accepted", "removed"]);
      expect(isOut(rosa, eyes)).toBe(true);
      expect(isIn(ramon, eyes)).toBe(true);
    }
  });

  test("gives no word on a house in the other", async () => {
    const { teresa, octavio, hilda } = mesh;
    const [{ site: home }, { site: neighbour }] = [hilda, octavio];
    await hilda.write({ kind: "merge" });
    const last = hilda.log.at(-1)!;
    const word = { kind: "remove-site", site: neighbour, endings: [] } as const;
    const other = await hilda.writeAfter(last, word);
    const seen = await hilda.writeAfter(last, { kind: "merge" });
    const cuts = [await hilda.cut(seen.seq, seen.id)];
    const endings = [{ device: redactDevice(hilda.device), cuts }];
    const leaving = await hilda.writeAfter(seen, { kind: "remove-site", site: home, endings });
    meet(teresa, hilda, octavio);
    for (const eyes of [teresa, octavio]) {
      expect([fate(eyes, leaving), fate(eyes, other)]).toEqual(["accepted", "removed"]);
      expect(eyes.membership.sites.has(home)).toBe(false);
      expect(eyes.membership.siteVotes.has(neighbour)).toBe(false);
    }
  });
});

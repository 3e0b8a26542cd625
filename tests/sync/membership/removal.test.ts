/**
 * Taking devices and sites out: what counts of those who are out, who may do it, and what becomes of
 * removals that were made at the same time (docs/protocol.md, "Removal"). Names begin with the cases of
 * docs/threat-cases.md.
 */
import { beforeEach, describe, expect, test } from "vitest";
import type { InviteId, OperationId, SiteId } from "../../../sync/ids.ts";
import { CONTROL, NETWORK, siteSpace } from "../../../sync/space.ts";
import type { AuthoredOperation } from "../../../sync/membership/operations.ts";
import { endOf } from "../../../sync/membership/cut.ts";
import {
  anyHash,
  buildMesh,
  everyone,
  fateOf,
  fingerprint,
  found,
  join,
  meet,
  type Mesh,
  type Person,
  welcome,
} from "./story.ts";
import { operationIdOf } from "../../../sync/ids.ts";

let mesh: Mesh;
beforeEach(async () => {
  mesh = await buildMesh();
});

const isIn = (who: Person, eyes: Person): boolean => eyes.membership.devices.has(who.id);
const isOut = (who: Person, eyes: Person): boolean => eyes.membership.removed.has(who.id);
const fate = (eyes: Person, { id }: AuthoredOperation): string =>
  eyes.membership.refused.get(id) ?? "accepted";

/** A second coordinator beside Teresa, and what both know. */
async function withRosa(): Promise<Person> {
  const rosa = await welcome(mesh.teresa, "Rosa", { role: "coordinator" });
  meet(...everyone(mesh), rosa);
  return rosa;
}

describe("a device that is taken out", () => {
  test("R1 R3 counts up to its cut, whatever it writes later and however it dates it", async () => {
    const { teresa, ramon, octavio } = mesh;
    const before = await ramon.write({ kind: "merge" });
    const seenHeads = ramon.membership.heads;
    meet(teresa, ramon);
    await teresa.revoke(ramon);
    const late = await ramon.invite("volunteer");
    // as if written before: citing what he knew then
    const backdated = await ramon.write({ kind: "merge" }, seenHeads.slice(0, 4));
    meet(teresa, ramon, octavio);
    for (const eyes of [teresa, octavio, ramon]) {
      expect(isOut(ramon, eyes)).toBe(true);
      expect(fate(eyes, before)).toBe("accepted");
      expect(eyes.membership.refused.get(late.head)).toBe("removed");
      expect(fate(eyes, backdated)).toBe("removed");
    }
    expect(fingerprint(teresa.membership)).toBe(fingerprint(octavio.membership));
  });

  test("R2 has what it wrote unseen raised by its coordinator, and by nobody else", async () => {
    const { teresa, ramon, octavio } = mesh;
    await teresa.revoke(ramon);
    const code = await ramon.invite("volunteer");
    meet(teresa, ramon, octavio);
    const log = ramon.log.at(-1)!;
    const cut = await ramon.cut(log.seq, log.id);
    const raise = {
      kind: "raise-cut",
      device: ramon.member?.keys ?? teresa.membership.removed.get(ramon.id)!.member.keys,
      cut,
    } as const;
    expect(await octavio.attempt(raise)).toBe("not-allowed");
    expect(await ramon.attempt(raise)).toBe("removed");
    expect(await teresa.attempt(raise)).toBe("accepted");
    expect(await teresa.attempt({ ...raise, cut: await ramon.cut(0, code.head) })).toBe("lower-cut");
    expect(teresa.membership.refused.get(code.head)).toBeUndefined();
    expect(isOut(ramon, teresa)).toBe(true);
    expect(endOf(teresa.membership.removed.get(ramon.id)!.ends, CONTROL)).toBe(log.seq);
  });

  test("a space that no voter can see ends where its readers say, once", async () => {
    const { teresa, pilar, vero } = mesh;
    const piedad = await welcome(teresa, "Piedad", { role: "protection" });
    meet(...everyone(mesh), piedad);
    await teresa.revoke(piedad);
    meet(teresa, pilar, vero);
    const space = siteSpace("protected", teresa.site);
    const device = teresa.membership.removed.get(piedad.id)!.member.keys;
    const at = async (
      seq: number,
    ): Promise<{ kind: "raise-cut"; device: typeof device; cut: Awaited<ReturnType<Person["cut"]>> }> => ({
      kind: "raise-cut",
      device,
      cut: await piedad.cut(seq, operationIdOf(anyHash("protected")), space),
    });
    expect(await vero.attempt(await at(7))).toBe("not-allowed");
    expect(await pilar.attempt(await at(7))).toBe("accepted");
    expect(endOf(pilar.membership.removed.get(piedad.id)!.ends, space)).toBe(7);
  });

  test("R9 R13 I5 does not come back by its old keys, and an invite of its own is void", async () => {
    const { teresa, ramon } = mesh;
    const code = await ramon.invite("volunteer");
    meet(teresa, ramon);
    await teresa.revoke(ramon);
    meet(teresa, ramon);
    const again = await join("Ramón", await teresa.invite("staff"), ramon.device);
    await teresa.carry(again);
    expect(teresa.membership.requests.get(ramon.id)).toBeUndefined();
    const late = await join("Lola", code);
    await ramon.carry(late);
    await expect(ramon.confirm(late)).rejects.toThrow();
    meet(teresa, ramon);
    expect(isIn(late, teresa)).toBe(false);
  });

  test("I5 leaves by itself; a hub carries nobody in by its invite after it is out", async () => {
    const { teresa, ramon, ceiba } = mesh;
    await ramon.revoke(ramon);
    meet(teresa, ramon);
    expect(isOut(ramon, teresa)).toBe(true);
    await teresa.revoke(ceiba);
    expect(isOut(ceiba, teresa)).toBe(true);
    expect(await teresa.attempt({ kind: "revoke", ending: await ceiba.ending() })).toBe("unknown-device");
  });

  test("a seal that is not the device's own makes no cut", async () => {
    const { teresa, ramon, vero } = mesh;
    const ending = await ramon.ending();
    const false_ = { ...ending, cuts: [await vero.cut(0, operationIdOf(anyHash("x")))] };
    expect(await teresa.attempt({ kind: "revoke", ending: false_ })).toBe("invalid");
    expect(isIn(ramon, teresa)).toBe(true);
  });
});

describe("who may take whom out", () => {
  test("M8 coordinators their own house, staff its volunteers, nobody else anybody", async () => {
    const { teresa, ramon, vero, pilar, olga, octavio, abel, ceiba } = mesh;
    const tries: readonly (readonly [Person, Person, string])[] = [
      [vero, ramon, "not-allowed"],
      [ramon, pilar, "not-allowed"],
      [ramon, teresa, "not-allowed"],
      [pilar, vero, "not-allowed"],
      [ceiba, vero, "not-allowed"],
      [octavio, ramon, "not-allowed"],
      [ramon, octavio, "not-allowed"],
      [abel, olga, "not-allowed"],
      [olga, octavio, "not-allowed"],
      [ramon, vero, "accepted"],
    ];
    for (const [who, whom, expected] of tries) {
      const before = new Map(who.operations);
      expect(fate(who, await who.revoke(whom)), `${who.name} takes out ${whom.name}`).toBe(expected);
      who.operations = before;
    }
  });

  test("M8 on a house coordinators give their word, nobody else, and only on one that is there", async () => {
    const { teresa, ramon, ceiba, octavio, hilda, abel } = mesh;
    const word = (site: SiteId) => ({ kind: "remove-site", site, endings: [] }) as const;
    for (const who of [ramon, ceiba, abel])
      expect(await fateOf(who, word(hilda.site)), who.name).toBe("not-allowed");
    expect(await fateOf(teresa, word("a".repeat(26) as SiteId))).toBe("unknown-site");
    expect(await fateOf(octavio, word(hilda.site))).toBe("accepted");
    const ana = await found("Ana", { name: "Casa A", kind: "shelter" });
    const bea = await welcome(ana, "Bea", { role: "coordinator", to: { name: "Casa B", kind: "shelter" } });
    expect(await fateOf(bea, word(bea.site)), "on its own also where there are two").toBe("accepted");
  });

  test("M8 consent is asked for new houses only: nobody consents to another house's colleague", async () => {
    const { teresa, octavio } = mesh;
    await teresa.invite("staff");
    meet(teresa, octavio);
    const { invite } = [...octavio.membership.invites.values()].at(-1)!;
    expect(await fateOf(octavio, { kind: "approve", invite })).toBe("not-allowed");
    expect(await fateOf(octavio, { kind: "approve", invite: "a".repeat(26) as InviteId })).toBe(
      "unknown-invite",
    );
  });

  test("M8 another house's coordinator takes two houses", async () => {
    const { teresa, octavio, hilda, olga } = mesh;
    await teresa.revoke(octavio);
    meet(teresa, hilda, olga);
    expect(isIn(octavio, hilda)).toBe(true);
    expect(hilda.membership.votes.get(octavio.id)).toHaveLength(1);
    await hilda.revoke(octavio);
    meet(teresa, hilda, olga, octavio);
    for (const eyes of [teresa, hilda, olga, octavio]) expect(isOut(octavio, eyes)).toBe(true);
    const [site] = [...olga.membership.sites.values()].filter((one) => one.site === olga.site);
    expect(site).toBeDefined();
  });

  test("two of one house are one word; below three houses none can be removed", async () => {
    const rosa = await withRosa();
    const { teresa, octavio } = mesh;
    await teresa.revoke(octavio);
    await rosa.revoke(octavio);
    meet(teresa, rosa);
    expect(isIn(octavio, teresa)).toBe(true);

    const ana = await found("Ana", { name: "Casa A", kind: "shelter" });
    const bea = await welcome(ana, "Bea", { role: "coordinator", to: { name: "Casa B", kind: "shelter" } });
    expect(fate(ana, await ana.revoke(bea))).toBe("too-few-sites");
    expect(await ana.attempt({ kind: "remove-site", site: bea.site, endings: [] })).toBe("too-few-sites");
  });

  test("a house is removed by two others, with all who joined it meanwhile", async () => {
    const { teresa, octavio, hilda, olga, abel } = mesh;
    const endings = async (): Promise<Awaited<ReturnType<Person["ending"]>>[]> =>
      Promise.all([hilda, abel].map((one) => one.ending(teresa.operations)));
    const site = hilda.site;
    await teresa.write({ kind: "remove-site", site, endings: await endings() });
    const nuevo = await welcome(hilda, "Nuevo", { role: "advocate" });
    meet(teresa, octavio);
    await octavio.write({ kind: "remove-site", site, endings: await endings() });
    meet(teresa, octavio, hilda, olga, nuevo);
    for (const eyes of [teresa, olga]) {
      expect(eyes.membership.sites.has(site)).toBe(false);
      for (const gone of [hilda, abel, nuevo]) expect(isIn(gone, eyes), gone.name).toBe(false);
    }
    expect(fate(teresa, await hilda.write({ kind: "merge" }))).toBe("accepted");
    meet(teresa, hilda);
    expect(teresa.membership.refused.get(hilda.log.at(-1)!.id)).toBe("removed");
  });

  test("a fourth house takes the word of a second one", async () => {
    const { teresa, octavio } = mesh;
    const invited = async (): Promise<Person> => {
      const code = await teresa.invite("coordinator", { name: "Casa 4", kind: "shelter" });
      const joiner = await join("Dora", code);
      await teresa.carry(joiner);
      return joiner;
    };
    const dora = await invited();
    await expect(teresa.confirm(dora)).rejects.toThrow("needs-second-site");
    const pending = teresa.membership.requests.get(dora.id)!;
    const forced = {
      kind: "confirm",
      request: pending.carriedBy[0]!,
      device: dora.id,
      at: teresa.now,
    } as const;
    expect(await teresa.attempt(forced)).toBe("needs-second-site");
    expect(await teresa.attempt({ kind: "approve", invite: pending.invite })).toBe("not-allowed");
    meet(teresa, octavio);
    await octavio.write({ kind: "approve", invite: pending.invite });
    meet(teresa, octavio);
    await teresa.confirm(dora);
    expect(isIn(dora, teresa)).toBe(true);
  });
});

describe("roles", () => {
  test("a coordinator who becomes staff does nothing more with what was cut", async () => {
    const rosa = await withRosa();
    const { teresa, octavio } = mesh;
    const early = await rosa.invite("staff");
    meet(teresa, rosa);
    const heads = rosa.membership.heads;
    await teresa.write({ kind: "role", role: "staff", ending: await rosa.ending(teresa.operations) });
    const meanwhile = await rosa.invite("staff");
    const volunteer = await rosa.invite("volunteer");
    meet(teresa, rosa, octavio);
    for (const eyes of [teresa, octavio]) {
      expect(eyes.membership.devices.get(rosa.id)?.role).toBe("staff");
      expect(eyes.membership.refused.get(early.head)).toBeUndefined();
      expect(eyes.membership.refused.get(meanwhile.head)).toBe("not-allowed");
      expect(eyes.membership.refused.get(volunteer.head)).toBeUndefined();
    }
    expect(heads.length).toBeGreaterThan(0);
    expect(await rosa.attempt({ kind: "role", role: "coordinator", ending: await rosa.ending() })).toBe(
      "not-allowed",
    );
  });

  test("of two roles given at once the lesser counts, on every device", async () => {
    const rosa = await withRosa();
    const { teresa, ramon, octavio } = mesh;
    await teresa.write({ kind: "role", role: "coordinator", ending: await ramon.ending(teresa.operations) });
    await rosa.write({ kind: "role", role: "volunteer", ending: await ramon.ending(rosa.operations) });
    meet(teresa, rosa, octavio);
    for (const eyes of [teresa, rosa, octavio])
      expect(eyes.membership.devices.get(ramon.id)?.role).toBe("volunteer");
  });

  test("a role that the house does not have, or a hub's, cannot be given", async () => {
    const { teresa, ramon, ceiba, hilda, abel } = mesh;
    const give = async (by: Person, to: Person, role: "advocate" | "hub" | "staff"): Promise<string> =>
      by.attempt({ kind: "role", role, ending: await to.ending() });
    expect(await give(teresa, ramon, "advocate")).toBe("role-not-of-this-site");
    expect(await give(teresa, ramon, "hub")).toBe("role-not-of-this-site");
    expect(await give(teresa, ceiba, "staff")).toBe("role-not-of-this-site");
    expect(await give(hilda, abel, "staff")).toBe("role-not-of-this-site");
    expect(await give(teresa, abel, "staff")).toBe("not-allowed");
    const nobody = await join("Nadie", await teresa.invite("staff"));
    expect(await give(teresa, nobody, "staff")).toBe("unknown-device");
  });

  test("a volunteer's access ends by itself, unless somebody who may renews it", async () => {
    const { teresa, ramon, vero, octavio } = mesh;
    const end = vero.member!.endsAt!;
    expect(end - vero.now).toBe(14 * 86_400_000);
    expect(await vero.attempt({ kind: "renew", device: vero.id, until: end + 1 })).toBe("not-allowed");
    expect(await octavio.attempt({ kind: "renew", device: vero.id, until: end + 1 })).toBe("not-allowed");
    await ramon.write({ kind: "renew", device: vero.id, until: end + 5 });
    await teresa.write({ kind: "renew", device: vero.id, until: end + 3 });
    meet(teresa, ramon);
    expect(teresa.membership.devices.get(vero.id)?.endsAt).toBe(end + 5);
    expect(await teresa.attempt({ kind: "renew", device: ramon.id, until: 1 })).toBe("not-allowed");
  });
});

describe("removals at the same time", () => {
  test("R6 two who remove each other are both out", async () => {
    const rosa = await withRosa();
    const { teresa, octavio } = mesh;
    await teresa.revoke(rosa);
    await rosa.revoke(teresa);
    meet(teresa, rosa, octavio);
    for (const eyes of [teresa, rosa, octavio]) {
      expect(isOut(teresa, eyes)).toBe(true);
      expect(isOut(rosa, eyes)).toBe(true);
    }
  });

  test("R5 what the removed did meanwhile is void with all that stood on it, other removals too", async () => {
    const rosa = await withRosa();
    const { teresa, ramon, octavio } = mesh;
    await teresa.revoke(rosa);
    const accomplice = await welcome(rosa, "Cómplice", { role: "coordinator" });
    const third = await accomplice.revoke(ramon);
    const own = await rosa.revoke(ramon);
    meet(teresa, rosa, octavio, accomplice);
    for (const eyes of [teresa, octavio]) {
      expect(isIn(accomplice, eyes)).toBe(false);
      expect(isIn(ramon, eyes)).toBe(true);
      expect(fate(eyes, own)).toBe("removed");
      expect(fate(eyes, third)).toBe("unknown-author");
    }
  });

  test("R5 one who is out and removes back takes nobody else along", async () => {
    const rosa = await withRosa();
    const { teresa, ramon, octavio } = mesh;
    await teresa.revoke(rosa);
    await rosa.revoke(teresa);
    await rosa.revoke(ramon);
    meet(teresa, rosa, octavio);
    expect([teresa, rosa, ramon].map((who) => isOut(who, octavio))).toEqual([true, true, false]);
  });

  test("R7 a circle of three is out whole; a chain loses every other one", async () => {
    const { teresa } = mesh;
    const people = [teresa];
    for (const name of ["Rosa", "Sara", "Tita"])
      people.push(await welcome(teresa, name, { role: "coordinator" }));
    meet(...people);
    const start = people.map((person) => new Map(person.operations));
    const restart = (): void => people.forEach((person, at) => (person.operations = new Map(start[at])));
    const [a, b, c, d] = people as [Person, Person, Person, Person];
    for (const [who, whom] of [
      [a, b],
      [b, c],
      [c, a],
    ] as const)
      await who.revoke(whom);
    meet(...people);
    expect([a, b, c, d].map((one) => isOut(one, d))).toEqual([true, true, true, false]);
    restart();
    for (const [who, whom] of [
      [a, b],
      [b, c],
      [c, d],
    ] as const)
      await who.revoke(whom);
    meet(...people);
    expect([a, b, c, d].map((one) => isOut(one, a))).toEqual([false, true, false, true]);
  });

  test("R8 what two halves of the mesh removed apart is all removed when they meet", async () => {
    const rosa = await withRosa();
    const { teresa, ramon, vero, octavio, olga } = mesh;
    await teresa.revoke(ramon);
    await rosa.revoke(vero);
    await octavio.revoke(olga);
    meet(...everyone(mesh), rosa);
    for (const gone of [ramon, vero, olga]) expect(isOut(gone, mesh.pino)).toBe(true);
  });
});

describe("keys after a removal", () => {
  test("R4 R11 the next generations are made, two at once agree on one, and the removed reads none", async () => {
    const rosa = await withRosa();
    const { teresa, ramon, octavio, vero } = mesh;
    const space = siteSpace("site", teresa.site);
    await teresa.revoke(ramon);
    meet(teresa, rosa, octavio);
    expect((await teresa.keyring()).writeKey(space), "the old one may not be written with").toBeNull();
    expect((await octavio.keyring()).writeKey(NETWORK)).toBeNull();
    // both notice at the same time
    await teresa.settle();
    await rosa.settle();
    const settled = [teresa, rosa, octavio, vero, mesh.pilar];
    for (let round = 0; round < 4; round += 1) {
      meet(...settled);
      for (const one of settled) await one.settle();
    }
    meet(...settled, ramon);
    const keys = await Promise.all([teresa, rosa].map(async (one) => (await one.keyring()).writeKey(space)));
    expect(keys[0]).not.toBeNull();
    expect(keys[0]).toEqual(keys[1]);
    const out = await ramon.keyring();
    for (const [name, generations] of teresa.membership.spaces) {
      const fresh = (await teresa.keyring()).writeKey(name) ?? (await octavio.keyring()).writeKey(name);
      if (fresh === null) continue;
      const made = generations.filter(({ keyId }) => keyId.every((byte, at) => byte === fresh.keyId[at]));
      for (const one of made)
        if (name === space || name === NETWORK) expect(out.spaceKey(one), name).toBeNull();
    }
    // who was never touched goes on: the volunteers' desk needs a new key too, their own house reads all
    expect((await vero.keyring()).writeKey(siteSpace("desk", teresa.site))).not.toBeNull();
    expect((await octavio.keyring()).writeKey(NETWORK)).not.toBeNull();
    const old = teresa.membership.spaces.get(space)![0]!;
    expect((await rosa.keyring()).spaceKey(old), "the past stays readable").not.toBeNull();
  });
});

test("F2 R7 the order of arrival changes nothing, with removals, roles and raised cuts in it", async () => {
  const rosa = await withRosa();
  const { teresa, ramon, octavio, hilda } = mesh;
  await teresa.revoke(rosa);
  await rosa.revoke(ramon);
  await rosa.write({ kind: "role", role: "volunteer", ending: await teresa.ending(rosa.operations) });
  await hilda.revoke(octavio);
  await teresa.revoke(octavio);
  meet(...everyone(mesh), rosa);
  const all = [...teresa.operations.entries()];
  const want = fingerprint(teresa.membership);
  for (let turn = 0; turn < 6; turn += 1) {
    const order = all.toSorted(([a], [b]) => (rank(a, turn) < rank(b, turn) ? -1 : 1));
    teresa.operations = new Map();
    for (const [id, one] of order) teresa.operations.set(id, one);
    expect(fingerprint(teresa.membership)).toBe(want);
  }
});

const rank = (id: OperationId, turn: number): string => `${id.slice(turn)}${id}`;

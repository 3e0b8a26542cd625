import { fc, test } from "@fast-check/vitest";
import { dropKeyId, dropPairOf, generateSpaceKey, keyIdOf, openFrom, recoverySecrets } from "#crypto";
import { describe, expect } from "vitest";
import { writable } from "../../../sync/membership/generations.ts";
import { unboxGroupSecret } from "../../../sync/membership/key-boxes.ts";
import { groupId } from "../../../sync/membership/membership.ts";
import type { Role } from "../../../sync/membership/roles.ts";
import { readableSpaces } from "../../../sync/membership/scope.ts";
import { NETWORK, siteSpace } from "../../../sync/space.ts";
import {
  buildMesh,
  everyone,
  fingerprint,
  found,
  join,
  meet,
  type Person,
  signatures,
  welcome,
} from "./story.ts";

/** Everybody does what is owed and meets everybody, until nobody owes anything; counts the rounds. */
async function settleAll(people: readonly Person[]): Promise<number> {
  for (let round = 0; round < 6; round++) {
    meet(...people);
    let written = 0;
    for (const person of people) written += await person.settle();
    if (written === 0) return round;
  }
  throw new Error("duties do not end");
}

describe("duties", () => {
  test("are none once all have met", async () => {
    const mesh = await buildMesh();
    for (const person of everyone(mesh)) expect(await person.duties(), person.name).toEqual([]);
  });

  test("are none for hubs and strangers", async () => {
    const teresa = await found("Teresa", { name: "Casa", kind: "shelter" });
    const ceiba = await welcome(teresa, "Ceiba", { role: "hub" });
    const thief = await join("Ladrón", await teresa.invite("staff"));
    meet(teresa, ceiba, thief);
    expect(await ceiba.duties()).toEqual([]);
    expect(await thief.duties()).toEqual([]);
  });

  test("protection is given by who holds it, when the inviter does not", async () => {
    const teresa = await found("Teresa", { name: "Casa", kind: "shelter" });
    const clara = await welcome(teresa, "Clara", { role: "coordinator" });
    const pilar = await welcome(clara, "Pilar", { role: "protection" });
    const space = siteSpace("protected", teresa.site);
    expect((await pilar.keyring()).readable(space)).toBe(false);
    expect((await pilar.keyring()).readable(siteSpace("site", teresa.site))).toBe(true);
    meet(teresa, pilar);
    expect(await teresa.settle()).toBe(1);
    meet(teresa, pilar);
    expect((await pilar.keyring()).readable(space)).toBe(true);
  });

  test("C11 a key that only its maker opens is replaced by the next that sees it, the past stays within reach", async () => {
    const mesh = await buildMesh();
    const { teresa, ramon, abel } = mesh;
    const [last] = teresa.membership.spaces.get(NETWORK)!;
    const key = generateSpaceKey(ramon.random);
    const trap = {
      kind: "space-key",
      space: NETWORK,
      generation: last!.generation + 1,
      keyId: keyIdOf(key),
      drop: dropPairOf(key).public,
      boxes: [],
      previous: { of: [last!.keyId], wrapped: ramon.random(48) },
    } as const;
    expect(await ramon.attempt(trap)).toBe("accepted");
    meet(...everyone(mesh));
    // the control: until somebody acts, what advocates post goes to its maker alone
    const posted = (await abel.keyring()).writeKey(NETWORK);
    expect(posted).toMatchObject({ keyId: dropKeyId(trap.drop) });
    await settleAll(everyone(mesh).filter((one) => one !== ramon));
    const to = (await abel.keyring()).writeKey(NETWORK);
    const best = writable(teresa.membership, teresa.membership.spaces.get(NETWORK)!)[0]!;
    expect(best.generation).toBe(trap.generation + 1);
    expect(to).toMatchObject({ keyId: dropKeyId(best.drop!) });
    for (const one of [best, last!]) expect((await teresa.keyring()).spaceKey(one)).not.toBeNull();
    const nora = await welcome(teresa, "Nora", { role: "staff" });
    await settleAll([teresa, nora]);
    for (const one of [best, last!]) expect((await nora.keyring()).spaceKey(one)).not.toBeNull();
  });

  test("a box that is rubbish is answered with the next key by whoever was given it", async () => {
    const { teresa } = await buildMesh();
    const nora = await welcome(teresa, "Nora", { role: "coordinator" });
    const ines = await join("Inés", await teresa.invite("staff"));
    meet(teresa, ines, nora);
    const asked = await teresa.carry(ines);
    await teresa.write({ kind: "confirm", request: asked!.id, device: ines.id, at: teresa.now });
    meet(teresa, nora, ines);
    const staff = groupId("staff", teresa.site);
    const { public: of, generation, site, group } = nora.membership.groups.get(staff)!.at(-1)!;
    const boxes = [{ device: ines.id, box: nora.random(92) }];
    const rubbish = { kind: "group-boxes", site, group, generation, public: of, boxes } as const;
    expect(await nora.attempt({ ...rubbish, recoveryBoxes: [], previous: null })).toBe("accepted");
    meet(teresa, nora, ines);
    // for everybody else it was given
    const owed = (await teresa.duties()).filter((one) => one.kind === "group-boxes" && one.group === "staff");
    expect(owed).toEqual([]);
    await settleAll([teresa, nora, ines]);
    const best = teresa.membership.groups.get(staff)!.at(-1)!;
    expect(best.generation).toBe(generation + 1);
    for (const who of [teresa, nora, ines]) expect((await who.keyring()).groupSecret(best)).not.toBeNull();
  });

  test("any member of a shelter's staff gives the network to a new shelter, none to advocates", async () => {
    const teresa = await found("Teresa", { name: "Casa", kind: "shelter" });
    const ramon = await welcome(teresa, "Ramón", { role: "staff" });
    for (const kind of ["shelter", "advocates"] as const) {
      const joiner = await join(kind, await teresa.invite("coordinator", { name: kind, kind }));
      await teresa.carry(joiner);
      const pending = teresa.membership.requests.get(joiner.id)!;
      // Teresa's laptop stops here, before it has done its duty.
      await teresa.write({
        kind: "confirm",
        request: pending.carriedBy[0]!,
        device: joiner.id,
        at: teresa.now,
      });
      meet(teresa, ramon);
      const owed = await ramon.duties();
      expect(owed.map((one) => (one.kind === "space-key" ? one.space : one.kind))).toEqual(
        kind === "shelter" ? [NETWORK] : [],
      );
      await ramon.settle();
      meet(teresa, ramon, joiner);
      expect((await joiner.keyring()).readable(NETWORK)).toBe(kind === "shelter");
    }
  });

  test("the site's words open all groups but protection from what a hub holds, and nothing of another site", async () => {
    const { teresa, octavio, ceiba } = await buildMesh();
    const pair = recoverySecrets(teresa.recoveryWords!.site)!.agree;
    const { groups, mesh } = ceiba.membership;
    const opened = [];
    for (const generation of [...groups.values()].flat()) {
      for (const { box } of generation.recoveryBoxes) {
        const secret = await unboxGroupSecret(
          { mesh, name: generation, to: "recovery" },
          { pair, box, signatures },
        );
        if (secret !== null)
          opened.push(`${generation.group} ${generation.site === teresa.site ? "own" : "other"}`);
        const asDevice = await openFrom({
          signatures,
          pair,
          domain: "vereda/group-box/1",
          context: new Uint8Array(0),
          box,
        });
        expect(asDevice).toBeNull();
      }
    }
    expect(opened.sort()).toEqual(["coordination own", "desk own", "staff own"]);
    expect(groups.get(groupId("protection", octavio.site))![0]!.recoveryBoxes).toHaveLength(1);
  });

  test("done by several devices at once do no harm, and end", async () => {
    const teresa = await found("Teresa", { name: "Casa", kind: "shelter" });
    const people = [teresa];
    for (const name of ["Ramón", "Rosa", "Rita"]) people.push(await welcome(teresa, name, { role: "staff" }));
    const nuevo = await join("Nuevo", await teresa.invite("staff"));
    const carried = await teresa.carry(nuevo);
    await teresa.write({ kind: "confirm", request: carried!.id, device: nuevo.id, at: teresa.now });
    meet(...people);
    for (const person of people) expect(await person.settle()).toBe(2);
    meet(...people, nuevo);
    expect(teresa.membership.refused.size).toBe(0);
    expect(await settleAll([...people, nuevo])).toBe(0);
    expect((await nuevo.keyring()).readable(siteSpace("site", teresa.site))).toBe(true);
  });

  const step = fc.record({
    who: fc.nat({ max: 30 }),
    what: fc.constantFrom("invite", "new-shelter", "new-committee", "settle", "meet", "late"),
    other: fc.nat({ max: 30 }),
    role: fc.constantFrom<Role>("coordinator", "staff", "protection", "volunteer", "advocate", "hub"),
  });

  async function walk(
    steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[],
  ): Promise<Person[]> {
    const people = [await found("Teresa", { name: "Casa", kind: "shelter" })];
    for (const [index, { who, what, other, role }] of steps.entries()) {
      const person = people[who % people.length]!;
      if (what === "settle") await person.settle();
      if (what === "meet") meet(person, people[other % people.length]!);
      if (!["invite", "new-shelter", "new-committee", "late"].includes(what) || person.member === undefined)
        continue;
      const kind = what === "new-shelter" ? "shelter" : "advocates";
      const to = what.startsWith("new") ? ({ name: `Casa ${index}`, kind } as const) : undefined;
      const code = await person.invite(role, to).catch(() => null);
      if (code === null) continue;
      const joiner = await join(`Persona ${index}`, code);
      await person.carry(joiner);
      // Half of the joiners hear of it at once; the others when they meet somebody.
      for (const one of what.startsWith("new") ? people : []) await one.approve(person).catch(() => null);
      if (code.role !== "hub" && what !== "late") await person.confirm(joiner).catch(() => null);
      if (other % 2 === 0) meet(person, joiner);
      people.push(joiner);
    }
    return people;
  }

  test.prop([fc.array(step, { minLength: 3, maxLength: 14 })], { numRuns: 25 })(
    "of any history end after a few rounds, and then every member reads what its role may read",
    async (steps) => {
      const people = await walk(steps);
      await settleAll(people);
      meet(...people);
      const [first] = people;
      expect(first!.membership.waiting).toEqual([]);
      expect([...first!.membership.refused.values()]).toEqual([]);
      for (const person of people) {
        expect(fingerprint(person.membership) === fingerprint(first!.membership)).toBe(true);
        const keyring = await person.keyring();
        for (const space of readableSpaces(person.membership, person.id)) {
          expect(keyring.readable(space), `${person.member?.role} reads ${space}`).toBe(true);
        }
      }
    },
    60_000,
  );
});

/**
 * Coming back with twelve words, and what makes words void (docs/protocol.md, "Recovery"). Names begin with
 * the cases of docs/threat-cases.md.
 */
import { type DeviceSecrets, redactDevice, type RecoverySecrets, recoverySecrets } from "#crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { SiteId } from "../../../sync/ids.ts";
import { NETWORK, siteSpace } from "../../../sync/space.ts";
import { openRecoveryBoxes, recoveryBy, signEnrolment } from "../../../sync/membership/enrol.ts";
import { encodeOperation } from "../../../sync/membership/operation-codec.ts";
import { admitOperation } from "../../../sync/membership/admit-operation.ts";
import { groupId } from "../../../sync/membership/membership.ts";
import type { AuthoredOperation, EnrolOperation } from "../../../sync/membership/operations.ts";
import { generateWords } from "../../../sync/membership/site-secrets.ts";
import { writable } from "../../../sync/membership/generations.ts";
import {
  buildMesh,
  everyone,
  fateOf,
  fingerprint,
  meet,
  type Mesh,
  NOON,
  Person,
  seededRandom,
  signatures,
  strangerDevice,
  welcome,
} from "./story.ts";

let mesh: Mesh;
beforeEach(async () => {
  mesh = await buildMesh();
});

const secretsOf = (words: string): RecoverySecrets => recoverySecrets(words)!;
const isIn = (who: Person, eyes: Person): boolean => eyes.membership.devices.has(who.id);
const fate = (eyes: Person, { id }: AuthoredOperation): string =>
  eyes.membership.refused.get(id) ?? "accepted";

interface Words {
  readonly site: string;
  readonly protection?: string | null;
}

async function enrolment(
  eyes: Person,
  device: DeviceSecrets,
  { site, protection = null, at }: Words & { readonly at?: SiteId },
): Promise<EnrolOperation> {
  return signEnrolment({
    mesh: eyes.mesh,
    site: at ?? mesh.teresa.member?.site ?? mesh.octavio.site,
    device: redactDevice(device),
    at: NOON,
    words: secretsOf(site),
    protection: protection === null ? null : secretsOf(protection),
    signatures,
  });
}

/** A new device that has what somebody holds, and twelve words. It has written its enrolment, whatever it is worth. */
async function comeBack(
  name: string,
  eyes: Person,
  words: Words,
): Promise<{ readonly person: Person; readonly entry: AuthoredOperation }> {
  const device = strangerDevice(name);
  const { membership } = eyes;
  const groups = [];
  for (const text of [words.site, words.protection ?? null]) {
    const secrets = text === null ? null : secretsOf(text);
    const found = secrets === null ? null : recoveryBy(membership, secrets);
    if (secrets === null || found === null) continue;
    groups.push(...(await openRecoveryBoxes(membership, found, { pair: secrets.agree, signatures })));
  }
  const { mesh: id, meshKey } = eyes;
  const own = { groups, spaces: [] };
  const random = seededRandom(name);
  const person = new Person({ name, mesh: id, meshKey, device, own, random, recoveryWords: null });
  person.operations = new Map(eyes.operations);
  const entry = await person.write(await enrolment(eyes, device, words));
  return { person, entry };
}

describe("R14 twelve words, and what a hub holds", () => {
  test("make a new device coordinator of the site, known at all others, with all its keys", async () => {
    const { teresa, ramon, ceiba, octavio } = mesh;
    const { person, entry } = await comeBack("Nueva", ceiba, { site: teresa.recoveryWords!.site });
    expect(fate(person, entry)).toBe("accepted");
    await person.settle();
    meet(person, ceiba, octavio);
    expect(octavio.membership.devices.get(person.id)).toMatchObject({
      site: ramon.site,
      role: "coordinator",
      enrolled: { at: NOON, protection: false, published: [teresa.log[0]!.id] },
    });
    const keyring = await person.keyring();
    for (const space of [siteSpace("desk", ramon.site), siteSpace("site", ramon.site), NETWORK]) {
      expect(keyring.readable(space), space).toBe(true);
      expect(keyring.writeKey(space)?.kind, space).toBe("space");
    }
    expect(keyring.readable(siteSpace("protected", ramon.site))).toBe(false);
    // it may invite, and take out what was lost
    const carla = await welcome(person, "Carla", { role: "staff" });
    expect((await carla.keyring()).readable(siteSpace("site", ramon.site))).toBe(true);
    await person.revoke(teresa);
    expect(person.membership.removed.has(teresa.id)).toBe(true);
    expect(isIn(person, person)).toBe(true);
  });

  test("with those of protected it reads protected too, and gives it on", async () => {
    const { teresa, ceiba } = mesh;
    const { site, protected: protection } = teresa.recoveryWords!;
    const { person } = await comeBack("Nueva", ceiba, { site, protection });
    await person.settle();
    const space = siteSpace("protected", teresa.site);
    expect((await person.keyring()).readable(space)).toBe(true);
    const paz = await welcome(person, "Paz", { role: "protection" });
    expect((await paz.keyring()).readable(space)).toBe(true);
  });

  test("with those of protected alone, of another site, or wrong ones it is nobody", async () => {
    const { teresa, octavio, ceiba } = mesh;
    const { protected: protection } = teresa.recoveryWords!;
    const wrong = generateWords(seededRandom("wrong")).words;
    for (const site of [protection, octavio.recoveryWords!.site, wrong]) {
      const { person, entry } = await comeBack("Nadie", ceiba, { site });
      expect(fate(person, entry)).toBe("void-words");
      meet(person, teresa);
      expect(isIn(person, teresa)).toBe(false);
      expect(await teresa.duties()).toEqual([]);
    }
    const { person } = await comeBack("Media", ceiba, {
      site: teresa.recoveryWords!.site,
      protection: wrong,
    });
    expect(person.member?.enrolled?.protection).toBe(false);
  });

  test("are for the house that they are of, for a device that is nobody's, and for who has heard of the house", async () => {
    const { teresa, octavio, ceiba } = mesh;
    const { site } = octavio.recoveryWords!;
    const [before, own] = [octavio.membership.heads, octavio.site];
    const device = strangerDevice("Nueva");
    const { mesh: id, meshKey } = teresa;
    const state = { mesh: id, meshKey, own: { groups: [], spaces: [] }, random: seededRandom("nueva") };
    const newcomer = new Person({ ...state, name: "Nueva", device, recoveryWords: null });
    newcomer.operations = new Map(ceiba.operations);
    const enrol = (at: SiteId): Promise<EnrolOperation> => enrolment(ceiba, device, { site, at });
    expect(await fateOf(newcomer, await enrol(own), before)).toBe("accepted");
    expect(await fateOf(newcomer, await enrol(teresa.site))).toBe("void-words");
    expect(await fateOf(newcomer, await enrol("a".repeat(26) as SiteId))).toBe("unknown-site");
    const founding = [teresa.log[0]!.id];
    expect(await fateOf(newcomer, await enrol(own), founding), "when there was one house").toBe(
      "unknown-site",
    );
    // who was let in by people has a role from them
    const luz = await welcome(octavio, "Luz", { role: "volunteer" });
    luz.operations = new Map([...luz.operations].filter(([, { author }]) => author !== luz.id));
    const raised = await enrolment(ceiba, luz.device, { site, at: own });
    expect(await fateOf(luz, raised)).toBe("already-member");
    expect(luz.member?.role).toBe("volunteer");
  });

  test("open what was boxed to them beside rubbish that was put there too", async () => {
    const { teresa, ramon } = mesh;
    const { agree } = secretsOf(teresa.recoveryWords!.site);
    const staff = teresa.membership.groups.get(groupId("staff", teresa.site))!.at(-1)!;
    const { site, group, generation, public: key } = staff;
    const recoveryBoxes = [{ to: agree.public, box: new Uint8Array(92) }];
    const rubbish = { kind: "group-boxes", site, group, generation, public: key, boxes: [] } as const;
    expect(await ramon.attempt({ ...rubbish, recoveryBoxes, previous: null })).toBe("accepted");
    const { recovery } = recoveryBy(ramon.membership, secretsOf(teresa.recoveryWords!.site))!;
    const keys = { pair: agree, signatures };
    const opened = await openRecoveryBoxes(ramon.membership, { site, recovery }, keys);
    const names = opened.map((pair) => pair.public);
    const desk = ramon.membership.groups.get(groupId("desk", site))!.at(-1)!;
    const coordination = ramon.membership.groups.get(groupId("coordination", site))!.at(-1)!;
    expect(names).toEqual([desk.public, key, coordination.public]);
  });

  test("is signed over the device: no byte of it may change, and nobody else can write it", async () => {
    const { teresa, ramon, ceiba } = mesh;
    const device = strangerDevice("Nueva");
    const { site, protected: protection } = teresa.recoveryWords!;
    const operation = await enrolment(ceiba, device, { site, protection });
    const bytes = encodeOperation(operation);
    const keys = { mesh: ceiba.mesh, signatures };
    expect(await admitOperation(bytes, keys)).toMatchObject({ kind: "enrol" });
    for (let at = 1; at < bytes.length; at += 7) {
      const changed = bytes.slice();
      changed[at]! ^= 1 << (at % 8);
      expect(await admitOperation(changed, keys), `byte ${String(at)}`).toEqual({ kind: "invalid" });
    }
    expect(await fateOf(ramon, operation)).toBe("wrong-device");
    const { mesh: id, meshKey, own } = teresa;
    const random = seededRandom("late");
    const late = new Person({ name: "Tarde", mesh: id, meshKey, own, device, random, recoveryWords: null });
    late.operations = new Map(teresa.operations);
    await late.write({ kind: "merge" });
    expect(await late.attempt(operation)).toBe("wrong-device");
  });
});

describe("R13 words are void", () => {
  test("once new ones are there, also for who had not heard of it", async () => {
    const { teresa, ramon, ceiba, octavio } = mesh;
    const old = teresa.recoveryWords!.site;
    const before = await comeBack("Antes", ceiba, { site: old });
    meet(before.person, teresa);
    const concurrent = await comeBack("Mientras", ceiba, { site: old });
    const { words, keys } = generateWords(seededRandom("fresh"));
    expect(await teresa.attempt({ kind: "recovery", words: "site", keys })).toBe("accepted");
    await teresa.settle();
    meet(teresa, ceiba);
    const after = await comeBack("Después", ceiba, { site: old });
    const fresh = await comeBack("Nueva", ceiba, { site: words });
    const people = [before.person, concurrent.person, after.person, fresh.person, octavio, ramon, teresa];
    meet(...people);
    for (const eyes of people) {
      expect(fate(eyes, before.entry)).toBe("accepted");
      expect(fate(eyes, concurrent.entry)).toBe("void-words");
      expect(fate(eyes, after.entry)).toBe("void-words");
      expect(fate(eyes, fresh.entry)).toBe("accepted");
      expect(fingerprint(eyes.membership)).toBe(fingerprint(teresa.membership));
    }
  });

  test("and open nothing that is sealed from then on, while the new ones open all", async () => {
    const { teresa, ceiba } = mesh;
    const old = secretsOf(teresa.recoveryWords!.site);
    const { words, keys } = generateWords(seededRandom("fresh"));
    const { recovery } = recoveryBy(teresa.membership, old)!;
    await teresa.write({ kind: "recovery", words: "site", keys });
    await teresa.settle();
    meet(teresa, ceiba);
    const { membership } = ceiba;
    const place = { site: teresa.site, recovery };
    const opened = await openRecoveryBoxes(membership, place, { pair: old.agree, signatures });
    const names = opened.map((pair) => pair.public);
    for (const group of ["desk", "staff"] as const) {
      const open = writable(membership, membership.groups.get(groupId(group, teresa.site))!);
      expect(open.length, group).toBeGreaterThan(0);
      for (const one of open) expect(names).not.toContainEqual(one.public);
    }
    const { person } = await comeBack("Nueva", ceiba, { site: words });
    await person.settle();
    const keyring = await person.keyring();
    for (const generation of membership.spaces.get(siteSpace("site", teresa.site))!)
      expect(keyring.spaceKey(generation)).not.toBeNull();
  });

  test("of protected too, and the new ones open it", async () => {
    const { teresa, ceiba } = mesh;
    const { site, protected: old } = teresa.recoveryWords!;
    const { words, keys } = generateWords(seededRandom("fresh"));
    await teresa.write({ kind: "recovery", words: "protected", keys });
    await teresa.settle();
    meet(teresa, ceiba);
    const space = siteSpace("protected", teresa.site);
    for (const [protection, opens] of [
      [old, false],
      [words, true],
    ] as const) {
      const { person } = await comeBack(`Con ${protection}`, ceiba, { site, protection });
      expect(person.member?.enrolled?.protection).toBe(opens);
      await person.settle();
      expect((await person.keyring()).readable(space)).toBe(opens);
    }
  });

  test("when a coordinator is taken out, until there are new ones", async () => {
    const { teresa, ceiba, octavio } = mesh;
    const old = teresa.recoveryWords!.site;
    const rosa = await welcome(teresa, "Rosa", { role: "coordinator" });
    meet(teresa, rosa, ceiba);
    const concurrent = await comeBack("Mientras", ceiba, { site: old });
    await teresa.revoke(rosa);
    await teresa.settle();
    expect(teresa.membership.recoveries.get(teresa.site)!.map(({ words }) => words)).toEqual(["protected"]);
    meet(teresa, ceiba);
    // the removed coordinator knows the words
    const after = await comeBack("Rosa otra vez", ceiba, { site: old });
    meet(teresa, octavio, after.person, concurrent.person);
    for (const eyes of [teresa, octavio]) {
      expect(fate(eyes, after.entry)).toBe("void-words");
      expect(fate(eyes, concurrent.entry)).toBe("void-words");
    }
    const { words, keys } = generateWords(seededRandom("fresh"));
    await teresa.write({ kind: "recovery", words: "site", keys });
    await teresa.settle();
    meet(teresa, ceiba);
    const { entry, person } = await comeBack("Nueva", ceiba, { site: words });
    expect(fate(person, entry)).toBe("accepted");
    await person.settle();
    expect((await person.keyring()).writeKey(siteSpace("site", teresa.site))?.kind).toBe("space");
  });

  test("when a coordinator gets a lesser role; not when staff goes, or comes up from below", async () => {
    const { teresa, ramon, olga, octavio } = mesh;
    const kinds = (eyes: Person, of: Person): string[] =>
      eyes.membership.recoveries.get(of.site)!.map(({ words }) => words);
    await octavio.revoke(olga);
    expect(kinds(octavio, octavio)).toEqual(["site", "protected"]);
    await teresa.write({ kind: "role", role: "volunteer", ending: await ramon.ending(teresa.operations) });
    await teresa.write({ kind: "role", role: "coordinator", ending: await ramon.ending(teresa.operations) });
    expect(kinds(teresa, teresa)).toEqual(["site", "protected"]);
    await teresa.write({ kind: "role", role: "staff", ending: await ramon.ending(teresa.operations) });
    expect(kinds(teresa, teresa)).toEqual(["protected"]);
  });

  test("who enrols with void words cannot take out who voided them at the same time", async () => {
    const { teresa, ceiba, octavio } = mesh;
    const thief = await comeBack("Ladrón", ceiba, { site: teresa.recoveryWords!.site });
    await thief.person.revoke(teresa);
    const { keys } = generateWords(seededRandom("fresh"));
    const renewed = await teresa.write({ kind: "recovery", words: "site", keys });
    meet(teresa, thief.person, octavio);
    for (const eyes of [teresa, thief.person, octavio]) {
      expect(fate(eyes, renewed)).toBe("accepted");
      expect(fate(eyes, thief.entry)).toBe("void-words");
      expect(isIn(teresa, eyes)).toBe(true);
      expect(fingerprint(eyes.membership)).toBe(fingerprint(octavio.membership));
    }
  });

  test("who is taken out, and answers by somebody who enrols with its words, is out with the rest of the circle", async () => {
    const { teresa, octavio, hilda } = mesh;
    const rosa = await welcome(teresa, "Rosa", { role: "coordinator" });
    const sara = await welcome(teresa, "Sara", { role: "coordinator" });
    meet(...everyone(mesh), rosa, sara);
    const { person } = await comeBack("Nueva", rosa, { site: teresa.recoveryWords!.site });
    await person.revoke(teresa);
    const word = await teresa.revoke(rosa);
    await teresa.revoke(sara);
    await sara.revoke(teresa);
    meet(teresa, sara, octavio);
    // the control: without that answer, what Teresa said is void
    expect([fate(octavio, word), isIn(rosa, octavio)]).toEqual(["removed", true]);
    meet(teresa, sara, octavio, hilda, person);
    for (const eyes of [octavio, hilda]) {
      expect(fate(eyes, word)).toBe("accepted");
      for (const gone of [teresa, rosa, sara, person]) expect(isIn(gone, eyes), gone.name).toBe(false);
    }
  });

  test("of two made at once neither counts: somebody makes them again", async () => {
    const { teresa } = mesh;
    const rosa = await welcome(teresa, "Rosa", { role: "coordinator" });
    meet(teresa, rosa);
    for (const [person, seed] of [
      [teresa, "one"],
      [rosa, "two"],
    ] as const)
      await person.write({ kind: "recovery", words: "site", keys: generateWords(seededRandom(seed)).keys });
    meet(teresa, rosa);
    expect(teresa.membership.recoveries.get(teresa.site)).toHaveLength(3);
    await rosa.write({ kind: "recovery", words: "site", keys: generateWords(seededRandom("three")).keys });
    expect(rosa.membership.recoveries.get(teresa.site)).toHaveLength(2);
  });

  test("are made by coordinators, those of protected by who holds it", async () => {
    const { teresa, ramon, pilar, vero, ceiba, octavio } = mesh;
    const { keys } = generateWords(seededRandom("any"));
    const make = (person: Person, words: "site" | "protected"): Promise<string> =>
      fateOf(person, { kind: "recovery", words, keys });
    for (const person of [ramon, vero, ceiba]) {
      expect(await make(person, "site")).toBe("not-allowed");
      expect(await make(person, "protected")).toBe("not-allowed");
    }
    expect(await make(pilar, "site")).toBe("not-allowed");
    expect(await make(pilar, "protected")).toBe("accepted");
    expect(await make(teresa, "protected")).toBe("accepted");
    expect(await make(octavio, "site")).toBe("accepted");
    meet(...everyone(mesh));
  });
});

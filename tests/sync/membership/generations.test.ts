import {
  agreePairFromSecret,
  asAgreeSecretKey,
  generateAgreePair,
  generateSpaceKey,
  keyIdOf,
  dropPairOf,
} from "#crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { OperationId } from "../../../sync/ids.ts";
import { reachable, tips, writable } from "../../../sync/membership/generations.ts";
import {
  boxGroupSecret,
  boxSpaceKey,
  unboxGroupSecret,
  unwrapSpaceKeys,
  wrapGroupSecrets,
  wrapSpaceKeys,
} from "../../../sync/membership/key-boxes.ts";
import { groupId, type Revocation } from "../../../sync/membership/membership.ts";
import type { Keyring } from "../../../sync/membership/keyring.ts";
import { siteSpace, type SpaceId } from "../../../sync/space.ts";
import { createKeyring } from "../../../sync/membership/keyring.ts";
import { found, join, meet, type Person, seededRandom, signatures, welcome } from "./story.ts";

const random = seededRandom("generations");
const tools = { signatures, random };
let teresa: Person;
let ramon: Person;
beforeAll(async () => {
  teresa = await found("Teresa", { name: "Casa", kind: "shelter" });
  ramon = await welcome(teresa, "Ramón", { role: "staff" });
});

/** The next generation of the staff group, as a rotation will make it. */
async function rotateGroup(person: Person, to: readonly Person[]): Promise<void> {
  const { membership } = person;
  const generations = membership.groups.get(groupId("staff", person.site))!;
  const keyring = await person.keyring();
  const older = tips(generations).flatMap((one) => keyring.groupSecret(one) ?? []);
  const secret = generateAgreePair(random);
  const generation = 1 + Math.max(...generations.map((one) => one.generation));
  const name = { site: person.site, group: "staff" as const, generation, public: secret.public };
  const boxing = { mesh: person.mesh, name, to: "device" as const };
  const boxes = [];
  for (const { id, device } of to) {
    boxes.push({
      device: id,
      box: await boxGroupSecret(boxing, { secret, key: device.agree.public }, tools),
    });
  }
  const previous = wrapGroupSecrets({ mesh: person.mesh, name }, { secret, older }, random);
  await person.write({ kind: "group-boxes", ...name, boxes, recoveryBoxes: [], previous });
}

/** The next generation of a space's key, to the newest generation of the staff group. */
async function rotateSpace(person: Person, space: SpaceId, keyring: Keyring): Promise<void> {
  const generations = person.membership.spaces.get(space)!;
  const group = person.membership.groups.get(groupId("staff", person.site))!.at(-1)!;
  const older = tips(generations).flatMap((one) => keyring.spaceKey(one) ?? []);
  const key = generateSpaceKey(random);
  const generation = 1 + Math.max(...generations.map((one) => one.generation));
  const name = { space, generation, keyId: keyIdOf(key) };
  const box = await boxSpaceKey({ mesh: person.mesh, name }, { key, to: group.public }, tools);
  await person.write({
    kind: "space-key",
    ...name,
    drop: dropPairOf(key).public,
    boxes: [{ site: person.site, group: "staff", generation: group.generation, box }],
    previous: wrapSpaceKeys({ mesh: person.mesh, name }, { key, older }, random),
  });
}

describe("generations", () => {
  test("a newcomer gets the newest and reaches all before it", async () => {
    const space = siteSpace("site", teresa.site);
    await rotateGroup(teresa, [teresa, ramon]);
    await rotateSpace(teresa, space, await teresa.keyring());
    meet(teresa, ramon);
    await rotateGroup(ramon, [teresa, ramon]);
    await rotateSpace(ramon, space, await ramon.keyring());
    meet(teresa, ramon);
    expect(teresa.membership.refused.size).toBe(0);
    const olga = await join("Olga", await teresa.invite("staff"));
    await teresa.carry(olga);
    await teresa.confirm(olga);
    meet(teresa, olga);
    const staff = olga.membership.groups.get(groupId("staff", teresa.site))!;
    expect(staff.map(({ generation, boxes }) => [generation, boxes.has(olga.id)])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
    const keyring = await olga.keyring();
    const generations = olga.membership.spaces.get(space)!;
    expect(generations.map((one) => keyring.spaceKey(one) !== null)).toEqual([true, true, true]);
    expect(keyring.writeKey(space)?.keyId).toEqual(generations[2]!.keyId);
    meet(teresa, ramon, olga);
    for (const person of [teresa, ramon, olga]) expect(await person.duties()).toEqual([]);
  });

  test("two made at once both count; the next wraps both", async () => {
    const before = [teresa, ramon];
    await Promise.all(before.map((person) => rotateGroup(person, before)));
    meet(...before);
    const twins = teresa.membership.groups.get(groupId("staff", teresa.site))!.slice(-2);
    expect(twins.map(({ generation }) => generation)).toEqual([4, 4]);
    expect(tips(teresa.membership.groups.get(groupId("staff", teresa.site))!)).toEqual(twins);
    await rotateGroup(teresa, before);
    meet(...before);
    const all = ramon.membership.groups.get(groupId("staff", teresa.site))!;
    expect(tips(all).map(({ generation }) => generation)).toEqual([5]);
    expect(reachable(tips(all)[0]!, all)).toHaveLength(all.length);
    const pair = (await ramon.keyring()).groupSecret(twins[0]!);
    expect(pair?.public).toEqual(twins[0]!.public);
  });

  test("may be written with only when every known revocation precedes the operation that made them", async () => {
    const space = siteSpace("site", teresa.site);
    const { membership, meshKey, device, own } = teresa;
    const generations = membership.spaces.get(space)!;
    const revocationAt = (operation: OperationId): Revocation => ({
      site: teresa.site,
      siteKind: "shelter",
      groups: ["desk", "staff"],
      space: null,
      votes: [{ by: operation, from: teresa.site }],
    });
    const [first, second, third] = generations;
    const early = revocationAt(first!.by);
    expect(writable({ ...membership, revocations: [] }, generations)).toEqual([third, second, first]);
    expect(writable({ ...membership, revocations: [early] }, generations)).toEqual([third, second]);
    const elsewhere = { ...early, groups: ["protection" as const] };
    expect(writable({ ...membership, revocations: [elsewhere] }, generations)).toHaveLength(3);
    const late = revocationAt(membership.causality.order.at(-1)!);
    expect(writable({ ...membership, revocations: [early, late] }, generations)).toEqual([]);
    const revoked = { ...membership, revocations: [late] };
    const keyring = await createKeyring({ membership: revoked, meshKey, device, own, signatures });
    expect(keyring.writeKey(space), "somebody must make the next").toBeNull();
    expect(keyring.readable(space)).toBe(true);
    expect(await keyring.pairKey(teresa.site)).toBeNull();
  });

  test("stand in one order: by number, and twins by name, whenever they arrived", async () => {
    const start = await found("Sol", { name: "Casa Sol", kind: "shelter" });
    const people = [start];
    for (const name of ["Lía", "Mar", "Noé"]) people.push(await welcome(start, name, { role: "staff" }));
    meet(...people);
    // who has not heard of the others makes the second generation late, behind the third of somebody else
    const [early, ...late] = people;
    for (let count = 0; count < 2; count++) await rotateGroup(early!, people);
    for (const one of late) {
      for (let count = 0; count < 4; count++) await one.write({ kind: "merge" });
      await rotateGroup(one, people);
    }
    meet(...people);
    const staff = start.membership.groups.get(groupId("staff", start.site))!;
    expect(staff.map(({ generation }) => generation)).toEqual([1, 2, 2, 2, 2, 3]);
    const twins = staff.slice(1, 5).map(({ public: key }) => Buffer.from(key).toString("hex"));
    expect(twins).toEqual(twins.toSorted());
  });

  test("M15 the highest is chosen, then the lowest key id", () => {
    const space = siteSpace("site", teresa.site);
    const one = teresa.membership.spaces.get(space)![0]!;
    const make = (generation: number, byte: number) => ({
      ...one,
      generation,
      keyId: new Uint8Array(8).fill(byte) as typeof one.keyId,
    });
    const choice = writable({ ...teresa.membership, revocations: [] }, [
      make(2, 9),
      make(1, 1),
      make(2, 3),
      make(2, 7),
    ]);
    expect(choice.map(({ generation, keyId }) => [generation, keyId[0]])).toEqual([
      [2, 3],
      [2, 7],
      [2, 9],
      [1, 1],
    ]);
  });
});

describe("boxes", () => {
  test("open only in their own place", async () => {
    const secret = generateAgreePair(random);
    const name = { site: teresa.site, group: "desk" as const, generation: 1, public: secret.public };
    const boxing = { mesh: teresa.mesh, name, to: "device" as const };
    const box = await boxGroupSecret(boxing, { secret, key: ramon.device.agree.public }, tools);
    const opened = (place: typeof boxing) =>
      unboxGroupSecret(place, { pair: ramon.device.agree, box, signatures });
    expect(await opened(boxing)).toEqual(secret);
    const other = await found("Elsa", { name: "Otra", kind: "shelter" });
    for (const place of [
      { ...boxing, mesh: other.mesh },
      { ...boxing, name: { ...name, site: other.site } },
      { ...boxing, name: { ...name, group: "staff" as const } },
      { ...boxing, name: { ...name, generation: 2 } },
      { ...boxing, name: { ...name, public: generateAgreePair(random).public } },
      { ...boxing, to: "recovery" as const },
    ]) {
      expect(await opened(place as typeof boxing)).toBeNull();
    }
  });

  test("that hold another secret than they name are not taken", async () => {
    const wrong = agreePairFromSecret(asAgreeSecretKey(new Uint8Array(32).fill(5)));
    const name = {
      site: teresa.site,
      group: "desk" as const,
      generation: 1,
      public: generateAgreePair(random).public,
    };
    const boxing = { mesh: teresa.mesh, name, to: "device" as const };
    const box = await boxGroupSecret(boxing, { secret: wrong, key: ramon.device.agree.public }, tools);
    expect(await unboxGroupSecret(boxing, { pair: ramon.device.agree, box, signatures })).toBeNull();
    const key = generateSpaceKey(random);
    const space = { space: siteSpace("site", teresa.site), generation: 2, keyId: keyIdOf(key) };
    const older = generateSpaceKey(random);
    const previous = wrapSpaceKeys({ mesh: teresa.mesh, name: space }, { key, older: [older] }, random);
    const generation = { ...space, drop: null, by: teresa.log[0]!.id, boxes: [], previous };
    expect(unwrapSpaceKeys(teresa.mesh, generation, key)).toEqual([older]);
    const renamed = { ...generation, previous: { ...previous, of: [keyIdOf(generateSpaceKey(random))] } };
    expect(unwrapSpaceKeys(teresa.mesh, renamed, key)).toEqual([]);
    const more = { ...generation, previous: { ...previous, of: [...previous.of, ...previous.of] } };
    expect(unwrapSpaceKeys(teresa.mesh, more, key)).toEqual([]);
  });
});

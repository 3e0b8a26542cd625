import { dropKeyId, fromUtf8, generateSpaceKey, keyIdOf, utf8 } from "#crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { makeEntry, NO_KEY_ID, type Entry } from "../../../sync/log/entry.ts";
import { boxGroupSecret } from "../../../sync/membership/key-boxes.ts";
import { createKeyring, type Keyring } from "../../../sync/membership/keyring.ts";
import { groupId } from "../../../sync/membership/membership.ts";
import { decodeOwnSecrets, encodeOwnSecrets, NO_SECRETS } from "../../../sync/membership/own-secrets.ts";
import { createSecretCache } from "../../../sync/membership/secret-cache.ts";
import { mayWrite } from "../../../sync/membership/scope.ts";
import { CAPSULE, CONTROL, NETWORK, PAIR, siteSpace, type SpaceId } from "../../../sync/space.ts";
import {
  buildMesh,
  everyone,
  found,
  join,
  meet,
  type Mesh,
  type Person,
  seededRandom,
  signatures,
} from "./story.ts";

let mesh: Mesh;
const rings = new Map<Person, Keyring>();
const ring = (person: Person): Keyring => rings.get(person)!;
beforeAll(async () => {
  mesh = await buildMesh();
  for (const person of everyone(mesh)) rings.set(person, await person.keyring());
});

const read = async (person: Person, entry: Entry) => {
  const plain = await ring(person).openEntry(entry);
  return plain === null ? null : fromUtf8(plain);
};
const readersOf = async (entry: Entry) => {
  const readers = [];
  for (const person of everyone(mesh))
    if ((await read(person, entry)) === "un dato") readers.push(person.name);
  return readers;
};

/** The people of a row, as `Mesh` names them. */
const ALL = [
  "Teresa",
  "Ramón",
  "Pilar",
  "Vero",
  "Ceiba",
  "Octavio",
  "Olga",
  "Nopal",
  "Hilda",
  "Abel",
  "Pino",
];
const TAPACHULA_STAFF = ["Teresa", "Ramón", "Pilar"];

type Row = [
  space: string,
  of: (mesh: Mesh) => SpaceId,
  readers: string[],
  sealWithKey: string[],
  drop: string[],
];
const rows: Row[] = [
  ["control", () => CONTROL, ALL, ALL, []],
  [
    "network",
    () => NETWORK,
    [...TAPACHULA_STAFF, "Octavio", "Olga"],
    [...TAPACHULA_STAFF, "Octavio", "Olga"],
    ["Vero", "Hilda", "Abel"],
  ],
  [
    "desk of Tapachula",
    (m) => siteSpace("desk", m.teresa.site),
    [...TAPACHULA_STAFF, "Vero"],
    [...TAPACHULA_STAFF, "Vero"],
    [],
  ],
  ["site of Tapachula", (m) => siteSpace("site", m.teresa.site), TAPACHULA_STAFF, TAPACHULA_STAFF, ["Vero"]],
  [
    "protected of Tapachula",
    (m) => siteSpace("protected", m.teresa.site),
    ["Teresa", "Pilar"],
    ["Teresa", "Pilar"],
    ["Ramón", "Vero"],
  ],
  ["desk of Oaxaca", (m) => siteSpace("desk", m.octavio.site), ["Octavio", "Olga"], ["Octavio", "Olga"], []],
  ["site of Oaxaca", (m) => siteSpace("site", m.octavio.site), ["Octavio", "Olga"], ["Octavio", "Olga"], []],
  ["protected of Oaxaca", (m) => siteSpace("protected", m.octavio.site), ["Octavio"], ["Octavio"], ["Olga"]],
  ["site of the committee", (m) => siteSpace("site", m.hilda.site), ["Hilda", "Abel"], ["Hilda", "Abel"], []],
  ["protected of the committee", (m) => siteSpace("protected", m.hilda.site), ["Hilda"], ["Hilda"], ["Abel"]],
];

describe("who opens what", () => {
  test.each(rows)("%s", async (_name, of, readers, withKey, drop) => {
    const space = of(mesh);
    const writers = { key: [] as string[], drop: [] as string[] };
    for (const person of everyone(mesh)) {
      expect(ring(person).readable(space), person.name).toBe(readers.includes(person.name));
      if (!mayWrite(person.membership, person.id, space)) continue;
      const key = ring(person).writeKey(space);
      if (key === null) continue;
      writers[key.kind === "drop" ? "drop" : "key"].push(person.name);
      const entry = await person.seal(space, key, "un dato");
      expect(await readersOf(entry), `written by ${person.name}`).toEqual(readers);
    }
    expect(writers).toEqual({ key: withKey, drop });
  });

  test("pair: only the two sites, either side, and not their volunteers or hubs", async () => {
    const pairs: [Person, Person, string[]][] = [
      [mesh.ramon, mesh.octavio, [...TAPACHULA_STAFF, "Octavio", "Olga"]],
      [mesh.abel, mesh.ramon, [...TAPACHULA_STAFF, "Hilda", "Abel"]],
      [mesh.olga, mesh.abel, ["Octavio", "Olga", "Hilda", "Abel"]],
    ];
    for (const [from, to, readers] of pairs) {
      const key = await ring(from).pairKey(to.site);
      expect(await ring(to).pairKey(from.site)).toEqual(key);
      const entry = await from.seal(PAIR, { kind: "space", key: key!, keyId: NO_KEY_ID }, "un dato");
      expect(await readersOf(entry)).toEqual(readers);
    }
  });

  test("pair: no key for volunteers, hubs, or with one's own site; none that names a key is opened", async () => {
    expect(await ring(mesh.vero).pairKey(mesh.octavio.site)).toBeNull();
    expect(await ring(mesh.ceiba).pairKey(mesh.octavio.site)).toBeNull();
    expect(await ring(mesh.teresa).pairKey(mesh.teresa.site)).toBeNull();
    expect([mesh.teresa, mesh.vero, mesh.abel].map((person) => ring(person).readable(PAIR))).toEqual([
      true,
      false,
      true,
    ]);
    const key = (await ring(mesh.ramon).pairKey(mesh.octavio.site))!;
    const named = await mesh.ramon.seal(PAIR, { kind: "space", key, keyId: keyIdOf(key) }, "un dato");
    expect(await readersOf(named)).toEqual([]);
  });

  test("a capsule needs its card", async () => {
    const key = generateSpaceKey(mesh.ramon.random);
    const entry = await mesh.ramon.seal(CAPSULE, { kind: "space", key, keyId: NO_KEY_ID }, "un dato");
    expect(await readersOf(entry)).toEqual([]);
    expect(ring(mesh.ramon).writeKey(CAPSULE)).toBeNull();
    expect(ring(mesh.ramon).writeKey(PAIR)).toBeNull();
  });

  test("an entry moved to another space or log does not open", async () => {
    const space = siteSpace("site", mesh.teresa.site);
    const entry = await mesh.ramon.seal(space, ring(mesh.ramon).writeKey(space)!, "un dato");
    const moved = [
      { ...entry.header, space: siteSpace("desk", mesh.teresa.site) },
      { ...entry.header, device: mesh.pilar.id },
      { ...entry.header, seq: 1 },
    ];
    for (const header of moved) expect(await readersOf(makeEntry(header, entry.body!))).toEqual([]);
    expect(await read(mesh.teresa, entry)).toBe("un dato");
  });

  test("an entry sealed to a space's drop key says another key id than one sealed with the key", () => {
    const { keyId, drop } = mesh.ramon.membership.spaces.get(NETWORK)![0]!;
    const dropped = ring(mesh.abel).writeKey(NETWORK)!;
    expect(dropped.keyId).toEqual(dropKeyId(drop!));
    expect(dropped.keyId).not.toEqual(keyId);
  });
});

describe("keys that were given wrongly", () => {
  test("one bad box does not lock a device out", async () => {
    const teresa = await found("Teresa", { name: "Casa", kind: "shelter" });
    const ramon = await join("Ramón", await teresa.invite("staff"));
    const carried = await teresa.carry(ramon);
    await teresa.write({ kind: "confirm", request: carried!.id, device: ramon.id, at: 1 });
    const name = teresa.membership.groups.get(groupId("staff", teresa.site))![0]!;
    const { site, group, generation, public: key } = name;
    const give = (box: Uint8Array) =>
      teresa.write({
        kind: "group-boxes",
        site,
        group,
        generation,
        public: key,
        boxes: [{ device: ramon.id, box }],
        recoveryBoxes: [],
        previous: null,
      });
    await give(new Uint8Array(112));
    meet(teresa, ramon);
    expect((await ramon.keyring()).readable(siteSpace("site", site)), "only a bad box yet").toBe(false);
    const secret = (await teresa.keyring()).groupSecret(name)!;
    const boxing = { mesh: teresa.mesh, name, to: "device" as const };
    const tools = { signatures, random: teresa.random };
    await give(await boxGroupSecret(boxing, { secret, key: ramon.device.agree.public }, tools));
    meet(teresa, ramon);
    expect(teresa.membership.refused.size).toBe(0);
    expect((await ramon.keyring()).readable(siteSpace("site", site))).toBe(true);
  });

  test("a key that does not match its key id is not taken", async () => {
    const { teresa, ramon } = mesh;
    const space = siteSpace("site", teresa.site);
    const { boxes, ...generation } = ramon.membership.spaces.get(space)![0]!;
    const spaces = new Map(ramon.membership.spaces).set(space, [
      { ...generation, keyId: seededRandom("other id")(8) as typeof generation.keyId, boxes },
    ]);
    const { meshKey, device, own } = ramon;
    const lied = await createKeyring({
      membership: { ...ramon.membership, spaces },
      meshKey,
      device,
      own,
      signatures,
    });
    expect(lied.readable(space)).toBe(false);
  });
});

describe("a keyring after a change", () => {
  test("opens only what is new", async () => {
    const { octavio } = mesh;
    let agreements = 0;
    const counting = {
      ...signatures,
      agree: (...parts: Parameters<typeof signatures.agree>) => {
        agreements++;
        return signatures.agree(...parts);
      },
    };
    const cache = createSecretCache();
    const { meshKey, device, own } = octavio;
    const build = () =>
      createKeyring({ membership: octavio.membership, meshKey, device, own, signatures: counting, cache });
    const before = new Map(octavio.operations);
    await build();
    expect(agreements).toBeGreaterThan(3);
    agreements = 0;
    await octavio.invite("staff");
    const again = await build();
    expect(agreements).toBe(0);
    expect(again.readable(NETWORK)).toBe(true);
    octavio.operations = before;
  });

  test("reads a space in both of two first generations made at once, and all write with the same one", async () => {
    const teresa = await found("Teresa", { name: "Casa", kind: "shelter" });
    const octavio = await join(
      "Octavio",
      await teresa.invite("coordinator", { name: "Oaxaca", kind: "shelter" }),
    );
    await teresa.carry(octavio);
    await teresa.confirm(octavio);
    meet(teresa, octavio);
    // Olga is let in before Octavio's laptop has made the site's keys: both make them.
    const olga = await join("Olga", await octavio.invite("staff"));
    await octavio.carry(olga);
    const pending = octavio.membership.requests.get(olga.id)!;
    await octavio.write({
      kind: "confirm",
      request: pending.carriedBy[0]!,
      device: olga.id,
      at: octavio.now,
    });
    const boxes = (await octavio.duties()).filter(({ kind }) => kind === "group-boxes");
    for (const one of boxes) await octavio.write(one);
    meet(octavio, olga);
    await Promise.all([octavio.settle(), olga.settle()]);
    meet(octavio, olga);
    const space = siteSpace("site", octavio.site);
    const generations = octavio.membership.spaces.get(space)!;
    expect(generations.map(({ generation }) => generation)).toEqual([1, 1]);
    const [first, second] = [await octavio.keyring(), await olga.keyring()];
    expect(first.writeKey(space)).toEqual(second.writeKey(space));
    expect(first.writeKey(space)?.keyId).toEqual(generations[0]!.keyId);
    for (const generation of generations) {
      const key = first.spaceKey(generation)!;
      expect(second.spaceKey(generation)).toEqual(key);
      const entry = await octavio.seal(space, { kind: "space", key, keyId: generation.keyId }, "un dato");
      expect(await second.openEntry(entry)).toEqual(utf8("un dato"));
    }
    expect(await octavio.settle()).toBe(0);
    expect(await olga.settle()).toBe(0);
  });
});

describe("secrets that a vault made itself", () => {
  test("come back from the vault the same, and from nothing else", () => {
    const { own } = mesh.teresa;
    const bytes = encodeOwnSecrets({ ...own, spaces: [mesh.teresa.meshKey] });
    expect(decodeOwnSecrets(bytes)).toEqual({ ...own, spaces: [mesh.teresa.meshKey] });
    expect(decodeOwnSecrets(bytes.subarray(1))).toBeNull();
    expect(decodeOwnSecrets(bytes.subarray(0, -1))).toBeNull();
    expect(decodeOwnSecrets(encodeOwnSecrets(NO_SECRETS))).toEqual(NO_SECRETS);
  });

  test("are needed by a founder only until the boxes are written", async () => {
    const { teresa } = mesh;
    const { membership, meshKey, device } = teresa;
    const without = await createKeyring({ membership, meshKey, device, own: NO_SECRETS, signatures });
    expect(without.readable(siteSpace("protected", teresa.site))).toBe(true);
  });
});

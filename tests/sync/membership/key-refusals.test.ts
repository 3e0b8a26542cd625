import { generateAgreePair, type KeyId } from "#crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { DeviceId, SiteId } from "../../../sync/ids.ts";
import { groupId } from "../../../sync/membership/membership.ts";
import type { GroupBoxesOperation, SpaceKeyOperation } from "../../../sync/membership/operations.ts";
import type { Group } from "../../../sync/membership/roles.ts";
import { CAPSULE, NETWORK, siteSpace } from "../../../sync/space.ts";
import { writable } from "../../../sync/membership/generations.ts";
import { buildMesh, fateOf, found, meet, type Mesh, type Person, seededRandom, welcome } from "./story.ts";

const random = seededRandom("key refusals");
let mesh: Mesh;
beforeAll(async () => {
  mesh = await buildMesh();
});

describe("keys", () => {
  const box = new Uint8Array(120);
  const generation = (person: Person, group: Group) =>
    person.membership.groups.get(groupId(group, person.site))!.at(-1)!;
  const grant = (person: Person, group: Group, to: readonly DeviceId[]): GroupBoxesOperation => ({
    kind: "group-boxes",
    site: person.site,
    group,
    generation: 1,
    public: generation(person, group).public,
    boxes: to.map((device) => ({ device, box })),
    recoveryBoxes: [],
    previous: null,
  });

  test("M13 a group's secret is given by those who hold the group, to those who hold it", async () => {
    const { teresa, ramon, pilar, vero, octavio, ceiba } = mesh;
    expect(await fateOf(ramon, grant(ramon, "staff", [pilar.id]))).toBe("accepted");
    expect(await fateOf(vero, grant(vero, "desk", [ramon.id]))).toBe("accepted");
    expect(await fateOf(vero, grant(vero, "staff", [ramon.id]))).toBe("not-allowed");
    expect(await fateOf(ramon, grant(ramon, "protection", [pilar.id]))).toBe("not-allowed");
    expect(await fateOf(pilar, grant(pilar, "protection", [ramon.id]))).toBe("not-a-reader");
    expect(await fateOf(teresa, grant(teresa, "protection", [pilar.id])), "she made it").toBe("accepted");
    expect(await fateOf(ramon, grant(ramon, "staff", [vero.id]))).toBe("not-a-reader");
    expect(await fateOf(ramon, grant(ramon, "desk", [ceiba.id]))).toBe("not-a-reader");
    expect(await fateOf(ramon, grant(ramon, "staff", [octavio.id]))).toBe("not-a-reader");
    expect(await fateOf(octavio, grant(ramon, "staff", [ramon.id]))).toBe("not-allowed");
    const nowhere = "a".repeat(26) as SiteId;
    expect(await fateOf(ramon, { ...grant(ramon, "staff", []), site: nowhere })).toBe("unknown-site");
  });

  test("M13 what was boxed to somebody who may not have it is not written with any more", async () => {
    const own = await buildMesh();
    const { teresa, ramon, vero, olga } = own;
    const staffOf = (eyes: Person) => eyes.membership.groups.get(groupId("staff", teresa.site)) ?? [];
    const before = writable(teresa.membership, staffOf(teresa));
    expect(before).toHaveLength(1);
    // who does not hold the group cannot make others change its key
    await vero.write(grant(vero, "staff", [vero.id]));
    await olga.write({ ...grant(ramon, "staff", [vero.id]) });
    meet(teresa, vero, olga);
    expect(writable(teresa.membership, staffOf(teresa))).toEqual(before);
    await ramon.write(grant(ramon, "staff", [vero.id]));
    meet(teresa, ramon);
    expect(writable(teresa.membership, staffOf(teresa))).toEqual([]);
    await teresa.settle();
    const after = writable(teresa.membership, staffOf(teresa));
    expect(after.map(({ generation: number }) => number)).toEqual([2]);
    expect(after[0]?.boxes.has(vero.id)).toBe(false);
  });

  test("a coordinator who came later does not hold protection by office", async () => {
    const teresa = await found("Teresa", { name: "Casa", kind: "shelter" });
    const clara = await welcome(teresa, "Clara", { role: "coordinator" });
    expect(await fateOf(clara, grant(clara, "protection", [teresa.id]))).toBe("not-allowed");
  });

  test("a new generation counts one more than the highest known, and names predecessors that exist", async () => {
    const { ramon } = mesh;
    const next = {
      ...grant(ramon, "staff", [ramon.id]),
      generation: 2,
      public: generateAgreePair(random).public,
    };
    const wrapped = new Uint8Array(80);
    const of = [generation(ramon, "staff").public];
    expect(await fateOf(ramon, next)).toBe("accepted");
    expect(await fateOf(ramon, { ...next, previous: { of, wrapped } })).toBe("accepted");
    expect(await fateOf(ramon, { ...next, generation: 3 })).toBe("wrong-generation");
    expect(await fateOf(ramon, { ...next, generation: 1 })).toBe("wrong-generation");
    expect(await fateOf(ramon, { ...next, previous: { of: [next.public], wrapped } })).toBe("contradicts");
    expect(await fateOf(ramon, { ...grant(ramon, "staff", []), previous: { of, wrapped } })).toBe(
      "contradicts",
    );
  });

  const networkGrant = (person: Person, change: Partial<SpaceKeyOperation> = {}): SpaceKeyOperation => {
    const { space, generation: number, keyId, drop } = person.membership.spaces.get(NETWORK)![0]!;
    const boxes = [{ site: person.site, group: "staff" as const, generation: 1, box }];
    return { kind: "space-key", space, generation: number, keyId, drop, boxes, previous: null, ...change };
  };

  test("M13 a space's key is given by its readers to the groups that read it", async () => {
    const { ramon, vero, hilda, octavio, teresa } = mesh;
    const boxFor = (person: Person, group: Group, number = 1) => [
      { site: person.site, group, generation: number, box },
    ];
    expect(await fateOf(ramon, networkGrant(ramon, { boxes: boxFor(octavio, "staff") }))).toBe("accepted");
    expect(await fateOf(vero, networkGrant(ramon))).toBe("not-allowed");
    expect(await fateOf(hilda, networkGrant(ramon))).toBe("not-allowed");
    expect(await fateOf(ramon, networkGrant(ramon, { boxes: boxFor(hilda, "staff") }))).toBe("not-a-reader");
    expect(await fateOf(ramon, networkGrant(ramon, { boxes: boxFor(octavio, "desk") }))).toBe("not-a-reader");
    expect(await fateOf(ramon, networkGrant(ramon, { boxes: boxFor(octavio, "staff", 2) }))).toBe(
      "not-a-reader",
    );
    const spaces: [Person, ReturnType<typeof siteSpace>, string][] = [
      [octavio, siteSpace("site", teresa.site), "not-allowed"],
      [vero, siteSpace("site", teresa.site), "not-allowed"],
      [ramon, siteSpace("protected", teresa.site), "not-allowed"],
      [ramon, CAPSULE, "not-allowed"],
    ];
    for (const [person, space, fate] of spaces) {
      expect(await fateOf(person, networkGrant(ramon, { space }))).toBe(fate);
    }
  });

  test("a space has a drop key where others post, and none on the desk", async () => {
    const { ramon } = mesh;
    const drop = generateAgreePair(random).public;
    const keyId = random(8) as KeyId;
    const space = siteSpace("desk", ramon.site);
    const boxes = [{ site: ramon.site, group: "desk" as const, generation: 1, box }];
    expect(await fateOf(ramon, networkGrant(ramon, { generation: 2, keyId, drop: null }))).toBe(
      "contradicts",
    );
    expect(await fateOf(ramon, networkGrant(ramon, { generation: 2, keyId, drop, space, boxes }))).toBe(
      "contradicts",
    );
    const plain = networkGrant(ramon, { generation: 2, keyId, drop: null, space, boxes });
    expect(await fateOf(ramon, plain)).toBe("accepted");
  });

  test("a space's next generation counts one more than the highest known", async () => {
    const { ramon } = mesh;
    const next = { generation: 2, keyId: random(8) as KeyId };
    const of = [ramon.membership.spaces.get(NETWORK)![0]!.keyId];
    expect(await fateOf(ramon, networkGrant(ramon, next))).toBe("accepted");
    expect(await fateOf(ramon, networkGrant(ramon, { ...next, generation: 4 }))).toBe("wrong-generation");
    expect(await fateOf(ramon, networkGrant(ramon, { ...next, generation: 1 }))).toBe("wrong-generation");
    const previous = { of: [next.keyId], wrapped: box };
    expect(await fateOf(ramon, networkGrant(ramon, { ...next, previous }))).toBe("contradicts");
    expect(await fateOf(ramon, networkGrant(ramon, { ...next, previous: { of, wrapped: box } }))).toBe(
      "accepted",
    );
    expect(await fateOf(ramon, networkGrant(ramon, { previous: { of, wrapped: box } }))).toBe("contradicts");
  });

  test("a grant of a known key id with another drop key does not pass for the true one", async () => {
    const { ramon, octavio } = mesh;
    const drop = generateAgreePair(random).public;
    expect(await fateOf(octavio, networkGrant(ramon, { drop }))).toBe("wrong-generation");
  });
});

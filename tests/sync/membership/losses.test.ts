/**
 * What a device had and may no longer have: by leaving, by a role with fewer groups, by new words. Nothing is
 * written any more under a key that it may know (docs/protocol.md, "Keys").
 */
import { beforeEach, describe, expect, test } from "vitest";
import type { OperationId } from "../../../sync/ids.ts";
import { writable } from "../../../sync/membership/generations.ts";
import { groupId } from "../../../sync/membership/membership.ts";
import type { AuthoredOperation } from "../../../sync/membership/operations.ts";
import type { Group, Role } from "../../../sync/membership/roles.ts";
import { generateWords } from "../../../sync/membership/site-secrets.ts";
import { siteSpace } from "../../../sync/space.ts";
import { buildMesh, everyone, meet, type Mesh, type Person, seededRandom, welcome } from "./story.ts";

let mesh: Mesh;
beforeEach(async () => {
  mesh = await buildMesh();
});

const GROUPS: readonly Group[] = ["desk", "staff", "protection", "coordination"];

/** The groups of a person's house of which no key is left to write with. */
const spoilt = ({ membership }: Person, { site }: { readonly site: Person["site"] }): readonly Group[] =>
  GROUPS.filter(
    (group) => writable(membership, membership.groups.get(groupId(group, site)) ?? []).length === 0,
  );

/** Which losses a membership states, and which operations say so. */
const losses = ({ membership }: Person): readonly (readonly [readonly Group[], readonly OperationId[]])[] =>
  membership.revocations.map(({ groups, votes }) => [groups, votes.map(({ by }) => by)]);

const give = async (by: Person, to: Person, role: Role): Promise<AuthoredOperation> =>
  by.write({ kind: "role", role, ending: await to.ending(by.operations) });

describe("another role", () => {
  test("with fewer groups takes just those, and the next keys are for who still holds them", async () => {
    const { teresa, ramon } = mesh;
    await give(teresa, ramon, "volunteer");
    expect(spoilt(teresa, teresa)).toEqual(["staff"]);
    await teresa.settle();
    expect(spoilt(teresa, teresa)).toEqual([]);
    const staff = teresa.membership.groups.get(groupId("staff", teresa.site))!;
    expect(staff.map(({ generation, boxes }) => [generation, boxes.has(ramon.id)])).toEqual([
      [1, true],
      [2, false],
    ]);
  });

  test("takes from every role that a device had, not from the last one alone", async () => {
    const { teresa, pilar } = mesh;
    const steps = [await give(teresa, pilar, "staff"), await give(teresa, pilar, "volunteer")];
    expect(spoilt(teresa, teresa)).toEqual(["staff", "protection"]);
    expect(losses(teresa)).toEqual(steps.map(({ id }) => [["staff", "protection"], [id]]));
  });

  test("with as many groups or more takes none", async () => {
    const { teresa, ramon, vero } = mesh;
    await give(teresa, ramon, "protection");
    await give(teresa, vero, "staff");
    expect(losses(teresa)).toEqual([]);
    expect(spoilt(teresa, teresa)).toEqual([]);
  });

  test("of who coordinated takes what coordinators alone read", async () => {
    const { teresa, ramon } = mesh;
    await give(teresa, ramon, "coordinator");
    await teresa.settle();
    const taken = await give(teresa, ramon, "staff");
    expect(losses(teresa).at(-1)).toEqual([["coordination"], [taken.id]]);
    expect(spoilt(teresa, teresa)).toEqual(["coordination"]);
    await teresa.settle();
    expect(spoilt(teresa, teresa)).toEqual([]);
    await teresa.settle();
    const audit = siteSpace("audit", teresa.site);
    expect(writable(teresa.membership, teresa.membership.spaces.get(audit)!)).toHaveLength(1);
  });

  test("that is given back takes nothing any more", async () => {
    const { teresa, ramon } = mesh;
    await give(teresa, ramon, "volunteer");
    await give(teresa, ramon, "staff");
    expect(spoilt(teresa, teresa)).toEqual([]);
  });

  test("is heeded by a key whose maker had heard of it, and by no other", async () => {
    const { teresa, ramon, pilar, octavio } = mesh;
    const rosa = await welcome(teresa, "Rosa", { role: "coordinator" });
    meet(...everyone(mesh), rosa);
    await give(teresa, pilar, "staff");
    await give(rosa, ramon, "volunteer");
    await rosa.settle();
    meet(teresa, rosa, octavio);
    // Rosa's key of the staff knew of Ramón; of Pilar nobody made one
    expect(spoilt(octavio, teresa)).toEqual(["protection"]);
    await give(teresa, rosa, "volunteer");
    expect(spoilt(teresa, teresa)).toEqual(["staff", "protection", "coordination"]);
  });

  test("of who founded the house takes protection, which nobody else there has by office", async () => {
    const { teresa } = mesh;
    const [rosa, sara] = [
      await welcome(teresa, "Rosa", { role: "coordinator" }),
      await welcome(teresa, "Sara", { role: "coordinator" }),
    ];
    meet(teresa, rosa, sara);
    await give(rosa, sara, "staff");
    expect(spoilt(rosa, rosa), "who came later had nothing of it").toEqual(["coordination"]);
    await give(rosa, teresa, "staff");
    expect(spoilt(rosa, rosa)).toEqual(["protection", "coordination"]);
  });
});

describe("leaving", () => {
  test("takes all groups of the role, in one word", async () => {
    const { teresa, vero, pilar } = mesh;
    const word = await teresa.revoke(vero);
    expect(losses(teresa)).toEqual([[["desk"], [word.id]]]);
    expect(spoilt(teresa, teresa)).toEqual(["desk"]);
    await teresa.revoke(pilar);
    expect(spoilt(teresa, teresa)).toEqual(["desk", "staff", "protection"]);
  });

  test("takes nothing from a hub, which has nothing", async () => {
    const { teresa, ceiba } = mesh;
    await teresa.revoke(ceiba);
    expect(teresa.membership.removed.has(ceiba.id)).toBe(true);
    expect(losses(teresa)).toEqual([]);
  });

  test("by the word of two houses counts for who knew both", async () => {
    const { teresa, octavio, hilda, olga } = mesh;
    await teresa.revoke(octavio);
    meet(teresa, olga, hilda);
    expect(spoilt(olga, olga), "one word is not enough").toEqual([]);
    await hilda.revoke(octavio);
    meet(hilda, olga);
    expect(spoilt(olga, olga)).toEqual(["desk", "staff", "protection", "coordination"]);
    await olga.settle();
    expect(spoilt(olga, olga), "nobody is left who holds these").toEqual(["protection", "coordination"]);
  });

  test("of a house takes what each of its devices had", async () => {
    const { teresa, octavio, hilda } = mesh;
    for (const judge of [teresa, octavio]) {
      await judge.write({ kind: "remove-site", site: hilda.site, endings: [] });
      meet(...everyone(mesh));
    }
    const removed = [...teresa.membership.removed.values()].map(({ member }) => member.role).sort();
    expect(removed).toEqual(["advocate", "coordinator", "hub"]);
    expect(losses(teresa).map(([groups]) => groups)).toEqual([
      ["desk", "staff", "coordination", "protection"],
      ["desk", "staff"],
    ]);
    expect(spoilt(teresa, teresa), "no other house's").toEqual([]);
  });
});

describe("new words", () => {
  test("take from the old ones the groups that those open, and no others", async () => {
    const { teresa, octavio } = mesh;
    const { keys } = generateWords(seededRandom("fresh"));
    const { id } = await teresa.write({ kind: "recovery", words: "protected", keys });
    expect(losses(teresa)).toEqual([[["protection"], [id]]]);
    expect(spoilt(teresa, teresa)).toEqual(["protection"]);
    expect(spoilt(teresa, octavio), "another house has words of its own").toEqual([]);
    await teresa.settle();
    expect(spoilt(teresa, teresa)).toEqual([]);
  });
});

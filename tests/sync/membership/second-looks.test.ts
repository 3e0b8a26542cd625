/**
 * What a later word, or the word of one who knew more, changes in what was said of a device before
 * (docs/protocol.md, "Removal").
 */
import { beforeEach, describe, expect, test } from "vitest";
import type { Role } from "../../../sync/membership/roles.ts";
import { buildMesh, everyone, fateOf, meet, type Mesh, type Person, welcome } from "./story.ts";

let mesh: Mesh;
beforeEach(async () => {
  mesh = await buildMesh();
});

describe("of two roles, one after the other", () => {
  const give = async (by: Person, to: Person, role: Role): Promise<unknown> =>
    by.write({ kind: "role", role, ending: await to.ending(by.operations) });
  const fateOfWord = async (by: Person, on: Person): Promise<string> =>
    fateOf(by, { kind: "revoke", ending: await on.ending(by.operations) });

  test("the later counts, for what its device does and for what others may do to it", async () => {
    const rosa = await welcome(mesh.teresa, "Rosa", { role: "coordinator" });
    meet(...everyone(mesh), rosa);
    const { teresa, octavio, ramon } = mesh;
    await give(teresa, rosa, "staff");
    meet(teresa, rosa, octavio);
    expect(await fateOfWord(rosa, ramon), "as staff").toBe("not-allowed");
    expect(await fateOfWord(octavio, rosa), "of staff another house says nothing").toBe("not-allowed");
    await give(teresa, rosa, "coordinator");
    expect(await fateOfWord(octavio, rosa), "he has not heard of it").toBe("not-allowed");
    meet(teresa, rosa, octavio);
    for (const eyes of [teresa, rosa, octavio])
      expect(eyes.membership.devices.get(rosa.id)?.role).toBe("coordinator");
    expect(await fateOfWord(rosa, ramon)).toBe("accepted");
    expect(await fateOfWord(octavio, rosa)).toBe("accepted");
  });
});

describe("of two words on a house", () => {
  test("who was seen by one of them only is out too, and nothing counts that nobody saw", async () => {
    const { teresa, octavio, hilda, abel, olga } = mesh;
    const { site } = hilda;
    const word = async (by: Person, of: readonly Person[]): Promise<unknown> =>
      by.write({
        kind: "remove-site",
        site,
        endings: await Promise.all(of.map((one) => one.ending(by.operations))),
      });
    await word(teresa, [hilda, abel]);
    const nuevo = await welcome(hilda, "Nuevo", { role: "coordinator" });
    const seen = await nuevo.write({ kind: "merge" });
    meet(octavio, hilda, nuevo);
    await word(octavio, [hilda, abel, nuevo]);
    const late = await nuevo.write({ kind: "merge" });
    const latest = await nuevo.revoke(teresa);
    meet(teresa, octavio, nuevo, olga);
    for (const eyes of [teresa, olga]) {
      expect(eyes.membership.removed.get(nuevo.id)?.tips.map(({ id }) => id)).toEqual([seen.id]);
      expect(eyes.membership.refused.get(seen.id)).toBeUndefined();
      for (const one of [late, latest]) expect(eyes.membership.refused.get(one.id)).toBe("removed");
    }
  });
});

/** A site's word that it does not trust another (docs/protocol.md, "Distrust"). */
import { beforeEach, describe, expect, test } from "vitest";
import type { AuthoredOperation, Operation } from "../../../sync/membership/operations.ts";
import { areApart, distrusts } from "../../../sync/membership/distrust.ts";
import { reduce } from "../../../sync/membership/reducer.ts";
import {
  anyHash,
  buildMesh,
  everyone,
  fateOf,
  fingerprint,
  meet,
  type Mesh,
  type Person,
  welcome,
} from "./story.ts";
import type { SiteId } from "../../../sync/ids.ts";
import { toText } from "#crypto";

let mesh: Mesh;
beforeEach(async () => {
  mesh = await buildMesh();
});

const about = ({ site }: Person, on: boolean): Operation => ({ kind: "distrust", site, on });
const isDistrusted = (eyes: Person, from: Person, of: Person): boolean =>
  distrusts(eyes.membership, from.site, of.site);

/** A second coordinator beside Teresa, and what all know. */
async function withRosa(): Promise<Person> {
  const rosa = await welcome(mesh.teresa, "Rosa", { role: "coordinator" });
  meet(...everyone(mesh), rosa);
  return rosa;
}

function* orders<T>(items: readonly T[]): Generator<T[]> {
  if (items.length === 0) yield [];
  for (const [index, item] of items.entries()) {
    for (const rest of orders(items.toSpliced(index, 1))) yield [item, ...rest];
  }
}

describe("a house's word about another", () => {
  test("counts for its whole house, says nothing of the other's trust, and is taken back by a later one", async () => {
    const { teresa, octavio, hilda } = mesh;
    await teresa.write(about(octavio, true));
    meet(...everyone(mesh));
    expect([isDistrusted(hilda, teresa, octavio), isDistrusted(hilda, octavio, teresa)]).toEqual([
      true,
      false,
    ]);
    expect(areApart(hilda.membership, octavio.site, teresa.site)).toBe(true);
    expect(areApart(hilda.membership, octavio.site, hilda.site)).toBe(false);
    const rosa = await withRosa();
    await rosa.write(about(octavio, false));
    meet(rosa, hilda);
    expect(isDistrusted(hilda, teresa, octavio)).toBe(false);
  });

  test("is a coordinator's to give, about another house that is in the mesh", async () => {
    const { teresa, ramon, vero, ceiba, octavio, olga, hilda } = mesh;
    for (const who of [ramon, vero, ceiba, olga])
      expect(await fateOf(who, about(hilda, true)), who.name).toBe("not-allowed");
    expect(await fateOf(octavio, about(octavio, true))).toBe("not-allowed");
    const nowhere = toText(anyHash("nowhere").slice(0, 16)) as SiteId;
    expect(await fateOf(teresa, { kind: "distrust", site: nowhere, on: true })).toBe("unknown-site");
    expect(await fateOf(hilda, about(teresa, true))).toBe("accepted");
  });

  test("of concurrent words the cautious one counts, until one follows both", async () => {
    const { teresa, octavio } = mesh;
    const rosa = await withRosa();
    await teresa.write(about(octavio, true));
    meet(teresa, rosa);
    await teresa.write(about(octavio, false));
    await rosa.write(about(octavio, true));
    expect([isDistrusted(teresa, teresa, octavio), isDistrusted(rosa, rosa, octavio)]).toEqual([false, true]);
    meet(teresa, rosa);
    expect(isDistrusted(teresa, rosa, octavio)).toBe(true);
    await teresa.write(about(octavio, false));
    expect(isDistrusted(teresa, teresa, octavio)).toBe(false);
  });

  test("comes out the same in all orders of arrival", async () => {
    const { teresa, octavio, hilda } = mesh;
    const rosa = await withRosa();
    const before = [...teresa.operations.values()];
    const said: AuthoredOperation[] = [
      await teresa.write(about(octavio, true)),
      await teresa.write(about(octavio, false)),
      await rosa.write(about(octavio, true)),
      await octavio.write(about(teresa, true)),
      await hilda.write(about(octavio, true)),
    ];
    meet(teresa, rosa, octavio, hilda);
    const expected = fingerprint(teresa.membership);
    expect(expected).toContain(JSON.stringify([teresa.site, [octavio.site]]));
    for (const order of orders(said))
      expect(fingerprint(reduce([...order, ...before], teresa.mesh))).toBe(expected);
  });

  test("of a coordinator who was taken out nothing later counts; what was said before stays", async () => {
    const { teresa, octavio, hilda } = mesh;
    const rosa = await withRosa();
    await rosa.write(about(hilda, true));
    meet(teresa, rosa);
    await teresa.revoke(rosa);
    const late = await rosa.write(about(octavio, true));
    await rosa.write(about(hilda, false));
    meet(teresa, rosa);
    expect(teresa.membership.refused.get(late.id)).toBe("removed");
    expect([isDistrusted(teresa, teresa, octavio), isDistrusted(teresa, teresa, hilda)]).toEqual([
      false,
      true,
    ]);
  });

  test("ends with either house", async () => {
    const { teresa, octavio, hilda } = mesh;
    await hilda.write(about(octavio, true));
    meet(...everyone(mesh));
    for (const voter of [teresa, hilda]) {
      const endings = [await octavio.ending(), await mesh.olga.ending(), await mesh.nopal.ending()];
      await voter.write({ kind: "remove-site", site: octavio.site, endings });
      meet(teresa, hilda);
    }
    expect(teresa.membership.sites.has(octavio.site)).toBe(false);
    expect(teresa.membership.distrusts.size).toBe(0);
  });
});

describe("what is sealed", () => {
  test("to a distrusted house: no message by the one that distrusts; the other may still write", async () => {
    const { teresa, ramon, octavio } = mesh;
    const { site } = octavio;
    expect(await (await ramon.keyring()).pairKey(site)).not.toBeNull();
    await teresa.write(about(octavio, true));
    meet(...everyone(mesh));
    expect(await (await ramon.keyring()).pairKey(site)).toBeNull();
    expect(await (await octavio.keyring()).pairKey(teresa.site)).not.toBeNull();
    await teresa.write(about(octavio, false));
    meet(...everyone(mesh));
    expect(await (await ramon.keyring()).pairKey(site)).not.toBeNull();
  });

  test("of everybody's space every house still gets the keys, and duties come to an end", async () => {
    const { teresa, octavio } = mesh;
    await teresa.write(about(octavio, true));
    meet(...everyone(mesh));
    for (let round = 0; round < 5; round += 1) {
      for (const who of everyone(mesh)) await who.settle();
      meet(...everyone(mesh));
    }
    expect((await Promise.all(everyone(mesh).map((who) => who.duties()))).flat()).toEqual([]);
  });
});

/** Which other site reads a site's audit (docs/protocol.md, "Audit"). */
import { beforeEach, describe, expect, test } from "vitest";
import { toText } from "#crypto";
import type { DeviceId, SiteId } from "../../../sync/ids.ts";
import type { Operation } from "../../../sync/membership/operations.ts";
import { reduce } from "../../../sync/membership/reducer.ts";
import { keeps } from "../../../sync/membership/scope.ts";
import { siteSpace, type SpaceId } from "../../../sync/space.ts";
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

let mesh: Mesh;
let audit: SpaceId;
beforeEach(async () => {
  mesh = await buildMesh();
  audit = siteSpace("audit", mesh.teresa.site);
});

const chosen = (site: SiteId | null): Operation => ({ kind: "auditor", site });

async function allSettle(): Promise<void> {
  for (let round = 0; round < 3; round++) {
    for (const person of everyone(mesh)) await person.settle();
    meet(...everyone(mesh));
  }
}

async function choose(site: SiteId | null): Promise<void> {
  await mesh.teresa.write(chosen(site));
  meet(...everyone(mesh));
  await allSettle();
}

const reads = async (who: Person): Promise<boolean> => (await who.keyring()).readable(audit);

/** Whether somebody opens what a colleague writes to the audit now. */
async function opens(who: Person, author: Person): Promise<boolean> {
  const key = (await author.keyring()).writeKey(audit);
  if (key === null) throw new Error("nothing to write with");
  const entry = await author.seal(audit, key, "abrió una ficha");
  return (await (await who.keyring()).openEntry(entry)) !== null;
}

describe("the audit of a house", () => {
  test("is read by its coordinators, and posted to by everybody who works there", async () => {
    const { teresa, ramon, pilar, vero, octavio, ceiba } = mesh;
    for (const who of [ramon, pilar, vero, octavio, ceiba]) expect(await reads(who), who.name).toBe(false);
    for (const author of [teresa, ramon, pilar, vero]) expect(await opens(teresa, author)).toBe(true);
    for (const who of [ramon, pilar, vero, octavio]) expect(await opens(who, vero), who.name).toBe(false);
  });

  test("DP11 is read by the coordinators of the shelter that was chosen too, and by no one else there", async () => {
    const { teresa, octavio, olga, vero, ceiba, nopal } = mesh;
    const log = { space: audit, device: vero.id };
    expect(keeps(octavio.membership, octavio.id, log)).toBe(false);
    await choose(octavio.site);
    expect(teresa.membership.auditors).toEqual(new Map([[teresa.site, [octavio.site]]]));
    expect(await opens(octavio, vero)).toBe(true);
    expect(await opens(olga, vero)).toBe(false);
    expect(await opens(ceiba, vero)).toBe(false);
    const keepers = [octavio, nopal, olga].map((who) => keeps(who.membership, who.id, log));
    expect(keepers).toEqual([true, true, false]);
  });

  test("M9 what the house writes after it chose another one is not for the one before; what it had it keeps", async () => {
    const { teresa, octavio, ramon } = mesh;
    await choose(octavio.site);
    const key = (await ramon.keyring()).writeKey(audit)!;
    const before = await ramon.seal(audit, key, "abrió una ficha");
    await choose(null);
    expect(await (await octavio.keyring()).openEntry(before)).not.toBeNull();
    expect(await opens(octavio, ramon)).toBe(false);
    expect(await opens(teresa, ramon)).toBe(true);
    await choose(octavio.site);
    expect(await opens(octavio, ramon)).toBe(true);
  });

  test("has a new key when a coordinator of either house is out", async () => {
    const { teresa, octavio, ramon } = mesh;
    const rosa = await welcome(octavio, "Rosa", { role: "coordinator" });
    meet(...everyone(mesh), rosa);
    await choose(octavio.site);
    meet(...everyone(mesh), rosa);
    expect(await opens(rosa, ramon)).toBe(true);
    await octavio.revoke(rosa);
    meet(...everyone(mesh), rosa);
    expect((await ramon.keyring()).writeKey(audit), "until the next key").toBeNull();
    await allSettle();
    meet(...everyone(mesh), rosa);
    expect(await opens(rosa, ramon)).toBe(false);
    expect(await opens(octavio, ramon)).toBe(true);
    expect(await opens(teresa, ramon)).toBe(true);
  });

  test("M13 has no key that its auditor made: staff would post where nobody at home reads", async () => {
    const { teresa, octavio } = mesh;
    await choose(octavio.site);
    const [generation] = teresa.membership.spaces.get(audit)!.slice(-1);
    const own = { ...generation!, kind: "space-key", boxes: [], previous: null } as const;
    const { space, keyId, drop } = own;
    const next = { kind: "space-key", space, generation: own.generation + 1, keyId, drop } as const;
    expect(await octavio.attempt({ ...next, boxes: [], previous: null })).toBe("not-allowed");
    expect(await teresa.attempt({ ...next, boxes: [], previous: null }), "the control").toBe("accepted");
  });
});

describe("the word about who reads it", () => {
  test("is a coordinator's to give, about another shelter that is in the mesh", async () => {
    const { teresa, ramon, vero, ceiba, olga, octavio, hilda } = mesh;
    for (const who of [ramon, vero, ceiba, olga])
      expect(await fateOf(who, chosen(hilda.site)), who.name).toBe("not-allowed");
    expect(await fateOf(teresa, chosen(teresa.site))).toBe("not-allowed");
    expect(await fateOf(teresa, chosen(hilda.site)), "advocates seek").toBe("not-allowed");
    const nowhere = toText(anyHash("nowhere").slice(0, 16)) as SiteId;
    expect(await fateOf(teresa, chosen(nowhere))).toBe("unknown-site");
    expect(await fateOf(hilda, chosen(octavio.site)), "of its own audit").toBe("accepted");
  });

  test("said twice at once counts both times, in every order of arrival", async () => {
    const { teresa, octavio } = mesh;
    const rosa = await welcome(teresa, "Rosa", { role: "coordinator" });
    meet(...everyone(mesh), rosa);
    const before = [...teresa.operations.values()];
    const said = [await teresa.write(chosen(octavio.site)), await rosa.write(chosen(null))];
    meet(teresa, rosa);
    expect(teresa.membership.auditors.get(teresa.site)).toEqual([octavio.site]);
    const expected = fingerprint(teresa.membership);
    for (const order of [said, said.toReversed()])
      expect(fingerprint(reduce([...order, ...before], teresa.mesh))).toBe(expected);
    await rosa.write(chosen(null));
    expect(rosa.membership.auditors.size).toBe(0);
  });

  test("ends when the shelter that was chosen is out", async () => {
    const { teresa, octavio, hilda, ramon } = mesh;
    await choose(octavio.site);
    for (const voter of [teresa, hilda]) {
      await voter.write({ kind: "remove-site", site: octavio.site, endings: [] });
      meet(teresa, hilda, ramon);
    }
    expect(teresa.membership.auditors.size).toBe(0);
    const stranger = "a".repeat(26) as DeviceId;
    expect(keeps(teresa.membership, stranger, { space: audit, device: ramon.id })).toBe(false);
    await teresa.settle();
    meet(teresa, ramon, octavio);
    expect(await opens(octavio, ramon)).toBe(false);
    expect(await opens(teresa, ramon)).toBe(true);
  });
});

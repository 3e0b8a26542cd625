/** Who holds which group, and which group reads which space (docs/protocol.md, "Roles", "Who reads what"). */
import { beforeAll, describe, expect, test } from "vitest";
import type { SiteId } from "../../../sync/ids.ts";
import {
  audienceOf,
  groupsHeld,
  hasDropKey,
  holdsGroup,
  readsByGroup,
  type Roster,
  siteReads,
} from "../../../sync/membership/groups.ts";
import type { Group, Role } from "../../../sync/membership/roles.ts";
import { CAPSULE, CONTROL, NETWORK, PAIR, siteSpace, type SpaceId } from "../../../sync/space.ts";
import { buildMesh, meet, type Mesh, type Person, strangerDevice, welcome } from "./story.ts";
import { deviceIdOf } from "../../../sync/membership/join-request.ts";
import { redactDevice } from "#crypto";

let mesh: Mesh;
beforeAll(async () => {
  mesh = await buildMesh();
});

const held = (who: Person, eyes = mesh.teresa): readonly Group[] => {
  const member = eyes.membership.devices.get(who.id)!;
  return groupsHeld(member, eyes.membership.sites.get(member.site)!);
};

describe("groups are held", () => {
  test("by role, and protection's also by who made it", () => {
    const { teresa, ramon, pilar, vero, ceiba, octavio, abel } = mesh;
    expect([ramon, abel, vero, ceiba].map((who) => held(who))).toEqual([
      ["desk", "staff"],
      ["desk", "staff"],
      ["desk"],
      [],
    ]);
    expect(held(pilar)).toEqual(["desk", "staff", "protection"]);
    for (const who of [teresa, octavio])
      expect(held(who)).toEqual(["desk", "staff", "coordination", "protection"]);
  });

  test("by who made them all as long as it coordinates, and by no other coordinator", async () => {
    const { teresa } = await buildMesh();
    const rosa = await welcome(teresa, "Rosa", { role: "coordinator" });
    const lower = async (role: Role): Promise<readonly Group[]> => {
      await rosa.write({ kind: "role", role, ending: await teresa.ending(rosa.operations) });
      return held(teresa, rosa);
    };
    expect(held(rosa, rosa)).toEqual(["desk", "staff", "coordination"]);
    expect(held(teresa, rosa)).toEqual(["desk", "staff", "coordination", "protection"]);
    expect(await lower("staff")).toEqual(["desk", "staff"]);
    expect(await lower("volunteer")).toEqual(["desk"]);
    meet(teresa, rosa);
    expect(held(teresa, teresa)).toEqual(["desk"]);
  });

  test("at one's own house, by members of houses that are known", () => {
    const { membership, site } = mesh.teresa;
    const staff = { site, group: "staff" } as const;
    const nobody = deviceIdOf(redactDevice(strangerDevice("nadie")));
    expect(holdsGroup(membership, mesh.ramon.id, staff)).toBe(true);
    expect(holdsGroup(membership, mesh.olga.id, staff)).toBe(false);
    expect(holdsGroup(membership, nobody, staff)).toBe(false);
    const houseless: Roster = { ...membership, sites: new Map() };
    expect(holdsGroup(houseless, mesh.ramon.id, staff)).toBe(false);
  });
});

describe("a space is read", () => {
  test("by one group of one house, or of all shelters; those that others may post to have a drop key", () => {
    const { site } = mesh.teresa;
    const rows: [SpaceId, Group, SiteId | null, boolean][] = [
      [siteSpace("desk", site), "desk", site, false],
      [siteSpace("site", site), "staff", site, true],
      [siteSpace("protected", site), "protection", site, true],
      [siteSpace("audit", site), "coordination", site, true],
      [NETWORK, "staff", null, true],
    ];
    for (const [space, group, of, drop] of rows) {
      expect(audienceOf(space), space).toEqual({ group, site: of, drop });
      expect(hasDropKey(space), space).toBe(drop);
    }
  });

  test("by no group where it has no key of its own, or is no space", () => {
    for (const space of [CONTROL, PAIR, CAPSULE, "desván" as SpaceId]) {
      expect(audienceOf(space), space).toBeNull();
      expect(hasDropKey(space), space).toBe(false);
      expect(readsByGroup(mesh.teresa.membership, mesh.teresa.id, space), space).toBe(false);
    }
  });

  test("by houses that are known: the network by shelters, the rest by its own", () => {
    const { teresa, octavio, hilda } = mesh;
    const { membership } = teresa;
    const reading = (space: SpaceId): boolean[] =>
      [teresa.site, octavio.site, hilda.site, "otra" as SiteId].map((site) =>
        siteReads(membership, site, audienceOf(space)!),
      );
    expect(reading(NETWORK)).toEqual([true, true, false, false]);
    expect(reading(siteSpace("site", octavio.site))).toEqual([false, true, false, false]);
  });

  test("by its members who hold that group, and by no stranger", () => {
    const { teresa, ramon, pilar, vero, olga, abel } = mesh;
    const stranger = deviceIdOf(redactDevice(strangerDevice("nadie")));
    const readers = (space: SpaceId): boolean[] =>
      [...[ramon, pilar, vero, olga, abel].map(({ id }) => id), stranger].map((device) =>
        readsByGroup(teresa.membership, device, space),
      );
    expect(readers(NETWORK)).toEqual([true, true, false, true, false, false]);
    expect(readers(siteSpace("desk", teresa.site))).toEqual([true, true, true, false, false, false]);
    expect(readers(siteSpace("protected", teresa.site))).toEqual([false, true, false, false, false, false]);
  });
});

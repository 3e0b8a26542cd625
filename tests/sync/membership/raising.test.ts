/** Who may raise the cut of a device that is out, and how far (docs/protocol.md, "Removal"). */
import { redactDevice } from "#crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { operationIdOf } from "../../../sync/ids.ts";
import { endOf } from "../../../sync/membership/cut.ts";
import type { Operation } from "../../../sync/membership/operations.ts";
import { CONTROL, NETWORK, siteSpace, type SpaceId } from "../../../sync/space.ts";
import {
  anyHash,
  buildMesh,
  everyone,
  fateOf,
  join,
  meet,
  type Mesh,
  type Person,
  welcome,
} from "./story.ts";

const somewhere = operationIdOf(anyHash("somewhere"));
let mesh: Mesh;
let desk: SpaceId;
let site: SpaceId;

/** Ramón is out; of his logs Teresa knew `control` and, up to its fourth entry, the desk's. */
beforeEach(async () => {
  mesh = await buildMesh();
  const { teresa, ramon } = mesh;
  desk = siteSpace("desk", teresa.site);
  site = siteSpace("site", teresa.site);
  await teresa.revoke(ramon, [await ramon.cut(3, somewhere, desk)]);
});

const raise = async (whose: Person, space: SpaceId, seq: number, at = somewhere): Promise<Operation> => ({
  kind: "raise-cut",
  device: redactDevice(whose.device),
  cut: await whose.cut(seq, at, space),
});
const fate = async (who: Person, space: SpaceId, seq: number): Promise<string> =>
  fateOf(who, await raise(mesh.ramon, space, seq));

describe("a cut is raised", () => {
  test("by coordinators of the house, upwards only", async () => {
    const { teresa, ramon } = mesh;
    expect(await fate(teresa, desk, 2)).toBe("lower-cut");
    expect(await fate(teresa, desk, 3)).toBe("lower-cut");
    expect(await teresa.attempt(await raise(ramon, desk, 5))).toBe("accepted");
    expect(endOf(teresa.membership.removed.get(ramon.id)!.ends, desk)).toBe(5);
    expect(await fate(teresa, desk, 5)).toBe("lower-cut");
    expect(await fate(teresa, desk, 6)).toBe("accepted");
    expect(await fate(teresa, NETWORK, 0), "also of what no vote named").toBe("accepted");
  });

  test("by two at the same time, each from where it knew it", async () => {
    const { teresa, ramon } = mesh;
    const rosa = await welcome(teresa, "Rosa", { role: "coordinator" });
    await teresa.write(await raise(ramon, desk, 6));
    await rosa.write(await raise(ramon, desk, 4));
    meet(teresa, rosa);
    for (const eyes of [teresa, rosa]) {
      expect(eyes.membership.refused.size).toBe(0);
      expect(endOf(eyes.membership.removed.get(ramon.id)!.ends, desk)).toBe(6);
    }
  });

  test("by readers of the house only where no vote names one", async () => {
    const { pilar, vero } = mesh;
    meet(...everyone(mesh));
    expect(await fate(pilar, desk, 4), "it is named").toBe("not-allowed");
    expect(await fate(pilar, CONTROL, 99)).toBe("not-allowed");
    expect(await fate(vero, site, 4), "a volunteer posts there, and reads nothing").toBe("not-allowed");
    expect(await fate(pilar, NETWORK, 4), "everybody's space is nobody's to end").toBe("not-allowed");
    expect(await fate(pilar, site, 4)).toBe("accepted");
  });

  test("by readers upwards too", async () => {
    const { pilar, ramon } = mesh;
    meet(...everyone(mesh));
    await pilar.write(await raise(ramon, site, 4));
    expect(await fate(pilar, site, 4)).toBe("lower-cut");
    expect(await fate(pilar, site, 5)).toBe("accepted");
  });

  test("by no other house, not even in a space of its own", async () => {
    const { octavio } = mesh;
    meet(...everyone(mesh));
    for (const space of [desk, site, NETWORK, siteSpace("site", octavio.site)])
      expect(await fate(octavio, space, 9), space).toBe("not-allowed");
  });

  test("by nobody who has not heard that the device is out, and of nobody who is in", async () => {
    const { teresa, pilar, octavio, vero } = mesh;
    expect(await fate(pilar, site, 4)).toBe("unknown-device");
    expect(await fateOf(teresa, await raise(vero, desk, 4))).toBe("unknown-device");
    await teresa.revoke(octavio);
    expect(await fateOf(teresa, await raise(octavio, NETWORK, 4)), "one house's word").toBe("unknown-device");
    const nobody = await join("Nadie", await teresa.invite("staff"));
    expect(await fateOf(teresa, await raise(nobody, desk, 4)), "who never came in").toBe("unknown-device");
  });

  test("by nobody who hears only afterwards that the device is out", async () => {
    const { teresa, pilar, ramon } = mesh;
    for (let depth = 0; depth < 3; depth += 1) await pilar.write({ kind: "merge" });
    const early = await pilar.write(await raise(ramon, site, 4));
    meet(teresa, pilar);
    expect(teresa.membership.refused.get(early.id)).toBe("unknown-device");
  });

  test("by nobody for itself, also where its own cut is raised behind that", async () => {
    const { teresa, ramon } = mesh;
    meet(teresa, ramon);
    // a space that he reads, and for which no vote names a cut
    const own = await ramon.write(await raise(ramon, site, 9));
    meet(teresa, ramon);
    expect(teresa.membership.refused.get(own.id)).toBe("removed");
    expect(await teresa.attempt(await raise(ramon, CONTROL, own.seq, own.id))).toBe("accepted");
    expect(teresa.membership.refused.get(own.id)).toBe("not-allowed");
    expect(endOf(teresa.membership.removed.get(ramon.id)!.ends, site)).toBe(-1);
  });

  test("to an operation of one history, whatever the position in another", async () => {
    const { teresa, ramon } = mesh;
    const before = await ramon.write({ kind: "merge" });
    const one = await ramon.writeAfter(before, { kind: "merge" });
    const other = await ramon.writeAfter(before, { kind: "merge" }, [teresa.log[0]!.id]);
    meet(teresa, ramon);
    expect(await teresa.attempt(await raise(ramon, CONTROL, one.seq, one.id))).toBe("accepted");
    const fates = [one, other].map(({ id }) => teresa.membership.refused.get(id) ?? "accepted");
    expect(fates).toEqual(["accepted", "removed"]);
    expect(await fateOf(teresa, await raise(ramon, CONTROL, other.seq, other.id))).toBe("accepted");
  });
});

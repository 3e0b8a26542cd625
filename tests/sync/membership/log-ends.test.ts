/** Where a control log ends for those who carry it, and by which role an entry is judged (docs/protocol.md, "Removal"). */
import { redactDevice } from "#crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { operationIdOf } from "../../../sync/ids.ts";
import { isWithin } from "../../../sync/membership/control-end.ts";
import type { AuthoredOperation } from "../../../sync/membership/operations.ts";
import { controlEndOf, everMember, roleAt } from "../../../sync/membership/removal.ts";
import { siteSpace } from "../../../sync/space.ts";
import { anyHash, buildMesh, everyone, meet, type Mesh, type Person, welcome } from "./story.ts";

let mesh: Mesh;
let rosa: Person;
beforeEach(async () => {
  mesh = await buildMesh();
  rosa = await welcome(mesh.teresa, "Rosa", { role: "coordinator" });
  await rosa.write({ kind: "merge" });
  await rosa.write({ kind: "merge" });
  meet(...everyone(mesh), rosa);
});

const placeOf = ({ id, seq }: AuthoredOperation) => ({ id, seq });
const nowhere = operationIdOf(anyHash("nowhere"));

async function fork(after: AuthoredOperation): Promise<readonly [AuthoredOperation, AuthoredOperation]> {
  const one = await rosa.writeAfter(after, { kind: "merge" });
  return [one, await rosa.writeAfter(after, { kind: "merge" }, [mesh.teresa.log[0]!.id])];
}

describe("a control log", () => {
  test("goes on as long as its device is in and has one history", () => {
    expect(controlEndOf(mesh.teresa.membership, rosa.id)).toBeNull();
  });

  test("ends at the last entry that a cut names", async () => {
    const { teresa } = mesh;
    const last = rosa.log.at(-1)!;
    await teresa.revoke(rosa);
    expect(controlEndOf(teresa.membership, rosa.id)).toEqual(placeOf(last));
  });

  test("whose end is an entry that is not here counts up to the position of that", () => {
    const { causality } = mesh.teresa.membership;
    const last = rosa.log.at(-1)!;
    const within = (seq: number): boolean =>
      isWithin(causality, [{ id: nowhere, seq: last.seq }], { id: last.id, seq });
    expect([last.seq - 1, last.seq, last.seq + 1].map(within)).toEqual([true, true, false]);
  });

  test.each([true, false])(
    "ends at the furthest of two words, whichever is the last (%s)",
    async (isHers) => {
      const { teresa } = mesh;
      const ines = await welcome(teresa, "Inés", { role: "coordinator" });
      const more = await rosa.write({ kind: "merge" });
      meet(ines, rosa);
      const [first, last] = isHers ? [teresa, ines] : [ines, teresa];
      for (let count = 0; count < 5; count++) await last.write({ kind: "merge" });
      const words = [await first.revoke(rosa), await last.revoke(rosa)];
      meet(teresa, ines);
      const { votes } = teresa.membership.removed.get(rosa.id)!;
      expect(votes.map(({ by }) => by)).toEqual(words.map(({ id }) => id));
      expect(controlEndOf(teresa.membership, rosa.id)).toEqual(placeOf(more));
    },
  );

  test("of which nothing counts ends before its beginning", async () => {
    const { teresa, vero } = mesh;
    await teresa.revoke(vero);
    expect(controlEndOf(teresa.membership, vero.id)).toEqual({ id: null, seq: -1 });
  });

  test("goes on where the cut names what is not here yet: until then nobody knows the place", async () => {
    const { teresa } = mesh;
    const cuts = [await rosa.cut(9, nowhere)];
    await teresa.write({ kind: "revoke", ending: { device: redactDevice(rosa.device), cuts } });
    expect(teresa.membership.removed.get(rosa.id)?.tips.map(({ id }) => id)).toEqual([nowhere]);
    expect(controlEndOf(teresa.membership, rosa.id)).toBeNull();
  });

  test("with two histories ends where they part, also after a cut further on", async () => {
    const { teresa } = mesh;
    const common = rosa.log.at(-1)!;
    const [one, other] = await fork(common);
    meet(teresa, rosa);
    expect(controlEndOf(teresa.membership, rosa.id)).toEqual(placeOf(common));
    const cuts = [await rosa.cut(one.seq, one.id), await rosa.cut(other.seq, other.id)];
    await teresa.write({ kind: "revoke", ending: { device: redactDevice(rosa.device), cuts } });
    expect(controlEndOf(teresa.membership, rosa.id)).toEqual(placeOf(common));
  });

  test("with two histories after its cut ends at the cut", async () => {
    const { teresa } = mesh;
    const last = rosa.log.at(-1)!;
    await teresa.revoke(rosa);
    await fork(await rosa.write({ kind: "merge" }));
    meet(teresa, rosa);
    expect(teresa.membership.forks.get(rosa.id)?.seq).toBe(last.seq + 2);
    expect(controlEndOf(teresa.membership, rosa.id)).toEqual(placeOf(last));
  });

  test("with two histories from the first entry on ends before it", async () => {
    const { teresa, vero } = mesh;
    const before = new Map(vero.operations);
    for (const heads of [[teresa.log[0]!.id], [teresa.log.at(-1)!.id]]) {
      vero.operations = new Map(before);
      await vero.write({ kind: "merge" }, heads);
      for (const one of vero.log) teresa.operations.set(one.id, one);
    }
    expect(controlEndOf(teresa.membership, vero.id)).toEqual({ id: null, seq: -1 });
  });
});

describe("an entry is judged", () => {
  test("by the role before a change up to the cut that it names, space by space, and by the new one after it", async () => {
    const { teresa } = mesh;
    const [desk, site] = [siteSpace("desk", teresa.site), siteSpace("site", teresa.site)];
    const ending = await rosa.ending(teresa.operations, [await rosa.cut(4, nowhere, desk)]);
    await teresa.write({ kind: "role", role: "staff", ending });
    const member = teresa.membership.devices.get(rosa.id)!;
    const at = (space: typeof desk, seq: number) => roleAt(teresa.membership, member, { space, seq });
    expect([at(desk, 0), at(desk, 4), at(desk, 5), at(site, 0)]).toEqual([
      "coordinator",
      "coordinator",
      "staff",
      "staff",
    ]);
    await teresa.write({ kind: "role", role: "coordinator", ending });
    const again = teresa.membership.devices.get(rosa.id)!;
    expect(roleAt(teresa.membership, again, { space: desk, seq: 5 }), "the later change counts").toBe(
      "coordinator",
    );
  });

  test("as its author's also when that one is out, and a stranger is nobody", async () => {
    const { teresa, vero } = mesh;
    await teresa.revoke(rosa);
    expect(everMember(teresa.membership, rosa.id)?.role).toBe("coordinator");
    expect(everMember(teresa.membership, vero.id)?.role).toBe("volunteer");
    expect(everMember(teresa.membership, "a".repeat(26) as Person["id"])).toBeUndefined();
  });
});

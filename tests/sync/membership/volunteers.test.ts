/** When a volunteer's access ends by itself (docs/protocol.md, "Roles"). */
import { beforeEach, describe, expect, test } from "vitest";
import { buildMesh, type Mesh, type Person } from "./story.ts";

let mesh: Mesh;
beforeEach(async () => {
  mesh = await buildMesh();
});

describe("a volunteer's end", () => {
  const endOf = (eyes: Person, who: Person): number | null | undefined =>
    eyes.membership.devices.get(who.id)?.endsAt;

  test("goes with the role: who becomes staff has none", async () => {
    const { teresa, vero } = mesh;
    expect(endOf(teresa, vero)).not.toBeNull();
    await teresa.write({ kind: "role", role: "staff", ending: await vero.ending(teresa.operations) });
    expect(endOf(teresa, vero)).toBeNull();
  });

  test("is given by a renewal to who was something else before: a role states no time", async () => {
    const { teresa, ramon } = mesh;
    await teresa.write({ kind: "role", role: "volunteer", ending: await ramon.ending(teresa.operations) });
    expect(endOf(teresa, ramon)).toBeNull();
    const until = teresa.now + 1;
    await teresa.write({ kind: "renew", device: ramon.id, until });
    expect(endOf(teresa, ramon)).toBe(until);
  });
});

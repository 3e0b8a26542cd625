/** What a session may exchange, by the membership and the clock (docs/protocol.md, "Scopes"). */
import { beforeAll, describe, expect, test } from "vitest";
import { judge } from "../../../sync/session/judge.ts";
import { siteSpace } from "../../../sync/space.ts";
import { buildMesh, DAY, meet, type Mesh } from "../membership/story.ts";

let mesh: Mesh;
beforeAll(async () => {
  mesh = await buildMesh();
});

describe("the judgement of a peer", () => {
  test("a volunteer shares the desk until the access ends, by either side's clock, and again once renewed", async () => {
    const { teresa, vero, ceiba } = mesh;
    const desk = { space: siteSpace("desk", teresa.site), device: teresa.id };
    const at = (own: typeof ceiba, peer: typeof vero, now: number): boolean =>
      judge(teresa.membership, { own: own.id, peer: peer.id, now }).shares(desk);
    const end = vero.member!.endsAt!;
    expect([at(ceiba, vero, end), at(vero, ceiba, end)]).toEqual([true, true]);
    expect([at(ceiba, vero, end + 1), at(vero, ceiba, end + 1)]).toEqual([false, false]);
    await teresa.write({ kind: "renew", device: vero.id, until: end + 14 * DAY });
    expect(at(ceiba, vero, end + DAY)).toBe(true);
    expect(at(ceiba, teresa, end + 1000 * DAY), "nobody else's access ends").toBe(true);
  });

  test("a device that was taken out, and one that nobody knows, are strangers", async () => {
    const { teresa, ramon, ceiba } = mesh;
    const stranger = (peer: typeof ramon): boolean =>
      judge(teresa.membership, { own: ceiba.id, peer: peer.id, now: 0 }).stranger;
    expect(stranger(ramon)).toBe(false);
    await teresa.revoke(ramon);
    meet(teresa, ceiba);
    expect(stranger(ramon)).toBe(true);
  });

  test("two sites of which one distrusts the other share nothing, by either side's judgement, until it is taken back", async () => {
    const { teresa, ceiba, octavio, nopal, pino } = mesh;
    const both = [
      [ceiba, nopal],
      [nopal, ceiba],
      [ceiba, pino],
      [pino, nopal],
    ] as const;
    const strangers = (): readonly boolean[] =>
      both.map(([own, peer]) => judge(octavio.membership, { own: own.id, peer: peer.id, now: 0 }).stranger);
    expect(strangers()).toEqual([false, false, false, false]);
    await octavio.write({ kind: "distrust", site: teresa.site, on: true });
    expect(strangers()).toEqual([true, true, false, false]);
    const colleague = judge(octavio.membership, { own: octavio.id, peer: nopal.id, now: 0 });
    expect(colleague.stranger, "at home nothing changes").toBe(false);
    await octavio.write({ kind: "distrust", site: teresa.site, on: false });
    expect(strangers()).toEqual([false, false, false, false]);
  });
});

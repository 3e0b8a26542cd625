import { recoverySecrets, sameWords } from "#crypto";
import { describe, expect, test } from "vitest";
import { recoveryBy } from "../../../sync/membership/enrol.ts";
import { openJoinerName } from "../../../sync/membership/joiner-name.ts";
import { wordsOf } from "../../../sync/membership/join.ts";
import { siteIdOf } from "../../../sync/membership/site-id.ts";
import { NETWORK, siteSpace } from "../../../sync/space.ts";
import { DAY, everyone, found, join, meet, NOON, raiseMesh, signatures, welcome } from "./story.ts";

const TAPACHULA = { name: "Casa Tapachula", kind: "shelter" } as const;

describe("founding", () => {
  test("makes the founder coordinator of the first site, with keys for all its spaces", async () => {
    const teresa = await found("Teresa", TAPACHULA);
    const { membership } = teresa;
    expect(membership.meshName).toBe("Ruta del Sur");
    expect([...membership.sites.values()]).toMatchObject([
      { name: "Casa Tapachula", kind: "shelter", first: teresa.id },
    ]);
    expect(teresa.member).toMatchObject({ role: "coordinator", site: teresa.site });
    expect(membership.refused.size).toBe(0);
    expect(new Set(membership.spaces.keys())).toEqual(
      new Set([
        NETWORK,
        siteSpace("desk", teresa.site),
        siteSpace("site", teresa.site),
        siteSpace("protected", teresa.site),
      ]),
    );
  });

  test("gives twelve words, and two meshes of one name are two meshes", async () => {
    const teresa = await found("Teresa", TAPACHULA);
    const other = await found("Tomasa", TAPACHULA);
    for (const words of Object.values(teresa.recoveryWords!)) expect(words.split(" ")).toHaveLength(12);
    expect(teresa.recoveryWords!.protected).not.toBe(teresa.recoveryWords!.site);
    expect(other.mesh).not.toBe(teresa.mesh);
  });

  test("boxes all groups but protection for the site's words, protection for those of its own", async () => {
    const teresa = await found("Teresa", TAPACHULA);
    const boxed = [...teresa.membership.groups.values()]
      .flat()
      .map((one) => [one.group, one.recoveryBoxes.map(({ to }) => to)]);
    const keyOf = (words: string) => recoverySecrets(words)!.agree.public;
    const [site, own] = [keyOf(teresa.recoveryWords!.site), keyOf(teresa.recoveryWords!.protected)];
    expect(Object.fromEntries(boxed)).toEqual({
      ...{ desk: [site], staff: [site], coordination: [site] },
      protection: [own],
    });
  });
});

describe("joining", () => {
  test("Ramón joins without a network, and Teresa sees who asks", async () => {
    const teresa = await found("Teresa", TAPACHULA);
    const ramon = await join("Ramón Ávila", await teresa.invite("staff"));
    expect(ramon.operations.size).toBe(0);
    await teresa.carry(ramon);
    const pending = teresa.membership.requests.get(ramon.id)!;
    expect(await openJoinerName(pending.request, teresa.device.agree, signatures)).toBe("Ramón Ávila");
    expect(await openJoinerName(pending.request, ramon.device.agree, signatures)).toBeNull();
    expect(ramon.member).toBeUndefined();
  });

  test("I2 I10 both see the same four words, and a copied code gives others", async () => {
    const teresa = await found("Teresa", TAPACHULA);
    const code = await teresa.invite("staff");
    const ramon = await join("Ramón", code);
    const thief = await join("Ladrón", code);
    await teresa.carry(ramon);
    const seen = await wordsOf(teresa.membership.requests.get(ramon.id)!.request);
    expect(sameWords(seen, await wordsOf(ramon.request!))).toBe(true);
    expect(sameWords(seen, await wordsOf(thief.request!))).toBe(false);
    // and they are dear, unless a test says otherwise
    expect(seen).not.toBe(await wordsOf(ramon.request!, { unsafeTestingLowCost: true }));
  });

  test("after one meeting a new member of staff reads what its role may read", async () => {
    const teresa = await found("Teresa", TAPACHULA);
    const ramon = await join("Ramón", await teresa.invite("staff"));
    await teresa.carry(ramon);
    await teresa.confirm(ramon);
    meet(teresa, ramon);
    const keyring = await ramon.keyring();
    const spaces = [
      NETWORK,
      siteSpace("desk", teresa.site),
      siteSpace("site", teresa.site),
      siteSpace("protected", teresa.site),
    ];
    expect(spaces.map(keyring.readable)).toEqual([true, true, true, false]);
  });

  test("after one meeting the first device of a new shelter reads the network and has its own spaces", async () => {
    const teresa = await found("Teresa", TAPACHULA);
    const code = await teresa.invite("staff", { name: "Casa Oaxaca", kind: "shelter" });
    expect(code.role).toBe("coordinator");
    const octavio = await join("Octavio", code);
    await teresa.carry(octavio);
    await teresa.confirm(octavio);
    meet(teresa, octavio);
    expect((await octavio.keyring()).readable(NETWORK)).toBe(true);
    await octavio.settle();
    const own = await octavio.keyring();
    expect(own.readable(siteSpace("protected", octavio.site))).toBe(true);
    expect(octavio.site).toBe(siteIdOf(code.head));
    expect(octavio.membership.sites.get(octavio.site)?.name).toBe("Casa Oaxaca");
    expect(octavio.membership.refused.size).toBe(0);
    const { site: words, protected: others } = octavio.recoveryWords!;
    for (const text of [words, others]) expect(recoverySecrets(text)).not.toBeNull();
    expect(recoveryBy(teresa.membership, recoverySecrets(words)!)?.site).toBe(octavio.site);
  });

  test("a hub needs no confirmation, whoever carries its request", async () => {
    const teresa = await found("Teresa", TAPACHULA);
    const vero = await welcome(teresa, "Vero", { role: "volunteer" });
    const ceiba = await join("Ceiba", await teresa.invite("hub"));
    meet(teresa, vero);
    await vero.carry(ceiba);
    expect(vero.membership.devices.get(ceiba.id)).toMatchObject({ role: "hub", site: teresa.site });
    expect(vero.membership.requests.has(ceiba.id)).toBe(false);
  });

  test("I9 a request that a hub carried is confirmed by the inviter when they meet", async () => {
    const teresa = await found("Teresa", TAPACHULA);
    const ceiba = await welcome(teresa, "Ceiba", { role: "hub" });
    const vero = await join("Vero", await teresa.invite("volunteer"));
    meet(teresa, ceiba);
    await ceiba.carry(vero);
    expect(await ceiba.carry(vero), "carried once is enough").toBeNull();
    meet(teresa, ceiba);
    await teresa.confirm(vero);
    expect(teresa.membership.devices.get(vero.id)?.role).toBe("volunteer");
  });

  test("I2 a copied code lets one in, and the inviter sees the other", async () => {
    const teresa = await found("Teresa", TAPACHULA);
    const code = await teresa.invite("staff");
    const ramon = await join("Ramón", code);
    const thief = await join("Ladrón", code);
    await teresa.carry(thief);
    await teresa.carry(ramon);
    expect(teresa.membership.requests.size).toBe(2);
    await teresa.confirm(ramon);
    expect(teresa.membership.devices.has(ramon.id)).toBe(true);
    expect(teresa.membership.requests.get(thief.id)?.refused).toBe("used");
    await expect(teresa.confirm(thief)).rejects.toThrow("used");
  });

  test("who asks again with a fresh code is shown with the request that still works", async () => {
    const teresa = await found("Teresa", TAPACHULA);
    const stale = await teresa.invite("staff");
    const ramon = await join("Ramón", stale);
    await teresa.carry(ramon);
    const { invite } = teresa.membership.requests.get(ramon.id)!;
    await teresa.write({ kind: "cancel", invite });
    expect(teresa.membership.requests.get(ramon.id)?.refused).toBe("cancelled");
    const again = await join("Ramón", await teresa.invite("staff"), ramon.device);
    await teresa.carry(again);
    expect(teresa.membership.requests.get(ramon.id)?.refused).toBeNull();
    await teresa.confirm(again);
    expect(teresa.membership.devices.get(ramon.id)?.role).toBe("staff");
  });

  test("a request is carried once, also beside another of the same device", async () => {
    const teresa = await found("Teresa", TAPACHULA);
    const ramon = await join("Ramón", await teresa.invite("volunteer"));
    const again = await join("Ramón", await teresa.invite("staff"), ramon.device);
    for (const asking of [ramon, again]) expect(await teresa.carry(asking)).not.toBeNull();
    for (const asking of [ramon, again]) expect(await teresa.carry(asking)).toBeNull();
    const pending = teresa.membership.requests.get(ramon.id)!;
    expect(pending.request.invite, "the last one is shown").toBe(again.request!.invite);
    expect(pending.others.map(({ invite }) => invite)).toEqual([ramon.request!.invite]);
  });

  test("a hub that a wrong clock kept out is carried again by a right one", async () => {
    const teresa = await found("Teresa", TAPACHULA);
    const ramon = await welcome(teresa, "Ramón", { role: "staff" });
    const ceiba = await join("Ceiba", await teresa.invite("hub"));
    await teresa.write({ kind: "request", request: ceiba.request!, at: NOON + 365 * DAY });
    meet(teresa, ramon);
    expect(ramon.membership.devices.has(ceiba.id)).toBe(false);
    ramon.now += 30 * DAY;
    expect(await ramon.carry(ceiba), "it has expired by now").toBeNull();
    ramon.now = NOON;
    await ramon.carry(ceiba);
    expect(ramon.membership.devices.get(ceiba.id)?.role).toBe("hub");
    expect(await ramon.carry(ceiba)).toBeNull();
  });

  test("I1 staff invite volunteers, and expired invites are refused by the confirmer's clock", async () => {
    const teresa = await found("Teresa", TAPACHULA);
    const ramon = await welcome(teresa, "Ramón", { role: "staff" });
    const vero = await join("Vero", await ramon.invite("volunteer", undefined, ramon.now + DAY));
    await ramon.carry(vero);
    ramon.now += 2 * DAY;
    await expect(ramon.confirm(vero)).rejects.toThrow("expired");
    ramon.now -= DAY;
    await ramon.confirm(vero);
    expect(ramon.membership.devices.get(vero.id)?.role).toBe("volunteer");
  });
});

test("three sites with a hub each come together without a refused operation", async () => {
  const mesh = await raiseMesh();
  const { membership } = mesh.abel;
  expect([...membership.refused]).toEqual([]);
  expect(membership.waiting).toEqual([]);
  expect([...membership.sites.values()].map(({ name, kind }) => [name, kind])).toEqual([
    ["Casa Tapachula", "shelter"],
    ["Casa Oaxaca", "shelter"],
    ["Comité", "advocates"],
  ]);
  const roles = everyone(mesh).map(({ name, id }) => [name, membership.devices.get(id)?.role]);
  expect(Object.fromEntries(roles)).toEqual({
    Teresa: "coordinator",
    Ramón: "staff",
    Pilar: "protection",
    Vero: "volunteer",
    Ceiba: "hub",
    Octavio: "coordinator",
    Olga: "staff",
    Nopal: "hub",
    Hilda: "coordinator",
    Abel: "advocate",
    Pino: "hub",
  });
});

import { generateAgreePair, redactDevice } from "#crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { type InviteId, operationIdOf } from "../../../sync/ids.ts";
import { admitOperation } from "../../../sync/membership/admit-operation.ts";
import { createInvite, seedPair } from "../../../sync/membership/invite.ts";
import {
  inviteIdOf,
  signRequest,
  type UnsignedRequest,
  type VerifiedRequest,
} from "../../../sync/membership/join-request.ts";
import { encodeOperation } from "../../../sync/membership/operation-codec.ts";
import type { Destination, InviteOperation, Operation } from "../../../sync/membership/operations.ts";
import { generateWords } from "../../../sync/membership/site-secrets.ts";
import { reduce } from "../../../sync/membership/reducer.ts";
import type { Role } from "../../../sync/membership/roles.ts";
import {
  anyHash,
  buildMesh,
  DAY,
  fateOf,
  fingerprint,
  found,
  join,
  meet,
  type Mesh,
  NOON,
  type Person,
  seededRandom,
  signatures,
  strangerDevice,
  welcome,
} from "./story.ts";

const random = seededRandom("refusals");
let mesh: Mesh;
beforeAll(async () => {
  mesh = await buildMesh();
});

const invitation = (role: Role, destination: Destination): InviteOperation => ({
  kind: "invite",
  seedKey: seedPair(random(16)).public,
  role,
  destination,
  expiresAt: NOON + DAY,
  letter: null,
});
const into = (person: Person): Destination => ({ kind: "existing", site: person.site });
const newSite = (kind: "shelter" | "advocates"): Destination => ({
  kind: "new",
  site: { name: "Otra casa", kind },
});

describe("invites", () => {
  type Row = [who: keyof Mesh, role: Role, to: (mesh: Mesh) => Destination, fate: string];
  const rows: Row[] = [
    ["teresa", "coordinator", (m) => into(m.teresa), "accepted"],
    ["teresa", "staff", (m) => into(m.teresa), "accepted"],
    ["teresa", "protection", (m) => into(m.teresa), "accepted"],
    ["teresa", "volunteer", (m) => into(m.teresa), "accepted"],
    ["teresa", "hub", (m) => into(m.teresa), "accepted"],
    ["teresa", "coordinator", () => newSite("shelter"), "accepted"],
    ["teresa", "coordinator", () => newSite("advocates"), "accepted"],
    ["teresa", "staff", () => newSite("shelter"), "role-not-of-this-site"],
    ["teresa", "advocate", (m) => into(m.teresa), "role-not-of-this-site"],
    ["teresa", "staff", (m) => into(m.octavio), "not-allowed"],
    ["teresa", "hub", (m) => into(m.octavio), "not-allowed"],
    ["ramon", "volunteer", (m) => into(m.ramon), "accepted"],
    ["ramon", "staff", (m) => into(m.ramon), "not-allowed"],
    ["ramon", "hub", (m) => into(m.ramon), "not-allowed"],
    ["ramon", "coordinator", () => newSite("shelter"), "not-allowed"],
    ["ramon", "volunteer", (m) => into(m.octavio), "not-allowed"],
    ["pilar", "volunteer", (m) => into(m.pilar), "not-allowed"],
    ["vero", "volunteer", (m) => into(m.vero), "not-allowed"],
    ["ceiba", "volunteer", (m) => into(m.teresa), "not-allowed"],
    ["hilda", "advocate", (m) => into(m.hilda), "accepted"],
    ["hilda", "staff", (m) => into(m.hilda), "role-not-of-this-site"],
    ["hilda", "coordinator", () => newSite("advocates"), "accepted"],
    ["hilda", "coordinator", () => newSite("shelter"), "not-allowed"],
    ["abel", "advocate", (m) => into(m.abel), "not-allowed"],
  ];

  test.each(rows)(
    "I6 %s invites %s: the operation's fate and the flow's answer agree (%#)",
    async (who, role, to, fate) => {
      const person = mesh[who];
      const destination = to(mesh);
      expect(await fateOf(person, invitation(role, destination))).toBe(fate);
      if (destination.kind === "new" && role !== "coordinator") return;
      const { membership, id: me } = person;
      const invited = createInvite({ membership, me, role, destination, expiresAt: NOON, random });
      expect(invited.kind === "refused" ? invited.reason : "accepted").toBe(fate);
    },
  );

  test("a site without a name is not offered", () => {
    const { membership, id: me } = mesh.teresa;
    const destination: Destination = { kind: "new", site: { name: "", kind: "shelter" } };
    const invited = createInvite({
      membership,
      me,
      role: "coordinator",
      destination,
      expiresAt: NOON,
      random,
    });
    expect(invited).toEqual({ kind: "refused", reason: "bad-name" });
  });

  test("one seed makes one invite of its author", async () => {
    const teresa = await found("Teresa", { name: "Casa", kind: "shelter" });
    const invite = invitation("staff", into(teresa));
    expect(await teresa.attempt(invite)).toBe("accepted");
    expect(await teresa.attempt({ ...invite, role: "coordinator" })).toBe("duplicate-invite");
  });

  test("I3 M14 who copies another's seed key, even backdated, takes nothing from the first invite", async () => {
    const teresa = await found("Teresa", { name: "Casa", kind: "shelter" });
    const octavio = await welcome(teresa, "Octavio", {
      role: "coordinator",
      to: { name: "Oaxaca", kind: "shelter" },
    });
    const before = octavio.membership.heads;
    for (let count = 0; count < 3; count++) await teresa.write({ kind: "merge" });
    const ramon = await join("Ramón", await teresa.invite("staff"));
    const { seedKey } = ramon.request!;
    await octavio.write({ ...invitation("staff", into(octavio)), seedKey }, before);
    await teresa.carry(ramon);
    await teresa.confirm(ramon);
    meet(teresa, octavio, ramon);
    expect(ramon.member?.site).toBe(teresa.site);
    expect(octavio.membership.refused.size).toBe(0);
  });
});

describe("cancelling", () => {
  test("is for the inviter and the coordinators of the inviter's site", async () => {
    await mesh.ramon.invite("volunteer");
    const invite = [...mesh.ramon.membership.invites.values()].at(-1)!.invite;
    meet(mesh.ramon, mesh.vero, mesh.octavio, mesh.teresa, mesh.pilar);
    const cancel = { kind: "cancel", invite } as const;
    expect(await fateOf(mesh.vero, cancel)).toBe("not-allowed");
    expect(await fateOf(mesh.pilar, cancel)).toBe("not-allowed");
    expect(await fateOf(mesh.octavio, cancel)).toBe("not-allowed");
    expect(await fateOf(mesh.teresa, cancel)).toBe("accepted");
    expect(await fateOf(mesh.ramon, cancel)).toBe("accepted");
    expect(await fateOf(mesh.abel, cancel), "Abel has not heard of the invite").toBe("unknown-invite");
    expect(await fateOf(mesh.teresa, { ...cancel, invite: "a".repeat(26) as InviteId })).toBe(
      "unknown-invite",
    );
  });

  test("I1 stops confirmations that follow it, also a hub's admission", async () => {
    const teresa = await found("Teresa", { name: "Casa", kind: "shelter" });
    for (const role of ["staff", "hub"] as const) {
      const joiner = await join(`cancelled ${role}`, await teresa.invite(role));
      await teresa.write({ kind: "cancel", invite: joiner.request!.invite });
      const carried = await teresa.carry(joiner);
      if (role === "staff") await expect(teresa.confirm(joiner)).rejects.toThrow("cancelled");
      const fate =
        role === "hub"
          ? teresa.membership.refused.get(carried!.id)
          : await teresa.attempt({ kind: "confirm", request: carried!.id, device: joiner.id, at: NOON });
      expect(fate, role).toBe("cancelled");
      expect(teresa.membership.devices.has(joiner.id)).toBe(false);
      expect(teresa.membership.requests.get(joiner.id)?.refused).toBe("cancelled");
    }
  });

  test("does not undo a confirmation made at the same time", async () => {
    const teresa = await found("Teresa", { name: "Casa", kind: "shelter" });
    const clara = await welcome(teresa, "Clara", { role: "coordinator" });
    const ramon = await join("Ramón", await teresa.invite("staff"));
    await teresa.carry(ramon);
    meet(teresa, clara);
    await clara.write({ kind: "cancel", invite: ramon.request!.invite });
    await teresa.confirm(ramon);
    meet(teresa, clara);
    expect(teresa.membership.devices.has(ramon.id)).toBe(true);
    expect(teresa.membership.refused.size).toBe(0);
  });
});

describe("requests", () => {
  async function requestWith(
    code: Awaited<ReturnType<Person["invite"]>>,
    change: (r: UnsignedRequest) => UnsignedRequest,
  ) {
    const device = strangerDevice(`joiner ${code.head}`);
    const seed = seedPair(code.seed);
    const { mesh: meshId, inviter } = code;
    const invite = inviteIdOf(seed.public, inviter);
    const sealedName = new Uint8Array(300);
    const plain = {
      mesh: meshId,
      invite,
      inviter,
      seedKey: seed.public,
      device: redactDevice(device),
      sealedName,
      newSite: null,
    };
    const toSign = { seedSecret: seed.secret, deviceSecret: device.sign.secret, signatures };
    return signRequest({ request: change(plain), ...toSign });
  }
  const carry = (request: VerifiedRequest): Operation => ({ kind: "request", request, at: NOON });
  const siteKeys = () => {
    const [desk, staff, protection] = [1, 2, 3].map(() => generateAgreePair(random).public);
    const recovery = { site: generateWords(random).keys, protected: generateWords(random).keys };
    return { groups: { desk: desk!, staff: staff!, protection: protection! }, recovery };
  };

  test("F10 I8 for another mesh or an invite that nobody knows are refused", async () => {
    const elsewhere = await found("Elsa", { name: "Otra", kind: "shelter" });
    const code = await mesh.teresa.invite("staff");
    const foreign = await requestWith(code, (r) => ({ ...r, mesh: elsewhere.mesh }));
    expect(await fateOf(mesh.teresa, carry(foreign))).toBe("other-mesh");
    const unknown = await requestWith(code, (r) => ({ ...r, inviter: mesh.vero.id }));
    expect(await fateOf(mesh.teresa, carry(unknown))).toBe("unknown-invite");
    expect(await fateOf(mesh.teresa, carry(await requestWith(code, (r) => r)))).toBe("accepted");
  });

  test("must bring a site's keys for a new site, and only then", async () => {
    const old = await mesh.teresa.invite("staff");
    const fresh = await mesh.teresa.invite("coordinator", { name: "Casa Nueva", kind: "shelter" });
    const missing = await requestWith(fresh, (r) => r);
    expect(await fateOf(mesh.teresa, carry(missing))).toBe("incomplete-request");
    const whole = await requestWith(fresh, (r) => ({ ...r, newSite: siteKeys() }));
    expect(await fateOf(mesh.teresa, carry(whole))).toBe("accepted");
    const extra = await requestWith(old, (r) => ({ ...r, newSite: siteKeys() }));
    expect(await fateOf(mesh.teresa, carry(extra))).toBe("incomplete-request");
  });

  test("of hubs have no name, of people have one", async () => {
    const forHub = await mesh.teresa.invite("hub");
    const forStaff = await mesh.teresa.invite("staff");
    const named = await requestWith(forHub, (r) => r);
    expect(await fateOf(mesh.teresa, carry(named))).toBe("incomplete-request");
    const nameless = await requestWith(forStaff, (r) => ({ ...r, sealedName: new Uint8Array(0) }));
    expect(await fateOf(mesh.teresa, carry(nameless))).toBe("incomplete-request");
  });

  test("I3 signed by another seed, another device, or changed on the way, are no requests", async () => {
    const code = await mesh.teresa.invite("staff");
    const good = await requestWith(code, (r) => r);
    const other = await requestWith(await mesh.teresa.invite("staff"), (r) => r);
    const forged = [
      { ...good, seedSignature: other.seedSignature },
      { ...good, deviceSignature: other.deviceSignature },
      { ...good, device: redactDevice(strangerDevice("thief")) },
      { ...good, seedSignature: good.deviceSignature, deviceSignature: good.seedSignature },
    ];
    for (const request of forged) {
      expect(await fateOf(mesh.teresa, { kind: "request", request, at: NOON })).toBe("invalid");
    }
  });

  test("of a hub count only when a member carries them, before the invite expires, once", async () => {
    const teresa = await found("Teresa", { name: "Casa", kind: "shelter" });
    const code = await teresa.invite("hub");
    const [ceiba, nopal] = [await join("Ceiba", code), await join("Nopal", code)];
    const late = { kind: "request", request: ceiba.request!, at: NOON + 30 * DAY } as const;
    expect(await fateOf(teresa, late)).toBe("expired");
    meet(teresa, ceiba);
    expect(await fateOf(ceiba, { ...late, at: NOON })).toBe("unknown-author");
    expect(await teresa.attempt({ ...late, at: NOON })).toBe("accepted");
    expect(await teresa.attempt({ ...late, request: nopal.request!, at: NOON })).toBe("used");
    expect(teresa.membership.requests.get(nopal.id)?.refused).toBe("used");
  });

  test("of people count whoever carried them: a carrier that is no member takes nobody down", async () => {
    const teresa = await found("Teresa", { name: "Casa", kind: "shelter" });
    const ramon = await join("Ramón", await teresa.invite("staff"));
    meet(teresa, ramon);
    await ramon.carry(ramon);
    meet(teresa, ramon);
    await teresa.confirm(ramon);
    expect(teresa.membership.devices.has(ramon.id)).toBe(true);
  });
});

describe("confirmations", () => {
  test("are the inviter's alone, for the device that asked, by a request that came before", async () => {
    const { teresa, ramon } = mesh;
    const joiner = await join("Rita", await ramon.invite("volunteer"));
    const carried = await ramon.carry(joiner);
    meet(teresa, ramon);
    const confirm = { kind: "confirm", request: carried!.id, device: joiner.id, at: NOON } as const;
    expect(await fateOf(teresa, confirm)).toBe("not-the-inviter");
    expect(await fateOf(ramon, { ...confirm, device: teresa.id })).toBe("wrong-device");
    expect(await fateOf(ramon, { ...confirm, request: ramon.log[0]!.id })).toBe("unknown-request");
    expect(await fateOf(ramon, { ...confirm, at: NOON + 30 * DAY })).toBe("expired");
    expect(await fateOf(mesh.octavio, confirm), "Octavio has not heard of the request").toBe(
      "unknown-request",
    );
    expect(await fateOf(ramon, confirm)).toBe("accepted");
  });

  test("rely only on what is in their past", async () => {
    const teresa = await found("Teresa", { name: "Casa", kind: "shelter" });
    const clara = await welcome(teresa, "Clara", { role: "coordinator" });
    const ramon = await join("Ramón", await clara.invite("staff"));
    const heads = [clara.log.at(-1)!.id];
    meet(teresa, clara);
    const carried = await teresa.carry(ramon);
    meet(teresa, clara);
    const confirm = { kind: "confirm", request: carried!.id, device: ramon.id, at: NOON } as const;
    expect(await fateOf(clara, confirm, heads)).toBe("unknown-request");
    expect(await fateOf(clara, confirm)).toBe("accepted");
  });

  test("F8 I1 use an invite once, and a device joins once", async () => {
    const teresa = await found("Teresa", { name: "Casa", kind: "shelter" });
    const code = await teresa.invite("staff");
    const [ramon, thief] = [await join("Ramón", code), await join("Ladrón", code)];
    const [first, second] = [await teresa.carry(ramon), await teresa.carry(thief)];
    const again = await join("Ramón", await teresa.invite("coordinator"), ramon.device);
    await teresa.confirm(ramon);
    const confirm = { kind: "confirm", request: first!.id, device: ramon.id, at: NOON } as const;
    expect(await fateOf(teresa, { ...confirm, request: second!.id, device: thief.id })).toBe("used");
    expect(await fateOf(teresa, confirm)).toBe("used");
    const third = await teresa.write({ kind: "request", request: again.request!, at: NOON });
    expect(await fateOf(teresa, { ...confirm, request: third.id })).toBe("already-member");
  });

  test("are not needed by hubs, and refused for them", async () => {
    const teresa = await found("Teresa", { name: "Casa", kind: "shelter" });
    const ceiba = await join("Ceiba", await teresa.invite("hub"));
    const { id } = (await teresa.carry(ceiba))!;
    expect(await teresa.attempt({ kind: "confirm", request: id, device: ceiba.id, at: NOON })).toBe(
      "not-allowed",
    );
  });
});

describe("authority", () => {
  test("a stranger's operations have no effect, nor a member's that do not follow its admission", async () => {
    const teresa = await found("Teresa", { name: "Casa", kind: "shelter" });
    const clara = await join("Clara", await teresa.invite("coordinator"));
    const early = teresa.membership.heads;
    await teresa.carry(clara);
    await teresa.confirm(clara);
    meet(teresa, clara);
    const invite = invitation("staff", into(teresa));
    expect(await fateOf(clara, invite, early)).toBe("unknown-author");
    expect(await fateOf(clara, invite)).toBe("accepted");
    const thief = await join("Ladrón", await teresa.invite("staff"));
    meet(teresa, thief);
    expect(await fateOf(thief, invite)).toBe("unknown-author");
  });

  test("nobody founds a mesh a second time", async () => {
    const { operation } = mesh.teresa.log[0]!;
    if (operation.kind !== "found") throw new Error("the first operation founds");
    expect(await fateOf(mesh.teresa, operation)).toBe("not-the-founding");
    expect(await fateOf(mesh.octavio, { ...operation, device: redactDevice(mesh.octavio.device) })).toBe(
      "not-the-founding",
    );
    const elsewhere = await found("Elsa", { name: "Otra", kind: "shelter" });
    const foreign = reduce([...mesh.teresa.operations.values(), elsewhere.log[0]!], mesh.teresa.mesh);
    expect(foreign.refused.get(elsewhere.log[0]!.id)).toBe("not-the-founding");
    expect(foreign.sites.size).toBe(3);
  });

  test("F11 bytes that are no operation are refused, kinds from later versions only carried", async () => {
    const { teresa } = mesh;
    const place = { author: teresa.id, seq: teresa.log.length, prev: teresa.log.at(-1)!.id, heads: [] };
    const id = operationIdOf(anyHash("one more"));
    for (const [bytes, fate] of [
      [Uint8Array.of(200, 1, 2), undefined],
      [Uint8Array.of(5, 1, 2), "invalid"],
      [new Uint8Array(0), "invalid"],
    ] as const) {
      const operation = await admitOperation(bytes, { mesh: teresa.mesh, signatures });
      const membership = reduce([...teresa.operations.values(), { ...place, id, operation }], teresa.mesh);
      expect(membership.refused.get(id)).toBe(fate);
      expect(membership.refused.has(id)).toBe(fate !== undefined);
      expect(membership.heads).toContain(id);
    }
  });

  test("a merge is never refused, and says nothing but that its author knows", async () => {
    const { vero } = mesh;
    const before = fingerprint({ ...vero.membership, heads: [], causality: null as never });
    const kept = new Map(vero.operations);
    await vero.write({ kind: "merge" });
    expect(vero.membership.heads).toHaveLength(1);
    expect(fingerprint({ ...vero.membership, heads: [], causality: null as never })).toBe(before);
    expect([...vero.membership.refused]).toEqual([]);
    vero.operations = kept;
  });

  test("a refused operation changes nothing but the list of refused ones", async () => {
    const { vero } = mesh;
    const before = vero.membership;
    const kept = new Map(vero.operations);
    await vero.write(invitation("coordinator", into(vero)));
    const after = vero.membership;
    vero.operations = kept;
    const same = (m: typeof before) =>
      fingerprint({ ...m, refused: new Map(), heads: [], causality: before.causality });
    expect(same(after)).toBe(same(before));
    expect(after.refused.size).toBe(before.refused.size + 1);
  });
});

test("every operation of the stories survives its bytes", () => {
  for (const { operation } of mesh.teresa.operations.values()) {
    if (operation.kind === "unknown" || operation.kind === "invalid") throw new Error("not in these stories");
    expect(encodeOperation(operation).length).toBeLessThan(2048);
  }
});

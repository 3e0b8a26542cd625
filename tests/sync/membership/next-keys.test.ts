/** The next generations of groups and spaces: when they are due, what they wrap and whom they are for (docs/protocol.md, "Duties"). */
import { recoverySecrets } from "#crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { DeviceId, OperationId, SiteId } from "../../../sync/ids.ts";
import {
  type DutyOperation,
  type DutyOptions,
  dutiesOf,
  rotateGroups,
  rotateSpaces,
} from "../../../sync/membership/duties.ts";
import { unboxGroupSecret } from "../../../sync/membership/key-boxes.ts";
import { groupId, type Member, type Membership, type Site } from "../../../sync/membership/membership.ts";
import { MAX_BOXES, MAX_RECOVERY_BOXES } from "../../../sync/membership/operation-codec.ts";
import type { GroupBoxesOperation, SpaceKeyOperation } from "../../../sync/membership/operations.ts";
import type { Role } from "../../../sync/membership/roles.ts";
import { generateWords } from "../../../sync/membership/site-secrets.ts";
import { NETWORK, siteSpace } from "../../../sync/space.ts";
import {
  buildMesh,
  found,
  join,
  meet,
  type Mesh,
  type Person,
  seededRandom,
  signatures,
  welcome,
} from "./story.ts";

const isGroup = (one: DutyOperation): one is GroupBoxesOperation => one.kind === "group-boxes";
const isSpace = (one: DutyOperation): one is SpaceKeyOperation => one.kind === "space-key";
const nameOf = (one: DutyOperation): string => {
  if (one.kind === "fork") return one.kind;
  return `${isGroup(one) ? one.group : (one.space.split(".")[0] ?? "")} ${String(one.generation)}`;
};

async function writeAll(who: Person, operations: readonly DutyOperation[]): Promise<void> {
  for (const operation of operations) expect(await who.attempt(operation)).toBe("accepted");
}

describe("the first keys of a house", () => {
  test("wrap nothing: nothing was before", async () => {
    const teresa = await found("Teresa", { name: "Casa", kind: "shelter" });
    const first = [...teresa.membership.spaces.values()].flat();
    expect(first.map(({ generation, previous }) => [generation, previous])).toEqual(
      Array.from({ length: 4 }, () => [1, null]),
    );
  });
});

describe("after a removal", () => {
  let mesh: Mesh;
  beforeEach(async () => {
    mesh = await buildMesh();
  });

  test("the groups come first, then the keys of spaces, each wrapping the one before", async () => {
    const { teresa, ramon } = mesh;
    const before = teresa.membership;
    await teresa.revoke(ramon);
    const groups = await teresa.duties();
    // the network has readers elsewhere: without the own group's next generation its key is not made for them alone
    expect(groups.map(nameOf)).toEqual(["desk 2", "staff 2"]);
    await writeAll(teresa, groups);
    const spaces = await teresa.duties();
    expect(spaces.map(nameOf)).toEqual(["desk 2", "site 2", "network 2"]);
    for (const one of groups.filter(isGroup)) {
      const [last] = before.groups.get(groupId(one.group, teresa.site))!;
      expect(one.previous?.of, one.group).toEqual([last!.public]);
    }
    for (const one of spaces.filter(isSpace)) {
      const [last] = before.spaces.get(one.space)!;
      expect(one.previous?.of, one.space).toEqual([last!.keyId]);
      expect(one.drop === null, "whether others may post").toBe(last!.drop === null);
    }
  });

  test("who lost a role gives nobody the keys that it still has", async () => {
    const { teresa, ramon } = mesh;
    await teresa.write({ kind: "role", role: "volunteer", ending: await ramon.ending(teresa.operations) });
    const to = { name: "Casa nueva", kind: "shelter" } as const;
    const code = await teresa.invite("coordinator", to);
    await mesh.octavio.approve(teresa);
    const nueva = await join("Nueva", code);
    const carried = await teresa.carry(nueva);
    await teresa.write({ kind: "confirm", request: carried!.id, device: nueva.id, at: teresa.now });
    meet(teresa, ramon, nueva);
    expect((await ramon.keyring()).readable(NETWORK)).toBe(true);
    expect((await teresa.duties()).map(nameOf)).toContain("network 1");
    expect(await ramon.duties()).toEqual([]);
  });

  test("a generation whose maker forgot the site's words is boxed to them by whoever holds it", async () => {
    const { teresa, ramon } = mesh;
    const made = (await rotateGroups(await teresa.dutyOptions())).filter(isGroup);
    await writeAll(
      teresa,
      made.map((one) => ({ ...one, recoveryBoxes: [] })),
    );
    meet(teresa, ramon);
    const owed = (await ramon.duties()).filter(isGroup);
    expect(owed.map((one) => [nameOf(one), one.boxes.length, one.recoveryBoxes.length])).toEqual([
      ["desk 2", 0, 1],
      ["staff 2", 0, 1],
    ]);
    const pair = recoverySecrets(teresa.recoveryWords!.site)!.agree;
    for (const one of owed) {
      const place = { mesh: teresa.mesh, name: one, to: "recovery" } as const;
      const { box } = one.recoveryBoxes[0]!;
      expect((await unboxGroupSecret(place, { pair, box, signatures }))?.public).toEqual(one.public);
    }
    await ramon.settle();
    expect(await ramon.duties()).toEqual([]);
  });
});

describe("a change of keys that nobody's leaving calls for", () => {
  let teresa: Person;
  let ramon: Person;
  beforeEach(async () => {
    teresa = await found("Teresa", { name: "Casa", kind: "shelter" });
    ramon = await welcome(teresa, "Ramón", { role: "staff" });
  });

  test("is of the groups and spaces that one's role reads; the spaces' keys go to the new groups", async () => {
    const groups = await rotateGroups(await ramon.dutyOptions());
    expect(groups.map(nameOf)).toEqual(["desk 2", "staff 2"]);
    await writeAll(ramon, groups);
    const spaces = await rotateSpaces(await ramon.dutyOptions());
    expect(spaces.map(nameOf)).toEqual(["desk 2", "site 2", "network 2"]);
    expect(spaces.filter(isSpace).flatMap(({ boxes }) => boxes.map((box) => box.generation))).toEqual([
      2, 2, 2,
    ]);
    await writeAll(ramon, spaces);
    expect(await ramon.duties()).toEqual([]);
    meet(teresa, ramon);
    for (const who of [teresa, ramon]) {
      const keyring = await who.keyring();
      const { keyId } = keyring.writeKey(siteSpace("site", who.site))!;
      expect(keyId, who.name).toEqual(ramon.membership.spaces.get(siteSpace("site", who.site))![1]!.keyId);
    }
  });

  test("is nothing that a stranger could make", async () => {
    const lucia = await join("Lucía", await teresa.invite("staff"));
    meet(teresa, lucia);
    expect(await rotateGroups(await lucia.dutyOptions())).toEqual([]);
    expect(await rotateSpaces(await lucia.dutyOptions())).toEqual([]);
  });
});

describe("what does not fit into one operation", () => {
  let teresa: Person;
  let options: DutyOptions;
  beforeAll(async () => {
    teresa = await found("Teresa", { name: "Casa", kind: "shelter" });
    options = await teresa.dutyOptions();
  });

  /** Teresa's house with so many members in all, and what else is made up. */
  function house(size: number, role: Role, rest: Partial<Membership> = {}): DutyOptions {
    const [first] = [...options.membership.devices.values()] as [Member];
    const others = Array.from({ length: size - 1 }, (_, at): Member => {
      const device = `persona ${String(at)}` as DeviceId;
      return { ...first, device, role, firstRole: role };
    });
    const devices = new Map([first, ...others].map((one) => [one.device, one]));
    return { ...options, membership: { ...options.membership, devices, ...rest } };
  }

  test("a group's next generation for a large house is written in several, what it wraps and the words in the first", async () => {
    const all = (await rotateGroups(house(2 * MAX_BOXES, "volunteer"))).filter(isGroup);
    const made = all.filter(({ group }) => group === "desk");
    const facts = made.map(({ boxes, recoveryBoxes, previous }) => [
      boxes.length,
      recoveryBoxes.length,
      previous?.of.length ?? null,
    ]);
    expect(facts).toEqual([
      [MAX_BOXES, 1, 1],
      [MAX_BOXES, 0, null],
    ]);
    expect(new Set(made.flatMap(({ boxes }) => boxes.map(({ device }) => device))).size).toBe(2 * MAX_BOXES);
    expect(made[1]!.public).toEqual(made[0]!.public);
  });

  test("boxes that many members lack are written in several, the words in the first", async () => {
    const id = groupId("desk", teresa.site);
    const [desk] = options.membership.groups.get(id)!;
    const groups = new Map(options.membership.groups).set(id, [
      { ...desk!, boxes: new Map(), recoveryBoxes: [] },
    ]);
    const owed = (await dutiesOf(house(MAX_BOXES + 1, "volunteer", { groups }))).filter(isGroup);
    expect(owed.map((one) => [nameOf(one), one.boxes.length, one.recoveryBoxes.length])).toEqual([
      ["desk 1", MAX_BOXES, 1],
      ["desk 1", 1, 0],
    ]);
  });

  test("more sets of words than may be published at once wait for their turn", async () => {
    const random = seededRandom("words");
    const words = Array.from({ length: MAX_RECOVERY_BOXES + 1 }, (_, at) => ({
      words: "site" as const,
      keys: generateWords(random).keys,
      by: `words ${String(at)}` as OperationId,
    }));
    const recoveries = new Map([[teresa.site, words]]);
    const [desk] = (await rotateGroups(house(1, "volunteer", { recoveries }))).filter(isGroup);
    const given = words.slice(0, MAX_RECOVERY_BOXES).map(({ keys }) => keys.agree);
    expect(desk!.recoveryBoxes.map(({ to }) => to)).toEqual(given);
    const id = groupId("desk", teresa.site);
    const [last] = options.membership.groups.get(id)!;
    const groups = new Map(options.membership.groups).set(id, [
      { ...last!, recoveryBoxes: desk!.recoveryBoxes },
    ]);
    const [rest] = (await dutiesOf(house(1, "volunteer", { recoveries, groups }))).filter(isGroup);
    expect(rest!.recoveryBoxes.map(({ to }) => to)).toEqual([words.at(-1)!.keys.agree]);
  });

  test("the network's next key for many shelters is written in several, what it wraps in the first", async () => {
    const { membership } = options;
    const [home] = [...membership.sites.values()] as [Site];
    const [staff] = membership.groups.get(groupId("staff", home.site))!;
    const more = Array.from({ length: MAX_BOXES }, (_, at) => `casa ${String(at)}` as SiteId);
    const sites = new Map([home, ...more.map((site) => ({ ...home, site }))].map((one) => [one.site, one]));
    const groups = new Map(membership.groups);
    for (const site of more) groups.set(groupId("staff", site), [{ ...staff!, site }]);
    const large = { ...options, membership: { ...membership, sites, groups } };
    const made = (await rotateSpaces(large)).filter(isSpace).filter(({ space }) => space === NETWORK);
    expect(made.map(({ boxes, previous }) => [boxes.length, previous?.of.length ?? null])).toEqual([
      [MAX_BOXES, 1],
      [1, null],
    ]);
    const owed = (await dutiesOf(large)).filter(isSpace);
    expect(owed.map((one) => [nameOf(one), one.boxes.length])).toContainEqual(["network 1", MAX_BOXES]);
  });
});

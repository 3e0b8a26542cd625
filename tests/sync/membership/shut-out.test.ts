/** Who was left without a key that it should have, and what it does about it (docs/protocol.md, "Duties"). */
import { beforeEach, describe, expect, test } from "vitest";
import { type DutyOperation, rotateGroups } from "../../../sync/membership/duties.ts";
import { writable } from "../../../sync/membership/generations.ts";
import { groupId } from "../../../sync/membership/membership.ts";
import type { GroupBoxesOperation } from "../../../sync/membership/operations.ts";
import { NETWORK, siteSpace, type SpaceId } from "../../../sync/space.ts";
import { found, join, meet, type Person, welcome } from "./story.ts";

const nameOf = (duty: DutyOperation): string => {
  if (duty.kind === "fork") return duty.kind;
  return `${duty.kind === "group-boxes" ? duty.group : (duty.space.split(".")[0] ?? "")} ${String(duty.generation)}`;
};
const owed = async (who: Person): Promise<string[]> => (await who.duties()).map(nameOf);

/** Confirms somebody, and does nothing of what is owed then. */
async function confirmOnly(inviter: Person, joiner: Person): Promise<void> {
  const carried = await inviter.carry(joiner);
  await inviter.write({ kind: "confirm", request: carried!.id, device: joiner.id, at: inviter.now });
  meet(inviter, joiner);
}

const readsBest = async (who: Person, space: SpaceId): Promise<boolean> => {
  const [best] = writable(who.membership, who.membership.spaces.get(space) ?? []);
  return best !== undefined && (await who.keyring()).spaceKey(best) !== null;
};

let teresa: Person;
let ramon: Person;
beforeEach(async () => {
  teresa = await found("Teresa", { name: "Casa", kind: "shelter" });
  ramon = await welcome(teresa, "Ramón", { role: "staff" });
});

/** The next generation of the staff group, with boxes for these only. */
async function nextStaff(maker: Person, to: readonly Person[]): Promise<GroupBoxesOperation> {
  const made = await rotateGroups(await maker.dutyOptions());
  const next = made.find((one) => one.kind === "group-boxes" && one.group === "staff") as GroupBoxesOperation;
  return { ...next, boxes: next.boxes.filter(({ device }) => to.some(({ id }) => id === device)) };
}

describe("who holds a group's generation before, and is not given the next", () => {
  test("C11 makes another one, which wraps what it holds", async () => {
    const nora = await welcome(teresa, "Nora", { role: "staff" });
    meet(teresa, ramon, nora);
    const [first] = ramon.membership.groups.get(groupId("staff", teresa.site))!;
    expect(await nora.attempt(await nextStaff(nora, [nora]))).toBe("accepted");
    meet(teresa, ramon, nora);
    expect(await owed(ramon)).toEqual(["staff 3"]);
    const [next] = await ramon.duties();
    expect(next).toMatchObject({ previous: { of: [first!.public] } });
    expect(await owed(nora), "its maker gives it to whoever has no box").toEqual(["staff 2"]);
    await ramon.settle();
    meet(teresa, ramon);
    for (const who of [teresa, ramon]) expect(await owed(who), who.name).toEqual([]);
  });

  test("makes no key of a space, before it holds a generation of the group that this key is for", async () => {
    const nora = await welcome(teresa, "Nora", { role: "staff" });
    meet(teresa, ramon, nora);
    await teresa.revoke(nora);
    const keptFrom = (duty: DutyOperation): DutyOperation =>
      duty.kind === "group-boxes"
        ? { ...duty, boxes: duty.boxes.filter(({ device }) => device !== ramon.id) }
        : duty;
    for (const kind of ["group-boxes", "space-key"] as const)
      for (const duty of await teresa.duties()) if (duty.kind === kind) await teresa.write(keptFrom(duty));
    meet(teresa, ramon);
    const space = siteSpace("site", teresa.site);
    expect(ramon.membership.refused.size).toBe(0);
    expect(await readsBest(teresa, space)).toBe(true);
    expect(await owed(ramon)).toEqual(["desk 3", "staff 3"]);
    for (let round = 0; round < 3; round += 1) {
      for (const who of [ramon, teresa]) await who.settle();
      meet(teresa, ramon);
    }
    for (const who of [teresa, ramon]) {
      expect(await owed(who), who.name).toEqual([]);
      expect(await readsBest(who, space), who.name).toBe(true);
    }
  });
});

describe("who holds nothing yet", () => {
  test("waits to be given a group's secret", async () => {
    const ines = await join("Inés", await teresa.invite("staff"));
    await confirmOnly(teresa, ines);
    expect(await owed(ines)).toEqual([]);
    expect(await owed(teresa)).toEqual(["desk 1", "staff 1"]);
  });

  test("waits to be given the network's key, and makes the next where its box is rubbish", async () => {
    const invite = await teresa.invite("coordinator", { name: "Oaxaca", kind: "shelter" });
    const octavio = await join("Octavio", invite);
    await confirmOnly(teresa, octavio);
    expect(await owed(octavio)).not.toContainEqual(expect.stringContaining("network"));
    await octavio.settle();
    await octavio.settle();
    meet(teresa, octavio);
    expect(await owed(octavio)).toEqual([]);
    expect(await owed(teresa)).toEqual(["network 1"]);
    for (const duty of await teresa.duties()) {
      if (duty.kind !== "space-key") continue;
      await teresa.write({ ...duty, boxes: duty.boxes.map((box) => ({ ...box, box: teresa.random(92) })) });
    }
    meet(teresa, octavio);
    expect(await readsBest(octavio, NETWORK)).toBe(false);
    expect(await owed(octavio)).toEqual(["network 2"]);
    await octavio.settle();
    meet(teresa, octavio);
    for (const who of [teresa, octavio]) expect(await readsBest(who, NETWORK), who.name).toBe(true);
  });
});

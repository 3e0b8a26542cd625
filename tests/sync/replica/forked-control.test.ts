/** A member that shows each half of the mesh another history of its control log (docs/protocol.md, "Forks"). */
import { describe, expect, test } from "vitest";
import { systemClock } from "../../../sync/adapters/system-clock.ts";
import { endingOf } from "../../../sync/ending.ts";
import { operationIdOf, type OperationId } from "../../../sync/ids.ts";
import type { LogHead } from "../../../sync/log/append.ts";
import type { Run } from "../../../sync/log/run.ts";
import { encodeOperation } from "../../../sync/membership/operation-codec.ts";
import type { Operation } from "../../../sync/membership/operations.ts";
import { openReplica, type Replica } from "../../../sync/replica.ts";
import { verifyAll } from "../../../sync/replica/verify-all.ts";
import { runSession } from "../../../sync/session.ts";
import { CONTROL, NETWORK } from "../../../sync/space.ts";
import { memoryStore } from "../../../sync/store/memory-store.ts";
import type { Store } from "../../../sync/store/store.ts";
import { memoryLink } from "../../support/memory-channel.ts";
import {
  joinRuns,
  plaintexts,
  random,
  signatures,
  type TestDevice,
  TestMesh,
} from "../../support/test-mesh.ts";

interface Half {
  readonly device: TestDevice;
  readonly replica: Replica;
  readonly store: Store;
}

/** Two halves of a mesh, and a member whom both trusted. */
class Split {
  readonly mesh: TestMesh;
  readonly forker: TestDevice;
  readonly west: Half;
  readonly east: Half;
  readonly common: readonly OperationId[];
  readonly #head: LogHead | null;

  constructor(mesh: TestMesh, people: { forker: TestDevice; west: Half; east: Half }) {
    this.mesh = mesh;
    this.forker = people.forker;
    this.west = people.west;
    this.east = people.east;
    this.common = mesh.heads;
    this.#head = people.forker.headOf(people.forker.log(CONTROL));
  }

  /** The forker has written `before` operations that everybody has. */
  static async make(before: number): Promise<Split> {
    const mesh = await TestMesh.found();
    const [forker, ana, benito] = [
      await mesh.admit("coordinator"),
      await mesh.admit("coordinator"),
      await mesh.admit("coordinator"),
    ];
    for (let count = 0; count < before; count += 1) await mesh.operate(forker, [{ kind: "merge" }]);
    const half = async (device: TestDevice): Promise<Half> => {
      const store = memoryStore();
      const replica = await open(mesh, store);
      for (const run of mesh.control) await replica.receive(run);
      return { device, replica, store };
    };
    return new Split(mesh, { forker, west: await half(ana), east: await half(benito) });
  }

  /** What a device says in its control log, citing these. */
  say(device: TestDevice, heads: readonly OperationId[], operation: Operation): Promise<Run> {
    const { mesh, meshKey: key } = this.mesh;
    return device.write({ mesh, space: CONTROL, key, heads, plaintexts: [encodeOperation(operation)] });
  }

  /** The forker's word to one half, and what an honest device there writes after it. */
  async tell(half: Half, length: number): Promise<OperationId> {
    const { forker } = this;
    forker.rewind(CONTROL, this.#head);
    const branch: Run[] = [];
    let heads = this.common;
    for (let count = 0; count < length; count += 1) {
      branch.push(await this.say(forker, heads, { kind: "renew", device: half.device.id, until: count }));
      heads = [lastOf(branch.at(-1)!)];
    }
    await half.replica.receive(joinRuns(branch));
    const answer = await this.say(half.device, half.replica.membership().heads, { kind: "merge" });
    expect(await half.replica.receive(answer)).toMatchObject({ kind: "stored" });
    return lastOf(answer);
  }

  async meet(a: Half, b: Half): Promise<number> {
    const link = memoryLink();
    const end = ({ replica, device }: Half, channel: typeof link.a) =>
      runSession({
        replica,
        channel,
        meshKey: this.mesh.meshKey,
        identity: { secrets: device.secrets, device: device.id },
        signatures,
        random,
        clock: systemClock,
      });
    const [one, other] = await Promise.all([end(a, link.a), end(b, link.b)]);
    expect([one.end, other.end]).toEqual(["complete", "complete"]);
    return one.messages;
  }

  async newcomer(device: TestDevice): Promise<Half> {
    const store = memoryStore();
    return { device, store, replica: await open(this.mesh, store) };
  }
}

const open = (mesh: TestMesh, store: Store): Promise<Replica> =>
  openReplica({ store, mesh: mesh.mesh, meshKey: mesh.meshKey, signatures });

const lastOf = (run: Run): OperationId => operationIdOf(run.entries.at(-1)!.id);

const known = ({ replica }: Half): readonly OperationId[] => [...replica.membership().causality.order].sort();

describe("F3 F6 a control log with two histories", () => {
  test.each([
    ["from its beginning", 0, 1, 1],
    ["of one operation each", 3, 1, 1],
    ["where one is longer", 3, 1, 9],
    ["far apart", 70, 140, 3],
    ["across several seals", 5, 150, 200],
  ])("does not part the mesh: %s", async (_, before, west, east) => {
    const split = await Split.make(before);
    const answers = [await split.tell(split.west, west), await split.tell(split.east, east)];
    await split.meet(split.west, split.east);
    expect(known(split.west)).toEqual(known(split.east));
    for (const half of [split.west, split.east]) {
      const { causality, waiting, forks } = half.replica.membership();
      for (const answer of answers) expect(causality.position.has(answer)).toBe(true);
      expect(waiting).toEqual([]);
      expect(forks.get(split.forker.id)).toMatchObject({ seq: before });
      expect(half.replica.missing()).toEqual([]);
    }
    expect(split.west.replica.membership()).toEqual(split.east.replica.membership());
  });

  test("costs nothing more once both halves know it", async () => {
    const split = await Split.make(3);
    await split.tell(split.west, 4);
    await split.tell(split.east, 2);
    await split.meet(split.west, split.east);
    await split.meet(split.west, split.east);
    expect(await split.meet(split.west, split.east)).toBe(8);
  });

  test("reaches those who were at neither place, by either half", async () => {
    const split = await Split.make(2);
    const answers = [await split.tell(split.west, 3), await split.tell(split.east, 70)];
    await split.meet(split.west, split.east);
    for (const half of [split.west, split.east]) {
      const late = await split.newcomer(split.mesh.founder);
      await split.meet(late, half);
      for (const answer of answers) {
        expect(late.replica.membership().causality.position.has(answer)).toBe(true);
      }
      expect(known(late)).toEqual(known(half));
    }
  });

  test("is there after a restart, and checks out", async () => {
    const split = await Split.make(2);
    await split.tell(split.west, 3);
    await split.tell(split.east, 5);
    await split.meet(split.west, split.east);
    const before = known(split.west);
    const again = await open(split.mesh, split.west.store);
    expect([...again.membership().causality.order].sort()).toEqual(before);
    const { mesh, meshKey } = split.mesh;
    const verified = await verifyAll({ store: split.west.store, mesh, meshKey, signatures });
    expect(verified.problems).toEqual([]);
  });

  test("is frozen by a report, and what it says afterwards is carried by nobody", async () => {
    const split = await Split.make(2);
    await split.tell(split.west, 1);
    await split.tell(split.east, 1);
    await split.meet(split.west, split.east);
    const { west, east, forker } = split;
    const report = { kind: "fork", device: forker.id } as const;
    await west.replica.receive(await split.say(west.device, west.replica.membership().heads, report));
    expect(west.replica.membership().forks.get(forker.id)?.reports).toHaveLength(1);
    const ending = await endingOf(east.replica, east.replica.membership().devices.get(west.device.id)!);
    const later = await split.say(forker, split.common, { kind: "revoke", ending });
    expect(await west.replica.receive(later)).toEqual({ kind: "refused", reason: "past-cut" });
    await split.meet(west, east);
    expect(west.replica.membership().devices.has(west.device.id)).toBe(true);
    expect(known(west)).toEqual(known(east));
  });

  test("takes what an honest device cited of it before that device knew", async () => {
    const split = await Split.make(2);
    await split.tell(split.west, 1);
    await split.tell(split.east, 1);
    const late = await split.newcomer(split.mesh.founder);
    await split.meet(late, split.east);
    await split.meet(split.west, split.east);
    // the forker goes on towards somebody who has not heard of the other history
    const on = await split.say(split.forker, split.common, { kind: "merge" });
    expect(await late.replica.receive(on)).toMatchObject({ kind: "stored" });
    const answer = await split.say(late.device, late.replica.membership().heads, { kind: "merge" });
    await late.replica.receive(answer);
    await split.meet(split.west, late);
    expect(split.west.replica.membership().causality.position.has(lastOf(answer))).toBe(true);
    expect(known(split.west)).toEqual(known(late));
  });

  test("ends where a coordinator cuts each of its branches", async () => {
    const split = await Split.make(2);
    await split.tell(split.west, 3);
    await split.tell(split.east, 5);
    await split.meet(split.west, split.east);
    const { west, east, forker } = split;
    const ending = await endingOf(west.replica, west.replica.membership().devices.get(forker.id)!);
    expect(ending.cuts.filter(({ space }) => space === CONTROL)).toHaveLength(2);
    const revoke = await split.say(west.device, west.replica.membership().heads, { kind: "revoke", ending });
    await west.replica.receive(revoke);
    await split.meet(west, east);
    for (const { replica } of [west, east]) {
      expect(replica.membership().removed.has(forker.id)).toBe(true);
      expect(replica.membership().refused.get(lastOf(revoke))).toBeUndefined();
    }
    expect(west.replica.membership()).toEqual(east.replica.membership());
  });
});

describe("M17 what a device that is out goes on saying", () => {
  test("is carried only as far as somebody cites it", async () => {
    const split = await Split.make(2);
    const { west, east, forker } = split;
    const ending = await endingOf(west.replica, west.replica.membership().devices.get(forker.id)!);
    await west.replica.receive(
      await split.say(west.device, west.replica.membership().heads, { kind: "revoke", ending }),
    );
    const chatter: Run[] = [];
    for (let count = 0; count < 200; count += 1)
      chatter.push(await split.say(forker, split.common, { kind: "merge" }));
    const run = joinRuns(chatter);
    expect(await west.replica.receive(run)).toEqual({ kind: "refused", reason: "past-cut" });
    // the control: who does not know of the removal takes it, and answers it
    expect(await east.replica.receive(run)).toMatchObject({ kind: "stored", count: 200 });
    const answer = await split.say(east.device, east.replica.membership().heads, { kind: "merge" });
    await east.replica.receive(answer);
    await split.meet(west, east);
    expect(known(west)).toEqual(known(east));
    expect(west.replica.holding(forker.log(CONTROL))?.high).toBe(1);
    expect(east.replica.offer(forker.log(CONTROL))?.high).toBe(1);
    expect(await split.meet(west, east)).toBe(8);
  });
});

test("data that follows a word of the other history is taken as well", async () => {
  const split = await Split.make(1);
  await split.tell(split.west, 1);
  await split.tell(split.east, 2);
  const { mesh, spaceKey: key } = split.mesh;
  const heads = split.east.replica.membership().heads;
  const run = await split.east.device.write({ mesh, space: NETWORK, key, heads, plaintexts: plaintexts(3) });
  await split.east.replica.receive(run);
  await split.meet(split.west, split.east);
  expect(split.west.replica.holding(split.east.device.log(NETWORK))?.high).toBe(2);
});

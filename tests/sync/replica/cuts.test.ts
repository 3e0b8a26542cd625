/** What a replica does with the logs of a device that was taken out (docs/protocol.md, "Cuts"). */
import { redactDevice } from "#crypto";
import { describe, expect, test } from "vitest";
import { endingOf } from "../../../sync/ending.ts";
import { logKey } from "../../../sync/log/log-ref.ts";
import type { Ending } from "../../../sync/membership/cut.ts";
import type { Run } from "../../../sync/log/run.ts";
import { openReplica, type Replica } from "../../../sync/replica.ts";
import { CAPSULE, NETWORK, PAIR } from "../../../sync/space.ts";
import { createMemoryDisk, memoryStore } from "../../../sync/store/memory-store.ts";
import { joinRuns, plaintexts, signatures, type TestDevice, TestMesh } from "../../support/test-mesh.ts";

interface Scene {
  readonly mesh: TestMesh;
  readonly beatriz: TestDevice;
}

async function scene(): Promise<Scene> {
  const mesh = await TestMesh.found();
  return { mesh, beatriz: await mesh.admit("staff") };
}

const open = (mesh: TestMesh, disk = createMemoryDisk()): Promise<Replica> =>
  openReplica({ store: memoryStore(disk), mesh: mesh.mesh, meshKey: mesh.meshKey, signatures });

async function tell(replica: Replica, mesh: TestMesh): Promise<void> {
  for (const run of mesh.control) await replica.receive(run);
}

const ending = (replica: Replica, device: TestDevice): Promise<Ending> =>
  endingOf(replica, replica.membership().devices.get(device.id)!);

const heldOf = (replica: Replica, device: TestDevice): readonly (readonly [string, number])[] =>
  replica
    .holdings(({ device: by, space }) => by === device.id && space !== "control")
    .map(({ log, high }) => [log.space, high]);

describe("a device that is taken out", () => {
  test("R1 has its logs end at the cut everywhere, whatever was received before, and in any order", async () => {
    const { mesh, beatriz } = await scene();
    const [west, east] = [await open(mesh), await open(mesh)];
    await tell(west, mesh);
    await tell(east, mesh);
    const seen = await mesh.write(beatriz, NETWORK, plaintexts(3));
    await west.receive(seen);
    await east.receive(seen);
    const unseen = await mesh.write(beatriz, NETWORK, plaintexts(70, "later"));
    await east.receive(unseen);
    await mesh.operate(mesh.founder, [{ kind: "revoke", ending: await ending(west, beatriz) }]);
    const more = await mesh.write(beatriz, NETWORK, plaintexts(2, "after"));
    await tell(west, mesh);
    await tell(east, mesh);
    for (const replica of [west, east]) {
      expect(await replica.receive(unseen)).toEqual({ kind: "refused", reason: "past-cut" });
      expect((await replica.receive(more)).kind).not.toBe("stored");
      expect(heldOf(replica, beatriz)).toEqual([[NETWORK, 2]]);
      expect(await replica.seals(beatriz.log(NETWORK), 0, 9)).toHaveLength(1);
    }
    expect((await east.quarantined()).map(({ entries }) => entries)).toEqual([70]);
    expect(await west.quarantined()).toEqual([]);
  });

  test("a newcomer takes a run that crosses the cut up to it", async () => {
    const { mesh, beatriz } = await scene();
    const west = await open(mesh);
    await tell(west, mesh);
    const seen = await mesh.write(beatriz, NETWORK, plaintexts(3));
    await west.receive(seen);
    await mesh.operate(mesh.founder, [{ kind: "revoke", ending: await ending(west, beatriz) }]);
    const unseen = await mesh.write(beatriz, NETWORK, plaintexts(3));
    const nuevo = await open(mesh);
    await tell(nuevo, mesh);
    expect(await nuevo.receive(joinRuns([seen, unseen]))).toEqual({ kind: "stored", count: 3 });
    expect(await nuevo.receive(await mesh.write(beatriz, PAIR, plaintexts(1)))).toEqual({
      kind: "refused",
      reason: "past-cut",
    });
  });

  test("R2 what was cut comes back when the cut is raised, part or all, also after a restart", async () => {
    const { mesh, beatriz } = await scene();
    const disk = createMemoryDisk();
    const store = memoryStore(disk);
    const replica = await openReplica({ store, mesh: mesh.mesh, meshKey: mesh.meshKey, signatures });
    await tell(replica, mesh);
    const before = await ending(replica, beatriz);
    const runs: Run[] = [];
    for (const count of [2, 130, 5]) runs.push(await mesh.write(beatriz, CAPSULE, plaintexts(count)));
    for (const run of runs) await replica.receive(run);
    await mesh.operate(mesh.founder, [{ kind: "revoke", ending: before }]);
    await tell(replica, mesh);
    expect(heldOf(replica, beatriz)).toEqual([]);
    const [kept] = await replica.quarantined();
    expect(kept).toMatchObject({ entries: 137, log: { space: CAPSULE } });
    const raise = (seal: (typeof runs)[number]["seals"][number]): Promise<unknown> =>
      mesh.operate(mesh.founder, [
        { kind: "raise-cut", device: redactDevice(beatriz.secrets), cut: { space: CAPSULE, seal } },
      ]);
    await raise(runs[1]!.seals.at(-1)!);
    await store.close();
    const again = await open(mesh, disk);
    await tell(again, mesh);
    expect(heldOf(again, beatriz)).toEqual([[CAPSULE, 131]]);
    expect((await again.quarantined()).map(({ entries }) => entries)).toEqual([5]);
    await raise(kept!.tip);
    await tell(again, mesh);
    expect(heldOf(again, beatriz)).toEqual([[CAPSULE, 136]]);
    expect(await again.quarantined()).toEqual([]);
    const entries = runs.flatMap((run) => run.entries);
    expect(await again.read(beatriz.log(CAPSULE), 0, 999)).toEqual(entries);
  });

  test("F3 of a forked log the branch that the cut names is taken, the other goes to quarantine", async () => {
    const { mesh, beatriz } = await scene();
    const [west, east] = [await open(mesh), await open(mesh)];
    await tell(west, mesh);
    await tell(east, mesh);
    const start = await mesh.write(beatriz, NETWORK, plaintexts(2));
    const head = beatriz.headOf(beatriz.log(NETWORK));
    const ours = await mesh.write(beatriz, NETWORK, plaintexts(3, "one branch"));
    beatriz.rewind(NETWORK, head);
    const theirs = await mesh.write(beatriz, NETWORK, plaintexts(3, "another"));
    for (const run of [start, ours]) await west.receive(run);
    for (const run of [start, theirs]) await east.receive(run);
    await mesh.operate(mesh.founder, [{ kind: "revoke", ending: await ending(west, beatriz) }]);
    await tell(west, mesh);
    await tell(east, mesh);
    for (const run of [start, ours]) await east.receive(run);
    expect(await east.read(beatriz.log(NETWORK), 0, 9)).toEqual(await west.read(beatriz.log(NETWORK), 0, 9));
    expect((await east.quarantined()).map(({ log, entries }) => [logKey(log), entries])).toEqual([
      [logKey(beatriz.log(NETWORK)), 5],
    ]);
  });

  test("F3 a branch that ends before the cut gives way to the one that the cut names", async () => {
    const { mesh, beatriz } = await scene();
    const [west, east] = [await open(mesh), await open(mesh)];
    await tell(west, mesh);
    await tell(east, mesh);
    const start = await mesh.write(beatriz, NETWORK, plaintexts(2));
    const head = beatriz.headOf(beatriz.log(NETWORK));
    const ours = await mesh.write(beatriz, NETWORK, plaintexts(5, "one branch"));
    beatriz.rewind(NETWORK, head);
    const theirs = await mesh.write(beatriz, NETWORK, plaintexts(1, "another"));
    for (const run of [start, ours]) await west.receive(run);
    for (const run of [start, theirs]) await east.receive(run);
    // the control: before the cut nobody gives way
    expect((await east.receive(ours)).kind).toBe("fork");
    expect(heldOf(east, beatriz)).toEqual([[NETWORK, 2]]);
    await mesh.operate(mesh.founder, [{ kind: "revoke", ending: await ending(west, beatriz) }]);
    await tell(west, mesh);
    await tell(east, mesh);
    expect((await east.receive(ours)).kind).toBe("waiting");
    expect(await east.receive(joinRuns([start, ours]))).toEqual({ kind: "stored", count: 7 });
    expect(await east.read(beatriz.log(NETWORK), 0, 9)).toEqual(await west.read(beatriz.log(NETWORK), 0, 9));
    expect((await west.receive(theirs)).kind).toBe("fork");
    expect(heldOf(west, beatriz)).toEqual([[NETWORK, 6]]);
  });

  test("who becomes a volunteer writes no more to other sites, from the cut on", async () => {
    const { mesh, beatriz } = await scene();
    const replica = await open(mesh);
    await tell(replica, mesh);
    const before = await mesh.write(beatriz, PAIR, plaintexts(2));
    await replica.receive(before);
    const role = { kind: "role", role: "volunteer", ending: await ending(replica, beatriz) } as const;
    await mesh.operate(mesh.founder, [role]);
    await tell(replica, mesh);
    expect(heldOf(replica, beatriz)).toEqual([[PAIR, 1]]);
    expect(await replica.receive(await mesh.write(beatriz, PAIR, plaintexts(1)))).toEqual({
      kind: "refused",
      reason: "not-allowed",
    });
    expect((await replica.receive(await mesh.write(beatriz, NETWORK, plaintexts(1)))).kind).toBe("stored");
    const nuevo = await open(mesh);
    await tell(nuevo, mesh);
    expect(await nuevo.receive(before)).toEqual({ kind: "stored", count: 2 });
  });
});

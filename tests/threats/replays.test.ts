/** Threat cases of group F that concern what comes again, or comes as it once was (docs/threat-cases.md). */
import { describe, expect, test } from "vitest";
import { logKey } from "../../sync/log/log-ref.ts";
import { openReceipts, type Receipts } from "../../sync/receipts/receipts.ts";
import { signReceipt } from "../../sync/receipts/receipt.ts";
import { openReplica, type Replica } from "../../sync/replica.ts";
import { NETWORK } from "../../sync/space.ts";
import { createMemoryDisk, memoryStore } from "../../sync/store/memory-store.ts";
import { plaintexts, signatures, type TestDevice, TestMesh } from "../support/test-mesh.ts";

const disk = createMemoryDisk();

async function replicaOf(mesh: TestMesh, store = memoryStore()): Promise<Replica> {
  const replica = await openReplica({ store, mesh: mesh.mesh, meshKey: mesh.meshKey, signatures });
  for (const run of mesh.control) await replica.receive(run);
  return replica;
}

/** How much of everything the disk holds. */
const grown = (): unknown => ({
  logs: [...disk.logs].map(([log, { entries, seals }]) => [log, entries.length, seals.size]),
  values: [...disk.values.keys()].sort(),
});

test("F1 a thousand times the same data and control is the same as once, on the disk too", async () => {
  const mesh = await TestMesh.found();
  const beatriz = await mesh.admit("staff");
  const replica = await replicaOf(mesh, memoryStore(disk));
  const before = grown();
  const run = await mesh.write(beatriz, NETWORK, plaintexts(70));
  expect(await replica.receive(run)).toEqual({ kind: "stored", count: 70 });
  const once = grown();
  expect(once, "the measure sees what is stored").not.toEqual(before);
  const membership = replica.membership();
  for (let again = 0; again < 1000; again += 1) {
    expect(await replica.receive(run)).toEqual({ kind: "stored", count: 0 });
    await replica.receive(mesh.control[again % mesh.control.length]!);
  }
  expect(grown()).toEqual(once);
  expect(replica.membership()).toBe(membership);
});

describe("F4 a peer that goes back behind what it said", () => {
  interface Scene {
    readonly mesh: TestMesh;
    readonly author: TestDevice;
    readonly replica: Replica;
  }

  async function scene(): Promise<Scene> {
    const mesh = await TestMesh.found();
    const author = await mesh.admit("staff");
    return { mesh, author, replica: await replicaOf(mesh) };
  }

  test("F4 takes nothing of a log away, and with other words in it is a fork that is kept as proof", async () => {
    const { mesh, author, replica } = await scene();
    const old = await mesh.write(author, NETWORK, plaintexts(3));
    const head = author.headOf(old.log);
    const more = await mesh.write(author, NETWORK, plaintexts(2, "more"));
    await replica.receive(old);
    await replica.receive(more);
    expect(await replica.receive(old)).toEqual({ kind: "stored", count: 0 });
    expect(replica.holding(old.log)?.high).toBe(4);
    author.rewind(NETWORK, head);
    const other = await mesh.write(author, NETWORK, plaintexts(1, "other"));
    expect(await replica.receive(other)).toMatchObject({ kind: "fork" });
    expect((await replica.read(old.log, 0, 9)).length).toBe(5);
    expect(logKey(other.log)).toBe(logKey(old.log));
  });

  test("F4 does not lower a receipt: the newest that its hub signed stays, through a restart", async () => {
    const { mesh } = await scene();
    const hub = await mesh.admit("hub");
    const store = memoryStore();
    const replica = await replicaOf(mesh, store);
    const open = (): Promise<Receipts> => openReceipts({ store, replica, signatures });
    const site = replica.membership().devices.get(hub.id)!.site;
    const register = { site, space: NETWORK, says: "held" } as const;
    const said = (counter: number, seq: number) =>
      signReceipt({
        mesh: mesh.mesh,
        body: { ...register, device: hub.id, counter, at: 0, positions: [{ device: hub.id, seq }] },
        secret: hub.secrets.sign.secret,
        signatures,
      });
    const receipts = await open();
    expect(await receipts.take(await said(7, 40))).toBe(true);
    for (const [counter, seq] of [
      [6, 30],
      [7, 30],
    ] as const)
      expect(await receipts.take(await said(counter, seq))).toBe(false);
    expect((await open()).of(NETWORK, "held").map(({ positions }) => positions[0]?.seq)).toEqual([40]);
    expect(await receipts.take(await said(8, 41)), "a newer one is taken").toBe(true);
  });
});

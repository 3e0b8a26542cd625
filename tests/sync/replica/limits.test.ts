/** A house that fills what it may (docs/protocol.md, "Limits of a house"). */
import { beforeEach, describe, expect, test } from "vitest";
import { operationIdOf, type SiteId } from "../../../sync/ids.ts";
import type { Run } from "../../../sync/log/run.ts";
import { LEAST_LIMITS, type Limits } from "../../../sync/membership/limit-values.ts";
import { encodeOperation } from "../../../sync/membership/operation-codec.ts";
import { openReplica, type Replica } from "../../../sync/replica.ts";
import { CONTROL, NETWORK } from "../../../sync/space.ts";
import { memoryStore } from "../../../sync/store/memory-store.ts";
import type { Store } from "../../../sync/store/store.ts";
import { plaintexts, random, signatures, type TestDevice, TestMesh } from "../../support/test-mesh.ts";

/** A house that founded the mesh, and one that fills disks. */
let mesh: TestMesh;
let filler: TestDevice;
let store: Store;
let replica: Replica;

const open = (on: Store): Promise<Replica> =>
  openReplica({ store: on, mesh: mesh.mesh, meshKey: mesh.meshKey, signatures });

async function want(device: TestDevice, limits: Limits): Promise<void> {
  await mesh.operate(device, [{ kind: "limits", limits }]);
}

beforeEach(async () => {
  mesh = await TestMesh.found();
  filler = await mesh.admit("coordinator", { name: "Casa Llena", kind: "shelter" });
  for (const device of [mesh.founder, filler]) await want(device, LEAST_LIMITS);
  store = memoryStore();
  replica = await open(store);
  for (const run of mesh.control) await replica.receive(run);
});

const siteOf = ({ id }: TestDevice): SiteId => replica.membership().devices.get(id)!.site;
const bytesOf = (device: TestDevice): number => replica.use().get(siteOf(device))!.bytes;

/** About a megabyte that nobody can read. */
const megabyte = (device: TestDevice): Promise<Run> =>
  mesh.write(
    device,
    NETWORK,
    Array.from({ length: 16 }, () => random(64_000)),
  );

/** Writes until nothing is taken; says how many megabytes were. */
async function fill(device: TestDevice): Promise<{ readonly taken: number; readonly refused: Run }> {
  for (let taken = 0; ; taken += 1) {
    const run = await megabyte(device);
    const received = await replica.receive(run);
    if (received.kind === "refused") {
      expect(received.reason).toBe("over-limit");
      return { taken, refused: run };
    }
    expect(received.kind).toBe("stored");
    expect(taken).toBeLessThan(100);
  }
}

describe("M17 X7 data that nobody can read", () => {
  test("M17 X7 of one device is taken up to its limit; its house and the others write on", async () => {
    const { taken, refused } = await fill(filler);
    expect([7, 8]).toContain(taken);
    expect(replica.isFull(filler.id)).toBe(true);
    const colleague = await mesh.admit("staff");
    for (const run of mesh.control) await replica.receive(run);
    for (const other of [mesh.founder, colleague])
      expect(await replica.receive(await mesh.write(other, NETWORK, plaintexts(3)))).toMatchObject({
        kind: "stored",
      });
    // nothing is lost: it is taken when both houses want that
    const more = { ...LEAST_LIMITS, deviceBytes: LEAST_LIMITS.deviceBytes * 2 };
    await want(mesh.founder, more);
    await replica.receive(mesh.control.at(-1)!);
    expect(await replica.receive(refused)).toMatchObject({ kind: "stored" });
  });

  test("X7 of one house is taken up to its limit, after a restart too, and another house writes on", async () => {
    const devices = [mesh.founder];
    while (devices.length < 5) devices.push(await mesh.admit("staff"));
    for (const run of mesh.control) await replica.receive(run);
    const filled = [];
    for (const device of devices) filled.push(await fill(device));
    const taken = filled.map((one) => one.taken);
    const total = taken.reduce((sum, one) => sum + one, 0);
    expect(total).toBeGreaterThan(28);
    expect(total).toBeLessThanOrEqual(33);
    expect(taken.at(-1)).toBeLessThan(7);
    expect(bytesOf(mesh.founder)).toBeGreaterThanOrEqual(LEAST_LIMITS.siteBytes);
    replica = await open(store);
    expect(bytesOf(mesh.founder)).toBeGreaterThanOrEqual(LEAST_LIMITS.siteBytes);
    expect(await replica.receive(filled[0]!.refused)).toMatchObject({ reason: "over-limit" });
    expect(await replica.receive(await megabyte(filler))).toMatchObject({ kind: "stored" });
  });
});

/** What fills control: operations that say nothing, and follow only their own log and this. */
async function flood(device: TestDevice, count: number, heads = mesh.heads): Promise<Run[]> {
  const runs: Run[] = [];
  for (let at = 0; at < count; at += 512) {
    const length = Math.min(512, count - at);
    const texts = Array.from({ length }, () => encodeOperation({ kind: "merge" }));
    const { mesh: id, meshKey: key } = mesh;
    runs.push(await device.write({ mesh: id, space: CONTROL, key, heads, plaintexts: texts }));
  }
  return runs;
}

async function receiveAll(by: Replica, runs: readonly Run[]): Promise<string[]> {
  const answers: string[] = [];
  for (const run of runs) {
    const received = await by.receive(run);
    answers.push(received.kind === "refused" ? received.reason : received.kind);
  }
  return answers;
}

describe("M16 M17 X7 control without end", () => {
  const MANY = LEAST_LIMITS.operations + 1024;

  test("M16 X7 of one house is taken up to its limit, whoever it lets in besides; the others write on", async () => {
    const answers = await receiveAll(replica, await flood(filler, MANY));
    expect(answers[0]).toBe("stored");
    expect(answers.at(-1)).toBe("over-limit");
    expect(replica.use().get(siteOf(filler))!.operations).toBeLessThan(LEAST_LIMITS.operations + 512);
    expect(replica.missing()).toEqual([]);
    // its last place: whom it lets in now is not heard of either
    expect(await receiveAll(replica, await flood(filler, 1))).toEqual(["over-limit"]);
    const honest = await mesh.operate(mesh.founder, [{ kind: "merge" }]);
    expect(await receiveAll(replica, [honest])).toEqual(["stored"]);
    expect(replica.membership().heads).toContain(operationIdOf(honest.entries.at(-1)!.id));
  });

  test("X7 what another house cites is taken all the same, and nothing that the full one cites by itself", async () => {
    const accomplice = await mesh.admit("coordinator");
    const other = await open(memoryStore());
    for (const one of [replica, other]) await receiveAll(one, mesh.control);
    // the house shows one half of the mesh this, and the other half that
    await receiveAll(replica, await flood(mesh.founder, MANY));
    await receiveAll(other, await flood(accomplice, MANY));
    const { high } = other.holding(accomplice.log(CONTROL))!;
    const [last] = await other.read(accomplice.log(CONTROL), high, high);
    const seen = operationIdOf(last!.id);
    const [own] = await flood(mesh.founder, 1, [seen]);
    expect(await receiveAll(replica, [own!])).toEqual(["over-limit"]);
    expect(replica.missing()).toEqual([]);
    const [honest] = await flood(filler, 1, [seen]);
    expect(await receiveAll(replica, [honest!])).toEqual(["waiting"]);
    for (let wanted = replica.missing(); wanted.length > 0; wanted = replica.missing()) {
      for (const operation of wanted) {
        const run = await other.stretchWith(operation);
        expect((await replica.receive(run!)).kind).not.toBe("refused");
      }
    }
    const { position } = replica.membership().causality;
    expect(position.has(seen)).toBe(true);
    expect(position.has(operationIdOf(honest!.entries[0]!.id))).toBe(true);
    expect(position.has(operationIdOf(own!.entries[0]!.id))).toBe(false);
  });
});

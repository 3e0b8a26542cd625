/** What replicas do with what was ordered to be erased (docs/protocol.md, "Erasure"). */
import { asSealed, toText } from "#crypto";
import { readdir, readFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { openLevelStore } from "../../../sync/adapters/leveldb.node.ts";
import { endingOf } from "../../../sync/ending.ts";
import { markOf, type RecordTag } from "../../../sync/ids.ts";
import { type Entry, withoutBody } from "../../../sync/log/entry.ts";
import type { LogRef } from "../../../sync/log/log-ref.ts";
import { decodeRun, encodeRun, type Run } from "../../../sync/log/run.ts";
import type { EraseOperation } from "../../../sync/membership/operations.ts";
import { siteIdOf } from "../../../sync/membership/site-id.ts";
import { openReplica, type Replica } from "../../../sync/replica.ts";
import { CONTROL, NETWORK, siteSpace } from "../../../sync/space.ts";
import { createMemoryDisk, memoryStore } from "../../../sync/store/memory-store.ts";
import type { Store } from "../../../sync/store/store.ts";
import {
  joinRuns,
  plaintexts,
  random,
  signatures,
  type TestDevice,
  TestMesh,
} from "../../support/test-mesh.ts";

interface Scene {
  readonly mesh: TestMesh;
  readonly beatriz: TestDevice;
  readonly run: Run;
  readonly log: LogRef;
}

async function scene(count = 5): Promise<Scene> {
  const mesh = await TestMesh.found();
  const beatriz = await mesh.admit("staff");
  const run = await mesh.write(beatriz, NETWORK, plaintexts(count));
  return { mesh, beatriz, run, log: beatriz.log(NETWORK) };
}

const open = (mesh: TestMesh, store: Store = memoryStore()): Promise<Replica> =>
  openReplica({ store, mesh: mesh.mesh, meshKey: mesh.meshKey, signatures });

async function tell(replica: Replica, mesh: TestMesh): Promise<void> {
  for (const run of mesh.control) await replica.receive(run);
}

const tag = (): RecordTag => toText(random(8)) as RecordTag;

function orderFor(run: Run, seqs: readonly number[]): EraseOperation {
  const entries = run.entries.filter(({ header }) => seqs.includes(header.seq));
  const named = entries.map(({ header: { seq }, id }) => ({ seq, mark: markOf(id) }));
  return { kind: "erase", records: [tag()], logs: [{ log: run.log, entries: named }] };
}

const bodiesOf = (entries: readonly Entry[]): readonly boolean[] => entries.map(({ body }) => body !== null);
const KEPT = [true, false, true, false, true];

describe("an order to erase", () => {
  test("leaves stubs of what is here and of what comes later, and the log goes on", async () => {
    const { mesh, beatriz, run, log } = await scene();
    const [here, later] = [await open(mesh), await open(mesh)];
    await tell(here, mesh);
    await here.receive(run);
    await mesh.operate(mesh.founder, [orderFor(run, [1, 3])]);
    const more = await mesh.write(beatriz, NETWORK, plaintexts(2, "more"));
    for (const replica of [here, later]) await tell(replica, mesh);
    for (const replica of [here, later]) {
      await replica.receive(run);
      await replica.receive(more);
      const entries = await replica.read(log, 0, 4);
      expect(bodiesOf(entries)).toEqual(KEPT);
      expect(entries.map(({ id }) => id)).toEqual(run.entries.map(({ id }) => id));
      expect(replica.holding(log)).toMatchObject({ high: 6, head: more.entries[1]!.id });
    }
  });

  test("F9 replaying what was sent before, or any part of it, brings nothing back", async () => {
    const { mesh, run, log } = await scene();
    const replica = await open(mesh);
    await tell(replica, mesh);
    await replica.receive(run);
    const recorded = [...mesh.control, run].map(encodeRun);
    await mesh.operate(mesh.founder, [orderFor(run, [1, 3])]);
    await tell(replica, mesh);
    for (const bytes of [...recorded, ...recorded].reverse()) await replica.receive(decodeRun(bytes)!);
    expect(bodiesOf(await replica.read(log, 0, 9))).toEqual(KEPT);
  });

  test("is told whoever did not have the bodies by stubs, which prove themselves", async () => {
    const { mesh, run, log } = await scene(66);
    const [here, later] = [await open(mesh), await open(mesh)];
    await tell(here, mesh);
    await here.receive(run);
    await mesh.operate(mesh.founder, [orderFor(run, [0, 65])]);
    for (const replica of [here, later]) await tell(replica, mesh);
    const entries = await here.read(log, 0, 65);
    const sent = encodeRun({ ...run, entries });
    expect(sent.length).toBeLessThan(encodeRun(run).length - 2 * 200);
    expect(await later.receive(decodeRun(sent)!)).toEqual({ kind: "stored", count: 66 });
    expect(await later.read(log, 0, 65)).toEqual(entries);
    const forged = run.entries.map((entry, at) =>
      at === 0 ? { ...withoutBody(entry), bodyHash: run.entries[1]!.bodyHash } : entry,
    );
    expect(await (await open(mesh)).receive({ ...run, entries: forged })).toMatchObject({
      reason: "malformed",
    });
  });

  test("stubs that nobody ordered wait: a body that a carrier dropped is got from another", async () => {
    const { mesh, run, log } = await scene();
    const replica = await open(mesh);
    await tell(replica, mesh);
    const dropped = { ...run, entries: run.entries.map(withoutBody) };
    expect(await replica.receive(dropped)).toEqual({ kind: "waiting", for: "operations", from: 0, count: 0 });
    expect(await replica.receive(run)).toEqual({ kind: "stored", count: 5 });
    expect(bodiesOf(await replica.read(log, 0, 9))).toEqual([true, true, true, true, true]);
  });

  test("no control entry is ever taken as a stub", async () => {
    const { mesh } = await scene();
    const control = joinRuns(mesh.control);
    const entries = control.entries.map((entry, at) => (at === 3 ? withoutBody(entry) : entry));
    const replica = await open(mesh);
    expect(await replica.receive({ ...control, entries })).toEqual({ kind: "refused", reason: "malformed" });
  });
});

describe("who may order it", () => {
  test("a coordinator and whoever protects, of what devices of the own house wrote, and nobody else", async () => {
    const { mesh, beatriz, run, log } = await scene();
    const pilar = await mesh.admit("protection");
    const voluntario = await mesh.admit("volunteer");
    const otra = await mesh.admit("coordinator", { name: "Casa Ceiba", kind: "shelter" });
    const order = orderFor(run, [1, 3]);
    const control: EraseOperation = {
      ...order,
      logs: [
        {
          log: mesh.founder.log(CONTROL),
          entries: [{ seq: 0, mark: markOf(mesh.control[0]!.entries[0]!.id) }],
        },
      ],
    };
    const audit = {
      ...order,
      logs: [{ log: beatriz.log(siteSpace("audit", siteIdOf(mesh.mesh))), entries: order.logs[0]!.entries }],
    };
    for (const device of [beatriz, voluntario, otra]) await mesh.operate(device, [order]);
    await mesh.operate(mesh.founder, [control]);
    await mesh.operate(mesh.founder, [audit]);
    const replica = await open(mesh);
    await tell(replica, mesh);
    await replica.receive(run);
    expect([...replica.membership().refused.values()]).toEqual(Array(5).fill("not-allowed"));
    expect(bodiesOf(await replica.read(log, 0, 9))).not.toContain(false);
    await mesh.operate(pilar, [order]);
    await tell(replica, mesh);
    expect(bodiesOf(await replica.read(log, 0, 9))).toEqual(KEPT);
    expect(replica.carriedOut()).toEqual([{ device: pilar.id, seq: 0 }]);
  });

  test("of somebody who was taken out before, it binds nobody; the stubs of who obeyed are taken", async () => {
    const { mesh, run, log } = await scene();
    const carla = await mesh.admit("coordinator");
    const [obeyed, knew, later] = [await open(mesh), await open(mesh), await open(mesh)];
    for (const replica of [obeyed, knew]) await tell(replica, mesh);
    for (const replica of [obeyed, knew]) await replica.receive(run);
    const carlas = knew.membership().devices.get(carla.id)!;
    const ending = await endingOf(knew, carlas);
    const before = mesh.heads;
    await mesh.operate(carla, [orderFor(run, [1, 3])]);
    await obeyed.receive(mesh.control.at(-1)!);
    expect(bodiesOf(await obeyed.read(log, 0, 9))).toEqual(KEPT);
    await mesh.operateAfter(before, mesh.founder, [{ kind: "revoke", ending }]);
    await knew.receive(mesh.control.at(-1)!);
    for (const replica of [knew, obeyed, later]) await tell(replica, mesh);
    expect(bodiesOf(await knew.read(log, 0, 9))).not.toContain(false);
    expect(knew.carriedOut()).toEqual([]);
    const stubs = await obeyed.read(log, 0, 4);
    expect(await later.receive({ ...run, entries: stubs })).toEqual({ kind: "stored", count: 5 });
  });
});

describe("wherever entries are kept", () => {
  test("an order that was stored and not carried out is carried out at the next start", async () => {
    const { mesh, run, log } = await scene();
    const disk = createMemoryDisk();
    const store = memoryStore(disk);
    const replica = await open(mesh, store);
    await tell(replica, mesh);
    await replica.receive(run);
    // as a kill leaves it: the order is on the disk, and the bodies still are
    await store.append([await mesh.operate(mesh.founder, [orderFor(run, [1, 3])])]);
    expect(bodiesOf(await replica.read(log, 0, 9))).not.toContain(false);
    await store.close();
    const again = await open(mesh, memoryStore(disk));
    expect(bodiesOf(await again.read(log, 0, 9))).toEqual(KEPT);
  });

  test("in quarantine and among the evidence of a fork too", async () => {
    const { mesh, beatriz, run } = await scene(2);
    const store = memoryStore();
    const replica = await open(mesh, store);
    await tell(replica, mesh);
    await replica.receive(run);
    const head = beatriz.headOf(beatriz.log(NETWORK));
    const ending = await endingOf(replica, replica.membership().devices.get(beatriz.id)!);
    const past = await mesh.write(beatriz, NETWORK, plaintexts(2, "past"));
    beatriz.rewind(NETWORK, head);
    const branch = await mesh.write(beatriz, NETWORK, plaintexts(2, "branch"));
    await replica.receive(past);
    expect((await replica.receive(branch)).kind).toBe("fork");
    await mesh.operate(mesh.founder, [{ kind: "revoke", ending }]);
    await tell(replica, mesh);
    const kept = async (): Promise<readonly boolean[]> => {
      const values = [...(await store.list("quarantine/")), ...(await store.list("fork/"))];
      return values.flatMap(({ value }) => bodiesOf(decodeRun(value)!.entries));
    };
    expect(await kept()).toEqual([true, true, true, true]);
    const order = orderFor(past, [3]);
    const both = { ...order, logs: [...order.logs, ...orderFor(branch, [2]).logs] };
    await mesh.operate(mesh.founder, [both]);
    await tell(replica, mesh);
    expect(await kept()).toEqual([true, false, false, true]);
  });

  test("on LevelDB no file holds the ciphertext any more", async () => {
    const { mesh, run } = await scene();
    const folder = await mkdtemp(join(tmpdir(), "vereda-erase-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const replica = await open(mesh, await openLevelStore(folder));
    await tell(replica, mesh);
    await replica.receive(run);
    const bodies = run.entries.map(({ body }) => body ?? asSealed(new Uint8Array(0)));
    const found = async (): Promise<readonly boolean[]> => {
      const names = await readdir(folder);
      const files = await Promise.all(
        names.map((name) => readFile(join(folder, name)).catch(() => Buffer.alloc(0))),
      );
      // a long value lies in LevelDB's own log in pieces: the first bytes of a body are enough
      return bodies.map((body) => files.some((file) => file.includes(Buffer.from(body.subarray(0, 64)))));
    };
    expect(await found()).toEqual([true, true, true, true, true]);
    await mesh.operate(mesh.founder, [orderFor(run, [1, 3])]);
    await tell(replica, mesh);
    expect(await found()).toEqual(KEPT);
  });
});

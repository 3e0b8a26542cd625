import { describe, expect, test } from "vitest";
import { generateSpaceKey, toText } from "#crypto";
import type { MeshId, SiteId } from "../../../sync/ids.ts";
import { type LogRef, logKey } from "../../../sync/log/log-ref.ts";
import { decodeRun, encodeRun, type Run, sliceRun } from "../../../sync/log/run.ts";
import { forkKey } from "../../../sync/replica/forks.ts";
import { MAX_STAGED_RUNS } from "../../../sync/replica/stage.ts";
import { openReplica, type Replica, type ReplicaChange } from "../../../sync/replica.ts";
import { CAPSULE, CONTROL, NETWORK, PAIR, siteSpace } from "../../../sync/space.ts";
import { createMemoryDisk, memoryStore } from "../../../sync/store/memory-store.ts";
import type { Store } from "../../../sync/store/store.ts";
import { storedBytes } from "../../../sync/log/entry.ts";
import { joinRuns, plaintexts, random, signatures, TestDevice, TestMesh } from "../../support/test-mesh.ts";

interface Site {
  readonly mesh: TestMesh;
  readonly beatriz: TestDevice;
  readonly store: Store;
  readonly replica: Replica;
}

const openOn = (mesh: TestMesh, store: Store): Promise<Replica> =>
  openReplica({ store, mesh: mesh.mesh, meshKey: mesh.meshKey, signatures });

/** A founded mesh with one member of staff, and a replica that holds all of control. */
async function createSite(): Promise<Site> {
  const mesh = await TestMesh.found();
  const beatriz = await mesh.admit("staff");
  const store = memoryStore();
  const replica = await openOn(mesh, store);
  for (const run of mesh.control) await replica.receive(run);
  return { mesh, beatriz, store, replica };
}

const highs = (replica: Replica): Record<string, number> =>
  Object.fromEntries(replica.holdings().map(({ log, high }) => [logKey(log), high]));

describe("a replica that receives data", () => {
  test("stores a member's run and tells its listeners", async () => {
    const { mesh, beatriz, replica, store } = await createSite();
    const changes: ReplicaChange[] = [];
    const stop = replica.onChange((change) => changes.push(change));
    const run = await mesh.write(beatriz, NETWORK, plaintexts(3));
    expect(await replica.receive(run)).toEqual({ kind: "stored", count: 3 });
    expect(changes).toEqual([{ logs: [run.log], membership: false }]);
    const bytes = storedBytes(run.entries);
    const head = run.entries[2]?.id;
    expect(replica.holding(run.log)).toEqual({ log: run.log, low: 0, high: 2, head, bytes });
    expect(await store.read(run.log, 0, 9)).toEqual(run.entries);
    stop();
    await replica.receive(await mesh.write(beatriz, NETWORK, plaintexts(1)));
    expect(changes.length).toBe(1);
  });

  test("skips what it holds of a run that overlaps", async () => {
    const { mesh, beatriz, replica } = await createSite();
    const run = joinRuns([
      await mesh.write(beatriz, NETWORK, plaintexts(64)),
      await mesh.write(beatriz, NETWORK, plaintexts(64)),
      await mesh.write(beatriz, NETWORK, plaintexts(2)),
    ]);
    expect(await replica.receive(sliceRun(run, 0, 63)!)).toEqual({ kind: "stored", count: 64 });
    expect(await replica.receive(run)).toEqual({ kind: "stored", count: 66 });
    expect(await replica.receive(run)).toEqual({ kind: "stored", count: 0 });
    expect(await replica.receive(sliceRun(run, 0, 127)!)).toEqual({ kind: "stored", count: 0 });
    expect(await replica.read(run.log, 0, 999)).toEqual(run.entries);
  });

  test("M10 waits for the entries before a run", async () => {
    const { mesh, beatriz, replica } = await createSite();
    const [first, second] = [
      await mesh.write(beatriz, NETWORK, plaintexts(2)),
      await mesh.write(beatriz, NETWORK, plaintexts(2)),
    ];
    expect(await replica.receive(second)).toEqual({ kind: "waiting", for: "entries", from: 0, count: 0 });
    await replica.receive(first);
    expect(await replica.receive(second)).toEqual({ kind: "stored", count: 2 });
  });

  test("waits for the operations that a run names, and for the author's own", async () => {
    const { mesh, beatriz, replica } = await createSite();
    const carlos = await mesh.admit("staff");
    const later = mesh.control.slice(4);
    const run = await mesh.write(beatriz, NETWORK, plaintexts(1));
    const his = await mesh.write(carlos, NETWORK, plaintexts(1));
    expect(await replica.receive(run)).toMatchObject({ kind: "waiting", for: "operations" });
    expect(await replica.receive(his)).toMatchObject({ kind: "waiting", for: "operations" });
    for (const one of later) await replica.receive(one);
    expect(await replica.receive(run)).toMatchObject({ kind: "stored" });
    expect(await replica.receive(his)).toMatchObject({ kind: "stored" });
    const empty = await openOn(mesh, memoryStore());
    expect(await empty.receive(run)).toMatchObject({ kind: "waiting", for: "operations" });
  });

  test("refuses strangers, those without permission, and runs that are not their author's", async () => {
    const { mesh, beatriz, replica, store } = await createSite();
    const hub = await mesh.admit("hub");
    for (const run of mesh.control) await replica.receive(run);
    const stranger = await mesh.write(new TestDevice(), NETWORK, plaintexts(1));
    expect(await replica.receive(stranger)).toEqual({ kind: "refused", reason: "not-a-member" });
    const byHub = await mesh.write(hub, NETWORK, plaintexts(1));
    expect(await replica.receive(byHub)).toEqual({ kind: "refused", reason: "not-allowed" });
    const elsewhere = siteSpace("desk", toText(random(16)) as SiteId);
    const foreign = await mesh.write(beatriz, elsewhere, plaintexts(1));
    expect(await replica.receive(foreign)).toEqual({ kind: "refused", reason: "not-allowed" });
    const run = await mesh.write(beatriz, PAIR, plaintexts(1));
    const forged = {
      ...run,
      seals: run.seals.map((seal) => ({ ...seal, signature: stranger.seals[0]!.signature })),
    };
    expect(await replica.receive(forged)).toEqual({ kind: "refused", reason: "bad-seal" });
    const cut = { ...run, seals: [] };
    expect(await replica.receive(cut)).toEqual({ kind: "refused", reason: "malformed" });
    const other = { ...run, mesh: toText(random(32)) as MeshId };
    expect(await replica.receive(other)).toEqual({ kind: "refused", reason: "other-mesh" });
    expect((await store.holdings()).map(({ log }) => log.space)).toEqual([CONTROL]);
  });

  test("refuses a run whose membership heads go back", async () => {
    const { mesh, beatriz, replica } = await createSite();
    const [early] = mesh.control;
    const old = mesh.heads;
    await mesh.operate(mesh.founder, [{ kind: "merge" }]);
    await replica.receive(mesh.control.at(-1)!);
    await replica.receive(await mesh.write(beatriz, NETWORK, plaintexts(1)));
    const write = (heads: typeof old) =>
      beatriz.write({
        mesh: mesh.mesh,
        space: NETWORK,
        key: mesh.spaceKey,
        heads,
        plaintexts: plaintexts(1),
      });
    const head = beatriz.headOf(beatriz.log(NETWORK));
    for (const heads of [old, [], [toText(early!.entries[0]!.id) as (typeof old)[number]]]) {
      beatriz.rewind(NETWORK, head);
      expect(await replica.receive(await write(heads))).toEqual({
        kind: "refused",
        reason: "heads-went-back",
      });
    }
    beatriz.rewind(NETWORK, head);
    expect(await replica.receive(await write(mesh.heads))).toEqual({ kind: "stored", count: 1 });
  });

  test("refuses a run with any flipped bit", async () => {
    const { mesh, beatriz, replica } = await createSite();
    const run = await mesh.write(beatriz, CAPSULE, plaintexts(2));
    const bytes = encodeRun(run);
    let decoded = 0;
    for (let bit = 0; bit < bytes.length * 8; bit += 11) {
      const copy = bytes.slice();
      copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const changed = decodeRun(copy);
      if (changed === null) continue;
      decoded += 1;
      expect((await replica.receive(changed)).kind, `bit ${String(bit)}`).not.toBe("stored");
    }
    expect(decoded).toBeGreaterThan(100);
    expect(replica.holding(run.log)).toBe(null);
    expect(await replica.receive(decodeRun(bytes)!)).toEqual({ kind: "stored", count: 2 });
  });

  test("lets sessions that bring the same log at once take turns", async () => {
    const { mesh, beatriz, replica } = await createSite();
    const runs: Run[] = [];
    for (let count = 0; count < 6; count++) runs.push(await mesh.write(beatriz, NETWORK, plaintexts(3)));
    const whole = joinRuns(runs);
    const outcomes = await Promise.all([
      ...runs.map((run) => replica.receive(run)),
      replica.receive(whole),
      replica.receive(whole),
    ]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(Array.from({ length: 8 }, () => "stored"));
    expect(await replica.read(whole.log, 0, 99)).toEqual(whole.entries);
  });

  test("passes on what the store cannot do, and stores the run when it can", async () => {
    const { mesh, beatriz, store } = await createSite();
    let full = true;
    const flaky: Store = {
      ...bound(store),
      append: (runs, puts) => (full ? Promise.reject(new Error("full")) : store.append(runs, puts)),
    };
    const replica = await openOn(mesh, flaky);
    const run = await mesh.write(beatriz, NETWORK, plaintexts(2));
    await expect(replica.receive(run)).rejects.toThrow("full");
    expect(replica.holding(run.log)).toBe(null);
    full = false;
    expect(await replica.receive(run)).toEqual({ kind: "stored", count: 2 });
  });
});

function bound(store: Store): Store {
  return {
    holdings: () => store.holdings(),
    append: (runs, puts) => store.append(runs, puts),
    cut: (log, tip, puts) => store.cut(log, tip, puts),
    erase: (names, puts) => store.erase(names, puts),
    read: (log, from, to) => store.read(log, from, to),
    seals: (log, from, to) => store.seals(log, from, to),
    get: (key) => store.get(key),
    put: (values) => store.put(values),
    forget: (keys) => store.forget(keys),
    list: (prefix) => store.list(prefix),
    close: () => store.close(),
  };
}

describe("a fork", () => {
  async function fork(space: typeof NETWORK): Promise<Site & { ours: Run; theirs: Run; log: LogRef }> {
    const site = await createSite();
    const { mesh, beatriz, replica } = site;
    const write = (count: number, of: string): Promise<Run> =>
      space === CONTROL
        ? mesh.operate(
            beatriz,
            Array.from({ length: count }, () => ({ kind: "merge" as const })),
          )
        : mesh.write(beatriz, space, plaintexts(count, of));
    const common = await write(2, "common");
    await replica.receive(common);
    const log = beatriz.log(space);
    const head = beatriz.headOf(log);
    const ours = await write(3, "ours");
    await replica.receive(ours);
    beatriz.rewind(space, head);
    const theirs = joinRuns([await write(1, "theirs"), await write(4, "theirs")]);
    return { ...site, ours, theirs: joinRuns([common, theirs]), log };
  }

  for (const space of [NETWORK, CONTROL]) {
    test(`in ${space} is reported with both seals, and merges nothing`, async () => {
      const { replica, store, ours, theirs, log } = await fork(space);
      const received = await replica.receive(theirs);
      expect(received).toEqual({
        kind: "fork",
        log,
        seq: 2,
        ours: { id: ours.entries[0]?.id, seal: ours.seals[0] },
        theirs: { id: theirs.entries[2]?.id, seal: theirs.seals[0] },
      });
      expect(replica.holding(log)?.high).toBe(4);
      expect((await replica.read(log, 2, 4)).map(({ id }) => id)).toEqual(ours.entries.map(({ id }) => id));
      if (space === CONTROL) expect(replica.membership().forks.get(log.device)?.seq).toBe(2);
      else expect(decodeRun((await store.get(forkKey(log)))!)).toEqual(sliceRun(theirs, 2, 6));
    });
  }

  test("is seen in a run that follows another entry than our head", async () => {
    const { replica, store, theirs, log, ours } = await fork(NETWORK);
    const tail = { ...theirs, entries: theirs.entries.slice(5) };
    const received = await replica.receive(tail);
    expect(received).toMatchObject({
      kind: "fork",
      seq: 4,
      ours: { id: ours.entries[2]?.id },
      theirs: { id: theirs.entries[4]?.id },
    });
    expect(await store.get(forkKey(log))).not.toBe(null);
  });

  test("that nobody signed is no fork", async () => {
    const { replica, store, theirs, log } = await fork(NETWORK);
    const forged = {
      ...theirs,
      seals: theirs.seals.map((seal) => ({ ...seal, signature: random(64) as never })),
    };
    expect(await replica.receive(forged)).toEqual({ kind: "refused", reason: "bad-seal" });
    expect(await store.get(forkKey(log))).toBe(null);
  });

  test("does not stop the branch that we hold", async () => {
    const { replica, theirs, mesh, beatriz, ours, log } = await fork(NETWORK);
    await replica.receive(theirs);
    beatriz.rewind(NETWORK, { seq: 4, id: ours.entries[2]!.id });
    expect(await replica.receive(await mesh.write(beatriz, NETWORK, plaintexts(1)))).toMatchObject({
      kind: "stored",
    });
    expect(replica.holding(log)?.high).toBe(5);
  });
});

describe("a replica that receives control", () => {
  test("starts empty, with the mesh's id and key alone", async () => {
    const mesh = await TestMesh.found("Ruta del Golfo");
    const replica = await openOn(mesh, memoryStore());
    expect(replica.membership().devices.size).toBe(0);
    expect(await replica.receive(mesh.control[0]!)).toEqual({ kind: "stored", count: 1 });
    expect(replica.membership().meshName).toBe("Ruta del Golfo");
    expect([...replica.membership().devices.keys()]).toEqual([mesh.founder.id]);
  });

  test("stages runs of authors that are not known yet, and takes them when they are", async () => {
    const mesh = await TestMesh.found();
    const beatriz = await mesh.admit("staff");
    const hers = await mesh.operate(beatriz, [{ kind: "merge" }]);
    const replica = await openOn(mesh, memoryStore());
    const changes: ReplicaChange[] = [];
    replica.onChange((change) => changes.push(change));
    expect(await replica.receive(hers)).toEqual({ kind: "waiting", for: "author", from: 0, count: 0 });
    expect(await replica.receive(mesh.controlOf(mesh.founder))).toEqual({ kind: "stored", count: 4 });
    expect(replica.membership().devices.has(beatriz.id)).toBe(true);
    expect(highs(replica)).toEqual({ [`control/${mesh.founder.id}`]: 3, [`control/${beatriz.id}`]: 0 });
    expect(changes.every(({ membership }) => membership)).toBe(true);
    expect(await replica.receive(hers)).toEqual({ kind: "stored", count: 0 });
  });

  test("takes logs that cite one another only together", async () => {
    const mesh = await TestMesh.found();
    const beatriz = await mesh.admit("staff");
    await mesh.operate(beatriz, [{ kind: "merge" }]);
    await mesh.operate(mesh.founder, [{ kind: "merge" }]);
    await mesh.operate(beatriz, [{ kind: "merge" }]);
    await mesh.operate(mesh.founder, [{ kind: "merge" }]);
    const [hers, founders] = [mesh.controlOf(beatriz), mesh.controlOf(mesh.founder)];
    for (const order of [
      [hers, founders],
      [founders, hers],
    ]) {
      const replica = await openOn(mesh, memoryStore());
      const outcomes = [];
      for (const run of order) outcomes.push((await replica.receive(run)).kind);
      expect(outcomes).toEqual(["waiting", "stored"]);
      expect(highs(replica)).toEqual({ [logKey(hers.log)]: 1, [logKey(founders.log)]: 5 });
      expect(replica.membership().waiting).toEqual([]);
    }
  });

  test("stores the part of a run that it can, up to a seal", async () => {
    const mesh = await TestMesh.found();
    const beatriz = await mesh.admit("staff");
    const merges = (count: number) => Array.from({ length: count }, () => ({ kind: "merge" as const }));
    await mesh.operate(mesh.founder, merges(70));
    const hers = await mesh.operate(beatriz, merges(1));
    await mesh.operate(mesh.founder, merges(1));
    const replica = await openOn(mesh, memoryStore());
    const founders = mesh.controlOf(mesh.founder);
    expect(await replica.receive(founders)).toEqual({
      kind: "waiting",
      for: "operations",
      from: 64,
      count: 64,
    });
    // The rest is on the stage: when the missing one comes, both are complete; the cut entry 70..73 is in the way no more.
    expect(await replica.receive(hers)).toMatchObject({ kind: "stored" });
    expect(replica.holding(founders.log)?.high).toBe(74);
  });

  test("takes control from any device that was let in as a hub", async () => {
    const mesh = await TestMesh.found();
    const hub = await mesh.admit("hub");
    const its = await mesh.operate(hub, [{ kind: "merge" }]);
    const replica = await openOn(mesh, memoryStore());
    await replica.receive(mesh.controlOf(mesh.founder));
    expect(replica.membership().devices.get(hub.id)?.role).toBe("hub");
    expect(await replica.receive(its)).toEqual({ kind: "stored", count: 1 });
  });

  test("F10 refuses control that the mesh key does not open, and another mesh's founding", async () => {
    const mesh = await TestMesh.found();
    const replica = await openOn(mesh, memoryStore());
    const other = await TestMesh.found();
    expect(await replica.receive(other.control[0]!)).toEqual({ kind: "refused", reason: "other-mesh" });
    await replica.receive(mesh.control[0]!);
    const unreadable = await mesh.founder.write({
      mesh: mesh.mesh,
      space: CONTROL,
      key: generateSpaceKey(random),
      heads: mesh.heads,
      plaintexts: plaintexts(1),
    });
    expect(await replica.receive(unreadable)).toEqual({ kind: "refused", reason: "unreadable" });
    const joiner = await openReplica({
      store: memoryStore(),
      mesh: other.mesh,
      meshKey: mesh.meshKey,
      signatures,
    });
    expect(await joiner.receive(other.control[0]!)).toEqual({ kind: "refused", reason: "unreadable" });
  });

  test("refuses a staged run once its author's key shows that another sealed it", async () => {
    const mesh = await TestMesh.found();
    const beatriz = await mesh.admit("staff");
    const hers = await mesh.operate(beatriz, [{ kind: "merge" }]);
    const forged = {
      ...hers,
      seals: hers.seals.map((seal) => ({ ...seal, signature: random(64) as never })),
    };
    const replica = await openOn(mesh, memoryStore());
    expect(await replica.receive(forged)).toMatchObject({ kind: "waiting", for: "author" });
    await replica.receive(mesh.controlOf(mesh.founder));
    expect(replica.holding(hers.log)).toBe(null);
    expect(await replica.receive(forged)).toEqual({ kind: "refused", reason: "bad-seal" });
    expect(await replica.receive(hers)).toEqual({ kind: "stored", count: 1 });
  });

  test("M4 bounds what it stages: the oldest go first and may come again", async () => {
    const mesh = await TestMesh.found();
    const beatriz = await mesh.admit("staff");
    const hers = await mesh.operate(beatriz, [{ kind: "merge" }]);
    const replica = await openOn(mesh, memoryStore());
    await replica.receive(hers);
    for (let count = 0; count < MAX_STAGED_RUNS; count++) {
      const noise = {
        ...hers,
        seals: hers.seals.map((seal) => ({ ...seal, signature: random(64) as never })),
      };
      expect((await replica.receive(noise)).kind).toBe("waiting");
    }
    await replica.receive(mesh.controlOf(mesh.founder));
    expect(replica.holding(hers.log)).toBe(null);
    expect(await replica.receive(hers)).toEqual({ kind: "stored", count: 1 });
  });
});

describe("a replica that appends", () => {
  test("stores its own runs and values together, control too", async () => {
    const mesh = await TestMesh.found();
    const store = memoryStore();
    const replica = await openOn(mesh, store);
    await replica.append([mesh.control[0]!], [{ key: "vault/1", value: Uint8Array.of(7) }]);
    expect(replica.membership().devices.has(mesh.founder.id)).toBe(true);
    expect(await store.get("vault/1")).toEqual(Uint8Array.of(7));
    const run = await mesh.write(mesh.founder, NETWORK, plaintexts(2));
    await replica.append([run]);
    await expect(replica.append([run])).rejects.toMatchObject({ code: "store-conflict" });
    await expect(replica.append([{ ...run, seals: [] }])).rejects.toBeInstanceOf(TypeError);
    expect(replica.holding(run.log)?.high).toBe(1);
  });

  test("knows everything again when it is opened on what it wrote", async () => {
    const disk = createMemoryDisk();
    const mesh = await TestMesh.found();
    const beatriz = await mesh.admit("volunteer");
    const store = memoryStore(disk);
    const replica = await openOn(mesh, store);
    for (const run of mesh.control) await replica.receive(run);
    await replica.receive(await mesh.write(beatriz, NETWORK, plaintexts(2)));
    await store.close();
    const again = await openOn(mesh, memoryStore(disk));
    expect(highs(again)).toEqual(highs(replica));
    expect(again.membership()).toEqual(replica.membership());
  });

  test("does not open what another mesh key sealed", async () => {
    const { mesh, store } = await createSite();
    const meshKey = generateSpaceKey(random);
    await expect(openReplica({ store, mesh: mesh.mesh, meshKey, signatures })).rejects.toMatchObject({
      code: "store-failed",
    });
  });

  test("keeps the same membership until control grows", async () => {
    const { mesh, beatriz, replica } = await createSite();
    const before = replica.membership();
    await replica.receive(await mesh.write(beatriz, NETWORK, plaintexts(5)));
    expect(replica.membership()).toBe(before);
    await replica.receive(await mesh.operate(mesh.founder, [{ kind: "merge" }]));
    expect(replica.membership()).not.toBe(before);
  });
});

import { describe, expect, test } from "vitest";
import { generateSpaceKey } from "#crypto";
import type { Run } from "../../../sync/log/run.ts";
import { verifyAll } from "../../../sync/replica/verify-all.ts";
import { NETWORK } from "../../../sync/space.ts";
import { memoryStore } from "../../../sync/store/memory-store.ts";
import { type Store, StoreDamaged } from "../../../sync/store/store.ts";
import { plaintexts, random, signatures, TestDevice, TestMesh } from "../../support/test-mesh.ts";

const mesh = await TestMesh.found();
const beatriz = await mesh.admit("staff");
const run = await mesh.write(beatriz, NETWORK, plaintexts(130));

const check = (store: Store) => verifyAll({ store, mesh: mesh.mesh, meshKey: mesh.meshKey, signatures });

async function holding(...runs: Run[]): Promise<Store> {
  const store = memoryStore();
  await store.append([...mesh.control, ...runs]);
  return store;
}

describe("checking everything", () => {
  test("finds nothing wrong with an honest store", async () => {
    expect(await check(await holding(run))).toEqual({ entries: 134, problems: [] });
    expect(await check(memoryStore())).toEqual({ entries: 0, problems: [] });
  });

  test("finds damaged entries, each by its position, and goes on", async () => {
    const store = await holding(run);
    const bad = [3, 64, 129];
    const damaged: Store = Object.create(store) as Store;
    damaged.holdings = () => store.holdings();
    damaged.list = (prefix) => store.list(prefix);
    damaged.seals = (log, from, to) => store.seals(log, from, to);
    damaged.read = async (log, from, to) => {
      const seq = log.space === NETWORK ? bad.find((at) => at >= from && at <= to) : undefined;
      if (seq !== undefined) throw new StoreDamaged({ log, seq });
      return store.read(log, from, to);
    };
    const { entries, problems } = await check(damaged);
    expect(entries).toBe(131);
    expect(problems).toEqual(bad.map((seq) => ({ kind: "damaged", log: run.log, seq })));
  });

  test("finds seals that are not the author's or are missing, and authors that nobody let in", async () => {
    const seals = run.seals.map((seal) =>
      seal.seq === 63 ? { ...seal, signature: random(64) as never } : seal,
    );
    const log = run.log;
    expect((await check(await holding({ ...run, seals }))).problems).toEqual([
      { kind: "bad-seal", log, seq: 63 },
    ]);
    const bare = { ...run, seals: run.seals.slice(0, -1) };
    expect((await check(await holding(bare))).problems).toEqual([{ kind: "unsealed", log, seq: 129 }]);
    const stranger = await mesh.write(new TestDevice(), NETWORK, plaintexts(1));
    expect((await check(await holding(stranger))).problems).toEqual([
      { kind: "unknown-author", log: stranger.log, seq: null },
    ]);
  });

  test("finds entries whose bytes do not make their id", async () => {
    const entries = run.entries.map((entry, at) =>
      at === 9 ? { ...entry, body: run.entries[1]!.body } : entry,
    );
    const { problems } = await check(await holding({ ...run, entries }));
    expect(problems).toEqual([{ kind: "damaged", log: run.log, seq: 9 }]);
  });

  test("finds another mesh's entries, and control under another key", async () => {
    const other = await TestMesh.found();
    const store = memoryStore();
    const theirs = await other.write(new TestDevice(), NETWORK, plaintexts(1));
    await store.append([theirs]);
    expect((await check(store)).problems.map(({ kind }) => kind)).toEqual(["mesh", "unknown-author"]);
    const options = {
      store: await holding(),
      mesh: mesh.mesh,
      meshKey: generateSpaceKey(random),
      signatures,
    };
    expect((await verifyAll(options)).problems[0]).toMatchObject({ kind: "unreadable", seq: 0 });
  });
});

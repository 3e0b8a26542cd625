/**
 * What every store must keep, whatever it is made of: each adapter runs this same suite
 * (`storeContract`), the one in memory too. The numbers are the invariants of sync/store/store.ts.
 */
import { afterEach, describe, expect, test } from "vitest";
import { markOf } from "../../sync/ids.ts";
import type { Run } from "../../sync/log/run.ts";
import { NETWORK, PAIR } from "../../sync/space.ts";
import type { Store } from "../../sync/store/store.ts";
import { storedBytes, withoutBody } from "../../sync/log/entry.ts";
import { joinRuns, plaintexts, type TestDevice, TestMesh } from "./test-mesh.ts";

/** One place where a store can be opened again and again. */
export interface StorePlace {
  open(): Promise<Store>;
  /** Frees what the place takes. */
  remove(): Promise<void>;
}

interface Scene {
  readonly mesh: TestMesh;
  readonly ana: TestDevice;
  readonly store: Store;
  readonly reopen: () => Promise<Store>;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const code = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    await work;
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
  return "nothing was thrown";
};

/** Registers the contract's tests for one adapter. */
export function storeContract(name: string, createPlace: () => Promise<StorePlace>): void {
  const opened: { store: Store; place: StorePlace }[] = [];

  const scene = async (): Promise<Scene> => {
    const place = await createPlace();
    const store = await place.open();
    const first = { store, place };
    opened.push(first);
    const mesh = await TestMesh.found();
    const reopen = async (): Promise<Store> => {
      await first.store.close();
      first.store = await place.open();
      return first.store;
    };
    return { mesh, ana: mesh.founder, store, reopen };
  };

  afterEach(async () => {
    for (const { store, place } of opened.splice(0)) {
      await store.close();
      await place.remove();
    }
  });

  const write = ({ mesh, ana }: Scene, count: number): Promise<Run> =>
    mesh.write(ana, NETWORK, plaintexts(count));

  describe(`a store ${name}`, () => {
    test("gives back the entries of a log as they were appended", async () => {
      const at = await scene();
      const runs = [await write(at, 3), await write(at, 70)];
      for (const run of runs) await at.store.append([run]);
      const read = await at.store.read(at.ana.log(NETWORK), 0, 1000);
      expect(read).toEqual(runs.flatMap(({ entries }) => entries));
      expect(await at.store.read(at.ana.log(NETWORK), 2, 4)).toEqual(read.slice(2, 5));
      expect(await at.store.read(at.ana.log(NETWORK), 73, 80)).toEqual([]);
      expect(await at.store.read(at.ana.log(PAIR), 0, 10)).toEqual([]);
    });

    test("keeps entries, seals and values when it is opened again (invariant 1)", async () => {
      const at = await scene();
      const run = await write(at, 66);
      await at.store.append([at.mesh.control[0]!, run], [{ key: "register/a", value: bytes("uno") }]);
      const holdings = await at.store.holdings();
      const again = await at.reopen();
      const byLog = (held: typeof holdings) => [...held].sort((a, b) => (a.log.space < b.log.space ? -1 : 1));
      expect(byLog(await again.holdings())).toEqual(byLog(holdings));
      expect(await again.read(at.ana.log(NETWORK), 0, 65)).toEqual(run.entries);
      expect(await again.seals(at.ana.log(NETWORK), 0, 65)).toEqual(run.seals);
      expect(await again.get("register/a")).toEqual(bytes("uno"));
    });

    test("says how far each log has come", async () => {
      const at = await scene();
      expect(await at.store.holdings()).toEqual([]);
      const first = await write(at, 2);
      await at.store.append([first]);
      const run = await write(at, 3);
      await at.store.append([run]);
      const log = at.ana.log(NETWORK);
      const bytes = storedBytes([...first.entries, ...run.entries]);
      expect(await at.store.holdings()).toEqual([{ log, low: 0, high: 4, head: run.entries[2]?.id, bytes }]);
    });

    test("keeps the seals at every 64th entry and at the tip", async () => {
      const at = await scene();
      const runs = [await write(at, 10), await write(at, 60), await write(at, 58), await write(at, 2)];
      for (const run of runs) await at.store.append([run]);
      const seals = await at.store.seals(at.ana.log(NETWORK), 0, 1000);
      const mandatory = seals.filter(({ seq }) => [63, 127, 129].includes(seq));
      expect(mandatory.map(({ seq }) => seq)).toEqual([63, 127, 129]);
      expect(mandatory).toEqual(
        runs.flatMap((run) => run.seals).filter(({ seq }) => [63, 127, 129].includes(seq)),
      );
      expect((await at.store.seals(at.ana.log(NETWORK), 100, 127)).map(({ seq }) => seq)).toEqual([127]);
    });

    test("takes two runs of one log in one append", async () => {
      const at = await scene();
      const runs = [await write(at, 2), await write(at, 2)];
      await at.store.append(runs);
      expect(await at.store.read(at.ana.log(NETWORK), 0, 9)).toEqual(joinRuns(runs).entries);
    });

    test("refuses a run that leaves a gap, repeats, or follows another entry, and keeps nothing of it (invariant 2)", async () => {
      const at = await scene();
      const [first, second, third] = [await write(at, 2), await write(at, 2), await write(at, 2)];
      const puts = [{ key: "view/x", value: bytes("x") }];
      await at.store.append([first]);
      expect(await code(at.store.append([third], puts))).toBe("store-conflict");
      expect(await code(at.store.append([first], puts))).toBe("store-conflict");
      at.ana.rewind(NETWORK, null);
      await write(at, 2);
      const fork = await write(at, 2);
      expect(await code(at.store.append([fork], puts))).toBe("store-conflict");
      expect((await at.store.holdings()).map(({ high }) => high)).toEqual([1]);
      expect(await at.store.get("view/x")).toBe(null);
      await at.store.append([second, third]);
      expect((await at.store.read(at.ana.log(NETWORK), 0, 9)).length).toBe(6);
    });

    test("keeps nothing of an append of which one run conflicts (invariant 2)", async () => {
      const at = await scene();
      const good = await write(at, 2);
      const beatriz = await at.mesh.admit("staff");
      await at.mesh.write(beatriz, NETWORK, plaintexts(1));
      const late = await at.mesh.write(beatriz, NETWORK, plaintexts(1));
      expect(await code(at.store.append([good, late], [{ key: "a", value: bytes("a") }]))).toBe(
        "store-conflict",
      );
      expect(await at.store.holdings()).toEqual([]);
      expect(await at.store.get("a")).toBe(null);
      const again = await at.reopen();
      expect(await again.holdings()).toEqual([]);
      expect(await again.read(at.ana.log(NETWORK), 0, 5)).toEqual([]);
    });

    test("puts, replaces, deletes and lists values by key", async () => {
      const { store } = await scene();
      await store.put([
        { key: "register/b", value: bytes("2") },
        { key: "register/a", value: bytes("1") },
        { key: "registers", value: bytes("other") },
        { key: "view/a", value: bytes("") },
      ]);
      await store.put([
        { key: "register/b", value: bytes("3") },
        { key: "view/z", value: null },
      ]);
      expect(await store.list("register/")).toEqual([
        { key: "register/a", value: bytes("1") },
        { key: "register/b", value: bytes("3") },
      ]);
      await store.put([{ key: "register/a", value: null }]);
      expect(await store.get("register/a")).toBe(null);
      expect(await store.get("view/a")).toEqual(bytes(""));
      expect((await store.list("")).map(({ key }) => key)).toEqual(["register/b", "registers", "view/a"]);
    });

    test("forgets values by key, and keeps the others and the logs", async () => {
      const at = await scene();
      const { store } = at;
      const run = await write(at, 2);
      await store.append([run], [{ key: "secrets/a", value: bytes("1") }]);
      await store.put([{ key: "secrets/b", value: bytes("2") }]);
      await store.forget(["secrets/a", "secrets/none"]);
      expect(await store.list("secrets/")).toEqual([{ key: "secrets/b", value: bytes("2") }]);
      expect(await store.read(run.log, 0, 9)).toEqual(run.entries);
    });

    test("keeps its own copy of a value", async () => {
      const { store } = await scene();
      const value = bytes("abc");
      await store.put([{ key: "blob/1", value }]);
      value[0] = 0;
      const read = await store.get("blob/1");
      expect(read).toEqual(bytes("abc"));
      read?.fill(0);
      expect(await store.get("blob/1")).toEqual(bytes("abc"));
    });

    test("cuts a log at a seal, and goes on from there; what is cut is gone, values come with it", async () => {
      const at = await scene();
      const first = await write(at, 3);
      const rest = await write(at, 70);
      await at.store.append([first]);
      const tip = first.seals.at(-1)!;
      await at.store.append([rest]);
      const log = at.ana.log(NETWORK);
      await at.store.cut(log, tip, [{ key: "quarantine/a", value: bytes("dos") }]);
      const store = await at.reopen();
      const taken = storedBytes([...first.entries, ...rest.entries]);
      expect(await store.holdings()).toEqual([{ log, low: 0, high: 2, head: tip.id, bytes: taken }]);
      expect(await store.read(log, 0, 100)).toEqual(first.entries);
      expect(await store.seals(log, 0, 100)).toEqual([tip]);
      expect(await store.get("quarantine/a")).toEqual(bytes("dos"));
      await store.cut(log, tip, []);
      await store.append([rest]);
      expect(await store.read(log, 0, 100)).toHaveLength(73);
    });

    test("forgets a log that is cut to nothing, and refuses a cut at an entry that is not there", async () => {
      const at = await scene();
      const run = await write(at, 66);
      await at.store.append([run]);
      const log = at.ana.log(NETWORK);
      const tip = run.seals.at(-1)!;
      expect(await code(at.store.cut(log, { ...tip, seq: 3 }, []))).toBe("store-conflict");
      expect(await code(at.store.cut(log, { ...tip, seq: 99 }, []))).toBe("store-conflict");
      expect(await code(at.store.cut(at.ana.log(PAIR), null, []))).toBe("store-conflict");
      await at.store.cut(log, null, []);
      const store = await at.reopen();
      expect(await store.holdings()).toEqual([]);
      expect(await store.seals(log, 0, 100)).toEqual([]);
      await store.append([run]);
      expect(await store.read(log, 0, 100)).toEqual(run.entries);
    });

    test("drops the bodies of entries for good, and goes on with the log; another mark is left alone", async () => {
      const at = await scene();
      const runs = [await write(at, 66), await write(at, 3)];
      await at.store.append([runs[0]!]);
      const log = at.ana.log(NETWORK);
      const { entries } = runs[0]!;
      const names = [7, 65].map((seq) => ({ log, seq, mark: markOf(entries[seq]!.id) }));
      const others = [
        { log, seq: 8, mark: markOf(entries[7]!.id) },
        { log, seq: 99, mark: markOf(entries[7]!.id) },
        { log: at.ana.log(PAIR), seq: 0, mark: markOf(entries[0]!.id) },
      ];
      await at.store.erase([...names, ...others], [{ key: "register/a", value: bytes("uno") }]);
      await at.store.erase(names, []);
      const store = await at.reopen();
      const left = entries.map((entry, seq) => ([7, 65].includes(seq) ? withoutBody(entry) : entry));
      expect(await store.read(log, 0, 99)).toEqual(left);
      expect(left.flatMap(({ body }, seq) => (body === null ? [seq] : []))).toEqual([7, 65]);
      expect(await store.seals(log, 0, 99)).toEqual(runs[0]!.seals);
      expect(await store.get("register/a")).toEqual(bytes("uno"));
      await store.append([runs[1]!]);
      expect(await store.read(log, 0, 99)).toEqual([...left, ...runs[1]!.entries]);
    });

    test("lets appends that come at once take turns", async () => {
      const at = await scene();
      const runs: Run[] = [];
      for (let count = 0; count < 8; count++) runs.push(await write(at, 3));
      await Promise.all(runs.map((run) => at.store.append([run])));
      const twice = await Promise.all([code(at.store.append([runs[0]!])), code(at.store.append([runs[7]!]))]);
      expect(twice).toEqual(["store-conflict", "store-conflict"]);
      expect((await at.store.read(at.ana.log(NETWORK), 0, 99)).length).toBe(24);
    });

    test("is open in one place only", async () => {
      const place = await createPlace();
      const store = await place.open();
      opened.push({ store, place });
      expect(await code(place.open())).toBe("store-locked");
      await store.put([{ key: "a", value: bytes("still usable") }]);
      expect(await store.get("a")).toEqual(bytes("still usable"));
    });

    test("refuses work after it was closed", async () => {
      const { store, reopen } = await scene();
      await reopen();
      expect(await code(store.get("a"))).toBe("store-failed");
      expect(await code(store.put([{ key: "a", value: bytes("a") }]))).toBe("store-failed");
    });
  });
}

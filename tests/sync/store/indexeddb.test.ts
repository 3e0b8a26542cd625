/** IndexedDB beyond the contract, on an implementation in memory; browsers run the same contract elsewhere. */
import "fake-indexeddb/auto";
import { afterEach, describe, expect, test } from "vitest";
import { deleteDB, openDB } from "idb";
import { type Locks, openIndexedDbStore } from "../../../sync/adapters/indexeddb.browser.ts";
import { NETWORK } from "../../../sync/space.ts";
import { StoreDamaged, StoreFull } from "../../../sync/store/store.ts";
import { storeContract } from "../../support/store-contract.ts";
import { plaintexts, TestMesh } from "../../support/test-mesh.ts";

/** Web Locks of one origin, as far as a store uses them. */
function createLocks(): Locks {
  const held = new Set<string>();
  return {
    request: async (name, _options, callback) => {
      if (held.has(name)) return callback(null);
      held.add(name);
      try {
        await callback({ name });
      } finally {
        held.delete(name);
      }
    },
  };
}

let count = 0;
const freshName = (): string => `store-${String(count++)}`;
const fault = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

storeContract("on IndexedDB", async () => {
  const name = freshName();
  const locks = createLocks();
  return { open: () => openIndexedDbStore(name, { locks }), remove: () => deleteDB(name) };
});

describe("IndexedDB without Web Locks", () => {
  test("never lets a second tab write over a position", async () => {
    const name = freshName();
    const mesh = await TestMesh.found();
    const [tab, other] = [
      await openIndexedDbStore(name, { locks: null }),
      await openIndexedDbStore(name, { locks: null }),
    ];
    const run = await mesh.write(mesh.founder, NETWORK, plaintexts(2));
    mesh.founder.rewind(NETWORK, null);
    const fork = await mesh.write(mesh.founder, NETWORK, plaintexts(2, "other"));
    await tab.append([run]);
    expect(await fault(other.append([fork]))).toBeInstanceOf(Error);
    expect(await tab.read(mesh.founder.log(NETWORK), 0, 9)).toEqual(run.entries);
    await tab.close();
    await other.close();
  });
});

describe("a full quota", () => {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- put back as it was
  const honestPut = IDBObjectStore.prototype.put;

  afterEach(() => {
    IDBObjectStore.prototype.put = honestPut;
  });

  test("refuses the append, keeps nothing of it, and takes it again when there is room", async () => {
    const name = freshName();
    const store = await openIndexedDbStore(name, { locks: null });
    const mesh = await TestMesh.found();
    const run = await mesh.write(mesh.founder, NETWORK, plaintexts(2));
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
    expect(await fault(store.append([run], [{ key: "a", value: Uint8Array.of(1) }]))).toBeInstanceOf(
      StoreFull,
    );
    IDBObjectStore.prototype.put = honestPut;
    expect(await store.holdings()).toEqual([]);
    expect(await store.get("a")).toBe(null);
    await store.append([run]);
    expect(await store.read(mesh.founder.log(NETWORK), 0, 9)).toEqual(run.entries);
    await store.close();
  });
});

describe("a damaged IndexedDB", () => {
  test("names the log and the position of a changed entry", async () => {
    const name = freshName();
    const store = await openIndexedDbStore(name, { locks: null });
    const mesh = await TestMesh.found();
    await store.append(
      [await mesh.write(mesh.founder, NETWORK, plaintexts(3))],
      [{ key: "a", value: Uint8Array.of(1) }],
    );
    await store.close();
    const raw = await openDB(name);
    const [, key] = await raw.getAllKeys("entries");
    const value = (await raw.get("entries", key!)) as Uint8Array;
    value[value.length - 50] = (value.at(-50) ?? 0) ^ 4;
    await raw.put("entries", value, key);
    await raw.put("values", new Uint8Array(20), "a");
    const [holding] = await raw.getAllKeys("holdings");
    await raw.put("holdings", new Uint8Array(3), holding);
    raw.close();
    const again = await openIndexedDbStore(name, { locks: null });
    const log = mesh.founder.log(NETWORK);
    expect(await fault(again.read(log, 0, 2))).toMatchObject({ code: "store-damaged", seq: 1, log });
    expect(await fault(again.get("a"))).toBeInstanceOf(StoreDamaged);
    expect((await again.holdings()).map(({ high }) => high)).toEqual([2]);
    await again.close();
  });
});

/** LevelDB beyond the contract: damage, full disks, a write that failed half-way. */
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { ClassicLevel } from "classic-level";
import { afterEach, describe, expect, test } from "vitest";
import { type LevelOptions, openLevelStore } from "../../../sync/adapters/leveldb.node.ts";
import { CONTROL, NETWORK } from "../../../sync/space.ts";
import { type Store, StoreDamaged, StoreFull } from "../../../sync/store/store.ts";
import { bundleProgram } from "../../../scripts/bundle.mjs";
import { storeContract } from "../../support/store-contract.ts";
import { storedBytes } from "../../../sync/log/entry.ts";
import { plaintexts, TestMesh } from "../../support/test-mesh.ts";

const folders: string[] = [];

async function createFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "vereda-store-"));
  folders.push(folder);
  return folder;
}

const removeFolders = async (): Promise<void> => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
};

storeContract("on LevelDB", async () => {
  const folder = await createFolder();
  return { open: () => openLevelStore(folder), remove: () => rm(folder, { recursive: true, force: true }) };
});

afterEach(removeFolders);

/** Opens the database below a closed store. */
async function tamper(
  folder: string,
  change: (database: ClassicLevel<string, Uint8Array>) => Promise<void>,
): Promise<void> {
  const database = new ClassicLevel<string, Uint8Array>(folder, {
    keyEncoding: "utf8",
    valueEncoding: "view",
  });
  await change(database);
  await database.close();
}

const flip = (value: Uint8Array | undefined, at: number): Uint8Array => {
  if (value === undefined) throw new Error("nothing there to flip");
  const copy = value.slice();
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
};

const fault = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

describe("a damaged LevelDB", () => {
  async function written(): Promise<{ folder: string; mesh: TestMesh }> {
    const folder = await createFolder();
    const mesh = await TestMesh.found();
    const store = await openLevelStore(folder);
    await store.append([mesh.control[0]!, await mesh.write(mesh.founder, NETWORK, plaintexts(5))]);
    await store.put([{ key: "view/a", value: Uint8Array.of(1, 2, 3) }]);
    await store.close();
    return { folder, mesh };
  }

  const keyOf = (keys: readonly string[], start: string, end: string): string => {
    const key = keys.find((one) => one.startsWith(start) && one.endsWith(end));
    if (key === undefined) throw new Error("the layout has changed");
    return key;
  };

  test("names the log and the position of a changed entry, and still reads the others", async () => {
    const { folder, mesh } = await written();
    await tamper(folder, async (database) => {
      const key = keyOf(await database.keys().all(), "entry/network", "2");
      const value = await database.get(key);
      await database.put(key, flip(value, (value?.length ?? 0) - 40));
    });
    const store = await openLevelStore(folder);
    const log = mesh.founder.log(NETWORK);
    const error = await fault(store.read(log, 0, 4));
    expect(error).toBeInstanceOf(StoreDamaged);
    expect(error).toMatchObject({ log, seq: 2, code: "store-damaged" });
    expect((await store.read(log, 3, 4)).length).toBe(2);
    expect((await store.read(mesh.founder.log(CONTROL), 0, 0)).length).toBe(1);
    await store.close();
  });

  test("finds any flipped bit of an entry, a seal and a value", async () => {
    const { folder, mesh } = await written();
    const log = mesh.founder.log(NETWORK);
    const kinds: [string, string, (store: Store) => Promise<unknown>][] = [
      ["entry/network", "0", (store) => store.read(log, 0, 0)],
      ["seal/network", "4", (store) => store.seals(log, 0, 9)],
      ["value/view/a", "", (store) => store.get("view/a")],
    ];
    for (const [start, end, read] of kinds) {
      let key = "";
      let honest: Uint8Array = new Uint8Array(0);
      await tamper(folder, async (database) => {
        key = keyOf(await database.keys().all(), start, end);
        honest = (await database.get(key)) ?? honest;
      });
      const places = [0, 1, 20, Math.floor(honest.length / 2), honest.length - 1].filter(
        (at) => at < honest.length,
      );
      for (const at of places) {
        await tamper(folder, (database) => database.put(key, flip(honest, at)));
        const store = await openLevelStore(folder);
        expect(await fault(read(store)), `${key} at ${String(at)}`).toBeInstanceOf(StoreDamaged);
        await store.close();
      }
      await tamper(folder, (database) => database.put(key, honest));
    }
  });

  test("finds an entry that vanished from the middle", async () => {
    const { folder, mesh } = await written();
    await tamper(folder, async (database) =>
      database.del(keyOf(await database.keys().all(), "entry/network", "1")),
    );
    const store = await openLevelStore(folder);
    const log = mesh.founder.log(NETWORK);
    expect(await fault(store.read(log, 0, 4))).toMatchObject({ code: "store-damaged", seq: 1 });
    await store.close();
  });

  test("finds an entry that lies under another position", async () => {
    const { folder, mesh } = await written();
    await tamper(folder, async (database) => {
      const keys = await database.keys().all();
      const other = await database.get(keyOf(keys, "entry/network", "3"));
      await database.put(keyOf(keys, "entry/network", "1"), other ?? new Uint8Array(0));
    });
    const store = await openLevelStore(folder);
    expect(await fault(store.read(mesh.founder.log(NETWORK), 0, 4))).toMatchObject({ seq: 1 });
    await store.close();
  });

  test("rebuilds a damaged holding from the entries", async () => {
    const { folder, mesh } = await written();
    await tamper(folder, async (database) => {
      const key = keyOf(await database.keys().all(), "holding/network", "");
      await database.put(key, flip(await database.get(key), 3));
    });
    const store = await openLevelStore(folder);
    const log = mesh.founder.log(NETWORK);
    const entries = await store.read(log, 0, 4);
    const holdings = await store.holdings();
    expect(holdings.find((holding) => holding.log.space === NETWORK)).toEqual({
      log,
      low: 0,
      high: 4,
      head: entries.at(-1)?.id,
      bytes: storedBytes(entries),
    });
    await store.close();
  });
});

type Level = ClassicLevel<string, Uint8Array>;

/** How the next writes fail; `landed`: the batch reaches the disk all the same. */
interface Faults {
  failures: number;
  landed: boolean;
  freeBytes: number;
}

/** A database whose batches fail as LevelDB's do: reads do not see a failed batch before it is reopened. */
function createFailingLevel(directory: string, faults: Faults): Level {
  const level: Level = new ClassicLevel(directory, { keyEncoding: "utf8", valueEncoding: "view" });
  const batch = level.batch.bind(level) as unknown as (
    changes: { key: string }[],
    options: object,
  ) => Promise<void>;
  const getMany = level.getMany.bind(level);
  const failing = async (changes: { key: string }[], options: object): Promise<void> => {
    if (faults.failures === 0) return batch(changes, options);
    faults.failures -= 1;
    const before = await getMany(changes.map(({ key }) => key));
    level.getMany = () => Promise.resolve(before);
    if (faults.landed) await batch(changes, options);
    throw new Error("IO error: /data/000003.log: No space left on device");
  };
  level.batch = failing as unknown as Level["batch"];
  return level;
}

describe("a full disk", () => {
  async function failing(): Promise<{ store: Store; faults: Faults; folder: string }> {
    const folder = await createFolder();
    const faults: Faults = { failures: 0, landed: false, freeBytes: 1e9 };
    const options: LevelOptions = {
      createDatabase: (directory) => createFailingLevel(directory, faults),
      freeBytes: () => Promise.resolve(faults.freeBytes),
    };
    return { store: await openLevelStore(folder, options), faults, folder };
  }

  test("refuses the append, keeps nothing of it, and takes it again when there is room", async () => {
    const { store, faults } = await failing();
    const mesh = await TestMesh.found();
    const [first, second] = [
      await mesh.write(mesh.founder, NETWORK, plaintexts(2)),
      await mesh.write(mesh.founder, NETWORK, plaintexts(3)),
    ];
    await store.append([first]);
    faults.failures = 1;
    expect(await fault(store.append([second], [{ key: "a", value: Uint8Array.of(1) }]))).toBeInstanceOf(
      StoreFull,
    );
    expect((await store.holdings()).map(({ high }) => high)).toEqual([1]);
    expect(await store.get("a")).toBe(null);
    await store.append([second]);
    expect((await store.read(mesh.founder.log(NETWORK), 0, 9)).length).toBe(5);
    await store.close();
  });

  test("takes back what reached the disk although it was refused", async () => {
    const { store, faults, folder } = await failing();
    const mesh = await TestMesh.found();
    const log = mesh.founder.log(NETWORK);
    await store.append(
      [await mesh.write(mesh.founder, NETWORK, plaintexts(2))],
      [{ key: "a", value: Uint8Array.of(1) }],
    );
    const head = mesh.founder.headOf(log);
    const refused = await mesh.write(mesh.founder, NETWORK, plaintexts(3));
    faults.failures = 1;
    faults.landed = true;
    expect(await fault(store.append([refused]))).toBeInstanceOf(StoreFull);
    mesh.founder.rewind(NETWORK, head);
    await store.append([await mesh.write(mesh.founder, NETWORK, plaintexts(1, "instead"))]);
    const before = await store.read(log, 0, 9);
    await store.close();
    const again = await openLevelStore(folder);
    expect(await again.read(log, 0, 9)).toEqual(before);
    expect(before.length).toBe(3);
    await again.close();
  });

  test("still reads while there is no room", async () => {
    const { store, faults } = await failing();
    const mesh = await TestMesh.found();
    const run = await mesh.write(mesh.founder, NETWORK, plaintexts(2));
    await store.append([run]);
    faults.failures = 1;
    faults.freeBytes = 1000;
    const more = await mesh.write(mesh.founder, NETWORK, plaintexts(2));
    expect(await fault(store.append([more]))).toBeInstanceOf(StoreFull);
    expect(await fault(store.append([more]))).toBeInstanceOf(StoreFull);
    expect(await store.read(mesh.founder.log(NETWORK), 0, 9)).toEqual(run.entries);
    faults.freeBytes = 1e9;
    await store.append([more]);
    expect((await store.holdings()).map(({ high }) => high)).toEqual([3]);
    await store.close();
  });

  test.skipIf(process.platform === "win32")(
    "leaves a whole log when the platform itself refuses",
    async () => {
      const program = await bundleProgram(join(import.meta.dirname, "append-past-a-limit.program.ts"));
      const folder = await createFolder();
      // 300 KiB for each file: LevelDB's own log reaches that within a few runs.
      const shell = ["-c", 'ulimit -f 300; exec "$0" "$@"', process.execPath, program, folder];
      const { stdout } = await promisify(execFile)("bash", shell);
      const { acknowledged, refused } = JSON.parse(stdout) as { acknowledged: number; refused: number };
      expect(refused).toBeGreaterThan(0);
      expect(acknowledged).toBeGreaterThan(39);
      const store = await openLevelStore(folder);
      const [held] = await store.holdings();
      expect(held?.high).toBe(acknowledged);
      if (held !== undefined)
        expect((await store.read(held.log, 0, held.high)).length).toBe(acknowledged + 1);
      await store.close();
      await rm(program, { force: true });
    },
  );
});

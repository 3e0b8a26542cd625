/** The command `passphrase`, and the choice of a vault where several people use one folder. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createSignatures, systemRandom } from "#crypto";
import { type Engine, openEngine, type VaultId, type VaultLabel } from "#engine";
import { openLevelStore } from "../../sync/adapters/leveldb.node.ts";
import { systemClock } from "../../sync/adapters/system-clock.ts";
import { jsonOf, type Ran, run, type Setting } from "./fake-host.ts";

const folder = await mkdtemp(join(tmpdir(), "vereda-cli-passphrase-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

const openProfile = async (): Promise<Engine> =>
  openEngine({
    store: await openLevelStore(folder),
    transport: null,
    signatures: await createSignatures(),
    random: systemRandom,
    clock: systemClock,
    unsafeTestingLowCost: true,
  });

const OLD = "el volcán de agua duerme";
const NEXT = "cinco faroles bajo la lluvia";
const RAMIRO = "la milpa crece en mayo";

const as = (passphrase: string, more: Readonly<Record<string, string>> = {}): Setting => ({
  openProfile,
  env: { VEREDA_PASSPHRASE: passphrase, ...more },
});

describe("on a disk", () => {
  test("a passphrase is changed, and the old one opens no more", async () => {
    const found = ["found", "--mesh", "Ruta", "--site", "Casa Tapachula", "--person", "Lucía", "--json"];
    expect((await run(found, as(OLD))).code).toBe(0);
    const changed = await run(["passphrase", "--json"], as(OLD, { VEREDA_NEW_PASSPHRASE: NEXT }));
    expect(jsonOf(changed)).toEqual({ changed: true });
    const old = await run(["members"], as(OLD));
    expect(old).toMatchObject({ code: 1, stdout: "" });
    expect(old.stderr).toMatch(/frase no coincide/u);
    expect((await run(["members"], as(NEXT))).stdout).toMatch(/Lucía/u);
  });

  test("a second person joins in the folder, and is chosen by a badge", async () => {
    const { code } = jsonOf(await run(["invite", "--role", "staff", "--json"], as(NEXT))) as { code: string };
    const joined = jsonOf(await run(["join", code, "--person", "Ramiro", "--json"], as(RAMIRO))) as {
      device: string;
      words: string;
    };
    const unnamed = await run(["members"], as(NEXT));
    expect(unnamed).toMatchObject({ code: 1, stdout: "" });
    expect(unnamed.stderr).toMatch(/--vault.*estrella, luna/u);
    const confirm = ["confirm", joined.device, "--words", joined.words, "--vault", "estrella", "--json"];
    expect(jsonOf(await run(confirm, as(NEXT)))).toMatchObject({ state: "member" });
    for (const badge of ["luna", "Moon", "moon"]) {
      const { code: exit, stdout } = await run(["members", "--vault", badge], as(RAMIRO));
      expect(exit).toBe(0);
      expect(stdout).toMatch(/Ramiro/u);
    }
    const nobody = await run(["members", "--vault", "barco"], as(RAMIRO));
    expect(nobody.stderr).toMatch(/Nadie tiene esa figura.*estrella, luna/u);
  });

  test("after several that do not match, the right one waits too", async () => {
    const asks = (phrase: string): Promise<Ran> => run(["members", "--vault", "luna"], as(phrase));
    for (let n = 0; n < 3; n++) await asks("otra frase distinta");
    const { code, stderr } = await asks(RAMIRO);
    expect(code).toBe(1);
    expect(stderr).toMatch(/Espere \d s/u);
  });
});

describe("at a terminal", () => {
  const changes: { readonly current: string; readonly next: string }[] = [];
  const engine: Partial<Engine> = {
    changePassphrase: async (wish) => void changes.push(wish),
  };
  const terminal = (typed: readonly string[]): Setting => ({
    engine,
    typed,
    env: {},
    stdinIsTerminal: true,
  });

  test("the one of now is asked for once, the new one twice, and nothing is shown", async () => {
    const { code, stdout, stderr } = await run(["passphrase"], terminal([OLD, NEXT, NEXT]));
    expect(code).toBe(0);
    expect(changes).toEqual([{ current: OLD, next: NEXT }]);
    expect(stdout + stderr).not.toMatch(/volcán|faroles/u);
  });

  test("two new ones that differ change nothing, and without a terminal the variable is asked for", async () => {
    changes.length = 0;
    const differing = await run(["passphrase"], terminal([OLD, NEXT, OLD]));
    expect(differing.code).toBe(1);
    expect(differing.stderr).toMatch(/no son iguales/u);
    const blind = await run(["passphrase"], { engine });
    expect(blind.stderr).toMatch(/VEREDA_NEW_PASSPHRASE/u);
    expect(changes).toEqual([]);
  });

  test("a badge with a number is found however it is typed", async () => {
    const label = (vault: string, badgeNumber: number): VaultLabel => ({
      vault: vault as VaultId,
      siteName: null,
      badge: "tree",
      badgeNumber,
      waitSeconds: 0,
      pinTries: null,
    });
    const opened: (VaultId | undefined)[] = [];
    const several: Partial<Engine> = {
      state: () => Promise.resolve({ kind: "locked", vaults: [label("aa", 1), label("bb", 2)] }),
      unlock: async ({ vault }) => void opened.push(vault),
      check: () => Promise.resolve({ ok: true, entries: 0, problems: [] }),
    };
    for (const vault of ["árbol", "ARBOL 2", "tree-2", "bb"]) {
      expect((await run(["check", "--vault", vault], { engine: several })).code).toBe(0);
    }
    expect(opened).toEqual(["aa", "bb", "bb", "bb"]);
  });
});

/** Threat cases of group K that no test of a single part shows (docs/threat-cases.md). */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { memoryStore, type Store } from "#sync";
import { StoreFailed } from "../../sync/store/store.ts";
import { bundleProgram } from "../../scripts/bundle.mjs";
import { createCanary } from "../support/canary.ts";
import {
  faultOf,
  lasting,
  LUCIA,
  RAMIRO,
  type SharedComputer,
  sharedComputer,
  withLucia,
} from "../support/shared-computer.ts";

const NEXT = "cinco faroles bajo la lluvia";

/** A store whose `forget` fails while `refuses` says so. */
const failing = (store: Store, refuses: () => boolean): Store =>
  lasting(store, {
    forget: (keys) => (refuses() ? Promise.reject(new StoreFailed("the disk refuses")) : store.forget(keys)),
  });

async function vaultBytes(store: Store): Promise<readonly (readonly [string, Uint8Array])[]> {
  return (await store.list("vault/")).map(({ key, value }) => [key, value] as const);
}

/** Both on one computer; Ramiro came by an invite of Lucía's. */
async function both(): Promise<SharedComputer> {
  const computer = await withLucia();
  const { engine } = computer;
  const { code } = await engine.invite({ role: "staff", newSite: null, validMs: 60_000 });
  await engine.lock();
  await engine.join({ code, personName: RAMIRO.name, passphrase: RAMIRO.passphrase });
  await engine.lock();
  return computer;
}

describe("K3 a vault that was put in place of another", () => {
  test("K3 opens nobody else's keys: what lies beside it is sealed to the vault that it was made for", async () => {
    const computer = await both();
    const [one, other] = await vaultBytes(computer.store);
    const named = ([key]: readonly [string, Uint8Array]): never => key.slice("vault/".length) as never;
    await computer.store.put([
      { key: one![0], value: other![1] },
      { key: other![0], value: one![1] },
    ]);
    await computer.restart();
    for (const slot of [one!, other!])
      for (const { passphrase } of [LUCIA, RAMIRO]) {
        const fault = await faultOf(computer.engine.unlock({ vault: named(slot), passphrase }));
        expect(["wrong-passphrase", "vault-damaged"]).toContain(fault.code);
      }
    await computer.store.put([
      { key: one![0], value: one![1] },
      { key: other![0], value: other![1] },
    ]);
    await computer.restart();
    for (let at = 0; at < 2; at += 1) computer.clock.move(600_000);
    const opens = async ({ passphrase }: { readonly passphrase: string }): Promise<boolean> => {
      const opened = await computer.engine.unlock({ vault: named(one!), passphrase }).then(
        () => true,
        () => false,
      );
      await computer.engine.lock();
      return opened;
    };
    const who = [await opens(LUCIA), await opens(RAMIRO)];
    expect(who.filter(Boolean), "in its own place it opens").toHaveLength(1);
  });

  test("K3 that is older than a change opens under the old passphrase alone, as the settings say", async () => {
    const computer = await withLucia();
    const [[key, old]] = (await vaultBytes(computer.store)) as [[string, Uint8Array]];
    const copy = Uint8Array.from(old);
    await computer.engine.changePassphrase({ current: LUCIA.passphrase, next: NEXT });
    await computer.store.put([{ key, value: copy }]);
    await computer.restart();
    expect(await faultOf(computer.engine.unlock({ passphrase: NEXT }))).toMatchObject({
      code: "wrong-passphrase",
    });
    await computer.engine.unlock({ passphrase: LUCIA.passphrase });
  });
});

test(
  "K4 after a lock no snapshot of the heap holds a name or the passphrase, while before it does",
  { timeout: 120_000 },
  async () => {
    const program = await bundleProgram(join(import.meta.dirname, "heap-after-lock.program.ts"));
    const folder = mkdtempSync(join(tmpdir(), "vereda-heap-"));
    const [open, locked] = [join(folder, "open.heapsnapshot"), join(folder, "locked.heapsnapshot")];
    const canary = createCanary();
    const child = spawn(process.execPath, ["--expose-gc", program, open, locked], {
      stdio: ["pipe", "inherit", "inherit"],
    });
    child.stdin.end(`${canary}\n`);
    const code = await new Promise((resolve) => child.once("close", resolve));
    const holds = (file: string): boolean => readFileSync(file).includes(canary);
    const seen = { code, open: holds(open), locked: holds(locked) };
    rmSync(folder, { recursive: true, force: true });
    rmSync(program, { force: true });
    expect(seen).toEqual({ code: 0, open: true, locked: false });
  },
);

test("K9 a disk that refuses while keys are destroyed leaves them whole, and the next try destroys them", async () => {
  let refuses = true;
  const store = memoryStore();
  const computer = await sharedComputer(failing(store, () => refuses));
  await computer.engine.found({
    ...{ meshName: "Ruta del Sur", siteName: "Casa Tapachula", siteKind: "shelter" },
    ...{ personName: LUCIA.name, passphrase: LUCIA.passphrase },
  });
  const leave = { passphrase: LUCIA.passphrase, despite: true } as const;
  await expect(computer.engine.forgetVault(leave)).rejects.toThrow();
  await computer.restart();
  await computer.engine.unlock({ passphrase: LUCIA.passphrase });
  refuses = false;
  await computer.engine.forgetVault(leave);
  expect(await store.list("")).toEqual([]);
});

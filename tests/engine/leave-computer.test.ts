/** A person leaves a shared computer for good: nothing that opened stays, and what would be lost is said first. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { memoryStore, type Store } from "#sync";
import { openLevelStore } from "#sync/node";
import { fileBytes } from "../support/stored-bytes.ts";
import {
  faultOf,
  labelsOf,
  LUCIA,
  RAMIRO,
  type SharedComputer,
  sharedComputer,
  withLucia,
} from "../support/shared-computer.ts";

/** Lucía lets Ramiro in on her computer; he works there alone from then on. */
async function withRamiro(store?: Store): Promise<SharedComputer> {
  const computer = await withLucia(store);
  const { engine } = computer;
  const { code } = await engine.invite({ role: "staff", newSite: null, validMs: 60_000 });
  await engine.lock();
  const lucia = (await labelsOf(computer))[0]!.vault;
  const { words, device } = await engine.join({
    code,
    personName: RAMIRO.name,
    passphrase: RAMIRO.passphrase,
  });
  await engine.lock();
  await engine.unlock({ vault: lucia, passphrase: LUCIA.passphrase });
  await engine.confirm({ device, words });
  await engine.lock();
  const ramiro = (await labelsOf(computer)).find(({ vault }) => vault !== lucia)!.vault;
  await engine.unlock({ vault: ramiro, passphrase: RAMIRO.passphrase });
  return computer;
}

/** Values of a vault by which something opens, or that were sealed for it alone. */
const ownValues = async (store: Store, vault: string): Promise<readonly (readonly [string, Uint8Array])[]> =>
  (await store.list("")).filter(({ key }) => key.includes(vault)).map(({ key, value }) => [key, value]);

const openVault = async ({ engine }: SharedComputer): Promise<string> => {
  const state = await engine.state();
  if (state.kind !== "open") throw new Error(`the profile is ${state.kind}`);
  return state.vault;
};

let clear: () => void = () => undefined;
afterEach(() => {
  clear();
  clear = () => undefined;
});

describe("whoever leaves a computer for good", () => {
  test("is asked for the passphrase, and told what is on this computer alone", async () => {
    const computer = await withRamiro();
    const { engine, store } = computer;
    const vault = await openVault(computer);
    await engine.add("guest", { name: "Santos Caal" });
    const wrong = await faultOf(engine.forgetVault({ passphrase: LUCIA.passphrase }));
    expect(wrong).toMatchObject({ code: "wrong-passphrase" });
    const unsent = await faultOf(engine.forgetVault({ passphrase: RAMIRO.passphrase }));
    expect(unsent).toMatchObject({ code: "unsent" });
    expect(unsent).toHaveProperty("records", 2);
    expect((await ownValues(store, vault)).length).toBeGreaterThan(4);
    expect(await openVault(computer)).toBe(vault);
  });

  test("K9 leaves no key, draft or view behind, and the others their vaults and all records", async () => {
    const computer = await withRamiro();
    const { engine, store } = computer;
    const vault = await openVault(computer);
    await engine.keepDraft({ vault: vault as never, name: "arrival", text: "a medias" });
    const { id } = await engine.add("guest", { name: "Santos Caal" });
    // the control: each kind of value is there before
    const kinds = (await ownValues(store, vault)).map(([key]) => key.split("/", 1)[0]);
    expect(new Set(kinds)).toEqual(
      new Set(["badge", "draft", "label", "reading", "secrets", "vault", "view"]),
    );
    await engine.forgetVault({ passphrase: RAMIRO.passphrase, despite: true });
    expect(await ownValues(store, vault)).toEqual([]);
    await computer.restart();
    const labels = await labelsOf(computer);
    expect(labels).toHaveLength(1);
    expect(await faultOf(computer.engine.unlock({ passphrase: RAMIRO.passphrase }))).toMatchObject({
      code: "wrong-passphrase",
    });
    await computer.engine.unlock({ passphrase: LUCIA.passphrase });
    expect((await computer.engine.show(id)).fields).toMatchObject({ name: "Santos Caal" });
  });

  test("as the last one leaves an empty computer, in which another network can begin", async () => {
    const computer = await withLucia();
    const { engine, store } = computer;
    const alone = await faultOf(engine.forgetVault({ passphrase: LUCIA.passphrase }));
    expect(alone).toMatchObject({ code: "unsent" });
    await engine.forgetVault({ passphrase: LUCIA.passphrase, despite: true });
    expect(await engine.state()).toEqual({ kind: "empty" });
    expect(await store.list("")).toEqual([]);
    expect(await store.holdings()).toEqual([]);
    await engine.found({
      ...{ meshName: "Otra Ruta", siteName: "Casa Oaxaca", siteKind: "shelter" },
      ...{ personName: "Mateo", passphrase: "tres faroles bajo la lluvia" },
    });
    expect(await engine.check()).toMatchObject({ ok: true });
  });

  test("K9 K11 leaves the bytes of their keys in no file of the folder", async () => {
    const folder = mkdtempSync(join(tmpdir(), "vereda-leave-"));
    clear = () => {
      rmSync(folder, { recursive: true, force: true });
    };
    const store = await openLevelStore(folder);
    const computer = await withRamiro(store);
    const vault = await openVault(computer);
    const own = await ownValues(store, vault);
    const found = (): readonly string[] => {
      const files = fileBytes(folder).map((bytes) => Buffer.from(bytes));
      const isThere = (value: Uint8Array): boolean => files.some((file) => file.includes(Buffer.from(value)));
      return own
        .filter(([key, value]) => /^(?:vault|secrets|view)/u.test(key) && isThere(value))
        .map(([key]) => key);
    };
    expect(found().length).toBeGreaterThanOrEqual(2);
    await computer.engine.forgetVault({ passphrase: RAMIRO.passphrase, despite: true });
    expect(found()).toEqual([]);
    await store.close();
  });
});

test("the profile of whoever was never there is left alone", async () => {
  const computer = await sharedComputer(memoryStore());
  expect(await faultOf(computer.engine.forgetVault({ passphrase: "x" }))).toEqual({ code: "no-profile" });
});

import { describe, expect, test } from "vitest";
import { fc, test as property } from "@fast-check/vitest";
import { StoreFailed } from "../../sync/store/store.ts";
import { memoryStore, type Store } from "#sync";
import { FREE_TRIES, LONGEST_WAIT_MS, waitAfter, waitLeft } from "../../src/engine/profile/tries.ts";
import {
  faultOf,
  labelsOf,
  lasting,
  LUCIA,
  type SharedComputer,
  withLucia,
} from "../support/shared-computer.ts";

const NEXT = "cinco faroles bajo la lluvia";
const { passphrase } = LUCIA;

const tryWrong = (computer: SharedComputer, typed = "otra frase distinta") =>
  faultOf(computer.engine.unlock({ passphrase: typed }));

async function locked(store?: Store): Promise<SharedComputer> {
  const computer = await withLucia(store);
  await computer.engine.lock();
  return computer;
}

describe("a change of passphrase", () => {
  test("the new one opens the same vault and all that it holds, the old one does not", async () => {
    const computer = await withLucia();
    const { id } = await computer.engine.add("report", { name: "Delmy Orellana" });
    const before = await computer.engine.state();
    await computer.engine.changePassphrase({ current: passphrase, next: NEXT });
    await computer.engine.add("report", { name: "Marleny Xol" });
    await computer.restart();
    expect(await tryWrong(computer, passphrase)).toMatchObject({ code: "wrong-passphrase" });
    await computer.engine.unlock({ passphrase: NEXT });
    expect(await computer.engine.state()).toEqual(before);
    expect((await computer.engine.show(id)).fields).toMatchObject({ name: "Delmy Orellana" });
    expect(await computer.engine.list("report")).toHaveLength(2);
  });

  test("asks for the one of now, and takes neither a short one nor the same again", async () => {
    const { engine } = await withLucia();
    expect(await faultOf(engine.changePassphrase({ current: "no es esta frase", next: NEXT }))).toEqual({
      code: "wrong-passphrase",
      seconds: 0,
    });
    expect(await faultOf(engine.changePassphrase({ current: passphrase, next: "corta" }))).toMatchObject({
      code: "passphrase-too-short",
    });
    const again = passphrase.normalize("NFD");
    expect(again).not.toBe(passphrase);
    expect(await faultOf(engine.changePassphrase({ current: passphrase, next: again }))).toEqual({
      code: "same-passphrase",
    });
    await engine.lock();
    expect(await faultOf(engine.changePassphrase({ current: passphrase, next: NEXT }))).toEqual({
      code: "locked",
    });
    await engine.unlock({ passphrase });
  });

  test("a disk that refuses leaves the old one", async () => {
    const inner = memoryStore();
    let refuses = false;
    const store = lasting(inner, {
      put: (values) =>
        refuses && values.some(({ key }) => key.startsWith("vault/"))
          ? Promise.reject(new StoreFailed("no"))
          : inner.put(values),
    });
    const computer = await withLucia(store);
    refuses = true;
    expect(await faultOf(computer.engine.changePassphrase({ current: passphrase, next: NEXT }))).toEqual({
      code: "storage-failed",
    });
    await computer.restart();
    await computer.engine.unlock({ passphrase });
  });
});

describe("wrong passphrases", () => {
  test("K10 slow down, through a restart, and the right one waits like any other", async () => {
    const computer = await locked();
    for (let n = 1; n < FREE_TRIES; n++) {
      expect(await tryWrong(computer)).toEqual({ code: "wrong-passphrase", seconds: 0 });
    }
    expect(await tryWrong(computer)).toEqual({ code: "wrong-passphrase", seconds: 5 });
    await computer.restart();
    expect((await labelsOf(computer))[0]?.waitSeconds).toBe(5);
    computer.clock.move(3_000);
    expect(await faultOf(computer.engine.unlock({ passphrase }))).toEqual({ code: "try-later", seconds: 2 });
    computer.clock.move(2_000);
    expect(await tryWrong(computer)).toEqual({ code: "wrong-passphrase", seconds: 10 });
    computer.clock.move(10_000);
    await computer.engine.unlock({ passphrase });
    await computer.engine.lock();
    expect((await labelsOf(computer))[0]?.waitSeconds).toBe(0);
    expect(await tryWrong(computer)).toEqual({ code: "wrong-passphrase", seconds: 0 });
  });

  test("K1 answer alike whatever is wrong with them", async () => {
    const answers: unknown[] = [];
    for (const typed of ["otra frase distinta", "", " ", passphrase.toUpperCase(), "x".repeat(4096)]) {
      answers.push(await tryWrong(await locked(), typed));
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  test("K10 count before they are tried: a process killed in the middle has tried", async () => {
    const computer = await locked();
    for (let n = 0; n < FREE_TRIES; n++) {
      const unfinished = computer.engine.unlock({ passphrase: "otra frase distinta" }).catch(() => undefined);
      await expect
        .poll(async () => (await computer.store.list("tries/")).map(({ value }) => value[0]))
        .toEqual([n + 1]);
      await computer.restart();
      await unfinished;
    }
    expect(await faultOf(computer.engine.unlock({ passphrase }))).toEqual({ code: "try-later", seconds: 5 });
  });

  test("a clock that is set back makes nobody wait for ever", async () => {
    const computer = await locked();
    for (let n = 0; n < FREE_TRIES; n++) await tryWrong(computer);
    computer.clock.move(-365 * 24 * 60 * 60_000);
    await computer.restart();
    expect((await labelsOf(computer))[0]?.waitSeconds).toBe(5);
    computer.clock.move(5_000);
    await computer.engine.unlock({ passphrase });
  });

  test("a full disk locks nobody out, and still slows", async () => {
    const inner = memoryStore();
    let full = false;
    const computer = await locked(
      lasting(inner, {
        put: (values) => (full ? Promise.reject(new StoreFailed("full")) : inner.put(values)),
      }),
    );
    full = true;
    for (let n = 0; n < FREE_TRIES; n++) await tryWrong(computer);
    expect(await tryWrong(computer)).toMatchObject({ code: "try-later" });
  });

  test("slow the change of a passphrase and the setting of a PIN too", async () => {
    const { engine } = await withLucia();
    const change = () => faultOf(engine.changePassphrase({ current: "otra frase distinta", next: NEXT }));
    await change();
    await change();
    expect(
      await faultOf(engine.setPin({ passphrase: "otra frase distinta", pin: "271828", hours: 4 })),
    ).toEqual({ code: "wrong-passphrase", seconds: 5 });
    expect(await change()).toEqual({ code: "try-later", seconds: 5 });
  });

  property.prop([fc.nat(100), fc.nat(10_000_000), fc.nat(10_000_000)])(
    "the wait grows, is bounded, and ends",
    (failed, at, later) => {
      expect(waitAfter(failed + 1)).toBeGreaterThanOrEqual(waitAfter(failed));
      expect(waitAfter(failed)).toBeLessThanOrEqual(LONGEST_WAIT_MS);
      const left = waitLeft({ failed, at }, later);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left).toBeLessThanOrEqual(waitAfter(failed));
      expect(waitLeft({ failed, at }, at + waitAfter(failed))).toBe(0);
    },
  );
});

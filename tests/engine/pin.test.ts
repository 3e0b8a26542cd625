import { describe, expect, test } from "vitest";
import { fromUtf8, openUnderPin, sealUnderPin, systemRandom, utf8, wipePinBox } from "#crypto";
import { type PinHours, type VaultId } from "#engine";
import { PIN_TRIES } from "../../src/engine/profile/pins.ts";
import { faultOf, labelsOf, LUCIA, type SharedComputer, withLucia } from "../support/shared-computer.ts";

const PIN = "271828";
const HOUR = 60 * 60_000;
const { passphrase } = LUCIA;

interface PinComputer extends SharedComputer {
  readonly vault: VaultId;
}

/** Locked, with a PIN. */
async function withPin(hours: PinHours = 8): Promise<PinComputer> {
  const computer = await withLucia();
  await computer.engine.setPin({ passphrase, pin: PIN, hours });
  await computer.engine.lock();
  const vault = (await labelsOf(computer))[0]!.vault;
  return Object.assign(computer, { vault });
}

const tryPin = ({ engine, vault }: PinComputer, pin: string) => faultOf(engine.unlockWithPin({ vault, pin }));

describe("a PIN", () => {
  test("opens the vault until its hours are over, as often as the shift needs", async () => {
    const computer = await withPin(4);
    for (let n = 0; n < 3; n++) {
      await computer.engine.unlockWithPin({ vault: computer.vault, pin: PIN });
      await computer.engine.add("report", { name: `Persona ${n}` });
      await computer.engine.lock();
      computer.clock.move(HOUR);
    }
    expect((await labelsOf(computer))[0]?.pinTries).toBe(PIN_TRIES);
    computer.clock.move(HOUR);
    expect((await labelsOf(computer))[0]?.pinTries).toBeNull();
    expect(await tryPin(computer, PIN)).toEqual({ code: "pin-ended" });
    await computer.engine.unlock({ passphrase });
    expect(await computer.engine.list("report")).toHaveLength(3);
  });

  test("is asked for with the passphrase, and neither short nor plain to guess", async () => {
    const { engine } = await withLucia();
    const set = (pin: string, phrase: string = passphrase) =>
      faultOf(engine.setPin({ passphrase: phrase, pin, hours: 4 }));
    expect(await set(PIN, "otra frase distinta")).toMatchObject({ code: "wrong-passphrase" });
    for (const pin of ["", "27182", "2718281", "27182a", "٢٧١٨٢٨"]) {
      expect(await set(pin)).toEqual({ code: "pin-format" });
    }
    for (const pin of ["000000", "123456", "987654"]) expect(await set(pin)).toEqual({ code: "pin-simple" });
    await engine.lock();
    expect(await set(PIN)).toEqual({ code: "locked" });
  });

  test("K10 bears five wrong tries, and then only the passphrase opens", async () => {
    const computer = await withPin();
    for (let left = PIN_TRIES - 1; left > 0; left--) {
      expect(await tryPin(computer, left === 2 ? "" : "141421")).toEqual({ code: "wrong-pin", left });
    }
    expect((await labelsOf(computer))[0]?.pinTries).toBe(1);
    expect(await tryPin(computer, "141421")).toEqual({ code: "pin-ended" });
    expect(await tryPin(computer, PIN)).toEqual({ code: "pin-ended" });
    expect((await labelsOf(computer))[0]?.pinTries).toBeNull();
    await computer.engine.unlock({ passphrase });
  });

  test("counts tries that are made at once", async () => {
    const computer = await withPin();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => tryPin(computer, String(314_000 + n))),
    );
    expect(answers.filter(({ code }) => code === "wrong-pin")).toHaveLength(PIN_TRIES - 1);
    expect(await tryPin(computer, PIN)).toEqual({ code: "pin-ended" });
  });

  test("gives five tries again to who knew it", async () => {
    const computer = await withPin();
    for (let n = 1; n < PIN_TRIES; n++) await tryPin(computer, "141421");
    await computer.engine.unlockWithPin({ vault: computer.vault, pin: PIN });
    await computer.engine.lock();
    expect((await labelsOf(computer))[0]?.pinTries).toBe(PIN_TRIES);
  });

  test("ends with the program, by hand, and with the passphrase that set it", async () => {
    const restarted = await withPin();
    await restarted.restart();
    expect(await tryPin(restarted, PIN)).toEqual({ code: "pin-ended" });

    const byHand = await withPin();
    await byHand.engine.unlock({ passphrase });
    expect(await byHand.engine.state()).toMatchObject({ pinUntil: byHand.clock.now() + 8 * HOUR });
    await byHand.engine.endPin();
    expect(await byHand.engine.state()).toMatchObject({ pinUntil: null });
    await byHand.engine.lock();
    expect(await tryPin(byHand, PIN)).toEqual({ code: "pin-ended" });

    const changed = await withPin();
    await changed.engine.unlockWithPin({ vault: changed.vault, pin: PIN });
    await changed.engine.changePassphrase({ current: passphrase, next: "cinco faroles bajo la lluvia" });
    await changed.engine.lock();
    expect(await tryPin(changed, PIN)).toEqual({ code: "pin-ended" });
  });

  test("a clock that is set back does not lengthen it", async () => {
    const computer = await withPin(4);
    computer.clock.move(-100 * HOUR);
    computer.clock.move(4 * HOUR);
    expect(await tryPin(computer, PIN)).toEqual({ code: "pin-ended" });
  });

  test("leaves nothing on the disk", async () => {
    const computer = await withLucia();
    const listed = async () => (await computer.store.list("")).map(({ key }) => key);
    const before = await listed();
    await computer.engine.setPin({ passphrase, pin: PIN, hours: 4 });
    await computer.engine.lock();
    expect(await listed()).toEqual(before);
  });
});

describe("the box of a PIN", () => {
  test("opens under its PIN only, at the cost that a telephone bears, and can be wiped", async () => {
    const box = await sealUnderPin({ pin: PIN, secret: utf8("llave"), random: systemRandom });
    expect(fromUtf8((await openUnderPin({ pin: PIN, box }))!)).toBe("llave");
    expect(await openUnderPin({ pin: "271829", box })).toBeNull();
    // not the cost of tests, which would open at once
    expect(await openUnderPin({ pin: PIN, box, unsafeTestingLowCost: true })).toBeNull();
    wipePinBox(box);
    expect(new Set([...box.salt, ...box.wrapped])).toEqual(new Set([0]));
  });
});

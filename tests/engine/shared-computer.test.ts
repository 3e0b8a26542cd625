import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { BADGES, type VaultId, type VaultLabel } from "#engine";
import { nextBadge, numberedBadge } from "../../src/engine/profile/badges.ts";
import { createCanary, sightings } from "../support/canary.ts";
import {
  faultOf,
  labelsOf,
  LUCIA,
  RAMIRO,
  type SharedComputer,
  sharedComputer,
  withLucia,
} from "../support/shared-computer.ts";

interface Shift {
  readonly computer: SharedComputer;
  readonly lucia: VaultId;
  readonly ramiro: VaultId;
}

type Person = typeof LUCIA | typeof RAMIRO;

async function changeTo({ engine }: SharedComputer, vault: VaultId, person: Person): Promise<void> {
  await engine.lock();
  await engine.unlock({ vault, passphrase: person.passphrase });
}

/** Lucía, who coordinates, lets Ramiro in on her own computer, with no hub and no network. */
async function twoPeople(): Promise<Shift> {
  const computer = await withLucia();
  const { engine } = computer;
  const { code } = await engine.invite({ role: "volunteer", newSite: null, validMs: 60_000 });
  await engine.lock();
  const [before] = await labelsOf(computer);
  const { words, device } = await engine.join({
    code,
    personName: RAMIRO.name,
    passphrase: RAMIRO.passphrase,
  });
  expect(await engine.state()).toMatchObject({ kind: "open", standing: { kind: "waiting", words } });
  await engine.lock();
  const lucia = before!.vault;
  const ramiro = (await labelsOf(computer)).find(({ vault }) => vault !== lucia)!.vault;
  await engine.unlock({ vault: lucia, passphrase: LUCIA.passphrase });
  await engine.confirm({ device, words });
  await changeTo(computer, ramiro, RAMIRO);
  return { computer, lucia, ramiro };
}

describe("two people on one computer", () => {
  let shift: Shift;

  beforeAll(async () => {
    shift = await twoPeople();
  });

  // Ramiro works, and nobody waits for wrong tries of the test before
  beforeEach(async () => {
    shift.computer.clock.move(60 * 60_000);
    await changeTo(shift.computer, shift.ramiro, RAMIRO);
  });

  test("are two devices of the house, and what one wrote the other reads by role", async () => {
    const { computer, lucia, ramiro } = shift;
    const { engine } = computer;
    expect(await engine.state()).toMatchObject({
      vault: ramiro,
      standing: { kind: "member", role: "volunteer", personName: RAMIRO.name, siteName: "Casa Tapachula" },
    });
    const { id: arrival } = await engine.add("guest", { name: "Santos Caal", age: 40 });
    await changeTo(computer, lucia, LUCIA);
    expect((await engine.show(arrival)).fields).toMatchObject({ name: "Santos Caal" });
    const { id: report } = await engine.add("report", { name: "Delmy Orellana" });
    await changeTo(computer, ramiro, RAMIRO);
    expect(await engine.list("report")).toEqual([]);
    expect(await faultOf(engine.show(report))).toEqual({ code: "no-such-record" });
    const { sites } = await engine.members();
    expect(sites.flatMap(({ devices }) => devices.map(({ role }) => role)).sort()).toEqual([
      "coordinator",
      "volunteer",
    ]);
    expect((await engine.check()).ok).toBe(true);
    // the request that Ramiro left for Lucía is done with
    expect(await computer.store.list("request/")).toEqual([]);
  });

  test("are told apart by badges that name nobody, and each chooses theirs", async () => {
    const { computer, ramiro } = shift;
    const { engine } = computer;
    await engine.setBadge("fish");
    expect(await engine.state()).toMatchObject({ badge: "fish" });
    await engine.lock();
    const labels = await labelsOf(computer);
    expect(labels.find(({ vault }) => vault === ramiro)?.badge).toBe("fish");
    expect(new Set(labels.map(({ badge }) => badge)).size).toBe(2);
    expect(new Set(labels.map(({ siteName }) => siteName))).toEqual(new Set(["Casa Tapachula"]));
    expect(JSON.stringify(labels)).not.toMatch(/Luc|Ramiro/u);
    await computer.restart();
    expect(await labelsOf(computer)).toEqual(labels);
  });

  test("open only with their own passphrase, and wrong ones slow only the vault that was tried", async () => {
    const { computer, lucia, ramiro } = shift;
    const { engine } = computer;
    await engine.lock();
    const others = [
      [lucia, RAMIRO],
      [ramiro, LUCIA],
    ] as const;
    for (const [vault, person] of others) {
      expect(await faultOf(engine.unlock({ vault, passphrase: person.passphrase }))).toMatchObject({
        code: "wrong-passphrase",
      });
    }
    for (let n = 0; n < 3; n++) await faultOf(engine.unlock({ vault: lucia, passphrase: "ninguna frase" }));
    const waits = (await labelsOf(computer)).map(({ vault, waitSeconds }) => [
      vault === lucia,
      waitSeconds > 0,
    ]);
    expect(waits.every(([isLucia, waits]) => isLucia === waits)).toBe(true);
    await engine.unlock({ vault: ramiro, passphrase: RAMIRO.passphrase });
  });

  test("must be named when one is opened", async () => {
    const { computer } = shift;
    await computer.engine.lock();
    expect(await faultOf(computer.engine.unlock({ passphrase: LUCIA.passphrase }))).toEqual({
      code: "which-vault",
    });
    const nobody = "a".repeat(26) as VaultId;
    expect(await faultOf(computer.engine.unlock({ vault: nobody, passphrase: "x" }))).toEqual({
      code: "no-profile",
    });
  });

  test("change places without a lock in between, if the passphrase is right", async () => {
    const { computer, lucia, ramiro } = shift;
    const { engine } = computer;
    expect(await faultOf(engine.unlock({ vault: lucia, passphrase: "otra frase distinta" }))).toMatchObject({
      code: "wrong-passphrase",
    });
    expect(await engine.state()).toMatchObject({ kind: "open", vault: ramiro });
    computer.clock.move(60 * 60_000);
    await engine.unlock({ vault: lucia, passphrase: LUCIA.passphrase });
    expect(await engine.state()).toMatchObject({ kind: "open", vault: lucia });
  });

  test("see neither drafts nor views nor addresses of one another at rest", async () => {
    const { computer, lucia, ramiro } = shift;
    const { engine, store } = computer;
    const canary = createCanary();
    await changeTo(computer, lucia, LUCIA);
    await engine.add("report", { name: canary, seeker: { name: `Delia ${canary}` } });
    await engine.keepDraft({ vault: lucia, name: "report", text: canary });
    await changeTo(computer, ramiro, RAMIRO);
    expect(await engine.drafts()).toEqual({});
    await engine.keepDraft({ vault: ramiro, name: "report", text: "de Ramiro" });
    const late = engine.keepDraft({ vault: lucia, name: "report", text: "typed before the change" });
    expect(await faultOf(late)).toEqual({ code: "locked" });
    // Lucía's sealed values under Ramiro's names do not open for him
    for (const kind of ["draft", "view"]) {
      const hers = await store.list(`${kind}/${lucia}/`);
      expect(hers.length).toBeGreaterThan(0);
      await store.put(hers.map(({ key, value }) => ({ key: key.replace(lucia, ramiro), value })));
    }
    await changeTo(computer, ramiro, RAMIRO);
    expect(await engine.drafts()).toEqual({});
    expect(await engine.list("report")).toEqual([]);
    const everything = (await store.list("")).map(({ value }) => Buffer.from(value));
    expect(sightings(canary, everything)).toEqual([]);
    await changeTo(computer, lucia, LUCIA);
    expect(await engine.drafts()).toEqual({ report: canary });
    expect((await engine.list("report")).map(({ title }) => title)).toContain(canary);
  });

  test("each has their own PIN", async () => {
    const { computer, lucia, ramiro } = shift;
    const { engine } = computer;
    await engine.setPin({ passphrase: RAMIRO.passphrase, pin: "271828", hours: 8 });
    await changeTo(computer, lucia, LUCIA);
    await engine.setPin({ passphrase: LUCIA.passphrase, pin: "314159", hours: 8 });
    await engine.lock();
    expect(await faultOf(engine.unlockWithPin({ vault: lucia, pin: "271828" }))).toMatchObject({
      code: "wrong-pin",
    });
    await engine.unlockWithPin({ vault: ramiro, pin: "271828" });
    await engine.unlockWithPin({ vault: lucia, pin: "314159" });
    expect(await engine.state()).toMatchObject({ vault: lucia });
  });
});

describe("a profile", () => {
  test("I8 is of one mesh: an invitation of another is refused, and leaves nothing", async () => {
    const other = await withLucia();
    const { code } = await other.engine.invite({ role: "staff", newSite: null, validMs: 60_000 });
    const computer = await withLucia();
    const joining = { code, personName: RAMIRO.name, passphrase: RAMIRO.passphrase };
    expect(await faultOf(computer.engine.join(joining))).toEqual({ code: "already-founded" });
    await computer.engine.lock();
    expect(await faultOf(computer.engine.join(joining))).toEqual({ code: "other-mesh" });
    expect(await labelsOf(computer)).toHaveLength(1);
  });

  test("founds nothing beside what it has", async () => {
    const computer = await withLucia();
    await computer.engine.lock();
    const founding = { meshName: "Otra", siteName: "Otra", siteKind: "shelter", personName: "X" } as const;
    expect(await faultOf(computer.engine.found({ ...founding, passphrase: LUCIA.passphrase }))).toEqual({
      code: "already-founded",
    });
  });

  test("that is empty has nothing to open", async () => {
    const { engine } = await sharedComputer();
    expect(await faultOf(engine.unlock({ passphrase: LUCIA.passphrase }))).toEqual({ code: "no-profile" });
    expect(await faultOf(engine.drafts())).toEqual({ code: "no-profile" });
  });
});

describe("badges", () => {
  test("are given in turn, and numbered when all are taken", () => {
    const taken: Pick<VaultLabel, "badge" | "badgeNumber">[] = [];
    for (let n = 0; n < 2 * BADGES.length; n++) taken.push(nextBadge(taken));
    expect(taken.slice(0, BADGES.length).map(({ badge }) => badge)).toEqual(BADGES);
    expect(new Set(taken.map(({ badge, badgeNumber }) => `${badge} ${badgeNumber}`)).size).toBe(taken.length);
    expect(taken.every(({ badgeNumber }) => badgeNumber <= 2)).toBe(true);
    expect(numberedBadge("fish", taken)).toEqual({ badge: "fish", badgeNumber: 3 });
  });
});

/** A backup put back into another profile, with nobody in reach: what opens it, and what the new device is then. */
import { beforeAll, expect, test } from "vitest";
import type { Founded, Restoring } from "#engine";
import { faultOf, LUCIA, RAMIRO, type SharedComputer, sharedComputer } from "../support/shared-computer.ts";

const NO_SHEET = "abeja ".repeat(12);
const OF_STAFF = { role: "staff", newSite: null, validMs: 60_000 } as const;
const REPORT = { name: "Elmer Canales", sex: "male", age: 22, country: "HN" };
const NEW = { personName: RAMIRO.name, passphrase: RAMIRO.passphrase } as const;

let founded: Founded;
let code: string;
let file: Uint8Array;

const found = async ({ engine }: SharedComputer): Promise<Founded> =>
  engine.found({
    meshName: "Ruta del Sur",
    siteName: "Casa Tapachula",
    siteKind: "shelter",
    personName: LUCIA.name,
    passphrase: LUCIA.passphrase,
  });

beforeAll(async () => {
  const first = await sharedComputer();
  founded = await found(first);
  await first.engine.add("report", REPORT);
  ({ code } = await first.engine.invite(OF_STAFF));
  file = await first.engine.backup();
});

async function restored(wish: Restoring): Promise<SharedComputer> {
  const computer = await sharedComputer();
  await computer.engine.restore(file, wish);
  return computer;
}

const refusal = async (wish: Restoring): Promise<unknown> => {
  const computer = await sharedComputer();
  const fault = await faultOf(computer.engine.restore(file, wish));
  expect(await computer.engine.state()).toEqual({ kind: "empty" });
  return fault;
};

test("K6 the twelve words make a coordinator of a new device", async () => {
  const { engine } = await restored({ by: "words", words: founded.recoveryWords, ...NEW });
  expect(await engine.state()).toMatchObject({ standing: { kind: "member", role: "coordinator" } });
  expect(await engine.list("report")).toMatchObject([{ title: REPORT.name }]);
});

test("an invitation makes a device that waits", async () => {
  const { engine } = await restored({ by: "invite", code, ...NEW });
  expect(await engine.state()).toMatchObject({ standing: { kind: "waiting", presented: false } });
});

test("K6 the passphrase makes a reader, who writes nothing and is none who was taken out", async () => {
  const computer = await restored({ by: "passphrase", passphrase: LUCIA.passphrase });
  const { engine } = computer;
  const reader = { kind: "open", standing: { kind: "reader" } };
  expect(await engine.state()).toMatchObject(reader);
  expect(await engine.search("Elmer")).toMatchObject({ results: [{ title: REPORT.name }] });
  expect(await faultOf(engine.add("report", REPORT))).toMatchObject({ code: "not-a-member-yet" });
  await computer.restart();
  await computer.engine.unlock({ passphrase: LUCIA.passphrase });
  expect(await computer.engine.state()).toMatchObject(reader);
  // and may come back for good, beside what was read
  await computer.engine.lock();
  await computer.engine.recover({ words: founded.recoveryWords, ...NEW });
  expect(await computer.engine.list("report")).toMatchObject([{ title: REPORT.name }]);
});

test("K6 whoever was taken out is none who reads a backup", async () => {
  const { engine } = await restored({ by: "words", words: founded.recoveryWords, ...NEW });
  const state = await engine.state();
  if (state.kind !== "open") throw new Error(`the profile is ${state.kind}`);
  await engine.newWords("site");
  await engine.revoke(state.standing.device);
  expect(await engine.state()).toMatchObject({ standing: { kind: "removed" } });
});

test("K6 nothing else opens it, whoever can be asked, and the profile stays empty", async () => {
  const other = await sharedComputer();
  const { recoveryWords: words } = await found(other);
  const { code: strange } = await other.engine.invite(OF_STAFF);
  const notYours = { code: "backup-not-yours" };
  expect(await refusal({ by: "words", words, peers: [], ...NEW })).toEqual(notYours);
  expect(await refusal({ by: "words", words, peers: ["/ip4/127.0.0.1/tcp/9/ws"], ...NEW })).toEqual(notYours);
  expect(await refusal({ by: "invite", code: strange, ...NEW })).toEqual(notYours);
  expect(await refusal({ by: "passphrase", passphrase: RAMIRO.passphrase })).toEqual(notYours);
  expect(await refusal({ by: "words", words: NO_SHEET, ...NEW })).toEqual({
    code: "recovery-words-mistyped",
  });
});

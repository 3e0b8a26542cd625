/** A person is referred from one house to another by the command line alone, over a hub, each a process of its own. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createPlayground, until } from "../cli/vereda-process.ts";

vi.setConfig({ testTimeout: 400_000, hookTimeout: 400_000 });

const playground = createPlayground();
const { ask, run } = playground;

interface Members {
  readonly sites: readonly { readonly site: string; readonly name: string }[];
}
interface Referral {
  readonly id: string;
  readonly state: string;
  readonly due: string | null;
}
interface Referrals {
  readonly items: readonly (Referral & { readonly who: readonly object[]; readonly side: string })[];
}

let oaxaca = "";

/** Both houses talk to the hub until something is so. */
async function exchange<T>(what: string, look: () => Promise<T | null>): Promise<T> {
  return until(what, async () => {
    for (const profile of ["tapachula", "oaxaca", "tapachula"]) await ask(profile, ["sync"]);
    return look();
  });
}

beforeAll(async () => {
  const house = ["--site", "Casa Tapachula", "--person", "Ana Robles"];
  await ask("tapachula", ["found", "--mesh", "Ruta del Sur", ...house]);
  const { code: forHub } = await ask<{ code: string }>("tapachula", ["invite", "--role", "hub"]);
  const { address } = await playground.hub("hub", "--join", forHub);
  await ask("tapachula", ["sync", "--peer", address]);
  const newSite = ["--site", "Casa Oaxaca", "--kind", "shelter"];
  const { code } = await ask<{ code: string }>("tapachula", ["invite", "--role", "coordinator", ...newSite]);
  const joined = await ask<{ device: string; words: string }>("oaxaca", [
    "join",
    code,
    "--person",
    "Luis Cruz",
  ]);
  await ask("oaxaca", ["sync", "--peer", address]);
  await ask("tapachula", ["sync"]);
  await ask("tapachula", ["confirm", joined.device, "--words", joined.words]);
  oaxaca = await exchange("both know both houses", async () => {
    const { sites } = await ask<Members>("oaxaca", ["members"]);
    return sites.find(({ name }) => name === "Casa Oaxaca")?.site ?? null;
  });
});
afterAll(() => playground.clear());

test("without a name until it is accepted, and without one again when the person no longer agrees", async () => {
  const person = { name: "Mikal Pérez Xol", age: 19, language: "mam" };
  const { id: guest } = await ask<{ id: string }>("tapachula", ["add", "guest"], person);
  const asked = ["refer", guest, "--to", oaxaca, "--need", "health", "--urgency", "24h"];
  const unasked = await run("tapachula", [...asked, "--json"]);
  expect([unasked.code, unasked.stdout, unasked.stderr]).toEqual([
    1,
    "",
    expect.stringMatching(/Pregúntele/u),
  ]);
  const consent = ["consent", guest, "--purpose", "refer", "--to", oaxaca, "--said"];
  expect(await ask("tapachula", [...consent, "yes"])).toMatchObject({ purpose: "refer", state: "yes" });
  const { id, state, due } = await ask<Referral>("tapachula", asked);
  expect([state, due]).toEqual(["sent", expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/u)]);

  const seen = () => ask<Referrals>("oaxaca", ["referrals"]);
  await exchange("the referral has come", async () => (await seen()).items[0] ?? null);
  expect(JSON.stringify(await seen())).not.toMatch(/Mikal|Pérez/u);
  const early = await run("oaxaca", ["refer", id, "--step", "arrived"]);
  expect([early.code, early.stderr]).toEqual([1, expect.stringMatching(/«Aceptar»/u)]);
  expect(await ask("oaxaca", ["refer", id, "--step", "accept"])).toMatchObject({ id, state: "accepted" });
  const named = await exchange("the name has come", async () => {
    const [one] = (await seen()).items;
    return one === undefined || one.who.length === 0 ? null : one;
  });
  expect(named.who).toEqual([person]);

  await ask("tapachula", [...consent, "unset"]);
  const after = await exchange("it is taken back", async () => {
    const [one] = (await seen()).items;
    return one?.state === "cancelled" ? one : null;
  });
  expect([after.who, JSON.stringify(await seen())]).toEqual([[], expect.not.stringMatching(/Mikal/u)]);
});

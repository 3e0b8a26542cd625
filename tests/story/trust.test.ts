/**
 * Whom to trust, and how to stop trusting, by the command line alone: a colleague's laptop is taken out
 * while the other house is offline; that house hears of it from a third peer; what the laptop writes
 * later is refused everywhere, and what is sealed later none of its keys opens. Chapters of one story.
 */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { createSignatures, systemRandom } from "#crypto";
import { createKeyring, NETWORK, openReplica, parseSpace, type SpaceId } from "#sync";
import { openLevelStore } from "#sync/node";
import { afterAll, describe, expect, test, vi } from "vitest";
import { createVaults } from "../../src/engine/profile/vaults.ts";
import { createPlayground, PASSPHRASE, type RunningHub, until } from "../cli/vereda-process.ts";

vi.setConfig({ testTimeout: 300_000 });

interface Listed {
  readonly items: readonly { readonly id: string; readonly title: string }[];
}
interface Members {
  readonly sites: readonly {
    readonly name: string;
    readonly devices: readonly {
      readonly device: string;
      readonly person: string | null;
      readonly state: string;
      readonly words: string | null;
    }[];
  }[];
}

const playground = createPlayground();
const { run: vereda, ask } = playground;
const sync = (profile: string, peer: string): Promise<object> => ask(profile, ["sync", "--peer", peer]);

const hubs: Record<"first" | "second", RunningHub> = {} as never;
const ids = { ramon: "" };
const reportOf = (name: string): object => ({ name, sex: "male", age: 22, country: "HN" });
const titles = async (profile: string, kind: string): Promise<readonly string[]> =>
  (await ask<Listed>(profile, ["list", kind])).items.map(({ title }) => title);

async function joinAndConfirm(profile: string, person: string, invite: readonly string[]): Promise<string> {
  const { code } = await ask<{ code: string }>("teresa", ["invite", ...invite]);
  await sync("teresa", hubs.first.address);
  const { device, words } = await ask<{ device: string; words: string }>(profile, [
    "join",
    code,
    "--person",
    person,
  ]);
  await sync(profile, hubs.first.address);
  await sync("teresa", hubs.first.address);
  await ask("teresa", ["confirm", device, "--words", words]);
  await sync("teresa", hubs.first.address);
  await sync(profile, hubs.first.address);
  await sync("teresa", hubs.first.address);
  return device;
}

afterAll(() => playground.clear());

describe("two houses and a colleague", () => {
  test("begin as they should", async () => {
    await ask("teresa", ["found", "--mesh", "Ruta", "--site", "Casa Tapachula", "--person", "Teresa"]);
    const hub = await ask<{ code: string }>("teresa", ["invite", "--role", "hub"]);
    hubs.first = await playground.hub("hub-1", "--join", hub.code);
    await sync("teresa", hubs.first.address);
    ids.ramon = await joinAndConfirm("ramon", "Ramón", ["--role", "staff"]);
    await joinAndConfirm("octavio", "Octavio", [
      "--role",
      "coordinator",
      "--site",
      "Casa Oaxaca",
      "--kind",
      "shelter",
    ]);
    const second = await ask<{ code: string }>("octavio", ["invite", "--role", "hub"]);
    await sync("octavio", hubs.first.address);
    hubs.second = await playground.hub("hub-2", "--join", second.code, "--peer", hubs.first.address);
    await ask("ramon", ["add", "report"], reportOf("Antes Canales"));
    await sync("ramon", hubs.first.address);
    await sync("teresa", hubs.first.address);
    await until("the first report's card is at the other house", async () => {
      await sync("octavio", hubs.second.address);
      return (await titles("octavio", "card")).includes("Antes Canales") ? true : null;
    });
  });
});

describe("R1 R10 K13 a laptop that is taken out", () => {
  test("its coordinator learns what it could read", async () => {
    const revoked = await ask<{
      device: string;
      done: boolean;
      records: readonly { title: string; kind: string }[];
    }>("teresa", ["revoke", ids.ramon]);
    expect(revoked).toMatchObject({ device: ids.ramon, done: true });
    expect(revoked.records.map(({ kind, title }) => `${kind} ${title}`)).toContain("report Antes Canales");
    await sync("teresa", hubs.first.address);
    await ask("teresa", ["add", "report"], reportOf("Después Mejía"));
    await sync("teresa", hubs.first.address);
  });

  test("what it writes before it hears of it goes nowhere, and then it is told", async () => {
    await ask("ramon", ["add", "report"], reportOf("Robado Xol"));
    await vereda("ramon", ["sync", "--peer", hubs.first.address]);
    await vereda("ramon", ["sync", "--peer", hubs.second.address]);
    const refused = await vereda("ramon", ["add", "report"], { input: reportOf("Tarde Xol") });
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toMatch(/parte de la red/u);
  });

  test("M10 the other house, which was offline, hears of it from a third peer and takes nothing of it", async () => {
    await until("the other house knows", async () => {
      await sync("octavio", hubs.second.address);
      const { sites } = await ask<Members>("octavio", ["members"]);
      const devices = sites.flatMap(({ devices: some }) => some);
      return devices.find(({ device }) => device === ids.ramon)?.state === "removed" ? true : null;
    });
    await until("the later report is there", async () => {
      await sync("octavio", hubs.second.address);
      return (await titles("octavio", "card")).includes("Después Mejía") ? true : null;
    });
    for (const profile of ["teresa", "octavio"]) {
      const cards = await titles(profile, "card");
      expect(cards).toContain("Antes Canales");
      expect(cards).not.toContain("Robado Xol");
      expect(await ask(profile, ["check"])).toMatchObject({ ok: true });
    }
  });

  test("R4 all keys that it ever held open nothing of what was sealed later", async () => {
    hubs.first.running.signal("SIGTERM");
    await hubs.first.running.ended;
    const copy = playground.folder("evidence");
    cpSync(playground.folder("hub-1"), copy, { recursive: true });
    const signatures = await createSignatures();
    const profile = await openLevelStore(join(playground.folder("ramon"), "store"));
    const vaults = createVaults({ store: profile, random: systemRandom });
    const [label] = await vaults.list();
    const master = await vaults.masterOf(label!.vault, PASSPHRASE);
    const { secrets } = await vaults.open(label!.vault, master!);
    await profile.close();
    const store = await openLevelStore(copy);
    const { mesh, meshKey, device, own } = secrets;
    const replica = await openReplica({ store, mesh, meshKey, signatures });
    const keyring = await createKeyring({
      membership: replica.membership(),
      meshKey,
      device,
      own,
      signatures,
    });
    const opened = new Map<string, { opens: number; shut: number }>();
    const spaces: SpaceId[] = [NETWORK];
    for (const { log, low, high } of replica.holdings(({ space }) => parseSpace(space)?.kind !== "control")) {
      spaces.push(log.space);
      for (const entry of await store.read(log, low, high)) {
        const key = log.device === ids.ramon ? "own" : "others";
        const count = opened.get(key) ?? { opens: 0, shut: 0 };
        if ((await keyring.openEntry(entry)) === null) count.shut += 1;
        else count.opens += 1;
        opened.set(key, count);
      }
    }
    await store.close();
    // the control: with the same keys it opens all that it wrote itself before
    expect(opened.get("own")!.opens).toBeGreaterThan(0);
    expect(opened.get("own")!.shut).toBe(0);
    // Teresa's report and its card, sealed after the removal
    expect(opened.get("others")!.shut).toBeGreaterThanOrEqual(2);
    // what is published to post with stays public; no key of a space may be written with
    for (const space of new Set(spaces)) expect(keyring.writeKey(space)?.kind, space).not.toBe("space");
  });
});

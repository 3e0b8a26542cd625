/**
 * Every profile of a house is gone, one hub folder is left (issue 3, must show 5): with the twelve words a new
 * device reads all records again and leads the house; without them, or with old ones, nothing. By the command
 * line alone. Chapters of one story.
 */
import { rmSync } from "node:fs";
import { createSignatures, recoverySecrets, systemRandom } from "#crypto";
import { openLifeline, openRecoveryBoxes, openReplica, recoveryBy } from "#sync";
import { openLevelStore } from "#sync/node";
import { afterAll, describe, expect, test, vi } from "vitest";
import { generateRecoveryWords } from "../../crypto/index.ts";
import { openHubState } from "../../src/hub/hub-state.ts";
import { createPlayground, type Ended, oneObject, type RunningHub, until } from "../cli/vereda-process.ts";

vi.setConfig({ testTimeout: 300_000 });

interface Listed {
  readonly items: readonly { readonly id: string; readonly title: string }[];
}
interface Members {
  readonly wordsNeeded: readonly string[];
  readonly sites: readonly {
    readonly devices: readonly {
      readonly device: string;
      readonly role: string;
      readonly state: string;
      readonly enrolledAt: string | null;
    }[];
  }[];
}
interface Founded {
  readonly recoveryWords: string;
  readonly protectedWords: string;
}

const playground = createPlayground();
const { run: vereda, ask } = playground;
const reportOf = (name: string): object => ({ name, sex: "male", age: 22, country: "HN" });
const titles = async (profile: string, kind: string): Promise<readonly string[]> =>
  (await ask<Listed>(profile, ["list", kind])).items.map(({ title }) => title);
const devicesFor = async (profile: string): Promise<Members["sites"][number]["devices"]> =>
  (await ask<Members>(profile, ["members"])).sites.flatMap(({ devices }) => devices);

let hub: RunningHub;
async function startHub(...more: readonly string[]): Promise<void> {
  hub = await playground.hub("hub", ...more);
}
async function stopHub(): Promise<void> {
  hub.running.signal("SIGTERM");
  await hub.running.ended;
}
const sync = (profile: string): Promise<object> => ask(profile, ["sync", "--peer", hub.address]);
const recover = (profile: string, words: string, more: readonly string[] = []): Promise<Ended> =>
  vereda(profile, ["recover", "--words", words, "--peer", hub.address, ...more]);
const forget = (profile: string): void => {
  rmSync(playground.folder(profile), { recursive: true, force: true });
};

const words = { site: "", forProtected: "", fresh: "", another: "" };
const ids = { first: "", record: "" };

afterAll(() => playground.clear());

describe("R14 every profile of a house is gone, its hub's folder is left", () => {
  test("the house works, and another one beside it", async () => {
    const founded = await ask<Founded>("teresa", [
      ...["found", "--mesh", "Ruta", "--site", "Casa Tapachula", "--person", "Teresa"],
    ]);
    words.site = founded.recoveryWords;
    words.forProtected = founded.protectedWords;
    expect(words.site).not.toBe(words.forProtected);
    const { code } = await ask<{ code: string }>("teresa", ["invite", "--role", "hub"]);
    await startHub("--join", code);
    await sync("teresa");
    const invited = await ask<{ code: string }>("teresa", [
      ...["invite", "--role", "coordinator", "--site", "Casa Oaxaca", "--kind", "shelter"],
    ]);
    await sync("teresa");
    const joined = await ask<{ device: string; words: string }>("octavio", [
      ...["join", invited.code, "--person", "Octavio"],
    ]);
    await sync("octavio");
    await sync("teresa");
    await ask("teresa", ["confirm", joined.device, "--words", joined.words]);
    await sync("teresa");
    await sync("octavio");
    const { id } = await ask<{ id: string }>("teresa", ["add", "report"], reportOf("Antes Canales"));
    ids.record = id;
    await ask("teresa", ["add", "report"], reportOf("Berta Mejía"));
    await sync("teresa");
    forget("teresa");
    // the machine of the base was off too: it is started again on the folder that is left
    await stopHub();
    await startHub();
  });

  test("K5 without the words, or with others, the folder opens nothing", async () => {
    const mistyped = await recover("nobody", words.site.split(" ").slice(1).join(" "));
    expect(mistyped).toMatchObject({ code: 1, stdout: "" });
    expect(mistyped.stderr).toMatch(/doce palabras/u);
    const other = await recover("nobody", generateRecoveryWords(systemRandom));
    expect(other).toMatchObject({ code: 1, stdout: "" });
    expect(other.stderr).toMatch(/conoce esas palabras/u);
    // those of protected are no way in
    expect(await recover("nobody", words.forProtected)).toMatchObject({ code: 1, stdout: "" });
  });

  test("with the words a new device reads all records, edits them, invites", async () => {
    const { device } = oneObject(await recover("nueva", words.site, ["--person", "Nora"])) as {
      device: string;
    };
    ids.first = device;
    expect([...(await titles("nueva", "report"))].sort()).toEqual(["Antes Canales", "Berta Mejía"]);
    await ask("nueva", ["edit", ids.record], { age: 23 });
    await ask("nueva", ["add", "report"], reportOf("Después Xol"));
    await ask("nueva", ["invite", "--role", "staff"]);
    expect(await ask("nueva", ["check"])).toMatchObject({ ok: true });
    await sync("nueva");
  });

  test("and the other house sees that it came in with the words, and takes what it writes", async () => {
    await until("the other house has the new card", async () => {
      await sync("octavio");
      return (await titles("octavio", "card")).includes("Después Xol") ? true : null;
    });
    const seen = (await devicesFor("octavio")).find(({ device }) => device === ids.first);
    expect(seen).toMatchObject({ role: "coordinator", state: "member" });
    expect(seen?.enrolledAt).not.toBeNull();
    expect(await ask("octavio", ["check"])).toMatchObject({ ok: true });
  });

  test("a profile whose passphrase nobody knows is enough, without any network", async () => {
    await stopHub();
    const { device } = oneObject(await vereda("nueva", ["recover", "--words", words.site])) as {
      device: string;
    };
    expect(device).not.toBe(ids.first);
    await startHub();
  });
});

describe("R13 old words", () => {
  test("are nothing after new ones were made, which open everything", async () => {
    forget("nueva");
    oneObject(await recover("tercera", words.site));
    const made = await ask<{ recoveryWords: string }>("tercera", ["recover", "--new"]);
    words.fresh = made.recoveryWords;
    await sync("tercera");
    expect(await recover("ladrona", words.site)).toMatchObject({ code: 1, stdout: "" });
    oneObject(await recover("cuarta", words.fresh));
    expect([...(await titles("cuarta", "report"))].sort()).toEqual([
      "Antes Canales",
      "Berta Mejía",
      "Después Xol",
    ]);
  });

  test("are nothing after a coordinator was taken out, and new words are asked for", async () => {
    await sync("tercera");
    const third = (await devicesFor("tercera")).find(({ device }) => device !== ids.first)!;
    expect(third).toBeDefined();
    await ask("cuarta", ["revoke", ids.first]);
    expect((await ask<Members>("cuarta", ["members"])).wordsNeeded).toContain("site");
    await sync("cuarta");
    expect(await recover("ladrona", words.fresh)).toMatchObject({ code: 1, stdout: "" });
    const { recoveryWords } = await ask<{ recoveryWords: string }>("cuarta", ["recover", "--new"]);
    words.another = recoveryWords;
    expect((await ask<Members>("cuarta", ["members"])).wordsNeeded).not.toContain("site");
    await ask("cuarta", ["add", "report"], reportOf("Última Paz"));
    await sync("cuarta");
  });

  test("open nothing of the folder that was sealed since, while the newest open all", async () => {
    await stopHub();
    const signatures = await createSignatures();
    const store = await openLevelStore(playground.folder("hub"));
    const known = (await openHubState({ store, random: systemRandom })).mesh()!;
    const replica = await openReplica({ store, ...known, signatures });
    const membership = replica.membership();
    const newest = Math.max(...[...membership.groups.values()].flat().map(({ generation }) => generation));
    const newestOpenedBy = async (text: string): Promise<number> => {
      const secrets = recoverySecrets(text)!;
      const found = recoveryBy(membership, secrets);
      // also where the words are void: whoever has them tries all the same
      const places = [...membership.sites.keys()].map((site) => ({
        site,
        recovery: { words: "site" as const },
      }));
      const opened = await Promise.all(
        (found === null ? places : [found]).map((place) =>
          openRecoveryBoxes(membership, place, { pair: secrets.agree, signatures }),
        ),
      );
      const names = opened.flat().map((pair) => Buffer.from(pair.public).toString("hex"));
      const generations = [...membership.groups.values()].flat();
      const held = generations.filter((one) => names.includes(Buffer.from(one.public).toString("hex")));
      return Math.max(0, ...held.map(({ generation }) => generation));
    };
    expect(await newestOpenedBy(generateRecoveryWords(systemRandom))).toBe(0);
    // the control: these words were good once, and open what was boxed to them
    expect(await newestOpenedBy(words.site)).toBeGreaterThan(0);
    expect(await newestOpenedBy(words.site)).toBeLessThan(newest);
    expect(await newestOpenedBy(words.fresh)).toBeLessThan(newest);
    expect(await newestOpenedBy(words.another)).toBe(newest);
    // nothing in the folder itself leads from other words to the mesh
    for (const { value } of await store.list("")) {
      const wrong = recoverySecrets(generateRecoveryWords(systemRandom))!;
      expect(await openLifeline(value, wrong, signatures)).toBeNull();
    }
    await store.close();
  });
});

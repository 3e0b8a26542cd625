/**
 * An invitation read over the telephone: the 26 characters of its seed join by the command line, at a new
 * hub and in the page of a new house's own hub; used, expired and unknown ones are refused in clear words.
 */
import { setTimeout as pause } from "node:timers/promises";
import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createPlayground, type Ended, type RunningHub, until } from "../cli/vereda-process.ts";
import { launchProfile } from "../support/chromium.ts";
import { openJoining, sendJoining, t, waitingWords } from "../support/house-page.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const playground = createPlayground();
const { run: vereda, ask } = playground;
const invite = (...args: readonly string[]): Promise<{ code: string; seed: string; expiresAt: string }> =>
  ask("teresa", ["invite", ...args]);
const sync = (profile: string): Promise<object> => ask(profile, ["sync", "--peer", hub.address]);

const aloud = (seed: string): string => (seed.toLowerCase().match(/.{1,4}/gu) ?? []).join(" ");
const roles = async (): Promise<readonly string[]> => {
  const { sites } = await ask<{ sites: { devices: { role: string; state: string }[] }[] }>("teresa", [
    "members",
  ]);
  return sites.flatMap(({ devices }) => devices.map(({ role, state }) => `${role} ${state}`)).toSorted();
};

/** Made first and tried last: the shortest that there is lasts a minute. */
let short = { seed: "", expiresAt: "" };
let hub: RunningHub;
let context: BrowserContext | null = null;

beforeAll(async () => {
  await ask("teresa", ["found", "--mesh", "Ruta", "--site", "Casa Tapachula", "--person", "Teresa"]);
  short = await invite("--role", "staff", "--expires", "1m");
  hub = await playground.hub("hub", "--join", (await invite("--role", "hub")).code);
  await sync("teresa");
});
afterAll(async () => {
  await context?.close();
  await playground.clear();
});

describe("a dictated seed", () => {
  test("joins at the command line, in groups and in lower case, with the hub's page for an address", async () => {
    const { seed } = await invite("--role", "staff");
    expect(seed).toMatch(/^[A-Z2-7]{26}$/u);
    await sync("teresa");
    const { device, words } = await ask<{ device: string; words: string }>("ramon", [
      ...["join", ...aloud(seed).split(" "), "--person", "Ramón", "--peer", hub.url],
    ]);
    await sync("ramon");
    await sync("teresa");
    await ask("teresa", ["confirm", device, "--words", words]);
    await sync("teresa");
    await sync("ramon");
    expect(await roles()).toEqual(["coordinator member", "hub member", "staff member"]);

    const again = await vereda("other", ["join", seed, "--person", "Otra", "--peer", hub.address]);
    expect(again).toMatchObject({ code: 1, stdout: "" });
    expect(again.stderr).toContain(t.faults["invite-used"]);
  });

  test("starts a second hub of the house", async () => {
    const { seed } = await invite("--role", "hub");
    await sync("teresa");
    const second = await playground.hub("second", "--join", aloud(seed), "--peer", hub.address);
    await until("it belongs to the house", async () => {
      await sync("teresa");
      return (await roles()).filter((one) => one === "hub member").length === 2 ? true : null;
    });
    second.running.signal("SIGTERM");
    expect(await second.running.ended).toMatchObject({ code: 0 });
  });

  test("joins in the page of a new house's own hub, which asks the other hub", async () => {
    const { seed } = await invite("--role", "coordinator", "--site", "Casa Oaxaca", "--kind", "shelter");
    await sync("teresa");
    const own = await playground.hub("own", "--peer", hub.address);
    context = await launchProfile(playground.folder("browser"));
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(own.url);
    await openJoining(page);
    await sendJoining(page, {
      code: aloud(seed).replace(/^./u, (first) => (first === "c" ? "d" : "c")),
      person: "Mateo Robles",
    });
    await page.getByRole("alert").getByText(t.faults["seed-unknown"]).waitFor();
    await sendJoining(page, { code: aloud(seed), person: "Mateo Robles" });
    const words = await waitingWords(page);
    const waiting = await until("the request is there", async () => {
      await sync("teresa");
      const { sites } = await ask<{
        sites: { devices: { device: string; state: string; words: string | null }[] }[];
      }>("teresa", ["members"]);
      return sites.flatMap(({ devices }) => devices).find(({ state }) => state === "waiting") ?? null;
    });
    expect(waiting.words).toBe(words);
    await ask("teresa", ["confirm", waiting.device, "--words", words]);
    await sync("teresa");
    await page.getByRole("navigation").waitFor({ timeout: 60_000 });
  });

  test("of an invitation that is over, or of none, is refused in clear words", async () => {
    const join = (seed: string, peer: string): Promise<Ended> =>
      vereda("other", ["join", seed, "--person", "Otra", "--peer", peer]);
    const { seed } = short;
    const unknown = await join(`${seed.startsWith("A") ? "B" : "A"}${seed.slice(1)}`, hub.address);
    expect(unknown).toMatchObject({ code: 1, stdout: "" });
    expect(unknown.stderr).toMatch(/26 letras y cifras una por una/u);
    const nobody = await join(seed, "/ip4/127.0.0.1/tcp/9");
    expect(nobody).toMatchObject({ code: 1, stdout: "" });
    expect(nobody.stderr).toMatch(/--peer/u);
    // as long as it is good it would join: nobody asks before
    await pause(Date.parse(short.expiresAt) - Date.now() + 1000);
    const late = await join(seed, hub.address);
    expect(late).toMatchObject({ code: 1, stdout: "" });
    expect(late.stderr).toContain(t.faults["invite-expired"]);
  });
});

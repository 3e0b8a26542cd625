/**
 * A report crosses the route by the command line alone: two shelters, an advocates' committee and two
 * hubs, each a process and a folder of its own, over TCP, with nothing between them. The tests of this
 * file are the chapters of one story and run in their order.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { ROOT } from "../../scripts/project.mjs";
import { createPlayground, until } from "../cli/vereda-process.ts";

// a chapter is up to twenty processes: on a busy machine each takes several seconds
vi.setConfig({ testTimeout: 400_000 });

const SAMPLES = join(ROOT, "tests/formats/samples");
const DAMAGED = join(SAMPLES, "damaged.pfif-1.3.xml");
const BASE32_16 = /^[a-z2-7]{26}$/u;
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/u;
const FOUR_WORDS = /^\p{L}+(?: \p{L}+){3}$/u;
const TWELVE_WORDS = /^\p{L}+(?: \p{L}+){11}$/u;

interface Members {
  readonly sites: readonly {
    readonly site: string;
    readonly name: string;
    readonly kind: string;
    readonly devices: readonly {
      readonly device: string;
      readonly person: string | null;
      readonly role: string;
      readonly state: string;
      readonly words: string | null;
    }[];
  }[];
}
interface Items {
  readonly items: readonly {
    readonly id: string;
    readonly title: string;
    readonly fields: Record<string, unknown>;
  }[];
}
interface Matches {
  readonly pairs: readonly {
    readonly id: string;
    readonly report: string;
    readonly guest: string;
    readonly score: number;
    readonly proposed: boolean;
    readonly reasons: readonly string[];
  }[];
  readonly coverage: readonly { readonly site: string; readonly comparedAt: string | null }[];
}

interface Found {
  readonly results: readonly {
    readonly id: string;
    readonly kind: string;
    readonly title: string;
    readonly score: number;
    readonly reasons: readonly string[];
  }[];
  readonly coverage: readonly { readonly site: string; readonly lastHeard: string | null }[];
}

const playground = createPlayground();

const { run: vereda, ask } = playground;

const devicesIn = ({ sites }: Members): Members["sites"][number]["devices"] =>
  sites.flatMap(({ devices }) => devices);

interface Joiner {
  readonly profile: string;
  readonly device: string;
  readonly words: string;
}

const bothOf = <T>(joiners: readonly Joiner[], work: (profile: string) => Promise<T>): Promise<T[]> =>
  Promise.all(joiners.map(({ profile }) => work(profile)));

const syncFounder = (): Promise<unknown> => ask("founder", ["sync", "--peer", hubs.first]);

/** They ask to join, the founder compares their words and confirms, and they become members. */
async function confirmJoiners(joiners: readonly Joiner[]): Promise<void> {
  await until("their requests reach the founder", async () => {
    await bothOf(joiners, (profile) => ask(profile, ["sync"]));
    await syncFounder();
    const waiting = devicesIn(await ask<Members>("founder", ["members"])).filter(
      ({ state }) => state === "waiting",
    );
    if (waiting.length < joiners.length) return null;
    for (const { device, words } of joiners) {
      expect(waiting.find((one) => one.device === device)).toMatchObject({ words });
    }
    return waiting;
  });
  for (const { device, words } of joiners) {
    expect(await ask("founder", ["confirm", device, "--words", words])).toEqual({ device, state: "member" });
  }
  await syncFounder();
  await until("they are members", async () => {
    const known = await bothOf(joiners, async (profile) => {
      await ask(profile, ["sync"]);
      return devicesIn(await ask<Members>(profile, ["members"]));
    });
    const isMember = ({ device }: Joiner, at: number): boolean =>
      known[at]?.some((one) => one.device === device && one.state === "member") === true;
    return joiners.every(isMember) ? joiners : null;
  });
  // keys of spaces that did not exist before: what each owes the others, and what they owe it
  await syncFounder();
  await bothOf(joiners, (profile) => ask(profile, ["sync"]));
}

const hubs = { first: "", second: "" };
const ids = { report: "", card: "", posted: "" };

beforeAll(() => {
  expect(existsSync(join(ROOT, "dist/vereda.js"))).toBe(true);
});
afterAll(() => playground.clear());

describe("a mesh grows by the command line", () => {
  test("a shelter founds it and gets twelve words", async () => {
    const founded = await ask<Record<string, string>>("founder", [
      ...["found", "--mesh", "Ruta del Sur", "--site", "Casa Tapachula", "--person", "Ana Robles"],
    ]);
    expect(Object.keys(founded).sort()).toEqual(["device", "mesh", "protectedWords", "recoveryWords"]);
    expect(founded["device"]).toMatch(BASE32_16);
    expect(founded["mesh"]).toMatch(/^[a-z2-7]{52}$/u);
    expect(founded["recoveryWords"]).toMatch(TWELVE_WORDS);
    const again = await vereda("founder", ["found", "--mesh", "Otra", "--site", "Otra", "--person", "Ana"]);
    expect(again).toMatchObject({ code: 1, stdout: "" });
  });

  test("its hub joins by a hub invite, with nobody to confirm it", async () => {
    const { code, expiresAt } = await ask<{ code: string; expiresAt: string }>("founder", [
      "invite",
      "--role",
      "hub",
    ]);
    expect(expiresAt).toMatch(ISO);
    const { running, url, address } = await playground.hub("hub-1", "--join", code);
    expect(Object.keys(JSON.parse(await running.firstLine) as object).sort()).toEqual(["peers", "url"]);
    expect(url).toMatch(/^http:\/\/(?:localhost|127\.0\.0\.1):\d+/u);
    hubs.first = address;
    const round = await ask<Record<string, unknown>>("founder", ["sync", "--peer", hubs.first]);
    expect(Object.keys(round).sort()).toEqual(
      ["peer", "entriesIn", "entriesOut", "bytesIn", "bytesOut", "messages", "ms", "spaces"].sort(),
    );
    expect(round).toMatchObject({ peer: hubs.first });
    expect(round["entriesOut"]).toBeGreaterThan(0);
  });

  test("a second shelter and an advocates' committee join by code and four words", async () => {
    const invite = async (site: string, kind: string): Promise<string> => {
      const args = ["invite", "--role", "coordinator", "--site", site, "--kind", kind, "--expires", "2d"];
      return (await ask<{ code: string }>("founder", args)).code;
    };
    const codes = [await invite("Casa Oaxaca", "shelter"), await invite("Comité de Familias", "advocates")];
    const join = async (profile: string, person: string, code = ""): Promise<Joiner> => {
      const joined = await ask<Record<string, string>>(profile, ["join", code, "--person", person]);
      expect(joined["words"]).toMatch(FOUR_WORDS);
      expect(joined["recoveryWords"]).toMatch(TWELVE_WORDS);
      return { profile, device: joined["device"] ?? "", words: joined["words"] ?? "" };
    };
    await confirmJoiners(
      await Promise.all([join("oaxaca", "Luis Cruz", codes[0]), join("comite", "Rosa Mejía", codes[1])]),
    );
  });

  test("the second shelter has a hub of its own, and all see the same houses", async () => {
    const { code } = await ask<{ code: string }>("oaxaca", ["invite", "--role", "hub"]);
    await ask("oaxaca", ["sync"]);
    hubs.second = (await playground.hub("hub-2", "--join", code, "--peer", hubs.first)).address;
    const { sites } = await until("the second hub is a member", async () => {
      await ask("oaxaca", ["sync", "--peer", hubs.second]);
      const members = await ask<Members>("oaxaca", ["members"]);
      const own = members.sites.find(({ name }) => name === "Casa Oaxaca");
      return own?.devices.some(({ role }) => role === "hub") === true ? members : null;
    });
    expect(sites.map(({ name, kind }) => [name, kind]).sort()).toEqual([
      ["Casa Oaxaca", "shelter"],
      ["Casa Tapachula", "shelter"],
      ["Comité de Familias", "advocates"],
    ]);
    expect(
      sites
        .find(({ name }) => name === "Casa Tapachula")
        ?.devices.map(({ role }) => role)
        .sort(),
    ).toEqual(["coordinator", "hub"]);
  });
});

describe("a report crosses the route", () => {
  test("it is filed in one shelter, and its card is found in the other by a misspelt name", async () => {
    ({ id: ids.report } = await ask<{ id: string }>("founder", ["add", "report"], {
      name: "Wilmer Canales Ochoa",
      alternateNames: ["Canche"],
      sex: "male",
      age: "unos 22",
      country: "Honduras",
      seeker: { name: "Delia Ochoa", phone: "+1 202 555 0143" },
    }));
    expect(ids.report).toMatch(BASE32_16);
    await ask("founder", ["sync", "--peer", hubs.first]);
    await until("the card is at the second shelter", async () => {
      await ask("oaxaca", ["sync", "--peer", hubs.second]);
      const { items } = await ask<Items>("oaxaca", ["list", "card"]);
      return items.length > 0 ? items : null;
    });
    const { results, coverage } = await ask<Found>("oaxaca", ["search", "Wilmar Canalez", "--limit", "5"]);
    expect(results[0]).toMatchObject({ kind: "card", title: "Wilmer Canales Ochoa" });
    expect(results[0]!.score).toBeGreaterThan(0.5);
    expect(results[0]!.score).toBeLessThanOrEqual(1);
    expect(results[0]!.reasons.length).toBeGreaterThan(0);
    expect(coverage.every(({ lastHeard }) => lastHeard === null || ISO.test(lastHeard))).toBe(true);
    ids.card = results[0]!.id;
    expect(ids.card).not.toBe(ids.report);
  });

  test("the card says who is sought and not who seeks, and who holds it", async () => {
    const shown = await ask<Record<string, unknown>>("oaxaca", ["show", ids.card]);
    expect(shown).toMatchObject({ id: ids.card, kind: "card", space: "network", saved: { here: true } });
    expect(shown["fields"]).toMatchObject({ name: "Wilmer Canales Ochoa", country: "HN", sex: "male" });
    expect(JSON.stringify(shown)).not.toMatch(/Delia|555/u);
    const saved = await until("a hub says that it holds the report", async () => {
      await ask("founder", ["sync", "--peer", hubs.first]);
      const { saved: now } = await ask<{ saved: { here: boolean; hub: boolean; sites: string[] } }>(
        "founder",
        [...["show", ids.report]],
      );
      return now.hub ? now : null;
    });
    expect(saved.here).toBe(true);
    expect(saved.sites.every((site) => BASE32_16.test(site))).toBe(true);
    expect(await vereda("oaxaca", ["show", ids.report])).toMatchObject({ code: 1, stdout: "" });
  });

  test("a change reaches the other shelter, with its history", async () => {
    expect(await ask("founder", ["edit", ids.report], { age: 23, town: "Choluteca", country: null })).toEqual(
      {
        id: ids.report,
      },
    );
    await ask("founder", ["sync", "--peer", hubs.first]);
    await until("the change is at the second shelter", async () => {
      await ask("oaxaca", ["sync", "--peer", hubs.second]);
      const { fields } = await ask<{ fields: Record<string, unknown> }>("oaxaca", ["show", ids.card]);
      return fields["age"] === 23 && fields["town"] === "Choluteca" && !("country" in fields) ? fields : null;
    });
    const { items } = await ask<{ items: readonly Record<string, unknown>[] }>("oaxaca", [
      "history",
      ids.card,
    ]);
    const change = items.find(({ field, to }) => field === "age" && to === 23);
    expect(change?.["at"]).toMatch(ISO);
    expect(change?.["device"]).toMatch(BASE32_16);
    expect(change?.["site"]).toMatch(BASE32_16);
    expect(change?.["from"]).not.toBe(23);
  });

  test("the committee posts a report whose card the shelters find, and reads no other card", async () => {
    ({ id: ids.posted } = await ask<{ id: string }>("comite", ["add", "report"], {
      ...{ name: "Marleny Xol Caal", sex: "female", age: 31, country: "GT" },
      seeker: { name: "Tomasa Caal" },
    }));
    await ask("comite", ["sync", "--peer", hubs.first]);
    const sees = (profile: string, hub: string): Promise<Found["results"][number]> =>
      until(`the posted card is at ${profile}`, async () => {
        await ask(profile, ["sync", "--peer", hub]);
        const { results } = await ask<Found>(profile, ["search", "Marleni Shol"]);
        return results.find(({ title }) => title === "Marleny Xol Caal") ?? null;
      });
    const hits = await Promise.all([sees("founder", hubs.first), sees("oaxaca", hubs.second)]);
    expect(hits.map(({ kind }) => kind)).toEqual(["card", "card"]);
    await ask("comite", ["sync", "--peer", hubs.first]);
    const { items } = await ask<Items>("comite", ["list", "card"]);
    expect(items.map(({ title }) => title).filter((title) => title !== "Marleny Xol Caal")).toEqual([]);
    expect((await ask<Found>("comite", ["search", "Wilmer Canales"])).results).toEqual([]);
    expect(await vereda("comite", ["show", ids.card])).toMatchObject({ code: 1, stdout: "" });
  });

  test("who is sought is proposed where she is a guest and nowhere else, until staff say that it is not she", async () => {
    const guest = { name: "Marlene Shol Caal", sex: "f", age: 30, country: "GT" };
    const duplicates = (): Promise<Pick<Found, "results">> => ask("oaxaca", ["alike", "guest"], guest);
    expect((await duplicates()).results).toEqual([]);
    const { id } = await ask<{ id: string }>("oaxaca", ["add", "guest"], guest);
    expect((await duplicates()).results.map((hit) => hit.id)).toEqual([id]);
    const { pairs, coverage } = await ask<Matches>("oaxaca", ["match"]);
    expect(pairs).toHaveLength(1);
    expect(pairs[0]).toMatchObject({ guest: id, proposed: true });
    expect(pairs[0]!.score).toBeLessThanOrEqual(1);
    expect(pairs[0]!.reasons.length).toBeGreaterThan(0);
    expect(coverage.map(({ comparedAt }) => comparedAt !== null)).toEqual([true, false]);
    expect(coverage[0]!.comparedAt).toMatch(ISO);
    const report = pairs[0]!.report;
    expect((await ask<Matches>("oaxaca", ["match", "--report", report])).pairs).toEqual(pairs);
    expect((await ask<Matches>("founder", ["match"])).pairs).toEqual([]);
    expect((await ask<Matches>("comite", ["match", "--report", ids.posted])).pairs).toEqual([]);

    await ask("oaxaca", ["reject", pairs[0]!.id, "--reason", "la edad no es"]);
    expect((await ask<Matches>("oaxaca", ["match"])).pairs).toEqual([]);
    await ask("oaxaca", ["edit", id], { age: 31 });
    expect((await ask<Matches>("oaxaca", ["match"])).pairs).toHaveLength(1);
  });

  test("a file of the committee becomes reports: the good records are found, the bad ones are named", async () => {
    const report = await ask<{ imported: number; errors: readonly { line: number; message: string }[] }>(
      "comite",
      [...["import", DAMAGED, "--format", "pfif"]],
    );
    expect(Object.keys(report).sort()).toEqual(["errors", "imported", "skipped", "updated"]);
    expect(report.imported).toBe(2);
    expect(report.errors.length).toBeGreaterThan(3);
    expect(report.errors.every(({ line, message }) => Number.isInteger(line) && message.length > 5)).toBe(
      true,
    );
    await ask("comite", ["sync", "--peer", hubs.first]);
    await until("an imported person is found at the first shelter", async () => {
      await ask("founder", ["sync", "--peer", hubs.first]);
      const { results } = await ask<Found>("founder", ["search", "Marbin Lacan"]);
      return results.find(({ title }) => title === "Marvin Lacán Tzoy") ?? null;
    });
    expect(JSON.stringify(await ask("founder", ["list", "card"]))).not.toMatch(/Canario|555/u);
  });
});

describe("files of Person Finder's own tests become reports of the committee", () => {
  const importFile = (name: string): Promise<Record<string, unknown> & { errors: readonly object[] }> =>
    ask("comite", ["import", join(SAMPLES, "person-finder", name), "--format", "pfif"]);
  const findAtShelter = (query: string, title: string): Promise<unknown> =>
    until(`${title} is found at the first shelter`, async () => {
      await ask("comite", ["sync", "--peer", hubs.first]);
      await ask("founder", ["sync", "--peer", hubs.first]);
      const { results } = await ask<Found>("founder", ["search", query]);
      return results.find((hit) => hit.title === title) ?? null;
    });

  test.each([
    ["test.pfif-1.4.xml", "test full name1", "_test_full_name1", "imported", 0],
    ["test.pfif-1.2.xml", "test first name", "_test_full_name1", "updated", 0],
    ["test.pfif-1.2-badrecord.xml", "test last name", "_test_full_name1", "skipped", 1],
  ])("%s: its person is found by name at the shelter", async (name, query, title, outcome, refused) => {
    const report = await importFile(name);
    expect(report).toMatchObject({ imported: 0, updated: 0, skipped: 0, [outcome]: 1 });
    expect(report.errors).toHaveLength(refused);
    await findAtShelter(query, title);
    const cards = JSON.stringify(await ask("founder", ["list", "card"]));
    expect(cards).not.toMatch(/author|inna|example\.com|_test_text|street|_test_photo|profile_url/u);
    expect(JSON.stringify(await ask("comite", ["list", "report"]))).toMatch(/_test_author_name/u);
  });
});

describe("nothing is lost, and what fails says what to do", () => {
  test("every profile is whole", async () => {
    const check = (profile: string): Promise<{ ok: boolean; entries: number; problems: unknown[] }> =>
      ask(profile, ["check"]);
    for (const { ok, entries, problems } of await Promise.all(["founder", "oaxaca", "comite"].map(check))) {
      expect({ ok, problems }).toEqual({ ok: true, problems: [] });
      expect(entries).toBeGreaterThan(0);
    }
    expect(Object.keys(await ask<object>("founder", ["status"]))).toEqual(
      expect.arrayContaining(["peers", "sites", "entries", "records"]),
    );
  });

  test("a folder that another process uses is refused, and survives that one's being stopped", async () => {
    const watching = playground.start([
      ...["sync", "--watch", "--peer", hubs.first, "--data", playground.folder("founder"), "--json"],
    ]);
    const round = JSON.parse(await watching.firstLine) as { entriesIn: number };
    expect(round.entriesIn).toBeGreaterThanOrEqual(0);
    const second = await vereda("founder", ["list", "card"]);
    expect(second).toMatchObject({ code: 1, stdout: "" });
    expect(second.stderr).toMatch(/proceso/u);
    watching.signal("SIGINT");
    expect((await watching.ended).code).toBe(0);
    expect(await ask("founder", ["check"])).toMatchObject({ ok: true });
  });

  test("a wrong passphrase, a silent address and bad JSON are each one line on standard error", async () => {
    const refusals = await Promise.all([
      vereda("founder", ["list", "card"], { passphrase: "otra frase de cinco palabras" }),
      vereda("oaxaca", ["sync", "--peer", "/ip4/127.0.0.1/tcp/9"]),
      vereda("comite", ["add", "report"], { input: '{"age":"muchos"}' }),
      vereda("nobody", ["add", "report"], { input: '{"name":"Marisol' }),
      vereda("nobody", ["list", "card"]),
    ]);
    for (const { code, stdout, stderr } of refusals) {
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(stderr).toMatch(/^[^\n]{30,}\n$/u);
      expect(stderr).not.toContain("Marisol");
    }
    expect(await vereda("founder", ["add", "car"], { input: "{}" })).toMatchObject({ code: 2, stdout: "" });
  });
});

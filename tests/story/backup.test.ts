/**
 * Folders that are copied, backed up and put back, by the command line alone: a copy is noticed and stops; a
 * backup comes back as a new device, with what no other device ever had. Chapters of one story.
 */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { createPlayground, oneObject } from "../cli/vereda-process.ts";

vi.setConfig({ testTimeout: 300_000 });

interface Listed {
  readonly items: readonly { readonly id: string; readonly title: string }[];
}

const playground = createPlayground();
const { run: vereda, ask } = playground;
const reportOf = (name: string): object => ({ name, sex: "male", age: 22, country: "HN" });
const add = (profile: string, name: string): Promise<{ id: string }> =>
  ask(profile, ["add", "report"], reportOf(name));
const titles = async (profile: string): Promise<readonly string[]> =>
  (await ask<Listed>(profile, ["list", "report"])).items.map(({ title }) => title).sort();
const sync = (profile: string): Promise<object> => ask(profile, ["sync", "--peer", hub.address]);
const hub = { address: "" };
const words = { site: "" };
const file = join(playground.folder("usb"), "casa.respaldo");

afterAll(() => playground.clear());

describe("F3 a folder that was copied", () => {
  test("begins as it should", async () => {
    const founded = await ask<{ recoveryWords: string }>("teresa", [
      ...["found", "--mesh", "Ruta", "--site", "Casa Tapachula", "--person", "Teresa"],
    ]);
    words.site = founded.recoveryWords;
    const { code } = await ask<{ code: string }>("teresa", ["invite", "--role", "hub"]);
    hub.address = (await playground.hub("hub", "--join", code)).address;
    await sync("teresa");
    await add("teresa", "Antes Canales");
    await sync("teresa");
    for (const copy of ["behind", "forked"])
      cpSync(playground.folder("teresa"), playground.folder(copy), { recursive: true });
    await add("teresa", "Berta Mejía");
    await sync("teresa");
  });

  test("F5 and is behind its hub takes what it lacks, and writes no more as that device", async () => {
    await sync("behind");
    expect(await titles("behind")).toEqual(["Antes Canales", "Berta Mejía"]);
    const refused = await vereda("behind", ["add", "report"], { input: reportOf("Nadie") });
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toMatch(/otra copia/u);
  });

  test("and wrote on its own is stopped, loses nothing, and hands it on to a new device", async () => {
    await add("forked", "Carlos Xol");
    await vereda("forked", ["sync", "--peer", hub.address]);
    const refused = await vereda("forked", ["add", "report"], { input: reportOf("Nadie") });
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toMatch(/otra copia/u);
    expect(await titles("forked")).toEqual(["Antes Canales", "Carlos Xol"]);
    // the true one goes on
    await add("teresa", "Delia Paz");
    await sync("teresa");
    const exported = await vereda("forked", ["export", "--format", "csv"]);
    const csv = join(playground.folder("usb"), "copia.csv");
    writeFileSync(csv, exported.stdout);
    oneObject(await vereda("nueva", ["recover", "--words", words.site, "--peer", hub.address]));
    await ask("nueva", ["import", csv, "--format", "csv"]);
    expect(await titles("nueva")).toEqual(expect.arrayContaining(["Berta Mejía", "Carlos Xol", "Delia Paz"]));
  });
});

describe("K6 F5 a backup", () => {
  test("holds what was never sent, and comes back with the words as a new device", async () => {
    await add("teresa", "Elena Solo Aquí");
    const { bytes } = await ask<{ bytes: number }>("teresa", ["backup", file]);
    expect(readFileSync(file)).toHaveLength(bytes);
    const { device } = await ask<{ device: string }>("vuelta", ["restore", file, "--words", words.site]);
    expect(await titles("vuelta")).toContain("Elena Solo Aquí");
    const { sites } = await ask<{ sites: { devices: { device: string; thisDevice: boolean }[] }[] }>(
      "vuelta",
      ["members"],
    );
    const own = sites.flatMap(({ devices }) => devices).filter(({ thisDevice }) => thisDevice);
    expect(own.map((one) => one.device)).toEqual([device]);
    await add("vuelta", "Fidel Nuevo");
    await sync("vuelta");
    // what the old device wrote and nobody had goes on from the new one, as the old one's
    await sync("nueva");
    expect(await titles("nueva")).toEqual(expect.arrayContaining(["Elena Solo Aquí", "Fidel Nuevo"]));
    for (const profile of ["vuelta", "nueva"])
      expect(await ask(profile, ["check"])).toMatchObject({ ok: true });
    // and the old device is not stopped by it: nobody wrote in its logs
    await sync("teresa");
    await add("teresa", "Gloria Después");
  });

  test("K6 opens with its passphrase to read, by an invite to come back, and with nothing else", async () => {
    const wrong = await vereda("lectora", ["restore", file], { passphrase: "otra frase que no es" });
    expect(wrong).toMatchObject({ code: 1, stdout: "" });
    expect(wrong.stderr).toMatch(/respaldo no se abre/u);
    await ask("lectora", ["restore", file]);
    expect(await titles("lectora")).toContain("Elena Solo Aquí");
    expect(await vereda("lectora", ["add", "report"], { input: reportOf("Nadie") })).toMatchObject({
      code: 1,
    });
    const { code } = await ask<{ code: string }>("teresa", ["invite", "--role", "staff"]);
    const joined = await ask<{ device: string; words: string }>("invitada", [
      ...["restore", file, "--join", code, "--person", "Inés"],
    ]);
    expect(joined.words.split(" ")).toHaveLength(4);
    const strange = await vereda("extraña", ["restore", file, "--words", "abeja ".repeat(12)]);
    expect(strange).toMatchObject({ code: 1, stdout: "" });
  });

  test("K7 that was cut or changed is refused, and nothing comes of it", async () => {
    const whole = readFileSync(file);
    const changed = Buffer.from(whole);
    changed[whole.length - 200]! ^= 1;
    for (const [name, bytes] of [
      ["cut", whole.subarray(0, whole.length - 10)],
      ["changed", changed],
      ["other", Buffer.from("nombre,edad\n")],
    ] as const) {
      const path = join(playground.folder("usb"), name);
      writeFileSync(path, bytes);
      const ended = await vereda(`de-${name}`, ["restore", path, "--words", words.site]);
      expect(ended, name).toMatchObject({ code: 1, stdout: "" });
      expect(ended.stderr, name).toMatch(/no es un respaldo/u);
    }
  });

  test("K7 that is older than what a folder holds does not go over it", async () => {
    expect(await titles("teresa")).toContain("Gloria Después");
    const ended = await vereda("teresa", ["restore", file, "--words", words.site]);
    expect(ended).toMatchObject({ code: 1, stdout: "" });
    expect(await titles("teresa")).toContain("Gloria Después");
    expect(await ask("teresa", ["check"])).toMatchObject({ ok: true });
  });
});

/**
 * Removals that undo one another or themselves: histories that the simulator found and shrank
 * (docs/testing.md, "Simulation"). Names begin with the cases of docs/threat-cases.md.
 */
import { beforeEach, describe, expect, test } from "vitest";
import { endOf } from "../../../sync/membership/cut.ts";
import { groupId } from "../../../sync/membership/membership.ts";
import type { AuthoredOperation } from "../../../sync/membership/operations.ts";
import { CONTROL } from "../../../sync/space.ts";
import { buildMesh, everyone, fateOf, fingerprint, meet, type Mesh, type Person, welcome } from "./story.ts";

let mesh: Mesh;
beforeEach(async () => {
  mesh = await buildMesh();
});

const isOut = (who: Person, eyes: Person): boolean => eyes.membership.removed.has(who.id);
const fate = (eyes: Person, { id }: Pick<AuthoredOperation, "id">): string =>
  eyes.membership.refused.get(id) ?? "accepted";

async function coordinator(name: string): Promise<Person> {
  const person = await welcome(mesh.teresa, name, { role: "coordinator" });
  meet(...everyone(mesh), person);
  return person;
}

describe("who is out", () => {
  test("R1 does not raise its own cut by leaving as well", async () => {
    const { teresa, ramon, octavio } = mesh;
    await teresa.revoke(ramon);
    const end = endOf(teresa.membership.removed.get(ramon.id)!.ends, CONTROL);
    const late = await ramon.invite("volunteer");
    const leaving = await ramon.revoke(ramon);
    meet(teresa, ramon, octavio);
    for (const eyes of [teresa, ramon, octavio]) {
      expect(endOf(eyes.membership.removed.get(ramon.id)!.ends, CONTROL)).toBe(end);
      expect(eyes.membership.refused.get(late.head)).toBe("removed");
      expect(fate(eyes, leaving)).toBe("removed");
    }
  });

  test("R1 who left does not come back by leaving once more", async () => {
    const { teresa, ramon } = mesh;
    await ramon.revoke(ramon);
    const late = await ramon.write({ kind: "merge" });
    const again = await ramon.revoke(ramon);
    meet(teresa, ramon);
    expect(isOut(ramon, teresa)).toBe(true);
    expect(fate(teresa, late)).toBe("removed");
    expect(fate(teresa, again)).toBe("removed");
  });

  test("R1 who left takes nobody out afterwards, although it leaves once more behind that", async () => {
    const { teresa, ramon, octavio } = mesh;
    const rosa = await coordinator("Rosa");
    await rosa.revoke(rosa);
    const late = await rosa.revoke(ramon);
    const again = await rosa.revoke(rosa);
    meet(teresa, rosa, octavio);
    for (const eyes of [teresa, octavio]) {
      expect([isOut(rosa, eyes), isOut(ramon, eyes)]).toEqual([true, false]);
      expect([fate(eyes, late), fate(eyes, again)]).toEqual(["removed", "removed"]);
    }
  });

  test("R7 in a circle with two cuts, nothing counts after the later one", async () => {
    const { teresa, octavio } = mesh;
    const [rosa, sara] = [await coordinator("Rosa"), await coordinator("Sara")];
    meet(teresa, rosa, sara, octavio);
    await teresa.revoke(rosa);
    await rosa.revoke(teresa);
    const meanwhile = await rosa.invite("hub");
    await sara.revoke(teresa);
    await sara.write({ kind: "role", role: "volunteer", ending: await rosa.ending(sara.operations) });
    meet(teresa, rosa, sara, octavio);
    for (const eyes of [teresa, rosa, sara, octavio]) {
      expect(isOut(teresa, eyes)).toBe(true);
      expect(isOut(rosa, eyes) || eyes.membership.devices.get(rosa.id)?.role === "volunteer").toBe(true);
      expect(eyes.membership.refused.get(meanwhile.head)).toBeDefined();
    }
  });
});

describe("a removal", () => {
  test("R5 cannot cut off what its author knew, and so what let itself in", async () => {
    const rosa = await coordinator("Rosa");
    const { teresa, hilda, pino, abel } = mesh;
    const log = teresa.log;
    const before = log[log.length - 6]!;
    const cut = await teresa.cut(before.seq, before.id);
    const ending = { device: teresa.member!.keys, cuts: [cut] };
    expect(await rosa.attempt({ kind: "revoke", ending })).toBe("lower-cut");
    expect(await rosa.attempt({ kind: "role", role: "staff", ending })).toBe("lower-cut");
    const others = await Promise.all([pino, abel].map((one) => one.ending(teresa.operations)));
    const none = { device: hilda.member!.keys, cuts: [] };
    const endings = [...others, none];
    expect(await teresa.attempt({ kind: "remove-site", site: hilda.site, endings })).toBe("lower-cut");
  });

  test("R5 cannot cut off the only thing that somebody ever said, where its author knew of it", async () => {
    const { teresa, vero } = mesh;
    const before = new Map(teresa.operations);
    const only = await vero.write({ kind: "merge" });
    expect(vero.log).toEqual([only]);
    meet(teresa, vero);
    const whole = { device: vero.member!.keys, cuts: [] };
    expect(await fateOf(teresa, { kind: "revoke", ending: whole })).toBe("lower-cut");
    teresa.operations = before;
    expect(await fateOf(teresa, { kind: "revoke", ending: whole }), "who has not heard of it").toBe(
      "accepted",
    );
  });

  test("R5 by one's own word leaves nothing behind in another history", async () => {
    const { teresa, ramon } = mesh;
    const last = ramon.log.at(-1) ?? (await ramon.write({ kind: "merge" }));
    meet(teresa, ramon);
    for (let count = 0; count < 3; count++) await teresa.write({ kind: "merge" });
    const ending = await ramon.ending();
    const late = teresa.log.at(-1)!;
    ramon.operations = new Map(teresa.operations);
    const leaving = await ramon.writeAfter(last, { kind: "revoke", ending }, [late.id]);
    const {
      site,
      group,
      generation,
      public: key,
    } = teresa.membership.groups.get(groupId("staff", teresa.site))!.at(-1)!;
    const boxes = { boxes: [], recoveryBoxes: [], previous: null };
    const grant = { kind: "group-boxes", site, group, generation, public: key, ...boxes } as const;
    const aside = await ramon.writeAfter(last, grant);
    expect([leaving, aside].map((one) => fate(ramon, one))).toEqual(["accepted", "removed"]);
    // the control: without the word it counts
    ramon.operations.delete(leaving.id);
    expect(fate(ramon, aside)).toBe("accepted");
  });

  test("R5 who is not named in the word on its house keeps what the author of that word knew", async () => {
    const { teresa, octavio, hilda, pino } = mesh;
    const known = await hilda.invite("advocate");
    meet(...everyone(mesh));
    const late = await hilda.invite("advocate");
    for (const judge of [teresa, octavio])
      await judge.write({ kind: "remove-site", site: hilda.site, endings: [] });
    meet(...everyone(mesh));
    for (const eyes of [teresa, octavio, pino]) {
      expect([isOut(hilda, eyes), isOut(pino, eyes)]).toEqual([true, true]);
      expect(eyes.membership.refused.get(known.head)).toBeUndefined();
      expect(eyes.membership.refused.get(late.head)).toBe("removed");
    }
    expect(fingerprint(teresa.membership)).toBe(fingerprint(octavio.membership));
  });

  test("R5 who gave its word on a house may name more of it at once, and no more later", async () => {
    const { teresa, octavio, hilda, pino } = mesh;
    const { site } = hilda;
    const word = { kind: "remove-site", site, endings: [] } as const;
    await octavio.write(word);
    meet(...everyone(mesh));
    await teresa.write(word);
    expect(isOut(pino, teresa)).toBe(true);
    expect(await teresa.attempt(word)).toBe("accepted");
    await teresa.write({ kind: "merge" });
    expect(await teresa.attempt(word)).toBe("unknown-site");
    // nor does a word on another house let it go on
    expect(await teresa.attempt({ ...word, site: octavio.site })).toBe("too-few-sites");
    expect(await teresa.attempt(word)).toBe("unknown-site");
  });

  test("R5 by somebody who is out does not stand because it raises the cut of who took him out", async () => {
    const { teresa, octavio, hilda, olga } = mesh;
    const [beto, malo] = [await coordinator("Beto"), await coordinator("Malo")];
    await beto.write({ kind: "merge" });
    meet(...everyone(mesh), beto, malo);
    const before = new Map(octavio.operations);
    await beto.revoke(malo);
    const early = { device: beto.member!.keys, cuts: (await beto.ending(before)).cuts };
    for (const judge of [octavio, hilda]) await judge.write({ kind: "revoke", ending: early });
    malo.operations.set(beto.log.at(-1)!.id, beto.log.at(-1)!);
    const all = new Map(malo.operations);
    malo.operations = new Map(before);
    const later = await beto.ending(all);
    const answer = await malo.write({ kind: "revoke", ending: later });
    const word = await malo.revoke(octavio);
    meet(...everyone(mesh), beto, malo);
    for (const eyes of [teresa, octavio, hilda, olga, malo]) {
      for (const gone of [beto, malo]) expect(isOut(gone, eyes), gone.name).toBe(true);
      expect([answer, word].map((one) => fate(eyes, one))).toEqual(["removed", "removed"]);
      expect(eyes.membership.votes.get(octavio.id)).toBeUndefined();
    }
  });

  test("of the own house counts, and takes its author along", async () => {
    const { teresa, hilda, abel, pino } = mesh;
    const { site } = hilda;
    const endings = await Promise.all([hilda, abel, pino].map((one) => one.ending(hilda.operations)));
    const written = await hilda.write({ kind: "remove-site", site, endings });
    const late = await hilda.write({ kind: "merge" });
    meet(...everyone(mesh));
    for (const eyes of [teresa, hilda]) {
      expect(fate(eyes, written)).toBe("accepted");
      expect(fate(eyes, late)).toBe("removed");
      expect(eyes.membership.sites.has(site)).toBe(false);
      for (const gone of [hilda, abel, pino]) expect(isOut(gone, eyes), gone.name).toBe(true);
    }
  });

  test("R6 two coordinators who make each other staff are both staff", async () => {
    const rosa = await coordinator("Rosa");
    const { teresa, octavio } = mesh;
    const lower = async (by: Person, whom: Person): Promise<AuthoredOperation> =>
      by.write({ kind: "role", role: "staff", ending: await whom.ending(by.operations) });
    const both = [await lower(teresa, rosa), await lower(rosa, teresa)];
    meet(teresa, rosa, octavio);
    for (const eyes of [teresa, rosa, octavio]) {
      expect(both.map((one) => fate(eyes, one))).toEqual(["accepted", "accepted"]);
      for (const one of [teresa, rosa]) expect(eyes.membership.devices.get(one.id)?.role).toBe("staff");
    }
  });
});

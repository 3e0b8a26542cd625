/** What removals and other roles take away, added up (docs/protocol.md, "Removals at the same time"). */
import { generateDeviceSecrets, hash, redactDevice, utf8 } from "#crypto";
import { describe, expect, test } from "vitest";
import {
  type DeviceId,
  type MeshId,
  type OperationId,
  operationIdOf,
  type SiteId,
} from "../../../sync/ids.ts";
import { orderOperations } from "../../../sync/membership/causality.ts";
import {
  type Draft,
  emptyDraft,
  newMember,
  NO_STRIKES,
  type Raise,
  type Strikes,
  type WordsEnd,
} from "../../../sync/membership/draft.ts";
import type { RoleChange } from "../../../sync/membership/membership.ts";
import {
  fewestStrikes,
  joined,
  mostStrikes,
  strikesOf,
  fingerprint,
} from "../../../sync/membership/strikes.ts";
import { CONTROL } from "../../../sync/space.ts";
import { seededRandom } from "./story.ts";

const device = "rosa" as DeviceId;
const tip = (id: string) => ({ id: id as OperationId, seq: 3 });
const out: Strikes = { ...NO_STRIKES, ends: new Map([[device, [[tip("a"), tip("b")]]]]) };
const sooner: Strikes = { ...NO_STRIKES, ends: new Map([[device, [[tip("c")]]]]) };

test("what is struck already adds nothing: adding comes to an end", () => {
  const both = joined(out, sooner);
  expect(both.ends.get(device)).toHaveLength(2);
  for (const again of [out, sooner, both]) expect(fingerprint(joined(both, again))).toBe(fingerprint(both));
});

test("the ends of several branches are the same in any order, and other ends are others", () => {
  const turned: Strikes = { ...NO_STRIKES, ends: new Map([[device, [[tip("b"), tip("a")]]]]) };
  expect(fingerprint(joined(out, turned))).toBe(fingerprint(out));
  expect(fingerprint(joined(out, sooner))).not.toBe(fingerprint(out));
});

test("who left by its own word and is taken out besides has not left", () => {
  const left: Strikes = { ...out, left: new Set([device]) };
  expect(joined(left, left).left).toEqual(new Set([device]));
  expect(joined(left, NO_STRIKES).left).toEqual(new Set([device]));
  expect(joined(left, out).left).toEqual(new Set());
});

describe("lost roles and void words", () => {
  const change = (by: string): RoleChange => ({
    role: "staff",
    by: by as OperationId,
    until: new Map(),
    tips: [],
  });
  const end = (by: string): WordsEnd => ({
    site: "casa" as SiteId,
    words: "site",
    by: by as OperationId,
    replaces: false,
  });
  const ids = (list: readonly { by: OperationId }[]): string[] => list.map(({ by }) => by);
  const other = "sara" as DeviceId;
  const a: Strikes = {
    ...NO_STRIKES,
    roles: new Map([[device, [change("p")]]]),
    words: [end("x")],
    standing: new Set(["s" as OperationId]),
  };
  const b: Strikes = {
    ...NO_STRIKES,
    roles: new Map([
      [device, [change("q"), change("p")]],
      [other, [change("r")]],
    ]),
    words: [end("y"), end("x")],
    standing: new Set(["t" as OperationId]),
  };

  test("are added once each", () => {
    const both = joined(a, b);
    expect(ids(both.roles.get(device)!)).toEqual(["p", "q"]);
    expect(ids(both.roles.get(other)!)).toEqual(["r"]);
    expect(ids(both.words)).toEqual(["x", "y"]);
    expect([...both.standing]).toEqual(["s", "t"]);
  });

  test("tell two strikes apart, in whatever order they are", () => {
    const nothing = fingerprint(NO_STRIKES);
    for (const part of ["roles", "words"] as const) {
      const [one, more] = [
        { ...NO_STRIKES, [part]: a[part] },
        { ...NO_STRIKES, [part]: b[part] },
      ];
      expect(fingerprint(one), part).not.toBe(nothing);
      expect(fingerprint(more), part).not.toBe(fingerprint(one));
    }
    expect(fingerprint({ ...NO_STRIKES, left: new Set([device]) })).not.toBe(nothing);
    expect(fingerprint({ ...NO_STRIKES, roles: new Map([[device, [change("q")]]]) })).not.toBe(
      fingerprint({ ...NO_STRIKES, roles: new Map([[other, [change("q")]]]) }),
    );
    const turned: Strikes = {
      ...b,
      roles: new Map([
        [other, [change("r")]],
        [device, [change("p"), change("q")]],
      ]),
      words: [end("x"), end("y")],
    };
    expect(fingerprint(turned)).toBe(fingerprint(b));
    const left = (...who: DeviceId[]): Strikes => ({ ...NO_STRIKES, left: new Set(who) });
    expect(fingerprint(left(device, other))).toBe(fingerprint(left(other, device)));
    const ends = (...who: DeviceId[]): Strikes => ({
      ...NO_STRIKES,
      ends: new Map(who.map((one) => [one, [[tip("a")]]])),
    });
    expect(fingerprint(ends(device, other))).toBe(fingerprint(ends(other, device)));
  });
});

describe("the end of a log between what is possible and what is sure", () => {
  const home = "casa" as SiteId;
  const keys = redactDevice(generateDeviceSecrets(seededRandom("strikes")));
  const { causality } = orderOperations([]);
  const standing = new Set<OperationId>();
  const raisedTo = (name: string): OperationId => operationIdOf(hash("test/raise", utf8(name)));
  const raise = (name: string): Raise => ({
    space: CONTROL,
    seal: { seq: 9, id: hash("test/raise", utf8(name)), signature: new Uint8Array(64) as never },
    by: name as OperationId,
  });

  /** A draft in which these houses gave their word on Rosa, each with an end of its own; "casa" is hers. */
  function draftOf(said: {
    readonly from?: readonly string[];
    readonly raises?: readonly string[];
    readonly reports?: readonly string[];
  }): Draft {
    const draft = emptyDraft("mesh" as MeshId, causality);
    const by = "in" as OperationId;
    const member = newMember({ device, keys, site: home, by, role: "staff", at: 0 });
    for (const from of said.from ?? [])
      member.votes.push({
        by: from as OperationId,
        from: from as SiteId,
        cuts: [],
        tips: [tip(`${from} end`)],
      });
    for (const name of said.raises ?? []) member.raises.push(raise(name));
    for (const id of said.reports ?? []) member.forkReports.push(id as OperationId);
    draft.devices.set(device, member);
    return draft;
  }

  const endsOf = (strikes: Strikes): string[][] | null =>
    strikes.ends.get(device)?.map((tips) => tips.map(({ id }) => id)) ?? null;
  const most = (possible: Draft, sure: Draft | null): string[][] | null =>
    endsOf(mostStrikes({ possible, sure }, standing));
  const fewest = (possible: Draft, sure: Draft): string[][] | null =>
    endsOf(fewestStrikes({ possible, sure }, standing));
  const nothing = draftOf({});

  test("is what all words and raised cuts say, where all of them count", () => {
    const draft = draftOf({ from: ["norte", "sur"], raises: ["alza"] });
    expect(endsOf(strikesOf(draft, standing))).toEqual([["norte end", "sur end", raisedTo("alza")]]);
    expect(most(draft, draft)).toEqual([["norte end", "sur end", raisedTo("alza")]]);
    expect(fewest(draft, draft)![0]).toEqual(
      expect.arrayContaining(["norte end", "sur end", raisedTo("alza")]),
    );
  });

  test("is at the least what each single word says, while none is sure, and no raised cut counts", () => {
    const possible = draftOf({ from: ["norte", "sur"], raises: ["alza"] });
    for (const sure of [null, nothing]) expect(most(possible, sure)).toEqual([["norte end"], ["sur end"]]);
    expect(fewest(possible, nothing), "nobody is surely out").toBeNull();
  });

  test("is at the least what those words say that are sure, once they are enough", () => {
    const possible = draftOf({ from: ["norte", "casa"], raises: ["alza", "otra"] });
    const sure = draftOf({ from: ["casa"], raises: ["alza"] });
    expect(most(possible, sure)).toEqual([["casa end", raisedTo("alza")]]);
    expect(fewest(possible, sure)![0]).toEqual(
      expect.arrayContaining(["norte end", "casa end", raisedTo("alza"), raisedTo("otra")]),
    );
  });

  test("is at the least what a sure word says with each that is not, as long as it is not enough", () => {
    const possible = draftOf({ from: ["norte", "sur", "este"] });
    const sure = draftOf({ from: ["norte"], raises: ["alza"] });
    expect(most(possible, sure)).toEqual([
      ["norte end", "norte end", raisedTo("alza")],
      ["norte end", "sur end", raisedTo("alza")],
      ["norte end", "este end", raisedTo("alza")],
    ]);
  });

  test("is where sure reports of a fork froze it, else where each single one did", () => {
    const possible = draftOf({ reports: ["pronto", "tarde"] });
    expect(most(possible, null)).toEqual([["pronto"], ["tarde"]]);
    expect(most(possible, draftOf({ reports: ["pronto"] }))).toEqual([["pronto"]]);
    expect(fewest(possible, draftOf({ reports: ["pronto"] }))![0]).toEqual(
      expect.arrayContaining(["pronto", "tarde"]),
    );
  });

  test("is by reports too, while the words on it are not sure; one word of another house is none", () => {
    const possible = draftOf({ from: ["casa"], reports: ["informe"] });
    expect(most(possible, null)).toEqual([["casa end"], ["informe"]]);
    expect(most(possible, possible)).toEqual([["casa end"]]);
    expect(most(draftOf({ from: ["norte"], reports: ["informe"] }), null)).toEqual([["informe"]]);
    expect(most(draftOf({ from: ["norte"] }), null)).toBeNull();
  });

  test("is not asked for where a bound does not know the device", () => {
    const stranger = emptyDraft("mesh" as MeshId, causality);
    const known = draftOf({ from: ["casa"] });
    expect(most(known, stranger)).toEqual([["casa end"]]);
    expect(fewest(stranger, known)).toEqual([["casa end"]]);
  });
});

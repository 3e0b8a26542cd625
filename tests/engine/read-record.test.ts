import { systemRandom, toText } from "#crypto";
import type { RecordId } from "#engine";
import { NETWORK, PAIR, siteSpace, type DeviceId, type Membership, type SiteId, type SpaceId } from "#sync";
import { describe, expect, test } from "vitest";
import { createDocument } from "../../src/engine/documents/document.ts";
import { toHex } from "../../src/engine/documents/hex.ts";
import { actorOf } from "../../src/engine/records/actor.ts";
import { CLAIM_BYTES, claimedId } from "../../src/engine/records/claim.ts";
import { countedContents, type PlacedContent, readRecord } from "../../src/engine/records/read-record.ts";
import { siteRecordId } from "../../src/engine/records/site-record.ts";

const tapachula = toText(systemRandom(16)) as SiteId;
const oaxaca = toText(systemRandom(16)) as SiteId;
const comite = toText(systemRandom(16)) as SiteId;
// The advocate's device sorts first, as an attacker would arrange it.
const [rosa, marta, lucia, luis] = [1, 2, 3, 4].map(() => toText(systemRandom(16))).sort() as [
  DeviceId,
  DeviceId,
  DeviceId,
  DeviceId,
];
const incarnation = new Uint8Array(8);
const membership = {
  devices: new Map([
    [lucia, { device: lucia, site: tapachula, role: "staff", firstRole: "staff", roles: [] }],
    [luis, { device: luis, site: tapachula, role: "staff", firstRole: "staff", roles: [] }],
    [marta, { device: marta, site: oaxaca, role: "staff", firstRole: "staff", roles: [] }],
    [rosa, { device: rosa, site: comite, role: "advocate", firstRole: "advocate", roles: [] }],
  ]),
  removed: new Map(),
  sites: new Map([
    [tapachula, { site: tapachula, kind: "shelter" }],
    [oaxaca, { site: oaxaca, kind: "shelter" }],
    [comite, { site: comite, kind: "advocates" }],
  ]),
} as unknown as Membership;

/** The claim of the house that the records of these tests belong to, where they are cards. */
const claim = systemRandom(CLAIM_BYTES);

interface Written {
  readonly by: DeviceId;
  readonly in: SpaceId;
  readonly copyOf?: SpaceId;
  readonly kind: string;
  readonly fields: Record<string, string>;
}

function content(id: RecordId, written: Written): PlacedContent {
  const actor = toHex(actorOf(written.by, incarnation, id));
  return {
    record: id,
    claim,
    copyOf: written.copyOf === undefined ? null : { space: written.copyOf, seq: 0 },
    incarnation,
    changes: [createDocument({ actor, seconds: 1 }, written.kind, written.fields)],
    place: { space: written.in, device: written.by, seq: 0 },
  };
}

/** As the record of the first author's house. */
function read(...all: readonly [Written, ...Written[]]): ReturnType<typeof readRecord> {
  return readAs(claimedId(claim, all[0].by === lucia ? tapachula : comite), ...all);
}

function readAs(id: RecordId, ...all: readonly Written[]): ReturnType<typeof readRecord> {
  const contents = all.map((written) => content(id, written));
  const places = contents.map(({ place }) => place).sort((a, b) => (a.device < b.device ? -1 : 1));
  return readRecord({ id, places, contents, membership });
}

const site = siteSpace("site", tapachula);
const person = { name: "José Hernández" };

describe("where a record lives", () => {
  test("a copy of a post counts in the author's own site", () => {
    const own = siteSpace("site", comite);
    const card = read({ by: rosa, in: own, copyOf: NETWORK, kind: "card", fields: person });
    expect(card).toMatchObject({ kind: "card", home: NETWORK });
  });

  test("an advocate plants no report in a shelter by claiming that the post is a copy", () => {
    expect(read({ by: rosa, in: NETWORK, copyOf: site, kind: "report", fields: person })).toBeNull();
    expect(read({ by: rosa, in: PAIR, copyOf: site, kind: "report", fields: person })).toBeNull();
    // The control: the same report, written where its author may write, is a record.
    expect(read({ by: lucia, in: site, kind: "report", fields: person })).toMatchObject({ kind: "report" });
  });

  test("M15 nobody hides a card by using its id elsewhere", () => {
    const card: Written = { by: lucia, in: NETWORK, kind: "card", fields: person };
    for (const elsewhere of [
      { by: rosa, in: PAIR, kind: "message", fields: { to: tapachula, text: "hola" } },
      { by: rosa, in: NETWORK, copyOf: site, kind: "report", fields: { name: "Otra" } },
    ] satisfies Written[]) {
      expect(read(card, elsewhere)).toMatchObject({ kind: "card", home: NETWORK, fields: person });
    }
  });

  test("M15 no other house changes a card, or is taken for the one that issued it", () => {
    const card: Written = { by: lucia, in: NETWORK, kind: "card", fields: person };
    // the other house's device sorts first, it knows the claim, and may write cards
    const forged: Written = { by: marta, in: NETWORK, kind: "card", fields: { name: "Otra" } };
    expect(read(card, forged)).toMatchObject({ issuer: tapachula, fields: person, conflicts: {} });
    expect(read(card, { ...forged, kind: "message" })).toMatchObject({ kind: "card", fields: person });
    // the control: of one house, both count
    const own = read(card, { ...forged, by: luis });
    expect(new Set(own?.conflicts["name"])).toEqual(new Set(["Otra", person.name]));
    expect(own?.issuer).toBe(tapachula);
  });

  test("a kind in a space that is not its own is no record", () => {
    expect(read({ by: lucia, in: NETWORK, kind: "guest", fields: person })).toBeNull();
  });

  test("M2 what a role may not write is set aside", () => {
    const guest: Written = { by: lucia, in: siteSpace("desk", tapachula), kind: "guest", fields: person };
    expect(read({ ...guest, by: rosa })).toBeNull();
    expect(read(guest, { ...guest, by: rosa, fields: { name: "Otra" } })).toMatchObject({
      fields: person,
      refused: 1,
    });
  });
});

describe("a record of one site in a space of two", () => {
  const [salt, referral] = [toText(systemRandom(16)), toText(systemRandom(16))];
  const step = { salt, referral, at: "2026-11-22", to: comite, step: "accept" };
  const own: Written = { by: lucia, in: PAIR, kind: "referral-step", fields: step };
  const id = siteRecordId("referral-step", tapachula, salt)!;

  test("is what that site wrote, whatever the other one writes under its id, in whichever order it is read", () => {
    for (const hostile of [
      { ...own, by: rosa, fields: { ...step, step: "cancel" } },
      { ...own, by: rosa, fields: { ...step, to: tapachula } },
      { by: rosa, in: PAIR, kind: "message", fields: { to: tapachula, text: "hola" } },
    ] satisfies Written[]) {
      const record = readAs(id, own, hostile);
      expect(record).toMatchObject({ kind: "referral-step", fields: step, conflicts: {}, refused: 1 });
      const contents = [own, hostile].map((written) => content(id, written));
      const places = contents.map(({ place }) => place);
      const counted = countedContents({ places, contents, membership }, record!);
      expect(counted.map(({ place }) => place.device)).toEqual([lucia]);
    }
  });

  test("is none where another site made it, or its id is another's", () => {
    expect(readAs(id, { ...own, by: rosa })).toBeNull();
    expect(read(own)).toBeNull();
    expect(readAs(id, { ...own, kind: "referral-extract" })).toBeNull();
    // the control: as its own site makes it
    expect(readAs(id, own)).toMatchObject({ kind: "referral-step" });
  });
});

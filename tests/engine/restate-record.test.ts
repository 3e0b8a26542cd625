/** What a device states again of one record, and what it does not (docs/protocol.md, "Restating"). */
import { systemRandom, toText } from "#crypto";
import type { RecordId } from "#engine";
import { type DeviceId, type Membership, PAIR, type SiteId, siteSpace, type SpaceId } from "#sync";
import { describe, expect, test } from "vitest";
import { createDocument } from "../../src/engine/documents/document.ts";
import { toHex } from "../../src/engine/documents/hex.ts";
import { OpenDocuments } from "../../src/engine/documents/open-documents.ts";
import type { PlainMap } from "../../src/engine/documents/plain.ts";
import { actorOf } from "../../src/engine/records/actor.ts";
import { type CatalogRecord, joinPlaces } from "../../src/engine/records/catalog.ts";
import { attributedChanges, type PlacedContent, readRecord } from "../../src/engine/records/read-record.ts";
import { restateRecord } from "../../src/engine/records/restate-record.ts";

const [lucia, ramon, delia] = [1, 2, 3].map(() => toText(systemRandom(16)) as DeviceId) as [
  DeviceId,
  DeviceId,
  DeviceId,
];
const site = toText(systemRandom(16)) as SiteId;
const incarnation = systemRandom(8);
const documents = new OpenDocuments();

/** A house whose people are staff; of those named all that they wrote after the first entry is a volunteer's. */
function membershipOf(demoted: readonly DeviceId[] = []): Membership {
  const until = new Map([[PAIR, { seq: -1 }]]);
  const member = (device: DeviceId): object => ({
    ...{ device, site, role: "staff", firstRole: "staff" },
    roles: demoted.includes(device) ? [{ role: "volunteer", by: "role", until }] : [],
  });
  return {
    devices: new Map([lucia, ramon, delia].map((device) => [device, member(device)])),
    removed: new Map(),
    sites: new Map([[site, { site, kind: "shelter" }]]),
    causality: { position: new Map(), knows: () => false },
  } as unknown as Membership;
}

class Written {
  readonly id = toText(systemRandom(16)) as RecordId;
  readonly all: PlacedContent[] = [];
  readonly space: SpaceId;

  constructor(space: SpaceId) {
    this.space = space;
  }

  add(device: DeviceId, changes: readonly Uint8Array[], own = incarnation): PlacedContent {
    const seq = this.all.filter(({ place }) => place.device === device).length;
    const place = { space: this.space, device, seq };
    const content = { record: this.id, claim: null, copyOf: null, incarnation: own, changes, place };
    this.all.push(content);
    return content;
  }

  create(device: DeviceId, kind: string, fields: PlainMap): PlacedContent {
    const actor = toHex(actorOf(device, incarnation, this.id));
    return this.add(device, [createDocument({ actor, seconds: 1 }, kind, fields)]);
  }

  edit(device: DeviceId, on: readonly PlacedContent[], patch: PlainMap): PlacedContent {
    const actor = toHex(actorOf(device, incarnation, this.id));
    const known = attributedChanges(this.id, on);
    return this.add(device, documents.edit(known, { actor, seconds: 2 }, patch));
  }

  read(contents: readonly PlacedContent[], membership: Membership): CatalogRecord | null {
    const places = joinPlaces(
      [],
      contents.map(({ place }) => place),
    );
    return readRecord({ id: this.id, places, contents, membership });
  }

  /** What the record shows to all after Delia's device stated again what it had to. */
  afterRestating(
    contents: readonly PlacedContent[],
    {
      quarantined = [],
      membership = membershipOf(),
    }: { quarantined?: PlacedContent[]; membership?: Membership },
  ): CatalogRecord {
    const record = this.read(contents, membership);
    if (record === null) throw new Error("there is no record");
    const restated = restateRecord(record, { device: delia, membership, contents, quarantined });
    const added = restated.map((made) => this.add(delia, made.changes, made.incarnation));
    return this.read([...contents, ...added], membership)!;
  }
}

const desk = siteSpace("desk", site);

describe("what a device wrote on top of something refused", () => {
  test("is stated again where a role forbids what it stood on", () => {
    const record = new Written(PAIR);
    const membership = membershipOf([ramon]);
    const made = record.create(lucia, "message", { to: site, text: "Llegan mañana" });
    const his = record.edit(ramon, [made], { text: "No vengan" });
    const hers = record.edit(delia, [made, his], { text: "Llegan pasado mañana" });
    const contents = [made, his, hers];
    // the control: as it stands, neither is shown
    expect(record.read(contents, membership)).toMatchObject({
      fields: { text: "Llegan mañana" },
      waiting: 1,
      refused: 1,
    });
    expect(record.afterRestating(contents, { membership })).toMatchObject({
      fields: { text: "Llegan pasado mañana" },
      conflicts: {},
    });
  });

  test("overwrites nothing that its author had not seen: both values show", () => {
    const record = new Written(desk);
    const made = record.create(lucia, "guest", { name: "Santos Caal", town: "Cobán" });
    const his = record.edit(ramon, [made], { marks: "falsa" });
    const hers = record.edit(delia, [made, his], { town: "Tactic" });
    const meanwhile = record.edit(lucia, [made], { town: "Tamahú" });
    const shown = record.afterRestating([made, meanwhile, hers], { quarantined: [his] });
    expect(shown.conflicts["town"]?.toSorted()).toEqual(["Tactic", "Tamahú"]);
    // and where its author had seen it, hers counts alone
    const later = record.edit(delia, record.all.slice(0, 4), { town: "Purulhá" });
    const after = record.afterRestating([made, meanwhile, hers, later], { quarantined: [his] });
    expect(after).toMatchObject({ fields: { town: "Purulhá" }, conflicts: {} });
  });

  test("takes an age whole, whichever part of it was changed", () => {
    const record = new Written(desk);
    const made = record.create(lucia, "guest", { name: "Santos Caal", age: { from: 30, to: 40 } });
    const his = record.edit(ramon, [made], { age: { from: 15, to: 16 }, marks: "falsa" });
    const hers = record.edit(delia, [made, his], { age: { from: 14, to: 16 } });
    const shown = record.afterRestating([made, hers], { quarantined: [his] });
    expect(shown.fields).toMatchObject({ name: "Santos Caal", age: { from: 14, to: 16 } });
    expect(shown.fields).not.toHaveProperty("marks");
  });

  test("takes away again what it took away", () => {
    const record = new Written(desk);
    const made = record.create(lucia, "guest", { name: "Santos Caal", town: "Cobán" });
    const his = record.edit(ramon, [made], { town: "Otra" });
    const hers = record.edit(delia, [made, his], { town: null });
    const shown = record.afterRestating([made, hers], { quarantined: [his] });
    expect(shown.fields).not.toHaveProperty("town");
  });

  test("is stated by its own device alone, once, and only where its past is here", () => {
    const record = new Written(desk);
    const made = record.create(lucia, "guest", { name: "Santos Caal" });
    const his = record.edit(ramon, [made], { town: "Otra" });
    const contents = [made, record.edit(delia, [made, his], { town: "Cobán" })];
    const membership = membershipOf();
    const restated = (device: DeviceId, some: PlacedContent[], quarantined: PlacedContent[]): number =>
      restateRecord(record.read(some, membership)!, { device, membership, contents: some, quarantined })
        .length;
    expect(restated(lucia, contents, [his])).toBe(0);
    expect(restated(delia, contents, [])).toBe(0);
    expect(restated(delia, contents, [his])).toBe(1);
    record.afterRestating(contents, { quarantined: [his] });
    expect(restated(delia, [...contents, record.all.at(-1)!], [his])).toBe(0);
  });
});

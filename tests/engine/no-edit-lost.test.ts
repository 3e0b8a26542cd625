/**
 * Random edits of three devices, one of which is cut at a random place: what honest devices wrote last is
 * there in the end, and nothing that was refused (docs/protocol.md, "Restating").
 */
import { systemRandom, toText } from "#crypto";
import type { RecordId } from "#engine";
import { type DeviceId, type Membership, siteSpace, type SiteId } from "#sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { appliedOf, graphOf } from "../../src/engine/documents/change-graph.ts";
import { createDocument } from "../../src/engine/documents/document.ts";
import { toHex } from "../../src/engine/documents/hex.ts";
import { OpenDocuments } from "../../src/engine/documents/open-documents.ts";
import type { PlainMap } from "../../src/engine/documents/plain.ts";
import { actorOf } from "../../src/engine/records/actor.ts";
import { type CatalogRecord, joinPlaces } from "../../src/engine/records/catalog.ts";
import { incarnationOf, restatedIncarnation } from "../../src/engine/records/incarnation.ts";
import {
  attributedChanges,
  countedContents,
  type PlacedContent,
  readRecord,
} from "../../src/engine/records/read-record.ts";
import { restateRecord } from "../../src/engine/records/restate-record.ts";

const FIELDS = ["town", "marks", "relatives"] as const;
const HONEST = [0, 1];
const CUT = 2;
const site = toText(systemRandom(16)) as SiteId;
const space = siteSpace("desk", site);

type Step =
  | { readonly kind: "edit"; readonly by: number; readonly field: (typeof FIELDS)[number] }
  | { readonly kind: "meet"; readonly from: number; readonly to: number }
  | { readonly kind: "hear"; readonly who: number };

/** One value that somebody wrote, and the values that were in its past. */
interface Edit {
  readonly field: string;
  readonly value: string;
  readonly past: ReadonlySet<string>;
}

class World {
  readonly id = toText(systemRandom(16)) as RecordId;
  readonly devices = [0, 1, 2].map(() => toText(systemRandom(16)) as DeviceId);
  readonly vaults = [0, 1, 2].map(() => systemRandom(8));
  /** Whole logs, and how far each device holds each of them. */
  readonly logs: PlacedContent[][] = [[], [], []];
  readonly held = [0, 1, 2].map(() => [0, 0, 0]);
  readonly hasHeard = new Set<number>();
  readonly edits: (Edit & { readonly by: number; readonly seq: number })[] = [];
  /** What a change says, by hash; one that states another again says the same. */
  readonly valueOf = new Map<string, string>();
  readonly #documents = new OpenDocuments();
  readonly #membership: Membership;
  #cut: number;
  readonly #restates: boolean;

  constructor({ cut, restates }: { readonly cut: number; readonly restates: boolean }) {
    this.#cut = cut;
    this.#restates = restates;
    const member = (device: DeviceId): object => ({
      ...{ device, site, role: "staff", firstRole: "staff", roles: [], endsAt: null },
    });
    this.#membership = {
      devices: new Map(this.devices.map((device) => [device, member(device)])),
      removed: new Map(),
      sites: new Map([[site, { site, kind: "shelter" }]]),
    } as unknown as Membership;
    const actor = toHex(actorOf(this.devices[0]!, this.vaults[0]!, this.id));
    const created = createDocument({ actor, seconds: 1 }, "guest", { name: "Santos Caal" });
    this.#append(0, this.vaults[0]!, [created]);
    for (const to of [1, 2]) this.meet(0, to);
  }

  #append(by: number, incarnation: Uint8Array, changes: readonly Uint8Array[]): void {
    const log = this.logs[by]!;
    const place = { space, device: this.devices[by]!, seq: log.length };
    log.push({ record: this.id, claim: null, copyOf: null, incarnation, changes, place });
    this.held[by]![by] = log.length;
  }

  /** What a device has of the record: in logs, and past the cut that it knows of. */
  #contents(who: number): { contents: PlacedContent[]; quarantined: PlacedContent[] } {
    const all = this.logs.flatMap((log, of) => log.slice(0, this.held[who]![of]));
    const isPast = ({ place }: PlacedContent): boolean =>
      this.hasHeard.has(who) && place.device === this.devices[CUT] && place.seq >= this.#cut;
    return {
      contents: all.filter((one) => !isPast(one)),
      quarantined: all.filter(isPast),
    };
  }

  record(who: number): CatalogRecord {
    const { contents } = this.#contents(who);
    const places = joinPlaces(
      [],
      contents.map(({ place }) => place),
    );
    const record = readRecord({ id: this.id, places, contents, membership: this.#membership });
    if (record === null) throw new Error("the record is always there");
    return record;
  }

  edit(by: number, field: string): void {
    const record = this.record(by);
    const { contents } = this.#contents(by);
    const counted = countedContents(
      { places: record.entries, contents, membership: this.#membership },
      record,
    );
    const own = { device: this.devices[by]!, incarnation: this.vaults[by]! };
    const incarnation = incarnationOf(record, { own, contents, counted });
    const actor = toHex(actorOf(own.device, incarnation, this.id));
    const known = attributedChanges(this.id, counted);
    const value = `v${String(this.edits.length)}`;
    const patch: PlainMap = { [field]: field === "relatives" ? [value] : value };
    const past = new Set([...appliedOf(known).keys()].flatMap((hash) => this.valueOf.get(hash) ?? []));
    const [bytes] = this.#documents.edit(known, { actor, seconds: 2 }, patch);
    for (const hash of graphOf([{ bytes: bytes!, actor }]).keys()) this.valueOf.set(hash, value);
    this.edits.push({ field, value, past, by, seq: this.logs[by]!.length });
    this.#append(by, incarnation, [bytes!]);
  }

  /** A device that knows of the cut takes nothing past it, and hands nothing on. */
  meet(from: number, to: number): void {
    const knows = this.hasHeard.has(from) || this.hasHeard.has(to);
    this.held[to] = this.held[to]!.map((high, of) => {
      const offered = this.held[from]![of]!;
      return Math.max(high, of === CUT && knows ? Math.min(offered, this.#cut) : offered);
    });
    if (this.hasHeard.has(from) && to !== CUT) this.hear(to);
    else this.settle(to);
  }

  hear(who: number): void {
    if (who !== CUT) this.hasHeard.add(who);
    this.settle(who);
  }

  /** Tells how much was stated again. */
  settle(who: number): number {
    if (!this.#restates || !this.hasHeard.has(who)) return 0;
    const known = { device: this.devices[who]!, membership: this.#membership, ...this.#contents(who) };
    const restated = restateRecord(this.record(who), known);
    for (const { incarnation, changes } of restated) {
      this.#append(who, incarnation, changes);
      this.#noteRestated(who, incarnation, changes);
    }
    return restated.length;
  }

  #noteRestated(who: number, incarnation: Uint8Array, changes: readonly Uint8Array[]): void {
    const actor = toHex(actorOf(this.devices[who]!, incarnation, this.id));
    const said = [...this.valueOf].find(([hash]) => toHex(restatedIncarnation(hash)) === toHex(incarnation));
    const made = graphOf(changes.map((bytes) => ({ bytes, actor })));
    for (const hash of made.keys()) if (said !== undefined) this.valueOf.set(hash, said[1]);
  }

  /** Everybody hears, and meets until there is nothing new. */
  end(): void {
    for (const who of HONEST) this.hear(who);
    this.#meetAll();
  }

  /** A coordinator lets all of it count after all. */
  admit(): void {
    this.#cut = Infinity;
    this.#meetAll();
  }

  #meetAll(): void {
    for (let round = 0; round < 3; round++) {
      for (const [from, to] of [
        [CUT, 0],
        [0, 1],
        [1, 0],
      ] as const) {
        this.meet(from, to);
      }
    }
  }

  run(steps: readonly Step[]): void {
    for (const step of steps) {
      if (step.kind === "edit") this.edit(step.by, step.field);
      else if (step.kind === "meet") this.meet(step.from, step.to);
      else this.hear(step.who);
    }
    this.end();
  }

  isRefused({ by, seq }: { readonly by: number; readonly seq: number }): boolean {
    return by === CUT && seq >= this.#cut;
  }

  /** Values that count and that no value that counts came after. */
  last(): readonly Edit[] {
    const counted = this.edits.filter((edit) => !this.isRefused(edit));
    return counted.filter(
      ({ field, value }) => !counted.some((other) => other.field === field && other.past.has(value)),
    );
  }

  listsOf(who: number): readonly (readonly unknown[])[] {
    const { fields, conflicts } = this.record(who);
    return [...(conflicts["relatives"] ?? []), fields["relatives"]].filter(Array.isArray);
  }

  shown(who: number, field: string): readonly string[] {
    const { fields, conflicts } = this.record(who);
    return [...(conflicts[field] ?? []), fields[field]].flatMap((value) =>
      value === undefined ? [] : [value].flat().map(String),
    );
  }
}

const HISTORIES = 40;
const PATIENCE_MS = 300_000;
const device = fc.nat(2);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant("edit"), by: device, field: fc.constantFrom(...FIELDS) }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("meet"), from: device, to: device }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("hear"), who: device }) },
);
const history = fc.record({ cut: fc.nat(4), steps: fc.array(step, { maxLength: 30, size: "max" }) });

/** Values that were written last and that nobody sees. */
const lost = (world: World): readonly Edit[] =>
  world.last().filter(({ field, value }) => !HONEST.every((who) => world.shown(who, field).includes(value)));

describe("random edits of three devices, one of them cut", () => {
  test(
    "lose nothing that an honest device wrote last, show nothing refused, end alike, and double nothing",
    () => {
      fc.assert(
        fc.property(history, ({ cut, steps }) => {
          const world = new World({ cut, restates: true });
          world.run(steps);
          expect(lost(world)).toEqual([]);
          const [one, other] = HONEST.map((who) => world.record(who));
          expect([one!.fields, one!.conflicts]).toEqual([other!.fields, other!.conflicts]);
          const shown = FIELDS.flatMap((field) => world.shown(0, field));
          for (const { value } of world.edits.filter((edit) => world.isRefused(edit))) {
            expect(shown).not.toContain(value);
          }
          // once: nothing is left to say
          expect(HONEST.map((who) => world.settle(who))).toEqual([0, 0]);
          world.admit();
          expect(lost(world)).toEqual([]);
          for (const values of world.listsOf(0)) expect(values).toHaveLength(1);
        }),
        { numRuns: HISTORIES },
      );
    },
    PATIENCE_MS,
  );

  test(
    "would lose some of it if nothing were stated again: the control",
    () => {
      const runs = fc.sample(history, { numRuns: HISTORIES, seed: 7 }).map(({ cut, steps }) => {
        const world = new World({ cut, restates: false });
        world.run(steps);
        return lost(world).length;
      });
      expect(runs.filter((count) => count > 0).length).toBeGreaterThan(2);
    },
    PATIENCE_MS,
  );
});

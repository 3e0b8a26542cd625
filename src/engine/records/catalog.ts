/**
 * The records that this vault can read, as plain views, in memory: what lists, search and pages are
 * made from. Filled by `ingest.ts`; knows no keys and no Automerge.
 */
import type { KindName as Kind } from "#model";
import type { DeviceId, SiteId, SpaceId } from "#sync";
import type { RecordId, UnixMillis } from "../api/index.ts";
import type { PlainMap } from "../documents/plain.ts";
import { cardIdOf, foundCardOf } from "./claim.ts";
import type { Post } from "./content.ts";
import { type PersonIds, SamePersons } from "./same-persons.ts";

/** Where a batch of changes of a record lies. */
export interface EntryPlace {
  readonly space: SpaceId;
  readonly device: DeviceId;
  readonly seq: number;
  /** Of a copy: where the post stands among the device's logs. */
  readonly copyOf?: Post;
}

export interface CatalogRecord {
  readonly id: RecordId;
  readonly kind: Kind;
  /** The one space that the record lives in. */
  readonly home: SpaceId;
  /** The site that it belongs to, where records of its home are claimed (`claim.ts`); else null. */
  readonly issuer: SiteId | null;
  readonly fields: PlainMap;
  readonly conflicts: Readonly<Record<string, readonly unknown[]>>;
  readonly createdAt: UnixMillis | null;
  readonly changedAt: UnixMillis | null;
  /** Sorted by device, space and position, so that every device applies in the same order. */
  readonly entries: readonly EntryPlace[];
  /** Changes that were kept and not merged. */
  readonly refused: number;
  /** Changes whose predecessors have not come. */
  readonly waiting: number;
}

/** The fields by whose value records of a kind are found. */
const INDEXED = {
  arrival: ["guest"],
  departure: ["guest"],
  consent: ["guest"],
  "waiting-message": ["guest"],
  "never-tell": ["guest"],
  need: ["guest"],
  "vital-interest": ["guest"],
  "referral-guest": ["guest", "referral"],
  "referral-draft": ["guest"],
  "capsule-guest": ["guest"],
  "referral-step": ["referral"],
  "service-step": ["referral"],
  "case-follow": ["referral"],
  "protected-step": ["guest"],
  "protected-release": ["guest"],
  "trace-opening": ["guest"],
  news: ["about"],
  review: ["about"],
  "protected-review": ["about"],
} as const satisfies Readonly<Partial<Record<Kind, readonly string[]>>>;
/** Another kind would be found by nothing, so it is asked for in vain at compile time. */
type IndexedKind = keyof typeof INDEXED;

const keyOf = (kind: Kind, field: string, value: string): string => `${kind} ${field} ${value}`;

function keysOf({ kind, fields }: CatalogRecord): readonly string[] {
  const indexed: Readonly<Partial<Record<Kind, readonly string[]>>> = INDEXED;
  return (indexed[kind] ?? []).flatMap((field) => {
    const value = fields[field];
    return typeof value === "string" ? [keyOf(kind, field, value)] : [];
  });
}

export class Catalog {
  readonly #records = new Map<RecordId, CatalogRecord>();
  readonly #byKind = new Map<Kind, Set<RecordId>>();
  readonly #reportOfCard = new Map<RecordId, RecordId>();
  /** Also of reports that are gone: their cards are other people's again. */
  readonly #cardOfReport = new Map<RecordId, RecordId>();
  /** Also of guests who are gone. */
  readonly #guestOfFound = new Map<RecordId, RecordId>();
  /** By kind, field and value. */
  readonly #having = new Map<string, Set<RecordId>>();
  /** Which guests are one person. */
  readonly samePersons = new SamePersons();

  get size(): number {
    return this.#records.size;
  }

  get(id: RecordId): CatalogRecord | null {
    return this.#records.get(id) ?? null;
  }

  set(record: CatalogRecord): void {
    this.delete(record.id);
    this.#records.set(record.id, record);
    const ofKind = this.#byKind.get(record.kind);
    if (ofKind === undefined) this.#byKind.set(record.kind, new Set([record.id]));
    else ofKind.add(record.id);
    if (record.kind === "report") this.#joinCard(record);
    if (record.kind === "guest") this.#guestOfFound.set(foundCardOf(record), record.id);
    if (record.kind === "same-person") this.samePersons.set(record);
    for (const key of keysOf(record))
      this.#having.set(key, (this.#having.get(key) ?? new Set()).add(record.id));
  }

  delete(id: RecordId): void {
    const record = this.#records.get(id);
    if (record === undefined) return;
    this.#records.delete(id);
    this.#byKind.get(record.kind)?.delete(id);
    if (record.kind === "report") this.#reportOfCard.delete(cardIdOf(record));
    if (record.kind === "same-person") this.samePersons.delete(id);
    for (const key of keysOf(record)) this.#having.get(key)?.delete(id);
  }

  #joinCard(report: CatalogRecord): void {
    const card = cardIdOf(report);
    this.#cardOfReport.set(report.id, card);
    this.#reportOfCard.set(card, report.id);
  }

  /** Records of a kind by the value of a field that is indexed. */
  having(
    kind: IndexedKind,
    field: "guest" | "referral" | "about",
    value: RecordId,
  ): readonly CatalogRecord[] {
    const ids = this.#having.get(keyOf(kind, field, value)) ?? [];
    return [...ids].flatMap((id) => this.#records.get(id) ?? []);
  }

  /** What was noted of a guest, in whichever of their records: each coming, each leaving, what they agreed to ... */
  ofGuest(guest: RecordId, kind: IndexedKind): readonly CatalogRecord[] {
    return this.personOf(guest).members.flatMap((member) => this.having(kind, "guest", member));
  }

  /** Who a guest is: of the records that are one person those that are here. Of who is not here themselves. */
  personOf(guest: RecordId): PersonIds {
    const person = this.samePersons.of(guest);
    if (person.maybe.length === 1) return person;
    const isHere = (id: RecordId): boolean => id === guest || isOnRecord(this.#records.get(id));
    return { members: person.members.filter(isHere), maybe: person.maybe.filter(isHere) };
  }

  /** The report that a card was made from; null where that is not here, or the card is not one. */
  reportOf(card: RecordId): RecordId | null {
    return this.#reportOfCard.get(card) ?? null;
  }

  /** The card of a report that is here, or was; null for any other record. */
  cardOf(report: RecordId): RecordId | null {
    return this.#cardOfReport.get(report) ?? null;
  }

  /** The guest of the own house whose found card it is; null for another's, and for any other record. */
  guestOfFoundCard(card: RecordId): RecordId | null {
    return this.#guestOfFound.get(card) ?? null;
  }

  /** Records of one kind, last changed first. */
  ofKind(kind: Kind): readonly CatalogRecord[] {
    const ids = [...(this.#byKind.get(kind) ?? [])];
    return ids
      .flatMap((id) => this.#records.get(id) ?? [])
      .sort((one, other) => (other.changedAt ?? 0) - (one.changedAt ?? 0) || (one.id < other.id ? -1 : 1));
  }

  all(): IterableIterator<CatalogRecord> {
    return this.#records.values();
  }
}

/** Whether a record is of a guest whom the desk has on record: not of who was moved to `protected` (protect.ts). */
export const isOnRecord = (record: CatalogRecord | null | undefined): record is CatalogRecord =>
  record?.kind === "guest" && record.fields["emptied"] !== true;

/** Whether a found card says anything: of values that were set at once, one that is not "open" is enough. */
export const isStanding = ({ fields, conflicts }: Pick<CatalogRecord, "fields" | "conflicts">): boolean =>
  fields["status"] === "open" && conflicts["status"] === undefined;

/** Where the batches of a record stand in the space that it lives in, by their copies where only these are read. */
export function placesAtHome({
  entries,
  home,
}: Pick<CatalogRecord, "entries" | "home">): readonly EntryPlace[] {
  return entries
    .map(({ copyOf, ...place }) => ({ ...place, ...copyOf }))
    .filter(({ space }) => space === home);
}

const text = ({ device, space }: EntryPlace): string => `${device} ${space}`;

/** Adds places to a list, sorted and without repetition. */
export function joinPlaces(known: readonly EntryPlace[], more: readonly EntryPlace[]): readonly EntryPlace[] {
  const byText = new Map([...known, ...more].map((place) => [`${text(place)} ${String(place.seq)}`, place]));
  return [...byText.values()].sort((one, other) => {
    const [a, b] = [text(one), text(other)];
    return a === b ? one.seq - other.seq : a < b ? -1 : 1;
  });
}

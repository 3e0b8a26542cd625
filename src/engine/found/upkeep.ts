/**
 * Keeps the found cards of a house as its guests want them, by itself: whoever of the house's devices is first to know
 * makes, changes or takes back. A card that should not stand is taken back whenever it is seen; one that was taken back
 * is made again only where this device has learnt something new of the guest, so that two devices which know different
 * things end with no card, and not with one that comes and goes.
 */
import { accessOf, extractFoundCard, WITHDRAWN_FOUND_CARD } from "#model";
import { EngineError, type RecordId } from "../api/index.ts";
import { type Put, writePuts } from "../commands/write-records.ts";
import { statementsOn } from "../consents/consent-of.ts";
import type { House } from "../house/house.ts";
import { type CatalogRecord, isStanding } from "../records/catalog.ts";
import { claimOfFoundCard } from "../records/claim.ts";
import { writingRole } from "../house/restate.ts";
import { foundCardIdOf, foundStateOf } from "./found-card.ts";

const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

function canonical(fields: unknown): string {
  return JSON.stringify(fields, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

type FoundInput = ReturnType<typeof extractFoundCard>;

/** Whether the card says what it should, with nothing left open. */
const isRight = (known: CatalogRecord | null, input: FoundInput): boolean =>
  known === null
    ? input.status === "withdrawn"
    : Object.keys(known.conflicts).length === 0 && same(known.fields, input);

export class KeepFound {
  readonly #house: House;
  /** Null: every guest who was ever asked. */
  #waiting: Set<RecordId> | null = null;
  /** Something that a guest said may be gone with a device that was taken out: then saying nothing is no. */
  #isStrict = false;
  /** By what was known of a guest this device judged last. */
  readonly #judged = new Map<RecordId, string>();

  constructor(house: House) {
    this.#house = house;
  }

  /** Records that came, changed or went. */
  changed(ids: readonly RecordId[]): void {
    const records = ids.map((id) => this.#house.catalog.get(id));
    if (records.includes(null)) {
      this.#waiting = null;
      this.#isStrict = true;
    }
    for (const id of records.flatMap((one) => (one === null ? [] : this.#guestsOf(one))))
      this.#waiting?.add(id);
  }

  /** Resolves with whether anything was written. */
  async run(): Promise<boolean> {
    const role = writingRole(this.#house);
    if (role === null || accessOf(role, "found-card") === "none" || this.#waiting?.size === 0) return false;
    const puts = this.#take();
    try {
      if (puts.length > 0) await writePuts(this.#house, puts);
      return puts.length > 0;
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      // no key yet, say: everybody is looked at again when something comes
      this.#waiting = null;
      this.#judged.clear();
      return false;
    }
  }

  #guestsOf(record: CatalogRecord): readonly RecordId[] {
    if (record.kind === "guest") return [record.id];
    const { catalog } = this.#house;
    const guest = record.kind === "consent" ? record.fields["guest"] : catalog.guestOfFoundCard(record.id);
    return typeof guest === "string" ? [guest as RecordId] : [];
  }

  #take(): readonly Put[] {
    const { catalog } = this.#house;
    const asked = (): readonly RecordId[] =>
      [...catalog.ofKind("consent"), ...catalog.ofKind("found-card")].flatMap((one) => this.#guestsOf(one));
    const puts = [...(this.#waiting ?? new Set(asked()))].flatMap((id) => {
      const guest = catalog.get(id);
      return guest?.kind === "guest" ? (this.#due(guest) ?? []) : [];
    });
    this.#waiting = new Set();
    this.#isStrict = false;
    return puts;
  }

  /** What the card of a guest should be changed to; null where it is right, or not for this device to say. */
  #due(guest: CatalogRecord): Put | null {
    const house = this.#house;
    const statements = statementsOn(house, { guest: guest.id, purpose: "findable" });
    // a device that is still being filled takes nothing back
    if (statements.length === 0 && !this.#isStrict) return null;
    const isShared = foundStateOf(house, guest) === "shared";
    const input = isShared ? extractFoundCard(guest.fields) : WITHDRAWN_FOUND_CARD;
    const isNews = this.#isNews(guest, statements);
    const id = foundCardIdOf(house, guest.id);
    const known = house.catalog.get(id);
    if (isRight(known, input)) return null;
    const reopens = isShared && known !== null && !isStanding(known);
    if (reopens && !isNews) return null;
    return { id, kind: "found-card", input, claim: claimOfFoundCard(guest.id) };
  }

  #isNews(guest: CatalogRecord, statements: readonly CatalogRecord[]): boolean {
    const facts = canonical([guest.fields, statements.map((one) => one.id).sort()]);
    const before = this.#judged.get(guest.id);
    this.#judged.set(guest.id, facts);
    return before !== facts;
  }
}

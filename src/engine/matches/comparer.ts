/**
 * Compares whoever is sought with whoever is here, and remembers the outcome: asked again, it compares only what came
 * or changed since. Who is sought is always the question, whichever of the two came last: so a pair has one
 * probability, and a guest who comes takes their share from homonyms who were here before.
 */
import type { Hit } from "#match";
import { isSought } from "#model";
import type { Clock, ReceiptPosition } from "#sync";
import type { Progress, RecordId, UnixMillis } from "../api/index.ts";
import { createMutex } from "../mutex.ts";
import type { Catalog, CatalogRecord } from "../records/catalog.ts";
import { listOf, peopleConcerned, personOf } from "../records/listed-people.ts";
import { asOnePerson } from "../records/one-person.ts";
import type { PersonSearch } from "../records/person-search.ts";
import { proposedOf } from "../records/proposed.ts";
import { decidedOn, decisionOn } from "./decision.ts";

export interface ComparerOptions {
  readonly catalog: Catalog;
  readonly people: PersonSearch;
  readonly clock: Clock;
  readonly onProgress: (progress: Progress) => void;
  /**
   * Everybody who is known of was compared, with what was read of `network` up to these positions. Waited for before
   * anybody hears what was found: it is done the same, whatever that is.
   */
  readonly onCompared: (positions: readonly ReceiptPosition[]) => Promise<void>;
}

export interface Comparison {
  /**
   * The likeliest guests of each who is sought, by the report's id or the card's, without those who were rejected; of
   * some there are none.
   */
  readonly guests: ReadonlyMap<RecordId, readonly Hit[]>;
  readonly at: UnixMillis;
}

/** At most so many guests are kept of one who is sought. */
const MOST_GUESTS = 10;
/** Whoever is sought and could be a guest who came; more is a name that everybody bears. */
const MOST_SOUGHT = 50;
/** Less probable pairs are not told. */
const LEAST = 0.05;
/** So many are compared before others have their turn. */
const SLICE = 8;

const isOpen = ({ fields }: CatalogRecord): boolean => isSought(fields);

export class Comparer {
  readonly #options: ComparerOptions;
  readonly #inTurn = createMutex();
  readonly #guests = new Map<RecordId, readonly Hit[]>();
  /** Records that came, changed or went since they were compared. */
  readonly #changed = new Set<RecordId>();

  /** How far `network` was read when what changed was told last; null: that was never told. */
  #reached: readonly ReceiptPosition[] | null = null;

  constructor(options: ComparerOptions) {
    this.#options = options;
    for (const { id } of options.catalog.all()) this.#changed.add(id);
  }

  /** These came, changed or went; `reached`: how far `network` was read then, all of which is told of by now. */
  changed(ids: readonly RecordId[], reached = this.#reached): void {
    const { catalog } = this.#options;
    this.#reached = reached;
    for (const id of [...peopleConcerned(catalog, ids), ...decidedOn(catalog, ids)]) this.#changed.add(id);
  }

  /** Everybody compared, as of now. */
  compare(): Promise<Comparison> {
    return this.#inTurn(async () => {
      while (this.#changed.size > 0) await this.#compareChanged();
      if (this.#reached !== null) await this.#options.onCompared(this.#reached);
      return { guests: new Map(this.#guests), at: this.#options.clock.now() };
    });
  }

  async #compareChanged(): Promise<void> {
    const ids = [...this.#changed];
    this.#changed.clear();
    try {
      await this.#compareAll(await this.#concernedBy(ids));
    } catch (error) {
      this.changed(ids);
      throw error;
    }
  }

  /** Null for who is not sought, or not any more. */
  #soughtWith(id: RecordId): CatalogRecord | null {
    const { catalog } = this.#options;
    const record = catalog.get(id);
    if (record === null || listOf(catalog, record) !== "sought") return null;
    return isOpen(record) ? record : null;
  }

  /** Whoever is sought and is to be compared because of these records. */
  async #concernedBy(ids: readonly RecordId[]): Promise<ReadonlySet<RecordId>> {
    const { catalog, people, clock } = this.#options;
    const concerned = new Set<RecordId>(ids.filter((id) => this.#isOrWasSought(id)));
    const guests = ids.filter((id) => {
      const record = catalog.get(id);
      return record !== null && listOf(catalog, record) === "here";
    });
    const changed = new Set<string>(ids);
    for (const [id, hits] of this.#guests) if (hits.some((hit) => changed.has(hit.id))) concerned.add(id);
    // to look at each guest costs as much as to look at each who is sought
    if (guests.length >= this.#guests.size) for (const id of this.#guests.keys()) concerned.add(id);
    else
      for (const [at, id] of guests.entries()) {
        if (at % SLICE === 0) await clock.sleep(0);
        const guest = catalog.get(id);
        if (guest === null) continue;
        const hits = await people.match(personOf(catalog, guest), {
          list: "sought",
          limit: MOST_SOUGHT,
          ...this.#year(),
        });
        for (const hit of hits) concerned.add(hit.id as RecordId);
      }
    return concerned;
  }

  #isOrWasSought(id: RecordId): boolean {
    return this.#guests.has(id) || this.#soughtWith(id) !== null;
  }

  async #compareAll(ids: ReadonlySet<RecordId>): Promise<void> {
    const { onProgress, clock } = this.#options;
    let done = 0;
    for (const id of ids) {
      if (done % SLICE === 0) {
        if (ids.size > SLICE) onProgress({ task: "compare", done, total: ids.size });
        await clock.sleep(0);
      }
      done += 1;
      const sought = this.#soughtWith(id);
      if (sought === null) this.#guests.delete(id);
      else this.#guests.set(id, await this.#guestsOf(sought));
    }
    if (ids.size > SLICE) onProgress({ task: "compare", done, total: ids.size });
  }

  /** Whoever was rejected is not the person: what was probable of them goes to the others. */
  async #guestsOf(sought: CatalogRecord): Promise<readonly Hit[]> {
    const { people, catalog } = this.#options;
    const rejected = new Set<string>();
    const isRejected = ({ id }: Hit): boolean => {
      const guest = catalog.get(id as RecordId);
      if (guest === null) return false;
      return decisionOn(catalog, { sought, guest: asOnePerson(catalog, guest) }).state === "rejected";
    };
    for (;;) {
      const limits = {
        ...({ list: "here", withTraces: true, limit: MOST_GUESTS, except: rejected } as const),
        ...this.#year(),
      };
      const hits = (await people.match(sought.fields, limits)).filter(({ score }) => score >= LEAST);
      const more = hits.filter(isRejected);
      for (const { id } of more) rejected.add(id);
      if (more.length === 0) {
        const proposed = proposedOf(hits);
        return hits.map((hit) => ({ ...hit, proposed: proposed.has(hit.id) }));
      }
    }
  }

  /** Ages are of today. */
  #year(): { readonly year: number } {
    return { year: new Date(this.#options.clock.now()).getUTCFullYear() };
  }
}

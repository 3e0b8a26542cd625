/**
 * Search over the people of the house. The indexes of who is here and who is sought are made when somebody first
 * searches: most commands of the command line never do, and the page opens sooner. From then on it is kept up to
 * date. It is worked on in slices, and who does not want to wait is answered from what is in it so far.
 */
import {
  type Gazetteer,
  type Hit,
  loadGazetteer,
  type SearchablePerson,
  type SearchAnswer,
  type TextSearchOptions,
} from "#match";
import { parseCountry } from "#model";
import type { Clock } from "#sync";
import { EngineError, type Indexed, type Progress, type RecordId } from "../api/index.ts";
import { inSlices } from "../slices.ts";
import type { Catalog } from "./catalog.ts";
import { listOf, peopleConcerned, personOf } from "./listed-people.ts";
import { type ListMatchOptions, PersonLists } from "./person-lists.ts";

export interface PersonSearchOptions {
  readonly clock: Clock;
  readonly onProgress: (progress: Progress) => void;
  /** The one that ships, unless told. */
  readonly gazetteer?: () => Promise<Gazetteer>;
}

interface SoFar {
  readonly index: PersonLists;
  /** Null: everybody is in it. */
  readonly indexed: Indexed | null;
}

/** From so many on, the tables of places are made by steps, all of them. */
const MANY = 1000;
/** Work that takes longer is told of, again after as long; who asks early waits no longer. */
const MOMENT_MS = 250;

export class PersonSearch {
  readonly #catalog: Catalog;
  readonly #options: PersonSearchOptions;
  /** Whom the index does not know, or not as they are now. */
  readonly #waiting = new Set<RecordId>();
  #index: PersonLists | null = null;
  #working: Promise<PersonLists> | null = null;
  /** Who is answered when it is told how far the work is. */
  #early: ((soFar: SoFar) => void)[] = [];
  #toldAt = 0;
  /** Somebody was told that the index is not complete: they hear when it is. */
  #isTold = false;
  #isStopped = false;

  constructor(catalog: Catalog, options: PersonSearchOptions) {
    this.#catalog = catalog;
    this.#options = options;
    for (const record of catalog.all()) if (listOf(catalog, record) !== null) this.#waiting.add(record.id);
  }

  /** Records that came, changed or went. */
  changed(ids: readonly RecordId[]): void {
    for (const id of peopleConcerned(this.#catalog, ids)) this.#waiting.add(id);
  }

  /**
   * By a line of text. `early`: while the index is being made, among those who are in it so far; how many these are
   * is told, and progress of `index` when it is worth asking again. Rejects with `locked` where it is stopped meanwhile.
   */
  async search(
    text: string,
    { early = false, ...options }: TextSearchOptions & { readonly early?: boolean },
  ): Promise<SearchAnswer & Pick<SoFar, "indexed">> {
    const { index, indexed } = await (early ? this.#soFar() : this.#complete());
    const answer = index.search(text, options);
    // what is no name so far may be somebody's
    if (answer.kind === "refused" && indexed !== null) return this.search(text, options);
    return { ...answer, indexed };
  }

  /** By what is known of a person, among everybody. Rejects with `locked` where it is stopped meanwhile. */
  async match(person: SearchablePerson, options: ListMatchOptions): Promise<readonly Hit[]> {
    const { index } = await this.#complete();
    return index.match(person, options);
  }

  /** The house is closed: work ends, and who waits for it or asks after hears `locked`. */
  stop(): void {
    this.#isStopped = true;
  }

  async #complete(): Promise<SoFar> {
    this.#checkOpen();
    return { index: await (this.#working ??= this.#work()), indexed: null };
  }

  #soFar(): Promise<SoFar> {
    const early = new Promise<SoFar>((resolve) => this.#early.push(resolve));
    return Promise.race([this.#complete(), early]);
  }

  /** Works off what waits; one at a time, shared by all who wait for it. */
  async #work(): Promise<PersonLists> {
    const { clock } = this.#options;
    this.#toldAt = clock.now();
    try {
      const index = await (this.#index ?? this.#emptyIndex());
      this.#index = index;
      // so that the first early answers are of more than a few
      this.#toldAt = clock.now();
      const work = (id: RecordId): void => {
        this.#take(index, id);
      };
      const onSlice = (): void => {
        this.#tell(index);
      };
      // what changed while the last slice ended is worked off, too
      do await inSlices(this.#waiting, { clock, work, onSlice });
      while (this.#waiting.size > 0);
      return index;
    } finally {
      this.#end();
    }
  }

  async #emptyIndex(): Promise<PersonLists> {
    const { clock, gazetteer: load = loadGazetteer } = this.#options;
    const gazetteer = await load();
    const work = (): void => {
      this.#checkOpen();
    };
    const onSlice = (): void => {
      this.#tell(null);
    };
    if (this.#waiting.size > MANY) await inSlices(gazetteer.prepare(), { clock, work, onSlice });
    return new PersonLists({ countryOf: parseCountry, gazetteer });
  }

  #checkOpen(): void {
    if (this.#isStopped) throw new EngineError({ code: "locked" });
  }

  #take(index: PersonLists, id: RecordId): void {
    this.#checkOpen();
    const record = this.#catalog.get(id);
    const list = record === null ? null : listOf(this.#catalog, record);
    if (record === null || list === null) index.remove(id);
    else if (record.kind === "trace") index.addTrace(id, record.fields);
    else index.add(id, personOf(this.#catalog, record), list);
    this.#waiting.delete(id);
  }

  /** Now and then: how far it is, and answers to who asks early. Null: there is no index yet. */
  #tell(index: PersonLists | null): void {
    const { clock, onProgress } = this.#options;
    const now = clock.now();
    // also where the clock was set back: somebody may wait
    if (Math.abs(now - this.#toldAt) < MOMENT_MS) return;
    this.#toldAt = now;
    this.#isTold = true;
    const done = index?.size ?? 0;
    const indexed = { done, total: done + this.#waiting.size };
    if (index !== null) for (const answer of this.#early.splice(0)) answer({ index, indexed });
    onProgress({ task: "index", ...indexed });
  }

  #end(): void {
    this.#working = null;
    this.#early = [];
    if (!this.#isTold || this.#isStopped) return;
    this.#isTold = false;
    const size = this.#index?.size ?? 0;
    this.#options.onProgress({ task: "index", done: size, total: size });
  }
}

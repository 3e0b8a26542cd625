/**
 * Search over the people of the house. The index is made when somebody first searches: most commands of the command
 * line never do, and the page opens sooner. From then on it is kept up to date.
 */
import {
  type Hit,
  loadGazetteer,
  type SearchablePerson,
  type SearchAnswer,
  type SearchOptions,
} from "#match";
import { parseCountry } from "#model";
import type { RecordId } from "../api.ts";
import { cardIdOf } from "./card-id.ts";
import type { Catalog, CatalogRecord } from "./catalog.ts";
import { type PersonList, PersonLists } from "./person-lists.ts";

export class PersonSearch {
  readonly #catalog: Catalog;
  /** What the index does not know yet. */
  readonly #waiting = new Set<RecordId>();
  #index: Promise<PersonLists> | null = null;

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
    for (const { id } of catalog.all()) this.#waiting.add(id);
  }

  /** Records that came, changed or went. */
  changed(ids: readonly RecordId[]): void {
    for (const id of withCards(this.#catalog, ids)) this.#waiting.add(id);
  }

  async search(text: string, options: SearchOptions): Promise<SearchAnswer> {
    return (await this.#current()).search(text, options);
  }

  async match(
    person: SearchablePerson,
    options: SearchOptions & { readonly list: PersonList },
  ): Promise<readonly Hit[]> {
    return (await this.#current()).match(person, options);
  }

  async #current(): Promise<PersonLists> {
    this.#index ??= loadGazetteer().then(
      (gazetteer) => new PersonLists({ countryOf: parseCountry, gazetteer }),
    );
    const index = await this.#index;
    for (const id of this.#waiting) {
      const record = this.#catalog.get(id);
      const list = record === null ? null : listOf(this.#catalog, record);
      if (record === null || list === null) index.remove(id);
      else index.add(id, record.fields, list);
    }
    this.#waiting.clear();
    return index;
  }
}

/** These records, and the cards of those that are reports or went: a card stands for its report only while that is not here. */
export const withCards = (catalog: Catalog, ids: readonly RecordId[]): readonly RecordId[] =>
  ids.flatMap((id) => ((catalog.get(id)?.kind ?? "report") === "report" ? [id, cardIdOf(id)] : [id]));

/** The list that a record's person is on; null for none. */
export function listOf(catalog: Catalog, { id, kind, fields }: CatalogRecord): PersonList | null {
  switch (kind) {
    case "guest":
      return "here";
    case "report":
      return "sought";
    case "card":
      return fields["status"] === "withdrawn" || catalog.reportOf(id) !== null ? null : "sought";
    case "arrival":
    case "match":
    case "message":
    case "person":
      return null;
  }
}

/**
 * Search over the people of the house. The index is made when somebody first searches: most commands of the command
 * line never do, and the page opens sooner. From then on it is kept up to date.
 */
import {
  createPersonIndex,
  loadGazetteer,
  type PersonIndex,
  type SearchablePerson,
  type SearchAnswer,
  type SearchOptions,
} from "#match";
import { parseCountry } from "#model";

export class PersonSearch {
  /** What the index does not know yet; null: whoever has this id is to be forgotten. */
  private readonly waiting = new Map<string, SearchablePerson | null>();
  private index: Promise<PersonIndex> | null = null;

  put(id: string, person: SearchablePerson): void {
    this.waiting.set(id, person);
  }

  remove(id: string): void {
    this.waiting.set(id, null);
  }

  async search(text: string, options: SearchOptions): Promise<SearchAnswer> {
    return (await this.current()).search(text, options);
  }

  private async current(): Promise<PersonIndex> {
    this.index ??= loadGazetteer().then((gazetteer) =>
      createPersonIndex({ countryOf: parseCountry, gazetteer }),
    );
    const index = await this.index;
    for (const [id, person] of this.waiting)
      if (person === null) index.remove(id);
      else index.add(id, person);
    this.waiting.clear();
    return index;
  }
}

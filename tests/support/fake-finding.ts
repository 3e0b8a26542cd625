/** How the engine in memory finds people: real search and matching, and decisions that last as long as the page. */
import {
  type AlikeHit,
  type Coverage,
  EngineError,
  type ListItem,
  type MatchesView,
  type RecordId,
  type SearchAnswer,
  type SearchCommands,
} from "../../src/engine/api.ts";
import { PersonLists } from "../../src/engine/records/person-lists.ts";
import type { SearchablePerson } from "#match";
import { kindFacts, type KindName, legiblePerson, parseCountry } from "#model";

export interface FakeFindingOptions {
  readonly now: () => number;
  readonly items: () => readonly ListItem[];
  /** What a search says of other houses. */
  readonly coverage: () => readonly Coverage[];
  readonly ownSite: () => { readonly site: Coverage["site"]; readonly name: string };
  /** Throws where the vault is locked, or the role may not. */
  readonly check: (kind: KindName | null) => void;
  readonly reads: (kind: KindName) => boolean;
  readonly changed: (id: RecordId) => void;
}

const LEAST = 0.05;
const POSSIBLE = 0.1;
const LIMIT = 5;
const DEFAULT_LIMIT = 20;

export class FakeFinding implements SearchCommands {
  private readonly options: FakeFindingOptions;
  private readonly index = new PersonLists({ countryOf: parseCountry });
  /** What was known of both when the pair was rejected; null: that was taken back. */
  private readonly decisions = new Map<RecordId, string | null>();

  constructor(options: FakeFindingOptions) {
    this.options = options;
  }

  /** What the house itself shares of a report stands there as the report. */
  put({ id, kind, fields, own }: Pick<ListItem, "id" | "kind" | "fields"> & { readonly own: boolean }): void {
    if (!kindFacts(kind).isPerson || (kind === "card" && own)) return;
    this.index.add(id, fields as SearchablePerson, kind === "guest" ? "here" : "sought");
  }

  async search(...[text, options]: Parameters<SearchCommands["search"]>): Promise<SearchAnswer> {
    this.options.check(null);
    const { limit = DEFAULT_LIMIT, without = [] } = options ?? {};
    const answer = this.index.search(text, { limit, without, ...this.year() });
    if (answer.kind === "refused") return { kind: "refused", refusal: answer.reason };
    const known = this.known();
    const results = answer.hits.flatMap(({ id, score, reasons }) => {
      const item = known.get(id);
      return item === undefined ? [] : [{ ...item, score, reasons }];
    });
    const { understood, telling } = answer;
    return structuredClone({
      kind: "answer",
      results,
      understood,
      telling,
      coverage: this.options.coverage(),
      indexed: null,
    });
  }

  async alike(...[kind, fields, options]: Parameters<SearchCommands["alike"]>): Promise<readonly AlikeHit[]> {
    this.options.check(null);
    if (!this.options.reads(kind)) return [];
    const { fields: person } = legiblePerson(fields as Readonly<Record<string, unknown>>);
    const list = kind === "guest" ? "here" : "sought";
    const { except, limit } = { limit: LIMIT, ...options };
    const without = except === undefined ? {} : { except: new Set<string>([except]) };
    const hits = this.index.match(person, { limit, ...without, ...this.year(), list });
    const known = this.known();
    return structuredClone(
      hits.flatMap(({ id, score, proposed, reasons }) => {
        const item = known.get(id);
        return item === undefined || score < POSSIBLE ? [] : [{ ...item, score, proposed, reasons }];
      }),
    );
  }

  async matches(options?: { readonly of?: RecordId }): Promise<MatchesView> {
    this.options.check("match");
    const pairs = this.pairs()
      .filter(({ sought, guest }) => options?.of === undefined || [sought.id, guest.id].includes(options.of))
      .flatMap((pair) => {
        const decided = this.decisions.get(pair.id) ?? null;
        return decided === factsOf(pair) ? [] : [{ ...pair, isBack: decided !== null }];
      });
    const own = { ...this.options.ownSite(), comparedAt: this.options.now() };
    const others = this.options.coverage().map(({ site, name }) => ({ site, name, comparedAt: null }));
    return structuredClone({ pairs, coverage: [own, ...others] });
  }

  async rejectMatch({ pair: id }: { readonly pair: RecordId }): Promise<{ readonly pair: RecordId }> {
    this.options.check("match");
    const pair = this.pairs().find((one) => one.id === id);
    if (pair === undefined) throw new EngineError({ code: "no-such-record" });
    this.decisions.set(id, factsOf(pair));
    this.options.changed(id);
    return { pair: id };
  }

  async reopenMatch(id: RecordId): Promise<{ readonly pair: RecordId }> {
    this.options.check("match");
    if (!this.decisions.has(id)) throw new EngineError({ code: "no-such-record" });
    this.decisions.set(id, null);
    this.options.changed(id);
    return { pair: id };
  }

  private year() {
    return { year: new Date(this.options.now()).getUTCFullYear() };
  }

  private known(): ReadonlyMap<string, ListItem> {
    return new Map(this.options.items().map((item) => [item.id, item]));
  }

  private pairs() {
    const known = this.known();
    const sought = [...known.values()].filter(
      ({ kind, fields }) =>
        (kind === "report" || kind === "card") && "status" in fields && fields.status === "open",
    );
    return sought
      .flatMap((item) =>
        this.index
          .match(item.fields as SearchablePerson, { list: "here", limit: LIMIT, ...this.year() })
          .filter(({ score }) => score >= LEAST)
          .map(({ id, score, proposed, reasons }) => ({
            id: `${item.id}-${id}` as RecordId,
            sought: item,
            guest: known.get(id)!,
            ...{ score, proposed, reasons },
          })),
      )
      .sort((one, other) => other.score - one.score);
  }
}

const factsOf = ({ sought, guest }: { readonly sought: ListItem; readonly guest: ListItem }): string =>
  JSON.stringify([sought.fields, guest.fields]);

/** How the engine in memory finds people: real search and matching, and decisions that last as long as the page. */
import {
  type AlikeHit,
  type Coverage,
  EngineError,
  type ListItem,
  type MatchCommands,
  type MatchDecided,
  type MatchesView,
  type RecordId,
  type SearchAnswer,
  type SearchCommands,
} from "../../src/engine/api/index.ts";
import { PersonLists } from "../../src/engine/records/person-lists.ts";
import type { SearchablePerson } from "#match";
import {
  adulthoodOf,
  kindFacts,
  type KindName,
  legiblePerson,
  type MatchState,
  parseCountry,
  releaseOf,
  tells,
} from "#model";

export interface FakeFindingOptions {
  readonly now: () => number;
  readonly items: () => readonly ListItem[];
  /** What a search says of other houses. */
  readonly coverage: () => readonly Coverage[];
  /** Every other shelter. */
  readonly shelters: () => readonly Coverage[];
  /** Null for advocates. */
  readonly ownShelter: () => Pick<Coverage, "site" | "name"> | null;
  /** Throws where the vault is locked, or the role may not. */
  readonly check: (kind: KindName | null) => void;
  readonly reads: (kind: KindName) => boolean;
  readonly changed: (id: RecordId) => void;
}

/** What was decided of a pair; `facts`: what was known of both then. */
interface Decided {
  readonly state: MatchState;
  readonly facts: string;
  readonly message: string | null;
  readonly proof: string | null;
  /** For the word of a second person. */
  readonly waits: boolean;
}

const NOTHING_SAID: Decided = { state: "open", facts: "", message: null, proof: null, waits: false };

const LEAST = 0.05;
const POSSIBLE = 0.1;
const LIMIT = 5;
const HOUR_MS = 3_600_000;
const DEFAULT_LIMIT = 20;

export class FakeFinding implements SearchCommands {
  /** Somebody asked for comparisons without end. */
  isComparing = false;
  /** So many of the other shelters, from the first on, say that they hold and have compared everything. */
  saidBy = 1;
  private readonly options: FakeFindingOptions;
  private readonly index = new PersonLists({ countryOf: parseCountry });
  private readonly decisions = new Map<RecordId, Decided>();

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

  /** For tests: pairs whose answer was taken back by itself. */
  readonly takenBack = new Set<RecordId>();

  async matches(options?: { readonly of?: RecordId }): Promise<MatchesView> {
    this.options.check(this.options.ownShelter() === null ? null : "match");
    const pairs = this.pairs()
      .filter(({ sought, guest }) => options?.of === undefined || [sought.id, guest.id].includes(options.of))
      .flatMap((pair) => {
        const decided = this.decisions.get(pair.id) ?? NOTHING_SAID;
        const isBack = decided.state === "rejected" && decided.facts !== factsOf(pair);
        if (decided.state === "rejected" && !isBack) return [];
        return [
          {
            ...pair,
            ...this.standing(decided),
            question: questionOf(pair.sought),
            isBack,
            neverTell: [],
            takenBack: this.takenBack.has(pair.id),
          },
        ];
      });
    return structuredClone({ pairs, coverage: this.coverage(options?.of) });
  }

  private coverage(of: RecordId | undefined): MatchesView["coverage"] {
    const kind = this.options.items().find(({ id }) => id === of)?.kind;
    const isSought = kind === "report" || kind === "card";
    const hour = this.options.now() - (this.options.now() % HOUR_MS);
    const others = this.options.shelters().map(({ site, name }, at) => ({
      ...{ site, name, holds: isSought ? at < this.saidBy : null },
      comparedAt: at < this.saidBy ? hour : null,
    }));
    const own = this.options.ownShelter();
    if (own === null) return others;
    const { site, name } = own;
    return [{ site, name, holds: isSought ? true : null, comparedAt: this.options.now() }, ...others];
  }

  async keepComparing(): Promise<void> {
    this.options.check(null);
    this.isComparing = true;
  }

  private standing({ state, message, proof, waits }: Decided) {
    const isTold = tells(state);
    const needs: "second" | null = isTold && waits ? "second" : null;
    return {
      state: state === "rejected" ? ("open" as const) : state,
      message,
      proof,
      sent: isTold && !waits,
      needs,
    };
  }

  async decide(id: RecordId, decided: Partial<Decided> & Pick<Decided, "state">): Promise<MatchDecided> {
    this.options.check("match");
    const pair = this.pairs().find((one) => one.id === id);
    if (pair === undefined) throw new EngineError({ code: "no-such-record" });
    const whole = { ...NOTHING_SAID, ...decided, facts: factsOf(pair) };
    this.decisions.set(id, whole);
    this.options.changed(id);
    const { sent, needs } = this.standing(whole);
    return { pair: id, state: decided.state, sent, needs };
  }

  rejectMatch({ pair }: { readonly pair: RecordId }): Promise<MatchDecided> {
    return this.decide(pair, { state: "rejected" });
  }

  async reopenMatch(id: RecordId): Promise<MatchDecided> {
    if (!this.decisions.has(id)) throw new EngineError({ code: "no-such-record" });
    return this.decide(id, { state: "open" });
  }

  /** As the real one: of minors another person must agree, and who has no age is not told of. */
  async answer({ pair: id, said, message, proof }: Parameters<MatchCommands["answerMatch"]>[0]) {
    const guest = this.pairs().find((one) => one.id === id)?.guest;
    const age = adulthoodOf(
      (guest?.fields ?? {}) as Parameters<typeof adulthoodOf>[0],
      new Date(this.options.now()).toISOString(),
    );
    const release = releaseOf(said, {
      age,
      hasLeft: "leftAt" in (guest?.fields ?? {}),
      hasDied: false,
      isGuarded: false,
      passed: "unset" as const,
      isProtected: false,
      isNotSought: false,
    });
    if (release.kind === "refused") throw new EngineError({ code: release.why });
    const told = tells(said) ? { message: message ?? null, proof: proof ?? null } : {};
    return this.decide(id, { state: said, ...told, waits: release.kind === "second" });
  }

  async agree(id: RecordId): Promise<MatchDecided> {
    const decided = this.decisions.get(id);
    if (decided?.waits !== true) throw new EngineError({ code: "nothing-to-agree" });
    return this.decide(id, { ...decided, waits: false });
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

const questionOf = ({ fields }: ListItem): string | null =>
  "question" in fields && typeof fields.question === "string" ? fields.question : null;

const factsOf = ({ sought, guest }: { readonly sought: ListItem; readonly guest: ListItem }): string =>
  JSON.stringify([sought.fields, guest.fields]);

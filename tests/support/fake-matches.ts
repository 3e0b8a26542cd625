/** The matches of the engine in memory: real matching, made anew each time, and decisions that last as long as the page. */
import type { ListItem, MatchesView, RecordId } from "../../src/engine/api.ts";
import { EngineError } from "../../src/engine/api.ts";
import type { PersonIndex, SearchablePerson } from "#match";

export interface FakeMatchesOptions {
  readonly index: PersonIndex;
  readonly now: () => number;
  readonly items: () => readonly ListItem[];
  readonly coverage: () => MatchesView["coverage"];
}

const LEAST = 0.05;
const LIMIT = 5;

export class FakeMatches {
  private readonly options: FakeMatchesOptions;
  /** What was known of both when the pair was rejected; null: that was taken back. */
  private readonly decisions = new Map<RecordId, string | null>();

  constructor(options: FakeMatchesOptions) {
    this.options = options;
  }

  all(of?: RecordId): MatchesView {
    const pairs = this.pairs()
      .filter(({ sought, guest }) => of === undefined || [sought.id, guest.id].includes(of))
      .flatMap((pair) => {
        const decided = this.decisions.get(pair.id) ?? null;
        return decided === factsOf(pair) ? [] : [{ ...pair, isBack: decided !== null }];
      });
    return { pairs, coverage: this.options.coverage() };
  }

  reject(id: RecordId): void {
    const pair = this.pairs().find((one) => one.id === id);
    if (pair === undefined) throw new EngineError({ code: "no-such-record" });
    this.decisions.set(id, factsOf(pair));
  }

  reopen(id: RecordId): void {
    if (!this.decisions.has(id)) throw new EngineError({ code: "no-such-record" });
    this.decisions.set(id, null);
  }

  private pairs() {
    const { index, now, items } = this.options;
    const known = new Map(items().map((item) => [item.id, item]));
    const year = new Date(now()).getUTCFullYear();
    const sought = [...known.values()].filter(
      ({ kind, fields }) =>
        (kind === "report" || kind === "card") && "status" in fields && fields.status === "open",
    );
    return sought
      .flatMap((item) =>
        index
          .match(item.fields as SearchablePerson, { list: "here", limit: LIMIT, year })
          .filter(({ score }) => score >= LEAST)
          .map(({ id, score, proposed, reasons }) => ({
            id: `${item.id}-${id}` as RecordId,
            sought: item,
            guest: known.get(id as RecordId)!,
            ...{ score, proposed, reasons },
          })),
      )
      .sort((one, other) => other.score - one.score);
  }
}

const factsOf = ({ sought, guest }: { readonly sought: ListItem; readonly guest: ListItem }): string =>
  JSON.stringify([sought.fields, guest.fields]);

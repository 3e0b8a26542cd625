/** The people of the stand-in and the real search over them, on the two lists of the engine's. */
import type { AlikeHit, DuplicateKind, RecordId, RecordView, SearchAnswer, SearchHit } from "#engine";
import { createPersonIndex, type Hit, type SearchablePerson } from "#match";
import { displayName, kindFacts, type KindName, legiblePerson, parseCountry } from "#model";

export interface FakePerson {
  readonly id: RecordId;
  readonly kind: KindName;
  /** Written by the own house. */
  readonly own: boolean;
  readonly fields: RecordView["fields"];
  readonly changedAt: number;
}

type Found = { readonly kind: "hits"; readonly hits: readonly SearchHit[] } | Refused;
type Refused = Extract<SearchAnswer, { readonly kind: "refused" }>;

const POSSIBLE = 0.1;

export class FakePeople {
  private readonly index = createPersonIndex({ countryOf: parseCountry });
  private readonly year: () => number;
  private readonly find: (id: RecordId) => FakePerson | undefined;

  constructor(now: () => number, find: (id: RecordId) => FakePerson | undefined) {
    this.year = () => new Date(now()).getUTCFullYear();
    this.find = find;
  }

  /** What the house itself shares of a report stands there as the report. */
  put({ id, kind, own, fields }: FakePerson): void {
    if (!kindFacts(kind).isPerson || (kind === "card" && own)) return;
    this.index.add(id, fields as SearchablePerson, kind === "guest" ? "here" : "sought");
  }

  search(text: string, options: { readonly limit?: number } = {}): Found {
    const answer = this.index.search(text, { ...options, year: this.year() });
    if (answer.kind === "refused") return { kind: "refused", refusal: answer.reason };
    return { kind: "hits", hits: this.hitsOf(answer.hits) };
  }

  alike(
    kind: DuplicateKind,
    fields: unknown,
    options: { readonly limit?: number; readonly except?: RecordId } = {},
  ): readonly AlikeHit[] {
    const { fields: person } = legiblePerson(fields as Readonly<Record<string, unknown>>);
    const list = kind === "guest" ? "here" : "sought";
    const hits = this.index.match(person, { ...options, year: this.year(), list });
    const proposed = new Set(hits.filter((hit) => hit.proposed).map(({ id }) => id));
    return this.hitsOf(hits.filter(({ score }) => score >= POSSIBLE)).map((hit) => ({
      ...hit,
      proposed: proposed.has(hit.id),
      changedAt: this.find(hit.id)?.changedAt ?? null,
    }));
  }

  private hitsOf(hits: readonly Hit[]): readonly SearchHit[] {
    return hits.flatMap(({ id, score, reasons }) => {
      const found = this.find(id as RecordId);
      if (found === undefined) return [];
      const { kind, fields } = found;
      return [{ id: found.id, kind, fields, title: displayName({ ...fields }) ?? "", score, reasons }];
    });
  }
}

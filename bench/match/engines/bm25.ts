/** An inverted index of one field with the ranking that Solr has by default (BM25). */

const K1 = 1.2;
const B = 0.75;

export class Bm25Field {
  private readonly postings = new Map<string, { readonly at: number; readonly times: number }[]>();
  private readonly lengths: number[] = [];
  private total = 0;

  /** Documents are numbered as they come. */
  add(tokens: readonly string[]): void {
    const at = this.lengths.length;
    const times = new Map<string, number>();
    for (const token of tokens) times.set(token, (times.get(token) ?? 0) + 1);
    for (const [token, count] of times) {
      const posting = { at, times: count };
      if (this.postings.get(token)?.push(posting) === undefined) this.postings.set(token, [posting]);
    }
    this.lengths.push(tokens.length);
    this.total += tokens.length;
  }

  /** Adds to the scores of the documents that have any of the tokens. */
  score(tokens: readonly string[], boost: number, scores: Map<number, number>): void {
    const documents = this.lengths.length;
    const mean = this.total / Math.max(1, documents);
    for (const token of tokens) {
      const found = this.postings.get(token) ?? [];
      const idf = Math.log(1 + (documents - found.length + 0.5) / (found.length + 0.5));
      for (const { at, times } of found) {
        const norm = K1 * (1 - B + (B * this.lengths[at]!) / mean);
        scores.set(at, (scores.get(at) ?? 0) + (boost * idf * times * (K1 + 1)) / (times + norm));
      }
    }
  }
}

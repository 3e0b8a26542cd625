/** Records to be looked at again, in the engine in memory: what a test sets. */
import type { EngineEvent, RecordId, ReviewCommands, ReviewItem } from "../../src/engine/api/index.ts";

export interface FakeReviews extends ReviewCommands {
  /** For tests: what waits. */
  readonly atRest: ReviewItem[];
}

export function fakeReviews(fake: { raise(event: EngineEvent): void }): FakeReviews {
  const atRest: ReviewItem[] = [];
  return {
    atRest,
    reviews: async () => [...atRest],
    keepOn: async (id: RecordId) => {
      atRest.splice(0, atRest.length, ...atRest.filter((item) => item.id !== id));
      fake.raise({ kind: "records", ids: [id] });
      return { id, until: "2027-11-23" };
    },
  };
}

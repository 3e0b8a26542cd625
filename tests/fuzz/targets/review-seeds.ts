/** Whole records by which another one is kept on, to be mutated. `record`: the id of any record. */
import type { KindName } from "#model";
import type { PlainMap } from "../../../src/engine/documents/plain.ts";

type ReviewKind = Extract<KindName, "review" | "protected-review">;

export const reviewSeeds = (record: string): Readonly<Record<ReviewKind, readonly PlainMap[]>> => ({
  review: [{ about: record, until: "2027-11-23" }],
  "protected-review": [{ about: record, until: "2028-02-29" }],
});

/** Whole records of photos, to be mutated. `record`: the id of any record. */
import type { KindName } from "#model";
import type { PlainMap } from "../../../src/engine/documents/plain.ts";

export const photoSeeds = (
  record: string,
): Readonly<Record<Extract<KindName, "photo">, readonly PlainMap[]>> => ({
  photo: [
    { report: record, jpeg: "/9j/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAf/Z" },
    { report: record, takenBack: true },
  ],
});

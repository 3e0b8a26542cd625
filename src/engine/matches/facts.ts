/**
 * What was known of two people when a pair was decided on, as a digest: a pair that was rejected comes back only if
 * that changes. Capitals, accents and the order of a list change nothing.
 */
import { hash, toText, utf8 } from "#crypto";
import { foldedWords } from "#model";
import type { PlainMap } from "../documents/plain.ts";

/** The fields that matching looks at. */
const LOOKED_AT = [
  ...["name", "givenNames", "surnames", "alternateNames", "sex", "age", "birthDate"],
  ...["country", "state", "town", "marks", "relatives"],
];
const DIGEST_BYTES = 16;

function plain(value: unknown): unknown {
  if (typeof value === "string") return foldedWords(value).join(" ");
  if (Array.isArray(value)) return value.map((item) => JSON.stringify(plain(item))).sort();
  if (typeof value !== "object" || value === null) return value ?? null;
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, inner]) => [key, plain(inner)]);
}

const factsOf = (fields: PlainMap): unknown => LOOKED_AT.map((field) => plain(fields[field]));

export const pairFacts = (sought: PlainMap, guest: PlainMap): string =>
  toText(
    hash("vereda/match-facts/1", utf8(JSON.stringify([factsOf(sought), factsOf(guest)]))).subarray(
      0,
      DIGEST_BYTES,
    ),
  );

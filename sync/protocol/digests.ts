/**
 * Digests over holdings (docs/protocol.md, "Digests"): one over a whole scope, and 64 over its
 * buckets. Two replicas with the same logs up to the same heads have the same digests. A hash over
 * sorted rows, never a sum: nobody can choose ids that cancel out.
 */
import { compareBytes, type Hash, hash, uint64 } from "#crypto";
import { encodeLog, type LogRef } from "../log/log-ref.ts";
import { SPACE_BYTES } from "../space.ts";
import type { Holding } from "../store/store.ts";
import { BUCKETS, SHORT_HASH_BYTES } from "./limits.ts";

/** The digests of one scope. */
export interface ScopeDigests {
  readonly whole: Hash;
  /** {@link BUCKETS} of 16 bytes each. */
  readonly buckets: readonly Uint8Array[];
}

/** What is compared of an id, on the wire too. */
export const shortHash = (id: Uint8Array): Uint8Array => id.subarray(0, SHORT_HASH_BYTES);

const bucketOfBytes = (log: Uint8Array): number => {
  // Device and site ids are hashes, so their first bytes spread evenly enough.
  const [kind = 0, site = 0, device = 0] = [log[0], log[1], log[SPACE_BYTES]];
  return (kind ^ site ^ device) % BUCKETS;
};

/** The bucket that a log is digested in. */
export const bucketOf = (log: LogRef): number => bucketOfBytes(encodeLog(log));

interface Row {
  readonly log: Uint8Array;
  readonly rest: readonly Uint8Array[];
}

/** Digests holdings, in whatever order they come. Each log at most once. */
export function digestHoldings(holdings: Iterable<Holding>): ScopeDigests {
  const rows: Row[][] = Array.from({ length: BUCKETS }, () => []);
  for (const { log, high, head } of holdings) {
    const bytes = encodeLog(log);
    rows[bucketOfBytes(bytes)]?.push({ log: bytes, rest: [uint64(high), shortHash(head)] });
  }
  const hashes = rows.map(digestRows);
  return { whole: hash("vereda/scope/1", ...hashes), buckets: hashes.map(shortHash) };
}

// Every part of a row has a fixed length, so the parts need no framing.
const digestRows = (rows: Row[]): Hash =>
  hash(
    "vereda/bucket/1",
    ...rows.sort((a, b) => compareBytes(a.log, b.log)).flatMap(({ log, rest }) => [log, ...rest]),
  );

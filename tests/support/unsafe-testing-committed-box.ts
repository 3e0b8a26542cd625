/**
 * NEVER part of the app: stands in for crypto/committed-box.ts in the build of unsafe-testing-build.ts.
 * Seals nothing: the box is the plaintext and sixteen zeros. It proves that the scans for a canary would
 * find what is not sealed. Commitments are real, because readers choose a key by them.
 */
import { concat, equalBytes } from "../../crypto/bytes.ts";
import type { BoxPlace, CommittedBox } from "../../crypto/committed-box.ts";
import { deriveKey } from "../../crypto/hash.ts";

export type { BoxPlace, CommittedBox };
export const COMMIT_BYTES = 32;
export const BOX_OVERHEAD_BYTES = 16;

const commitOf = (place: BoxPlace): Uint8Array => deriveKey({ ...place, length: COMMIT_BYTES });

export const sealCommitted = (place: BoxPlace, plaintext: Uint8Array): CommittedBox => ({
  commit: commitOf(place),
  box: concat(plaintext, new Uint8Array(BOX_OVERHEAD_BYTES)),
});

export const openCommitted = (place: BoxPlace, { commit, box }: CommittedBox): Uint8Array | null =>
  box.length >= BOX_OVERHEAD_BYTES && equalBytes(commit, commitOf(place))
    ? box.slice(0, -BOX_OVERHEAD_BYTES)
    : null;

/**
 * SHA-512 and HMAC-SHA-512 over parts, by two engines with the same results: `@noble/hashes`
 * anywhere, and Node's own module where there is one (about five times faster; see node-crypto.ts).
 * Knows no domains and no framing: that is hash.ts.
 */
import { hmac as nobleHmac } from "@noble/hashes/hmac.js";
import { sha512 as nobleSha512 } from "@noble/hashes/sha2.js";
import { findNodeCrypto, type NodeCrypto } from "./node-crypto.ts";

/** Bytes of a whole digest. */
export const SHA512_BYTES = 64;

/** One implementation of the two functions; parts count as if they were joined. */
export interface HashEngine {
  readonly name: "noble" | "node";
  sha512(parts: readonly Uint8Array[]): Uint8Array;
  hmac(key: Uint8Array, parts: readonly Uint8Array[]): Uint8Array;
}

export const nobleHashEngine: HashEngine = {
  name: "noble",
  sha512(parts) {
    const state = nobleSha512.create();
    for (const part of parts) state.update(part);
    return state.digest();
  },
  hmac(key, parts) {
    const state = nobleHmac.create(nobleSha512, key);
    for (const part of parts) state.update(part);
    return state.digest();
  },
};

export function createNodeHashEngine(node: NodeCrypto): HashEngine {
  return {
    name: "node",
    sha512(parts) {
      const state = node.createHash("sha512");
      for (const part of parts) state.update(part);
      return state.digest();
    },
    hmac(key, parts) {
      const state = node.createHmac("sha512", key);
      for (const part of parts) state.update(part);
      return state.digest();
    },
  };
}

const node = findNodeCrypto();

/** The faster engine that this platform has. */
export const hashEngine: HashEngine = node === null ? nobleHashEngine : createNodeHashEngine(node);

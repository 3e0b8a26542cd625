/** Every provider of signatures that this machine has. A missing one is a failure here, not a skip. */
import { type Signatures, tweetnaclSignatures } from "../../crypto/index.ts";
import { findNodeCrypto, type NodeCrypto } from "../../crypto/node-crypto.ts";
import { createWebCryptoSignatures } from "../../crypto/signatures-native.ts";
import { createNodeSignatures } from "../../crypto/signatures-node.ts";

export function requireNodeCrypto(): NodeCrypto {
  const node = findNodeCrypto();
  if (node === null) throw new Error("these tests run in Node");
  return node;
}

export async function allProviders(): Promise<readonly Signatures[]> {
  const webcrypto = await createWebCryptoSignatures(globalThis.crypto.subtle);
  if (webcrypto === null) throw new Error("this Node has no Ed25519 in WebCrypto");
  return [tweetnaclSignatures, createNodeSignatures(requireNodeCrypto()), webcrypto];
}

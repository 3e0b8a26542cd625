/**
 * Signatures by Node's own crypto module (OpenSSL), in the calling thread: its thread pool and
 * WebCrypto are slower for messages this small (0.13 ms against 0.15 to 0.22 to verify). Parsed keys are kept.
 */
import { type Curve, publicKeyDer, secretKeyDer } from "./key-encoding.ts";
import type { NodeCrypto, NodeKey } from "./node-crypto.ts";
import { createParsedKeys, type ParsedKeys } from "./parsed-keys.ts";
import { type Signatures, strictSignatures } from "./signatures.ts";

const parsedKeys = (node: NodeCrypto, curve: Curve): ParsedKeys<NodeKey> =>
  createParsedKeys({
    parsePublic: (key) =>
      node.createPublicKey({ key: publicKeyDer(curve, key), format: "der", type: "spki" }),
    parseSecret: (secret) =>
      node.createPrivateKey({ key: secretKeyDer(curve, secret), format: "der", type: "pkcs8" }),
  });

// A Buffer may be a window on a shared pool: what leaves is a plain array of its own.
const plain = (buffer: Uint8Array): Uint8Array => new Uint8Array(buffer);

/** Node's module under the strict rule. */
export function createNodeSignatures(node: NodeCrypto): Signatures {
  const signing = parsedKeys(node, "Ed25519");
  const agreeing = parsedKeys(node, "X25519");
  return strictSignatures({
    name: "node",
    sign: (secret, framed) => plain(node.sign(null, framed, signing.secretKey(secret))),
    verify: (key, framed, signature) => node.verify(null, framed, signing.publicKey(key), signature),
    agree: (secret, key) =>
      plain(
        node.diffieHellman({ privateKey: agreeing.secretKey(secret), publicKey: agreeing.publicKey(key) }),
      ),
  });
}

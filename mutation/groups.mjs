/**
 * Which files are changed together, and which tests must notice. A narrow set of tests counts a change as survived
 * that some test elsewhere would have seen, never the other way round.
 */

/** @typedef {{ readonly name: string, readonly mutate: readonly string[], readonly tests: readonly string[] }} Group */

const crypto = (/** @type {string[]} */ ...names) => names.map((name) => `crypto/${name}.ts`);
const tests = (/** @type {string[]} */ ...names) => names.map((name) => `tests/${name}.test.ts`);
const membership = (/** @type {string[]} */ ...names) =>
  names.map((name) => `tests/sync/membership/${name}.test.ts`);

/** @type {Readonly<Record<string, readonly Group[]>>} */
export const GROUPS = {
  crypto: [
    { name: "bytes", mutate: crypto("bytes", "text", "random", "errors"), tests: tests("crypto/bytes") },
    { name: "hash", mutate: crypto("hash", "sha512"), tests: tests("crypto/hash") },
    {
      name: "seal",
      mutate: crypto("seal", "padding", "committed-box"),
      tests: tests("crypto/seal", "threats/keys"),
    },
    {
      name: "boxes",
      mutate: crypto("box", "drop", "ephemeral", "wrap"),
      tests: tests("crypto/boxes", "threats/keys"),
    },
    { name: "device", mutate: crypto("device-keys"), tests: tests("crypto/device-keys") },
    { name: "keys", mutate: crypto("keys"), tests: tests("crypto/strict-signature") },
    { name: "vault", mutate: crypto("vault", "stretch"), tests: tests("crypto/vault") },
    { name: "words", mutate: crypto("words"), tests: tests("crypto/words") },
    {
      name: "strict",
      mutate: crypto("strict-signature"),
      tests: tests("crypto/strict-signature", "crypto/signatures-differential"),
    },
    {
      name: "signatures",
      mutate: crypto(
        ...["signatures", "signatures-native", "signatures-node", "signatures-tweetnacl"],
        ...["create-signatures", "parsed-keys", "bounded-cache", "key-encoding", "node-crypto"],
      ),
      tests: tests("crypto/signatures"),
    },
  ],
  membership: [
    {
      name: "codecs",
      mutate: [
        "operation-codec",
        "operation-fields",
        "removal-codec",
        "key-codec",
        "join-request",
        "invite-code",
      ].map((name) => `sync/membership/${name}.ts`),
      tests: membership("operation-codec", "invite-code"),
    },
    {
      name: "rules",
      mutate: [
        "sync/membership/rules/*.ts",
        "sync/membership/{removal,cut,settle,strikes,roles,authority,reducer}.ts",
      ],
      tests: ["tests/sync/membership/*.test.ts"],
    },
    {
      name: "keys",
      mutate: [
        "sync/membership/{keyring,key-boxes,generations,groups,duties,scope,space-keys,group-secrets}.ts",
      ],
      tests: ["tests/sync/membership/*.test.ts"],
    },
  ],
};

/**
 * Which files are changed together, and which tests must notice. A narrow set of tests counts a change as survived
 * that some test elsewhere would have seen, never the other way round.
 */

/** @typedef {{ readonly name: string, readonly mutate: readonly string[], readonly tests: readonly string[], readonly warm?: string }} Group */

const crypto = (/** @type {string[]} */ ...names) => names.map((name) => `crypto/${name}.ts`);
const tests = (/** @type {string[]} */ ...names) => names.map((name) => `tests/${name}.test.ts`);

/** What changes the membership is told by all of its tests: only those that reach a change are run. */
const TOLD_BY = [
  ...[
    "arrival-order",
    "distrust",
    "duties",
    "forks",
    "generations",
    "invite-code",
    "joining",
    "key-refusals",
  ],
  ...["keyring", "letter", "operation-codec", "recovery", "refusals", "removal-limits", "removal", "scope"],
];

/** @param {string} name @param {readonly string[]} files @returns {Group} */
const membership = (name, files) => ({
  name,
  mutate: files.map((file) => `sync/membership/${file}.ts`),
  tests: tests(...TOLD_BY.map((one) => `sync/membership/${one}`)),
  warm: "mutation/in-process/membership.ts",
});

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
    membership("admission", [
      ...["rules/admission", "rules/confirm", "rules/found", "rules/invite", "rules/request", "rules/site"],
      ...["rules/renewal", "rules/distrust", "rules/fork", "authority", "roles"],
    ]),
    membership("removal", ["rules/removal", "removal", "cut", "control-end", "roster"]),
    membership("settling", ["reducer", "settle", "strikes"]),
    membership("order", ["causality", "heads", "draft", "members", "membership"]),
    membership("key-rules", ["rules/generation", "rules/group-boxes", "rules/space-key", "generations"]),
    membership("duties", ["duties", "shut-out", "last-holder", "groups"]),
    membership("keyring", [
      ...["keyring", "key-boxes", "pair-key", "pair-ring", "site-secrets", "group-secrets", "space-keys"],
      ...["own-secrets", "secret-cache"],
    ]),
    membership("scope", ["scope", "distrust", "forks", "fork-reports"]),
    membership("recovery", ["recovery", "rules/recovery", "enrol", "recovery-codec"]),
    membership("joining", [
      ...["found", "invite", "join", "confirm", "admit-operation", "joiner-name", "join-request", "site-id"],
    ]),
    membership("letters", ["letter", "invite-code"]),
    membership("codecs", ["operation-codec", "operation-fields", "removal-codec", "key-codec"]),
  ],
};

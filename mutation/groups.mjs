/**
 * Which files are changed together, and which tests must notice. A narrow set of tests counts a change as survived
 * that some test elsewhere would have seen, never the other way round.
 */

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../scripts/project.mjs";

/** @typedef {{ readonly name: string, readonly mutate: readonly string[], readonly tests: readonly string[], readonly warm?: string }} Group */

const crypto = (/** @type {string[]} */ ...names) => names.map((name) => `crypto/${name}.ts`);
const tests = (/** @type {string[]} */ ...names) => names.map((name) => `tests/${name}.test.ts`);

const MEMBERSHIP = "sync/membership";
const under = (/** @type {string} */ folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((path) =>
    path.replaceAll("\\", "/"),
  );

/** Long tests, of which only those are asked that stand beside what is changed. */
const LONG = ["arrival-order", "duties", "invite-code", "joining", "letter", "operation-codec"];

/** All other tests are asked too, of which only those are run that reach a change. */
const QUICK = under(`tests/${MEMBERSHIP}`)
  .filter((path) => path.endsWith(".test.ts"))
  .map((path) => path.slice(0, -".test.ts".length))
  .filter((name) => !LONG.includes(name));

/** @param {string} name @param {readonly string[]} files @param {readonly string[]} long @returns {Group} */
const membership = (name, files, long = []) => ({
  name,
  mutate: files.map((file) => `${MEMBERSHIP}/${file}.ts`),
  tests: tests(...[...QUICK, ...long].map((one) => `${MEMBERSHIP}/${one}`)),
  warm: "mutation/in-process/membership.ts",
});

/**
 * Many a change makes an endless loop, which is waited for as long as all tests take: where that is so, few are asked.
 * @param {readonly string[]} told @param {Group} group @returns {Group}
 */
const of = (told, group) => ({ ...group, tests: tests(...told.map((one) => `${MEMBERSHIP}/${one}`)) });
const SETTLING = [
  "settle",
  "second-looks",
  "void-raises",
  "strikes",
  "circles",
  "removal",
  "removal-limits",
  "forks",
  "recovery",
  "refusals",
];
const REMOVALS = [
  "raising",
  "log-ends",
  "second-looks",
  "circles",
  "removal",
  "removal-limits",
  "forks",
  "refusals",
];

const named = [
  membership(
    "admission",
    [
      ...["rules/admission", "rules/confirm", "rules/found", "rules/invite", "rules/request", "rules/site"],
      ...["rules/renewal", "rules/distrust", "rules/fork", "authority", "roles"],
    ],
    ["joining"],
  ),
  of(REMOVALS, membership("removal-rules", ["rules/removal", "cut", "control-end"])),
  of([...REMOVALS, "losses", "unheard", "words-that-wait"], membership("removal", ["removal", "roster"])),
  of(SETTLING, membership("strikes", ["strikes"])),
  of(SETTLING, membership("settling", ["settle"])),
  of(SETTLING, membership("reducer", ["reducer"])),
  membership("limits", ["limits", "rules/limits", "limits-codec"], ["operation-codec"]),
  membership("order", ["causality", "heads", "draft", "members", "membership"], ["arrival-order", "joining"]),
  membership("key-rules", ["rules/generation", "rules/group-boxes", "rules/space-key", "generations"]),
  membership("duties", ["duties", "shut-out", "last-holder", "groups"], ["duties"]),
  membership(
    "keyring",
    [
      ...["keyring", "key-boxes", "pair-key", "pair-ring", "site-secrets", "group-secrets", "space-keys"],
      ...["own-secrets", "secret-cache"],
    ],
    ["duties", "joining"],
  ),
  membership("scope", ["scope", "distrust", "forks", "fork-reports"]),
  membership("recovery", ["recovery", "rules/recovery", "enrol", "recovery-codec"], ["operation-codec"]),
  membership(
    "joining",
    [...["found", "invite", "join", "confirm", "admit-operation", "joiner-name", "join-request", "site-id"]],
    ["joining", "operation-codec"],
  ),
  membership("letters", ["letter", "invite-code"], ["letter", "invite-code"]),
  membership(
    "codecs",
    ["operations", "operation-codec", "operation-fields", "removal-codec", "key-codec"],
    ["operation-codec"],
  ),
];

/** What somebody added since, so that nothing is left out. */
const others = under(MEMBERSHIP)
  .filter(
    (path) => path.endsWith(".ts") && !named.some(({ mutate }) => mutate.includes(`${MEMBERSHIP}/${path}`)),
  )
  .map((path) => path.slice(0, -".ts".length));

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
    { name: "vault", mutate: crypto("vault", "stretch"), tests: tests("crypto/vault", "crypto/vectors") },
    { name: "words", mutate: crypto("words"), tests: tests("crypto/words", "crypto/vectors") },
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
  membership: [...named, ...(others.length === 0 ? [] : [membership("others", others)])],
};

/**
 * The layers of Vereda: who may import whom. `crypto` <- `sync` <- `src/engine` (with `src/model`, `src/match`,
 * `src/formats`) <- `src/ui`, `src/cli`; `src/hub` needs only `sync`. Each layer is entered through its door.
 * tests/house/layers.test.ts plants a violation of every rule below and sees it found.
 */

/** Files of these npm packages. @param {...string} names package names or scopes ending in a slash */
const packages = (...names) =>
  `(^|/)node_modules/(${names.map((name) => (name.endsWith("/") ? name : `${name}/`)).join("|")})`;

const NODE =
  "^(node:)?(assert|child_process|cluster|crypto|dgram|dns|events|fs|http|http2|https|module|net|os|path|perf_hooks|process|readline|repl|stream|string_decoder|timers|tls|tty|url|util|v8|vm|worker_threads|zlib)(/(promises|web|consumers|posix|win32))?$";

const CRYPTO_DOOR = "^crypto/index\\.ts$";
const SYNC_DOOR = "^sync/index\\.ts$";
const MODEL_DOOR = "^src/model/index\\.ts$";
const MATCH_DOOR = "^src/match/index\\.ts$";
const I18N_DOOR = "^src/i18n/index\\.ts$";

const LIBP2P = packages(
  "libp2p",
  "@libp2p/",
  "@chainsafe/",
  "@multiformats/",
  "multiformats",
  "uint8arraylist",
  "it-[^/]+",
  "ws",
);
const STORES = packages("classic-level", "abstract-level", "idb", "fake-indexeddb");
const AUTOMERGE = packages("@automerge/");
const SOLID = packages("solid-js", "@solidjs/", "@solid-primitives/", "@kobalte/", "lucide-solid");

/** Every path that is none of these. @param {...string} allowed */
const noneOf = (...allowed) => ({ pathNot: allowed });

module.exports = {
  forbidden: [
    {
      name: "no-circular",
      severity: "error",
      comment: "two files that need each other are one subject or three",
      from: {},
      to: { circular: true },
    },
    {
      name: "crypto-stands-alone",
      severity: "error",
      comment: "crypto knows bytes and four packages, nothing else",
      from: { path: "^crypto/" },
      to: noneOf("^crypto/", packages("tweetnacl", "@noble/hashes", "hash-wasm", "@scure/")),
    },
    {
      name: "sync-looks-only-down",
      severity: "error",
      comment: "sync knows crypto's door and its own files; packages and Node only in its adapters",
      from: { path: "^sync/", pathNot: "^sync/adapters/" },
      to: noneOf("^sync/", CRYPTO_DOOR),
    },
    {
      name: "sync-adapters-look-only-down",
      severity: "error",
      comment: "an adapter joins sync to one package or to the platform, never to the app",
      from: { path: "^sync/adapters/" },
      to: noneOf("^sync/", CRYPTO_DOOR, LIBP2P, STORES, packages("@types/"), NODE),
    },
    {
      name: "sync-core-is-pure",
      severity: "error",
      comment: "no sockets, clocks, disks or packages in protocol, log and membership",
      from: { path: "^sync/(protocol|log|membership)/" },
      to: noneOf(
        "^sync/(protocol|log|membership|store)/",
        "^sync/(?!index|replica|session)[^/]+\\.ts$",
        CRYPTO_DOOR,
      ),
    },
    {
      name: "adapters-are-plugged-in-from-outside",
      severity: "error",
      comment: "sync takes its store, channel and clock as parameters",
      from: { path: "^sync/", pathNot: "^sync/adapters/" },
      to: { path: "^sync/adapters/" },
    },
    {
      name: "libp2p-only-in-adapters",
      severity: "error",
      from: { path: "^(crypto|sync|src)/", pathNot: "^sync/adapters/" },
      to: { path: LIBP2P },
    },
    {
      name: "databases-only-in-adapters",
      severity: "error",
      from: { path: "^(crypto|sync|src)/", pathNot: "^sync/adapters/" },
      to: { path: STORES },
    },
    {
      name: "automerge-in-one-folder",
      severity: "error",
      comment: "documents are opened, merged, read into plain views and freed in one place",
      from: { path: "^(crypto|sync|src)/", pathNot: "^src/engine/documents/" },
      to: { path: AUTOMERGE },
    },
    {
      name: "solid-only-in-ui",
      severity: "error",
      from: { path: "^(crypto|sync|src)/", pathNot: "^src/ui/" },
      to: { path: SOLID },
    },
    {
      name: "model-is-plain",
      severity: "error",
      comment: "the domain is plain TypeScript with valibot schemas",
      from: { path: "^src/model/" },
      to: noneOf("^src/model/", packages("valibot")),
    },
    {
      name: "match-is-plain",
      severity: "error",
      comment: "names in, scores and reasons out",
      from: { path: "^src/match/" },
      to: noneOf("^src/match/", MODEL_DOOR, packages("unhomoglyph")),
    },
    {
      name: "formats-know-only-the-model",
      severity: "error",
      comment: "PFIF, CSV, Excel and the like: bytes in, model records out",
      from: { path: "^src/formats/" },
      to: noneOf(
        "^src/formats/",
        MODEL_DOOR,
        packages("papaparse", "@types/papaparse", "fast-xml-parser", "fflate", "read-excel-file"),
      ),
    },
    {
      name: "i18n-is-tables",
      severity: "error",
      comment:
        "words for what others name: types of theirs at most, so that a reason without words fails to compile",
      from: { path: "^src/i18n/" },
      to: { ...noneOf("^src/i18n/", MODEL_DOOR), dependencyTypesNot: ["type-only"] },
    },
    {
      name: "engine-has-no-face",
      severity: "error",
      comment: "the engine runs in a worker, a command line and tests alike",
      from: { path: "^src/engine/" },
      to: { path: ["^src/(ui|cli|hub)/", "^sync/adapters/node\\.ts$", SOLID, NODE] },
    },
    {
      name: "hub-knows-only-sync",
      severity: "error",
      comment: "a hub holds no key that opens a record, so it needs neither model nor engine",
      from: { path: "^src/hub/" },
      to: noneOf(
        "^src/hub/",
        SYNC_DOOR,
        "^sync/adapters/node\\.ts$",
        CRYPTO_DOOR,
        NODE,
        packages("mrmime"),
        packages("@peculiar/x509"),
        packages("reflect-metadata"),
      ),
    },
    {
      name: "ui-talks-to-the-engine",
      severity: "error",
      comment: "the page holds no keys and no store; it asks the engine in the worker",
      from: { path: "^src/ui/" },
      to: { path: ["^(crypto|sync)/", "^src/(cli|hub)/", NODE] },
    },
    {
      name: "cli-has-no-page",
      severity: "error",
      from: { path: "^src/cli/" },
      to: { path: ["^src/ui/", SOLID] },
    },
    {
      name: "crypto-through-its-door",
      severity: "error",
      from: { pathNot: "^(crypto|tests)/" },
      to: { path: "^crypto/", pathNot: CRYPTO_DOOR },
    },
    {
      name: "sync-through-its-doors",
      severity: "error",
      comment: "index.ts; node.ts and browser.ts for what is plugged in; the shim is the bundler's own entry",
      from: { pathNot: "^(sync|tests|bench|scripts)/" },
      to: { path: "^sync/", pathNot: ["^sync/index\\.ts$", "^sync/adapters/(node|browser)\\.ts$"] },
    },
    {
      name: "model-through-its-door",
      severity: "error",
      from: { pathNot: "^(src/model|tests)/" },
      to: { path: "^src/model/", pathNot: MODEL_DOOR },
    },
    {
      name: "match-through-its-door",
      severity: "error",
      from: { pathNot: "^(src/match|tests)/" },
      to: { path: "^src/match/", pathNot: MATCH_DOOR },
    },
    {
      name: "formats-through-its-door",
      severity: "error",
      from: { pathNot: "^(src/formats|tests)/" },
      to: { path: "^src/formats/", pathNot: "^src/formats/index\\.ts$" },
    },
    {
      name: "i18n-through-its-door",
      severity: "error",
      from: { pathNot: "^(src/i18n|tests)/" },
      to: { path: "^src/i18n/", pathNot: I18N_DOOR },
    },
    {
      name: "engine-through-its-doors",
      severity: "error",
      comment: "index.ts; worker.ts is what the page starts",
      from: { pathNot: "^(src/engine|tests)/" },
      to: { path: "^src/engine/", pathNot: "^src/engine/(index|worker)\\.ts$" },
    },
    {
      name: "hub-through-its-door",
      severity: "error",
      from: { pathNot: "^(src/hub|tests)/" },
      to: { path: "^src/hub/", pathNot: "^src/hub/index\\.ts$" },
    },
    {
      name: "node-and-browser-apart",
      severity: "error",
      comment: "what one platform lacks must not reach its bundle",
      from: { path: "\\.browser\\.ts$|^sync/adapters/browser\\.ts$|^src/ui/" },
      to: { path: ["\\.node\\.ts$", "^sync/adapters/node\\.ts$", NODE] },
    },
    {
      name: "not-to-tests",
      severity: "error",
      from: { pathNot: "^tests/" },
      to: { path: "^tests/" },
    },
    {
      name: "not-to-development-packages",
      severity: "error",
      comment: "what runs at a shelter is in dependencies",
      from: { path: "^(crypto|sync|src)/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-undeclared",
      severity: "error",
      from: {},
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "not-to-unresolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js"],
    },
  },
};

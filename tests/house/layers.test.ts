/**
 * The positive control of .dependency-cruiser.cjs: a small tree in a temporary folder in which every rule is
 * broken once. A rule that no planted import can break would guard nothing.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { ROOT } from "../../scripts/project.mjs";

interface Rule {
  readonly name: string;
}
interface Finding {
  readonly from: string;
  readonly rule: Rule;
}
type Tree = Readonly<Record<string, string>>;

const config = createRequire(import.meta.url)("../../.dependency-cruiser.cjs") as {
  readonly forbidden: readonly Rule[];
};

const DOORS: Tree = {
  "crypto/index.ts": "export const crypto = 1;\n",
  "crypto/hash.ts": "export const hash = 1;\n",
  "sync/index.ts": 'export { crypto } from "#crypto";\n',
  "sync/ids.ts": "export const ids = 1;\n",
  "sync/replica.ts": "export const replica = 1;\n",
  "sync/adapters/node.ts": 'export { level } from "./level.node.ts";\n',
  "sync/adapters/shim.node.ts": 'import "ws";\nimport "node:fs/promises";\n',
  "sync/adapters/level.node.ts": 'export { ClassicLevel as level } from "classic-level";\n',
  "sync/adapters/browser.ts": 'export { openDB } from "idb";\n',
  "src/model/index.ts": 'export { string } from "valibot";\n',
  "src/model/report.ts": "export const report = 1;\n",
  "src/match/index.ts": 'export { string } from "#model";\nexport { names } from "./names.ts";\n',
  "src/match/names.ts": "export const names = 1;\n",
  "src/formats/index.ts": 'export { string } from "#model";\n',
  "src/formats/pfif.ts": "export const pfif = 1;\n",
  "src/i18n/index.ts": 'import type { names } from "#match";\nexport const es: typeof names = 1;\n',
  "src/i18n/es.ts": "export const words = 1;\n",
  "src/engine/index.ts": 'export { crypto } from "#sync";\nexport { crypto as own } from "#crypto";\n',
  "src/engine/documents/document.ts": 'export { from } from "@automerge/automerge";\n',
  "src/hub/index.ts": 'export { createServer } from "node:http";\nexport { crypto } from "#sync";\n',
  "src/hub/page.ts": "export const page = 1;\n",
  "src/ui/main.tsx": 'export { createSignal } from "solid-js";\nexport { crypto } from "#engine";\n',
  "src/cli/main.ts": 'export { createServer } from "../hub/index.ts";\nexport { level } from "#sync/node";\n',
  "tests/a.test.ts": 'export { hash } from "../crypto/hash.ts";\n',
};

/** Rule -> the file that breaks it, and what it imports. */
const PLANTED: Readonly<Record<string, readonly [file: string, imports: string]>> = {
  "no-circular": ["src/ui/round.ts", "./round.ts"],
  "crypto-stands-alone": ["crypto/bad-package.ts", "ws"],
  "sync-looks-only-down": ["sync/bad-engine.ts", "../src/engine/index.ts"],
  "sync-adapters-look-only-down": ["sync/adapters/bad-model.ts", "#model"],
  "sync-core-is-pure": ["sync/protocol/bad-replica.ts", "../replica.ts"],
  "adapters-are-plugged-in-from-outside": ["sync/bad-adapter.ts", "./adapters/browser.ts"],
  "libp2p-only-in-adapters": ["src/engine/bad-libp2p.ts", "@libp2p/tcp"],
  "databases-only-in-adapters": ["src/engine/bad-database.ts", "idb"],
  "automerge-in-one-folder": ["src/engine/bad-automerge.ts", "@automerge/automerge"],
  "solid-only-in-ui": ["src/model/bad-solid.ts", "solid-js"],
  "model-is-plain": ["src/model/bad-crypto.ts", "#crypto"],
  "match-is-plain": ["src/match/bad-package.ts", "papaparse"],
  "formats-know-only-the-model": ["src/formats/bad-match.ts", "#match"],
  "i18n-is-tables": ["src/i18n/bad-package.ts", "valibot"],
  "engine-has-no-face": ["src/engine/bad-node.ts", "node:fs"],
  "hub-knows-only-sync": ["src/hub/bad-engine.ts", "#engine"],
  "ui-talks-to-the-engine": ["src/ui/bad-sync.ts", "#sync"],
  "cli-has-no-page": ["src/cli/bad-ui.ts", "../ui/main.tsx"],
  "crypto-through-its-door": ["src/engine/bad-crypto.ts", "../../crypto/hash.ts"],
  "sync-through-its-doors": ["src/engine/bad-sync.ts", "../../sync/ids.ts"],
  "model-through-its-door": ["src/engine/bad-model.ts", "../model/report.ts"],
  "match-through-its-door": ["src/engine/bad-match.ts", "../match/names.ts"],
  "formats-through-its-door": ["src/engine/bad-formats.ts", "../formats/pfif.ts"],
  "i18n-through-its-door": ["src/engine/bad-i18n.ts", "../i18n/es.ts"],
  "engine-through-its-doors": ["src/cli/bad-engine.ts", "../engine/documents/document.ts"],
  "hub-through-its-door": ["src/cli/bad-hub.ts", "../hub/page.ts"],
  "node-and-browser-apart": ["sync/adapters/bad.browser.ts", "./level.node.ts"],
  "not-to-tests": ["src/cli/bad-test.ts", "../../tests/a.test.ts"],
  "not-to-development-packages": ["src/cli/bad-dev.ts", "fast-check"],
  "no-undeclared": ["src/cli/bad-undeclared.ts", "multiformats/cid"],
  "not-to-unresolvable": ["src/cli/bad-missing.ts", "./nowhere.ts"],
};

const made: string[] = [];

/** Findings of the project's rules in a tree made for the occasion, as "rule file". */
function cruise(tree: Tree): string[] {
  const folder = mkdtempSync(join(tmpdir(), "vereda-layers-"));
  made.push(folder);
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const name of ["package.json", "tsconfig.json", ".dependency-cruiser.cjs"])
    copyFileSync(join(ROOT, name), join(folder, name));
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "dir");
  const program = join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const flags = ["--config", ".dependency-cruiser.cjs", "--output-type", "json"];
  const run = spawnSync(process.execPath, [program, ...flags, "crypto", "sync", "src", "tests"], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const { summary } = JSON.parse(run.stdout) as { summary: { violations: readonly Finding[] } };
  return summary.violations.map(({ from, rule }) => `${rule.name} ${from}`);
}

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

test("a tree that keeps to the layers passes", () => {
  expect(cruise(DOORS)).toEqual([]);
});

test("each rule finds the one import that was planted against it", () => {
  const planted = Object.values(PLANTED).map(([file, imports]) => [file, `import "${imports}";\n`] as const);
  const found = new Set(cruise({ ...DOORS, ...Object.fromEntries(planted) }));
  const missed = Object.entries(PLANTED).filter(([rule, [file]]) => !found.has(`${rule} ${file}`));
  expect(missed).toEqual([]);
});

test("no rule is without its planted import", () => {
  expect(config.forbidden.map(({ name }) => name).sort()).toEqual(Object.keys(PLANTED).sort());
});

/**
 * The positive control of the lint rules that keep crypto/ and sync/ free of the platform: their settings, as
 * eslint.config.js has them for a path, are run over planted lines.
 */
import { join } from "node:path";
import { ESLint, Linter } from "eslint";
import { describe, expect, test } from "vitest";
import { ROOT } from "../../scripts/project.mjs";

const RULES = [
  "no-restricted-globals",
  "no-restricted-properties",
  "no-restricted-imports",
  "no-restricted-syntax",
  "max-params",
  "complexity",
];

/** The rules that a line breaks when it stands in the file with this path. */
async function brokenRules(path: string, line: string): Promise<(string | null)[]> {
  const config = (await new ESLint({ cwd: ROOT }).calculateConfigForFile(join(ROOT, path))) as {
    rules: Linter.RulesRecord;
  };
  const rules = Object.fromEntries(
    RULES.flatMap((name) => (name in config.rules ? [[name, config.rules[name]]] : [])),
  );
  return new Linter().verify(line, { rules: rules }).map(({ ruleId }) => ruleId);
}

describe("in crypto/ and sync/ a planted line is refused:", () => {
  const planted = [
    ["sync/log/entry.ts", "const now = Date.now();", "no-restricted-globals"],
    ["crypto/seal.ts", "const now = new Date();", "no-restricted-globals"],
    ["sync/session.ts", "setTimeout(close, 5);", "no-restricted-globals"],
    ["sync/replica.ts", "console.log(1);", "no-restricted-globals"],
    ["sync/replica.ts", "const host = process.env;", "no-restricted-globals"],
    ["crypto/random.ts", "const n = Math.random();", "no-restricted-properties"],
    ["sync/store/store.ts", 'import fs from "node:fs";', "no-restricted-imports"],
    ["sync/codec.ts", "export default 1;", "no-restricted-syntax"],
    ["crypto/hash.ts", "export function f(a, b, c, d) { return a + b + c + d; }", "max-params"],
  ] as const;
  test.each(planted)("%s: %s", async (path, line, rule) => {
    expect(await brokenRules(path, line)).toEqual([rule]);
  });
});

test("an adapter may know the clock and the platform", async () => {
  expect(await brokenRules("sync/adapters/system-clock.ts", "export const now = () => Date.now();")).toEqual(
    [],
  );
  expect(await brokenRules("sync/adapters/store.node.ts", 'import fs from "node:fs"; fs.close(1);')).toEqual(
    [],
  );
});

/**
 * Threat case C13: secrets and what proves them are compared by `equalBytes` only. Every place in crypto/ and
 * sync/ that compares elements of a list one by one is named here with the reason why that is no secret.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { equalBytes } from "#crypto";
import { filesUnder } from "../../scripts/inputs.mjs";
import { ROOT } from "../../scripts/project.mjs";

const PUBLIC: Readonly<Record<string, string>> = {
  "crypto/strict-signature.ts": "public keys and signatures",
  "crypto/vault.ts": "a checksum that anybody computes from the same bytes",
  "sync/log/check-run.ts": "places of seals, which follow from the length of a run",
  "sync/log/run.ts": "membership heads, which stand in every header",
  "sync/membership/invite-code.ts": "a checksum that anybody computes from the same bytes",
  "sync/replica/judge-data.ts": "membership heads, which stand in every header",
};

const EQUALITY = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
]);

const isElement = (node: ts.Node): boolean => {
  if (ts.isParenthesizedExpression(node)) return isElement(node.expression);
  if (ts.isBinaryExpression(node)) return isElement(node.left) || isElement(node.right);
  return ts.isElementAccessExpression(node) && !ts.isNumericLiteral(node.argumentExpression);
};

/** Whether something that has been looked up in a list at a moving place is compared with something that is no number. */
function comparesElements(path: string, text: string): boolean {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  let found = false;
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && EQUALITY.has(node.operatorToken.kind)) {
      const { left, right } = node;
      const isFixed = [left, right].some(
        (side) =>
          ts.isLiteralExpression(side) ||
          side.kind === ts.SyntaxKind.NullKeyword ||
          side.getText() === "undefined",
      );
      if (!isFixed && (isElement(left) || isElement(right))) found = true;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const sources = ["crypto", "sync"]
  .flatMap((folder) => filesUnder(ROOT, folder))
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts"));

test("C13 bytes are compared one by one only where everybody may know them", () => {
  const found = sources.filter((path) => comparesElements(path, readFileSync(join(ROOT, path), "utf8")));
  expect(found.sort()).toEqual(Object.keys(PUBLIC).sort());
});

test("C13 a comparison that was planted is found", () => {
  const planted = [
    "export const same = (a, b) => a.every((x, i) => x === b[i]);",
    "for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;",
    "const differs = (mac[at] ?? 0) != (other[at] ?? 0);",
  ];
  for (const text of planted) expect(comparesElements("crypto/mac.ts", text), text).toBe(true);
  expect(comparesElements("crypto/mac.ts", "const first = bytes[0] === 1 && list[at] === undefined;")).toBe(
    false,
  );
});

test("C13 equalBytes looks at every byte, whatever the first ones are", () => {
  const looks = (a: Uint8Array, b: Uint8Array): number => {
    let count = 0;
    const watched = new Proxy(a, {
      get: (target, name) => {
        if (typeof name === "string" && /^\d+$/u.test(name)) count++;
        return Reflect.get(target, name, target) as unknown;
      },
    });
    equalBytes(watched, b);
    return count;
  };
  const secret = new Uint8Array(32).fill(7);
  const early = secret.slice().fill(8, 0, 1);
  const late = secret.slice().fill(8, 31);
  expect([secret, early, late].map((guess) => looks(guess, secret))).toEqual([32, 32, 32]);
});

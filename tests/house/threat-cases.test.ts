/** Holds docs/threat-cases.md against the tests that it names, both ways; and over a planted miss. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesUnder } from "../../scripts/inputs.mjs";
import { ROOT } from "../../scripts/project.mjs";

interface NamedTest {
  readonly id: string;
  readonly file: string;
  readonly name: string;
}

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const page = read("docs/threat-cases.md");
const CASES = Array.from({ length: 18 }, (_, at) => `C${at + 1}`);

/** The tests of a table with lines of: case | what | `file`: "name"; "name" | result. */
function namedIn(text: string): readonly NamedTest[] {
  const rows = text.matchAll(/^\| ([A-Z]\d+) \|[^|]*\| `([^`]+)`: ([^|]+) \|/gmu);
  return [...rows].flatMap(([, id = "", file = "", names = ""]) =>
    [...names.matchAll(/"([^"]+)"/gu)].map(([, name = ""]) => ({ id, file, name })),
  );
}

/** Titles of tests that begin with a case, as the source has them: in a call, or in a table of cases. */
const allTitlesIn = (source: string): readonly string[] =>
  [...source.matchAll(/(?:[(]|^\s*\[)\s*["'`]([A-Z]\d+ [^"`\n]+?)["'`],/gmu)].map(([, title = ""]) => title);

/** Those of groups that the page has begun. */
const groups = new Set(namedIn(page).map(({ id }) => id.charAt(0)));
const titlesIn = (source: string): readonly string[] =>
  allTitlesIn(source).filter((title) => groups.has(title.charAt(0)));

function missing(text: string, sourceOf: (file: string) => string): readonly NamedTest[] {
  return namedIn(text).filter(
    ({ id, file, name }) => !name.startsWith(`${id} `) || !titlesIn(sourceOf(file)).includes(name),
  );
}

test("every test that the page names exists, under the number of its case", () => {
  expect(missing(page, read)).toEqual([]);
  expect([...new Set(namedIn(page).map(({ id }) => id))]).toEqual(CASES);
});

test("every test that has the number of a case of these groups is on the page", () => {
  const named = new Set(namedIn(page).map(({ file }) => file));
  const files = filesUnder(ROOT, "tests")
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".test.ts") && path !== "tests/house/threat-cases.test.ts");
  const unnamed = files.filter((file) => titlesIn(read(file)).length > 0 && !named.has(file));
  expect(unnamed).toEqual([]);
  for (const file of named) {
    const cases = new Set(titlesIn(read(file)).map((title) => title.split(" ")[0]));
    const onPage = new Set(
      namedIn(page)
        .filter((one) => one.file === file)
        .map(({ id }) => id),
    );
    expect([...cases].sort(), file).toEqual([...onPage].sort());
  }
});

test("a test that is gone, or stands under another case, is found", () => {
  const source = 'test("C1 one bit", () => {});\ntest.each(cases)("C2 cut (%s)", run);\n';
  const table = (id: string, name: string): string =>
    `| ${id} | what | \`a.test.ts\`: "${name}" | refused |\n`;
  expect(missing(table("C1", "C1 one bit") + table("C2", "C2 cut (%s)"), () => source)).toEqual([]);
  expect(missing(table("C1", "C1 two bits"), () => source)).toHaveLength(1);
  expect(missing(table("C2", "C1 one bit"), () => source)).toHaveLength(1);
});

/** Holds docs/threat-cases.md against the tests that it names, both ways; and over planted misses. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { filesUnder } from "../../scripts/inputs.mjs";
import { ROOT } from "../../scripts/project.mjs";

interface NamedTest {
  readonly id: string;
  readonly file: string;
  readonly name: string;
}

/** How many cases each group of the catalogue has. */
const GROUPS: Readonly<Record<string, number>> = { C: 18, R: 14, F: 11, K: 14, I: 10, M: 20, B: 12 };
/** Those without a test, and why: whoever adds one adds it here too. */
const WITHOUT: readonly string[] = [];

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const page = read("docs/threat-cases.md");

/** The rows of the tables: case | what | tests, or a dash | result. */
const rowsIn = (text: string): readonly (readonly [id: string, tests: string, result: string])[] =>
  [...text.matchAll(/^\| ([A-Z]\d+) \|[^|]*\| ([^|]+) \|([^|]*)\|$/gmu)].map(
    ([, id = "", tests = "", result = ""]) => [id, tests, result.trim()],
  );

/** The tests of a table whose cells have: `file`: "name"; "name". */
const namedIn = (text: string): readonly NamedTest[] =>
  rowsIn(text).flatMap(([id, tests]) => {
    const file = /^`([^`]+)`: /u.exec(tests)?.[1] ?? "";
    return [...tests.matchAll(/"([^"]+)"/gu)].map(([, name = ""]) => ({ id, file, name }));
  });

/** Cases that have a dash for a test, with the word that says why. */
const withoutIn = (text: string): readonly string[] =>
  rowsIn(text)
    .filter(([, tests]) => tests === "—")
    .map(([id, , result]) => {
      const why = /^(?:not yet: .+, issue \d+$|residual: .|falls short: .)/u.exec(result)?.[0] ?? "?";
      return `${id} ${why.split(":")[0] ?? "?"}`;
    });

/** The cases that a title begins with, of the groups that the page has. */
const casesOf = (title: string): readonly string[] =>
  (/^(?:[A-Z]\d+ )+/u.exec(title)?.[0] ?? "").split(" ").filter((id) => id.charAt(0) in GROUPS);

/** Titles of tests that begin with such a case, as the source has them: in a call, or in a table of cases. */
const titlesIn = (source: string): readonly string[] =>
  [...source.matchAll(/(?:[(]|^\s*\[)\s*(["'`])([A-Z]\d+ [^\n]+?)\1,/gmu)]
    .map(([, , title = ""]) => title)
    .filter((title) => casesOf(title).length > 0);

const missing = (text: string, sourceOf: (file: string) => string): readonly NamedTest[] =>
  namedIn(text).filter(
    ({ id, file, name }) => !casesOf(name).includes(id) || !titlesIn(sourceOf(file)).includes(name),
  );

/** What a file's tests and the page say differently of it. */
const unlisted = (text: string, file: string, source: string): readonly string[] => {
  const onPage = new Set(
    namedIn(text)
      .filter((one) => one.file === file)
      .map(({ id }) => id),
  );
  return [...new Set(titlesIn(source).flatMap(casesOf))].filter((id) => !onPage.has(id));
};

describe("docs/threat-cases.md", () => {
  test("has every case of its groups, in order", () => {
    const expected = Object.entries(GROUPS).flatMap(([group, count]) =>
      Array.from({ length: count }, (_, at) => `${group}${at + 1}`),
    );
    const ids = rowsIn(page).map(([id]) => id);
    expect(ids.filter((id, at) => id !== ids[at - 1])).toEqual(expected);
  });

  test("names a test for each case, but for those that are known to have none", () => {
    expect(withoutIn(page)).toEqual(WITHOUT);
    const tested = new Set(namedIn(page).map(({ id }) => id));
    const neither = rowsIn(page).filter(([id, tests]) => tests !== "—" && !tested.has(id));
    expect(neither).toEqual([]);
  });

  test("names no test that does not exist under the number of its case", () => {
    expect(missing(page, read)).toEqual([]);
  });

  test("lists every test that has the number of a case of these groups", () => {
    const files = filesUnder(ROOT, "tests")
      .map((path) => path.replaceAll("\\", "/"))
      .filter((path) => /\.test\.tsx?$/u.test(path) && path !== "tests/house/threat-cases.test.ts");
    expect(files.length).toBeGreaterThan(80);
    for (const file of files) expect(unlisted(page, file, read(file)), file).toEqual([]);
  });
});

describe("a planted miss is found:", () => {
  const source = 'test("C1 one bit", () => {});\ntest.each(cases)("C2 C3 cut (%s)", run);\n';
  const row = (id: string, name: string): string => `| ${id} | what | \`a.test.ts\`: "${name}" | refused |\n`;

  test("a test that is gone, or stands under another case", () => {
    const good = row("C1", "C1 one bit") + row("C2", "C2 C3 cut (%s)") + row("C3", "C2 C3 cut (%s)");
    expect(missing(good, () => source)).toEqual([]);
    expect(missing(row("C1", "C1 two bits"), () => source)).toHaveLength(1);
    expect(missing(row("C2", "C1 one bit"), () => source)).toHaveLength(1);
  });

  test("a test whose second number the page lacks", () => {
    const text = row("C1", "C1 one bit") + row("C2", "C2 C3 cut (%s)");
    expect(unlisted(text, "a.test.ts", source)).toEqual(["C3"]);
  });

  test("a dash without its reason, or with one", () => {
    expect(withoutIn("| C1 | what | — | later |\n| C2 | what | — | not yet: erasure |\n")).toEqual([
      "C1 ?",
      "C2 ?",
    ]);
    expect(withoutIn("| C1 | what | — | not yet: erasure, issue 5 |\n")).toEqual(["C1 not yet"]);
    expect(withoutIn("| C1 | what | — | residual: stays |\n")).toEqual(["C1 residual"]);
  });
});

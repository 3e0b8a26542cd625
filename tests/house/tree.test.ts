/** The rules of tests/support/tree-rules.ts, held against the project and against planted faults. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { filesUnder } from "../../scripts/inputs.mjs";
import { ROOT } from "../../scripts/project.mjs";
import { faultsOf, type SourceFile } from "../support/tree-rules.ts";

const FOLDERS = ["crypto", "sync", "src", "tests", "scripts", "bench", "docs"];
const TEXT = /\.(ts|tsx|mjs|js|cjs|md|json|jsonc|html|css)$/;

function projectFiles(): SourceFile[] {
  const atRoot = readdirSync(ROOT, { withFileTypes: true }).flatMap((item) =>
    item.isFile() ? [item.name] : [],
  );
  const paths = [...FOLDERS.flatMap((folder) => filesUnder(ROOT, folder)), ...atRoot];
  return paths
    .filter((path) => TEXT.test(path) && !path.includes("node_modules") && path !== "package-lock.json")
    .map((path) => ({ path: path.replaceAll("\\", "/"), text: readFileSync(join(ROOT, path), "utf8") }));
}

const HEADER = "/** What it is. */\n";

test("the project keeps the rules of the house", () => {
  const files = projectFiles();
  expect(files.length).toBeGreaterThan(50);
  expect(faultsOf(files)).toEqual([]);
});

describe("a planted fault is found:", () => {
  const slash = "/";
  const phone = ["52", "962", "123", "4567"].join(" ");
  const home = `${slash}home${slash}ana${slash}data`;
  const planted: readonly (readonly [string, SourceFile])[] = [
    ["a file that names no subject", { path: "sync/utils.ts", text: HEADER }],
    ["a file that ends in no subject", { path: "src/engine/sync-manager.ts", text: HEADER }],
    ["a folder that names no subject", { path: "src/common/name.ts", text: HEADER }],
    ["a file in camel case", { path: "src/model/personName.ts", text: HEADER }],
    ["a file without a header", { path: "crypto/hash.ts", text: "export const a = 1;\n" }],
    ["a path of one machine", { path: "scripts/a.mjs", text: `const folder = "${home}";\n` }],
    ["a phone with its country", { path: "tests/a.test.ts", text: `const phone = "+${phone}";\n` }],
    ["a phone in groups", { path: "docs/a.md", text: `Call ${phone.slice(3)}.\n` }],
    ["a note to oneself", { path: "src/model/age.ts", text: `${HEADER}// ${"TO" + "DO"}: later\n` }],
    ["a decision without a number", { path: "docs/decisions/why-not.md", text: "# Why not\n" }],
    ["a decision out of turn", { path: "docs/decisions/0007-late.md", text: "# Late\n" }],
  ];
  test.each(planted)("%s", (_, file) => {
    expect(faultsOf([file])).toHaveLength(1);
  });
});

test("what is in order is left alone", () => {
  const files = [
    { path: "src/model/service.ts", text: HEADER },
    { path: "sync/adapters/leveldb.node.ts", text: HEADER },
    { path: "tests/story/two-browsers.test.ts", text: `const phone = "+1 202 555 0143";\n` },
    { path: "docs/decisions/0001-own-sync.md", text: "# Own sync\n" },
    { path: "docs/decisions/0002-control.md", text: "# Control\n" },
  ];
  expect(faultsOf(files)).toEqual([]);
});

test("the commands that others rely on exist", () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const programs = Object.values(scripts).flatMap((command) => /^node (\S+)/.exec(command)?.slice(1) ?? []);
  expect(programs.filter((program) => !existsSync(join(ROOT, program)))).toEqual([]);
});

test("B10 packages are pinned, and the lock names no registry", () => {
  const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };
  const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  expect(readFileSync(join(ROOT, "package-lock.json"), "utf8")).not.toContain('"resolved": "http');
});

test("B10 every package has its checksum, and only two run something when they are installed", () => {
  const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as {
    packages: Record<string, { integrity?: string; hasInstallScript?: boolean }>;
  };
  const installed = Object.entries(packages).filter(([path]) => path !== "");
  expect(installed.length).toBeGreaterThan(100);
  expect(installed.filter(([, { integrity }]) => integrity?.startsWith("sha512-") !== true)).toEqual([]);
  const running = installed.filter(([, one]) => one.hasInstallScript === true).map(([path]) => path);
  expect(running).toEqual(["node_modules/cbor-x/node_modules/cbor-extract", "node_modules/classic-level"]);
});

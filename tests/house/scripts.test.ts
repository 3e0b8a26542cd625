/** What `npm start` and `npm test` decide and say; the commands that they run are not run here. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { announcement, nodeAdvice } from "../../scripts/announcement.mjs";
import { findChromium } from "../../scripts/chromium.mjs";
import { filesUnder, hashFiles } from "../../scripts/inputs.mjs";
import { withLock } from "../../scripts/lock.mjs";
import { missingPackages } from "../../scripts/npm.mjs";
import { addCounts, countTests, verdict } from "../../scripts/summary.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vereda-scripts-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const file = (status: string, ...states: string[]) => ({
  status,
  assertionResults: states.map((state) => ({ status: state })),
});

describe("the verdict of npm test", () => {
  test("counts every test of every file", () => {
    const testResults = [file("passed", "passed", "passed"), file("failed", "failed", "skipped", "todo")];
    expect(countTests({ success: false, testResults })).toEqual({ passed: 2, failed: 1, skipped: 2 });
  });

  test("counts a file that does not load as a failure", () => {
    const testResults = [file("passed", "passed"), file("failed")];
    expect(countTests({ success: false, testResults })).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  test("counts an error outside of tests as a failure", () => {
    const testResults = [file("passed", "passed")];
    expect(countTests({ success: false, testResults })).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  test("counts a run without tests as a failure", () => {
    expect(countTests({ success: true, testResults: [] })).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  test("is one line and an exit code", () => {
    const counts = addCounts([
      { passed: 1, failed: 0, skipped: 0 },
      { passed: 41, failed: 0, skipped: 0 },
    ]);
    expect(verdict(counts, { maySkip: true })).toEqual({ line: "42 passed, 0 failed", exitCode: 0 });
    expect(verdict({ passed: 3, failed: 2, skipped: 0 }, { maySkip: true })).toEqual({
      line: "3 passed, 2 failed",
      exitCode: 1,
    });
  });

  test("names what was skipped, and fails for it where nothing may be skipped", () => {
    const counts = { passed: 3, failed: 0, skipped: 1 };
    expect(verdict(counts, { maySkip: true })).toEqual({
      line: "3 passed, 0 failed, 1 skipped",
      exitCode: 0,
    });
    expect(verdict(counts, { maySkip: false })).toEqual({ line: "3 passed, 1 failed", exitCode: 1 });
  });
});

describe("what is installed", () => {
  const lock = {
    packages: {
      "": {},
      "node_modules/ws": { version: "8.0.0", integrity: "a" },
      "node_modules/other-platform": { version: "1.0.0", integrity: "b", optional: true },
    },
  };

  test("is enough when only other platforms' packages are absent", () => {
    const installed = { packages: { "node_modules/ws": { version: "8.0.0", integrity: "a" } } };
    expect(missingPackages(lock, installed)).toEqual([]);
  });

  test("B10 is not enough when a version differs or nothing is there", () => {
    const installed = { packages: { "node_modules/ws": { version: "8.0.1", integrity: "c" } } };
    expect(missingPackages(lock, installed)).toEqual(["node_modules/ws"]);
    expect(missingPackages(lock, null)).toEqual(["node_modules/ws"]);
  });
});

describe("a build", () => {
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, "src"), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const stamp = () => hashFiles(folder, filesUnder(folder, "src"));

  test("is up to date until a file is changed, added or taken away", () => {
    write("src/a.ts", "a");
    const before = stamp();
    expect(stamp()).toBe(before);
    write("src/a.ts", "b");
    expect(stamp()).not.toBe(before);
    write("src/a.ts", "a");
    write("src/b.ts", "");
    expect(stamp()).not.toBe(before);
    rmSync(join(folder, "src/b.ts"));
    expect(stamp()).toBe(before);
  });

  test("waits for another build that is running", async () => {
    const order: string[] = [];
    const slow = withLock("test", async () => {
      order.push("first begins");
      await new Promise((resolve) => setTimeout(resolve, 50));
      order.push("first ends");
    });
    const quick = withLock("test", async () => void order.push("second"));
    await Promise.all([slow, quick]);
    expect(order).toEqual(["first begins", "first ends", "second"]);
  });
});

describe("npm start", () => {
  test("says which page to open, Spanish first", () => {
    const said = announcement('{"url":"http://localhost:4000/","peers":[]}').trim().split("\n");
    expect(said[0]).toContain("Abra esta página en su navegador:  http://localhost:4000/");
    expect(said.join("\n")).toContain("Open this page in your browser:  http://localhost:4000/");
  });

  test("says of a hub without a house that the address is to be opened whole", () => {
    const said = announcement('{"url":"http://localhost:4000/#base=abc","peers":[]}');
    expect(said).toContain("navegador:  http://localhost:4000/#base=abc\n  Ábrala con la dirección completa");
    expect(said).toContain("browser:  http://localhost:4000/#base=abc\n  Open the whole address");
    expect(announcement('{"url":"http://localhost:4000","peers":[]}')).not.toMatch(/completa|whole/u);
  });

  test("passes on what is not the hub's first line", () => {
    expect(announcement("puerto ocupado")).toBe("puerto ocupado");
    expect(announcement("null")).toBe("null");
    expect(announcement('{"url":7}')).toBe('{"url":7}');
  });

  test("asks for a newer Node where this one is too old", () => {
    expect(nodeAdvice("18.20.4")).toContain("nodejs.org");
    expect(nodeAdvice("20.18.0")).toContain("nodejs.org");
    expect(nodeAdvice("20.19.0")).toBeNull();
    expect(nodeAdvice("24.1.0")).toBeNull();
  });
});

describe("the browser for tests", () => {
  test("is the one that the environment names", () => {
    const program = join(folder, "my-chromium");
    writeFileSync(program, "", { mode: 0o755 });
    expect(findChromium({ VEREDA_CHROMIUM: program })).toBe(program);
  });

  test("is none when the one that is named is not there", () => {
    expect(findChromium({ VEREDA_CHROMIUM: join(folder, "absent") })).toBeNull();
  });

  test("is found on PATH", () => {
    writeFileSync(join(folder, "chromium"), "", { mode: 0o755 });
    expect(findChromium({ PATH: folder })).toBe(join(folder, "chromium"));
  });
});

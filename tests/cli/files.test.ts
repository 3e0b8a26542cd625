import { expect, test } from "vitest";
import { EngineError, type Fault } from "../../src/engine/api/index.ts";
import { answering, jsonOf, run, type Setting } from "./fake-host.ts";

const IMPORT = ["import", "people.xml", "--format", "pfif"];
const importing = (report: object): Setting => ({
  readFile: async () => new Uint8Array([60]),
  ...answering({ importFile: async () => report }),
});
const BAD_RECORDS = [
  { record: null, line: 12, code: "id-missing", field: null },
  { record: "example.org/7", line: 30, code: "bad-date", field: "birthDate" },
];

test("an import in which some records are good is exit 0 and names the bad ones", async () => {
  const ran = await run(
    [...IMPORT, "--json"],
    importing({ imported: 2, updated: 0, skipped: 0, errors: BAD_RECORDS }),
  );
  expect(ran.code).toBe(0);
  expect(jsonOf(ran)).toEqual({
    ...{ imported: 2, updated: 0, skipped: 0 },
    errors: [
      { record: null, line: 12, message: expect.stringMatching(/identificador/u) as unknown },
      { record: "example.org/7", line: 30, message: expect.stringMatching(/2009/u) as unknown },
    ],
  });
});

test("an import of nothing but bad records is exit 1, and still says which", async () => {
  const ran = await run(
    [...IMPORT, "--json"],
    importing({ imported: 0, updated: 0, skipped: 0, errors: BAD_RECORDS }),
  );
  expect(ran.code).toBe(1);
  expect(jsonOf(ran)).toMatchObject({ imported: 0, errors: [{ line: 12 }, { line: 30 }] });
  expect(ran.stderr.match(/\n/gu)).toHaveLength(1);
});

test("the same file again is no failure", async () => {
  const ran = await run(
    [...IMPORT, "--json"],
    importing({ imported: 0, updated: 0, skipped: 2, errors: [] }),
  );
  expect(ran.code).toBe(0);
});

test("a file that is missing or is a folder is told apart, without its name", async () => {
  const missing = await run(["import", "Marisol.csv", "--format", "csv"]);
  const folder = await run(["import", "Marisol.csv", "--format", "csv"], {
    readFile: () => Promise.reject(Object.assign(new Error("EISDIR Marisol.csv"), { code: "EISDIR" })),
  });
  expect([missing.code, folder.code]).toEqual([1, 1]);
  expect(missing.stderr).toMatch(/No hay un archivo/u);
  expect(folder.stderr).toMatch(/no se puede abrir/u);
  expect(missing.stderr + folder.stderr).not.toContain("Marisol");
});

const TABLE = { columns: [], rows: [{ month: "2026-03", cells: [12, "<5", "*"] }] };

test("figures are a file on standard output, byte for byte, or a table for programs", async () => {
  const asked: unknown[] = [];
  const setting = answering({
    figures: async (...given) => {
      asked.push(given);
      return TABLE;
    },
    exportFigures: async (...given) => {
      asked.push(given);
      return new TextEncoder().encode("Mes\r\n2026-03\r\n");
    },
  });
  const FIGURES = ["export", "--format", "figures"];
  const file = await run([...FIGURES, "--from", "2026-03", "--to", "2026-03", "--lang", "en"], setting);
  expect(file).toEqual({ code: 0, stderr: "", stdout: "Mes\r\n2026-03\r\n" });
  const period = { from: "2026-03", to: "2026-03" };
  expect(asked).toEqual([[period], [period, "en"]]);
  expect(jsonOf(await run([...FIGURES, "--json"], setting))).toEqual(TABLE);
});

test("what is asked of the other form of an export is a slip", async () => {
  for (const slip of [
    ["figures", "--kind", "guest"],
    ["csv", "--from", "2026-03"],
    ["csv", "--to", "2026-03"],
  ])
    expect(await run(["export", "--format", ...slip])).toMatchObject({
      ...{ code: 2, stdout: "", stderr: expect.stringMatching(/--format figures/u) as unknown },
    });
});

test("months that cannot be counted are refused with what to do", async () => {
  const refusing = (fault: Fault) =>
    run(
      ["export", "--format", "figures"],
      answering({ figures: () => Promise.reject(new EngineError(fault)) }),
    );
  expect((await refusing({ code: "bad-period" })).stderr).toMatch(/2026-03/u);
  const open = await refusing({ code: "month-not-over", last: "2026-05" });
  expect([open.code, open.stdout]).toEqual([1, ""]);
  expect(open.stderr).toMatch(/2026-05/u);
});

test("an export prints the file and nothing else, with --json too", async () => {
  const asked: unknown[] = [];
  const setting = answering({
    exportCsv: async (...given) => {
      asked.push(given);
      const leftOut = asked.length === 1 ? 2 : 0;
      return { bytes: new TextEncoder().encode("id,name\nr1,Ana\n"), listed: 1, leftOut };
    },
  });
  const { code, stdout, stderr } = await run(["export", "--format", "csv", "--kind", "guest"], setting);
  expect([code, stdout]).toEqual([0, "id,name\nr1,Ana\n"]);
  expect(stderr).toMatch(/^Faltan 2 personas en la lista: no han dicho que sí[^\n]*\n$/u);
  expect((await run(["export", "--format", "csv", "--json", "--lang", "en"], setting)).stdout).toBe(
    "id,name\nr1,Ana\n",
  );
  expect(asked).toEqual([
    ["guest", "es"],
    ["report", "en"],
  ]);
});

test("an Excel list is asked for as one, and a file that is none says what to do", async () => {
  const asked: unknown[] = [];
  const engine: Setting = {
    readFile: async () => new Uint8Array([60]),
    ...answering({
      importFile: async ({ format, kind }: { readonly format: string; readonly kind: string }) => {
        asked.push([format, kind]);
        throw new EngineError({ code: "file-not-understood", detail: "not-xlsx" });
      },
    }),
  };
  const { code, stderr } = await run(["import", "l.xlsx", "--format", "xlsx", "--kind", "guest"], engine);
  expect(asked).toEqual([["xlsx", "guest"]]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/\.xlsx/u);
});

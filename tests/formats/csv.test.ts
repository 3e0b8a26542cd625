import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FieldsOf, parseFields } from "#model";
import { anyText } from "../model/any-text.ts";
import {
  COLUMNS,
  headingOf,
  type ImportError,
  MAX_IMPORT_BYTES,
  readCsvGuests,
  readCsvReports,
  writeCsv,
} from "../../src/formats/index.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const own = (name: string): Uint8Array => readFileSync(new URL(`samples/${name}`, import.meta.url));
const errors = (result: { readonly errors: readonly ImportError[] }): string[] =>
  result.errors.map(({ record, line, code, field }) =>
    [record, line, code, field].filter((part) => part !== null).join(" "),
  );

describe("lists in", () => {
  test("a Latin-1 list of arrivals with semicolons and two surnames is read", () => {
    const result = readCsvGuests(own("llegadas-latin1.csv"));
    expect(result.records).toEqual([
      {
        recordId: "A-1",
        line: 2,
        fields: {
          givenNames: "José Ángel",
          surnames: "Hernández Mejía",
          sex: "male",
          age: 22,
          country: "HN",
          town: "San Pedro Sula",
          arrivedAt: "2026-11-21",
        },
      },
      {
        recordId: "A-2",
        line: 3,
        fields: {
          givenNames: "Nohemí",
          surnames: "Caal",
          sex: "female",
          age: { from: 17, to: 17, approximate: true },
          country: "GT",
          town: "Cobán",
          arrivedAt: "2026-11-21",
        },
      },
    ]);
    expect(errors(result)).toEqual(["A-3 5 bad-age age", "A-3 5 unknown-country country"]);
  });

  test("a list of reports gives line numbers over quoted lines, and an open quote costs its line", () => {
    const result = readCsvReports(own("reportes.csv"));
    expect(result.records.map(({ fields, line }) => [line, fields.name])).toEqual([
      [2, "Ramírez, Wilmer"],
      [5, "Yesenia Xol"],
    ]);
    expect(result.records[0]?.fields).toMatchObject({
      alternateNames: ["Willy", "El Flaco"],
      age: { from: 35, to: 45 },
      country: "SV",
      seeker: { name: "Ana Canaria", relation: "hermana", phone: "555 0142" },
      circumstances: 'Dos líneas\ncon coma, y "comillas"',
    });
    expect(errors(result)).toEqual(["4 open-quote", "6 too-many-cells"]);
    expect(result.ignoredColumns).toEqual(["Color"]);
  });

  test("commas, semicolons and tabs, marks and encodings make no difference", () => {
    const rows = [
      ["Nombre completo", "País"],
      ["Nuñez Güity, Ana", "Haití"],
    ];
    const text = (delimiter: string): string =>
      rows.map((row) => row.map((cell) => `"${cell}"`).join(delimiter)).join("\r\n");
    const utf16 = (little: boolean): Uint8Array => {
      const units = Array.from(`\uFEFF${text("\t")}`, (char) => char.charCodeAt(0));
      return Uint8Array.from(
        units.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
      );
    };
    const latin = Uint8Array.from(Array.from(text(";"), (char) => char.charCodeAt(0)));
    const files = [
      ...[",", ";", "\t"].map((delimiter) => bytes(text(delimiter))),
      bytes(`\uFEFF${text(",")}`),
      latin,
    ];
    for (const file of [...files, utf16(true), utf16(false)]) {
      expect(readCsvReports(file)).toMatchObject({
        errors: [],
        records: [{ fields: { name: "Nuñez Güity, Ana", country: "HT" } }],
      });
    }
  });

  test("the letter M is read by the rest of its column, or refused", () => {
    const sexes = (letters: string): unknown[] =>
      readCsvGuests(
        bytes(`nombre,sexo\n${Array.from(letters, (letter) => `Ana,${letter}`).join("\n")}`),
      ).records.map(({ fields }) => fields.sex);
    expect(sexes("HMM")).toEqual(["male", "female", "female"]);
    expect(sexes("FMM")).toEqual(["female", "male", "male"]);
    expect(sexes("MM")).toEqual([]);
    expect(sexes("HFM")).toEqual(["male", "female"]);
  });

  test("a file without a column of names says so, once", () => {
    for (const file of ["", "\n\n", "edad,país\n20,HN", "\u0000\u0001"])
      expect(readCsvReports(bytes(file)).errors.map(({ code }) => code)).toEqual(["no-name-column"]);
    expect(errors(readCsvGuests(new Uint8Array(MAX_IMPORT_BYTES + 1)))).toEqual(["1 too-large"]);
  });

  test("columns of the seeker are not read into guests", () => {
    const result = readCsvGuests(bytes("nombre,parentesco,teléfono\nAna,madre,555 0142"));
    expect(result.records.map(({ fields }) => fields)).toEqual([{ name: "Ana" }]);
    expect(result.ignoredColumns).toEqual(["parentesco", "teléfono"]);
  });

  test("open quotes on every line, and long files, are read in good time", () => {
    const started = performance.now();
    const broken = readCsvReports(bytes(`nombre\n${'"x\nAna\n'.repeat(3001)}`));
    expect(broken.errors[0]?.code).toBe("open-quote");
    const long = readCsvReports(bytes(`nombre,edad\n${"Ana María Ruiz,20\n".repeat(5000)}`));
    expect(long.records).toHaveLength(5000);
    expect(long.records.at(-1)?.line).toBe(5001);
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  test("any bytes give a result", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        const headed = Uint8Array.from([...bytes("nombre,edad\n"), ...noise]);
        for (const file of [noise, headed])
          for (const read of [readCsvGuests, readCsvReports]) expect(read(file).expired).toEqual([]);
      }),
    );
  });
});

describe("Person Finder's columns", () => {
  const header =
    "person_record_id,author_name,author_email,source_date,full_name,description,sex,note_record_id,status,text";

  test("rows of one id are one report with several notes", () => {
    const result = readCsvReports(
      bytes(`${header}
x.invalid/1,Rosa,r@x.invalid,2026-01-01T00:00:00Z,Ana Ruiz,Gorra,female,n1,believed_missing,No llega
x.invalid/1,Rosa,r@x.invalid,2026-01-01T00:00:00Z,Ana Ruiz,Gorra,female,n2,,Sigue sin llegar
x.invalid/2,Rosa,,ayer,Luis Ruiz,,male,,,`),
    );
    expect(result.records).toHaveLength(1);
    expect(result.records[0]).toMatchObject({
      recordId: "x.invalid/1",
      line: 2,
      fields: {
        name: "Ana Ruiz",
        circumstances: "Gorra",
        seeker: { name: "Rosa", email: "r@x.invalid" },
        notes: [
          { recordId: "n1", status: "believed-missing" },
          { recordId: "n2", text: "Sigue sin llegar" },
        ],
      },
    });
    expect(errors(result)).toEqual(["x.invalid/2 4 bad-time source.date"]);
  });

  test("its sample, whose row has a cell too many, gives the person and names the note", () => {
    const sample = new URL("../../../shared/samples/pfif/sample-import.csv", import.meta.url);
    // where the folder is not beside the project, a row of the same shape stands in
    const file = existsSync(sample)
      ? readFileSync(sample)
      : bytes(
          `${header}\n1,Test Author,,2013-02-14T00:00:00Z,Test Person,This is a test entry,male,,1,believed_missing,He is missing`,
        );
    const result = readCsvReports(file);
    expect(errors(result)).toEqual(["1 2 too-many-cells notes"]);
    expect(result.records).toMatchObject([
      {
        recordId: "1",
        fields: {
          name: "Test Person",
          sex: "male",
          circumstances: "This is a test entry",
          seeker: { name: "Test Author" },
        },
      },
    ]);
    expect(result.records[0]?.fields.notes).toBeUndefined();
  });
});

describe("lists out", () => {
  const cell = fc.oneof(
    anyText(),
    fc.constantFrom(
      "=1+1",
      "+504",
      "-x",
      "@SUM(A1)",
      "'=x",
      "''",
      "a\nb",
      'c"d',
      "e;f",
      "\t=1",
      " =2",
      "＝1",
    ),
  );
  const report = fc
    .record(
      {
        name: fc.constantFrom("Ana Ruiz", "=Ana", "-Ana", "'Ana", '+Ana, de "la" O'),
        alternateNames: fc.array(fc.constantFrom("Chepe", "@Chepe".slice(1), "=Nita")),
        age: fc.constantFrom(
          22,
          { from: 1, to: 3 },
          { from: 9, to: 9, approximate: true },
          { from: 3, to: 3, asOf: "2026-01" },
        ),
        sex: fc.constantFrom("male", "female", "other"),
        birthDate: fc.constantFrom("2004", "2004-05", "2004-05-03"),
        country: fc.constantFrom("HN", "MX", "CD"),
        town: cell,
        marks: cell,
        circumstances: cell,
        seeker: fc.record({ name: cell, relation: cell, phone: cell, notes: cell }, { requiredKeys: [] }),
        lastContact: fc.record({ at: fc.constant("2026-10"), place: cell }, { requiredKeys: [] }),
        status: fc.constantFrom("open", "closed"),
      },
      { requiredKeys: ["name"] },
    )
    .map((input) => parseFields("report", input))
    .map((parsed) => (parsed.kind === "ok" ? parsed.fields : null))
    .filter((fields): fields is FieldsOf<"report"> => fields !== null);

  test("what is written is read back, in both languages", () => {
    fc.assert(
      fc.property(
        fc.array(report, { minLength: 1, maxLength: 4 }),
        fc.constantFrom("es", "en"),
        (reports, language) => {
          const records = reports.map((fields, at) => ({ id: `id${at}`, fields }));
          const read = readCsvReports(writeCsv(records, { kind: "report", language }));
          expect(read.errors).toEqual([]);
          expect(read.ignoredColumns).toEqual([]);
          expect(read.records.map(({ fields }) => ({ ...fields, source: undefined }))).toEqual(
            reports.map((fields) => ({ ...fields, source: undefined })),
          );
        },
      ),
    );
  });

  test("B11 no cell begins like a formula, in any column", () => {
    const hostile = "=HYPERLINK(1)";
    const fields: FieldsOf<"report"> = {
      name: hostile,
      marks: "\t=1",
      town: "-2+3",
      circumstances: "@x",
      state: "+1",
      relatives: ["=a"],
      status: "open",
    };
    const text = new TextDecoder().decode(
      writeCsv([{ id: "=id", fields }], { kind: "report", language: "en" }),
    );
    expect(text.replace("\uFEFF", "")).not.toMatch(/(?:^|[\r\n,"])[\s]*[=+\-@]/u);
    expect(text).toContain("'=HYPERLINK(1)");
  });

  test("the file begins with the mark that Excel needs, and every heading is read", () => {
    for (const kind of ["report", "guest"] as const)
      for (const language of ["es", "en"] as const) {
        const file = writeCsv([], { kind, language });
        expect([...file.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
        expect(new Set(COLUMNS[kind].map((column) => headingOf(column, language))).size).toBe(
          COLUMNS[kind].length,
        );
      }
  });

  test("guests go out and come back", () => {
    const fields = parseFields("guest", {
      name: "Ana",
      arrivedAt: "2026-11-21T18:30:00Z",
      relatives: ["a|b", "c"],
    });
    expect(fields.kind).toBe("ok");
    if (fields.kind === "bad") return;
    const read = readCsvGuests(
      writeCsv([{ id: "g1", fields: fields.fields }], { kind: "guest", language: "es" }),
    );
    expect(read).toMatchObject({
      errors: [],
      records: [
        {
          recordId: "g1",
          fields: { name: "Ana", arrivedAt: "2026-11-21T18:30:00Z", relatives: ["a b", "c"] },
        },
      ],
    });
  });
});

/** Excel lists: the same as a CSV list of the same cells, and nothing that a file can say takes the machine down. */
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readCsvGuests, readCsvReports, readXlsxGuests, readXlsxReports } from "#formats";
import { type Cell, partsOf, sheetXml, xlsxOf, xlsxWith } from "../support/xlsx-file.ts";

const HEADINGS = ["Folio", "Nombre completo", "Edad", "Sexo", "Fecha de nacimiento", "País"];
/** 2001-03-14. */
const BORN = { serial: 36964 };
const ROWS: readonly (readonly Cell[])[] = [
  ["A-1", "Yésica Orantes & Tzul", 24, "mujer", null, "Guatemala"],
  ["A-2", "Wilmer <Chepe> Canales", null, "hombre", BORN, "Honduras"],
  [7, "Marie-Ange Désir", 31, null, null, "Haití"],
];
const CSV = [
  HEADINGS.join(","),
  "A-1,Yésica Orantes & Tzul,24,mujer,,Guatemala",
  "A-2,Wilmer <Chepe> Canales,,hombre,2001-03-14,Honduras",
  "7,Marie-Ange Désir,31,,,Haití",
].join("\n");

type Result = Awaited<ReturnType<typeof readXlsxReports | typeof readXlsxGuests>>;
const codes = ({ records, errors }: Result) => ({
  records: records.length,
  codes: errors.map(({ code }) => code),
});
const refused = (code: string) => ({ records: 0, codes: [code] });

describe("an Excel list", () => {
  test("is read as the CSV list of the same cells", async () => {
    const file = xlsxOf([HEADINGS, ...ROWS]);
    const csv = strToU8(CSV);
    const guests = await readXlsxGuests(file);
    expect(guests.records).toHaveLength(3);
    expect(guests).toEqual(readCsvGuests(csv));
    expect(guests.records[1]?.fields).toMatchObject({ birthDate: "2001-03-14", country: "HN" });
    expect(await readXlsxReports(file)).toEqual(readCsvReports(csv));
  });

  test("names a row that is not taken by its line in the sheet, past empty rows", async () => {
    const file = xlsxOf([
      ["Nombre completo", "Edad"],
      [],
      ["Ana Ruiz", 30],
      [null, null],
      ["Eva Paz", "unos"],
    ]);
    const { records, errors } = await readXlsxGuests(file);
    expect(records.map(({ line }) => line)).toEqual([3]);
    expect(errors).toMatchObject([{ line: 5, field: "age" }]);
  });

  test("is its first sheet, and needs a column of names there", async () => {
    const people: readonly (readonly Cell[])[] = [["Nombre completo"], ["Ana Ruiz"]];
    expect(codes(await readXlsxReports(xlsxOf(people, [["Total"], [1]])))).toEqual({ records: 1, codes: [] });
    expect(codes(await readXlsxReports(xlsxOf([["Total"], [1]], people)))).toEqual(refused("no-name-column"));
    expect(codes(await readXlsxReports(xlsxOf([])))).toEqual(refused("no-name-column"));
  });

  test("has cells whose formula went wrong: each costs its row", async () => {
    const texts = (row: string, ...cells: readonly string[]): string =>
      `<row r="${row}">${cells.map((text, at) => `<c r="${"AB".charAt(at)}${row}" ${text}</c>`).join("")}</row>`;
    const text = (said: string): string => `t="inlineStr"><is><t>${said}</t></is>`;
    const file = xlsxWith(
      texts("1", text("Nombre completo"), text("Edad")) +
        texts("2", text("Ana Ruiz"), `t="e"><v>#N/A</v>`) +
        texts("3", text("Eva Paz"), `><v>31</v>`),
    );
    const { records, errors } = await readXlsxGuests(file);
    expect(records.map(({ fields }) => fields.name)).toEqual(["Eva Paz"]);
    expect(errors).toMatchObject([{ line: 2, field: "age" }]);
  });

  test("of thousands of people is read", async () => {
    const many = Array.from({ length: 5000 }, (_, at) => [`Persona ${String(at)}`, 20 + (at % 50)]);
    const { records } = await readXlsxGuests(xlsxOf([["Nombre completo", "Edad"], ...many]));
    expect(records).toHaveLength(5000);
  });
});

describe("what is no such list", () => {
  const OLD_XLS = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600));
  const whole = xlsxOf([HEADINGS, ...ROWS]);
  const { "xl/workbook.xml": _, ...withoutWorkbook } = partsOf([sheetXml("")]);

  test.each([
    ["nothing", new Uint8Array()],
    ["a CSV list", strToU8(CSV)],
    ["an old .xls, or one with a password", OLD_XLS],
    ["half of a file", whole.subarray(0, whole.length >> 1)],
    ["an archive of something else", zipSync({ "a.txt": strToU8("hola"), "b.xml": strToU8("<a/>") })],
    ["a workbook without its list of sheets", zipSync(withoutWorkbook)],
    [
      "a sheet that is cut",
      zipSync({ ...partsOf([]), "xl/worksheets/sheet1.xml": strToU8("<worksheet><she") }),
    ],
    ["a cell that stands nowhere", xlsxWith(`<row r="1"><c r="ABCD1"><v>1</v></c></row>`)],
    ["a row that no sheet has", xlsxWith(`<row r="99999999"><c r="A99999999"><v>1</v></c></row>`)],
    ["a place in other words", xlsxWith(`<row r="&#49;000000000"><c><v>1</v></c></row>`)],
  ])("%s is told so", async (_name, bytes) => {
    expect(codes(await readXlsxReports(bytes))).toEqual(refused("not-xlsx"));
    expect(codes(await readXlsxGuests(bytes))).toEqual(refused("not-xlsx"));
  });

  const NAMES = `<row r="1"><c r="A1" t="inlineStr"><is><t>Nombre completo</t></is></c></row>`;
  const far = (row: number, cell: string): Uint8Array =>
    xlsxWith(`${NAMES}<row r="${String(row)}"><c r="${cell}" t="inlineStr"><is><t>Ana</t></is></c></row>`);
  const zeros = new Uint8Array(40 * 1024 * 1024);
  const bomb = (name: (at: number) => string, size: number, count: number): Uint8Array =>
    zipSync({
      ...partsOf([sheetXml(NAMES)]),
      ...Object.fromEntries(Array.from({ length: count }, (_, at) => [name(at), zeros.subarray(0, size)])),
    });

  test.each([
    ["a file past the limit", new Uint8Array(32 * 1024 * 1024 + 1)],
    ["a cell far below", far(1_048_576, "A1048576")],
    ["a cell far to the right and below", far(5000, "XFD5000")],
    ["few bytes that become many", bomb((at) => `xl/worksheets/sheet${String(at + 2)}.xml`, zeros.length, 4)],
    ["very many parts", bomb((at) => `xl/p${String(at)}.xml`, 1, 1001)],
  ])("%s is too large", async (_name, bytes) => {
    expect(codes(await readXlsxReports(bytes))).toEqual(refused("too-large"));
  });

  /** Elements that all say to stand in one place, or in none. */
  const crowd = (kind: "row" | "c" | "si", many: number): Uint8Array => {
    const sheet = { row: `<row r="2"/>`, c: `<c r="A2"/>`, si: "" }[kind].repeat(many);
    const parts = partsOf([sheetXml(kind === "c" ? `<row r="2">${sheet}</row>` : sheet)], []);
    const strings = strToU8(`<sst>${kind === "si" ? "<si/>".repeat(many) : ""}</sst>`);
    return zipSync({ ...parts, "xl/sharedStrings.xml": strings });
  };

  test.each([
    ["row", 3_000_000],
    ["c", 5_000_000],
    ["si", 20_000_000],
  ] as const)("millions of <%s>, packed small, are refused unread", async (kind, many) => {
    const bytes = crowd(kind, many);
    expect(bytes.length).toBeLessThan(400_000);
    expect(codes(await readXlsxReports(bytes))).toEqual(refused("too-large"));
    expect(codes(await readXlsxReports(crowd(kind, 10))), "the control").not.toEqual(refused("too-large"));
  });

  test("the same within the limits is read, and what is no part of a sheet is not unpacked", async () => {
    expect(codes(await readXlsxReports(far(1000, "C1000")))).toEqual({
      records: 0,
      codes: ["needs-name"],
    });
    const pictures = bomb((at) => `xl/media/image${String(at)}.png`, zeros.length, 4);
    expect(codes(await readXlsxReports(pictures))).toEqual({ records: 0, codes: [] });
  });

  test("a part that becomes more than it says is cut there, or refused", async () => {
    const bytes = zipSync({ ...partsOf([sheetXml(NAMES)]), "xl/extra.xml": zeros });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; at + 46 < bytes.length; at++) {
      const isEntry =
        view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === zeros.length;
      if (isEntry) view.setUint32(at + 24, 64, true);
    }
    const before = process.memoryUsage().arrayBuffers;
    const { records } = codes(await readXlsxReports(bytes));
    expect(records).toBe(0);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(zeros.length / 2);
  });

  test("whatever happens to the bytes of a file, a result comes out", async () => {
    const change = fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) });
    const seen = new Set<number>();
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 6 }), fc.nat(whole.length), async (changes, cut) => {
        const bytes = whole.slice(0, changes.length === 0 ? cut : whole.length);
        for (const { at, byte } of changes) if (at < bytes.length) bytes[at] = byte;
        const { records, errors } = await readXlsxReports(bytes);
        expect(records.length + errors.length).toBeGreaterThan(0);
        seen.add(records.length);
      }),
      { numRuns: 400, examples: [[[], whole.length]] },
    );
    expect([...seen].sort()).toContain(3);
    expect([...seen].sort()).toContain(0);
  });

  test("whatever a sheet says, a result comes out", async () => {
    const word = fc.constantFrom(
      ...["<row", "<c", "</row>", "</c>", "<v>", "</v>", ">", "/>", ` r="1"`, ` r="A1"`, ` r="ZZZ9999999"`],
      ...[
        ` t="s"`,
        ` t="d"`,
        ` t="e"`,
        ` s="9"`,
        "9e99",
        "-1",
        "#REF!",
        "&amp;",
        "&x;",
        "<![CDATA[",
        "<!--",
        "x",
      ],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 30 }), async (words) => {
        await readXlsxGuests(xlsxWith(NAMES + words.join("")));
      }),
      { numRuns: 600 },
    );
  });
});

/** Lists of people that other programs wrote, for comparing. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { legiblePerson, parseFields } from "#model";
import { MAX_IMPORT_BYTES, openCsvPeople, type PeopleList } from "../../src/formats/index.ts";
import { anyText } from "../model/any-text.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function listOf(file: string | Uint8Array): PeopleList {
  const opened = openCsvPeople(typeof file === "string" ? bytes(file) : file, { idsMayRepeat: false });
  if (opened.kind === "refused") throw new Error(`refused: ${opened.fault} ${String(opened.line)}`);
  return opened.list;
}

const fieldsIn = (file: string | Uint8Array): unknown[] => {
  const list = listOf(file);
  return [...list.people(list.letterM)].map(({ fields }) => fields);
};

/** The field that one cell gives. */
const cell = (column: string, text: string): unknown =>
  Object.values(fieldsIn(`id,given_names,${column}\n1,,${text}\n`)[0] as object)[0];

describe("people of a list", () => {
  test("every column is read into the app's fields", () => {
    const file = [
      "id,given_names,surnames,sex,age,birth_date,country,department,town,nicknames,relatives,marks",
      "p-1,José Ángel,Hernández Mejía,h,22,2004-05-03,Honduras,Cortés,San Pedro Sula,Chepe; Pepe,Wilmer Canales|Ana Xol,tatuaje de rosa",
      "p-2,,Xol,,,,,,,,,",
    ].join("\n");
    expect([...listOf(file).people(null)]).toEqual([
      {
        id: "p-1",
        illegible: [],
        fields: {
          givenNames: "José Ángel",
          surnames: "Hernández Mejía",
          alternateNames: ["Chepe", "Pepe"],
          sex: "male",
          age: 22,
          birthDate: "2004-05-03",
          country: "HN",
          state: "Cortés",
          town: "San Pedro Sula",
          marks: "tatuaje de rosa",
          relatives: ["Wilmer Canales", "Ana Xol"],
        },
      },
      { id: "p-2", fields: { surnames: "Xol" }, illegible: [] },
    ]);
  });

  test("a column name stands alone as the whole name", () => {
    expect(fieldsIn("id,name,country\nq1,chepe ernandes,HND\n")).toEqual([
      { name: "chepe ernandes", country: "HN" },
    ]);
  });

  test.each([
    ["sex", "female", "female"],
    ["sex", "Mujer", "female"],
    ["sex", "MASCULINO", "male"],
    ["sex", "f", "female"],
    ["age", "unos 22", { from: 22, to: 22, approximate: true }],
    ["age", "20-25", { from: 20, to: 25 }],
    ["birth_date", "1998", "1998"],
    ["birth_date", "1998-05", "1998-05"],
    ["birth_date", "03/05/1998", "1998-05-03"],
    ["country", "gt", "GT"],
    ["country", "SLV", "SV"],
    ["country", "México", "MX"],
    ["state", "Alta Verapaz", "Alta Verapaz"],
  ])("a cell %s of %s is read", (column, text, value) => {
    expect(cell(column, text)).toEqual(value);
  });

  test("semicolons, tabs, a mark and Latin-1 make no difference", () => {
    const rows = [
      ["id", "name", "town"],
      ["1", "Nuñez Güity", "Cobán"],
    ];
    const text = (delimiter: string): string => rows.map((row) => row.join(delimiter)).join("\r\n");
    const latin = Uint8Array.from(Array.from(text(";"), (char) => char.charCodeAt(0)));
    for (const file of [text(","), text(";"), text("\t"), `\uFEFF${text(",")}`, latin])
      expect(fieldsIn(file)).toEqual([{ name: "Nuñez Güity", town: "Cobán" }]);
  });

  test("a cell that cannot be read is not known, and is named by its field", () => {
    const list = listOf(
      "id,name,sex,age,birth_date,country\n1,Ana,?,joven,31/02/1998,Atlántida\n2,Eva,f,20,,HN\n",
    );
    expect([...list.people(list.letterM)]).toEqual([
      { id: "1", fields: { name: "Ana" }, illegible: ["sex", "age", "birthDate", "country"] },
      { id: "2", fields: { name: "Eva", sex: "female", age: 20, country: "HN" }, illegible: [] },
    ]);
  });

  test("the letter M is what the other letters or the caller say, else not known", () => {
    const sexes = (letters: string, told: "male" | "female" | null): unknown[] => {
      const rows = Array.from(letters, (letter, at) => `${String(at)},Ana,${letter}`);
      const list = listOf(`id,name,sex\n${rows.join("\n")}`);
      return [...list.people(list.letterM ?? told)].map(({ fields }) => fields.sex);
    };
    expect(sexes("hm", null)).toEqual(["male", "female"]);
    expect(sexes("fm", "female")).toEqual(["female", "male"]);
    expect(sexes("mM", "male")).toEqual(["male", "male"]);
    expect(sexes("mM", null)).toEqual([undefined, undefined]);
  });

  test("what the app reads of a person is read here, field by field", () => {
    const draft = fc.record(
      {
        name: anyText(),
        sex: fc.constantFrom("f", "hombre", "otro"),
        age: fc.constantFrom("22", "unos 17", "20-25"),
        birthDate: fc.constantFrom("1998-05", "03/05/1998"),
        country: fc.constantFrom("HN", "catracho", "Guatemala"),
        town: anyText(),
        relatives: anyText(),
      },
      { requiredKeys: [] },
    );
    let read = 0;
    fc.assert(
      fc.property(draft, (input) => {
        const whole = parseFields("guest", { marks: "lunar", ...input });
        if (whole.kind === "bad") return;
        read += 1;
        const { fields } = whole;
        expect(legiblePerson({ marks: "lunar", ...input })).toEqual({ fields, illegible: [] });
      }),
    );
    expect(read).toBeGreaterThan(0);
  });
});

describe("lists that are refused", () => {
  test.each([
    ["", "no-id-column", 1],
    ["\n\nname,age\nAna,20", "no-id-column", 3],
    ["una carta\nque no es una lista", "no-id-column", 1],
    ["id,age\n1,20", "no-name-column", 1],
    ["PK\u0003\u0004\u0000\u0000", "not-csv", null],
    ["id,name\n1,Ana\n,Eva", "id-missing", 3],
    ["id,name\n1,Ana\n2,Eva\n1,Iris", "id-repeated", 4],
    ["id,name\n1,Ana,20", "too-many-cells", 2],
    ['id,name\n1,"Ana\n2,Eva', "open-quote", 2],
    ['id,name,town\n1,"Ana"x,"Cobán"\n2,Eva,', "bad-quote", 2],
  ])("%j: %s", (file, fault, line) => {
    expect(openCsvPeople(bytes(file), { idsMayRepeat: false })).toEqual({ kind: "refused", fault, line });
  });

  test("a file past the limit is not read", () => {
    const opened = openCsvPeople(new Uint8Array(MAX_IMPORT_BYTES + 1), { idsMayRepeat: false });
    expect(opened).toMatchObject({ fault: "too-large" });
  });

  test("ids may repeat where the caller says so", () => {
    const file = bytes("id,name\n1,Ana\n1,Eva");
    expect(openCsvPeople(file, { idsMayRepeat: true })).toMatchObject({ kind: "list", list: { size: 2 } });
  });

  test("any bytes give a list or a reason", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
        const file = new Uint8Array([...bytes("id,name,age\n"), ...noise]);
        const opened = openCsvPeople(file, { idsMayRepeat: true });
        if (opened.kind === "list") expect([...opened.list.people(null)]).toHaveLength(opened.list.size);
      }),
    );
  });
});

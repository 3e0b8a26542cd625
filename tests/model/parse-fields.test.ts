import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyPatch, fieldNames, KIND_NAMES, mergePatch, parseFields, PROBLEM_CODES } from "#model";

const ID = "aaaqeayeaudaocajbifqydiob4";

const problemsOf = (kind: (typeof KIND_NAMES)[number], input: unknown): readonly string[] => {
  const parsed = parseFields(kind, input);
  return parsed.kind === "ok" ? [] : parsed.problems.map(({ field, code }) => `${field}: ${code}`);
};

describe("parseFields", () => {
  test("what people type becomes what the schema says", () => {
    const parsed = parseFields("guest", {
      name: "  José   Ángel ",
      alternateNames: "Chepe; Chepito | ",
      sex: "Hombre",
      age: "22",
      birthDate: "3/5/2004",
      country: "hondureño",
      relatives: ["", "Rosa"],
      marks: null,
      town: "",
      arrivedAt: "21/11/2026 14:30",
    });
    expect(parsed).toEqual({
      kind: "ok",
      fields: {
        name: "José Ángel",
        alternateNames: ["Chepe", "Chepito"],
        sex: "male",
        age: 22,
        birthDate: "2004-05-03",
        country: "HN",
        relatives: ["Rosa"],
        arrivedAt: "2026-11-21",
      },
    });
  });

  test("each thing that is wrong is named by field and code", () => {
    const wrong = {
      name: { first: "Ana" },
      sex: "M",
      age: "ciento",
      birthDate: "1999-02-31",
      country: "Narnia",
      marks: "x".repeat(301),
      relatives: Array.from({ length: 51 }, (_, at) => `Persona ${at}`),
      photo: "data:image/png;base64,AAAA",
      seeker: { name: "Ana", nmae: "Ana" },
      notes: [{ at: "ayer" }],
      status: "muerto",
      nombre: "Ana",
    };
    expect([...problemsOf("report", wrong)].sort()).toEqual([
      "age: bad-age",
      "birthDate: bad-date",
      "country: unknown-country",
      "marks: too-long",
      "name: wrong-type",
      "nombre: unknown-field",
      "notes.0.at: bad-time",
      "photo: bad-id",
      "relatives: too-many",
      "seeker.nmae: unknown-field",
      "sex: ambiguous-sex",
      "status: unknown-choice",
    ]);
  });

  test("nothing of what was typed is in a problem", () => {
    const parsed = parseFields("report", { name: "Canario 5550142", sex: "Canario", country: "Canario" });
    expect(parsed.kind).toBe("bad");
    expect(JSON.stringify(parsed)).not.toMatch(/Canario|5550142/u);
  });

  test("a report needs a name, a nickname will do; a guest may have marks alone", () => {
    expect(problemsOf("report", { town: "Tela" })).toEqual(["name: needs-name"]);
    expect(problemsOf("report", { alternateNames: ["Chepe"] })).toEqual([]);
    expect(problemsOf("guest", { age: 12 })).toEqual(["name: needs-name"]);
    expect(problemsOf("guest", { marks: "gorra roja" })).toEqual([]);
    expect(problemsOf("card", { status: "open" })).toEqual(["name: needs-name"]);
    expect(problemsOf("card", { status: "withdrawn" })).toEqual([]);
  });

  test.each(["Ana 555 0142", "ana@ejemplo.invalid", "Ana www.ejemplo.com", "Ana ５５５０１４２"])(
    "%s is no name",
    (name) => {
      expect(problemsOf("report", { name })).toEqual(["name: contact-in-name"]);
      expect(problemsOf("report", { alternateNames: [name] })).toEqual(["alternateNames: contact-in-name"]);
    },
  );

  test("one word, repeated words and apostrophes are names without comment", () => {
    for (const name of [
      "Abdoulaye",
      "Francisco Pedro Francisco",
      "Xuu'kx",
      "Jenny-Flore",
      "李",
      "Ma. de la O",
    ])
      expect(parseFields("guest", { name })).toMatchObject({ kind: "ok", fields: { name } });
  });

  test("missing fields of an arrival, a person and a message are named", () => {
    expect(problemsOf("arrival", {})).toEqual(["guest: required", "at: required"]);
    expect(problemsOf("person", { device: "corto", name: "Lucía" })).toEqual(["device: bad-id"]);
    expect(problemsOf("message", { to: ID })).toEqual(["text: required"]);
    expect(problemsOf("arrival", { guest: ID, at: "2026-11-21", situation: "In transit" })).toEqual([]);
  });

  test("what is no object, or nested without end, is refused", () => {
    for (const input of [null, undefined, 3, "x", [], [{}]])
      expect(problemsOf("report", input)).toEqual([": not-an-object"]);
    let deep: unknown = "x";
    for (let depth = 0; depth < 50_000; depth += 1) deep = [deep];
    expect(problemsOf("report", { name: deep })).toEqual([": too-deep"]);
  });

  test("M7 keys of the language itself are unknown fields and touch no prototype", () => {
    for (const key of ["__proto__", "constructor", "toString"]) {
      const hostile: unknown = JSON.parse(`{"name":"Ana","${key}":{"polluted":1}}`);
      expect(problemsOf("report", hostile)).toEqual([`${key}: unknown-field`]);
    }
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  test("any value gives fields or problems with known codes, and reading fields again changes nothing", () => {
    const fields = fc.constantFrom(...KIND_NAMES.flatMap(fieldNames));
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(
        "22",
        "unos 17",
        "Honduras",
        "mujer",
        "2004",
        "21/11/2026",
        ID,
        "a;b",
        ["a", "b"],
        true,
      ),
    );
    const input = fc.oneof(fc.anything(), fc.dictionary(fields, value, { maxKeys: 12 }));
    fc.assert(
      fc.property(fc.constantFrom(...KIND_NAMES), input, (kind, given) => {
        const parsed = parseFields(kind, given);
        if (parsed.kind === "ok") expect(parseFields(kind, parsed.fields)).toEqual(parsed);
        else for (const { code } of parsed.problems) expect(PROBLEM_CODES).toContain(code);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("mergePatch", () => {
  // the cases of RFC 7396, appendix A
  test.each([
    ['{"a":"b"}', '{"a":"c"}', '{"a":"c"}'],
    ['{"a":"b"}', '{"b":"c"}', '{"a":"b","b":"c"}'],
    ['{"a":"b"}', '{"a":null}', "{}"],
    ['{"a":"b","b":"c"}', '{"a":null}', '{"b":"c"}'],
    ['{"a":["b"]}', '{"a":"c"}', '{"a":"c"}'],
    ['{"a":"c"}', '{"a":["b"]}', '{"a":["b"]}'],
    ['{"a":{"b":"c"}}', '{"a":{"b":"d","c":null}}', '{"a":{"b":"d"}}'],
    ['{"a":[{"b":"c"}]}', '{"a":[1]}', '{"a":[1]}'],
    ['["a","b"]', '["c","d"]', '["c","d"]'],
    ['{"a":"b"}', '["c"]', '["c"]'],
    ['{"a":"foo"}', "null", "null"],
    ['{"a":"foo"}', '"bar"', '"bar"'],
    ['{"e":null}', '{"a":1}', '{"e":null,"a":1}'],
    ["[1,2]", '{"a":"b","c":null}', '{"a":"b"}'],
    ["{}", '{"a":{"bb":{"ccc":null}}}', '{"a":{"bb":{}}}'],
  ])("%s with %s is %s", (target, patch, result) =>
    expect(mergePatch(JSON.parse(target), JSON.parse(patch))).toEqual(JSON.parse(result)),
  );

  test("M7 a patch cannot reach a prototype", () => {
    const patched = mergePatch({}, JSON.parse('{"__proto__":{"polluted":1}}'));
    expect((patched as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});

describe("applyPatch", () => {
  const current = { name: "Ana", town: "Tela", status: "open", fromTheFuture: { depth: 1 } };

  test("null removes, values are read, and what a newer version knows stays", () => {
    expect(applyPatch("report", current, { town: null, age: "22" })).toEqual({
      kind: "ok",
      fields: { name: "Ana", age: 22, status: "open", fromTheFuture: { depth: 1 } },
    });
  });

  test("a field that is not known here cannot be patched, nor the last name removed", () => {
    expect(applyPatch("report", current, { fromTheFuture: 2 })).toEqual({
      kind: "bad",
      problems: [{ field: "fromTheFuture", code: "unknown-field" }],
    });
    expect(applyPatch("report", current, { name: null })).toMatchObject({ kind: "bad" });
    expect(applyPatch("report", current, "x")).toMatchObject({ kind: "bad" });
  });
});

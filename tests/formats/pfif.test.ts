import { readFileSync } from "node:fs";
import fc from "fast-check";
import { XMLParser } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { extractCard } from "#model";
import { anyText } from "../model/any-text.ts";
import { type ImportedReports, MAX_IMPORT_BYTES, readPfif } from "../../src/formats/index.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const own = (name: string): Uint8Array => readFileSync(new URL(`samples/${name}`, import.meta.url));

const DAMAGED = own("damaged.pfif-1.3.xml");

const pfif = (body: string, version = "1.4"): Uint8Array =>
  bytes(
    `<?xml version="1.0"?>\n<pfif:pfif xmlns:pfif="http://zesty.ca/pfif/${version}">\n${body}\n</pfif:pfif>\n`,
  );

const person = (id: string, more = ""): string =>
  `<pfif:person><pfif:person_record_id>x.invalid/${id}</pfif:person_record_id>` +
  `<pfif:full_name>Persona ${id}</pfif:full_name>${more}</pfif:person>`;

const names = (result: ImportedReports): unknown[] => result.records.map(({ fields }) => fields.name);
const errors = (result: ImportedReports): string[] =>
  result.errors.map(({ record, line, code, field }) =>
    [record, line, code, field].filter((part) => part !== null).join(" "),
  );

describe("the project's own bad file", () => {
  const result = readPfif(DAMAGED);

  test("gives its good records", () => {
    expect(names(result)).toEqual(["Marvin Lacán Tzoy", "Dinora Güity & hija"]);
    expect(result.records.map(({ recordId, line }) => [recordId, line])).toEqual([
      ["lista.ejemplo.invalid/person.1", 3],
      ["lista.ejemplo.invalid/person.7", 35],
    ]);
    expect(result.records[1]?.fields).toMatchObject({ sex: "female", country: "HN" });
  });

  test("names each bad one by id, line, code and field", () => {
    expect(errors(result)).toEqual([
      "13 id-missing",
      "lista.ejemplo.invalid/person.3 17 bad-date birthDate",
      "lista.ejemplo.invalid/person.4 22 unknown-sex sex",
      "otra.ejemplo.invalid/person.5 27 other-domain",
      "lista.ejemplo.invalid/person.6 31 malformed",
      "lista.ejemplo.invalid/note.1 40 bad-time notes.at",
      "lista.ejemplo.invalid/person.8 53 cut",
    ]);
  });

  test("keeps the good note of a person whose other note is bad, and no author in a card", () => {
    expect(result.records[1]?.fields.notes).toEqual([
      {
        recordId: "lista.ejemplo.invalid/note.2",
        at: "2026-01-06T10:00:00Z",
        author: { name: "Otro Canario" },
        text: "Llamen al 555 0143.",
      },
    ]);
    const cards = JSON.stringify(result.records.map(({ fields }) => extractCard(fields)));
    expect(cards).toContain("Marvin");
    expect(cards).not.toMatch(/Canario|555|Llamen/u);
  });

  test("cut anywhere, it gives every person before the cut, and says so", () => {
    const text = new TextDecoder().decode(DAMAGED);
    const ends = [...text.matchAll(/<\/pfif:person>/gu)].map(({ index }) => index + "</pfif:person>".length);
    for (let length = 0; length < text.length; length += 7) {
      const cut = readPfif(bytes(text.slice(0, length)));
      const whole = [ends[0], ends[6]].filter((end) => end !== undefined && end <= length).length;
      expect(cut.records).toHaveLength(whole);
      expect(cut.errors.length).toBeGreaterThan(0);
      if (length > 200) expect(cut.errors.map(({ code }) => code)).toContain("cut");
    }
  });
});

describe("versions and forms of PFIF", () => {
  test("old and new names mean the same", () => {
    const old = `<pfif:person><pfif:person_record_id>x.invalid/1</pfif:person_record_id><pfif:first_name>Ana</pfif:first_name>
      <pfif:last_name>Ruiz Caal</pfif:last_name><pfif:home_city> Cobán\n\n </pfif:home_city><pfif:home_zip>16001</pfif:home_zip>
      <pfif:other>description:\n  Trae gorra.\n</pfif:other><pfif:note><pfif:note_record_id>x.invalid/n1</pfif:note_record_id>
      <pfif:found>true</pfif:found><pfif:text>x</pfif:text></pfif:note></pfif:person>`;
    for (const version of ["1.1", "1.2", "1.3", "1.4"]) {
      const result = readPfif(pfif(old, version));
      expect(result.errors).toEqual([]);
      expect(result.records[0]?.fields).toMatchObject({
        givenNames: "Ana",
        surnames: "Ruiz Caal",
        town: "Cobán",
        address: "16001",
        circumstances: "Trae gorra.",
        notes: [{ madeContact: true, text: "x" }],
      });
    }
  });

  test("the default namespace, other prefixes, feeds around it, CDATA and numbered characters are read", () => {
    const body = `<q:person><q:person_record_id>x.invalid/1</q:person_record_id>
      <q:full_name><![CDATA[Ana <3> &amp; ]]>Ru&#237;&#x7A;</q:full_name></q:person>`;
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><content>
      <q:pfif xmlns:q="http://zesty.ca/pfif/1.3">${body}</q:pfif></content></entry></feed>`;
    const plain = `<pfif xmlns="http://zesty.ca/pfif/1.3">${body.replaceAll("q:", "")}</pfif>`;
    for (const text of [feed, plain]) {
      expect(readPfif(bytes(text))).toMatchObject({
        errors: [],
        records: [{ fields: { name: "Ana <3> &amp; Ruíz" } }],
      });
    }
  });

  test("the id may come last, and notes beside a person find it", () => {
    const note = `<pfif:note><pfif:note_record_id>x.invalid/n</pfif:note_record_id>
      <pfif:person_record_id>x.invalid/1</pfif:person_record_id><pfif:text>aparte</pfif:text></pfif:note>`;
    const result = readPfif(pfif(`${note}${person("1")}${note.replace("invalid/1", "invalid/9")}`));
    expect(result.records[0]?.fields.notes).toMatchObject([{ text: "aparte" }]);
    expect(errors(result)).toEqual(["x.invalid/n 4 note-without-person"]);
  });

  test("an erased record is listed, and is no report", () => {
    const gone = `<pfif:person><pfif:person_record_id>x.invalid/1</pfif:person_record_id>
      <pfif:expiry_date>2026-02-16T02:07:57Z</pfif:expiry_date><pfif:full_name></pfif:full_name></pfif:person>`;
    const result = readPfif(pfif(gone));
    expect(result).toMatchObject({
      records: [],
      errors: [],
      expired: [{ recordId: "x.invalid/1", line: 3 }],
    });
  });

  test("the first of two records with one id counts, unless it is damaged", () => {
    expect(errors(readPfif(pfif(person("1") + person("1"))))).toEqual(["x.invalid/1 3 id-repeated"]);
    const broken = person("1").replace("</pfif:full_name>", "");
    const result = readPfif(pfif(`${broken}\n${person("1")}`));
    expect(names(result)).toEqual(["Persona 1"]);
    expect(errors(result)).toEqual(["x.invalid/1 3 malformed"]);
  });

  test("records of other domains are taken when the caller allows it", () => {
    const body = person("1") + person("2").replace("x.invalid", "y.invalid");
    expect(names(readPfif(pfif(body)))).toEqual(["Persona 1"]);
    expect(names(readPfif(pfif(body), { anyDomain: true }))).toEqual(["Persona 1", "Persona 2"]);
  });
});

describe("what is no PFIF, or means harm", () => {
  test.each([
    ["", "not-xml"],
    ["hola", "not-xml"],
    ["<rss><channel/></rss>", "not-pfif"],
    ['<pfif:pfif xmlns:pfif="http://example.invalid/pfif/1.4"></pfif:pfif>', "not-pfif"],
    ['<pfif:pfif xmlns:pfif="http://zesty.ca/pfif/9.9"></pfif:pfif>', "unknown-version"],
    ["<pfif><person/></pfif>", "not-pfif"],
    ['{"person":1}', "not-xml"],
    ["PK\u0003\u0004 <<<>>><a", "not-xml"],
  ])("%j is refused as %s", (text, code) => {
    const result = readPfif(bytes(text));
    expect(result.records).toEqual([]);
    expect(result.errors.map((error) => error.code)).toEqual([code]);
  });

  test("a document type refuses the file, so that no entity is ever defined", () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>`;
    const result = readPfif(
      bytes(`<?xml version="1.0"?>\n${bomb}\n${new TextDecoder().decode(pfif(person("1")))}`),
    );
    expect(result.records).toEqual([]);
    expect(errors(result)).toEqual(["2 doctype-refused"]);
  });

  test("an entity that XML does not have costs its record", () => {
    const result = readPfif(
      pfif(
        person("1", "<pfif:description>&xxe;</pfif:description>") +
          person("2", "<pfif:other>A & B</pfif:other>"),
      ),
    );
    expect(names(result)).toEqual(["Persona 2"]);
    expect(errors(result)).toEqual(["x.invalid/1 3 malformed"]);
  });

  test("deep nesting and size are bounded", () => {
    const deep = readPfif(pfif("<a>".repeat(100_000)));
    expect(errors(deep)).toEqual(["3 nested-too-deep"]);
    const large = readPfif(new Uint8Array(MAX_IMPORT_BYTES + 1));
    expect(errors(large)).toEqual(["1 too-large"]);
  });

  test("thousands of persons and of stray signs are read in good time", () => {
    const body = Array.from({ length: 3000 }, (_, at) => person(String(at))).join("\n");
    const started = performance.now();
    expect(readPfif(pfif(body)).records).toHaveLength(3000);
    readPfif(bytes("<".repeat(1_000_000)));
    readPfif(bytes(`${"<a ".repeat(100_000)}>`));
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test("any bytes give a result, and damage never adds a person", () => {
    const base = new TextDecoder().decode(
      pfif([1, 2, 3].map((at) => person(String(at), "<pfif:sex>male</pfif:sex>")).join("\n")),
    );
    const damage = fc.record({
      at: fc.nat(base.length),
      text: anyText(8),
      drop: fc.nat(20),
    });
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
        const text = damages.reduce(
          (now, { at, text: put, drop }) => now.slice(0, at) + put + now.slice(at + drop),
          base,
        );
        const { records } = readPfif(bytes(text), { anyDomain: true });
        expect(records.length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        expect(readPfif(noise).records).toEqual([]);
      }),
    );
  });
});

test("a parser that is not ours finds the same texts in well-formed files", () => {
  const other = new XMLParser({
    removeNSPrefix: true,
    parseTagValue: false,
    isArray: (name) => name === "person",
  });
  const escape = (text: string): string =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
  const word = fc.stringMatching(/^[A-Za-zñÑáéí'][A-Za-zñ<>&"' ]{0,20}[a-z]$/u);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (given) => {
      const body = given
        .map((name, at) => person(String(at)).replace(/Persona \d+/u, () => escape(name)))
        .join("<!-- <x> -->");
      const file = pfif(body);
      const parsed = other.parse(new TextDecoder().decode(file)) as {
        pfif: { person: { full_name: string }[] };
      };
      const found = parsed.pfif.person.map((one) => one.full_name.replace(/\s+/gu, " ").trim());
      expect(names(readPfif(file))).toEqual(found);
    }),
  );
});

describe("Person Finder's own samples", () => {
  const summary = (file: Uint8Array): readonly unknown[] => {
    const result = readPfif(file);
    const cards = JSON.stringify(result.records.map(({ fields }) => extractCard(fields)));
    expect(cards).not.toMatch(
      /author|inna|example\.com|_test_text|_test_description|location|phone|email|street/u,
    );
    return [result.records.map(({ recordId }) => recordId), errors(result), result.expired.length];
  };

  const ONE = ["test.google.com/person.21009"];
  test.each([
    ["test.pfif-1.4.xml", [ONE, [], 0]],
    ["test.pfif-1.2.xml", [ONE, [], 0]],
    ["test.pfif-1.2-badrecord.xml", [ONE, ["foo.google.com/person.666 79 other-domain"], 0]],
  ])("%s", (name, expected) => {
    expect(summary(own(`person-finder/${name}`))).toEqual(expected);
  });
});

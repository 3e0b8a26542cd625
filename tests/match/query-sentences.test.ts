/** A line of free text that is a sentence, or a whole report, read with the places of the gazetteer. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createPersonIndex } from "#match";
import { parseCountry } from "#model";
import { loadGazetteer } from "../../src/match/gazetteer/index.ts";
import type { SearchablePerson } from "../../src/match/person-index.ts";
import { type Known, readQuery } from "../../src/match/query/query.ts";
import { soundOf } from "../../src/match/words/sound.ts";
import { fold, wordsOf } from "../../src/match/words/words.ts";
import { anyText } from "../model/any-text.ts";

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(" "));
const NAMES = setOf(
  "wilmer lopez tut rosa caal elmer hernandez chepe jose angel maria cruz perez juan leon ana nieto paz israel flores julio",
);
const MARKS = setOf("rosa golondrina brazo izquierdo izquierda tatuaje cicatriz sula");
const gazetteer = await loadGazetteer();

const KNOWN: Known = {
  placeAt: (words) => gazetteer.beginsWith(words),
  isName: (word) => NAMES.has(word),
  soundsLikeName: (word) => [...NAMES].some((name) => soundOf(name) === soundOf(word)),
  isMark: (word) => MARKS.has(word),
  countryOf: parseCountry,
};
const reading = (text: string, known = KNOWN) => readQuery(text, known, 2026);

type Case = readonly [string, SearchablePerson];
const reads = (cases: readonly Case[]): void => {
  test.each(cases)("%s", (text, person) => expect(reading(text)).toEqual(person));
};

describe("a place ends a mark and a relative", () => {
  reads([
    ["wilmer tatuaje rosa san pedro sula", { name: "wilmer", marks: "tatuaje rosa", town: "san pedro sula" }],
    [
      "wilmer tatuaje rosa tapachula lopez",
      { name: "wilmer lopez", marks: "tatuaje rosa", town: "tapachula" },
    ],
    [
      "wilmer cicatriz en la ceja yoro",
      { name: "wilmer", marks: "cicatriz la ceja", state: "yoro", country: "HN" },
    ],
    ["wilmer tatuaje de leon", { name: "wilmer", marks: "tatuaje de leon" }],
    ["wilmer tatuaje cruz tapachula", { name: "wilmer cruz", marks: "tatuaje", town: "tapachula" }],
    ["wilmer tatuaje diamante", { name: "wilmer", marks: "tatuaje diamante" }],
    ["wilmer de san pedro sula, tapachula", { name: "wilmer", town: "san pedro sula" }],
    ["wilmer tatuaje corazon negro", { name: "wilmer", marks: "tatuaje corazon negro" }],
    [
      "wilmer tatuaje virgen de guadalupe honduras",
      { name: "wilmer", marks: "tatuaje virgen de guadalupe", country: "HN" },
    ],
    ["hermano de wilmer de tapachula", { relatives: ["wilmer"], town: "tapachula" }],
    [
      "elmer hermano de wilmer tapachula lopez",
      { name: "elmer lopez", relatives: ["wilmer"], town: "tapachula" },
    ],
    ["tatuaje con el nombre Maria", { marks: "tatuaje nombre Maria" }],
    ["wilmer tatuaje de Maria", { name: "wilmer", marks: "tatuaje de Maria" }],
  ]);
});

describe("names that are places too", () => {
  reads([
    ["maria de la cruz perez", { name: "maria de la cruz perez" }],
    ["juan de leon", { name: "juan de leon" }],
    ["juan de leon guatemala", { name: "juan de leon", country: "GT" }],
    ["jose maria lopez", { name: "jose maria lopez" }],
    ["jose angel hernandez", { name: "jose angel hernandez" }],
    ["pedro lopez", { name: "pedro lopez" }],
    ["israel lopez", { name: "israel lopez" }],
    ["wilmer de israel", { name: "wilmer", country: "IL" }],
    ["chepe ernandes tapachula", { name: "chepe ernandes", town: "tapachula" }],
    ["chepe ernandes", { name: "chepe ernandes" }],
    ["chepe palencia tapachula", { name: "chepe palencia", town: "tapachula" }],
    ["chepe palencia", { name: "chepe", town: "palencia" }],
    ["chepe de palencia en tapachula", { name: "chepe", town: "palencia" }],
    ["juan 20 años de leon", { name: "juan", age: 20, town: "leon" }],
    ["juan, de leon", { name: "juan", town: "leon" }],
    ["wilmer la paz", { name: "wilmer", town: "la paz" }],
    ["wilmer en leon", { name: "wilmer", town: "leon" }],
    ["wilmer from leon", { name: "wilmer", town: "leon" }],
    ["wilmer de benito juarez", { name: "wilmer", town: "benito juarez" }],
    ["wilmer ciudad hidalgo", { name: "wilmer", town: "ciudad hidalgo" }],
    ["ana nieto", { name: "ana nieto" }],
  ]);
});

describe("little words name nobody", () => {
  reads([
    ["wilmer de la", { name: "wilmer" }],
    ["wilmer y en con por lopez", { name: "wilmer lopez" }],
    ["se llama wilmer", { name: "wilmer" }],
    ["buscamos a wilmer", { name: "wilmer" }],
    ["wilmer con cicatriz", { name: "wilmer", marks: "cicatriz" }],
    ["alguien vio a wilmer", { name: "wilmer" }],
    ["maria a lopez", { name: "maria a lopez" }],
    ["a lopez", { name: "a lopez" }],
    ["hello constructor __proto__", { name: "hello constructor proto" }],
  ]);
});

describe("who is sought, and who is told beside them", () => {
  const sought = { name: "Wilmer Lopez", sex: "male" };
  reads([
    ["busco a mi hijo Wilmer Lopez", sought],
    ["busco a mi hijo, se llama Wilmer Lopez", sought],
    ["estoy buscando a mi hijo Wilmer Lopez", sought],
    ["mi hijo Wilmer Lopez", sought],
    ["Busco al hermano Wilmer Lopez", sought],
    ["looking for my son Wilmer Lopez", sought],
    ["m ap chache frè mwen Wilmer Lopez", sought],
    ["je cherche mon fils Wilmer Lopez", sought],
    ["Rosa Caal busca a su hijo Wilmer Lopez", { ...sought, relatives: ["Rosa Caal"] }],
    ["soy Rosa Caal y busco a mi hijo Wilmer Lopez", { ...sought, relatives: ["Rosa Caal"] }],
    ["Wilmer Lopez hijo de Rosa Caal", { name: "Wilmer Lopez", relatives: ["Rosa Caal"] }],
    ["hijo de Rosa Caal, Wilmer Lopez", { name: "Wilmer Lopez", relatives: ["Rosa Caal"] }],
    ["busco al hijo de Rosa Caal", { relatives: ["Rosa Caal"] }],
    [
      "Wilmer Lopez hijo de Rosa Caal y Elmer Tut",
      { name: "Wilmer Lopez", relatives: ["Rosa Caal", "Elmer Tut"] },
    ],
    [
      "Wilmer Lopez, mamá: Rosa Caal, papá: Elmer Tut",
      { name: "Wilmer Lopez", relatives: ["Rosa Caal", "Elmer Tut"] },
    ],
    ["Wilmer Lopez viajaba con su primo Elmer", { name: "Wilmer Lopez", relatives: ["Elmer"] }],
    ["Wilmer Lopez viajaba con Elmer", { name: "Wilmer Lopez", relatives: ["Elmer"] }],
    ["Wilmer Lopez, hijo de la señora Rosa", { name: "Wilmer Lopez", relatives: ["Rosa"] }],
    ["Wilmer sè Rosa", { name: "Wilmer", relatives: ["Rosa"] }],
    ["Wilmer se perdió", { name: "Wilmer" }],
  ]);
});

describe("nicknames", () => {
  const chepe = { name: "Wilmer Lopez", alternateNames: ["Chepe"] };
  reads([
    ["Wilmer Lopez alias Chepe", chepe],
    ["Wilmer Lopez alias el Chepe", chepe],
    ["Wilmer Lopez le dicen Chepe", chepe],
    ["Wilmer Lopez, le decían Chepe", chepe],
    ["Wilmer Lopez apodo: Chepe", chepe],
    ["Wilmer Lopez aka Chepe", chepe],
    ["Wilmer Lopez a.k.a. Chepe", chepe],
    ["Wilmer alias Chepe Lopez", chepe],
    ["alias Chepe", { alternateNames: ["Chepe"] }],
    ["Wilmer alias Mano Negra 20", { name: "Wilmer", alternateNames: ["Mano Negra"], age: 20 }],
  ]);

  test("they find who is called so", () => {
    const index = createPersonIndex({ countryOf: parseCountry, gazetteer });
    index.add("wilmer", { name: "Wilmer Tut Caal", alternateNames: ["Canche"], country: "GT" });
    index.add("elmer", { name: "Elmer Tut Caal", country: "GT" });
    const answer = index.search("busco a mi primo Tut, le dicen Canche, guatemalteco", { year: 2026 });
    expect(answer.kind === "hits" && answer.hits[0]?.id).toBe("wilmer");
    const alone = index.search("alias canche");
    expect(alone.kind === "hits" && alone.hits.map(({ id }) => id)).toEqual(["wilmer"]);
  });
});

describe("whole reports", () => {
  const yesica = {
    name: "Yésica Paola Xol Caal",
    age: 17,
    town: "Cobán",
    state: "alta verapaz",
    country: "GT",
    marks: "cicatriz la ceja izquierda",
  };
  reads([
    [
      "Se busca a Yésica Paola Xol Caal, 17 años, de Cobán Alta Verapaz, salió el 3 de agosto, tiene una cicatriz en la ceja izquierda",
      yesica,
    ],
    [
      "se busca a yesica paola xol caal 17 años de coban alta verapaz salio el 3 de agosto tiene una cicatriz en la ceja izquierda",
      { ...yesica, name: "yesica paola xol caal", town: "coban" },
    ],
    [
      "SE BUSCA A YÉSICA PAOLA XOL CAAL DE 17 AÑOS, ORIGINARIA DE COBÁN, ALTA VERAPAZ. DESAPARECIÓ EL 03/08/2025 EN " +
        "TAPACHULA. VESTÍA BLUSA ROJA. TIENE UNA CICATRIZ EN LA CEJA IZQUIERDA. CUALQUIER INFORMACIÓN AL TEL 555 0110",
      {
        ...yesica,
        name: "YÉSICA PAOLA XOL CAAL",
        town: "COBÁN",
        marks: "CICATRIZ LA CEJA IZQUIERDA",
        lastContact: { at: "2025-08-03", place: "TAPACHULA" },
      },
    ],
    [
      "Buenas tardes, soy Rosa Caal y busco a mi hijo Wilmer Lopez de 20 años, salió de San Pedro Sula el 3 de agosto de 2024 " +
        "con su primo Elmer Hernández, nos llamó por última vez desde Tapachula",
      {
        name: "Wilmer Lopez",
        sex: "male",
        age: 20,
        town: "San Pedro Sula",
        relatives: ["Rosa Caal", "Elmer Hernández"],
        lastContact: { place: "Tapachula" },
      },
    ],
    [
      "Nombre: Wilmer Adán Tzoy\nEdad: 22 años\nOriginario de: Nebaj\nFecha de nacimiento: 12/05/1998\nSeñas: tatuaje de una rosa " +
        "en el brazo izquierdo.\nContacto: 555 0101",
      {
        name: "Wilmer Adán Tzoy",
        age: 22,
        town: "Nebaj",
        birthDate: "1998-05-12",
        marks: "tatuaje rosa brazo izquierdo",
      },
    ],
    [
      "Missing: Maria Lopez, age 17, last seen in Reynosa on May 3, 2024 wearing a red shirt. She has a scar on her left eyebrow. " +
        "Born May 12, 2007 in San Pedro Sula.",
      {
        name: "Maria Lopez",
        age: 17,
        birthDate: "2007-05-12",
        town: "San Pedro Sula",
        marks: "scar left eyebrow",
        lastContact: { at: "2024-05-03", place: "Reynosa" },
      },
    ],
    [
      "AYUDA!! Mi hermano Elmer Hernández salió de Yoro, Honduras el 15/03/2024 rumbo a Estados Unidos y no se ha comunicado. " +
        "Trabajaba en el campo. Tiene un tatuaje de golondrina. Su mamá Rosa Caal lo busca.",
      {
        name: "Elmer Hernández",
        sex: "male",
        state: "yoro",
        country: "HN",
        marks: "tatuaje de golondrina",
        relatives: ["Rosa Caal"],
      },
    ],
    [
      "M ap chache pitit fi mwen Rose Pierre ki gen 17 an, soti Jérémie",
      { name: "Rose Pierre", sex: "female", age: 17, town: "Jérémie" },
    ],
  ]);

  reads([
    ["Wilmer, desaparecido, Honduras", { name: "Wilmer", country: "HN" }],
    ["Wilmer desapareció en Reynosa, Tamaulipas", { name: "Wilmer", lastContact: { place: "Reynosa" } }],
    [
      "Wilmer desapareció en Reynosa. Honduras",
      { name: "Wilmer", country: "HN", lastContact: { place: "Reynosa" } },
    ],
    ["Wilmer desapareció ayer, originario de Tapachula", { name: "Wilmer", town: "Tapachula" }],
    [
      "Wilmer, visto el 3 de mayo de 2024 en Reynosa, y antes en Tapachula",
      { name: "Wilmer", lastContact: { at: "2024-05-03", place: "Reynosa" } },
    ],
    [
      "Wilmer llegó a Tapachula en mayo 2024. Es de Choloma",
      { name: "Wilmer", town: "Choloma", lastContact: { at: "2024-05", place: "Tapachula" } },
    ],
    ["Wilmer vestía una camisa de Reynosa", { name: "Wilmer" }],
    ["Desaparecido: Wilmer Lopez. Contacto: Pedro Xol", { name: "Wilmer Lopez" }],
    ["wilmer lopez, vestia blusa roja, falda azul, zapatos", { name: "wilmer lopez" }],
    [
      "Yorleny Xol, de San Pedro Sula, le gustaba jugar mucho fútbol con toda la gente. Nunca volvió. Rosa",
      { name: "Yorleny Xol Rosa", town: "San Pedro Sula" },
    ],
  ]);

  test("a name after a comma is a name in a short line, whoever bears it", () => {
    expect(reading("Tzoy, adan")).toEqual({ name: "Tzoy adan" });
  });

  test("they find the person", () => {
    const index = createPersonIndex({ countryOf: parseCountry, gazetteer });
    index.add("yesica", {
      name: "Jessica Paola Xol Caal",
      age: 17,
      country: "GT",
      town: "Cobán",
      sex: "female",
    });
    index.add("other", { name: "Paola Caal Tut", age: 40, country: "GT", town: "Cobán", sex: "female" });
    const answer = index.search(
      "Se busca a Yésica Paola Xol Caal, 17 años, de Cobán Alta Verapaz, salió el 3 de agosto de 2026 con rumbo al norte",
      { year: 2026 },
    );
    if (answer.kind === "refused") throw new Error(answer.reason.code);
    expect(answer.hits[0]?.id).toBe("yesica");
    expect(answer.hits[0]?.score).toBeGreaterThan(0.9);
    const codes = answer.hits[0]?.reasons.map(({ code }) => code) ?? [];
    expect(codes).not.toContain("name-missing");
    expect(codes).not.toContain("age-differs");
  });
});

describe("refusals", () => {
  test.each([
    ["San Pedro Sula 12/05/1998", "place-only"],
    ["de San Pedro Sula, 17 años en 2024", "place-only"],
    ["nacida el 12 de mayo de 1998 en Cobán", "place-only"],
    ["busco a mi hijo", "no-name"],
    ["busco a mi hijo de 20 años", "no-name"],
    ["busco a mi hijo, salió de Tapachula el 3 de agosto", "place-only"],
    ["viajaba con su primo", "no-name"],
    ["alias", "no-name"],
    ["le dicen J", "one-letter"],
    ["looking for my son", "no-name"],
    ["se llama", "no-name"],
    ["Buenas tardes", "no-name"],
    ["iba a Estados Unidos", "no-name"],
  ])("%s: %s", (text, code) => expect(reading(text)).toBe(code));
});

describe("any text", () => {
  const WORDS = (
    "Wilmer wilmer LOPEZ Xol busco a mi hijo de la y con 20 años 12/05/1998 1998 mayo tatuaje rosa cicatriz en San Pedro Sula " +
    "honduras alias Chepe salió el 3 agosto , . : - 20-25 le dicen primo viajaba soy busca su desapareció constructor __proto__ " +
    "20a 12th sè nacida menor edad hace tres"
  ).split(" ");
  const text = fc.oneof(
    anyText(60),
    fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join(" ")),
  );

  const told = (person: SearchablePerson): readonly string[] => [
    person.name ?? "",
    person.marks ?? "",
    person.town ?? "",
    ...(person.alternateNames ?? []),
    ...(person.relatives ?? []),
  ];

  test("is read the same each time, with no words that it does not have, or refused", () => {
    fc.assert(
      fc.property(text, (line) => {
        const read = reading(line);
        expect(reading(line)).toEqual(read);
        if (typeof read === "string") return;
        const words = new Set(wordsOf(line).map(({ folded }) => folded));
        for (const word of told(read).flatMap((part) => wordsOf(part))) expect(words).toContain(word.folded);
        expect(told(read).join(" ")).toMatch(/\p{L}|\p{N}/u);
        expect(Object.values(read)).not.toContain(undefined);
        const named = [read.name, read.marks, ...(read.alternateNames ?? []), ...(read.relatives ?? [])];
        expect(named.filter((part) => part !== undefined)).not.toHaveLength(0);
      }),
      { numRuns: 300 },
    );
  });

  test("a date or an age is one", () => {
    fc.assert(
      fc.property(text, (line) => {
        const read = reading(line);
        if (typeof read === "string") return;
        expect(read.birthDate ?? "1998").toMatch(/^(?:19|20)\d\d(?:-[01]\d(?:-[0-3]\d)?)?$/u);
        const { from, to } =
          typeof read.age === "object" ? read.age : { from: read.age ?? 0, to: read.age ?? 0 };
        expect(from).toBeLessThanOrEqual(to);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(120);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ["one word", "a".repeat(100_000)],
    ["one number", "1".repeat(100_000)],
    ["many words", "wilmer ".repeat(15_000)],
    ["many numbers", "12/".repeat(33_000)],
    ["signs", "-/. ".repeat(25_000)],
    ["signs after a word", `wilmer${"., ".repeat(33_000)}lopez`],
    ["little words", "de la ".repeat(16_000)],
    ["relatives", "hijo de rosa y ".repeat(7_000)],
    ["accents alone", "\u0301".repeat(100_000)],
    ["places", "tatuaje san pedro sula ".repeat(4_000)],
  ])("100,000 characters are read as far as a long report goes: %s", (_, line) => {
    let asked = 0;
    const counting: Known = {
      ...KNOWN,
      placeAt: (words) => {
        asked += 1;
        expect(words.length).toBeLessThanOrEqual(6);
        return KNOWN.placeAt(words);
      },
    };
    const read = reading(line, counting);
    expect(asked).toBeLessThanOrEqual(240);
    if (typeof read === "string") return;
    expect(told(read).flatMap((part) => part.split(" ")).length).toBeLessThanOrEqual(100);
    expect(fold(line)).toContain(
      fold(
        told(read)
          .find((part) => part !== "")!
          .split(" ")[0]!,
      ),
    );
  });
});

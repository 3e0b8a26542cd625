import { describe, expect, it, test } from "vitest";
import { createFormats, LANGUAGES, strengthOf, textsOf, wordReason, wordSides } from "#i18n";
import { type How, type Reason, speaksAgainst, type WordOf } from "#match";

type Worded = readonly [Reason, { readonly es: string; readonly en: string }];

const age = { asked: "20", found: "22" };
const dates = { asked: "2009-03-12", found: "2009-12-03" };
const towns = { asked: "Choloma", found: "Puerto Cortés" };

/** One for every code of the union: a code that is missing here does not compile. */
const BY_CODE: Readonly<Record<Reason["code"], Worded>> = {
  "given-name": [
    { code: "given-name", how: "same", asked: "jose", found: "José" },
    { es: "nombre: José", en: "name: José" },
  ],
  surname: [
    { code: "surname", how: "sounds", asked: "Ernandes", found: "Hernández" },
    {
      es: "apellido, suena igual: Ernandes ≈ Hernández",
      en: "surname, sounds the same: Ernandes ≈ Hernández",
    },
  ],
  "second-surname": [
    { code: "second-surname", how: "same", asked: "Mejía", found: "Mejía" },
    { es: "segundo apellido: Mejía", en: "second surname: Mejía" },
  ],
  name: [
    { code: "name", how: "similar", asked: "Adonai", found: "Adonay" },
    {
      es: "nombre o apellido, parecido: Adonai ≈ Adonay",
      en: "given name or surname, alike: Adonai ≈ Adonay",
    },
  ],
  "alternate-name": [
    { code: "alternate-name", how: "same", asked: "chepe", found: "Chepe" },
    { es: "apodo: Chepe", en: "nickname: Chepe" },
  ],
  relative: [
    { code: "relative", how: "similar", asked: "Jesica", found: "Yesika" },
    { es: "familiar, parecido: Jesica ≈ Yesika", en: "relative, alike: Jesica ≈ Yesika" },
  ],
  marks: [
    { code: "marks", how: "same", asked: "rosa", found: "Rosa" },
    { es: "señas: Rosa", en: "marks: Rosa" },
  ],
  "name-missing": [
    { code: "name-missing", asked: "Ruiz" },
    { es: "en su nombre no aparece: Ruiz", en: "not in their name: Ruiz" },
  ],
  "surnames-swapped": [
    { code: "surnames-swapped" },
    { es: "apellidos en otro orden", en: "surnames in another order" },
  ],
  age: [
    { code: "age", asked: "18", found: "18", then: "17", since: "2024" },
    { es: "edad compatible: 17 en 2024, 18 hoy", en: "age fits: 17 in 2024, 18 today" },
  ],
  "age-differs": [
    { code: "age-differs", ...age, found: "40" },
    { es: "otra edad: 40 años; se buscó 20", en: "another age: 40 years old; asked for 20" },
  ],
  "birth-date": [
    { code: "birth-date", asked: dates.found, found: dates.found },
    { es: "fecha de nacimiento: 3 dic 2009", en: "date of birth: 3 Dec 2009" },
  ],
  "birth-date-swapped": [
    { code: "birth-date-swapped", ...dates },
    {
      es: "día y mes de nacimiento cambiados: 3 dic 2009",
      en: "day and month of birth changed places: 3 Dec 2009",
    },
  ],
  "birth-date-partly": [
    { code: "birth-date-partly", asked: "2009-03-12", found: "2008-03-12" },
    {
      es: "fecha de nacimiento, igual en parte: 12 mar 2009 ≈ 12 mar 2008",
      en: "date of birth, the same in part: 12 Mar 2009 ≈ 12 Mar 2008",
    },
  ],
  "birth-date-differs": [
    { code: "birth-date-differs", asked: "2009", found: "1999-12" },
    { es: "otra fecha de nacimiento: diciembre de 1999", en: "another date of birth: December 1999" },
  ],
  "sex-differs": [{ code: "sex-differs" }, { es: "otro sexo", en: "another sex" }],
  town: [
    { code: "town", asked: "san pedro sula", found: "San Pedro Sula" },
    { es: "lugar: San Pedro Sula", en: "place: San Pedro Sula" },
  ],
  "town-alike": [
    { code: "town-alike", asked: "san pedro", found: "San Pedro Sula" },
    {
      es: "quizá el mismo lugar: san pedro ≈ San Pedro Sula",
      en: "perhaps the same place: san pedro ≈ San Pedro Sula",
    },
  ],
  "town-near": [
    { code: "town-near", ...towns, kilometres: "31" },
    {
      es: "lugar cercano: Puerto Cortés, a unos 31 km",
      en: "a place nearby: Puerto Cortés, some 31 km away",
    },
  ],
  department: [
    { code: "department", ...towns },
    {
      es: "mismo departamento o estado: Choloma y Puerto Cortés",
      en: "same department or state: Choloma and Puerto Cortés",
    },
  ],
  "town-differs": [
    { code: "town-differs", asked: "Choloma", found: "Danlí" },
    { es: "otro lugar: Danlí", en: "another place: Danlí" },
  ],
  country: [
    { code: "country", country: "HN" },
    { es: "país: Honduras", en: "country: Honduras" },
  ],
  "country-differs": [
    { code: "country-differs", country: "HT" },
    { es: "otro país: Haití", en: "another country: Haiti" },
  ],
  "arrived-after": [
    { code: "arrived-after", days: "12" },
    { es: "llegó 12 días después del último contacto", en: "came 12 days after the last contact" },
  ],
  "arrived-before": [
    { code: "arrived-before", days: "1" },
    { es: "llegó 1 día antes del último contacto", en: "came 1 day before the last contact" },
  ],
  "came-from": [
    { code: "came-from", asked: "Tapachula", found: "Tapachula, Chiapas" },
    {
      es: "viene de Tapachula, Chiapas, donde fue el último contacto",
      en: "comes from Tapachula, Chiapas, where the last contact was",
    },
  ],
  "too-far": [
    { code: "too-far", asked: "Tijuana", found: "Tegucigalpa", kilometres: "3904", days: "1" },
    {
      es: "del último contacto en Tijuana a Tegucigalpa hay 3904 km, en solo 1 día",
      en: "from the last contact in Tijuana to Tegucigalpa it is 3904 km, in only 1 day",
    },
  ],
  "relatives-differ": [{ code: "relatives-differ" }, { es: "otros familiares", en: "other relatives" }],
  "marks-differ": [{ code: "marks-differ" }, { es: "otras señas", en: "other marks" }],
};

/** One for every way in which a word is like another. */
const BY_HOW: Readonly<Record<How, Worded>> = {
  same: [
    { code: "given-name", how: "same", asked: "Ma", found: "María" },
    { es: "nombre: Ma ≈ María", en: "name: Ma ≈ María" },
  ],
  sounds: BY_CODE.surname,
  similar: BY_CODE.relative,
  nickname: [
    { code: "given-name", how: "nickname", asked: "Chepe", found: "José" },
    { es: "apodo: Chepe = José", en: "nickname: Chepe = José" },
  ],
  variant: [
    { code: "given-name", how: "variant", asked: "Jhon", found: "Juan" },
    { es: "nombre, otra forma: Jhon ≈ Juan", en: "name, another form: Jhon ≈ Juan" },
  ],
  begins: [
    { code: "surname", how: "begins", asked: "Her", found: "Hernández" },
    { es: "apellido, empieza igual: Her… ≈ Hernández", en: "surname, begins the same: Her… ≈ Hernández" },
  ],
};

const REST: readonly Worded[] = [
  [
    { code: "arrived-after", days: "0" },
    { es: "llegó por los días del último contacto", en: "came around the days of the last contact" },
  ],
  [
    { code: "too-far", asked: "Tijuana", found: "Yoro", kilometres: "3700", days: "0" },
    {
      es: "del último contacto en Tijuana a Yoro hay 3700 km, y fue en los mismos días",
      en: "from the last contact in Tijuana to Yoro it is 3700 km, in the same days",
    },
  ],
  [
    { code: "relative", how: "nickname", asked: "Lupe", found: "Guadalupe" },
    { es: "familiar, apodo: Lupe = Guadalupe", en: "relative, nickname: Lupe = Guadalupe" },
  ],
  [
    { code: "given-name", how: "same", asked: "Q'anil", found: "Qanil" },
    { es: "nombre: Qanil", en: "name: Qanil" },
  ],
  [
    { code: "age", ...age },
    { es: "edad compatible: 22 años", en: "age fits: 22 years old" },
  ],
  [
    { code: "age", asked: "1", found: "1" },
    { es: "edad compatible: 1 año", en: "age fits: 1 year old" },
  ],
  [
    { code: "age", asked: "36", found: "37-47", then: "35-45", since: "2024" },
    { es: "edad compatible: 35 a 45 en 2024, 37 a 47 hoy", en: "age fits: 35 to 45 in 2024, 37 to 47 today" },
  ],
  [
    { code: "age-differs", asked: "8-10", found: "18-120" },
    { es: "otra edad: 18 o más; se buscó 8 a 10", en: "another age: 18 or more; asked for 8 to 10" },
  ],
  [
    { code: "birth-date-differs", asked: "2009", found: "ayer" },
    { es: "otra fecha de nacimiento: ayer", en: "another date of birth: ayer" },
  ],
  [
    { code: "department", asked: "cortes", found: "Cortés" },
    { es: "mismo departamento o estado: Cortés", en: "same department or state: Cortés" },
  ],
  [
    { code: "town-near", ...towns, kilometres: "0" },
    { es: "lugar cercano: Puerto Cortés", en: "a place nearby: Puerto Cortés" },
  ],
];

const ALL = [...Object.values(BY_CODE), ...Object.values(BY_HOW), ...REST];
const told = ({ code, ...rest }: Reason): string => `${code} ${Object.values(rest).join(" ")}`;

describe.each(LANGUAGES)("reasons in %s", (language) => {
  const [texts, formats] = [textsOf(language), createFormats(language)];

  it.each(ALL.map(([reason, words]) => [told(reason), reason, words[language]] as const))(
    "%s",
    (_, reason, words) => {
      expect(wordReason(texts, reason, formats)).toBe(words);
    },
  );

  const words: readonly WordOf[] = [
    "given-name",
    "surname",
    "second-surname",
    "name",
    "alternate-name",
    "relative",
    "marks",
  ];
  it.each(words)("%s shows the word that is stored, in every way it may be alike", (code) => {
    for (const how of Object.keys(BY_HOW) as How[]) {
      const worded = wordReason(texts, { code, how, asked: "Chuy", found: "Jesús" }, formats);
      expect(worded).toContain("Jesús");
      expect(worded).not.toMatch(/[{}]|undefined/u);
    }
  });

  it("no two codes are worded the same", () => {
    const worded = Object.values(BY_CODE).map(([reason]) => wordReason(texts, reason, formats));
    expect(new Set(worded).size).toBe(worded.length);
  });
});

describe("sides", () => {
  const [texts, formats] = [textsOf("es"), createFormats("es")];

  it("has what speaks for first, each in its order, and none twice", () => {
    const reasons = Object.values(BY_CODE).map(([reason]) => reason);
    const sides = wordSides(texts, reasons, formats);
    expect(sides.map(({ side }) => side)).toEqual(["for", "against"]);
    expect(sides.flatMap((side) => side.reasons)).toEqual(
      [...reasons.filter((one) => !speaksAgainst(one)), ...reasons.filter(speaksAgainst)].map((one) =>
        wordReason(texts, one, formats),
      ),
    );
    expect(sides[1]!.reasons).toContain("otro sexo");
  });

  it("leaves out a side of which nothing is known", () => {
    const [reason] = BY_CODE.surname;
    expect(wordSides(texts, [reason], formats)).toEqual([
      { side: "for", reasons: ["apellido, suena igual: Ernandes ≈ Hernández"] },
    ]);
    expect(wordSides(texts, [], formats)).toEqual([]);
  });
});

test.each([
  [1, "much"],
  [0.9, "much"],
  [0.899, "some"],
  [0.1, "some"],
  [0.099, "little"],
  [0, "little"],
] as const)("a probability of %s is %s", (probability, strength) => {
  expect(strengthOf(probability)).toBe(strength);
});

/** News of who is sought: what stands, when it may be told whom to call, and that no death can be written into that. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isInPerson,
  NEWS_AGREED,
  NEWS_KINDS,
  newsState,
  type NewsWord,
  parseFields,
  reasonsToCall,
  standingNews,
  tellsOfDeath,
} from "#model";

const ID = "aaaqeayeaudaocajbifqydiob4";
const VOICES = [
  { device: "uno", name: "Lucía" },
  { device: "dos", name: "lucia" },
  { device: "tres", name: "Mateo" },
  { device: "cuatro", name: null },
  null,
];

const noted = fc
  .record({
    kind: fc.constant("noted" as const),
    id: fc.constantFrom("a", "b", "c", "d", "e", "f"),
    voice: fc.constantFrom(...VOICES),
    what: fc.constantFrom(...NEWS_KINDS),
    agreed: fc.constantFrom(...NEWS_AGREED, null),
  })
  .map((one) => ({ ...one, inPerson: isInPerson(one) }));
const takenBack = fc.record({
  kind: fc.constant("taken-back" as const),
  of: fc.constantFrom("a", "b", "c", "d", "e", "f"),
});
/** Each id is one statement. */
const words = fc
  .tuple(
    fc.uniqueArray(noted, { selector: ({ id }) => id, maxLength: 6 }),
    fc.uniqueArray(takenBack, { selector: ({ of }) => of, maxLength: 3 }),
  )
  .map(([some, others]): NewsWord[] => [...some, ...others]);

describe("what a house noted", () => {
  const one = (voice: (typeof VOICES)[number], id: string): NewsWord => ({
    ...{ kind: "noted", id, voice, what: "death", inPerson: true, agreed: null },
  });
  const [lucia, luciaToo, mateo, unnamed, nobody] = VOICES;
  const calls = (...said: readonly NewsWord[]): number => reasonsToCall(said, "free").length;

  test("of a death stands by two different people, and by no one's second word or second device", () => {
    expect(calls(one(lucia!, "a"))).toBe(0);
    expect(calls(one(lucia!, "a"), one(lucia!, "b"))).toBe(0);
    expect(calls(one(lucia!, "a"), one(luciaToo!, "b"))).toBe(0);
    expect(calls(one(lucia!, "a"), one(unnamed!, "b"))).toBe(0);
    expect(calls(one(lucia!, "a"), one(nobody ?? null, "b"))).toBe(0);
    expect(calls(one(lucia!, "a"), one(mateo!, "b"))).toBe(2);
    expect(calls(one(lucia!, "a"), one(mateo!, "b"), { kind: "taken-back", of: "b" })).toBe(0);
  });

  test("follows from the set of statements, in any order, with any of them twice", () => {
    fc.assert(
      fc.property(
        words,
        fc.constantFrom("free" as const, "kept" as const),
        fc.infiniteStream(fc.nat()),
        (said, person, dice) => {
          const shuffled = [...said, ...said.filter(({ kind }) => kind === "taken-back")]
            .map((word) => [dice.next().value, word] as const)
            .sort(([one], [other]) => one - other)
            .map(([, word]) => word);
          expect(reasonsToCall(shuffled, person)).toEqual(reasonsToCall(said, person));
          for (const each of standingNews(said))
            expect(newsState(shuffled, each)).toBe(newsState(said, each));
        },
      ),
    );
  });

  test("never asks anybody to call about a death that one person noted, nor of a living person who did not say yes", () => {
    fc.assert(
      fc.property(words, fc.constantFrom("free" as const, "kept" as const), (said, person) => {
        for (const reason of reasonsToCall(said, person)) {
          if (reason.inPerson) {
            const names = standingNews(said)
              .filter(({ inPerson }) => inPerson)
              .map(({ voice }) => voice?.name?.toLowerCase().replace("í", "i"));
            expect(new Set(names.filter((name) => name !== undefined)).size).toBeGreaterThan(1);
          } else {
            expect(person).toBe("free");
            expect(reason.agreed).not.toBeNull();
            if (reason.agreed === "authority") expect(["detained", "deported"]).toContain(reason.what);
          }
        }
      }),
    );
  });

  test("is spoken of in person by its kind, by who says it, or by the words in which it is written", () => {
    expect(isInPerson({ what: "other", heardFrom: "forensic-service" })).toBe(true);
    expect(isInPerson({ what: "hospital", confirmedBy: "la morgue del hospital" })).toBe(true);
    expect(isInPerson({ what: "hospital", heardFrom: "hospital", confirmedBy: "Dra. Vida" })).toBe(false);
  });

  test("counts no more once it is taken back, whatever comes after", () => {
    fc.assert(
      fc.property(words, (said) => {
        const back = said.flatMap((word) => (word.kind === "taken-back" ? [word.of] : []));
        for (const { id } of standingNews(said)) expect(back).not.toContain(id);
      }),
    );
  });
});

describe("whom to call", () => {
  const whom = (text: string) => parseFields("news-call", { to: ID, card: ID, whom: text }).kind;

  test.each(["Hna. Lucía, +52 555 0142", "Padre Alejandro (noche) 555-0142", "Rosa D'Ángelo", "Casa Uno"])(
    "is a name and a telephone: %s",
    (text) => {
      expect(whom(text)).toBe("ok");
    },
  );

  test.each([
    ..."Lucía, murió|Lucía por el FALLECIMIENTO|Semefo 555 0142|Lucía: es sobre el cuerpo|death of your son".split(
      "|",
    ),
    ..."Lucía, está sin vida|morgue|remains found|li mouri|décédé|obito|Lucía: llame|el difunto|x"
      .split("|")
      .slice(0, -1),
    "Lucía ".repeat(20),
    "mu\u200brió",
  ])("is no place for news: %s", (text) => {
    expect(whom(text)).toBe("bad");
  });

  test("never tells of a death, whatever is written", () => {
    const beginnings = ["muerto", "falleció", "Cadáver", "forense", "death", "body", "SEMEFO", "décès"];
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 30 }),
        fc.constantFrom(...beginnings),
        (text, word) => {
          const read = parseFields("news-call", { to: ID, card: ID, whom: `${text} ${word}` });
          expect(read.kind).toBe("bad");
        },
      ),
    );
  });

  test("and nothing else has room in what leaves", () => {
    for (const field of ["what", "heardFrom", "confirmedBy", "text", "note", "on", "agreed"]) {
      const read = parseFields("news-call", { to: ID, card: ID, [field]: "death" });
      expect(read).toMatchObject({ kind: "bad", problems: [{ code: "unknown-field" }] });
    }
  });

  test("knows words that tell from names that only look like them", () => {
    for (const name of ["Mortimer Vidal", "Dolores Restrepo Vida", "Amuerto"])
      expect(tellsOfDeath(name)).toBe(false);
    expect(tellsOfDeath("la muerte")).toBe(true);
  });
});

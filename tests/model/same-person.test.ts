/** Guests that are one person: what holds of any statements, in any order, and of who is put together and parted. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Link,
  linksToMerge,
  linksToPart,
  mergeGuests,
  onePersons,
  parseFields,
  type SaidLink,
} from "#model";

const GUESTS = ["a", "b", "c", "d", "e"] as const;

const pairs = GUESTS.flatMap((one, at) => GUESTS.slice(at + 1).map((other) => ({ one, other })));
const words = fc.constantFrom<readonly string[]>(["same"], ["apart"], ["same", "apart"], ["maybe"], []);
const anyLinks: fc.Arbitrary<readonly Link[]> = fc
  .subarray(pairs)
  .chain((chosen) => fc.tuple(...chosen.map((pair) => words.map((said) => ({ ...pair, said })))));
const twoGuests = fc.subarray([...GUESTS], { minLength: 2, maxLength: 2 }) as fc.Arbitrary<[string, string]>;

const same = (one: string, other: string): Link => ({ one, other, said: ["same"] });
const apart = (one: string, other: string): Link => ({ one, other, said: ["apart"] });

/** The links after these words were said over them. */
function after(links: readonly Link[], said: readonly SaidLink[]): readonly Link[] {
  const key = ({ one, other }: { one: string; other: string }): string => `${one} ${other}`;
  const all = new Map(links.map((link) => [key(link), link]));
  for (const link of said) all.set(key(link), { ...link, said: [link.said] });
  return [...all.values()];
}

/** What two devices said apart, come together: of one pair both words stand. */
function together(one: readonly Link[], other: readonly Link[]): readonly Link[] {
  return pairs.flatMap((pair) => {
    const known = [one, other].flatMap((links) =>
      links.filter((l) => l.one === pair.one && l.other === pair.other),
    );
    const said = [...new Set(known.flatMap((link) => link.said))];
    return known.length === 0 ? [] : [{ ...pair, said }];
  });
}

const membersOf = (links: readonly Link[], guest: string): readonly string[] =>
  onePersons(links).get(guest)?.members ?? [guest];

describe("who is one person", () => {
  test("is whoever hangs together, in chains and in circles", () => {
    const chain = [same("a", "b"), same("b", "c")];
    for (const guest of ["a", "b", "c"]) expect(membersOf(chain, guest)).toEqual(["a", "b", "c"]);
    expect(membersOf([...chain, same("a", "c")], "c")).toEqual(["a", "b", "c"]);
    expect(membersOf(chain, "d")).toEqual(["d"]);
  });

  test("nobody where one says otherwise of two of them; what was refused still holds for all of them", () => {
    const contested = [same("a", "b"), same("b", "c"), apart("a", "c")];
    expect(onePersons(contested).get("a")).toEqual({
      members: ["a"],
      linked: ["a", "b", "c"],
      maybe: ["a", "b", "c"],
    });
    const both: Link = { one: "a", other: "b", said: ["same", "apart"] };
    expect(onePersons([both]).get("b")).toEqual({ members: ["b"], linked: ["b"], maybe: ["a", "b"] });
    // a doubt about one of them does not part the others
    expect(membersOf([both, same("b", "c")], "c")).toEqual(["b", "c"]);
  });

  test("is the same for any order, parts the guests, and is never more than what somebody said", () => {
    fc.assert(
      fc.property(
        anyLinks.chain((links) =>
          fc.tuple(fc.constant(links), fc.shuffledSubarray([...links], { minLength: links.length })),
        ),
        ([links, shuffled]) => {
          const persons = onePersons(links);
          expect(new Map(onePersons(shuffled))).toEqual(new Map(persons));
          for (const [guest, { members, linked, maybe }] of persons) {
            expect(members).toContain(guest);
            for (const other of members) expect(persons.get(other)?.members).toEqual(members);
            for (const list of [members, linked, maybe]) expect([...list].sort()).toEqual(list);
            expect(linked.filter((other) => !maybe.includes(other))).toEqual([]);
            expect(members.filter((other) => !linked.includes(other))).toEqual([]);
          }
          for (const { one, other, said } of links)
            if (said.some((word) => word !== "same") || said.length === 0)
              expect(persons.get(one)?.members).not.toContain(other);
        },
      ),
    );
  });
});

describe("putting together and parting", () => {
  test("two are one when somebody says so, whatever was said before, and that says no more than it has to", () => {
    fc.assert(
      fc.property(anyLinks, twoGuests, (links, [a, b]) => {
        const before = onePersons(links);
        const said = linksToMerge(links, [a, b]);
        const now = after(links, said);
        const groups = [a, b].flatMap((guest) => before.get(guest)?.linked ?? [guest]);
        expect(membersOf(now, a)).toEqual([...new Set(groups)].sort());
        expect(linksToMerge(now, [a, b])).toEqual([]);
      }),
    );
  });

  test("who is parted stands alone, and the others stay together", () => {
    fc.assert(
      fc.property(anyLinks, twoGuests, (links, [from, out]) => {
        const before = onePersons(links).get(out);
        const said = linksToPart(links, { from, out });
        if (before?.maybe.includes(from) !== true) {
          expect(said).toBeNull();
          return;
        }
        const now = after(links, said ?? []);
        expect(onePersons(now).get(out)?.members).toEqual([out]);
        expect(onePersons(now).get(out)?.maybe).toEqual([out]);
        if (before.members.includes(from))
          expect(membersOf(now, from)).toEqual(before.members.filter((guest) => guest !== out));
      }),
    );
  });

  test("parting and putting together again gives the person that was", () => {
    const chain = [same("a", "b"), same("b", "c"), same("c", "d")];
    const parted = after(chain, linksToPart(chain, { from: "a", out: "c" }) ?? []);
    expect(membersOf(parted, "a")).toEqual(["a", "b", "d"]);
    expect(membersOf(parted, "c")).toEqual(["c"]);
    expect(membersOf(after(parted, linksToMerge(parted, ["c", "d"])), "a")).toEqual(["a", "b", "c", "d"]);
  });

  test("at two devices at once: nobody is shown as one of whom either said apart, and the next word settles it", () => {
    const deed = fc.record({ merges: fc.boolean(), pair: twoGuests });
    const act = (
      links: readonly Link[],
      { merges, pair: [from, out] }: { merges: boolean; pair: [string, string] },
    ) => after(links, merges ? linksToMerge(links, [from, out]) : (linksToPart(links, { from, out }) ?? []));
    fc.assert(
      fc.property(fc.array(deed), fc.array(deed), twoGuests, (mine, theirs, [a, b]) => {
        const here = mine.reduce(act, []);
        const there = theirs.reduce(act, []);
        const met = together(here, there);
        expect(new Map(onePersons(together(there, here)))).toEqual(new Map(onePersons(met)));
        for (const known of [...here, ...there])
          if (known.said.includes("apart")) expect(membersOf(met, known.one)).not.toContain(known.other);
        expect(membersOf(after(met, linksToMerge(met, [a, b])), a)).toContain(b);
      }),
    );
  });
});

describe("the fields of one person", () => {
  test("are those of all records; where they differ each value is told; permission only if each gave it", () => {
    const { fields, differing } = mergeGuests([
      {
        name: "Wilmer Xol",
        age: 19,
        country: "GT",
        findable: true,
        arrivedAt: "2026-11-21",
        relatives: ["Ana"],
      },
      {
        givenNames: "Wilmar",
        surnames: "Shol",
        age: 19,
        town: "Cobán",
        findable: false,
        arrivedAt: "2026-11-03",
      },
      {
        name: "Wilmer Xol",
        alternateNames: ["el Güero"],
        town: "San Pedro",
        relatives: ["Ana", "Luz"],
        findable: true,
      },
    ]);
    expect(fields).toEqual({
      name: "Wilmer Xol",
      alternateNames: ["Wilmar Shol", "el Güero"],
      ...{ age: 19, country: "GT", town: "Cobán", findable: false, arrivedAt: "2026-11-03" },
      relatives: ["Ana", "Luz"],
    });
    expect(differing).toEqual({
      findable: [true, false],
      arrivedAt: ["2026-11-21", "2026-11-03"],
      town: ["Cobán", "San Pedro"],
    });
  });

  test("of one record are that record's", () => {
    const record = { givenNames: "Ana", surnames: "Luz", alternateNames: ["Anita"], age: { from: 3, to: 4 } };
    expect(mergeGuests([record])).toEqual({ fields: record, differing: {} });
  });
});

test("a statement names the two in order", () => {
  const [one, other] = ["aaaqeayeaudaocajbifqydiob4", "aebagbafaydqqcikbmga2dqpca"];
  expect(parseFields("same-person", { one, other, said: "same" }).kind).toBe("ok");
  expect(parseFields("same-person", { one: other, other: one, said: "same" })).toMatchObject({ kind: "bad" });
  expect(parseFields("same-person", { one, other: one, said: "apart" })).toMatchObject({ kind: "bad" });
});

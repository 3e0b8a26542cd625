/** Journeys: when and where somebody was last heard of, beside when people came and from where. */
import { beforeAll, describe, expect, test } from "vitest";
import { createPersonIndex, type Gazetteer, type Hit, loadGazetteer, type SearchablePerson } from "#match";
import { daysBetween, daysOf } from "../../src/match/journeys.ts";

let gazetteer: Gazetteer;
beforeAll(async () => {
  gazetteer = await loadGazetteer();
});

describe("days", () => {
  const between = (one: string, other: string) => daysBetween(daysOf(one)!, daysOf(other)!);

  test("from one day to another", () => {
    expect(between("2026-02-27", "2026-03-02")).toBe(3);
    expect(between("2026-03-02", "2026-02-27")).toBe(-3);
    expect(between("2026-03-02", "2026-03-02T23:10:00Z")).toBe(0);
  });
  test("of a month, its nearest day counts", () => {
    expect(between("2026-02", "2026-02-11")).toBe(0);
    expect(between("2026-02", "2026-03-04")).toBe(4);
    expect(between("2026-03-04", "2026-02")).toBe(-4);
  });
  test.each(["2026", "", "ayer", "2026-02-xx", undefined])("%s is no day", (text) =>
    expect(daysOf(text)).toBeNull(),
  );
});

const WILMER = { givenNames: "Wilmer Adán", surnames: "Mejía Caal", sex: "male" };
const OTHERS: readonly SearchablePerson[] = Array.from({ length: 300 }, (_, at) => ({
  name: `Persona ${String.fromCodePoint(97 + (at % 26))}${String.fromCodePoint(97 + (at % 23))}`,
  arrivals: [
    {
      at: `${String(2024 + (at % 3))}-0${String(1 + (at % 9))}-15`,
      from: at % 3 === 0 ? "Tapachula" : "Tenosique",
    },
  ],
}));

/** Who is asked for, among two of the same name and many others. */
function ask(asked: SearchablePerson, one: SearchablePerson, other: SearchablePerson): readonly Hit[] {
  const index = createPersonIndex({ gazetteer });
  for (const [at, person] of OTHERS.entries()) index.add(String(at), person);
  index.add("one", { ...WILMER, ...one });
  index.add("other", { ...WILMER, ...other });
  return index.match({ name: "Wilmer Mejía", ...asked }, { year: 2026 });
}
const came = (at: string, from?: string): SearchablePerson => ({
  arrivals: [{ at, ...(from === undefined ? {} : { from }) }],
});
const scoreOf = (hits: readonly Hit[], id: string) => hits.find((hit) => hit.id === id)!.score;
const reasonsOf = (hits: readonly Hit[], id: string) =>
  hits.find((hit) => hit.id === id)!.reasons.filter(({ code }) => !["given-name", "surname"].includes(code));

describe("of two of one name", () => {
  test("who came soon after the last contact is likelier", () => {
    const hits = ask({ lastContact: { at: "2026-03-01" } }, came("2026-03-13"), came("2024-03-13"));
    expect(scoreOf(hits, "one")).toBeGreaterThan(3 * scoreOf(hits, "other"));
    expect(reasonsOf(hits, "one")).toEqual([{ code: "arrived-after", days: "12" }]);
    expect(reasonsOf(hits, "other")).toEqual([]);
  });
  test("who called from the shelter came before it", () => {
    const hits = ask({ lastContact: { at: "2026-03-01" } }, came("2026-02-20"), came("2024-03-13"));
    expect(scoreOf(hits, "one")).toBeGreaterThan(scoreOf(hits, "other"));
    expect(reasonsOf(hits, "one")).toEqual([{ code: "arrived-before", days: "9" }]);
  });
  test("who came from where they were last heard of is likelier, near it too", () => {
    for (const from of ["Tapachula", "Cd. Hidalgo, Chiapas"]) {
      const hits = ask(
        { lastContact: { place: "Tapachula" } },
        came("2026-03-13", from),
        came("2026-03-13", "Saltillo"),
      );
      expect(scoreOf(hits, "one"), from).toBeGreaterThan(scoreOf(hits, "other"));
      expect(reasonsOf(hits, "one")).toEqual([{ code: "came-from", asked: "Tapachula", found: from }]);
    }
  });
  test("who cannot have come so far is less likely", () => {
    const lastContact = { at: "2026-03-01", place: "Tijuana" };
    const hits = ask({ lastContact }, came("2026-03-02"), came("2026-03-02", "Tegucigalpa"));
    expect(scoreOf(hits, "one")).toBeGreaterThan(2 * scoreOf(hits, "other"));
    const [reason] = reasonsOf(hits, "other");
    expect(reason).toMatchObject({ code: "too-far", asked: "Tijuana", found: "Tegucigalpa", days: "1" });
  });
  test("of those who came several times, the time that fits best speaks", () => {
    const twice = { arrivals: [{ at: "2024-01-01" }, { at: "2026-03-04" }, { at: "2026-09-01" }] };
    const hits = ask({ lastContact: { at: "2026-03-01" } }, twice, came("2024-03-13"));
    expect(reasonsOf(hits, "one")).toEqual([{ code: "arrived-after", days: "3" }]);
  });
  test("a guest's own day of arrival counts where no arrivals are told", () => {
    const hits = ask(
      { lastContact: { at: "2026-03-01" } },
      { arrivedAt: "2026-03-04T10:00:00Z" },
      came("2024-03-13"),
    );
    expect(reasonsOf(hits, "one")).toEqual([{ code: "arrived-after", days: "3" }]);
  });
});

describe("what says nothing", () => {
  test("a year alone, and a guest of whom no arrival is known", () => {
    for (const lastContact of [{ at: "2026" }, { at: "ayer", place: "" }, {}]) {
      const hits = ask({ lastContact }, came("2026-03-13"), came("2024-03-13"));
      expect(scoreOf(hits, "one")).toBe(scoreOf(hits, "other"));
    }
    const unknown = ask({ lastContact: { at: "2026-03-01" } }, {}, {});
    expect(scoreOf(unknown, "one")).toBe(scoreOf(unknown, "other"));
  });

  test("in a house where everybody came these days, to have come these days", () => {
    const score = (asked: SearchablePerson) => {
      const index = createPersonIndex({ gazetteer });
      for (let at = 0; at < 300; at += 1)
        index.add(String(at), { name: `Persona ${String(at)}`, ...came("2026-03-10") });
      index.add("wilmer", { ...WILMER, ...came("2026-03-12") });
      return scoreOf(index.match({ name: "Wilmer Mejía", ...asked }), "wilmer");
    };
    expect(score({ lastContact: { at: "2026-03-01" } })).toBeCloseTo(score({}), 2);
  });

  test("a journey alone finds nobody", () => {
    const index = createPersonIndex({ gazetteer });
    index.add("wilmer", { ...WILMER, ...came("2026-03-12", "Tapachula") });
    expect(index.match({ name: "Zoraida", lastContact: { at: "2026-03-11", place: "Tapachula" } })).toEqual(
      [],
    );
  });
});

test("who is taken away, or changed, is counted no more", () => {
  const build = (ids: readonly string[]) => {
    const index = createPersonIndex({ gazetteer });
    for (const id of ids) index.add(id, { ...WILMER, ...came(`2026-0${id}-13`, "Tapachula") });
    return index;
  };
  const asked = { name: "Wilmer Mejía", lastContact: { at: "2026-03-01", place: "Tapachula" } };
  const changed = build(["3", "5", "7"]);
  changed.add("5", { ...WILMER, ...came("2024-05-13", "Saltillo") });
  changed.remove("5");
  changed.remove("7");
  expect(changed.match(asked)).toEqual(build(["3"]).match(asked));
});

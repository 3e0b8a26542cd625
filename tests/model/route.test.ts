/** Services, boards and notices of the route: what is taken, how old it is, and what of several words counts. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ACCEPTED,
  boardAfter,
  boardStanding,
  correctionsOf,
  dayAfter,
  daysBetween,
  noticeState,
  parseFields,
  readBoardWish,
  saidAge,
  serviceFreshness,
  serviceStanding,
  type ServiceVoice,
  settledBoard,
} from "#model";

const TODAY = "2026-11-23";
const NOW = Date.parse("2026-11-23T12:00:00Z");
const HOUR = 60 * 60_000;
const ago = (hours: number): string => `${new Date(NOW - hours * HOUR).toISOString().slice(0, 19)}Z`;

const codesOf = (kind: "service" | "notice" | "service-word", fields: object): readonly string[] => {
  const read = parseFields(kind, fields);
  return read.kind === "ok" ? [] : read.problems.map(({ field, code }) => `${field}: ${code}`);
};

describe("a service", () => {
  const CLINIC = { name: "Consultorio San José", type: "health", offers: ["medical"], confirmedOn: TODAY };

  test("is read as people write it", () => {
    expect(parseFields("service", { ...CLINIC, offers: "legal; Medical", accepts: "women, men" })).toEqual({
      kind: "bad",
      problems: [{ field: "accepts", code: "unknown-choice" }],
    });
    const read = parseFields("service", {
      ...CLINIC,
      offers: "legal; Medical; medical",
      accepts: "minors alone|men",
      confirmedOn: "23/11/2026",
    });
    expect(read).toMatchObject({
      fields: {
        offers: ["medical", "legal"],
        accepts: ["men", "minors-alone"],
        confirmedOn: TODAY,
        status: "open",
      },
    });
  });

  test("needs a name, a type, what it offers and the day on which somebody made sure", () => {
    expect(codesOf("service", {})).toEqual([
      "name: required",
      "type: required",
      "offers: required",
      "confirmedOn: required",
    ]);
    expect(codesOf("service", { ...CLINIC, confirmedOn: "noviembre de 2026" })).toEqual([
      "confirmedOn: bad-day",
    ]);
    expect(codesOf("service", { ...CLINIC, name: "a".repeat(121) })).toEqual(["name: too-long"]);
    expect(codesOf("service", { ...CLINIC, note: "a".repeat(601) })).toEqual(["note: too-long"]);
    expect(codesOf("service", { ...CLINIC, guest: "Ana" })).toEqual(["guest: unknown-field"]);
    // the telephone of an institution is what the directory is for
    expect(codesOf("service", { ...CLINIC, phone: "+52 555 0142" })).toEqual([]);
  });

  test("is fresh for thirty days, old for a year, then in no list; a day ahead of today says nothing", () => {
    const freshness = (days: number) => serviceFreshness(dayAfter(TODAY, -days), TODAY);
    expect([0, 30, 31, 365, 366].map(freshness)).toEqual(["fresh", "fresh", "old", "old", "stale"]);
    expect([-1, -2].map(freshness)).toEqual(["fresh", "unclear"]);
    expect(serviceFreshness("", TODAY)).toBe("unclear");
  });
});

describe("what several houses say of a service", () => {
  const voice = (site: string, fields: object, conflicts = {}): ServiceVoice => ({
    ...{ site, conflicts },
    fields: { status: "open", ...(fields as Readonly<Record<string, unknown>>) },
  });
  const noted = voice("a", {
    name: "Clínica",
    phone: "555 0101",
    hours: "8 a 14",
    confirmedOn: "2026-11-01",
  });
  const standing = (words: readonly ServiceVoice[], note = noted) =>
    serviceStanding(note, { words, today: TODAY });

  test("whoever made sure last counts, and the other's word is kept beside it with its house", () => {
    const after = standing([voice("b", { phone: "555 0199", confirmedOn: "2026-11-20" })]);
    expect(after).toMatchObject({
      confirmedOn: "2026-11-20",
      confirmedBy: "b",
      freshness: "fresh",
      agree: 2,
    });
    expect(after.fields).toEqual({ name: "Clínica", phone: "555 0199", hours: "8 a 14" });
    expect(after.others).toEqual([{ field: "phone", site: "a", value: "555 0101" }]);
    const before = standing([voice("b", { phone: "555 0199", confirmedOn: "2026-10-20" })]);
    expect(before.fields.phone).toBe("555 0101");
    expect(before.others).toEqual([{ field: "phone", site: "b", value: "555 0199" }]);
  });

  test("closed counts until a later day says open again", () => {
    const closed = voice("b", { status: "closed", confirmedOn: "2026-11-10" });
    expect(standing([closed]).status).toBe("closed");
    expect(standing([closed, voice("c", { confirmedOn: "2026-11-10" })]).status).toBe("closed");
    expect(standing([closed, voice("c", { confirmedOn: "2026-11-11" })]).status).toBe("open");
    // two devices of one house at once
    const both = voice("b", { confirmedOn: "2026-11-10" }, { status: ["open", "closed"] });
    expect(standing([both]).status).toBe("closed");
  });

  test("a day ahead of today never counts for more than a true one, and never makes it fresh", () => {
    const ahead = voice("b", { phone: "555 0666", status: "closed", confirmedOn: "2030-01-01" });
    const after = standing([ahead]);
    expect(after).toMatchObject({
      status: "open",
      confirmedBy: "a",
      confirmedOn: "2026-11-01",
      freshness: "fresh",
    });
    expect(after.fields.phone).toBe("555 0101");
    expect(after.others).toEqual([{ field: "phone", site: "b", value: "555 0666" }]);
  });

  test("is the same in any order of arrival", () => {
    const words = fc.array(
      fc.record({
        site: fc.constantFrom("b", "c", "d", "e"),
        day: fc.integer({ min: -3, max: 400 }),
        phone: fc.option(fc.constantFrom("1", "2", "3"), { nil: undefined }),
        status: fc.constantFrom("open", "closed"),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(words, fc.integer(), (said, turn) => {
        const bySite = [...new Map(said.map((word) => [word.site, word])).values()];
        const voices = bySite.map(({ site, day, phone, status }) =>
          voice(site, {
            confirmedOn: dayAfter(TODAY, -day),
            status,
            ...(phone === undefined ? {} : { phone }),
          }),
        );
        const at = voices.length === 0 ? 0 : Math.abs(turn) % voices.length;
        const turned = [...voices.slice(at), ...voices.slice(0, at)].reverse();
        expect(standing(turned)).toEqual(standing(voices));
      }),
    );
  });

  test("a word says only what differs, and reads as wanted", () => {
    const wanted = { ...noted.fields, phone: "555 0133", place: "Ixtepec" };
    const corrections = correctionsOf(noted.fields, wanted);
    expect(corrections).toEqual({ phone: "555 0133", place: "Ixtepec" });
    expect(standing([voice("b", { ...corrections, confirmedOn: TODAY })]).fields).toMatchObject(corrections);
  });
});

describe("a board", () => {
  const said = { beds: { any: 12, women: 0 }, needs: { medicines: { note: "suero", urgent: true } } };

  test("carries the time of each value, and what is not named stays as it was said", () => {
    const first = boardAfter({}, { ...said, place: "Ixtepec" }, ago(30));
    const second = boardAfter(first, { beds: { any: 3 }, alerts: { full: {} } }, ago(0));
    const { beds, needs, alerts, place, saidAt } = boardStanding({ fields: second, conflicts: {} }, NOW);
    expect(place).toBe("Ixtepec");
    expect(beds).toEqual([
      { group: "any", free: 3, at: ago(0), age: "current" },
      { group: "women", free: 0, at: ago(30), age: "old" },
    ]);
    expect(needs).toMatchObject([{ need: "medicines", note: "suero", urgent: true, age: "current" }]);
    expect(alerts).toMatchObject([{ alert: "full", age: "current" }]);
    expect(saidAt).toBe(ago(0));
    const third = boardAfter(second, { beds: { women: null }, alerts: { full: null }, place: null }, ago(0));
    expect(Object.keys(third).sort()).toEqual(["beds", "needs"]);
    expect(parseFields("board", third)).toEqual({ kind: "ok", fields: third });
  });

  test("shows what is a day old as old, and after three days only that nobody knows", () => {
    expect([0, 24, 25, 72, 73].map((hours) => saidAge("beds", ago(hours), NOW))).toEqual([
      ...["current", "current", "old", "old", "gone"],
    ]);
    expect([-1, -2].map((hours) => saidAge("alerts", ago(hours), NOW))).toEqual(["current", "unclear"]);
    const fields = boardAfter({}, { ...said, alerts: { danger: { note: "retén" } } }, ago(80));
    const old = boardStanding({ fields, conflicts: {} }, NOW);
    expect(old.beds).toMatchObject([{ free: null, age: "gone" }, { free: null }]);
    expect(old.alerts).toEqual([]);
    expect(old.needs).toMatchObject([{ need: "medicines", age: "current" }]);
    expect(boardStanding({ fields, conflicts: {} }, NOW + 31 * 24 * HOUR).needs).toEqual([]);
  });

  test("of what two devices said at once reads the fewer beds, the older time and every alert", () => {
    const one = boardAfter({}, { beds: { any: 12 }, alerts: { full: {} } }, ago(2));
    const other = boardAfter({}, { beds: { any: 4, men: 2 }, alerts: { danger: {} } }, ago(1));
    const wholes = { fields: one, conflicts: { beds: [other["beds"]], alerts: [other["alerts"]] } };
    expect(boardStanding(wholes, NOW)).toMatchObject({
      beds: [
        { group: "any", free: 4, at: ago(2) },
        { group: "men", free: 2 },
      ],
      alerts: [{ alert: "full" }, { alert: "danger" }],
    });
    const parts = { fields: one, conflicts: { "beds.any.free": [3, 12], "beds.any.at": [ago(5), ago(2)] } };
    expect(boardStanding(parts, NOW).beds).toEqual([{ group: "any", free: 3, at: ago(5), age: "current" }]);
    expect(parseFields("board", settledBoard(wholes))).toMatchObject({ kind: "ok" });
  });

  test("has no beds of minors alone or of who is protected: their number would tell when somebody came", () => {
    const groups = [
      "minors-alone",
      "lgbt",
      ...ACCEPTED.filter((group) => !["men", "women", "families"].includes(group)),
    ];
    for (const group of groups)
      expect(readBoardWish({ beds: { [group]: 1 } })).toEqual({
        kind: "bad",
        problems: [{ field: `beds.${group}`, code: "unknown-choice" }],
      });
    expect(readBoardWish({ beds: { men: 1 } }).kind).toBe("ok");
  });

  test("refuses what is no number of beds, an unknown word, and a telephone in a text that all shelters read", () => {
    const codes = (wish: unknown): readonly string[] => {
      const read = readBoardWish(wish);
      return read.kind === "ok" ? [] : read.problems.map(({ field, code }) => `${field}: ${code}`);
    };
    expect(codes({ beds: { any: -1, men: 2.5, women: 2001 } })).toEqual([
      ...["beds.any: wrong-type", "beds.men: wrong-type", "beds.women: too-many"],
    ]);
    expect(codes({ needs: { gold: {} } })).toEqual(["needs.gold: unknown-choice"]);
    expect(codes({ alerts: { danger: { note: "llame a Ana, 555 014 0000" } } })).toEqual([
      "alerts.danger.note: contact-in-text",
    ]);
    expect(
      codes({ alerts: { danger: { note: "del 23/11/2026 al 24/11/2026, de 8:00 a 14:00 y 15:00-18:00" } } }),
    ).toEqual([]);
    expect(codes([])).not.toEqual([]);
    expect(codes({ people: [] })).toEqual(["people: unknown-field"]);
  });

  test("of another version leaves out what it does not know, and keeps the rest", () => {
    const read = parseFields("board", {
      beds: {
        any: { free: 3, at: ago(1) },
        tents: { free: 2, at: ago(1) },
        men: { free: "many", at: ago(1) },
      },
    });
    expect(read).toEqual({ kind: "ok", fields: { beds: { any: { free: 3, at: ago(1) } } } });
  });

  test("never throws, whatever stands there, and reads only what may be said", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (beds, needs, conflict) => {
        const written = {
          fields: { beds, needs },
          conflicts: { beds: [conflict], "beds.any": [conflict], "beds.any.free": [conflict] },
        };
        const { beds: told } = boardStanding(written, NOW);
        expect(told.every(({ free }) => free === null || Number.isInteger(free))).toBe(true);
        readBoardWish(beds);
      }),
    );
  });
});

describe("a notice", () => {
  const NOTICE = {
    kind: "danger",
    text: "No pase de noche por La Ventosa.",
    at: ago(1),
    validUntil: "2026-11-26",
  };
  const state = (fields: object, conflicts = {}, today = TODAY) =>
    noticeState({ fields: { ...NOTICE, ...fields }, conflicts }, today);

  test("stands until the end of its last day, and not after its house took it back", () => {
    expect([TODAY, "2026-11-26", "2026-11-27"].map((today) => state({}, {}, today))).toEqual([
      ...["current", "current", "over"],
    ]);
    expect(state({ ended: true })).toBe("over");
    expect(state({}, { ended: [true] })).toBe("over");
    expect(state({}, { validUntil: ["2026-11-22"] })).toBe("over");
    expect(state({ at: "2026-12-23T00:00:00Z" })).toBe("unclear");
  });

  test("is short, holds no telephone, and is valid for a month at most", () => {
    expect(codesOf("notice", NOTICE)).toEqual([]);
    expect(codesOf("notice", { ...NOTICE, text: "a".repeat(601) })).toEqual(["text: too-long"]);
    expect(codesOf("notice", { ...NOTICE, text: "Pregunte a Ana al 555 014 0000" })).toEqual([
      "text: contact-in-text",
    ]);
    expect(codesOf("notice", { ...NOTICE, validUntil: "2026-12-23" })).toEqual([]);
    expect(codesOf("notice", { ...NOTICE, validUntil: "2026-12-24" })).toEqual(["validUntil: too-far"]);
  });

  test("days are counted over the ends of months and years", () => {
    expect(daysBetween("2026-12-31", dayAfter("2026-12-31", 60))).toBe(60);
    expect(dayAfter("2028-02-28", 1)).toBe("2028-02-29");
  });
});

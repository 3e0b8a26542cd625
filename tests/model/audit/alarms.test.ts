/** What in an audit asks for a second look, and what does not. */
import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { type AuditAct, auditAlarms, auditDays, cardAlarms, type MadeRecord } from "#model";

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 10, 21, 12);
const hourOf = (at: number): number => new Date(at).getUTCHours();

const kindsOf = (acts: readonly AuditAct[], made: readonly MadeRecord[] = []): readonly string[] =>
  auditAlarms({
    noted: acts.map((act) => ({ site: "s1", device: "d1", act })),
    made,
    hourOf,
  }).map(({ kind }) => kind);

const openings = (count: number, every = 1000, from = NOON): AuditAct[] =>
  Array.from({ length: count }, (_, at) => ({
    did: "open",
    at: from + at * every,
    record: `r${String(at)}`,
  }));

describe("an alarm of openings", () => {
  test("rings once for an hour with many, and not at the limit", () => {
    expect(kindsOf(openings(40))).toEqual([]);
    expect(kindsOf(openings(41))).toEqual(["many-openings"]);
    expect(kindsOf(openings(400, 1000))).toEqual(["many-openings"]);
  });

  test("rings wherever the hour begins, and for no slow day", () => {
    expect(kindsOf([...openings(20, 1000, NOON - 30 * 60_000), ...openings(41).slice(20)])).toEqual([
      "many-openings",
    ]);
    expect(kindsOf(openings(400, HOUR / 39))).toEqual([]);
  });

  test("counts a record once, and allows for what the device registered in that hour", () => {
    const same = openings(200).map((act) => ({ ...act, record: "r1" }) as AuditAct);
    expect(kindsOf(same)).toEqual([]);
    const made = Array.from({ length: 10 }, (_, at) => ({ device: "d1", at: NOON + at }));
    expect(kindsOf(openings(70), made)).toEqual([]);
    expect(kindsOf(openings(71), made)).toEqual(["many-openings"]);
    expect(
      kindsOf(
        openings(71),
        made.map((one) => ({ ...one, device: "d2" })),
      ),
    ).toEqual(["many-openings"]);
  });
});

describe("other alarms", () => {
  const search = (question: "place" | "name" | "form", times: number): AuditAct => ({
    ...{ did: "search", at: NOON, question, times, found: 0 },
  });
  const taken = (what: "csv" | "backup" | "figures" | "print", at = NOON): AuditAct => ({
    ...{ did: "export", at, what, count: 600 },
  });

  test("M19 by place, by very many searches, and not by what forms ask", () => {
    expect(kindsOf([search("place", 5), search("name", 200), search("form", 5000)])).toEqual([]);
    expect(kindsOf([search("place", 6)])).toEqual(["by-place"]);
    expect(kindsOf([search("name", 201)])).toEqual(["many-searches"]);
  });

  test("lists at night and many in a day; the roll and figures ring nothing", () => {
    const night = Date.UTC(2026, 10, 21, 2);
    expect(kindsOf([taken("csv", night)])).toEqual(["export-at-night"]);
    expect(kindsOf([taken("print", night), taken("figures", night)])).toEqual([]);
    expect(kindsOf([taken("csv"), taken("csv"), taken("backup")])).toEqual([]);
    expect(kindsOf([taken("csv"), taken("csv"), taken("backup"), taken("csv")])).toEqual(["many-exports"]);
  });

  test("DP15 of many cards in a day, and of many that fit one guest; by house", () => {
    const cards = Array.from({ length: 201 }, () => ({ site: "s2", at: NOON }));
    const pairs = Array.from({ length: 5 }, () => ({ site: "s3", guest: "g1" }));
    const spread = Array.from({ length: 20 }, (_, at) => ({ site: "s4", guest: `g${String(at)}` }));
    expect(cardAlarms({ now: NOON, cards: cards.slice(1), pairs: [...pairs.slice(1), ...spread] })).toEqual(
      [],
    );
    expect(cardAlarms({ now: NOON + 24 * HOUR, cards, pairs: [] })).toEqual([]);
    expect(cardAlarms({ now: NOON, cards, pairs: [...pairs, ...spread] })).toEqual([
      { kind: "many-cards", site: "s2", cards: 201 },
      { kind: "cards-of-one-guest", site: "s3", cards: 5 },
    ]);
  });

  property.prop([fc.array(fc.record({ minute: fc.nat(600), record: fc.nat(60) }), { maxLength: 200 })])(
    "ring for openings exactly where some hour has too many different records",
    (looked) => {
      const acts = looked.map(({ minute, record }): AuditAct => ({
        ...{ did: "open", at: NOON + minute * 60_000, record: `r${String(record)}` },
      }));
      const within = (from: number): number =>
        new Set(
          acts.flatMap((act) =>
            act.did === "open" && act.at >= from && act.at < from + HOUR ? [act.record] : [],
          ),
        ).size;
      const isCrowded = acts.some(({ at }) => within(at) > 40);
      expect(kindsOf(acts).includes("many-openings")).toBe(isCrowded);
    },
  );
});

test("days are counted by device, the latest first", () => {
  const noted = [NOON - 24 * HOUR, NOON].map((at) => ({
    site: "s1",
    device: "d1",
    act: { did: "open", at, record: "r1" } as const,
  }));
  const days = auditDays([...noted, ...noted], (at) => new Date(at).toISOString().slice(0, 10));
  expect(days.map(({ day, opened }) => [day, opened])).toEqual([
    ["2026-11-21", 1],
    ["2026-11-20", 1],
  ]);
});

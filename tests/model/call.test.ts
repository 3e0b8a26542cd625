/** Calls home: nothing in them that reaches a family, and the day that they stand for. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CALL_RELATIONS, CALL_RESULTS, lastReachedFamily, parseFields } from "#model";

const GUEST = "aaaqeayeaudaocajbifqydiob4";
const NOW = Date.UTC(2026, 10, 22, 20);
const base = { guest: GUEST, at: "2026-11-21T18:30:00Z", relation: "mother", result: "reached" } as const;

describe("what a call holds", () => {
  test("no number and no name, under whatever field", () => {
    for (const field of ["phone", "number", "name", "called", "note", "notes", "text", "to"])
      expect(parseFields("call", { ...base, [field]: "+504 555 0142" })).toEqual({
        kind: "bad",
        problems: [{ field, code: "unknown-field" }],
      });
    for (const field of ["relation", "result", "country", "at", "contactRestored"])
      for (const contact of ["+504 555 0142", "5550142", "rosa@ejemplo.invalid", "mother 555 0142"])
        expect(parseFields("call", { ...base, [field]: contact }).kind, `${field} ${contact}`).toBe("bad");
  });

  test("no text of any kind comes through: what is stored is of closed lists", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.constantFrom("relation", "result"), (text, field) => {
        const read = parseFields("call", { ...base, [field]: text });
        const known: readonly string[] = [...CALL_RELATIONS, ...CALL_RESULTS];
        if (read.kind === "ok") expect(known).toContain(read.fields[field as "relation"]);
      }),
    );
  });

  test("contact is not restored unless it is said", () => {
    expect(parseFields("call", base)).toEqual({ kind: "ok", fields: { ...base, contactRestored: false } });
    expect(parseFields("call", { ...base, contactRestored: "sí", country: "Honduras" })).toEqual({
      kind: "ok",
      fields: { ...base, contactRestored: true, country: "HN" },
    });
  });
});

describe("the last day on which family was reached", () => {
  test("counts who answered and is family", () => {
    const told = (call: object) => lastReachedFamily([{ ...base, ...call }], NOW);
    expect(told({})).toBe("2026-11-21");
    expect(lastReachedFamily([], NOW)).toBeNull();
    for (const result of ["voicemail", "none"]) expect(told({ result })).toBeNull();
    for (const relation of ["friend", "other"]) expect(told({ relation })).toBeNull();
    for (const relation of ["child", "other-relative"]) expect(told({ relation })).toBe("2026-11-21");
    expect(told({ takenBack: true })).toBeNull();
  });

  test("is the latest, whatever the order, and never one after now", () => {
    const calls = ["2026-11-20T10:00:00Z", "2026-11-21", "2027-01-01T10:00:00Z", "2027"].map((at) => ({
      ...base,
      at,
    }));
    expect(lastReachedFamily(calls, NOW)).toBe("2026-11-21");
    expect(lastReachedFamily(calls.toReversed(), NOW)).toBe("2026-11-21");
    expect(lastReachedFamily([{ ...base, at: "2026-11" }], NOW)).toBe("2026-11");
  });

  test("is no later day than the house had, whose midnight comes after that of UTC", () => {
    // eight in the evening of the 21st in Tapachula
    expect(lastReachedFamily([{ ...base, at: "2026-11-22T02:00:00Z" }], NOW)).toBe("2026-11-21");
    expect(lastReachedFamily([{ ...base, at: "2026-11-22T15:00:00Z" }], NOW)).toBe("2026-11-22");
  });
});

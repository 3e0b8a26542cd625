/** What a capsule tells, and until when: the pure part. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CAPSULE_PARTS, capsuleState, extractCapsule, parseFields, REVOKED_CAPSULE } from "#model";

const person = {
  name: "Mikal Pérez Xol",
  alternateNames: ["Mika"],
  age: 19,
  birthDate: "2007-02",
  sex: "other" as const,
  country: "GT",
  state: "Huehuetenango",
  town: "San Juan Ixcoy",
  marks: "lunar en la mejilla",
  relatives: ["Ana Xol (tía)"],
  language: "mam",
  photo: "foto-1",
};
const DAY = 24 * 60 * 60_000;
const NOW = Date.UTC(2026, 10, 21);
const iso = (at: number): string => new Date(at).toISOString();

describe("what is told", () => {
  test("is what was chosen, field by field, and never the photo", () => {
    expect(extractCapsule(person, { parts: [], words: {} })).toEqual({});
    expect(extractCapsule(person, { parts: ["names", "origin"], words: { needs: ["insulina"] } })).toEqual({
      ...{ name: person.name, country: "GT", state: "Huehuetenango", town: "San Juan Ixcoy" },
      needs: ["insulina"],
    });
    const { photo: _, ...rest } = person;
    expect(extractCapsule(person, { parts: CAPSULE_PARTS, words: {} })).toEqual(rest);
    expect(extractCapsule({}, { parts: CAPSULE_PARTS, words: { contact: "", needs: [] } })).toEqual({});
  });

  test("has the name that the person wants to use instead of all names of the record", () => {
    const parts = ["names"] as const;
    const apart = { givenNames: "Mikal", surnames: "Pérez" };
    expect(extractCapsule(apart, { parts, words: { name: "Sol" } })).toEqual({ name: "Sol" });
  });

  test("any choice is a capsule that the schema takes, and says no more than the choice", () => {
    const lines = fc.array(fc.stringMatching(/^[a-zñ ]{0,12}$/u), { maxLength: 3 });
    fc.assert(
      fc.property(fc.subarray([...CAPSULE_PARTS]), lines, (parts, needs) => {
        const told = extractCapsule(person, { parts, words: { needs } });
        const dates = { issuedAt: iso(NOW), expiresAt: iso(NOW + DAY) };
        expect(parseFields("capsule", { ...told, ...dates }).kind).toBe("ok");
        const all = extractCapsule(person, { parts: CAPSULE_PARTS, words: { needs } });
        expect(all).toMatchObject(told);
        if (!parts.includes("names")) expect(JSON.stringify(told)).not.toContain("Mikal");
        if (!parts.includes("marks")) expect(JSON.stringify(told)).not.toContain("lunar");
      }),
    );
  });
});

describe("the state", () => {
  const open = (over: object = {}) => ({
    fields: { status: "open", issuedAt: iso(NOW), expiresAt: iso(NOW + 60 * DAY), ...over },
    conflicts: {},
  });

  test.each([
    [0, "open"],
    [59 * DAY, "open"],
    [60 * DAY, "expired"],
    [4000 * DAY, "expired"],
    // a clock may be behind the giver's by a day
    [-DAY, "open"],
    [-DAY - 1, "ahead"],
    [-4000 * DAY, "ahead"],
  ] as const)("at %i ms from its making is %s", (after, state) => {
    expect(capsuleState(open(), NOW + after)).toBe(state);
  });

  test("is read narrowly: one word that it is over is enough, the first of several ends counts", () => {
    expect(capsuleState({ fields: { ...REVOKED_CAPSULE }, conflicts: {} }, NOW)).toBe("revoked");
    expect(capsuleState({ ...open(), conflicts: { status: ["open", "revoked"] } }, NOW)).toBe("revoked");
    const ends = { expiresAt: [iso(NOW + 60 * DAY), iso(NOW - DAY)] };
    expect(capsuleState({ ...open(), conflicts: ends }, NOW)).toBe("expired");
    for (const expiresAt of [undefined, "ayer", 5])
      expect(capsuleState(open({ expiresAt }), NOW)).toBe("expired");
    expect(capsuleState(open({ issuedAt: undefined }), NOW)).toBe("ahead");
    expect(capsuleState(open({ status: undefined }), NOW)).toBe("revoked");
  });

  test("never opens by more being said, nor again once its end has passed", () => {
    const moment = fc.integer({ min: -400, max: 400 }).map((days) => iso(NOW + days * DAY));
    const record = fc.record({
      fields: fc.record({
        status: fc.constantFrom("open", "revoked"),
        issuedAt: moment,
        expiresAt: moment,
      }),
      conflicts: fc.record(
        {
          status: fc.array(fc.constantFrom("open", "revoked"), { minLength: 2, maxLength: 3 }),
          issuedAt: fc.array(moment, { minLength: 2, maxLength: 3 }),
          expiresAt: fc.array(moment, { minLength: 2, maxLength: 3 }),
        },
        { requiredKeys: [] },
      ),
    });
    fc.assert(
      fc.property(record, fc.integer({ min: 0, max: 500 }), ({ fields, conflicts }, days) => {
        const contested = capsuleState({ fields, conflicts }, NOW);
        if (contested === "open") expect(capsuleState({ fields, conflicts: {} }, NOW)).toBe("open");
        const later = capsuleState({ fields, conflicts }, NOW + days * DAY);
        if (contested === "expired" || contested === "revoked") expect(later).toBe(contested);
        if (contested === "open") expect(["open", "expired"]).toContain(later);
      }),
    );
  });
});

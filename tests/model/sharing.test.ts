/** What may be told to which house (src/model/sharing.ts): over any rules, any agreement and any hour. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Agreement,
  agreementIn,
  NO_AGREEMENT,
  NO_RULES,
  parseFields,
  SHARED,
  sharedIn,
  type SharingRules,
  sharingRulesIn,
  whyNotShared,
} from "#model";

const NOON = Date.UTC(2026, 10, 21, 12);
const known = (more: Partial<Parameters<typeof whyNotShared>[0]> = {}) => ({
  ...{ rules: NO_RULES, agreement: NO_AGREEMENT, saysCountry: null, now: NOON },
  ...more,
});
const agreed = (more: Partial<Agreement> = {}): Agreement => ({
  ...NO_AGREEMENT,
  allows: ["answer"],
  ...more,
});

const anyShared = fc.constantFrom(...SHARED);
const anyCountry = fc.constantFrom("MX", "GT", "US", "HN");
const anyRules: fc.Arbitrary<SharingRules> = fc.record({
  onlyAgreed: fc.boolean(),
  closedCountries: fc.uniqueArray(anyCountry),
});
const anyAgreement: fc.Arbitrary<Agreement> = fc.record({
  allows: fc.option(fc.subarray([...SHARED])),
  until: fc.option(fc.constantFrom("2026-11-01", "2026-11-21", "2027-01-01")),
  countries: fc.uniqueArray(anyCountry, { maxLength: 2 }),
});
const anyCase = fc.record({
  rules: anyRules,
  agreement: anyAgreement,
  saysCountry: fc.option(anyCountry),
  now: fc.constant(NOON),
});

describe("what may be told to a house", () => {
  test.each([
    ["nothing was said", known(), "answer", null],
    ["the agreement names it", known({ agreement: agreed() }), "answer", null],
    ["the agreement names something else", known({ agreement: agreed() }), "referral", "not-this"],
    ["nothing is told", known({ agreement: agreed({ allows: [] }) }), "message", "not-this"],
    ["only with an agreement", known({ rules: { ...NO_RULES, onlyAgreed: true } }), "news", "not-agreed"],
    ["its last day", known({ agreement: agreed({ until: "2026-11-21" }) }), "answer", null],
    ["long after it", known({ agreement: agreed({ until: "2026-11-18" }) }), "answer", "over"],
    [
      "a closed country, by its own word",
      known({ rules: { ...NO_RULES, closedCountries: ["US"] }, saysCountry: "US" }),
      ...(["answer", "country-closed"] as const),
    ],
    [
      "the own house knows better",
      known({
        rules: { ...NO_RULES, closedCountries: ["US"] },
        saysCountry: "MX",
        agreement: agreed({ countries: ["US"] }),
      }),
      ...(["answer", "country-closed"] as const),
    ],
    [
      "nobody knows the country",
      known({ rules: { ...NO_RULES, closedCountries: ["US"] } }),
      ...(["answer", "country-unknown"] as const),
    ],
  ] as const)("%s", (_, one, what, why) => {
    expect(whyNotShared(one, what)).toBe(why);
  });

  test("closing a country, or asking for agreements, never opens anything", () => {
    fc.assert(
      fc.property(anyCase, anyShared, anyCountry, (one, what, country) => {
        if (whyNotShared(one, what) === null) return;
        const rules = { onlyAgreed: true, closedCountries: [...one.rules.closedCountries, country] };
        expect(whyNotShared({ ...one, rules }, what)).not.toBeNull();
      }),
    );
  });

  test("what two devices set at once is read so that no more is told than either says", () => {
    fc.assert(
      fc.property(anyAgreement, anyAgreement, anyCase, anyShared, (one, other, rest, what) => {
        const fieldsOf = ({ allows, until, countries: [country] }: Agreement) =>
          Object.fromEntries(
            Object.entries({ allows, until, country }).filter(([, set]) => set !== null && set !== undefined),
          );
        const [mine, theirs] = [fieldsOf(one), fieldsOf(other)];
        const conflicts = Object.fromEntries(
          (["allows", "until", "country"] as const)
            .filter((field) => Object.hasOwn(mine, field) && Object.hasOwn(theirs, field))
            .map((field) => [field, [mine[field], theirs[field]]]),
        );
        const merged = agreementIn({ fields: { ...theirs, ...mine }, conflicts });
        if (whyNotShared({ ...rest, agreement: merged }, what) !== null) return;
        for (const way of [one, other]) {
          const isWhole = way.allows !== null && way.until !== null && way.countries.length === 1;
          if (isWhole) expect(whyNotShared({ ...rest, agreement: way }, what)).toBeNull();
        }
      }),
    );
  });

  test("rules that two devices set at once hold both", () => {
    const written = {
      fields: { onlyAgreed: false, closedCountries: ["US"] },
      conflicts: {
        onlyAgreed: [false, true],
        closedCountries: [["US"], ["GT"]],
      },
    };
    expect(sharingRulesIn(written)).toEqual({ onlyAgreed: true, closedCountries: ["GT", "US"] });
  });
});

describe("what a record tells the other house", () => {
  test.each([
    ["answer", { state: "given" }, "answer"],
    ["answer", { state: "withdrawn" }, null],
    ["referral", {}, "referral"],
    ["referral-extract", { people: [] }, "referral"],
    ["referral-extract", { withdrawn: true }, null],
    ["referral-step", { step: "cancel" }, null],
    ["news-call", { whom: { name: "x" } }, "news"],
    ["news-call", { withdrawn: true }, null],
    ["message", { text: "x" }, "message"],
  ] as const)("%s %o: %s", (kind, fields, what) => {
    expect(sharedIn(kind, fields)).toBe(what);
  });
});

test("an unknown country and an unknown thing are refused, not left out", () => {
  const id = "aaaqeayeaudaocajbifqydiob4";
  const read = (kind: "sharing-agreement" | "sharing-rules", fields: object) => parseFields(kind, fields);
  expect(read("sharing-rules", { closedCountries: ["Atlantis"] })).toMatchObject({
    problems: [{ code: "unknown-country" }],
  });
  expect(read("sharing-agreement", { with: id, allows: ["everything"] })).toMatchObject({
    problems: [{ code: "unknown-choice" }],
  });
  expect(read("sharing-agreement", { with: id, country: "Guatemala" })).toMatchObject({
    fields: { country: "GT" },
  });
});

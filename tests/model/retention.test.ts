/** How records end: every kind says so, and what does not end by itself comes back to be looked at (src/model/retention.ts). */
import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { ENDS, fieldNames, KIND_NAMES, keptOnUntil, overAt, REVIEWED, reviewAt } from "#model";

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 23, 12);
/** Fields by which a record goes with another one (src/engine/erasure/family.ts), and by which an answer follows a match. */
const LINKS = [
  ...["guest", "report", "card", "about", "waiting", "one", "other", "referral", "of", "match", "guests"],
];

describe("every kind", () => {
  test("ends somehow, and what is reviewed says when", () => {
    expect(Object.keys(ENDS).sort()).toEqual([...KIND_NAMES].sort());
    const reviewed = KIND_NAMES.filter((kind) => ENDS[kind].includes("review"));
    expect([...reviewed].sort()).toEqual([...REVIEWED].sort());
  });

  test("that goes with another record says with which", () => {
    const going = KIND_NAMES.filter((kind) => ENDS[kind].includes("with"));
    // their ids follow from the record that they go with
    const byId = ["card", "found-card", "answer"];
    const lost = going
      .filter((kind) => !byId.includes(kind))
      .filter((kind) => !fieldNames(kind).some((name) => LINKS.includes(name)));
    expect(lost).toEqual([]);
    expect(
      fieldNames("board").some((name) => LINKS.includes(name)),
      "the control",
    ).toBe(false);
  });

  test("that is about nobody has no field for a person", () => {
    const personal = ["name", "givenNames", "surnames", "phone", "birthDate", "seeker"];
    const about = (kind: (typeof KIND_NAMES)[number]) =>
      fieldNames(kind).filter((name) => personal.includes(name));
    const nobody = KIND_NAMES.filter((kind) => ENDS[kind].includes("nobody"));
    // names and telephones of institutions and houses; who works here, as the signed log names them
    const institutions = ["service", "service-word", "board", "person"];
    expect(nobody.filter((kind) => !institutions.includes(kind)).flatMap(about)).toEqual([]);
    expect(about("report"), "the control").not.toEqual([]);
  });
});

describe("a record at rest", () => {
  test("comes back after its time, and a year after somebody kept it on", () => {
    const due = reviewAt({ kind: "report", since: NOW, keptUntil: [] });
    expect(due).toBe(Date.UTC(2027, 10, 23, 12));
    expect(reviewAt({ kind: "night-message", since: NOW, keptUntil: [] })).toBe(Date.UTC(2027, 1, 23, 12));
    const kept = keptOnUntil(due!);
    expect(kept).toBe("2028-11-23");
    expect(reviewAt({ kind: "report", since: NOW, keptUntil: [kept] })).toBe(overAt(kept));
  });

  test("that is in use does not", () => {
    expect(reviewAt({ kind: "report", since: null, keptUntil: ["2020-01-01"] })).toBeNull();
  });

  property.prop([
    fc.constantFrom(...REVIEWED),
    fc.integer({ min: 0, max: 8.64e15 }),
    fc.array(
      fc.oneof(
        fc.integer({ min: 0, max: 4000 }).map((days) => keptOnUntil(NOW + days * DAY)),
        fc.anything(),
      ),
    ),
  ])(
    "comes back some day, whatever was said of it; the first of the days counts",
    (kind, since, keptUntil) => {
      const due = reviewAt({ kind, since, keptUntil });
      if (due === null) {
        // past the last date that can be written
        expect(since).toBeGreaterThan(8.64e15 - 61 * 31 * DAY);
        return;
      }
      expect(Number.isFinite(due)).toBe(true);
      expect(due).toBeGreaterThan(since);
      const days = keptUntil.map(overAt).filter((at) => at !== null);
      if (days.length > 0)
        expect(due).toBeLessThanOrEqual(Math.max(reviewAt({ kind, since, keptUntil: [] })!, ...days));
      for (const day of keptUntil.filter((one) => overAt(one) !== null))
        expect(due).toBeLessThanOrEqual(reviewAt({ kind, since, keptUntil: [day] })!);
    },
  );
});

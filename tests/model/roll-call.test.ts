/** Marks of a night, as several devices make them: none is lost, and who marks anew settles. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextMark, parseFields, rollOf, standingIn, type RollMark } from "#model";

const [ANA, LUIS] = ["aaaqeayeaudaocajbifqydiob4", "aebagbafaydqqcikbmga2dqpca"] as const;

describe("a roll", () => {
  test("is what was marked, and nobody who was not", () => {
    const roll = rollOf({ [ANA]: "present", [LUIS]: "absent 3" });
    expect([ANA, LUIS, "x"].map((guest) => standingIn(roll, guest))).toEqual(["present", "absent", null]);
    expect(standingIn(rollOf(undefined), ANA)).toBeNull();
  });

  test("has what two devices began apart, and where they differ neither answer", () => {
    const roll = rollOf(
      { [ANA]: "present" },
      { marks: [{ [ANA]: "present" }, { [ANA]: "absent", [LUIS]: "present" }], date: ["x", "y"] },
    );
    expect(standingIn(roll, ANA)).toBe("apart");
    expect(standingIn(roll, LUIS)).toBe("present");
    const within = rollOf({ [ANA]: "present" }, { [`marks.${ANA}`]: ["present", "absent"] });
    expect(standingIn(within, ANA)).toBe("apart");
  });

  test("who marks anew settles, wherever the other mark stands, and the same again is nothing new", () => {
    const apart = { marks: [{ [ANA]: "present" }, { [ANA]: "absent" }] };
    const mark = nextMark(rollOf({ [ANA]: "present" }, apart), ANA, "absent");
    expect(mark).toBe("absent 2");
    const settled = rollOf({ [ANA]: mark }, apart);
    expect(standingIn(settled, ANA)).toBe("absent");
    expect(nextMark(settled, ANA, "absent")).toBeNull();
    expect(nextMark(settled, ANA, "present")).toBe("present 3");
    expect(nextMark(settled, LUIS, "present")).toBe("present");
  });

  test("is the same whatever map wins, and the last word of a guest is never lost", () => {
    const mark = fc.constantFrom("present", "absent", "present 2", "absent 2", "absent 7");
    const marks = fc.dictionary(fc.constantFrom<string>(ANA, LUIS), mark);
    fc.assert(
      fc.property(marks, marks, fc.constantFrom<RollMark>("present", "absent"), (one, other, wish) => {
        const [here, there] = [rollOf(one, { marks: [one, other] }), rollOf(other, { marks: [one, other] })];
        expect(here).toEqual(there);
        for (const guest of [ANA, LUIS]) {
          const next = nextMark(here, guest, wish);
          const after = next === null ? one : { ...one, [guest]: next };
          expect(standingIn(rollOf(after, { marks: [after, other] }), guest)).toBe(wish);
          const wishOfOther = next === null ? other : { ...other, [guest]: next };
          expect(standingIn(rollOf(one, { marks: [one, wishOfOther] }), guest)).toBe(wish);
        }
      }),
    );
  });

  test("takes no harm from what is no mark, and no key of the language", () => {
    const strange = JSON.parse(
      `{"${ANA}":"present","${LUIS}":"perhaps","__proto__":"absent","constructor":"absent","x":"present"}`,
    ) as object;
    expect(parseFields("roll-call", { date: "2026-11-22", marks: strange })).toEqual({
      kind: "ok",
      fields: { date: "2026-11-22", marks: { [ANA]: "present" } },
    });
    expect([...rollOf(strange).keys()]).toEqual([ANA]);
    for (const date of ["2026", "2026-11", "2026-02-30", "22/11/2026", 2026, null])
      expect(parseFields("roll-call", { date, marks: { [ANA]: "present" } }).kind).toBe("bad");
  });
});

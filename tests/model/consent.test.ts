/** Consent: what holds is the narrowest of what stands, whoever said it on whatever device. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { consentState, type ConsentWord, parseFields, standing, type Statement, statementOf } from "#model";

const ID = "aaaqeayeaudaocajbifqydiob4";
const OTHER = "aebagbafaydqqcikbmga2dqpca";
const says = (id: string, said: ConsentWord, ...replaces: string[]): Statement => ({
  id,
  said: [said],
  replaces,
});

describe("the state of a purpose", () => {
  test("is unset before anybody asked, and what was said last after that", () => {
    expect(consentState([])).toBe("unset");
    expect(consentState([says("a", "yes")])).toBe("yes");
    expect(consentState([says("a", "yes"), says("b", "no", "a")])).toBe("no");
    expect(consentState([says("b", "yes", "a"), says("a", "no")])).toBe("yes");
    expect(consentState([says("a", "yes"), says("b", "unset", "a")])).toBe("unset");
  });

  test("is the narrowest of what was said apart", () => {
    expect(consentState([says("a", "yes"), says("b", "no")])).toBe("no");
    expect(consentState([says("a", "yes"), says("b", "unset")])).toBe("unset");
    expect(consentState([says("a", "unset"), says("b", "no")])).toBe("no");
    expect(consentState([says("a", "yes"), says("b", "yes")])).toBe("yes");
    // a no that was said again, by somebody who did not see the yes
    expect(consentState([says("a", "no"), says("b", "yes", "a"), says("c", "no", "a")])).toBe("no");
  });

  test("comes to no where statements replace each other in a circle, and nobody replaces their own", () => {
    expect(consentState([says("a", "yes", "b"), says("b", "yes", "a")])).toBe("no");
    expect(consentState([says("a", "yes", "a")])).toBe("yes");
  });

  test("is never yes by a record that devices changed at once, or that holds another word", () => {
    const record = { id: "a", fields: { said: "yes", replaces: ["b"] } };
    expect(statementOf({ ...record, conflicts: {} })).toEqual(says("a", "yes", "b"));
    expect(consentState([statementOf({ ...record, conflicts: { said: ["yes", "no"] } })])).toBe("no");
    expect(consentState([statementOf({ ...record, conflicts: { said: ["yes", null] } })])).toBe("unset");
    expect(statementOf({ ...record, conflicts: { replaces: [["b"], []] } }).replaces).toEqual([]);
    expect(consentState([statementOf({ id: "a", fields: { said: "maybe" }, conflicts: {} })])).toBe("unset");
  });
});

describe("what somebody notes who cannot read the rest", () => {
  const door = (one: Statement): Statement => ({ ...one, isHandedIn: true });
  const WORDS = ["yes", "no", "unset"] as const;
  const statement = fc.record({
    said: fc.constantFrom(...WORDS),
    replaces: fc.subarray(["s0", "s1", "s2", "d0"]),
  });
  const named = (
    letter: string,
    list: readonly { readonly said: ConsentWord; readonly replaces: readonly string[] }[],
  ): readonly Statement[] =>
    list.map(({ said, replaces }, at) => ({ id: `${letter}${String(at)}`, said: [said], replaces }));
  const width = (word: ConsentWord): number => ["no", "unset", "yes"].indexOf(word);

  test("a yes waits, and everything else holds", () => {
    expect(consentState([door(says("d", "yes"))])).toBe("unset");
    expect(consentState([door(says("d", "no"))])).toBe("no");
    expect(consentState([says("a", "yes"), door(says("d", "yes"))])).toBe("yes");
    expect(consentState([says("a", "yes"), door(says("d", "unset"))])).toBe("unset");
    expect(consentState([says("a", "yes", "d"), door(says("d", "no"))])).toBe("yes");
    expect(consentState([says("a", "no"), door(says("d", "yes", "a"))])).toBe("no");
    expect(standing([door(says("d", "yes"))]).map(({ id }) => id)).toEqual(["d"]);
  });

  test("never widens what holds without it, whatever it says to replace", () => {
    fc.assert(
      fc.property(
        fc.array(statement, { maxLength: 3 }),
        fc.array(statement, { maxLength: 2 }),
        (staff, more) => {
          const own = named("s", staff);
          const handed = named("d", more).map(door);
          const before = consentState(own);
          expect(width(consentState([...own, ...handed]))).toBeLessThanOrEqual(width(before));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("the check finds a rule that believes the door as everybody", () => {
    const believed = fc.property(
      fc.array(statement, { maxLength: 3 }),
      fc.array(statement, { maxLength: 2 }),
      (staff, more) => {
        const own = named("s", staff);
        return width(consentState([...own, ...named("d", more)])) <= width(consentState(own));
      },
    );
    expect(fc.check(believed, { numRuns: 2000 }).failed).toBe(true);
  });
});

/** A device of the house: the statements that it knows, in the order in which they came. */
type Known = readonly Statement[];

interface Deed {
  readonly device: number;
  /** What is said there; null: it hears another device. */
  readonly said: ConsentWord | null;
  readonly from: number;
  /** How much of what the other knows comes over: a link may break at any place. */
  readonly part: number;
}

const DEVICES = 3;
const deed: fc.Arbitrary<Deed> = fc.record({
  device: fc.nat(DEVICES - 1),
  said: fc.constantFrom("yes", "no", "unset", null, null, null),
  from: fc.nat(DEVICES - 1),
  part: fc.double({ min: 0, max: 1, noNaN: true }),
});

/** Who knew what when each statement was made. */
interface World {
  readonly known: readonly Known[];
  readonly seenBy: ReadonlyMap<string, ReadonlySet<string>>;
}

function afterwards(deeds: readonly Deed[]): World {
  const known: Known[] = Array.from({ length: DEVICES }, () => []);
  const seenBy = new Map<string, ReadonlySet<string>>();
  deeds.forEach(({ device, said, from, part }, at) => {
    const here = known[device] ?? [];
    if (said === null) {
      const there = known[from] ?? [];
      const coming = there.slice(0, Math.ceil(there.length * part)).filter((one) => !here.includes(one));
      known[device] = [...here, ...coming];
      return;
    }
    const id = `s${String(at)}`;
    seenBy.set(id, new Set(here.map((one) => one.id)));
    known[device] = [...here, { id, said: [said], replaces: standing(here).map((one) => one.id) }];
  });
  return { known, seenBy };
}

const saysNo = ({ said }: Statement): boolean => !said.includes("yes");

/** Whether whoever said this had that one before them, or knew it replaced. */
function isYesBlind(known: Known, { seenBy }: World): boolean {
  const yes = known.filter((one) => !saysNo(one));
  return known.filter(saysNo).some((no) => !yes.some(({ id }) => seenBy.get(id)?.has(no.id) === true));
}

describe("however devices say different things and exchange them", () => {
  test("a yes holds nowhere that a no is known which nobody who said yes had seen", () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 24 }), (deeds) => {
        const world = afterwards(deeds);
        for (const known of world.known)
          if (consentState(known) === "yes") expect(isYesBlind(known, world)).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });

  test("the check finds a rule that takes the last one to arrive", () => {
    const lastWins = (known: Known) => known.at(-1)?.said[0] ?? "unset";
    const isFooled = (deeds: readonly Deed[]): boolean => {
      const world = afterwards(deeds);
      return world.known.some((known) => lastWins(known) === "yes" && isYesBlind(known, world));
    };
    const isNever = fc.property(fc.array(deed, { maxLength: 24 }), (deeds) => !isFooled(deeds));
    expect(fc.check(isNever, { numRuns: 5000 }).failed).toBe(true);
  });

  test("what was said last on a device holds there if nothing else came, and all agree once they know the same", () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 24 }), fc.nat(DEVICES - 1), (deeds, who) => {
        const { known } = afterwards(deeds);
        const all = [...new Set(known.flat())];
        const reversed = [...all].reverse();
        expect(consentState(reversed)).toBe(consentState(all));
        const next = [...deeds, { device: who, said: "yes" as const, from: 0, part: 0 }];
        expect(consentState(afterwards(next).known[who] ?? [])).toBe("yes");
        const no = [...deeds, { device: who, said: "no" as const, from: 0, part: 0 }];
        const merged = [...new Set(afterwards(no).known.flat())];
        expect(consentState(merged)).toBe("no");
      }),
      { numRuns: 1000 },
    );
  });
});

describe("fields", () => {
  const fields = { guest: ID, purpose: "care", said: "yes", at: "2026-11-22T10:00:00Z" };

  test("have a site exactly where the purpose is to refer", () => {
    const problem = (code: string) => ({ kind: "bad", problems: [{ field: "to", code }] });
    expect(parseFields("consent", fields)).toMatchObject({ kind: "ok", fields: { basis: "self" } });
    expect(parseFields("consent", { ...fields, to: OTHER })).toEqual(problem("unknown-field"));
    expect(parseFields("consent", { ...fields, purpose: "refer" })).toEqual(problem("required"));
    expect(parseFields("consent", { ...fields, purpose: "refer", to: OTHER }).kind).toBe("ok");
  });

  test("have no basis that nobody can check yet", () => {
    expect(parseFields("consent", { ...fields, basis: "vital-interest" }).kind).toBe("bad");
  });
});

/** What is counted in which month and group, and that a month's row follows from that month alone. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type FigureRecord,
  type FigureRecords,
  figuresOf,
  type FiguresTable,
  type KindName,
  monthsOf,
} from "#model";
import { ageGroupAt } from "../../../src/model/figures/age-group.ts";

type Fields = Readonly<Record<string, unknown>>;
type Kept = Readonly<Partial<Record<KindName, readonly FigureRecord[]>>>;

const records = (kept: Kept): FigureRecords => ({
  ofKind: (kind) => kept[kind] ?? [],
  dayOf: (moment) => moment.slice(0, 10),
});
const record = (
  id: string,
  fields: Fields,
  madeAt: string | null = "2026-03-02T10:00:00Z",
): FigureRecord => ({
  ...{ id, fields, madeAt, changedAt: madeAt },
});
const repeated = (times: number, prefix: string, fields: (at: number) => Fields): readonly FigureRecord[] =>
  Array.from({ length: times }, (_, at) => record(`${prefix}${String(at)}`, fields(at)));

/** The row of a month, by column: `arrivals`, `arrivals sex female`. */
function row({ columns, rows }: FiguresTable, month: string): ReadonlyMap<string, unknown> {
  const cells = rows.find((one) => one.month === month)?.cells ?? [];
  return new Map(
    columns.map(({ figure, part }, at) => [
      [figure, ...(part === null ? [] : [part.breakdown, part.group])].join(" "),
      cells[at],
    ]),
  );
}

const came = (guest: string, at: string, more: Fields = {}): Fields => ({ guest, at, ...more });

describe("arrivals", () => {
  const guests = repeated(20, "g", (at) => ({
    ...{
      sex: at < 12 ? "female" : "male",
      country: at < 6 ? "HN" : at < 12 ? "KE" : "GT",
      age: at < 10 ? 8 : 40,
    },
  }));
  const inMarch = repeated(20, "a", (at) =>
    came(`g${String(at)}`, "2026-03-04T02:00:00Z", { situation: "in-transit" }),
  );
  const again = repeated(6, "b", (at) => came(`g${String(at)}`, "2026-03-20"));
  const table = figuresOf(records({ guest: guests, arrival: [...again, ...inMarch] }), [
    "2026-02",
    "2026-03",
  ]);

  test("are counted each time, by who came and whether the house knew them", () => {
    const march = row(table, "2026-03");
    const expected: Readonly<Record<string, unknown>> = {
      arrivals: 26,
      "arrivals visit first": 20,
      "arrivals visit again": 6,
      "arrivals sex female": 18,
      "arrivals sex male": 8,
      "arrivals sex other": 0,
      "arrivals age 5-11": 16,
      "arrivals age 30-59": 10,
      "arrivals country HN": 12,
      "arrivals country GT": 8,
      "arrivals country other": 6,
      "arrivals situation in-transit": 20,
      "arrivals situation unknown": 6,
    };
    for (const [column, cell] of Object.entries(expected))
      expect([column, march.get(column)]).toEqual([column, cell]);
    expect(new Set(row(table, "2026-02").values())).toEqual(new Set([0]));
  });

  test("of a list that was brought in are what the list says, also before the first that was noted", () => {
    const listed = repeated(6, "g", () => ({ arrivedAt: "2026-01-05" }));
    const noted = repeated(6, "a", (at) => came(`g${String(at)}`, "2026-03-05"));
    const both = figuresOf(records({ guest: listed, arrival: noted }), ["2026-01", "2026-03"]);
    expect(row(both, "2026-01").get("arrivals visit first")).toBe(6);
    expect(row(both, "2026-03").get("arrivals visit again")).toBe(6);
    // a guest who was registered here says the same day as the arrival: once
    const own = repeated(6, "g", () => ({ arrivedAt: "2026-03-05" }));
    const once = figuresOf(records({ guest: own, arrival: noted }), ["2026-03"]);
    expect(row(once, "2026-03").get("arrivals visit first")).toBe(6);
    expect(row(once, "2026-03").get("arrivals")).toBe(6);
  });

  test("without a month, or of guests who are not here, break nothing", () => {
    const odd = [
      record("x", came("g", "2026")),
      record("y", { at: 7 }),
      ...repeated(5, "z", () => came("gone", "2026-03")),
    ];
    const march = row(figuresOf(records({ arrival: odd }), ["2026-03"]), "2026-03");
    expect([march.get("arrivals"), march.get("arrivals sex unknown")]).toEqual([5, 5]);
  });
});

describe("reports", () => {
  test("are counted when they were taken, and when they were closed, by outcome", () => {
    const taken = repeated(7, "t", (at) => ({
      sex: "male",
      ...(at < 1 ? {} : { source: { format: "csv" } }),
    }));
    const closed = (outcome: string | undefined, times: number) =>
      repeated(times, `c${String(outcome)}`, () => ({
        ...{ status: "closed", closedAt: "2026-04-09T12:00:00Z" },
        ...(outcome === undefined ? {} : { outcome }),
      }));
    const withdrawn = repeated(5, "w", () => ({ status: "withdrawn" }));
    const report = [...taken, ...closed("answered", 6), ...closed(undefined, 9), ...withdrawn];
    const table = figuresOf(records({ report }), ["2026-03", "2026-04"]);
    const [march, april] = [row(table, "2026-03"), row(table, "2026-04")];
    expect(march.get("reports-taken")).toBe(27);
    expect(march.get("reports-taken origin file")).toBe(6);
    expect(march.get("reports-closed outcome withdrawn")).toBe(5);
    expect(april.get("reports-taken")).toBe(0);
    expect(april.get("reports-closed")).toBe(15);
    expect(april.get("reports-closed outcome answered")).toBe(6);
    expect(april.get("reports-closed outcome unknown")).toBe(9);
  });
});

describe("DP24 a table", () => {
  const people = fc.array(
    fc.record({
      month: fc.integer({ min: 1, max: 3 }),
      sex: fc.constantFrom("female", "male", "other"),
      age: fc.nat(70),
    }),
    { maxLength: 60 },
  );
  const tableOf = (
    came_: readonly { readonly month: number; readonly sex: string; readonly age: number }[],
    months: readonly string[],
  ) =>
    figuresOf(
      records({
        guest: came_.map(({ sex, age }, at) => record(`g${String(at)}`, { sex, age })),
        arrival: came_.map(({ month }, at) =>
          record(`a${String(at)}`, came(`g${String(at)}`, `2026-0${String(month)}-10`)),
        ),
      }),
      months,
    );

  test("shows of a month what it shows in a file of any other period, and nothing of few people", () => {
    fc.assert(
      fc.property(people, (all) => {
        const whole = tableOf(all, ["2026-01", "2026-02", "2026-03"]);
        expect(tableOf(all, ["2026-02"]).rows[0]).toEqual(whole.rows[1]);
        expect(
          tableOf(
            all.filter(({ month }) => month === 2),
            ["2026-02"],
          ).rows[0],
        ).toEqual(whole.rows[1]);
        const numbers = whole.rows.flatMap(({ cells }) => cells).filter((cell) => typeof cell === "number");
        expect(numbers.filter((n) => n > 0 && n < 5)).toEqual([]);
      }),
    );
  });

  test("has the same columns whoever came, each with one tag of HXL", () => {
    const [empty, full] = [
      tableOf([], ["2026-01"]),
      tableOf([{ month: 1, sex: "female", age: 3 }], ["2026-01"]),
    ];
    expect(full.columns).toEqual(empty.columns);
    const tags = full.columns.map(({ tag }) => tag);
    expect(new Set(tags).size).toBe(tags.length);
    for (const tag of tags) expect(tag).toMatch(/^#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*$/u);
    expect(tags).toEqual(
      expect.arrayContaining(["#reached+arrivals", "#reached+arrivals+f", "#reached+arrivals+age_60"]),
    );
  });
});

describe("the age group", () => {
  const on = "2026-06-15";
  const group = (fields: Fields, toldOn = on) => ageGroupAt(fields, { on, toldOn });
  test.each([
    [{ birthDate: "2008-06-15" }, "18-29"],
    [{ birthDate: "2008-06-16" }, "12-17"],
    [{ birthDate: "2026-06-15" }, "0-4"],
    [{ birthDate: "2000" }, "18-29"],
    [{ birthDate: "2008" }, "unknown"],
    [{ birthDate: "2008", age: 17 }, "12-17"],
    [{ birthDate: "2030-01-01" }, "unknown"],
    [{ birthDate: "ayer", age: 61 }, "60+"],
    [{ age: { from: 17, to: 17, asOf: "2025-06-16" } }, "12-17"],
    [{ age: { from: 17, to: 17, asOf: "2025-06-15" } }, "18-29"],
    [{ age: { from: 18, to: 18, asOf: "2026-06-16" } }, "18-29"],
    [{ age: { from: 20, to: 29 } }, "18-29"],
    [{ age: { from: 20, to: 30 } }, "unknown"],
    [{ age: { from: 0, to: 0, approximate: true } }, "0-4"],
    [{ age: "20" }, "unknown"],
    [{}, "unknown"],
  ])("of %j on the day of arrival is %s", (fields, expected) => {
    expect(group(fields)).toBe(expected);
  });
  test("grows from when the record was made, where the age says no day", () => {
    expect(group({ age: 11 }, "2025-06-15")).toBe("12-17");
    expect(group({ age: 11 }, "2025-06-16")).toBe("5-11");
  });
});

describe("the months", () => {
  const today = "2026-06-15";
  test("are the last twelve that are over, unless told", () => {
    const asked = monthsOf({}, today);
    expect(asked.kind === "months" && [asked.months.length, asked.months[0], asked.months.at(-1)]).toEqual([
      ...[12, "2025-06", "2026-05"],
    ]);
    expect(monthsOf({ from: "2025-12", to: "2026-02" }, today)).toEqual({
      ...{ kind: "months", months: ["2025-12", "2026-01", "2026-02"] },
    });
    expect(monthsOf({ to: "2020-02" }, today)).toMatchObject({ kind: "months" });
    expect(monthsOf({ from: "2026-05" }, today)).toEqual({ kind: "months", months: ["2026-05"] });
  });
  test.each([{ to: "2026-06" }, { from: "2026-06" }, { from: "2027-01", to: "2027-02" }])(
    "%j is not over",
    (period) => {
      expect(monthsOf(period, today)).toEqual({ kind: "not-over", last: "2026-05" });
    },
  );
  test.each([
    { from: "2026-13" },
    { to: "marzo" },
    { from: "2026-04", to: "2026-03" },
    { from: "1999-01" },
    { to: "2026-00" },
  ])("%j is no period", (period) => {
    expect(monthsOf(period, today)).toEqual({ kind: "bad-period" });
  });
});

/** Dear tables are the same whether they are made by steps, at once, or part by part. */
import { describe, expect, test } from "vitest";
import { createGazetteer } from "../../src/match/gazetteer/index.ts";
import type { PlaceData } from "../../src/match/gazetteer/place.ts";
import data from "../../src/match/gazetteer/places.json";
import { stepped } from "../../src/match/steps.ts";

function counted(steps: number) {
  let made = 0;
  const table = stepped(function* () {
    for (let step = 0; step < steps; step += 1) {
      made += 1;
      yield;
    }
    return { made };
  });
  return { table, made: () => made };
}

describe("what is made by steps", () => {
  test("is begun by nobody but who asks, and made once", () => {
    const { table, made } = counted(5);
    expect(made()).toBe(0);
    const value = table.value();
    expect(value).toEqual({ made: 5 });
    expect(table.value()).toBe(value);
    expect([...table.steps()]).toEqual([]);
    expect(made()).toBe(5);
  });

  test("is finished at once where it is asked for between two steps", () => {
    const { table, made } = counted(5);
    const steps = table.steps()[Symbol.iterator]();
    steps.next();
    steps.next();
    expect(made()).toBe(2);
    expect(table.value()).toEqual({ made: 5 });
    expect(steps.next().done).toBe(true);
  });
});

describe("a gazetteer", () => {
  const small: PlaceData = { ...data, departments: data.departments.filter((line) => line.startsWith("HN")) };
  const written = [
    { town: "San Pedro Sula", country: "HN" },
    { town: "Teguzigalpa" },
    { town: "Choluteka", state: "Choluteca", country: "HN" },
    { town: "Aldea que no está" },
  ];

  test("answers the same prepared, half prepared and not prepared", () => {
    const [ready, half, not] = [createGazetteer(small), createGazetteer(small), createGazetteer(small)];
    const steps = [...ready.prepare()].length;
    // many steps, so that none of them takes long
    expect(steps).toBeGreaterThan(200);
    const some = half.prepare()[Symbol.iterator]();
    for (let step = 0; step < steps / 2; step += 1) some.next();
    for (const place of written) {
      expect(ready.locate(place)).toEqual(not.locate(place));
      expect(half.locate(place)).toEqual(not.locate(place));
    }
    expect(not.locate(written[0]!).places.map(({ name }) => name)).toContain("San Pedro Sula");
    expect([...ready.prepare()]).toEqual([]);
  });
});

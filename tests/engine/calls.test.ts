/** Calls home, noted on one computer of the house and read on the other. */
import { beforeAll, describe, expect, test } from "vitest";
import type { RecordId } from "#engine";
import { lastReachedFamily, type Call } from "#model";
import { type House, oneHouse } from "../support/one-house.ts";
import { setClock } from "../support/set-clock.ts";

const NOON = Date.UTC(2026, 10, 21, 18);
const clock = setClock(NOON);
let house: House;
let guest: RecordId;

beforeAll(async () => {
  house = await oneHouse({ lucia: clock, ramiro: clock });
  guest = (await house.lucia.engine.add("arrival", { name: "Wilmer Xol Caal" })).id;
  await house.meet();
});

describe("a call", () => {
  test("is of now, may be noted by a volunteer, and says on what day family was reached", async () => {
    const { lucia, ramiro, meet } = house;
    const { id } = await ramiro.engine.call({
      guest,
      relation: "sibling",
      result: "reached",
      country: "Honduras",
    });
    await meet();
    const { fields, space } = await lucia.engine.show(id);
    expect(space).toMatch(/^desk/u);
    expect(fields).toEqual({
      ...{ guest, at: "2026-11-21T18:00:00Z", relation: "sibling", result: "reached" },
      ...{ contactRestored: false, country: "HN" },
    });
    const calls = (await lucia.engine.list("call")).map((item) => item.fields as Call);
    expect(lastReachedFamily(calls, NOON)).toBe("2026-11-21");
  });

  test("by `add` is the same; of nobody, or with a number, it is refused and nothing is kept", async () => {
    const { engine } = house.lucia;
    const before = (await engine.list("call")).length;
    const told = { guest, relation: "mother", result: "none" };
    const nobody = "aaaqeayeaudaocajbifqydiob4";
    await expect(engine.add("call", { ...told, guest: nobody })).rejects.toMatchObject({
      fault: { code: "no-such-record" },
    });
    await expect(engine.add("call", { ...told, phone: "+504 555 0142" })).rejects.toMatchObject({
      fault: { code: "fields", problems: [{ field: "phone", code: "unknown-field" }] },
    });
    expect(await engine.list("call")).toHaveLength(before);
    await engine.add("call", told);
    expect(await engine.list("call")).toHaveLength(before + 1);
  });
});

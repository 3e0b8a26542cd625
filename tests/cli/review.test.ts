/** `review`: what is to be looked at, and keeping it on. */
import { expect, test } from "vitest";
import { answering, jsonOf, run } from "./fake-host.ts";

const ITEM = {
  ...{ id: "r1", kind: "night-message", title: "" },
  ...{ since: Date.UTC(2026, 1, 2), dueSince: Date.UTC(2026, 4, 2) },
};
const DATA = { ...ITEM, since: "2026-02-02T00:00:00.000Z", dueSince: "2026-05-02T00:00:00.000Z" };

test("list says of each what it is and since when, or that there is nothing", async () => {
  const host = answering({ reviews: async () => [ITEM] });
  expect(jsonOf(await run(["review", "list", "--json"], host))).toEqual({ items: [DATA] });
  const { stdout } = await run(["review", "list"], host);
  expect(stdout).toContain("r1  Recado de la puerta: Sin nombre");
  expect(stdout).toMatch(/Sin uso desde el \d+ feb 2026/u);
  const empty = await run(["review", "list"], answering({ reviews: async () => [] }));
  expect(empty.stdout).toContain("No hay nada que revisar");
});

test("keep says until when", async () => {
  const asked: unknown[] = [];
  const host = answering({
    keepOn: async (id: unknown) => {
      asked.push(id);
      return { id, until: "2027-11-23" };
    },
  });
  expect((await run(["review", "keep", "r1"], host)).stdout).toBe("Se conserva hasta el 23 nov 2027.\n");
  expect(jsonOf(await run(["review", "keep", "r1", "--json"], host))).toEqual({
    id: "r1",
    until: "2027-11-23",
  });
  expect(asked).toEqual(["r1", "r1"]);
});

/** `photo`: a file into the house, out again, and what is said on the way. */
import { expect, test } from "vitest";
import { photoOf } from "../support/jpegs.ts";
import { answering, jsonOf, run } from "./fake-host.ts";

const JPEG = photoOf(100);
const KEPT = { jpeg: JPEG, width: 32, height: 40, changedAt: Date.UTC(2026, 10, 21) };
const DATA = { bytes: JPEG.length, width: 32, height: 40, changedAt: "2026-11-21T00:00:00.000Z" };

test("keeps a file with a report, and says so without a word of who it is", async () => {
  const asked: unknown[] = [];
  const host = {
    ...answering({
      setPhoto: async (wish: unknown) => {
        asked.push(wish);
        return KEPT;
      },
    }),
    readFile: async () => JPEG,
  };
  const { stdout } = await run(["photo", "keep", "r1", "Josue.jpg"], host);
  expect(stdout).toBe("Foto guardada.\n");
  expect(asked).toEqual([{ report: "r1", jpeg: JPEG }]);
  expect(jsonOf(await run(["photo", "keep", "r1", "Josue.jpg", "--json"], host))).toEqual(DATA);
});

test("writes it to a file, or says that there is none", async () => {
  const written: unknown[] = [];
  const host = {
    ...answering({ photo: async () => KEPT }),
    writeFile: async (...file: unknown[]) => {
      written.push(file);
    },
  };
  expect(jsonOf(await run(["photo", "get", "r1", "out.jpg", "--json"], host))).toEqual(DATA);
  expect(written).toEqual([["out.jpg", JPEG]]);
  const none = await run(["photo", "get", "r1", "out.jpg"], answering({ photo: async () => null }));
  expect(none.code).toBe(1);
  expect(none.stderr).toContain("No hay foto.");
});

test("takes it off", async () => {
  const asked: unknown[] = [];
  const host = answering({
    takeBackPhoto: async (id: unknown) => {
      asked.push(id);
    },
  });
  expect((await run(["photo", "remove", "r1"], host)).stdout).toContain("ya no se muestra");
  expect(asked).toEqual(["r1"]);
});

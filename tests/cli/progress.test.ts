/** What a terminal shows while a command is at work. */
import { expect, test } from "vitest";
import { answering, jsonOf, run, type Setting } from "./fake-host.ts";

const SYNCED = {
  ...{ peer: "/ip4/127.0.0.1/tcp/4011", site: null, entriesIn: 3, entriesOut: 1, bytesIn: 2048 },
  ...{ bytesOut: 512, messages: 5, ms: 120, spaces: 4 },
};

test("progress is shown only where somebody watches, and wiped away before the result", async () => {
  const busy = (listen: { current: (event: unknown) => void }): Setting =>
    answering({
      subscribe: async (...[listener]) => {
        listen.current = listener as unknown as (event: unknown) => void;
        return () => undefined;
      },
      sync: async () => {
        listen.current({ kind: "progress", progress: { task: "sync", done: 5, total: 10 } });
        return SYNCED;
      },
    });
  const listen: { current: (event: unknown) => void } = { current: () => undefined };
  const watched = await run(["sync", "--json"], { ...busy(listen), stderrIsTerminal: true });
  expect(watched.stderr).toMatch(/Intercambiando 5 de 10.*\r\u001b\[K$/su);
  expect(jsonOf(watched)).toMatchObject({ entriesIn: 3 });
  expect((await run(["sync", "--json"], busy(listen))).stderr).toBe("");
});

test("a search waits for everybody, and shows how far that is", async () => {
  const setting = answering({
    subscribe: async (...[listener]) => {
      const hear = listener as unknown as (event: unknown) => void;
      hear({ kind: "progress", progress: { task: "index", done: 40, total: 100 } });
      return () => undefined;
    },
    search: async (...asked) => {
      expect(asked).toEqual(["wilmar", {}]);
      return { kind: "answer", results: [], coverage: [], indexed: null };
    },
  });
  const { stderr, ...watched } = await run(["search", "wilmar", "--json"], {
    ...setting,
    stderrIsTerminal: true,
  });
  expect(stderr).toContain("Preparando la búsqueda 40 de 100");
  expect(jsonOf({ stderr, ...watched })).toEqual({ results: [], coverage: [] });
});

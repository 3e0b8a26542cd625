/** `match-file`: one list looked for in another, by the matching that the app uses. */
import { describe, expect, test } from "vitest";
import { createPersonIndex, loadGazetteer } from "#match";
import { parseCountry, parseFields } from "#model";
import type { RecordId } from "#engine";
import { openDesk, PASSPHRASE } from "../support/houses.ts";
import { memoryNetwork } from "../support/memory-network.ts";
import { jsonOf, type Ran, run, type Setting } from "./fake-host.ts";

const PEOPLE = [
  "id,given_names,surnames,sex,age,birth_date,country,town,nicknames,relatives,marks",
  "p1,José Ángel,Hernández Mejía,m,22,,HN,San Pedro Sula,Chepe;Joselito,Wilmer Canales,",
  "p2,María José,Hernández,f,unos 20,,Honduras,Tegucigalpa,,,tatuaje de rosa",
  "p3,Mikal,Pérez Xol,m,,1998-05,GTM,San Juan Ixcoy,,Ana Xol|Diego Xol,",
  "p4,Wilner,Joseph,m,35-45,,Haití,Jérémie,,,",
].join("\n");
const QUERIES = [
  "id,name,sex,age,birth_date,country,town,relatives,marks",
  "q1,chepe ernandes,m,20,,HN,san pedro,,",
  "q2,wilner jozef,,40,,HT,,,",
  "q3,,f,20,,HN,Tegucigalpa,,",
  "q4,maria jose hernandes,,,,,tegus,,rosa",
  "q5,miguel peres shol,m,,05/1998,gt,,ana xol,",
].join("\n");

/** The same people as the app stores them, from what is typed in its forms. */
const AS_TYPED: Readonly<Record<string, object>> = {
  p1: {
    ...{ givenNames: "José Ángel", surnames: "Hernández Mejía", alternateNames: ["Chepe", "Joselito"] },
    ...{ sex: "hombre", age: "22", country: "Honduras", town: "San Pedro Sula", relatives: "Wilmer Canales" },
  },
  p2: {
    ...{ givenNames: "María José", surnames: "Hernández", sex: "female", age: "unos 20" },
    ...{ country: "hondureña", town: "Tegucigalpa", marks: "tatuaje de rosa" },
  },
  p3: {
    ...{ givenNames: "Mikal", surnames: "Pérez Xol", sex: "h", birthDate: "mayo 1998" },
    ...{ country: "GT", town: "San Juan Ixcoy", relatives: ["Ana Xol", "Diego Xol"] },
  },
  p4: {
    ...{ givenNames: "Wilner", surnames: "Joseph", sex: "male", age: { from: 35, to: 45 } },
    ...{ country: "HT", town: "Jérémie" },
  },
};
const ASKED_AS_TYPED: Readonly<Record<string, object>> = {
  q1: { name: "chepe ernandes", sex: "male", age: 20, country: "HN", town: "san pedro" },
  q2: { name: "wilner jozef", age: 40, country: "HT" },
  q4: { name: "maria jose hernandes", town: "tegus", marks: "rosa" },
  q5: { name: "miguel peres shol", sex: "male", birthDate: "1998-05", country: "GT", relatives: "ana xol" },
};

interface Answer {
  readonly indexMs: number;
  readonly results: readonly {
    readonly query: string;
    readonly ms: number;
    readonly hits: readonly { readonly id: string; readonly score: number; readonly proposed: boolean }[];
  }[];
}

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

const holding = (files: Readonly<Record<string, string | Uint8Array>>, more: Setting = {}): Setting => ({
  readFile: async (path) => {
    const file = files[path];
    if (file === undefined) throw Object.assign(new Error(`ENOENT ${path}`), { code: "ENOENT" });
    return typeof file === "string" ? encoded(file) : file;
  },
  hasProfile: () => Promise.reject(new Error("no profile is asked for")),
  openProfile: () => Promise.reject(new Error("no profile is opened")),
  env: {},
  ...more,
});

const matched = (
  args: readonly string[] = [],
  files: { readonly people?: string | Uint8Array; readonly queries?: string | Uint8Array } = {},
  more: Setting = {},
): Promise<Ran> =>
  run(
    ["match-file", "people.csv", "queries.csv", ...args],
    holding({ "people.csv": files.people ?? PEOPLE, "queries.csv": files.queries ?? QUERIES }, more),
  );

const answerOf = (ran: Ran): Answer => jsonOf(ran) as Answer;

const stored = (typed: object): object => {
  const parsed = parseFields("guest", typed);
  if (parsed.kind === "bad") throw new Error(parsed.problems.map(({ field }) => field).join());
  return parsed.fields;
};

describe("the ranking", () => {
  test("is the app's: the same people through its fields give the same hits and scores", async () => {
    const index = createPersonIndex({ countryOf: parseCountry, gazetteer: await loadGazetteer() });
    for (const [id, typed] of Object.entries(AS_TYPED)) index.add(id, stored(typed));
    const ran = await matched(["--json"]);
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    const { results } = answerOf(ran);
    expect(results.map(({ query }) => query)).toEqual(["q1", "q2", "q3", "q4", "q5"]);
    for (const [query, typed] of Object.entries(ASKED_AS_TYPED)) {
      const hits = index.match(stored(typed), { limit: 10, year: 2026 });
      expect(results.find((result) => result.query === query)?.hits).toEqual(
        hits.map(({ id, score, proposed }) => ({ id, score, proposed })),
      );
    }
    expect(results.map(({ hits }) => hits[0]?.id)).toEqual(["p1", "p4", undefined, "p2", "p3"]);
  });

  test("is that of a house whose guests and reports these are", async () => {
    const { engine } = await openDesk(memoryNetwork(), "casa");
    const founding = { meshName: "Ruta", siteName: "Casa", siteKind: "shelter", personName: "Ana" } as const;
    await engine.found({ ...founding, passphrase: PASSPHRASE });
    const listed = new Map<RecordId, string>();
    for (const [id, typed] of Object.entries(AS_TYPED)) listed.set((await engine.add("guest", typed)).id, id);
    const { results } = answerOf(await matched(["--json"]));
    for (const [query, typed] of Object.entries(ASKED_AS_TYPED)) {
      const report = (await engine.add("report", typed)).id;
      const { pairs } = await engine.matches({ of: report });
      const hits = results.find((result) => result.query === query)?.hits ?? [];
      const told = hits.filter(({ score }) => score >= 0.05);
      expect(told.length).toBeGreaterThan(0);
      expect(pairs.map(({ guest, proposed }) => [listed.get(guest.id), proposed])).toEqual(
        told.map(({ id, proposed }) => [id, proposed]),
      );
    }
    await engine.close();
  });

  test("--json prints what the design says and no more", async () => {
    let at = 0;
    const ran = await matched(["--json"], {}, { elapsed: () => (at += 1.23456) });
    const answer = answerOf(ran);
    expect(Object.keys(answer)).toEqual(["indexMs", "results"]);
    for (const result of answer.results) {
      expect(Object.keys(result)).toEqual(["query", "ms", "hits"]);
      expect(result.ms).toBe(1.235);
      for (const hit of result.hits) {
        expect(Object.keys(hit)).toEqual(["id", "score", "proposed"]);
        expect(hit.score).toBeGreaterThanOrEqual(0);
        expect(hit.score).toBeLessThanOrEqual(1);
      }
    }
    expect(answer.indexMs).toBeGreaterThan(0);
    expect(String(answer.indexMs)).toMatch(/^\d+(?:\.\d{1,3})?$/u);
  });

  test("takes at most as many hits as --limit says", async () => {
    const people = `id,name\n${Array.from({ length: 30 }, (_, n) => `p${n},Ana Xol`).join("\n")}`;
    const hitsWith = async (...args: string[]): Promise<number | undefined> =>
      answerOf(await matched(["--json", ...args], { people, queries: "id,name\nq,ana xol" })).results[0]?.hits
        .length;
    expect(await hitsWith()).toBe(10);
    expect(await hitsWith("--limit", "3")).toBe(3);
  });

  test("a query without name, relative or mark finds nobody", async () => {
    const queries = "id,name,sex,age,birth_date,country,town\nq,,m,22,2004,HN,San Pedro Sula\n";
    expect(answerOf(await matched(["--json"], { queries })).results).toMatchObject([
      { query: "q", hits: [] },
    ]);
  });

  test("ages grow by the host's clock", async () => {
    const people = "id,name,age,age_as_of\np1,Ana Xol,16,2016\np2,Ana Xol,26,2016\n";
    const queries = "id,name,age\nq,ana xol,26\n";
    const best = async (year: number): Promise<string | undefined> =>
      answerOf(await matched(["--json"], { people, queries }, { now: () => Date.UTC(year, 5, 1) })).results[0]
        ?.hits[0]?.id;
    expect(await best(2016)).toBe("p2");
    expect(await best(2026)).toBe("p1");
  });

  test("what the letter M means in one list it means in the other", async () => {
    const people = "id,name,sex\np1,Ana Xol,h\np2,Ana Xol,mujer\n";
    const first = async (letter: string): Promise<string | undefined> =>
      answerOf(await matched(["--json"], { people, queries: `id,name,sex\nq,ana xol,${letter}\n` }))
        .results[0]?.hits[0]?.id;
    expect(await first("M")).toBe("p2");
    expect(await first("H")).toBe("p1");
  });

  test("without --json it is told in lines, in the language asked for", async () => {
    const files = {
      people: "id,name\np1,José Ángel Hernández Mejía\n",
      queries: "id,name\nq1,jose anjel ernandes mejia\nq2,wilner\n",
    };
    const spanish = await matched([], files);
    expect(spanish.stdout).toMatch(
      /^q1\n {4}p1 {2}[\p{L} ]+ \(\d+ %\)(?: {2}propuesta)?\nq2\n {4}nadie se parece\n$/u,
    );
    expect(spanish.stdout).not.toMatch(/Hernández|ernandes/u);
    expect((await matched()).stdout).toMatch(/^ {4}p4 {2}Muy probable \(\d+ %\) {2}propuesta$/mu);
    expect((await matched(["--lang", "en"], files)).stdout).toMatch(/nobody is alike\n$/u);
  });
});

describe("what cannot be read", () => {
  test("cells count as not known, and are counted by column without what they hold", async () => {
    const people = "id,name,age,country\np1,Ana Xol,secreto,Atlántida\np2,Eva Xol,joven,HN\n";
    const ran = await matched(["--json", "--lang", "en"], { people, queries: "id,name,sex\nq,ana,?\n" });
    expect(ran.code).toBe(0);
    expect(answerOf(ran).results[0]?.hits[0]?.id).toBe("p1");
    expect(ran.stderr).toBe(
      "List of people: 3 cells could not be read and count as not known: Age (2), Country they are from (1)\n" +
        "List of queries: 1 cell could not be read and counts as not known: Sex (1)\n",
    );
  });

  const SECRET = "Marisol";
  test.each<[string, { people?: string | Uint8Array; queries?: string }, RegExp]>([
    ["not CSV", { people: new Uint8Array([80, 75, 3, 4, 0, 0]) }, /^Lista de personas: .*no es CSV/u],
    ["empty", { people: "" }, /^Lista de personas: línea 1: Falta la columna id/u],
    [
      "no id column",
      { queries: `name,age\n${SECRET},2` },
      /^Lista de consultas: línea 1: Falta la columna id/u,
    ],
    [
      "no name column",
      { people: "id,age\n1,2" },
      /^Lista de personas: línea 1: Falta la columna del nombre/u,
    ],
    ["no id", { people: `id,name\n1,Ana\n,${SECRET}` }, /^Lista de personas: línea 3: Le falta el id/u],
    ["id twice", { people: `id,name\n7,Ana\n8,Eva\n7,${SECRET}` }, /^Lista de personas: línea 4: El id ya/u],
    ["a cell too many", { queries: `id,name\n7,${SECRET},x` }, /^Lista de consultas: línea 2: Tiene más/u],
    ["an open quote", { people: `id,name\n7,"${SECRET}` }, /^Lista de personas: línea 2: Hay comillas/u],
  ])("%s: one line that says where and what to do", async (_, files, line) => {
    const ran = await matched(["--json"], files);
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr).toMatch(line);
    expect(ran.stderr.match(/\n/gu)).toHaveLength(1);
    expect(ran.stderr).not.toContain(SECRET);
  });

  test("a file that is missing is told by its list, not by its name", async () => {
    for (const [missing, list] of [
      ["people.csv", "personas"],
      ["queries.csv", "consultas"],
    ] as const) {
      const files = Object.entries({ "people.csv": PEOPLE, "queries.csv": QUERIES });
      const ran = await run(
        ["match-file", "people.csv", "queries.csv"],
        holding(Object.fromEntries(files.filter(([name]) => name !== missing))),
      );
      expect(ran).toMatchObject({ code: 1, stdout: "" });
      expect(ran.stderr).toMatch(new RegExp(`^Lista de ${list}: No hay un archivo`, "u"));
      expect(ran.stderr).not.toContain(missing);
    }
  });

  test.each([[["people.csv"]], [["people.csv", "queries.csv", "--limit", "0"]], [["a", "b", "c"]]])(
    "a command that is written wrongly is exit 2: %j",
    async (args) => {
      expect(await run(["match-file", ...args], holding({}))).toMatchObject({ code: 2, stdout: "" });
    },
  );
});

describe("long lists", () => {
  /** Each look at it is a second later. */
  const slow = (): Pick<Setting, "elapsed" | "now"> => {
    let seconds = 0;
    return { elapsed: () => (seconds += 1000), now: () => Date.UTC(2026, 10, 21) + seconds };
  };

  test("tell how far they are where somebody watches, and only on standard error", async () => {
    const ran = await matched(["--json"], {}, { ...slow(), stderrIsTerminal: true });
    expect(answerOf(ran).results).toHaveLength(5);
    for (const words of ["Leyendo la lista 3 de 4", "Preparando la búsqueda 3 de 4", "Buscando 4 de 5"])
      expect(ran.stderr).toContain(words);
    expect(ran.stderr).toMatch(/\r\u001b\[K$/u);
    expect((await matched(["--json"], {}, slow())).stderr).toBe("");
  });

  test("can be stopped on the way", async () => {
    const stop = new AbortController();
    const { elapsed, now } = slow();
    const stopping = (): number => {
      setImmediate(() => {
        stop.abort();
      });
      return elapsed!();
    };
    const ran = await matched(["--json"], {}, { elapsed: stopping, now: now!, stop: stop.signal });
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr).toMatch(/^Detenido/u);
  });
});

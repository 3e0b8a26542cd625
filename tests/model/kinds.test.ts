import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  accessOf,
  displayName,
  isKind,
  KIND_NAMES,
  kindFacts,
  type KindName,
  parseFields,
  placeChip,
  ROLES,
} from "#model";

const page = readFileSync(new URL("../../docs/records.md", import.meta.url), "utf8");

/** Sections of the page by their title. */
const sections = new Map(page.split(/^## /mu).map((part) => [part.split("\n")[0] ?? "", part]));
const examplesOf = (kind: string): unknown[] =>
  [...(sections.get(kind) ?? "").matchAll(/^```json\n(.*?)^```/gmsu)].map(
    ([, json = ""]) => JSON.parse(json) as unknown,
  );

describe("docs/records.md", () => {
  test.each(KIND_NAMES)("shows %s as it is stored", (kind) => {
    const examples = examplesOf(kind);
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples)
      expect(parseFields(kind, example)).toEqual({ kind: "ok", fields: example });
  });

  test.each(KIND_NAMES)("says the space of %s", (kind) => {
    expect(sections.get(kind)).toContain(`Space \`${kindFacts(kind).space}\``);
  });

  test("says who may write each kind", () => {
    const table = sections.get("Who may write") ?? "";
    for (const kind of KIND_NAMES) {
      const cell = [
        accessOf("staff", kind),
        accessOf("volunteer", kind),
        accessOf("advocate", kind),
        accessOf("hub", kind),
      ];
      expect(table).toContain(`| ${kind} | ${cell.join(" | ")} |`);
    }
  });

  test("has no example that belongs to no kind", () => {
    const titled = [...sections].filter(([, part]) => part.includes("```json")).map(([title]) => title);
    expect(titled.sort()).toEqual([...KIND_NAMES].sort());
  });
});

/** Decided by who coordinates alone. */
const COORDINATED: readonly KindName[] = ["sharing-agreement", "sharing-rules"];

describe("kinds", () => {
  test.each(COORDINATED)("%s is written by coordinators and by nobody else", (kind) => {
    const writers = ROLES.filter((role) => accessOf(role, kind) !== "none");
    expect(writers).toEqual(["coordinator"]);
  });

  test("coordinators, staff and protection write the same, and a hub nothing", () => {
    for (const kind of KIND_NAMES) {
      expect(accessOf("hub", kind)).toBe("none");
      if (kindFacts(kind).space === "protected" || COORDINATED.includes(kind)) continue;
      expect(accessOf("coordinator", kind)).toBe(accessOf("staff", kind));
      expect(accessOf("protection", kind)).toBe(accessOf("staff", kind));
    }
  });

  test("in `protected` whoever answers for protection writes; others hand in a person and nothing else", () => {
    const ofProtected = KIND_NAMES.filter((kind) => kindFacts(kind).space === "protected");
    expect(ofProtected.length).toBeGreaterThan(1);
    for (const kind of ofProtected) {
      expect(accessOf("protection", kind)).toBe("write");
      expect(accessOf("coordinator", kind)).toBe("drop");
      for (const role of ["staff", "volunteer"] as const)
        expect(accessOf(role, kind)).toBe(kind === "protected-guest" ? "drop" : "none");
      expect(accessOf("advocate", kind)).toBe("none");
    }
  });

  test("only what a drop key exists for is dropped", () => {
    for (const role of ROLES)
      for (const kind of KIND_NAMES)
        if (accessOf(role, kind) === "drop")
          expect(["site", "network", "protected"]).toContain(kindFacts(kind).space);
    expect(accessOf("volunteer", "report")).toBe("drop");
    expect(accessOf("advocate", "card")).toBe("drop");
    expect(accessOf("advocate", "guest")).toBe("none");
    expect(accessOf("volunteer", "message")).toBe("none");
  });

  test("names of kinds are known, names of the language's own are not", () => {
    expect(KIND_NAMES.every(isKind)).toBe(true);
    expect(["toString", "constructor", "", "Report"].some(isKind)).toBe(false);
  });

  test("a title is the name, its parts, a nickname, or what is seen", () => {
    const title = (fields: object): string | null =>
      kindFacts("guest").title(fields as Record<string, unknown>);
    expect(title({ name: "Ana Ruiz", givenNames: "Otra" })).toBe("Ana Ruiz");
    expect(title({ givenNames: "Ana", surnames: "Ruiz" })).toBe("Ana Ruiz");
    expect(title({ alternateNames: ["Chepe"] })).toBe("Chepe");
    expect(title({ marks: "gorra roja" })).toBe("gorra roja");
    expect(title({ name: 7, alternateNames: "x", marks: [] })).toBeNull();
    expect(displayName({})).toBeNull();
  });

  test("search sees the words of a person and not those of the seeker", () => {
    const text = kindFacts("report").searchText({
      name: "Ana",
      alternateNames: ["Nita"],
      seeker: { name: "Rosa" },
      age: 3,
    });
    expect(text).toBe("Ana Nita");
    expect(kindFacts("message").searchText({ text: "hola", to: "x" })).toBe("hola");
    expect(kindFacts("arrival").title({ from: "Tapachula" })).toBe("Tapachula");
  });
});

describe("placeChip", () => {
  test("three steps in one order, whatever is saved", () => {
    expect(placeChip({ here: true, hub: false, sites: ["a", "b", "a"] }, { otherSites: 5 })).toEqual([
      { step: "here", state: "done", count: 1 },
      { step: "hub", state: "missing", count: 0 },
      { step: "sites", state: "partly", count: 2 },
    ]);
  });

  test("all sites is done, none is missing, and a record that stays says so", () => {
    const sites = (held: string[], otherSites: number | null): string =>
      placeChip({ here: true, hub: true, sites: held }, { otherSites })[2].state;
    expect(sites(["a", "b"], 2)).toBe("done");
    expect(sites([], 2)).toBe("missing");
    expect(sites([], 0)).toBe("missing");
    expect(sites(["a"], null)).toBe("stays");
  });
});

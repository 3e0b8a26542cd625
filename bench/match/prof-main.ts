import { readNameSources } from "./name-sources.ts";
import { SETS } from "./sets.ts";
import { Matcher } from "../../src/match/matcher.ts";
import { loadGazetteer } from "../../src/match/index.ts";
import { scoreOf } from "../../src/match/posterior.ts";
import { WEIGHTS } from "../../src/match/weights.ts";
import { FEATURES } from "../../src/match/features.ts";
import { asked, searchable } from "./engines/vereda.ts";
export async function run(names: string, people: number, name = "S2") {
  const set = SETS[name]!(readNameSources(names), {
    people,
    queries: 1000,
    perSlice: 40,
    absent: 0.5,
    seed: 3,
  });
  const m = new Matcher({ gazetteer: await loadGazetteer() });
  for (const p of set.people) m.add(p.id, searchable(p));
  const by = new Map(set.people.map((p) => [p.id, p]));
  const right: number[] = [];
  const wrong: number[] = [];
  for (const q of set.queries) {
    const c = m
      .candidatesFor(asked(q), 2026)
      .map((x) => ({ ...x, s: scoreOf(x.compared.features, WEIGHTS) }))
      .sort((a, b) => b.s - a.s);
    const at = c.findIndex((x) => x.id === q.answer);
    if (at >= 0) right.push(c[at]!.s);
    const w = c.find((x) => x.id !== q.answer);
    if (w) wrong.push(w.s);
    if (q.answer !== null && (at < 0 || at > 2)) {
      const f = (x: (typeof c)[number]) =>
        x
          ? FEATURES.map((n, i) =>
              x.compared.features[i] ? `${n}=${x.compared.features[i]!.toFixed(1)}` : "",
            )
              .filter(Boolean)
              .join(" ")
          : "";
      const { id: _i, slices: _s, ...rest } = q;
      console.log("\nQ", JSON.stringify(rest));
      console.log(" right", at, JSON.stringify(by.get(q.answer!)), "\n   ", c[at]?.s.toFixed(1), f(c[at]!));
      console.log(
        " first",
        JSON.stringify(by.get(c[0]?.id ?? "")),
        "\n   ",
        c[0]?.s.toFixed(1),
        c[0] ? f(c[0]) : "",
      );
    }
  }
  const pc = (v: number[], p: number) => v.sort((a, b) => a - b)[Math.floor(v.length * p)]!.toFixed(1);
  console.log(
    "right",
    [0, 0.01, 0.05, 0.1, 0.5].map((p) => pc(right, p)),
    "wrong best",
    [0, 0.05, 0.5, 0.9].map((p) => pc(wrong, p)),
  );
}

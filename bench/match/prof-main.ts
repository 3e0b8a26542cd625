import { Session } from "node:inspector/promises";
import { writeFileSync } from "node:fs";
import { readNameSources } from "./name-sources.ts";
import { SETS } from "./sets.ts";
import { vereda } from "./engines/vereda.ts";
export async function run(names: string, people: number) {
  const set = SETS["S2"]!(readNameSources(names), { people, queries: 1000, perSlice: 10, absent: 0.5, seed: 9 });
  const e = await vereda.create(async () => null);
  if ("skipped" in e) return;
  const s = new Session(); s.connect(); await s.post("Profiler.enable");
  const prof = async (name: string, f: () => void) => {
    await s.post("Profiler.start"); f(); const { profile } = await s.post("Profiler.stop");
    const self = new Map<string, number>(); const dt = profile.timeDeltas!; const id = new Map(profile.nodes.map((n) => [n.id, n]));
    profile.samples!.forEach((x, i) => { const n = id.get(x)!; const k = n.callFrame.functionName + ":" + n.callFrame.lineNumber; self.set(k, (self.get(k) ?? 0) + dt[i]!); });
    console.log(name); for (const [k, v] of [...self].sort((a, b) => b[1] - a[1]).slice(0, 22)) console.log("  " + (v / 1000).toFixed(0) + " ms " + k);
  };
  const t0 = performance.now(); await prof("build", () => { void e.build(set.people); }); console.log("build", performance.now() - t0);
  const t: number[] = [];
  await prof("search", () => { for (const q of set.queries) { const a = performance.now(); void e.search(q); t.push(performance.now() - a); } });
  t.sort((a, b) => a - b); console.log("p50", t[500], "p95", t[950]);
}

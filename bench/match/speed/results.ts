/** Results of timing: what `--json` prints, and the same as tables to read. */
import { grid } from "../results.ts";
import type { Times } from "./trial.ts";

/** One engine in one place. */
export interface Measured {
  readonly engine: string;
  readonly buildSeconds: number;
  readonly queries: Times;
  readonly arrivals: Times;
  /** What the engine holds, the people's own strings included. */
  readonly bytes: number;
  /** Of the fixed work, just before. */
  readonly controlMs: number;
}

export interface SpeedResult {
  readonly people: number;
  /** Times that the page's thread is slowed. */
  readonly slowed: number;
  readonly node: readonly Measured[];
  /** Null: no Chromium here. `controlMs` is measured slowed. */
  readonly page: readonly Measured[] | null;
  /** Of the fixed work in the page, not slowed. */
  readonly pageControlMs: number | null;
}

const millis = (ms: number): string => (ms < 1 ? ms.toFixed(3) : ms.toFixed(1));
const cells = (where: string, { engine, buildSeconds, queries, arrivals, bytes }: Measured) => [
  `${engine}, ${where}`,
  buildSeconds.toFixed(2),
  String(queries.count),
  millis(queries.p50),
  millis(queries.p95),
  millis(queries.most),
  millis(arrivals.p50),
  millis(arrivals.p95),
  (bytes / 1e6).toFixed(1),
];

export function speedTable({ people, slowed, node, page, pageControlMs }: SpeedResult): string {
  const where = `Chromium slowed ${slowed} times`;
  const rows = [...node.map((one) => cells("Node", one)), ...(page ?? []).map((one) => cells(where, one))];
  const headings = ["engine", "build s", "queries", "p50 ms", "p95 ms", "max ms", "add p50", "add p95", "MB"];
  const control = [
    ...node.map(({ engine, controlMs }) => `Node, before ${engine} ${millis(controlMs)} ms`),
    ...(pageControlMs === null ? [] : [`Chromium ${millis(pageControlMs)} ms`]),
    ...(page ?? []).map(({ engine, controlMs }) => `${where}, before ${engine} ${millis(controlMs)} ms`),
  ];
  return [
    `${people.toLocaleString("en")} people`,
    grid(headings, rows),
    `Control loop: ${control.join("; ")}.`,
  ].join("\n\n");
}

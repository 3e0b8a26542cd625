/** Results of a run: the object that `--json` prints, and the same as tables to read. */
import type { Errors } from "./histogram.ts";
import type { Row } from "./measure.ts";
import type { Found, Proposals } from "./metrics.ts";

export interface SetResult {
  readonly name: string;
  readonly people: number;
  readonly queries: number;
  readonly seed: number;
  readonly errors: Errors;
  readonly rows: readonly Row[];
  /** Of the first engine that tells a probability; null: none does. */
  readonly propose: Proposals | null;
  /** Engines that did not run, and why. */
  readonly skipped: readonly { readonly engine: string; readonly why: string }[];
}

const share = (value: number): string => value.toFixed(3).replace(/^0/u, "");
const interval = ({ low, high }: Found["r1Interval"]): string => `${share(low)}-${share(high)}`;
const millis = (ms: number): string => ms.toFixed(1);

type Cells = readonly string[];

/** A table of Markdown; the first column is text, the others are figures. */
export function grid(headings: Cells, body: readonly Cells[]): string {
  const rows = [headings, ...body];
  const widths = headings.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: Cells) =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join(" | ")} |`;
  const rule = `|${widths.map((width, at) => (at === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`;
  return [line(headings), rule, ...body.map(line)].join("\n");
}

const overall = (rows: readonly Row[]): string =>
  grid(
    ["engine", "queries", "R@1", "95 %", "R@10", "95 %", "MRR", "p50 ms", "p95 ms", "build s"],
    rows.map((row) => [
      row.engine,
      String(row.queries),
      share(row.r1),
      interval(row.r1Interval),
      share(row.r10),
      interval(row.r10Interval),
      share(row.mrr),
      millis(row.p50),
      millis(row.p95),
      row.buildSeconds.toFixed(2),
    ]),
  );

/** R@10 of each slice, an engine a column; R@1 with it is in the JSON. */
function slices(rows: readonly Row[]): string | null {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row.slices)))].sort();
  if (names.length === 0) return null;
  const asked = (name: string) => Math.max(...rows.map((row) => row.slices[name]?.queries ?? 0));
  return grid(
    ["slice, R@10", "queries", ...rows.map(({ engine }) => engine)],
    names.map((name) => [
      name,
      String(asked(name)),
      ...rows.map((row) => (row.slices[name] === undefined ? "-" : share(row.slices[name].r10))),
    ]),
  );
}

const errorLine = ({ mean, perQuery, kinds }: Errors): string =>
  `Errors in a query: ${mean.toFixed(2)} on average; queries with 0, 1, 2 ... errors: ${perQuery.join(", ")}.\n` +
  Object.entries(kinds)
    .map(([kind, count]) => `${kind} ${count}`)
    .join(", ");

const proposeLine = (propose: Proposals): string => {
  const { precision, recall, ece, proposed, falsePerThousandAbsent } = propose;
  const said = precision === null ? "nothing proposed" : `precision ${share(precision)}`;
  return (
    `Proposed unasked: ${proposed}; ${said}, recall ${share(recall)}, calibration error ${share(ece)}, ` +
    `${falsePerThousandAbsent.toFixed(1)} false for 1,000 people who are not there.`
  );
};

/** Seeds that weights are tuned on: figures of theirs say nothing. */
const TUNING_SEEDS = 5;
const forTuning = (seed: number): string => (seed >= 1 && seed <= TUNING_SEEDS ? " (for tuning)" : "");

export function tables(result: SetResult): string {
  const parts = [
    `${result.name}: ${result.people.toLocaleString("en")} people, ${result.queries.toLocaleString("en")} queries, seed ${result.seed}${forTuning(result.seed)}`,
    overall(result.rows),
    slices(result.rows),
    result.propose === null ? null : proposeLine(result.propose),
    result.errors.mean === 0 ? null : errorLine(result.errors),
    ...result.skipped.map(({ engine, why }) => `Not run: ${engine}: ${why}`),
  ];
  return parts.filter((part) => part !== null).join("\n\n");
}

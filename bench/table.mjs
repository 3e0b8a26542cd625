/** The rows as a table for a terminal or a page of Markdown. */

/** @typedef {import("./measure.mjs").Measured} Measured */

/** @type {readonly (readonly [heading: string, cell: (measured: Measured) => string])[]} */
const COLUMNS = [
  ["engine", ({ row }) => row.engine],
  ["records", ({ row }) => number(row.records)],
  ["first sync", ({ row }) => seconds(row.firstMs)],
  ["records/s", ({ row }) => number(row.recordsPerSecond)],
  ["first bytes", ({ beside }) => kilobytes(beside.firstBytes)],
  ["re-sync of 10", ({ row }) => seconds(row.resyncMs)],
  ["messages", ({ row }) => number(row.resyncMessages)],
  ["bytes", ({ row }) => kilobytes(row.resyncBytes)],
];

/** Not measured, or not told. */
const NONE = "-";

const number = (/** @type {number | null} */ value) => (value === null ? NONE : value.toLocaleString("en"));
const seconds = (/** @type {number | null} */ ms) => (ms === null ? NONE : `${(ms / 1000).toFixed(2)} s`);
const kilobytes = (/** @type {number | null} */ bytes) =>
  bytes === null ? NONE : `${number(Math.round(bytes / 100) / 10)} kB`;

/**
 * @param {readonly Measured[]} measured
 * @returns {string}
 */
export function table(measured) {
  const rows = [
    COLUMNS.map(([heading]) => heading),
    ...measured.map((one) => COLUMNS.map(([, cell]) => cell(one))),
  ];
  const widths = COLUMNS.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(" | ")} |`;
  const rule = `|${widths.map((width, at) => (at === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`;
  const [headings = [], ...body] = rows;
  return [line(headings), rule, ...body.map(line)].join("\n");
}

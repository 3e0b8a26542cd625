/** Files of the engine in memory: one list in, and figures out, counted by the real rules from what is in it. */
import {
  EngineError,
  type FiguresPeriod,
  type FiguresTable,
  type ImportReport,
} from "../../src/engine/api/index.ts";
import { writeFigures } from "#formats";
import { CSV_FILE } from "./invented.ts";
import { figuresOf, type KindName, monthsOf, type PlainFields } from "#model";

interface Kept {
  readonly id: string;
  readonly kind: KindName;
  readonly fields: PlainFields;
  readonly createdAt: number;
  readonly changedAt: number;
}

interface Imported {
  readonly named: readonly object[];
  readonly report: ImportReport;
}

/** The one list that it understands has a row without a name. */
export function fakeImport(bytes: Uint8Array): Imported {
  if (new TextDecoder().decode(bytes) !== CSV_FILE)
    throw new EngineError({ code: "file-not-understood", detail: "no-name-column" });
  const rows = CSV_FILE.trim().split("\n").slice(1);
  const named = rows
    .map((row) => row.split(","))
    .filter(([name]) => name !== "")
    .map(([name, age, country]) => ({ name, age, country }));
  const errors = [{ record: null, line: 4, code: "needs-name" as const, field: "name" }];
  return { named, report: { imported: named.length, updated: 0, skipped: 0, errors } };
}

export const fakeFiguresFile = (table: FiguresTable, language: "es" | "en" = "es"): Uint8Array =>
  writeFigures(table, language);

const isoOf = (ms: number): string => new Date(ms).toISOString();

export function fakeFigures(kept: readonly Kept[], period: FiguresPeriod, now: number): FiguresTable {
  const asked = monthsOf(period, isoOf(now).slice(0, 10));
  if (asked.kind === "bad-period") throw new EngineError({ code: "bad-period" });
  if (asked.kind === "not-over") throw new EngineError({ code: "month-not-over", last: asked.last });
  const ofKind = (kind: KindName) =>
    kept
      .filter((one) => one.kind === kind)
      .map(({ id, fields, createdAt, changedAt }) => ({
        ...{ id, fields, madeAt: isoOf(createdAt), changedAt: isoOf(changedAt) },
      }));
  return figuresOf({ ofKind, dayOf: (moment) => moment.slice(0, 10) }, asked.months);
}

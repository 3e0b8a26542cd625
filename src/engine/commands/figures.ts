/** `export --format figures`: what a house counts, from its own records. Nothing of it leaves the device but the file. */
import { writeFigures } from "#formats";
import { type FigureRecord, type FigureRecords, figuresOf, type KindName, monthsOf } from "#model";
import { EngineError, type UnixMillis } from "../api.ts";
import type { FiguresPeriod, FiguresTable } from "../figures-api.ts";
import { memberOf, type House } from "../house.ts";
import type { CatalogRecord } from "../records/catalog.ts";

const LAST_MS = 8.64e15;
const two = (n: number): string => String(n).padStart(2, "0");

/** The day of an instant in the zone of this device, which stands in the house: evenings count for their own month. */
export function localDay(ms: UnixMillis): string {
  const at = new Date(ms);
  return `${String(at.getFullYear()).padStart(4, "0")}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** An instant; null where a clock elsewhere said what is none. */
const momentOf = (ms: UnixMillis | null): string | null =>
  ms === null || !(Math.abs(ms) <= LAST_MS) ? null : new Date(ms).toISOString();

const figureRecord = ({ id, fields, createdAt, changedAt }: CatalogRecord): FigureRecord => ({
  ...{ id, fields, madeAt: momentOf(createdAt), changedAt: momentOf(changedAt) },
});

const recordsOf = (house: House): FigureRecords => ({
  ofKind: (kind: KindName) => house.catalog.ofKind(kind).map(figureRecord),
  dayOf: (moment) => (moment.includes("T") ? localDay(Date.parse(moment)) : moment),
});

/** Who reads all that is counted, and may take a list away. */
const COUNTING: readonly string[] = ["coordinator", "staff", "protection"];

export function figures(house: House, period: FiguresPeriod = {}): FiguresTable {
  const { role } = memberOf(house).member;
  if (!COUNTING.includes(role)) throw new EngineError({ code: "not-allowed", role });
  const asked = monthsOf(period, localDay(house.deps.clock.now()));
  if (asked.kind === "bad-period") throw new EngineError({ code: "bad-period" });
  if (asked.kind === "not-over") throw new EngineError({ code: "month-not-over", last: asked.last });
  return figuresOf(recordsOf(house), asked.months);
}

export const exportFigures = (
  house: House,
  period: FiguresPeriod = {},
  language: "es" | "en" = "es",
): Uint8Array => writeFigures(figures(house, period), language);

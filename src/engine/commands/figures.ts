/** `export --format figures`: what a house counts, from its own records. Nothing of it leaves the device but the file. */
import { writeFigures } from "#formats";
import { figuresOf, monthsOf } from "#model";
import { EngineError } from "../api/index.ts";
import { figureRecordsOf, localDay } from "../figures/figure-records.ts";
import type { FiguresPeriod, FiguresTable } from "../api/figures.ts";
import { memberOf, type House } from "../house/house.ts";

/** Who reads all that is counted, and may take a list away. */
const COUNTING: readonly string[] = ["coordinator", "staff", "protection"];

export function figures(house: House, period: FiguresPeriod = {}): FiguresTable {
  const { role } = memberOf(house).member;
  if (!COUNTING.includes(role)) throw new EngineError({ code: "not-allowed", role });
  const asked = monthsOf(period, localDay(house.deps.clock.now()));
  if (asked.kind === "bad-period") throw new EngineError({ code: "bad-period" });
  if (asked.kind === "not-over") throw new EngineError({ code: "month-not-over", last: asked.last });
  return figuresOf(figureRecordsOf(house), asked.months);
}

export const exportFigures = (
  house: House,
  period: FiguresPeriod = {},
  language: "es" | "en" = "es",
): Uint8Array => writeFigures(figures(house, period), language);

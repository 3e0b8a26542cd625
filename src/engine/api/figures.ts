/** Figures of a house for its donors and itself: counts by month, with none of few people in them (docs/decisions/0020-figures.md). */
import type { FiguresPeriod, FiguresTable } from "#model";

export type { FiguresPeriod, FiguresTable } from "#model";

export type FiguresFault =
  | { readonly code: "bad-period" }
  /** `last`: the last month that is over. */
  | { readonly code: "month-not-over"; readonly last: string };

export interface FiguresCommands {
  /** Counted from the own house's records, by month; of the last twelve months that are over, unless told. */
  figures(period?: FiguresPeriod): Promise<FiguresTable>;
  /** The same as CSV in UTF-8, with headings in the language and HXL tags under them. */
  exportFigures(period?: FiguresPeriod, language?: "es" | "en"): Promise<Uint8Array>;
}

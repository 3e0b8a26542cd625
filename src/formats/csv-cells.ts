/**
 * Cells of a CSV file against spreadsheet programs, which run what begins like a formula. An
 * export puts an apostrophe before such a cell, and reading takes it off again.
 */
const FORMULA = /^'*[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r]/u;

/** The cell, harmless. */
export const neutralised = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);

/** What {@link neutralised} was given. */
export const restored = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;

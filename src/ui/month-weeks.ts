/** The weeks of a month, as a wall calendar shows them. */

const DAYS = 7;

/** Days in weeks from Monday; null where a week belongs to another month. `month` counts from 0. */
export function weeksOf(year: number, month: number): readonly (readonly (number | null)[])[] {
  const before = (new Date(year, month, 1).getDay() + DAYS - 1) % DAYS;
  const days = new Date(year, month + 1, 0).getDate();
  const rows = Math.ceil((before + days) / DAYS);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: DAYS }, (_, column) => {
      const day = row * DAYS + column - before + 1;
      return day < 1 || day > days ? null : day;
    }),
  );
}

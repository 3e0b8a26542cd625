/** How sure a share is that was counted: Wilson's interval for 95 %. */

export interface Interval {
  readonly low: number;
  readonly high: number;
}

const Z = 1.959964;

/** The interval of `hits` out of `total`; the whole range where nothing was counted. */
export function wilson(hits: number, total: number): Interval {
  if (total === 0) return { low: 0, high: 1 };
  const share = hits / total;
  const spread = Z ** 2 / total;
  const middle = (share + spread / 2) / (1 + spread);
  const reach = (Z / (1 + spread)) * Math.sqrt((share * (1 - share)) / total + spread / (4 * total));
  return { low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}

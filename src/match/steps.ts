/** Tables that are dear to make: by steps where somebody has the time, or at once when they are asked for. */
export interface Stepped<T> {
  /** Makes what is not made yet. */
  readonly value: () => T;
  /** A step at each turn; ends when nothing is left to make. */
  readonly steps: () => Iterable<undefined>;
}

export type Steps<T> = Generator<undefined, T, undefined>;

export function stepped<T>(make: () => Steps<T>): Stepped<T> {
  let making: Steps<T> | null = null;
  let made: { readonly value: T } | null = null;
  const step = (): typeof made => {
    if (made !== null) return made;
    making ??= make();
    const { done, value } = making.next();
    if (done === true) made = { value };
    return made;
  };
  return {
    value() {
      for (;;) {
        const whole = step();
        if (whole !== null) return whole.value;
      }
    },
    *steps() {
      while (step() === null) yield;
    },
  };
}

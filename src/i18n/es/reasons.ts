/** Spanish: why two people may be the same, and why a search was not made. */
export const reasons = {} as Readonly<Record<string, string>>;
export const refusals = {} as Readonly<Record<string, string>>;

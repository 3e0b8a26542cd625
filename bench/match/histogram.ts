/** How many errors the queries of a set have, and which. */
import type { Query } from "./person.ts";

export interface Errors {
  /** Queries with 0 errors, 1 error, ... */
  readonly perQuery: readonly number[];
  readonly mean: number;
  /** Queries that have the error, by its name. */
  readonly kinds: Readonly<Record<string, number>>;
}

export function errorsOf(queries: readonly Pick<Query, "errors">[]): Errors {
  const counts = queries.map(({ errors }) => errors.length);
  const perQuery = Array.from(
    { length: Math.max(0, ...counts) + 1 },
    (_, errors) => counts.filter((count) => count === errors).length,
  );
  const kinds = new Map<string, number>();
  for (const { errors } of queries)
    for (const kind of new Set(errors)) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return {
    perQuery,
    mean: counts.length === 0 ? 0 : counts.reduce((sum, count) => sum + count, 0) / counts.length,
    kinds: Object.fromEntries([...kinds].sort((a, b) => b[1] - a[1])),
  };
}

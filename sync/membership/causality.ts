/**
 * The causal order of operations: an operation follows those it cites and the one before it in its
 * own log (docs/protocol.md, "Order of operations"). The order is by depth, then id: both depend
 * only on an operation's own past, so no later arrival ever swaps two of them. Knows no meanings.
 */
import type { OperationId } from "../ids.ts";
import type { AuthoredOperation } from "./operations.ts";

/** The operations whose whole past is here, and who precedes whom. */
export interface Causality {
  readonly order: readonly OperationId[];
  readonly position: ReadonlyMap<OperationId, number>;
  /** By position: a bit for each earlier position in its past. About N * N / 16 bytes in all. */
  readonly past: readonly Uint32Array[];
}

/** Sorted operations beside the order that was found, for the reducer. */
export interface Ordered {
  readonly causality: Causality;
  readonly operations: readonly AuthoredOperation[];
  readonly heads: readonly OperationId[];
  readonly waiting: readonly OperationId[];
}

const parentsOf = (operation: AuthoredOperation): readonly OperationId[] =>
  operation.prev === null ? operation.heads : [...operation.heads, operation.prev];

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether `earlier` is in the past of `later`; false when either is not in order yet, or equal. */
export function precedes(causality: Causality, earlier: OperationId, later: OperationId): boolean {
  const from = causality.position.get(earlier);
  const to = causality.position.get(later);
  return from !== undefined && to !== undefined && hasBit(causality.past[to], from);
}

const hasBit = (bits: Uint32Array | undefined, index: number): boolean =>
  (((bits?.[index >>> 5] ?? 0) >>> (index & 31)) & 1) === 1;

/** Sorts operations; those with a parent missing, and all that follow them, wait. */
export function orderOperations(operations: readonly AuthoredOperation[]): Ordered {
  const byId = new Map(operations.map((operation) => [operation.id, operation]));
  const depths = depthsOf(byId);
  const sorted = [...byId.values()]
    .filter(({ id }) => depths.has(id))
    .sort((a, b) => (depths.get(a.id) ?? 0) - (depths.get(b.id) ?? 0) || byText(a.id, b.id));
  const cited = new Set(sorted.flatMap(parentsOf));
  return {
    causality: causalityOf(sorted),
    operations: sorted,
    heads: sorted
      .map(({ id }) => id)
      .filter((id) => !cited.has(id))
      .sort(byText),
    waiting: [...byId.keys()].filter((id) => !depths.has(id)).sort(byText),
  };
}

function depthsOf(byId: ReadonlyMap<OperationId, AuthoredOperation>): Map<OperationId, number> {
  const children = new Map<OperationId, AuthoredOperation[]>();
  const missing = new Map<OperationId, number>();
  const ready: AuthoredOperation[] = [];
  for (const operation of byId.values()) {
    const parents = new Set(parentsOf(operation));
    missing.set(operation.id, parents.size);
    if (parents.size === 0) ready.push(operation);
    for (const parent of parents) {
      const known = children.get(parent);
      if (known === undefined) children.set(parent, [operation]);
      else known.push(operation);
    }
  }
  const depths = new Map<OperationId, number>();
  for (let next = ready.pop(); next !== undefined; next = ready.pop()) {
    depths.set(next.id, 1 + Math.max(-1, ...parentsOf(next).map((parent) => depths.get(parent) ?? 0)));
    for (const child of children.get(next.id) ?? []) {
      const left = (missing.get(child.id) ?? 0) - 1;
      missing.set(child.id, left);
      if (left === 0) ready.push(child);
    }
  }
  return depths;
}

function causalityOf(sorted: readonly AuthoredOperation[]): Causality {
  const position = new Map(sorted.map(({ id }, index) => [id, index]));
  const past: Uint32Array[] = [];
  sorted.forEach((operation, index) => {
    const bits = new Uint32Array((index >>> 5) + 1);
    for (const parent of parentsOf(operation)) {
      const at = position.get(parent) ?? 0;
      past[at]?.forEach((word, slot) => {
        bits[slot] = (bits[slot] ?? 0) | word;
      });
      bits[at >>> 5] = (bits[at >>> 5] ?? 0) | (1 << (at & 31));
    }
    past.push(bits);
  });
  return { order: sorted.map(({ id }) => id), position, past };
}

/**
 * Devices whose control log has two histories (docs/protocol.md, "Forks"): read off the operations alone,
 * so that everybody who holds both branches knows it.
 */
import type { DeviceId, OperationId } from "../ids.ts";
import type { AuthoredOperation } from "./operations.ts";

export interface Fork {
  /** The first position with two operations. */
  readonly seq: number;
  /** The last operation before it; null where the log forks at its beginning. */
  readonly common: OperationId | null;
}

/** The first fork of each forked log, of operations that are given once each. */
export function forksOf(operations: Iterable<AuthoredOperation>): ReadonlyMap<DeviceId, Fork> {
  const places = new Map<string, OperationId>();
  const forks = new Map<DeviceId, Fork>();
  for (const { id, author, seq, prev } of operations) {
    const place = `${author}/${String(seq)}`;
    const other = places.get(place);
    places.set(place, other ?? id);
    if (other === undefined) continue;
    if (seq < (forks.get(author)?.seq ?? Infinity)) forks.set(author, { seq, common: prev });
  }
  return forks;
}

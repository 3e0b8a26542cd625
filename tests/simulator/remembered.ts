/**
 * Memberships by the set of their operations, so that devices that hold the same do not all work it out. For the
 * real program only, whose independence of the order of arrival is checked elsewhere: at the end of each history,
 * and by `npm run interleave`. A variant works everything out by itself.
 */
import type { MeshId, OperationId } from "../../sync/ids.ts";
import type { Membership } from "../../sync/membership/membership.ts";
import type { AuthoredOperation } from "../../sync/membership/operations.ts";
import { reduce } from "../../sync/membership/reducer.ts";

type Reduce = (operations: readonly AuthoredOperation[], mesh: MeshId) => Membership;

const MOST = 64;
const memberships = new Map<string, Membership>();

/** The membership that these operations add up to. */
export function remembered(
  program: { readonly reduce: Reduce },
  mesh: MeshId,
  operations: ReadonlyMap<OperationId, AuthoredOperation>,
): Membership {
  const work = (): Membership => program.reduce([...operations.values()], mesh);
  if (program.reduce !== reduce) return work();
  const name = [...operations.keys()].sort().join();
  const membership = memberships.get(name) ?? work();
  memberships.delete(name);
  memberships.set(name, membership);
  for (const oldest of memberships.keys()) if (memberships.size > MOST) memberships.delete(oldest);
  return membership;
}

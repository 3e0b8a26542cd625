/** The entries between two seals of a log that we hold: the least that proves itself. */
import type { MeshId } from "../ids.ts";
import type { Run } from "../log/run.ts";
import { SEAL_EVERY } from "../log/seal.ts";
import type { Holding, Store } from "../store/store.ts";

/** The stretch around one position; null where its seal is not here. */
export async function stretchAt(
  { store, mesh }: { readonly store: Store; readonly mesh: MeshId },
  { log, low, high }: Holding,
  seq: number,
): Promise<Run | null> {
  const seals = await store.seals(log, seq, Math.min(high, seq + SEAL_EVERY));
  const seal = seals[0];
  if (seal === undefined) return null;
  const from = Math.max(low, seq - (seq % SEAL_EVERY));
  return { mesh, log, entries: await store.read(log, from, seal.seq), seals: [seal] };
}

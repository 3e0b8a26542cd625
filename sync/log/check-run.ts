/**
 * The pure check of a run against what is held of its log (docs/protocol.md, "Receiving a run"):
 * shape, ids, chain and places of the seals. Signatures and permissions are checked by the replica,
 * which knows members.
 */
import { equalBytes } from "#crypto";
import type { MeshId } from "../ids.ts";
import type { LogHead } from "./append.ts";
import { areHeads, type Entry, hasTrueId, MAX_BODY_BYTES, NO_ENTRY } from "./entry.ts";
import { isFounding, MAX_RUN_ENTRIES, type Run } from "./run.ts";
import { CONTROL } from "../space.ts";
import { sealPositions } from "./seal.ts";

/**
 * How a run stands to the log that we hold. `continues`: its first entry follows our head. `overlaps`:
 * it begins at or before our head, so ids must be compared first. `gap`: entries from `from` are
 * missing. `forks`: it follows an entry that is not our head. `malformed`: no honest author makes it.
 */
export type RunCheck =
  | { readonly kind: "continues" }
  | { readonly kind: "overlaps" }
  | { readonly kind: "gap"; readonly from: number }
  | { readonly kind: "forks" }
  | { readonly kind: "malformed" };

function follows(entry: Entry, before: Entry | undefined): boolean {
  const { seq, prev } = entry.header;
  if (before !== undefined) return seq === before.header.seq + 1 && equalBytes(prev, before.id);
  return Number.isSafeInteger(seq) && seq >= 0 && (seq > 0 || equalBytes(prev, NO_ENTRY));
}

function belongs(entry: Entry, run: Run): boolean {
  const { mesh, space, device, heads, length } = entry.header;
  // an operation is never erased: the membership would differ from one device to the next
  if (entry.body === null && space === CONTROL) return false;
  const inMesh = mesh === run.mesh || isFounding(entry, run.mesh);
  const inLog = space === run.log.space && device === run.log.device;
  return inMesh && inLog && areHeads(heads) && length <= MAX_BODY_BYTES;
}

function isSealed(run: Run, first: number): boolean {
  const places = sealPositions(first, first + run.entries.length - 1);
  if (places.length !== run.seals.length) return false;
  return run.seals.every((seal, at) => {
    const entry = run.entries[seal.seq - first];
    return seal.seq === places[at] && entry !== undefined && equalBytes(seal.id, entry.id);
  });
}

/** Whether a run is whole in itself: its log's, in its mesh, unbroken, ids true, seals in place. */
export function isWhole(run: Run, mesh: MeshId): boolean {
  const first = run.entries[0];
  if (run.mesh !== mesh || first === undefined || run.entries.length > MAX_RUN_ENTRIES) return false;
  const chained = run.entries.every(
    (entry, at) => follows(entry, run.entries[at - 1]) && belongs(entry, run),
  );
  return chained && isSealed(run, first.header.seq) && run.entries.every(hasTrueId);
}

/** Checks a run against the head of its log as we hold it; null where we hold nothing. */
export function checkRun(run: Run, mesh: MeshId, head: LogHead | null): RunCheck {
  const first = run.entries[0];
  if (first === undefined || !isWhole(run, mesh)) return { kind: "malformed" };
  const next = head === null ? 0 : head.seq + 1;
  const { seq, prev } = first.header;
  if (seq > next) return { kind: "gap", from: next };
  if (seq < next) return { kind: "overlaps" };
  return equalBytes(prev, head?.id ?? NO_ENTRY) ? { kind: "continues" } : { kind: "forks" };
}

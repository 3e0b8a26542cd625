/**
 * Forks of data logs: one author, one position, two ids (docs/protocol.md, "Forks"). Here one is described and its
 * evidence kept; what follows from it is decided by people, who take the device out.
 */
import { equalBytes, type Hash } from "#crypto";
import type { DeviceId } from "../ids.ts";
import type { Entry } from "../log/entry.ts";
import { type LogRef, logKey } from "../log/log-ref.ts";
import { decodeRun, encodeRun, type Run, sliceRun } from "../log/run.ts";
import type { Seal } from "../log/seal.ts";
import { type Holding, type Store, StoreDamaged } from "../store/store.ts";
import type { Branch, Fork } from "./received.ts";

export const FORKS_PREFIX = "fork/";

/** Where the other branch of a forked log is kept, as a run; the first one that was seen. */
export const forkKey = (log: LogRef): string => `${FORKS_PREFIX}${logKey(log)}`;

const theirIdAt = (run: Run, seq: number, first: number): Hash | null =>
  seq === first - 1 ? (run.entries[0]?.header.prev ?? null) : (run.entries[seq - first]?.id ?? null);

const coveringSeal = (seals: readonly Seal[], seq: number): Seal | undefined =>
  seals.find((seal) => seal.seq >= seq);

function branch(id: Hash | null, seal: Seal | undefined): Branch | null {
  return id === null || seal === undefined ? null : { id, seal };
}

/** The earliest position that a run and the log we hold both know and differ in; null when they agree. */
export async function findFork(store: Store, run: Run, holding: Holding): Promise<Fork | null> {
  const { log } = run;
  const first = run.entries[0]?.header.seq ?? 0;
  const held = await store.read(
    log,
    Math.max(first - 1, holding.low),
    Math.min(holding.high, first + run.entries.length - 1),
  );
  const differs = ({ header, id }: Entry): boolean => {
    const theirs = theirIdAt(run, header.seq, first);
    return theirs !== null && !equalBytes(theirs, id);
  };
  const at = held.find(differs);
  if (at === undefined) return null;
  const { seq } = at.header;
  const ours = branch(at.id, coveringSeal(await store.seals(log, seq, holding.high), seq));
  const theirs = branch(theirIdAt(run, seq, first), coveringSeal(run.seals, seq));
  if (ours === null || theirs === null) throw new StoreDamaged({ log, seq });
  return { log, seq, ours, theirs };
}

/** Devices of whose data logs another branch was met here. */
export async function forkedDevices(store: Store): Promise<ReadonlySet<DeviceId>> {
  const values = await store.list(FORKS_PREFIX);
  return new Set(values.flatMap(({ value }) => decodeRun(value)?.log.device ?? []));
}

/** Keeps the other branch's entries, from the fork to the seal that covers it. */
export async function keepEvidence(store: Store, run: Run, fork: Fork): Promise<void> {
  const key = forkKey(fork.log);
  const evidence = sliceRun(run, fork.seq, fork.theirs.seal.seq);
  if (evidence === null || (await store.get(key)) !== null) return;
  await store.put([{ key, value: encodeRun(evidence) }]);
}

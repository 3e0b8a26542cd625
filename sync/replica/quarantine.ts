/**
 * Entries past a cut: taken out of their logs, so that no peer is offered them and no record is read
 * from them, and kept, because a coordinator may let them count after all (docs/protocol.md,
 * "Quarantine"). Kept as runs, each of which proves itself when it comes back.
 */
import { equalBytes } from "#crypto";
import type { Entry } from "../log/entry.ts";
import type { LogRef } from "../log/log-ref.ts";
import { logKey } from "../log/log-ref.ts";
import { decodeRun, encodeRun, type Run } from "../log/run.ts";
import { isLastingSeal, type Seal, SEAL_EVERY } from "../log/seal.ts";
import type { Membership } from "../membership/membership.ts";
import { CONTROL } from "../space.ts";
import type { Holding, KeyValue, Store } from "../store/store.ts";
import type { MeshId } from "../ids.ts";

export const QUARANTINE_PREFIX = "quarantine/";
const SEQ_DIGITS = 16;
/** Entries in one kept run: a multiple of what a lasting seal covers. */
const RUN_ENTRIES = SEAL_EVERY * 16;

const keyOf = (log: LogRef, first: number): string =>
  `${QUARANTINE_PREFIX}${logKey(log)}/${String(first).padStart(SEQ_DIGITS, "0")}`;

/** Entries of one log that are kept and do not count. */
export interface QuarantinedLog {
  readonly log: LogRef;
  readonly entries: number;
  /** The author's seal over the last of them: what `raise-cut` takes. */
  readonly tip: Seal;
}

/** A run in quarantine and the key that it lies under. */
export interface Quarantined {
  readonly key: string;
  readonly run: Run;
}

/**
 * Where a log may end: `null` for a member's log, which may go on; else the seal over the last entry
 * that counts, `undefined` for none at all.
 */
export function limitOf(
  membership: Membership,
  { device, space }: LogRef,
): { readonly tip: Seal | undefined } | null {
  if (space === CONTROL || membership.devices.has(device)) return null;
  return { tip: membership.removed.get(device)?.ends.get(space) };
}

/** The part of a run that counts: all of it, up to its author's cut, or (null) nothing. */
export function countedPart(membership: Membership, run: Run): Run | null {
  const limit = limitOf(membership, run.log);
  const last = run.entries.at(-1)?.header.seq ?? 0;
  if (limit === null || (limit.tip !== undefined && last < limit.tip.seq)) return run;
  return limit.tip === undefined ? null : endAt(run, limit.tip);
}

/** A run up to the entry that a seal names; null when it holds no such entry. */
function endAt(run: Run, tip: Seal): Run | null {
  const entries = run.entries.filter(({ header }) => header.seq <= tip.seq);
  const last = entries.at(-1);
  if (last?.header.seq !== tip.seq || !equalBytes(last.id, tip.id)) return null;
  return { ...run, entries, seals: [...run.seals.filter(({ seq }) => seq < tip.seq), tip] };
}

/** The rest of a run behind a position; null for nothing. */
export function restAfter(run: Run, seq: number): Run | null {
  const entries = run.entries.filter(({ header }) => header.seq > seq);
  return entries.length === 0 ? null : { ...run, entries, seals: run.seals.filter((seal) => seal.seq > seq) };
}

/** What puts a run into quarantine. */
export const quarantinePut = (run: Run): KeyValue => ({
  key: keyOf(run.log, run.entries[0]?.header.seq ?? 0),
  value: encodeRun(run),
});

/** What a cut at this tip takes out of a log, as it is kept. */
export async function takeOut(
  { store, mesh }: { readonly store: Store; readonly mesh: MeshId },
  { log, low, high }: Holding,
  tip: Seal | null,
): Promise<KeyValue[]> {
  const puts: KeyValue[] = [];
  let first = tip === null ? low : tip.seq + 1;
  while (first <= high) {
    const whole = first + RUN_ENTRIES - 1;
    const last = Math.min(high, whole - ((whole + 1) % SEAL_EVERY));
    const entries = await store.read(log, first, last);
    const seals = (await store.seals(log, first, last)).filter(
      ({ seq }) => seq === last || isLastingSeal(seq),
    );
    puts.push(quarantinePut({ mesh, log, entries, seals }));
    first = last + 1;
  }
  return puts;
}

/** Everything in quarantine, log by log in the order of positions. */
export async function allQuarantined(store: Store): Promise<Quarantined[]> {
  const values = await store.list(QUARANTINE_PREFIX);
  return values.flatMap(({ key, value }) => {
    const run = decodeRun(value);
    return run === null ? [] : [{ key, run }];
  });
}

/** The entries themselves: to read what others built on them, never to merge them. */
export const quarantinedEntries = async (store: Store): Promise<readonly Entry[]> =>
  (await allQuarantined(store)).flatMap(({ run }) => run.entries);

/** What stands past a cut, by log. */
export async function quarantinedLogs(store: Store): Promise<readonly QuarantinedLog[]> {
  const logs = new Map<string, QuarantinedLog>();
  for (const { run } of await allQuarantined(store)) {
    const tip = run.seals.at(-1);
    if (tip === undefined) continue;
    const before = logs.get(logKey(run.log))?.entries ?? 0;
    logs.set(logKey(run.log), { log: run.log, entries: before + run.entries.length, tip });
  }
  return [...logs.values()];
}

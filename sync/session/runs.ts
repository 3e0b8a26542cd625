/**
 * Between the protocol's runs, which are bytes, and the replica's, which are entries
 * (docs/protocol.md, "Entries"): reads runs cut at seals, and hands received ones in.
 */
import { HASH_BYTES } from "#crypto";
import { type OperationId, operationIdOf } from "../ids.ts";
import { decodeRun, encodeRun, MAX_RUN_ENTRIES, type Run } from "../log/run.ts";
import type { Entry } from "../log/entry.ts";
import type { LogRef } from "../log/log-ref.ts";
import { sealPositions } from "../log/seal.ts";
import { WINDOW_BYTES, RUN_BYTES } from "../protocol/limits.ts";
import type { Outcome } from "../protocol/messages.ts";
import type { CitedRun, ReadRun, State } from "../protocol/state.ts";
import type { Replica } from "../replica.ts";
import type { Received } from "../replica/received.ts";
import { CONTROL } from "../space.ts";

/** What a session needs of a replica. */
export type SessionReplica = Pick<
  Replica,
  | "mesh"
  | "membership"
  | "offers"
  | "offer"
  | "receive"
  | "read"
  | "seals"
  | "missing"
  | "stretchWith"
  | "onChange"
>;

/** Salt, commitment, lengths and key id around a body. */
const ENTRY_OVERHEAD_BYTES = 96;

export interface Span {
  readonly log: LogRef;
  readonly from: number;
  /** The end of the log as it was known, or of the run that came. */
  readonly to: number;
}

/**
 * A run from `from`: whole stretches between seals until it is about `RUN_BYTES`, at least one; null
 * when there is none. The seals are looked up first: the tip's goes when the log grows, also while we
 * read, but entries stay. Throws what the store throws.
 */
export async function readRun(replica: SessionReplica, { log, from }: Span): Promise<ReadRun | null> {
  const standing = await replica.seals(log, from, from + MAX_RUN_ENTRIES - 1);
  const entries: Entry[] = [];
  let bytes = 0;
  for (const { seq } of standing) {
    const stretch = await replica.read(log, from + entries.length, seq);
    bytes += stretch.reduce(
      (sum, entry) => sum + (entry.body?.length ?? HASH_BYTES) + ENTRY_OVERHEAD_BYTES,
      0,
    );
    if (stretch.length === 0 || (entries.length > 0 && bytes > RUN_BYTES)) break;
    entries.push(...stretch);
    if (bytes >= RUN_BYTES) break;
  }
  const [first, last] = [entries[0], entries.at(-1)];
  if (first === undefined || last === undefined) return null;
  const { seq: to } = last.header;
  const places = new Set(sealPositions(from, to));
  const seals = standing.filter(({ seq }) => places.has(seq));
  if (seals.length !== places.size) return null;
  const encoded = encodeRun({ mesh: replica.mesh, log, entries, seals });
  return { bytes: encoded, to, entries: entries.length, prev: first.header.prev };
}

export interface Stored {
  readonly outcome: Outcome;
  readonly count: number;
}

/** Control logs that end earlier for peers than they did: an end was set, or a fork found. */
export const endedLogs = (replica: SessionReplica, state: Pick<State, "held"> | null): readonly LogRef[] =>
  [...(state?.held.values() ?? [])].flatMap(({ log, high }) =>
    log.space === CONTROL && (replica.offer(log)?.high ?? -1) < high ? [log] : [],
  );

/** The runs that hold these operations, as far as they are here and fit into one answer. */
export async function readCited(
  replica: SessionReplica,
  operations: readonly OperationId[],
): Promise<readonly CitedRun[]> {
  const runs: CitedRun[] = [];
  const done = new Set<OperationId>();
  let bytes = 0;
  for (const operation of operations) {
    if (done.has(operation)) continue;
    const run = await replica.stretchWith(operation);
    const cited = run === null ? null : citedRun(run);
    if (run === null || cited === null) continue;
    bytes += cited.bytes.length;
    if (runs.length > 0 && bytes > WINDOW_BYTES) break;
    runs.push(cited);
    for (const { id } of run.entries) done.add(operationIdOf(id));
  }
  return runs;
}

function citedRun(run: Run): CitedRun | null {
  const [first, last] = [run.entries[0], run.entries.at(-1)];
  if (first === undefined || last === undefined) return null;
  const { seq: from, prev } = first.header;
  const entries = run.entries.length;
  return { log: run.log, from, to: last.header.seq, entries, prev, bytes: encodeRun(run) };
}

/** Checks and stores a received run; null when its bytes are not the run that was announced. */
export async function storeRun(
  replica: SessionReplica,
  span: Span,
  bytes: Uint8Array,
): Promise<Stored | null> {
  const run = decodeRun(bytes);
  const [first, last] = [run?.entries[0], run?.entries.at(-1)];
  if (run === null || first === undefined || last === undefined) return null;
  const sameLog = run.log.space === span.log.space && run.log.device === span.log.device;
  if (!sameLog || first.header.seq !== span.from || last.header.seq !== span.to) return null;
  return storedOf(await replica.receive(run));
}

function storedOf(received: Received): Stored {
  switch (received.kind) {
    case "stored":
    case "waiting":
      return { outcome: received.kind, count: received.count };
    case "refused":
    case "fork":
      return { outcome: received.kind, count: 0 };
  }
}

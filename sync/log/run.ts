/**
 * A run: consecutive entries of one log with the seals that cover them, the unit that is sent, stored
 * and put into bundles (docs/protocol.md, "Run"). The wire form states mesh, space, device, first
 * position and first `prev` once; the other ids are recomputed, so that bytes which decode form an
 * unbroken chain. Whether the seals are the author's is not checked here.
 */
import {
  asSealed,
  equalBytes,
  type Hash,
  HASH_BYTES,
  KEY_ID_BYTES,
  type KeyId,
  SALT_BYTES,
  type Sealed,
  type Signature,
  SIGNATURE_BYTES,
  toText,
} from "#crypto";
import { Reader, Writer } from "../codec.ts";
import { idBytes, MESH_ID_BYTES, type MeshId, operationIdOf } from "../ids.ts";
import { CONTROL } from "../space.ts";
import {
  COMMIT_BYTES,
  type Entry,
  type EntryHeader,
  ENTRY_ID_BYTES,
  makeEntry,
  makeStub,
  MAX_BODY_BYTES,
  NO_ENTRY,
  NO_KEY_ID,
  NO_MESH,
  readHeads,
  writeHeads,
} from "./entry.ts";
import { decodeLog, encodeLog, LOG_BYTES, type LogRef } from "./log-ref.ts";
import { type Seal, sealPositions } from "./seal.ts";

/** Consecutive entries of one log. Seals stand exactly at {@link sealPositions}, so also at the end. */
export interface Run {
  readonly mesh: MeshId;
  readonly log: LogRef;
  /** At least one. */
  readonly entries: readonly Entry[];
  readonly seals: readonly Seal[];
}

const RUN_VERSION = 1;
export const MAX_RUN_ENTRIES = 4096;
const MAX_RUN_BYTES = 8 * 1024 * 1024;

const HEADS_AS_BEFORE = 1;
const KEY_AS_BEFORE = 2;
const FOUNDING = 4;
const ERASED = 8;

type Before = Pick<EntryHeader, "heads" | "keyId">;
type Unframed = Pick<Entry, "header" | "body">;
const NOTHING_BEFORE: Before = { heads: [], keyId: NO_KEY_ID };

const sameHeads = (a: Before, b: Before): boolean =>
  a.heads.length === b.heads.length && a.heads.every((head, at) => head === b.heads[at]);

function flagsOf({ header, body }: Unframed, before: Before): number {
  return (
    (sameHeads(header, before) ? HEADS_AS_BEFORE : 0) |
    (equalBytes(header.keyId, before.keyId) ? KEY_AS_BEFORE : 0) |
    (header.mesh === NO_MESH ? FOUNDING : 0) |
    (body === null ? ERASED : 0)
  );
}

function writeEntry(writer: Writer, entry: Entry, before: Before): void {
  const { header, body } = entry;
  const flags = flagsOf(entry, before);
  writer.byte(flags);
  if ((flags & HEADS_AS_BEFORE) === 0) writeHeads(writer, header.heads);
  if ((flags & KEY_AS_BEFORE) === 0) writer.raw(header.keyId);
  writer.raw(header.salt).raw(header.commit);
  if (body === null) writer.varint(header.length).raw(entry.bodyHash);
  else writer.bytes(body);
}

/** Writes a run. It must be one that `checkRun` finds whole; throws on an empty one. */
export function encodeRun(run: Run): Uint8Array {
  const first = run.entries[0];
  if (first === undefined) throw new TypeError("a run has at least one entry");
  const writer = new Writer().byte(RUN_VERSION).raw(idBytes(run.mesh)).raw(encodeLog(run.log));
  writer.varint(first.header.seq);
  if (first.header.seq > 0) writer.raw(first.header.prev);
  writer.varint(run.entries.length);
  let before: Before = NOTHING_BEFORE;
  for (const entry of run.entries) {
    writeEntry(writer, entry, before);
    before = entry.header;
  }
  for (const seal of run.seals) writer.raw(seal.signature);
  return writer.finish();
}

interface Start {
  readonly mesh: MeshId;
  readonly log: LogRef;
  readonly seq: number;
  readonly prev: Hash;
}

function readStart(reader: Reader): Start | null {
  if (reader.byte() !== RUN_VERSION) reader.fail();
  const mesh = toText(reader.raw(MESH_ID_BYTES)) as MeshId;
  const log = decodeLog(reader.raw(LOG_BYTES));
  // Positions stay within safe integers to the end of the longest run.
  const seq = reader.varint(Number.MAX_SAFE_INTEGER - MAX_RUN_ENTRIES);
  const prev = seq === 0 ? NO_ENTRY : (reader.raw(ENTRY_ID_BYTES) as Hash);
  if (log === null || mesh === NO_MESH) reader.fail();
  return reader.failed || log === null ? null : { mesh, log, seq, prev };
}

/** The sealed body, or what an erasure left of it. */
type Rest = { readonly length: number } & (
  { readonly body: Sealed } | { readonly body: null; readonly bodyHash: Hash }
);

function readRest(reader: Reader, isErased: boolean): Rest {
  if (!isErased) {
    const body = asSealed(reader.bytes(MAX_BODY_BYTES));
    return { length: body.length, body };
  }
  const length = reader.varint(MAX_BODY_BYTES);
  return { length, body: null, bodyHash: reader.raw(HASH_BYTES) as Hash };
}

/** One entry, or null and a failed reader. Only the canonical choice of flags is taken. */
function readEntry(reader: Reader, at: Start, before: Before): Entry | null {
  const flags = reader.byte();
  const heads = (flags & HEADS_AS_BEFORE) === 0 ? readHeads(reader) : before.heads;
  const keyId = (flags & KEY_AS_BEFORE) === 0 ? (reader.raw(KEY_ID_BYTES) as KeyId) : before.keyId;
  const salt = reader.raw(SALT_BYTES);
  const commit = reader.raw(COMMIT_BYTES);
  const rest = readRest(reader, (flags & ERASED) !== 0);
  const { log, seq, prev } = at;
  const mesh = (flags & FOUNDING) === 0 ? at.mesh : NO_MESH;
  const header = { mesh, ...log, seq, prev, heads, keyId, salt, commit, length: rest.length };
  if (!reader.failed && flagsOf({ header, body: rest.body }, before) !== flags) reader.fail();
  if (reader.failed) return null;
  const entry = rest.body === null ? makeStub(header, rest.bodyHash) : makeEntry(header, rest.body);
  if (mesh !== NO_MESH || isFounding(entry, at.mesh)) return entry;
  reader.fail();
  return null;
}

/** Whether an entry is the one that founded a mesh: first of its control log, its id the mesh's. */
export function isFounding(entry: Entry, mesh: MeshId): boolean {
  const { header, id } = entry;
  return (
    header.mesh === NO_MESH &&
    header.space === CONTROL &&
    header.seq === 0 &&
    String(operationIdOf(id)) === mesh
  );
}

function readEntries(reader: Reader, start: Start): Entry[] {
  const count = reader.varint(MAX_RUN_ENTRIES);
  const entries: Entry[] = [];
  let before: Before = NOTHING_BEFORE;
  let prev = start.prev;
  for (let index = 0; index < count; index++) {
    const entry = readEntry(reader, { ...start, seq: start.seq + index, prev }, before);
    if (entry === null) return [];
    entries.push(entry);
    before = entry.header;
    prev = entry.id;
  }
  return entries;
}

function readSeals(reader: Reader, entries: readonly Entry[]): Seal[] {
  const first = entries[0];
  const last = entries.at(-1);
  if (first === undefined || last === undefined) {
    reader.fail();
    return [];
  }
  const start = first.header.seq;
  return sealPositions(start, last.header.seq).map((seq) => {
    const signature = reader.raw(SIGNATURE_BYTES) as Signature;
    return { seq, id: entries[seq - start]?.id ?? NO_ENTRY, signature };
  });
}

/**
 * Reads what {@link encodeRun} writes, and recomputes every id; null on anything else, also on more
 * than {@link MAX_RUN_BYTES}. Never throws. Bytes that decode encode to the same bytes again.
 */
export function decodeRun(bytes: Uint8Array): Run | null {
  if (bytes.length > MAX_RUN_BYTES) return null;
  const reader = new Reader(bytes);
  const start = readStart(reader);
  if (start === null) return null;
  const entries = readEntries(reader, start);
  const seals = readSeals(reader, entries);
  return reader.finish() ? { mesh: start.mesh, log: start.log, entries, seals } : null;
}

/**
 * The part of a run from position `from` to `to`, both included; null when that is empty. `to` must
 * be a position with a seal, or the part is not whole.
 */
export function sliceRun(run: Run, from: number, to: number): Run | null {
  const inside = (seq: number): boolean => seq >= from && seq <= to;
  const entries = run.entries.filter((entry) => inside(entry.header.seq));
  const seals = run.seals.filter((seal) => inside(seal.seq));
  return entries.length === 0 ? null : { ...run, entries, seals };
}

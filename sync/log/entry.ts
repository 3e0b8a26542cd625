/**
 * An entry: one sealed batch of changes in the log of one device in one space
 * (docs/protocol.md, "Entry"). Holds the canonical header codec and the entry's id, which covers
 * header and body, so that a log is a hash chain. Knows neither keys nor members, and never looks
 * inside a body.
 */
import {
  concat,
  equalBytes,
  type Hash,
  hash,
  HASH_BYTES,
  KEY_ID_BYTES,
  type KeyId,
  SALT_BYTES,
  type Sealed,
  toText,
} from "#crypto";
import { Reader, Writer } from "../codec.ts";
import {
  type DeviceId,
  idBytes,
  MESH_ID_BYTES,
  type MeshId,
  OPERATION_ID_BYTES,
  type OperationId,
} from "../ids.ts";
import { DEVICE_ID_BYTES, type EntryMark } from "../ids.ts";
import { decodeSpace, encodeSpace, SPACE_BYTES, type SpaceId } from "../space.ts";
import type { LogRef } from "./log-ref.ts";

/** Everything about an entry that its carriers may read. */
export interface EntryHeader {
  /** {@link NO_MESH} in the founding entry, whose id names the mesh. */
  readonly mesh: MeshId;
  readonly space: SpaceId;
  readonly device: DeviceId;
  /** Position in the log, from 0. */
  readonly seq: number;
  /** Id of the entry before; {@link NO_ENTRY} at 0. */
  readonly prev: Hash;
  /** Latest control operations that the author knew: at most {@link MAX_HEADS}, sorted as text, distinct. */
  readonly heads: readonly OperationId[];
  /** Which key opens the body; {@link NO_KEY_ID} where that would tell too much. */
  readonly keyId: KeyId;
  readonly salt: Uint8Array;
  readonly commit: Uint8Array;
  /** Bytes of the body. */
  readonly length: number;
}

/**
 * Header, sealed body, and the id of both. Make it with {@link makeEntry}. Of an entry that was erased the body is
 * gone: header and hash still prove the id, so that the chain goes on ({@link makeStub}).
 */
export interface Entry {
  readonly header: EntryHeader;
  /** Null in a stub. */
  readonly body: Sealed | null;
  readonly bodyHash: Hash;
  readonly id: Hash;
}

/** An entry by its place and a mark of its id: of a fork only one branch is meant. */
export interface EntryName {
  readonly log: LogRef;
  readonly seq: number;
  readonly mark: EntryMark;
}

const ENTRY_VERSION = 1;
export const ENTRY_ID_BYTES = HASH_BYTES;
export const COMMIT_BYTES = 32;
export const MAX_HEADS = 4;
/** The largest padding class, its authenticator, and the ephemeral key of a drop. */
export const MAX_BODY_BYTES = 65_536 + 16 + 32;

/** Header, id and the author's seal on a disk, rounded up. */
const AROUND_BODY_BYTES = 384;

/** About what entries take up on a disk: the same on every disk, also where they were erased. */
export const storedBytes = (entries: readonly Entry[]): number =>
  entries.reduce((total, { header }) => total + header.length + AROUND_BODY_BYTES, 0);

/** Stands where an entry has none before it. */
export const NO_ENTRY = new Uint8Array(ENTRY_ID_BYTES) as Hash;
/** Stands in the founding entry, which is written before its mesh has a name. */
export const NO_MESH = toText(new Uint8Array(MESH_ID_BYTES)) as MeshId;
/** Stands in entries whose key is found by trying (`pair`, `capsule`). */
export const NO_KEY_ID: KeyId = new Uint8Array(KEY_ID_BYTES) as KeyId;

/** Writes operation ids as bytes; the order is the caller's. */
export function writeHeads(writer: Writer, heads: readonly OperationId[]): void {
  writer.list(heads, (head) => writer.raw(idBytes(head)));
}

/** Reads what {@link writeHeads} wrote; fails unless sorted, distinct and at most {@link MAX_HEADS}. */
export function readHeads(reader: Reader): OperationId[] {
  const heads = reader.list(MAX_HEADS, () => toText(reader.raw(OPERATION_ID_BYTES)) as OperationId);
  if (!areHeads(heads)) reader.fail();
  return reader.failed ? [] : heads;
}

/** Whether these can be an entry's heads: at most {@link MAX_HEADS}, distinct, in the order of their text. */
export function areHeads(heads: readonly OperationId[]): boolean {
  return heads.length <= MAX_HEADS && heads.every((head, at) => at === 0 || (heads[at - 1] ?? head) < head);
}

/**
 * The header without its commitment, canonical: what the body is sealed under, so that a changed
 * header fails to open.
 */
export function sealContext(header: Omit<EntryHeader, "commit">): Uint8Array {
  const writer = new Writer()
    .byte(ENTRY_VERSION)
    .raw(idBytes(header.mesh))
    .raw(encodeSpace(header.space))
    .raw(idBytes(header.device))
    .varint(header.seq)
    .raw(header.prev);
  writeHeads(writer, header.heads);
  return writer.raw(header.keyId).raw(header.salt).varint(header.length).finish();
}

/** The whole header, canonical: {@link sealContext} and then the commitment. */
export function encodeHeader(header: EntryHeader): Uint8Array {
  return concat(sealContext(header), header.commit);
}

/** Reads one header and leaves the reader behind it; null, and a failed reader, on anything else. */
export function readHeader(reader: Reader): EntryHeader | null {
  if (reader.byte() !== ENTRY_VERSION) reader.fail();
  const mesh = toText(reader.raw(MESH_ID_BYTES)) as MeshId;
  const space = decodeSpace(reader.raw(SPACE_BYTES));
  const device = toText(reader.raw(DEVICE_ID_BYTES)) as DeviceId;
  const seq = reader.varint();
  const prev = reader.raw(ENTRY_ID_BYTES) as Hash;
  const heads = readHeads(reader);
  const keyId = reader.raw(KEY_ID_BYTES) as KeyId;
  const salt = reader.raw(SALT_BYTES);
  const length = reader.varint(MAX_BODY_BYTES);
  const commit = reader.raw(COMMIT_BYTES);
  if (space === null) reader.fail();
  if (reader.failed || space === null) return null;
  return { mesh, space, device, seq, prev, heads, keyId, salt, commit, length };
}

/** Reads bytes that are exactly one header; null on anything else, never throws. */
export function decodeHeader(bytes: Uint8Array): EntryHeader | null {
  const reader = new Reader(bytes);
  const header = readHeader(reader);
  return reader.finish() ? header : null;
}

export const bodyHashOf = (body: Sealed): Hash => hash("vereda/body/1", body);

/** The id that a header and a body have. Signatures are no part of it. */
export function entryIdOf(header: EntryHeader, bodyHash: Hash): Hash {
  return hash("vereda/entry/1", encodeHeader(header), bodyHash);
}

// Entries whose id was computed in this process need not be hashed again on their way to the disk.
const computed = new WeakSet<Entry>();

/** Makes an entry and computes its id. The bytes belong to the entry from then on. */
export function makeEntry(header: EntryHeader, body: Sealed): Entry {
  return frozen(header, body, bodyHashOf(body));
}

/** What is left of an entry that was erased. */
export const makeStub = (header: EntryHeader, bodyHash: Hash): Entry => frozen(header, null, bodyHash);

/** The same entry without its body. */
export const withoutBody = (entry: Entry): Entry =>
  entry.body === null ? entry : makeStub(entry.header, entry.bodyHash);

function frozen(header: EntryHeader, body: Sealed | null, bodyHash: Hash): Entry {
  const id = entryIdOf(header, bodyHash);
  const entry = Object.freeze({ header: Object.freeze(header), body, bodyHash, id });
  computed.add(entry);
  return entry;
}

/** Whether an entry's id is that of its header and body, and its stated length that of its body. */
export function hasTrueId(entry: Entry): boolean {
  const { header, body, bodyHash, id } = entry;
  if (body !== null && header.length !== body.length) return false;
  if (computed.has(entry)) return true;
  if (body !== null && !equalBytes(bodyHash, bodyHashOf(body))) return false;
  return equalBytes(id, entryIdOf(header, bodyHash));
}

/**
 * How values lie on a disk: each with its own checksum, so that a value which a file system or a
 * database gives back changed, cut, or under another key is found (docs/protocol.md, "Store").
 * An entry needs none beside it: its id already covers header and body.
 */
import { asSealed, concat, equalBytes, type Hash, hash, HASH_BYTES } from "#crypto";
import { Reader, Writer } from "../codec.ts";
import {
  ENTRY_ID_BYTES,
  type Entry,
  encodeHeader,
  type EntryHeader,
  makeEntry,
  makeStub,
  readHeader,
} from "../log/entry.ts";

const CHECKSUM_BYTES = 16;

const checksumOf = (key: string, value: Uint8Array): Uint8Array =>
  hash("vereda/stored/1", new Writer().text(key).finish(), value).subarray(0, CHECKSUM_BYTES);

/** The value with its checksum in front. */
export const guard = (key: string, value: Uint8Array): Uint8Array => concat(checksumOf(key, value), value);

/** The value that {@link guard} was given under the same key; null when it is damaged. */
export function unguard(key: string, stored: Uint8Array): Uint8Array | null {
  if (stored.length < CHECKSUM_BYTES) return null;
  const value = stored.slice(CHECKSUM_BYTES);
  return equalBytes(stored.subarray(0, CHECKSUM_BYTES), checksumOf(key, value)) ? value : null;
}

/** An entry as it is stored: header, body (of a stub its hash), id. */
export const encodeStoredEntry = ({ header, body, bodyHash, id }: Entry): Uint8Array =>
  concat(encodeHeader(header), body ?? bodyHash, id);

/**
 * Reads a stored entry and recomputes its id; null when a bit of it changed. Whole entry and stub are told apart by
 * the id too: a length alone would be up to the author.
 */
export function decodeStoredEntry(bytes: Uint8Array): Entry | null {
  const whole = readStored(bytes, (reader, { length }) => reader.raw(length), makeEntryOf);
  return whole ?? readStored(bytes, (reader) => reader.raw(HASH_BYTES), makeStubOf);
}

const makeEntryOf = (header: EntryHeader, rest: Uint8Array): Entry => makeEntry(header, asSealed(rest));
const makeStubOf = (header: EntryHeader, rest: Uint8Array): Entry => makeStub(header, rest as Hash);

function readStored(
  bytes: Uint8Array,
  restOf: (reader: Reader, header: EntryHeader) => Uint8Array,
  make: (header: EntryHeader, rest: Uint8Array) => Entry,
): Entry | null {
  const reader = new Reader(bytes);
  const header = readHeader(reader);
  if (header === null) return null;
  const rest = restOf(reader, header);
  const id = reader.raw(ENTRY_ID_BYTES);
  if (!reader.finish()) return null;
  const entry = make(header, rest);
  return equalBytes(entry.id, id) ? entry : null;
}

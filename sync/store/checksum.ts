/**
 * How values lie on a disk: each with its own checksum, so that a value which a file system or a
 * database gives back changed, cut, or under another key is found (docs/protocol.md, "Store").
 * An entry needs none beside it: its id already covers header and body.
 */
import { asSealed, concat, equalBytes, hash } from "#crypto";
import { Reader, Writer } from "../codec.ts";
import { ENTRY_ID_BYTES, type Entry, encodeHeader, makeEntry, readHeader } from "../log/entry.ts";

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

/** An entry as it is stored: header, body, id. */
export const encodeStoredEntry = (entry: Entry): Uint8Array =>
  concat(encodeHeader(entry.header), entry.body, entry.id);

/** Reads a stored entry and recomputes its id; null when a bit of it changed. */
export function decodeStoredEntry(bytes: Uint8Array): Entry | null {
  const reader = new Reader(bytes);
  const header = readHeader(reader);
  if (header === null) return null;
  const body = reader.raw(header.length);
  const id = reader.raw(ENTRY_ID_BYTES);
  if (!reader.finish()) return null;
  const entry = makeEntry(header, asSealed(body));
  return equalBytes(entry.id, id) ? entry : null;
}

/**
 * What is sealed inside one entry: a batch of changes of one record (docs/protocol.md, "Content").
 * Nothing that the entry's header says already. Bytes in, values out; it knows no Automerge.
 */
import { fromText, toText } from "#crypto";
import { decodeSpace, encodeSpace, Reader, SPACE_BYTES, Writer, type SpaceId } from "#sync";
import type { RecordId } from "../api/index.ts";
import { CLAIM_BYTES } from "./claim.ts";

export const RECORD_ID_BYTES = 16;
export const INCARNATION_BYTES = 8;
const SCHEMA_VERSION = 1;
const MAX_CHANGES = 4096;
const MAX_CHANGE_BYTES = 1 << 16;

/** Where a post stands in its author's logs: in the space that its record lives in. */
export interface Post {
  readonly space: SpaceId;
  readonly seq: number;
}

export interface EntryContent {
  readonly record: RecordId;
  /** By what the author's site has the record's id, where records of the home are claimed (`claim.ts`). */
  readonly claim: Uint8Array | null;
  /**
   * The post that this is a copy of: a device that posts with a drop key cannot read what it posted, so it keeps a copy
   * in a space of its own site. Null: the entry stands where its record lives.
   */
  readonly copyOf: Post | null;
  /** With the device and the record it makes the only actor that these changes may carry. */
  readonly incarnation: Uint8Array;
  readonly changes: readonly Uint8Array[];
}

export function encodeContent(content: EntryContent): Uint8Array {
  const record = fromText(content.record, RECORD_ID_BYTES);
  if (record === null) throw new TypeError("not a record id");
  const writer = new Writer().varint(SCHEMA_VERSION).raw(record).raw(content.incarnation);
  if (content.claim === null) writer.byte(0);
  else writer.byte(1).raw(content.claim);
  if (content.copyOf === null) writer.byte(0);
  else writer.byte(1).raw(encodeSpace(content.copyOf.space)).varint(content.copyOf.seq);
  return writer.list(content.changes, (change, out) => out.bytes(change)).finish();
}

/** Null for malformed bytes and for versions that this build does not know. */
export function decodeContent(bytes: Uint8Array): EntryContent | null {
  const reader = new Reader(bytes);
  if (reader.varint() !== SCHEMA_VERSION) return null;
  const record = toText(reader.raw(RECORD_ID_BYTES)) as RecordId;
  const incarnation = reader.raw(INCARNATION_BYTES);
  const claimed = reader.byte();
  if (claimed > 1) return null;
  const claim = claimed === 1 ? reader.raw(CLAIM_BYTES) : null;
  const copyOf = readPost(reader);
  const changes = reader.list(MAX_CHANGES, (inner) => inner.bytes(MAX_CHANGE_BYTES));
  return reader.finish() ? { record, claim, copyOf, incarnation, changes } : null;
}

function readPost(reader: Reader): Post | null {
  const copied = reader.byte();
  if (copied > 1) reader.fail();
  if (copied !== 1) return null;
  const space = decodeSpace(reader.raw(SPACE_BYTES));
  const seq = reader.varint();
  if (space === null) reader.fail();
  return space === null ? null : { space, seq };
}

/**
 * Reads who made an Automerge change without decoding it: the binary format's chunk header
 * (https://automerge.org/automerge-binary-format-spec/, "Change chunk"): magic, checksum, type,
 * length, then dependencies, actor, sequence number. `A.decodeChange` costs as much as applying.
 * Compressed chunks are inflated under a cap, and columns are looked through before Automerge sees them, so that a
 * small hostile change cannot fill memory.
 * Knows nothing of devices or records. Total: null for anything that is not exactly one change.
 */
import { Inflate } from "fflate";
import { areColumnsSound } from "./change-columns.ts";
import { type Cursor, readBytes, readSignedVarint, readVarint } from "./cursor.ts";
import { toHex } from "./hex.ts";

export interface ChangeHeader {
  /** Lower-case hex, as Automerge writes actor ids. */
  readonly actor: string;
  /** From 1, without gaps, per actor. */
  readonly seq: number;
  /** By the clock of the device that made it, seconds since 1970; null if it wrote none. */
  readonly seconds: number | null;
}

/** A change that inflates to more than this is refused. */
export const MAX_INFLATED_BYTES = 1 << 20;

const MAGIC = [0x85, 0x6f, 0x4a, 0x83] as const;
const CHANGE_CHUNK = 1;
const COMPRESSED_CHUNK = 2;
const CHUNK_PREFIX_BYTES = 9;
const HASH_BYTES = 32;
const MAX_DEPENDENCIES = 10_000;
const MAX_ACTOR_BYTES = 64;

function inflateCapped(deflated: Uint8Array): Uint8Array | null {
  const parts: Uint8Array[] = [];
  const seen = { length: 0, complete: false };
  try {
    const inflate = new Inflate((part, final) => {
      seen.length += part.length;
      if (seen.length > MAX_INFLATED_BYTES) throw new RangeError("inflates above the cap");
      parts.push(part);
      seen.complete ||= final;
    });
    // In small pieces, so that the cap is checked long before a bomb has unfolded.
    for (let at = 0; at < deflated.length; at += 4096) {
      inflate.push(deflated.subarray(at, at + 4096), at + 4096 >= deflated.length);
    }
  } catch {
    return null;
  }
  if (!seen.complete) return null;
  const whole = new Uint8Array(seen.length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The chunk's contents, inflated if need be; null unless the bytes are exactly one change chunk. */
function changeContents(chunk: Uint8Array): Uint8Array | null {
  if (MAGIC.some((byte, index) => chunk[index] !== byte)) return null;
  const type = chunk[8];
  const cursor: Cursor = { bytes: chunk, at: CHUNK_PREFIX_BYTES };
  const length = readVarint(cursor);
  if (length === null || cursor.at + length !== chunk.length) return null;
  const contents = chunk.subarray(cursor.at);
  if (type === CHANGE_CHUNK) return contents.length <= MAX_INFLATED_BYTES ? contents : null;
  return type === COMPRESSED_CHUNK ? inflateCapped(contents) : null;
}

function skipDependencies(cursor: Cursor): boolean {
  const dependencies = readVarint(cursor);
  if (dependencies === null || dependencies > MAX_DEPENDENCIES) return false;
  cursor.at += dependencies * HASH_BYTES;
  return true;
}

/** Actor and sequence number of one change; null for bytes that are no change, or too large a one. */
export function readChangeHeader(chunk: Uint8Array): ChangeHeader | null {
  const contents = changeContents(chunk);
  if (contents === null) return null;
  const cursor: Cursor = { bytes: contents, at: 0 };
  if (!skipDependencies(cursor)) return null;
  const actor = readBytes(cursor, MAX_ACTOR_BYTES);
  const seq = readVarint(cursor);
  const startOp = readVarint(cursor);
  const seconds = readSignedVarint(cursor);
  if (actor === null || seq === null || startOp === null || seconds === null || seq < 1) return null;
  if (!areColumnsSound(cursor, startOp)) return null;
  return { actor: toHex(actor), seq, seconds: seconds > 0 ? seconds : null };
}

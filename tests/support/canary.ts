/**
 * A name that exists nowhere else, and the search for it in bytes: in the encodings that databases and
 * browsers use, in any case, and inside what was compressed.
 */
import { randomInt } from "node:crypto";
import { gunzipSync, inflateRawSync, inflateSync } from "node:zlib";

const LETTERS = "bcdfghjklmnpqrstvwxz";
const LENGTH = 12;
/** No value of ours unpacks to more. */
const MOST_BYTES = 4 * 1024 * 1024;

/** A new canary: one invented word. */
export const createCanary = (): string =>
  `Q${Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)] ?? "q").join("")}`;

/** Base64 of the word at each of the three places where a word can begin in it, without the edges. */
function inBase64(word: string): readonly string[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), Buffer.from(word)]).toString("base64");
    return text.replace(/=+$/u, "").slice(before === 0 ? 0 : before + 1, -1);
  });
}

type Needle = readonly [encoding: string, bytes: Buffer];

function needlesOf(canary: string): readonly Needle[] {
  const spellings = [canary, canary.toLowerCase(), canary.toUpperCase()];
  return spellings.flatMap((word): Needle[] => [
    ["utf-8", Buffer.from(word)],
    ["utf-16le", Buffer.from(word, "utf16le")],
    ["hex", Buffer.from(Buffer.from(word).toString("hex"))],
    ...inBase64(word).map((text): Needle => ["base64", Buffer.from(text)]),
  ]);
}

const options = { maxOutputLength: MOST_BYTES, finishFlush: 2 /* Z_SYNC_FLUSH: what there is, though cut */ };

function unpack(task: () => Buffer): Buffer[] {
  try {
    const bytes = task();
    return bytes.length > 0 ? [bytes] : [];
  } catch {
    return [];
  }
}

/** Where a compressed chunk of Automerge begins: its mark, checksum, type 2, length; then raw DEFLATE. */
const CHUNK = Buffer.from([0x85, 0x6f, 0x4a, 0x83]);
const CHUNK_TYPE_AT = 8;
const DEFLATED = 2;

function afterVarint(bytes: Buffer, start: number): number {
  let at = start;
  while (((bytes[at] ?? 0) & 0x80) !== 0) at += 1;
  return at + 1;
}

/** Tells by its first bytes what begins here, and unpacks it; most places begin nothing. */
function unpackedAt(bytes: Buffer, at: number): Buffer[] {
  switch (bytes[at]) {
    case 0x85: {
      if (bytes.compare(CHUNK, 0, 4, at, at + 4) !== 0 || bytes[at + CHUNK_TYPE_AT] !== DEFLATED) return [];
      const start = afterVarint(bytes, at + CHUNK_TYPE_AT + 1);
      return unpack(() => inflateRawSync(bytes.subarray(start), options));
    }
    case 0x78:
      if (bytes.readUInt16BE(at) % 31 !== 0) return [];
      return unpack(() => inflateSync(bytes.subarray(at), options));
    case 0x1f:
      return bytes[at + 1] === 0x8b ? unpack(() => gunzipSync(bytes.subarray(at), options)) : [];
    default:
      return [];
  }
}

/** What lies compressed in these bytes: after the marks of Automerge, zlib and gzip, and from the start. */
function unpacked(bytes: Buffer): readonly Buffer[] {
  const found: Buffer[] = unpack(() => inflateRawSync(bytes, options));
  for (let at = 0; at + CHUNK_TYPE_AT < bytes.length; at++) found.push(...unpackedAt(bytes, at));
  return found;
}

/** The encodings in which the canary was seen in these pieces; `inflated` before those found in compressed data. */
export function sightings(canary: string, pieces: readonly Uint8Array[]): readonly string[] {
  const needles = needlesOf(canary);
  const seen = new Set<string>();
  for (const piece of pieces) {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    for (const [encoding, needle] of needles) if (bytes.includes(needle)) seen.add(encoding);
    for (const inner of unpacked(bytes)) {
      for (const [encoding, needle] of needles) if (inner.includes(needle)) seen.add(`inflated ${encoding}`);
    }
  }
  return [...seen].sort();
}

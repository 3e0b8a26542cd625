/**
 * The letter of an invite (docs/protocol.md, "Letters"): what its code says, sealed under its seed and
 * asked for by a tag, so that whoever types the seed alone can join. Whoever asks gets bytes of one
 * length: a letter, a notice why nobody can join with it any more, or noise. Without the seed they look
 * alike. Knows no network.
 */
import {
  concat,
  deriveKey,
  hash,
  type RandomBytes,
  type SignPublicKey,
  toText,
  unwrap,
  wrap,
  WRAP_OVERHEAD_BYTES,
} from "#crypto";
import { decodePayload, encodePayload, type InviteCode } from "./invite-code.ts";
import { seedPair } from "./invite.ts";

/** Bytes by which a letter is asked for. */
export const TAG_BYTES = 16;
/** What every letter is padded to: a code with the longest name and a few addresses. */
const PADDED_BYTES = 512;
const LENGTH_BYTES = 2;
/** Bytes of every answer. */
export const LETTER_BYTES: number = PADDED_BYTES + WRAP_OVERHEAD_BYTES;

const LATE = ["expired", "used", "cancelled"] as const;
/** Why nobody can join with an invite any more. */
export type Late = (typeof LATE)[number];

export type OpenedLetter =
  | { readonly kind: "code"; readonly code: InviteCode }
  | { readonly kind: "late"; readonly reason: Late }
  /** Not for this seed: noise, or somebody else's. */
  | { readonly kind: "none" };

const NONE: OpenedLetter = { kind: "none" };

/** What a seed's letter is asked for by. Its public key stands in the invite: who keeps letters knows their tags. */
export const letterTag = (seedKey: SignPublicKey): Uint8Array =>
  hash("vereda/letter-tag/1", seedKey).slice(0, TAG_BYTES);

const letterKey = (seed: Uint8Array): Uint8Array => hash("vereda/letter-key/1", seed);
// Strangers do not know a seed's public key, members do: what it seals says nothing new to members.
const noticeKey = (seedKey: SignPublicKey): Uint8Array => hash("vereda/notice-key/1", seedKey);

function padded(bytes: Uint8Array): Uint8Array {
  const plaintext = new Uint8Array(PADDED_BYTES);
  plaintext.set([bytes.length >> 8, bytes.length & 0xff]);
  plaintext.set(bytes, LENGTH_BYTES);
  return plaintext;
}

function unpadded(plaintext: Uint8Array): Uint8Array | null {
  const [high = 0, low = 0] = plaintext;
  const end = LENGTH_BYTES + (high << 8) + low;
  const rest = plaintext.subarray(end);
  if (plaintext.length !== PADDED_BYTES || end > PADDED_BYTES) return null;
  return rest.every((byte) => byte === 0) ? plaintext.slice(LENGTH_BYTES, end) : null;
}

/** Seals a code under its seed. Addresses that find no room are left out. */
export function sealLetter(code: InviteCode, random: RandomBytes): Uint8Array {
  let { addresses } = code;
  let payload = encodePayload(code);
  while (payload.length > PADDED_BYTES - LENGTH_BYTES) {
    addresses = addresses.slice(0, -1);
    payload = encodePayload({ ...code, addresses });
  }
  const context = letterTag(seedPair(code.seed).public);
  const key = letterKey(code.seed);
  return wrap({ key, domain: "vereda/letter/1", context, plaintext: padded(payload), random });
}

/** The answer to whoever has the seed of an invite with which nobody can join any more. */
export function sealNotice(seedKey: SignPublicKey, reason: Late, random: RandomBytes): Uint8Array {
  const plaintext = padded(Uint8Array.of(LATE.indexOf(reason)));
  const context = letterTag(seedKey);
  return wrap({ key: noticeKey(seedKey), domain: "vereda/notice/1", context, plaintext, random });
}

/** The answer to a tag that nobody knows: the same each time, and noise to everybody. */
export const noLetter = (secret: Uint8Array, tag: Uint8Array): Uint8Array =>
  deriveKey({ key: secret, domain: "vereda/no-letter/1", context: tag, length: LETTER_BYTES });

/** Opens an untrusted answer with the seed for which it was asked. Never throws. */
export function openLetter(seed: Uint8Array, answer: Uint8Array): OpenedLetter {
  const seedKey = seedPair(seed).public;
  const context = letterTag(seedKey);
  const opened = unwrap({ key: letterKey(seed), domain: "vereda/letter/1", context, wrapped: answer });
  if (opened !== null) return readLetter(seed, opened);
  const wrapped = { key: noticeKey(seedKey), domain: "vereda/notice/1", context, wrapped: answer };
  const notice = unwrap(wrapped);
  return notice === null ? NONE : readNotice(notice);
}

function readLetter(seed: Uint8Array, plaintext: Uint8Array): OpenedLetter {
  const payload = unpadded(plaintext);
  const code = payload === null ? null : decodePayload(payload);
  return code !== null && toText(code.seed) === toText(seed) ? { kind: "code", code } : NONE;
}

function readNotice(plaintext: Uint8Array): OpenedLetter {
  const payload = unpadded(plaintext);
  const reason = LATE[payload?.[0] ?? LATE.length];
  return payload?.length === 1 && reason !== undefined ? { kind: "late", reason } : NONE;
}

/** Question and answer are one channel: the tag, and whether whoever has no mesh may pass it on. */
export interface LetterQuestion {
  readonly tag: Uint8Array;
  readonly mayPass: boolean;
}

export const encodeQuestion = ({ tag, mayPass }: LetterQuestion): Uint8Array =>
  concat(Uint8Array.of(mayPass ? 1 : 0), tag);

/** Reads an untrusted question; null unless the bytes are exactly what {@link encodeQuestion} writes. */
export function decodeQuestion(bytes: Uint8Array): LetterQuestion | null {
  const [mayPass = 2] = bytes;
  if (bytes.length !== 1 + TAG_BYTES || mayPass > 1) return null;
  return { tag: bytes.slice(1), mayPass: mayPass === 1 };
}

/**
 * Thirteen words of a card that a person carries (docs/protocol.md, "Words"): 128 secret bits, and 15 that bind them to
 * who gave the card. One word more than recovery words, so that neither is taken for the other; and a checksum that
 * names a slip of the pen for what it is, where the four bits of the usual one would let every sixteenth pass. Who
 * asks must know by whom a card may have been given: the words alone do not say it.
 */
import { wordlist } from "@scure/bip39/wordlists/spanish.js";
import { equalBytes, requireLength } from "./bytes.ts";
import { hash } from "./hash.ts";
import { BITS_PER_WORD, readWords, wordsOf } from "./words.ts";

export const CARD_SECRET_BYTES = 16;
export const CARD_WORDS = 13;

const CHECK_BYTES = 2;
/** 13 words are 143 bits: of the 144 of secret and check the last one is always clear. */
const SPARE_BITS = 1n;
const LAST_BIT_CLEAR = 0xfe;

const indexOf = new Map(wordlist.map((word, at) => [word, at]));

/** `giver`: who gives the card, of one length in all uses. */
function checkOf(secret: Uint8Array, giver: Uint8Array): Uint8Array {
  const check = hash("vereda/card-words/1", secret, giver).slice(0, CHECK_BYTES);
  check[CHECK_BYTES - 1] = (check[CHECK_BYTES - 1] ?? 0) & LAST_BIT_CLEAR;
  return check;
}

/** The words of a secret of 16 bytes. They are the secret: show them once, keep them nowhere. */
export function cardWords(secret: Uint8Array, giver: Uint8Array): string {
  requireLength(secret, CARD_SECRET_BYTES, "a card's secret");
  const bytes = new Uint8Array(CARD_SECRET_BYTES + CHECK_BYTES);
  bytes.set(secret);
  bytes.set(checkOf(secret, giver), CARD_SECRET_BYTES);
  return wordsOf(bytes, CARD_WORDS);
}

/** What thirteen words of the list stand for. */
export interface CardWords {
  readonly secret: Uint8Array;
  /** Whether the card was given by them: false for nearly every mistyped word. */
  readonly isOf: (giver: Uint8Array) => boolean;
}

/** Null where they are not thirteen, or not of the list. Case, accents and separators do not matter. */
export function readCardWords(text: string): CardWords | null {
  const words = readWords(text);
  if (words?.length !== CARD_WORDS) return null;
  let bits = 0n;
  for (const word of words) bits = (bits << BigInt(BITS_PER_WORD)) | BigInt(indexOf.get(word) ?? 0);
  bits <<= SPARE_BITS;
  const bytes = new Uint8Array(CARD_SECRET_BYTES + CHECK_BYTES);
  for (let at = bytes.length - 1; at >= 0; at--) {
    bytes[at] = Number(bits & 0xffn);
    bits >>= 8n;
  }
  const secret = bytes.slice(0, CARD_SECRET_BYTES);
  const check = bytes.slice(CARD_SECRET_BYTES);
  return { secret, isOf: (giver) => equalBytes(check, checkOf(secret, giver)) };
}

/**
 * Words that people write down or read aloud, from the Spanish BIP39 list (docs/protocol.md, "Words").
 * Twelve carry the keys of a recovery (128 bits and a checksum); four compare a joiner's keys (44 bits, made
 * dear to search by Argon2id). Written with accents, read without: no two words differ in accents only.
 */
import { entropyToMnemonic, mnemonicToEntropy } from "@scure/bip39";
import { wordlist } from "@scure/bip39/wordlists/spanish.js";
import { deriveKey, hash } from "./hash.ts";
import type { AgreePair, SignPair } from "./keys.ts";
import { type RandomBytes, takeRandom } from "./random.ts";
import { agreePairFromSecret, signPairFromSeed } from "./signatures-tweetnacl.ts";
import { FLOOR_COST, stretch, UNSAFE_TESTING_COST } from "./stretch.ts";

const RECOVERY_WORDS = 12;
const ENTROPY_BYTES = 16;
const COMPARISON_WORDS = 4;
export const BITS_PER_WORD = 11;
// Longer than any twelve words with their spaces: what is longer is not read at all.
const MAX_TYPED_LENGTH = 1000;

const fold = (word: string): string =>
  word
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase();

const wordOfFolded = new Map(wordlist.map((word) => [fold(word), word]));

/** The list's own spelling of each word, whatever case, accents and separators were typed; null for others. */
export function readWords(text: string): readonly string[] | null {
  if (text.length > MAX_TYPED_LENGTH) return null;
  const words = fold(text)
    .split(/[^a-z]+/u)
    .filter((word) => word !== "")
    .map((word) => wordOfFolded.get(word));
  return words.every((word) => word !== undefined) ? words : null;
}

/** Twelve new words with single spaces. They are the secret: show them once, keep them nowhere. */
export const generateRecoveryWords = (random: RandomBytes): string =>
  entropyToMnemonic(takeRandom(random, ENTROPY_BYTES), wordlist).normalize("NFC");

/** What twelve words stand for: a pair to open what was boxed to them, and one to sign by. */
export interface RecoverySecrets {
  readonly agree: AgreePair;
  readonly sign: SignPair;
}

/** The keys of twelve words; null where they are not twelve, not of the list, or fail the checksum. */
export function recoverySecrets(words: string): RecoverySecrets | null {
  const typed = readWords(words);
  if (typed?.length !== RECOVERY_WORDS) return null;
  const entropy = entropyOf(typed);
  if (entropy === null) return null;
  // Not stretched: 128 random bits are not guessed (docs/decisions/0012-recovery.md).
  return {
    agree: agreePairFromSecret(deriveKey({ key: entropy, domain: "vereda/recovery/1", length: 32 })),
    sign: signPairFromSeed(deriveKey({ key: entropy, domain: "vereda/recovery-sign/1", length: 32 })),
  };
}

function entropyOf(words: readonly string[]): Uint8Array | null {
  try {
    return mnemonicToEntropy(words.join(" "), wordlist);
  } catch {
    return null;
  }
}

/** The first `count` words of these bits. */
export function wordsOf(bytes: Uint8Array, count: number): string {
  const words: string[] = [];
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const total = bytes.length * 8;
  for (let index = 1; index <= count; index++) {
    const at = (bits >> BigInt(total - index * BITS_PER_WORD)) & 0x7ffn;
    words.push(wordlist[Number(at)] ?? "");
  }
  return words.join(" ").normalize("NFC");
}

/**
 * Four words that two people compare: of the joiner's keys (`material`) and the invite (`salt`), both
 * of any length. 44 bits, and each try of a forger costs 64 MiB for half a second. Compare with
 * {@link sameWords}.
 */
export async function comparisonWords(input: {
  readonly material: Uint8Array;
  readonly salt: Uint8Array;
  readonly unsafeTestingLowCost?: boolean;
}): Promise<string> {
  const stretched = await stretch({
    password: hash("vereda/words/1", input.material),
    salt: hash("vereda/words-salt/1", input.salt),
    cost: input.unsafeTestingLowCost === true ? UNSAFE_TESTING_COST : FLOOR_COST,
  });
  return wordsOf(stretched, COMPARISON_WORDS);
}

/** True for the same words of the list, whatever case, accents and separators; false for no words. */
export function sameWords(a: string, b: string): boolean {
  const [left, right] = [readWords(a), readWords(b)];
  return left !== null && right !== null && left.length > 0 && left.join(" ") === right.join(" ");
}

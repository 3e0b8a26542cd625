/**
 * The code of a slip: seven characters drawn by lot and one that checks them, so that it says nothing of anybody and a
 * slip of the hand is told from a code that nobody knows. Twenty-nine characters, without those that are read for one
 * another: as 29 is prime, any one character that is wrong, and any two that changed places, make another check.
 */
const ALPHABET = "0123456789ACDEFGHJKMNPQRTVWXY";
const DRAWN = 7;
const LENGTH = DRAWN + 1;
const GROUP = 4;

/** How many random bytes a code takes. */
export const SLIP_CODE_BYTES = DRAWN * 2;

/** What is written by hand, or read, for a character of the code. */
const READ_AS: ReadonlyMap<string, string> = new Map([
  ["O", "0"],
  ["I", "1"],
  ["L", "1"],
  ["S", "5"],
  ["Z", "2"],
  ["B", "8"],
  ["U", "V"],
  ["Ñ", "N"],
]);

/** Of each place its number times its weight, from 1 on; null for what is no character of a code. */
function weighed(text: string): number | null {
  let sum = 0;
  for (const [at, character] of Array.from(text).entries()) {
    const number = ALPHABET.indexOf(character);
    if (number < 0) return null;
    sum += (at + 1) * number;
  }
  return sum % ALPHABET.length;
}

/** A code out of random bytes. */
export function drawSlipCode(bytes: Uint8Array): string {
  const drawn = Array.from({ length: DRAWN }, (_, at) =>
    ALPHABET.charAt((((bytes[at * 2] ?? 0) << 8) | (bytes[at * 2 + 1] ?? 0)) % ALPHABET.length),
  ).join("");
  const check = Array.from(ALPHABET).find((last) => weighed(drawn + last) === 0);
  return drawn + (check ?? "");
}

export const isSlipCode = (text: string): boolean => text.length === LENGTH && weighed(text) === 0;

/** As it is printed and read aloud. */
export const slipCodeText = (code: string): string => `${code.slice(0, GROUP)}-${code.slice(GROUP)}`;

/** What somebody typed: however it is spaced and cased, and with the letters that no code has. Null: mistyped. */
export function readSlipCode(typed: string): string | null {
  const bare = typed
    .normalize("NFC")
    .toUpperCase()
    .replaceAll(/[\s\-–—_.]/gu, "");
  const plain = Array.from(bare, (character) => READ_AS.get(character) ?? character).join("");
  return isSlipCode(plain) ? plain : null;
}

/**
 * Ids as text: lower-case RFC 4648 base32 without padding (docs/protocol.md, "Ids"). Strict both
 * ways, so that one id has one text and texts can be compared and be keys of maps. It knows nothing
 * of what the bytes name, and is not for secrets: it takes a time that depends on the bytes.
 */
import { base32nopad } from "@scure/base";

const ALPHABET = /^[a-z2-7]*$/u;

/** The only text of these bytes. */
export const toText = (bytes: Uint8Array): string => base32nopad.encode(bytes).toLowerCase();

/**
 * The `length` bytes that this text stands for; null for any text that {@link toText} would not
 * write: capitals, padding, spaces, another length, or bits left over that are not zero.
 */
export function fromText(text: string, length: number): Uint8Array | null {
  if (text.length !== Math.ceil((length * 8) / 5) || !ALPHABET.test(text)) return null;
  try {
    return base32nopad.decode(text.toUpperCase());
  } catch {
    return null;
  }
}

/**
 * Plain byte handling: joining, comparing, numbers and text as bytes (docs/protocol.md, "Encoding").
 * Knows no key and no format. Only {@link equalBytes} may be given secrets: the others run in a time
 * that depends on what they are given.
 */
import { UsageError } from "./errors.ts";

declare const brand: unique symbol;

/** `T` that only the code which checked or made it may call `B`. */
export type Brand<T, B extends string> = T & { readonly [brand]: B };

/** All parts, one after another, in a new array. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** True for the same bytes, in a time that depends on the lengths only. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let index = 0; index < a.length; index++) difference |= (a[index] ?? 0) ^ (b[index] ?? 0);
  return difference === 0;
}

/** Order of bytes as of words in a dictionary: negative, zero or positive. Not for secrets. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

const encoder = new TextEncoder();
// Without ignoreBOM a leading U+FEFF would vanish, and two byte strings would read as one text.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** UTF-8 of a text. Half a surrogate pair becomes U+FFFD: do not rely on such texts being told apart. */
export const utf8 = (text: string): Uint8Array => encoder.encode(text);

/** The text that these bytes encode; null where they are not UTF-8. */
export function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

const UINT32_RANGE = 0x1_0000_0000;

const requireNatural = (value: number, limit: number): void => {
  if (Number.isSafeInteger(value) && value >= 0 && value < limit) return;
  throw new UsageError("out-of-range", "a natural number in range is needed");
};

/** Four bytes, big endian. Throws {@link UsageError} outside 0 to 2^32 - 1. */
export function uint32(value: number): Uint8Array {
  requireNatural(value, UINT32_RANGE);
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

/** Eight bytes, big endian. Throws {@link UsageError} on what is not a natural number below 2^53. */
export function uint64(value: number): Uint8Array {
  requireNatural(value, Number.MAX_SAFE_INTEGER + 1);
  return concat(uint32(Math.floor(value / UINT32_RANGE)), uint32(value % UINT32_RANGE));
}

/** Throws {@link UsageError} unless there are exactly `length` bytes; `what` names them in the text. */
export function requireLength(bytes: Uint8Array, length: number, what: string): void {
  if (bytes.length === length) return;
  const [needed, given] = [String(length), String(bytes.length)];
  throw new UsageError("wrong-length", `${what} must be ${needed} bytes, not ${given}`);
}

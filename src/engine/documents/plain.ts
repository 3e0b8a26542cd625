/**
 * Between plain JSON and Automerge values. Strings are stored as `ImmutableString`: one value that
 * wins or loses whole and shows as a conflict, where Automerge's text would merge two spellings of
 * a name letter by letter into a third that nobody wrote. No proxy leaves this folder.
 */
import * as A from "@automerge/automerge";

export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };
export type PlainMap = Readonly<Record<string, Plain>>;

export const isPlainMap = (value: unknown): value is PlainMap =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !A.isImmutableString(value);

/** A value for assignment inside a change function. */
export function toStored(value: Plain): unknown {
  if (typeof value === "string") return new A.ImmutableString(value);
  if (Array.isArray(value)) return (value as readonly Plain[]).map(toStored);
  if (isPlainMap(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toStored(item)]));
  }
  return value;
}

/** A plain copy of what is stored; values that JSON has no word for become null. */
export function toPlain(value: unknown): Plain {
  // lists first: inside a change, the stand-in for a list passes for every marked object
  if (Array.isArray(value)) return value.map(toPlain);
  if (A.isImmutableString(value)) return String(value);
  if (isPlainMap(value)) return toPlainMap(value);
  if (typeof value === "string" || typeof value === "boolean") return value;
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/** Own keys only; `__proto__` from a hostile document becomes an ordinary key. */
export function toPlainMap(value: object): PlainMap {
  const plain = new Map<string, Plain>();
  for (const [key, item] of Object.entries(value)) plain.set(key, toPlain(item));
  return Object.fromEntries(plain);
}

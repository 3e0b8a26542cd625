/**
 * Writes a JSON merge patch (RFC 7396) into a stored map, touching only what the patch names, so
 * that two devices that change different fields never overwrite each other.
 */
import { isPlainMap, toPlain, toStored, type Plain, type PlainMap } from "./plain.ts";

const equalPlain = (one: Plain, other: Plain): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Applies `patch` in place. `null` deletes a key; a map goes deeper; anything else replaces. */
export function patchStored(stored: Record<string, unknown>, patch: PlainMap): void {
  for (const [key, value] of Object.entries(patch)) {
    const before = Object.hasOwn(stored, key) ? stored[key] : undefined;
    if (value === null) {
      if (before !== undefined) Reflect.deleteProperty(stored, key);
    } else if (isPlainMap(value) && isPlainMap(before)) {
      patchStored(before, value);
    } else if (before === undefined || !equalPlain(toPlain(before), value)) {
      stored[key] = toStored(value);
    }
  }
}

/** The JSON merge patch (RFC 7396) that leads from one plain map to another. */
import { isPlainMap, type Plain, type PlainMap } from "./plain.ts";

/** Empty when both are equal. Arrays are replaced whole, as the RFC has it. */
export function diffPatch(before: PlainMap, after: PlainMap): PlainMap {
  const patch: Record<string, Plain> = {};
  for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) patch[key] = null;
  for (const [key, value] of Object.entries(after)) {
    const old = before[key] ?? null;
    if (JSON.stringify(old) === JSON.stringify(value)) continue;
    patch[key] = isPlainMap(old) && isPlainMap(value) ? diffPatch(old, value) : value;
  }
  return patch;
}

/** The patch, with the values that `after` has at these dotted paths named too, whether they differ or not. */
export function namingToo(patch: PlainMap, after: PlainMap, paths: readonly string[]): PlainMap {
  const named: Record<string, Plain> = { ...patch };
  for (const path of paths) {
    const [key = "", ...rest] = path.split(".");
    const value = after[key] ?? null;
    const inner = named[key] ?? {};
    named[key] =
      rest.length > 0 && isPlainMap(value) && isPlainMap(inner)
        ? namingToo(inner, value, [rest.join(".")])
        : value;
  }
  return named;
}

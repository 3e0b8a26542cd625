/**
 * Writes a JSON merge patch (RFC 7396) into a stored map, touching only what the patch names, so
 * that two devices that change different fields never overwrite each other. What was set at once to
 * different values and is named by the patch is settled by it, also by the value that stands.
 */
import * as A from "@automerge/automerge";
import { isPlainMap, toPlain, toStored, type Plain, type PlainMap } from "./plain.ts";

const equalPlain = (one: Plain, other: Plain): boolean => JSON.stringify(one) === JSON.stringify(other);

/** True when the key was set at once to more than one value. */
export function isContested(stored: object, key: string): boolean {
  try {
    return Object.keys(A.getConflicts(stored as A.Doc<Record<string, unknown>>, key) ?? {}).length > 1;
  } catch {
    // one of them has no value: only a forged change is like that
    return true;
  }
}

/** Applies `patch` in place. `null` deletes a key; a map goes deeper; anything else replaces. */
export function patchStored(stored: Record<string, unknown>, patch: PlainMap): void {
  for (const [key, value] of Object.entries(patch)) {
    const before = Object.hasOwn(stored, key) ? stored[key] : undefined;
    if (value !== null) setStored({ stored, key, before }, value);
    else if (before !== undefined) Reflect.deleteProperty(stored, key);
  }
}

interface Place {
  readonly stored: Record<string, unknown>;
  readonly key: string;
  readonly before: unknown;
}

function setStored({ stored, key, before }: Place, value: Exclude<Plain, null>): void {
  const contested = isContested(stored, key);
  if (isPlainMap(value) && isPlainMap(before) && !contested) patchStored(before, value);
  else if (before === undefined || contested || !equalPlain(toPlain(before), value))
    stored[key] = toStored(value);
}

/**
 * JSON Merge Patch (RFC 7396): how `edit` says what to change. Null removes, an object goes into
 * an object, anything else replaces. Neither argument is changed.
 */

type JsonObject = Readonly<Record<string, unknown>>;

/** True for what JSON calls an object. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The target with the patch applied. Both are plain JSON of bounded depth (`parseFields` checks it). */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isJsonObject(patch)) return patch;
  const result = new Map(isJsonObject(target) ? Object.entries(target) : []);
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) result.delete(key);
    else result.set(key, mergePatch(result.get(key), value));
  }
  return Object.fromEntries(result);
}

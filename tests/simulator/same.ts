/** Whether two memberships say the same, down to the order of their maps; and where they part. */

/** Null when the values are equal; else where they first differ, as a path. */
export function difference(a: unknown, b: unknown, at = "membership"): string | null {
  if (Object.is(a, b)) return null;
  if (a instanceof Map && b instanceof Map) return differenceOfLists([...a], [...b], at);
  if (Array.isArray(a) && Array.isArray(b)) return differenceOfLists(a, b, at);
  if (ArrayBuffer.isView(a) && ArrayBuffer.isView(b)) return sameBytes(a, b) ? null : at;
  if (!isObject(a) || !isObject(b)) return `${at}: ${String(a)} and ${String(b)}`;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return at;
  for (const name of names) {
    const found = difference(a[name], b[name], `${at}.${name}`);
    if (found !== null) return found;
  }
  return null;
}

function differenceOfLists(a: readonly unknown[], b: readonly unknown[], at: string): string | null {
  if (a.length !== b.length) return `${at}: ${String(a.length)} and ${String(b.length)} items`;
  for (const [index, item] of a.entries()) {
    const found = difference(item, b[index], `${at}[${String(index)}]`);
    if (found !== null) return found;
  }
  return null;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !(value instanceof Map) && !Array.isArray(value);

function sameBytes(a: ArrayBufferView, b: ArrayBufferView): boolean {
  if (a.byteLength !== b.byteLength) return false;
  const [left, right] = [bytesOf(a), bytesOf(b)];
  return left.every((byte, index) => byte === right[index]);
}

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/**
 * All that a store holds, as bytes: of a LevelDB and an IndexedDB read through the database (the files may
 * be compressed), and of a folder's files as they lie there.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ClassicLevel } from "classic-level";
import type { Page } from "playwright-core";

/** Every key and value of a LevelDB that nobody has open. */
export async function levelBytes(folder: string): Promise<readonly Uint8Array[]> {
  const database = new ClassicLevel<Buffer, Buffer>(folder, {
    keyEncoding: "buffer",
    valueEncoding: "buffer",
    createIfMissing: false,
  });
  await database.open();
  try {
    return (await database.iterator().all()).flat();
  } finally {
    await database.close();
  }
}

/** Every file under a folder. */
export function fileBytes(folder: string): readonly Uint8Array[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
}

/** Every string and every run of bytes in the keys and values of the page's databases, however deep. */
export async function indexedDbBytes(page: Page): Promise<readonly Uint8Array[]> {
  const texts = await page.evaluate(async () => {
    const found: string[] = [];
    const walk = (value: unknown): void => {
      if (typeof value === "string")
        found.push(
          btoa(Array.from(new TextEncoder().encode(value), (byte) => String.fromCharCode(byte)).join("")),
        );
      else if (ArrayBuffer.isView(value)) {
        const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
        found.push(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")));
      } else if (value instanceof ArrayBuffer) walk(new Uint8Array(value));
      else if (value instanceof Map) for (const pair of value) walk(pair);
      else if (value instanceof Set) for (const one of value) walk(one);
      else if (typeof value === "object" && value !== null)
        for (const [key, inner] of Object.entries(value)) {
          walk(key);
          walk(inner);
        }
    };
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(request.error ?? new Error("refused"));
        };
      });
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name ?? ""));
      for (const storeName of database.objectStoreNames) {
        const store = database.transaction(storeName).objectStore(storeName);
        const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
        walk(keys);
        walk(values);
      }
      database.close();
    }
    return found;
  });
  return texts.map((text) => Buffer.from(text, "base64"));
}

/**
 * The built page, held in memory: a hub goes on serving the page that it started with, whole, while a
 * new build replaces the files under it. A few megabytes.
 */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { lookup } from "mrmime";

export interface PageFile {
  readonly type: string;
  readonly bytes: Buffer;
  /** For `If-None-Match`: a hash of the bytes. */
  readonly tag: string;
  /** The name holds a hash of the contents: it may be kept for ever. The page itself must never be stale. */
  readonly lasting: boolean;
}

/** Files by the path under which they are asked for; the page itself is `/` too. */
export type PageFiles = ReadonlyMap<string, PageFile>;

const ASSETS = "/assets/";
const INDEX = "/index.html";
const BINARY = "application/octet-stream";
const TEXT = /^text\/|javascript|json|svg/u;

const typeOf = (path: string): string => {
  const type = lookup(extname(path)) ?? BINARY;
  return TEXT.test(type) ? `${type};charset=utf-8` : type;
};

/** Rejects with the system's error when the folder cannot be read. Source maps are not for serving. */
export async function readPageFiles(folder: string): Promise<PageFiles> {
  const files = new Map<string, PageFile>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.endsWith(".map")) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join("/")}`;
    const bytes = await readFile(file);
    const tag = `"${createHash("sha256").update(bytes).digest("base64url")}"`;
    files.set(path, { type: typeOf(path), bytes, tag, lasting: path.startsWith(ASSETS) });
  }
  const index = files.get(INDEX);
  return index === undefined ? files : files.set("/", index);
}

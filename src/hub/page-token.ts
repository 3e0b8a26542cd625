/**
 * What a page must show before it may give the hub to a house: whoever has it was told by the hub's own window, or may
 * read the hub's folder. Other users of the same machine reach the page's port and have neither. Travels in the fragment
 * of the page's address, which no browser sends to a server, and in a header of one request.
 */
import { join } from "node:path";
import { type Brand, equalBytes, type RandomBytes, utf8 } from "#crypto";
import { readOwnerFile, writeOwnerFile } from "./owner-files.ts";

export type PageToken = Brand<string, "PageToken">;

/** Of the request that gives the hub to a house. */
export const TOKEN_HEADER = "vereda-token";

const FILE = "page-token";
const TOKEN_BYTES = 16;
const TOKEN = /^[\w-]{22}$/u;

/** The token of this folder, made once. A file that holds none is replaced. */
export async function keepPageToken(dataDir: string, random: RandomBytes): Promise<PageToken> {
  const path = join(dataDir, FILE);
  const kept = (await readOwnerFile(path))?.trim() ?? "";
  if (TOKEN.test(kept)) return kept as PageToken;
  const made = Buffer.from(random(TOKEN_BYTES)).toString("base64url") as PageToken;
  await writeOwnerFile(path, `${made}\n`);
  return made;
}

/** Takes as long wherever the two differ. */
export const isToken = (token: PageToken, shown: unknown): boolean =>
  typeof shown === "string" && equalBytes(utf8(shown), utf8(token));

/** The page's address with its token, for who may give the hub to a house. */
export const addressWith = (token: PageToken, url: string): string => `${url}/#base=${token}`;

/**
 * Keeps a house's certificates in its hub's folder: two files that only their owner may read, replaced whole.
 * A damaged authority is reported and never replaced: the phones that installed it would be turned away.
 */
import { chmod, mkdir, open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { isAuthorityWhole, isLeafGood, makeAuthority, makeLeaf, type Pem } from "./certificate.ts";

const FOLDER = "lan";
const OWNER_ONLY = 0o600;
const OWNER_FOLDER = 0o700;

export interface Certificates {
  readonly authority: Pem;
  readonly leaf: Pem;
}

/** The folder's authority cannot be read. */
export class AuthorityDamaged extends Error {
  override readonly name = "AuthorityDamaged";
}

async function readPem(path: string): Promise<Pem | null> {
  try {
    const text = await readFile(path, "utf8");
    await chmod(path, OWNER_ONLY);
    return text;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** On the disk under its name, whole, or not at all. */
async function writePem(path: string, pem: Pem): Promise<void> {
  const draft = `${path}.new`;
  const file = await open(draft, "w", OWNER_ONLY);
  try {
    await file.writeFile(pem);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}

async function authorityIn(folder: string, now: number): Promise<Pem> {
  const path = join(folder, "authority.pem");
  const kept = await readPem(path);
  if (kept !== null) {
    if (!isAuthorityWhole(kept)) throw new AuthorityDamaged("the authority cannot be read");
    return kept;
  }
  const made = await makeAuthority(now);
  await writePem(path, made);
  return made;
}

/** The certificates for these names, made where they are missing, and the leaf where it does not serve any more. */
export async function keepCertificates(
  dataDir: string,
  wish: { readonly names: readonly string[]; readonly now: number },
): Promise<Certificates> {
  const folder = join(dataDir, FOLDER);
  await mkdir(folder, { recursive: true, mode: OWNER_FOLDER });
  const authority = await authorityIn(folder, wish.now);
  const path = join(folder, "leaf.pem");
  const kept = await readPem(path);
  if (kept !== null && isLeafGood(kept, authority, wish)) return { authority, leaf: kept };
  const leaf = await makeLeaf(authority, wish.names, wish.now);
  await writePem(path, leaf);
  return { authority, leaf };
}

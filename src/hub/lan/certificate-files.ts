/**
 * Keeps a house's certificates in its hub's folder: two files that only their owner may read, replaced whole.
 * A damaged authority is reported and never replaced: the phones that installed it would be turned away.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { readOwnerFile, writeOwnerFile } from "../owner-files.ts";
import { isAuthorityWhole, isLeafGood, makeAuthority, makeLeaf, type Pem } from "./certificate.ts";

const FOLDER = "lan";
const OWNER_FOLDER = 0o700;

export interface Certificates {
  readonly authority: Pem;
  readonly leaf: Pem;
}

/** The folder's authority cannot be read. */
export class AuthorityDamaged extends Error {
  override readonly name = "AuthorityDamaged";
}

async function authorityIn(folder: string, now: number): Promise<Pem> {
  const path = join(folder, "authority.pem");
  const kept = await readOwnerFile(path);
  if (kept !== null) {
    if (!isAuthorityWhole(kept)) throw new AuthorityDamaged("the authority cannot be read");
    return kept;
  }
  const made = await makeAuthority(now);
  await writeOwnerFile(path, made);
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
  const kept = await readOwnerFile(path);
  if (kept !== null && isLeafGood(kept, authority, wish)) return { authority, leaf: kept };
  const leaf = await makeLeaf(authority, wish.names, wish.now);
  await writeOwnerFile(path, leaf);
  return { authority, leaf };
}

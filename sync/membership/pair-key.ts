/**
 * The key of two sites: both derive it from one's staff secret and the other's staff public key, so
 * nobody grants it (docs/protocol.md, "Pair keys"). One key for each two generations.
 */
import {
  type AgreePair,
  type AgreePublicKey,
  asSpaceKey,
  compareBytes,
  concat,
  deriveKey,
  type Signatures,
  type SpaceKey,
} from "#crypto";
import { idBytes, type MeshId, type SiteId } from "../ids.ts";

const PAIR_DOMAIN = "vereda/pair/1";

export interface PairSides {
  readonly mesh: MeshId;
  readonly own: { readonly site: SiteId; readonly pair: AgreePair };
  readonly other: { readonly site: SiteId; readonly public: AgreePublicKey };
}

/** The same key on both sides; null when the other's public key is one that nobody can agree with. */
export async function derivePairKey(
  { mesh, own, other }: PairSides,
  signatures: Signatures,
): Promise<SpaceKey | null> {
  const secret = await signatures.agree(own.pair.secret, other.public);
  if (secret === null) return null;
  const sides = [concat(idBytes(own.site), own.pair.public), concat(idBytes(other.site), other.public)];
  const context = concat(idBytes(mesh), ...sides.sort(compareBytes));
  return asSpaceKey(deriveKey({ key: secret, domain: PAIR_DOMAIN, context, length: 32 }));
}

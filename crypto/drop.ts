/**
 * Drop keys (docs/protocol.md, "Drop keys"): an X25519 pair derived from a space key. Whoever has the
 * public half can post to the space and cannot read it; whoever has the space key reads both kinds.
 * A dropped entry is an entry like any other, its body 32 bytes longer: ephemeral public key || sealed.
 */
import { concat, requireLength } from "./bytes.ts";
import { agreeToReceive, agreeToSend } from "./ephemeral.ts";
import { deriveKey, hash } from "./hash.ts";
import { type AgreePair, type AgreePublicKey, PUBLIC_KEY_BYTES } from "./keys.ts";
import type { RandomBytes } from "./random.ts";
import {
  asSealed,
  KEY_ID_BYTES,
  type KeyId,
  open,
  seal,
  type SealedEntry,
  sealedLength,
  SPACE_KEY_BYTES,
  type SpaceKey,
} from "./seal.ts";
import { agreePairFromSecret } from "./signatures-tweetnacl.ts";
import type { Signatures } from "./signatures.ts";

const DROP_DOMAIN = "vereda/drop-seal/1";

/** The drop pair of a generation of a space (about 2 ms: keep it). */
export function dropPairOf(key: SpaceKey): AgreePair {
  requireLength(key, SPACE_KEY_BYTES, "a space key");
  return agreePairFromSecret(deriveKey({ key, domain: "vereda/drop/1", length: 32 }));
}

/** The name under which entries speak of a drop key; never that of a space key. */
export const dropKeyId = (drop: AgreePublicKey): KeyId =>
  hash("vereda/drop-id/1", drop).slice(0, KEY_ID_BYTES) as Uint8Array as KeyId;

/** Length of the body that {@link sealToDrop} makes. Throws `UsageError` above `MAX_PLAINTEXT_BYTES`. */
export const dropLength = (plaintextLength: number): number =>
  PUBLIC_KEY_BYTES + sealedLength(plaintextLength);

/** Where a dropped entry belongs; as in `SealPlace`. */
interface DropPlace {
  readonly signatures: Signatures;
  readonly salt: Uint8Array;
  readonly context: Uint8Array;
}

/** Seals for the readers of a space. Throws `UsageError` for wrong lengths and for a weak drop key. */
export async function sealToDrop(
  input: DropPlace & {
    readonly drop: AgreePublicKey;
    readonly random: RandomBytes;
    readonly plaintext: Uint8Array;
  },
): Promise<SealedEntry> {
  const { signatures, random, salt, context, plaintext } = input;
  const sealing = [plaintext, salt, context];
  const sent = await agreeToSend({ signatures, domain: DROP_DOMAIN, to: input.drop, random, sealing });
  const { commit, body } = seal({ key: sent.key as SpaceKey, salt, context, plaintext });
  return { commit, body: asSealed(concat(sent.ephemeral, body)) };
}

/** Opens with the pair from {@link dropPairOf}; null as in `open`. */
export async function openFromDrop(
  input: DropPlace & SealedEntry & { readonly pair: AgreePair },
): Promise<Uint8Array | null> {
  const { signatures, pair, salt, context, commit, body } = input;
  const key = await agreeToReceive({ signatures, domain: DROP_DOMAIN, pair, bytes: body });
  if (key === null) return null;
  return open({
    key: key as SpaceKey,
    salt,
    context,
    commit,
    body: asSealed(body.subarray(PUBLIC_KEY_BYTES)),
  });
}

/**
 * One-sided agreement: a sender without a key of its own makes an X25519 pair for one message
 * (docs/protocol.md, "Boxes"). The secret is mixed from randomness and from what is sealed, so that a
 * generator that repeats itself never seals two plaintexts under one key.
 */
import { concat } from "./bytes.ts";
import { UsageError } from "./errors.ts";
import { deriveKey, hash, hmac } from "./hash.ts";
import { type AgreePair, type AgreePublicKey, asAgreeSecretKey, PUBLIC_KEY_BYTES } from "./keys.ts";
import { type RandomBytes, takeRandom } from "./random.ts";
import type { Signatures } from "./signatures.ts";

/** u = 9 (RFC 7748, section 4.1). */
const BASE_POINT = Uint8Array.of(9, ...new Uint8Array(31)) as AgreePublicKey;

/** What the shared key is bound to besides both public keys. */
interface Purpose {
  readonly signatures: Signatures;
  readonly domain: string;
}

export interface Sent {
  /** The sender's public key, which travels in front. */
  readonly ephemeral: AgreePublicKey;
  readonly key: Uint8Array;
}

function sharedKey(
  domain: string,
  shared: Uint8Array,
  ends: readonly [AgreePublicKey, AgreePublicKey],
): Uint8Array {
  return deriveKey({ key: shared, domain, context: concat(...ends), length: 32 });
}

/** Throws {@link UsageError} (`weak-key`) where nothing can be sealed to this key: it was not parsed. */
export async function agreeToSend(
  input: Purpose & {
    readonly to: AgreePublicKey;
    readonly random: RandomBytes;
    /** All that is sealed and what it is bound to. */
    readonly sealing: readonly Uint8Array[];
  },
): Promise<Sent> {
  const digests = input.sealing.map((part) => hash("vereda/ephemeral-part/1", part));
  const fresh = takeRandom(input.random, 32);
  const secret = asAgreeSecretKey(hmac(fresh, "vereda/ephemeral/1", input.to, ...digests));
  const shared = await input.signatures.agree(secret, input.to);
  // The public key is what is agreed on with the base point: a native provider is twenty times faster.
  const ephemeral = (await input.signatures.agree(secret, BASE_POINT)) as AgreePublicKey | null;
  if (shared === null || ephemeral === null)
    throw new UsageError("weak-key", "nothing can be sealed to a key of small order");
  return { ephemeral, key: sharedKey(input.domain, shared, [ephemeral, input.to]) };
}

/** The key of a received message; null where its first 32 bytes are no usable public key. */
export async function agreeToReceive(
  input: Purpose & { readonly pair: AgreePair; readonly bytes: Uint8Array },
): Promise<Uint8Array | null> {
  if (input.bytes.length < PUBLIC_KEY_BYTES) return null;
  const ephemeral = input.bytes.slice(0, PUBLIC_KEY_BYTES) as AgreePublicKey;
  const shared = await input.signatures.agree(input.pair.secret, ephemeral);
  return shared === null ? null : sharedKey(input.domain, shared, [ephemeral, input.pair.public]);
}

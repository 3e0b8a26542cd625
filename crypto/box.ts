/**
 * Sealing to one public key: grants of keys, the name of a joiner (docs/protocol.md, "Boxes").
 * Ephemeral public key (32) || commitment (32) || box. Anyone can make one: it says nothing of who did;
 * the operation that carries it is signed. Its length tells the plaintext's: pad what must not be told.
 */
import { concat } from "./bytes.ts";
import { BOX_OVERHEAD_BYTES, COMMIT_BYTES, openCommitted, sealCommitted } from "./committed-box.ts";
import { agreeToReceive, agreeToSend } from "./ephemeral.ts";
import { type AgreePair, type AgreePublicKey, PUBLIC_KEY_BYTES } from "./keys.ts";
import type { RandomBytes } from "./random.ts";
import type { Signatures } from "./signatures.ts";

const NO_SALT = new Uint8Array(0);
const FRONT_BYTES = PUBLIC_KEY_BYTES + COMMIT_BYTES;

/** What a box to a key is longer than its plaintext. */
export const SEALED_TO_OVERHEAD_BYTES: number = FRONT_BYTES + BOX_OVERHEAD_BYTES;

/** What a box is for; the same on both sides. */
interface BoxPurpose {
  readonly signatures: Signatures;
  readonly domain: string;
  /** Whatever the box must not be moved away from. */
  readonly context: Uint8Array;
}

/** Seals to a key. Throws `UsageError` for one of small order, which `parseAgreePublicKey` refuses. */
export async function sealTo(
  input: BoxPurpose & {
    readonly to: AgreePublicKey;
    readonly plaintext: Uint8Array;
    readonly random: RandomBytes;
  },
): Promise<Uint8Array> {
  const { signatures, domain, context, to, plaintext, random } = input;
  const sent = await agreeToSend({ signatures, domain, to, random, sealing: [plaintext, context] });
  const { commit, box } = sealCommitted({ key: sent.key, salt: NO_SALT, domain, context }, plaintext);
  return concat(sent.ephemeral, commit, box);
}

/** Opens; null for another key, domain or context and for anything changed. */
export async function openFrom(
  input: BoxPurpose & { readonly pair: AgreePair; readonly box: Uint8Array },
): Promise<Uint8Array | null> {
  const { signatures, domain, context, pair, box: bytes } = input;
  if (bytes.length < SEALED_TO_OVERHEAD_BYTES) return null;
  const key = await agreeToReceive({ signatures, domain, pair, bytes });
  if (key === null) return null;
  const commit = bytes.subarray(PUBLIC_KEY_BYTES, FRONT_BYTES);
  return openCommitted({ key, salt: NO_SALT, domain, context }, { commit, box: bytes.subarray(FRONT_BYTES) });
}

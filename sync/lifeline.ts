/**
 * From twelve words to a mesh (docs/protocol.md, "Lifelines"): who has nothing but the words of a site learns
 * from any device of its mesh, or from a profile that nobody can open any more, which mesh it is and its key.
 * A lifeline is sealed to the words; who asks shows that it knows their public halves, bound to the channel.
 */
import {
  asSpaceKey,
  concat,
  equalBytes,
  hash,
  type Hash,
  hmac,
  openFrom,
  type RecoverySecrets,
  sealTo,
  type Signatures,
  SPACE_KEY_BYTES,
  type SpaceKey,
  toText,
  uint32,
} from "#crypto";
import type { Channel } from "./channel.ts";
import { Reader, Writer } from "./codec.ts";
import { idBytes, MESH_ID_BYTES, type MeshId } from "./ids.ts";
import type { RecoveryKeys } from "./membership/key-codec.ts";
import type { Tools } from "./membership/key-boxes.ts";
import type { Membership } from "./membership/membership.ts";
import { redactRecovery } from "./membership/site-secrets.ts";
import { decodeMessage, encodeMessage } from "./protocol/message-codec.ts";
import { NONCE_BYTES, type Seek } from "./protocol/messages.ts";

const VERSION = 1;
const LIFELINE_DOMAIN = "vereda/lifeline/1";
const NO_CONTEXT = new Uint8Array(0);

/** What a fresh device must know before it can ask for the control entries. */
export interface Lifeline {
  readonly mesh: MeshId;
  readonly meshKey: SpaceKey;
}

/** Seals what leads to a mesh to the public halves of twelve words. */
export function sealLifeline(
  { mesh, meshKey }: Lifeline,
  { agree }: RecoveryKeys,
  tools: Tools,
): Promise<Uint8Array> {
  const plaintext = new Writer().byte(VERSION).raw(idBytes(mesh)).raw(meshKey).finish();
  return sealTo({ ...tools, to: agree, domain: LIFELINE_DOMAIN, context: NO_CONTEXT, plaintext });
}

/** Opens a lifeline; null for other words, and for anything changed. */
export async function openLifeline(
  box: Uint8Array,
  { agree: pair }: RecoverySecrets,
  signatures: Signatures,
): Promise<Lifeline | null> {
  const plain = await openFrom({ signatures, pair, domain: LIFELINE_DOMAIN, context: NO_CONTEXT, box });
  if (plain === null) return null;
  const reader = new Reader(plain);
  if (reader.byte() !== VERSION) return null;
  const mesh = toText(reader.raw(MESH_ID_BYTES)) as MeshId;
  const meshKey = reader.raw(SPACE_KEY_BYTES);
  return reader.finish() ? { mesh, meshKey: asSpaceKey(meshKey) } : null;
}

/** The words by which a site can be found now. */
export const wordsOfSites = ({ recoveries }: Pick<Membership, "recoveries">): readonly RecoveryKeys[] =>
  [...recoveries.values()].flat().flatMap(({ words, keys }) => (words === "site" ? [keys] : []));

type Ends = Pick<Channel, "localPeer" | "remotePeer">;

/** What only members of the mesh and whoever has the words can compute, for one channel: sent on, it shows nothing. */
function macOf(
  keys: RecoveryKeys,
  nonce: Uint8Array,
  { asking, asked }: { asking: Uint8Array; asked: Uint8Array },
): Hash {
  const key = hash("vereda/lifeline-key/1", keys.sign, keys.agree);
  const framed = (bytes: Uint8Array): Uint8Array => concat(uint32(bytes.length), bytes);
  return hmac(key, "vereda/lifeline-seek/1", nonce, framed(asking), framed(asked));
}

export interface SeekOptions extends Tools {
  readonly membership: Membership;
  readonly meshKey: SpaceKey;
  readonly ends: Ends;
}

/** The answer to somebody who seeks: a lifeline where the words count in this mesh, else null. */
export function answerSeek(
  { nonce, mac }: Seek,
  { membership, meshKey, ends, ...tools }: SeekOptions,
): Promise<Uint8Array | null> {
  const sides = { asking: ends.remotePeer, asked: ends.localPeer };
  const found = wordsOfSites(membership).find((keys) => equalBytes(macOf(keys, nonce, sides), mac));
  if (found === undefined) return Promise.resolve(null);
  return sealLifeline({ mesh: membership.mesh, meshKey }, found, tools);
}

/** Asks whoever is at the other end; null when it does not know these words. Closes the channel. */
export async function seekLifeline(
  channel: Channel,
  words: RecoverySecrets,
  { signatures, random, signal }: Tools & { readonly signal: AbortSignal },
): Promise<Lifeline | null> {
  const nonce = random(NONCE_BYTES);
  const ends = { asking: channel.localPeer, asked: channel.remotePeer };
  const end = (): void => {
    channel.close();
  };
  signal.addEventListener("abort", end, { once: true });
  try {
    await channel.send(
      encodeMessage({ kind: "seek", nonce, mac: macOf(redactRecovery(words), nonce, ends) }),
    );
    for await (const frame of channel.frames) {
      const message = decodeMessage(frame);
      return message?.kind === "lifeline" ? await openLifeline(message.box, words, signatures) : null;
    }
    return null;
  } finally {
    signal.removeEventListener("abort", end);
    channel.close();
  }
}

/**
 * Drives the handshake over a channel, both roles top to bottom (docs/protocol.md, "Handshake").
 * Reads one frame at a time, so that nothing which belongs to the session is taken from it.
 */
import type { DeviceKeys, DeviceSecrets, RandomBytes, Signatures } from "#crypto";
import { redactDevice } from "#crypto";
import type { Channel } from "../channel.ts";
import type { MeshId } from "../ids.ts";
import {
  createHandshake,
  type HandshakeEffect,
  type HandshakeEvent,
  type HandshakeState,
  NAME_DOMAIN,
  stepHandshake,
} from "../protocol/handshake.ts";
import { decodeMessage } from "../protocol/message-codec.ts";
import { type Message, NONCE_BYTES, type Seek } from "../protocol/messages.ts";

export interface ShakeHandsInit {
  readonly channel: Channel;
  readonly mesh: MeshId;
  readonly meshKey: Uint8Array;
  /** Null names no device. */
  readonly secrets: DeviceSecrets | null;
  readonly random: RandomBytes;
  readonly signatures: Signatures;
  readonly send: (message: Message) => void;
  /** The lifeline for whoever seeks it by words; null when nobody here knows them. */
  readonly lifelineFor: (seek: Seek) => Promise<Uint8Array | null>;
  /** The next frame; null when the peer closed. */
  readonly receive: () => Promise<Uint8Array | null>;
}

/**
 * `peer` is null for one that named no device. `refused`: either side did not accept the other. `answered`: it
 * wanted a lifeline, and was given it.
 */
export type Handshaken =
  | { readonly kind: "ready"; readonly peer: DeviceKeys | null }
  | { readonly kind: "refused" }
  | { readonly kind: "answered" }
  | { readonly kind: "malformed" };

const isEnd = (answer: HandshakeEvent | Handshaken): answer is Handshaken =>
  ["ready", "refused", "answered", "malformed"].includes(answer.kind);

/** Rejects only when `receive` does. */
export async function shakeHands(init: ShakeHandsInit): Promise<Handshaken> {
  let state = begin(init);
  const events: HandshakeEvent[] = [{ kind: "start" }];
  for (;;) {
    const event = events.shift() ?? (await nextMessage(init));
    if (isEnd(event)) return event;
    const [next, effects] = stepHandshake(state, event);
    state = next;
    for (const effect of effects) {
      const answer = await carryOut(init, effect);
      if (answer !== null && isEnd(answer)) return answer;
      if (answer !== null) events.push(answer);
    }
  }
}

const begin = ({ channel, mesh, meshKey, secrets, random }: ShakeHandsInit): HandshakeState =>
  createHandshake({
    side: channel.initiator ? "initiator" : "responder",
    localPeer: channel.localPeer,
    remotePeer: channel.remotePeer,
    nonce: random(NONCE_BYTES),
    mesh,
    meshKey,
    device: secrets === null ? null : redactDevice(secrets),
  });

async function nextMessage(init: ShakeHandsInit): Promise<HandshakeEvent | Handshaken> {
  const frame = await init.receive();
  // Who does not accept us closes without a word.
  if (frame === null) return { kind: "refused" };
  const message = decodeMessage(frame);
  return message === null ? { kind: "malformed" } : { kind: "received", message };
}

async function carryOut(
  init: ShakeHandsInit,
  effect: HandshakeEffect,
): Promise<HandshakeEvent | Handshaken | null> {
  switch (effect.kind) {
    case "send":
      init.send(effect.message);
      return null;
    case "sign":
      return init.secrets === null
        ? { kind: "refused" }
        : {
            kind: "signed",
            signature: await init.signatures.sign(init.secrets.sign.secret, NAME_DOMAIN, effect.transcript),
          };
    case "verify": {
      const { keys, transcript, signature } = effect;
      return {
        kind: "verified",
        valid: await init.signatures.verify(keys.sign, NAME_DOMAIN, transcript, signature),
      };
    }
    case "ready":
      return { kind: "ready", peer: effect.peer };
    case "sought": {
      const box = await init.lifelineFor(effect.seek);
      if (box === null) return { kind: "refused" };
      init.send({ kind: "lifeline", box });
      return { kind: "answered" };
    }
    case "close":
      return { kind: "refused" };
  }
}

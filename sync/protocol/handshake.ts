/**
 * The handshake inside the encrypted channel, both roles, as a pure state machine (docs/protocol.md,
 * "Handshake"). First both prove the mesh key by a MAC over role, mesh, both transport identities and
 * both nonces; the side that opened the channel proves first. Only then may each name a device, proven
 * by a signature over the transcript. Whatever is wrong, the answer is the same: the channel closes.
 * Knows no clock, no member and no secret key but the mesh's: signing and checking are effects.
 */
import { concat, type DeviceKeys, equalBytes, type Hash, hash, hmac, type Signature, uint32 } from "#crypto";
import { idBytes, type MeshId } from "../ids.ts";
import { type Message, NONCE_BYTES, type Seek } from "./messages.ts";

/** The domain under which a device signs the transcript that it is given to sign. */
export const NAME_DOMAIN = "vereda/name/1";
const PROOF_DOMAIN = "vereda/mesh-proof/1";
const TRANSCRIPT_DOMAIN = "vereda/name-transcript/1";

export type Side = "initiator" | "responder";

export interface HandshakeInit {
  readonly side: Side;
  /** Transport identities, as the channel's encryption proved them. */
  readonly localPeer: Uint8Array;
  readonly remotePeer: Uint8Array;
  /** 32 random bytes, never used before. */
  readonly nonce: Uint8Array;
  readonly mesh: MeshId;
  readonly meshKey: Uint8Array;
  /** Null names no device: one that has not joined yet. */
  readonly device: DeviceKeys | null;
}

export type HandshakeEvent =
  | { readonly kind: "start" }
  | { readonly kind: "received"; readonly message: Message }
  /** The answer to `sign`. */
  | { readonly kind: "signed"; readonly signature: Signature }
  /** The answer to `verify`. */
  | { readonly kind: "verified"; readonly valid: boolean };

export type HandshakeEffect =
  | { readonly kind: "send"; readonly message: Message }
  /** Sign under {@link NAME_DOMAIN} with the device's own key. */
  | { readonly kind: "sign"; readonly transcript: Hash }
  | {
      readonly kind: "verify";
      readonly keys: DeviceKeys;
      readonly transcript: Hash;
      readonly signature: Signature;
    }
  /** Both sides have proven what they claim. `peer` is null for one that named no device. */
  | { readonly kind: "ready"; readonly peer: DeviceKeys | null }
  /** The peer has nothing but recovery words: answer it if you can, then close. */
  | { readonly kind: "sought"; readonly seek: Seek }
  | { readonly kind: "close" };

/** What the peer said about itself so far. */
type PeerName =
  | { readonly kind: "unheard" }
  | { readonly kind: "claimed"; readonly keys: DeviceKeys }
  | { readonly kind: "known"; readonly keys: DeviceKeys | null };

export type HandshakeState =
  | { readonly phase: "new"; readonly init: HandshakeInit }
  | { readonly phase: "greeting"; readonly init: HandshakeInit }
  | { readonly phase: "proving"; readonly init: HandshakeInit; readonly remoteNonce: Uint8Array }
  | {
      readonly phase: "naming";
      readonly init: HandshakeInit;
      readonly remoteNonce: Uint8Array;
      /** Whether our own name is on its way. */
      readonly named: boolean;
      readonly peer: PeerName;
    }
  | { readonly phase: "ready" }
  | { readonly phase: "closed" };

export type HandshakeStep = readonly [HandshakeState, readonly HandshakeEffect[]];

type Naming = Extract<HandshakeState, { readonly phase: "naming" }>;
type Proving = Extract<HandshakeState, { readonly phase: "proving" }>;

const CLOSED: HandshakeStep = [{ phase: "closed" }, [{ kind: "close" }]];

const SIDE_BYTES: Readonly<Record<Side, number>> = { initiator: 1, responder: 2 };

const otherSide = (side: Side): Side => (side === "initiator" ? "responder" : "initiator");

const framed = (bytes: Uint8Array): Uint8Array => concat(uint32(bytes.length), bytes);

/** What both sides must agree on, the initiator's half first. */
function session(init: HandshakeInit, remoteNonce: Uint8Array): Uint8Array {
  const ours = [framed(init.localPeer), init.nonce];
  const theirs = [framed(init.remotePeer), remoteNonce];
  const parts = init.side === "initiator" ? [...ours, ...theirs] : [...theirs, ...ours];
  return concat(idBytes(init.mesh), ...parts);
}

// The side is part of what is proven, so a proof sent back to its maker proves nothing.
const proofOf = (init: HandshakeInit, remoteNonce: Uint8Array, side: Side): Hash =>
  hmac(init.meshKey, PROOF_DOMAIN, Uint8Array.of(SIDE_BYTES[side]), session(init, remoteNonce));

const transcriptOf = ({ init, remoteNonce }: Proving | Naming, side: Side, keys: DeviceKeys): Hash =>
  hash(
    TRANSCRIPT_DOMAIN,
    Uint8Array.of(SIDE_BYTES[side]),
    session(init, remoteNonce),
    proofOf(init, remoteNonce, "initiator"),
    proofOf(init, remoteNonce, "responder"),
    keys.sign,
    keys.agree,
  );

/** A handshake that has not begun. Throws a RangeError on a nonce that is not 32 bytes. */
export function createHandshake(init: HandshakeInit): HandshakeState {
  if (init.nonce.length !== NONCE_BYTES) throw new RangeError("a nonce has 32 bytes");
  return { phase: "new", init };
}

/** One step. What comes after `ready` or `close` is ignored. */
export function stepHandshake(state: HandshakeState, event: HandshakeEvent): HandshakeStep {
  switch (event.kind) {
    case "start":
      return start(state);
    case "received":
      return receive(state, event.message);
    case "signed":
      return signed(state, event.signature);
    case "verified":
      return verified(state, event.valid);
  }
}

function start(state: HandshakeState): HandshakeStep {
  if (state.phase !== "new") return [state, []];
  const { init } = state;
  // A link to oneself proves nothing, and would let a proof be compared with itself.
  if (equalBytes(init.localPeer, init.remotePeer)) return CLOSED;
  // The responder's nonce goes out only in answer, so that a port scan sees nothing.
  const effects: HandshakeEffect[] = init.side === "initiator" ? [greeting(init)] : [];
  return [{ phase: "greeting", init }, effects];
}

const greeting = (init: HandshakeInit): HandshakeEffect => ({
  kind: "send",
  message: { kind: "hello", nonce: init.nonce },
});

function receive(state: HandshakeState, message: Message): HandshakeStep {
  switch (state.phase) {
    case "greeting":
      return heardFirst(state.init, message);
    case "proving":
      return message.kind === "proof" ? proven(state, message.mac) : CLOSED;
    case "naming":
      return message.kind === "name" ? claimed(state, message.device) : CLOSED;
    case "new":
      return CLOSED;
    case "ready":
    case "closed":
      return [state, []];
  }
}

function heardFirst(init: HandshakeInit, message: Message): HandshakeStep {
  if (message.kind === "hello") return greeted(init, message.nonce);
  const isSought = message.kind === "seek" && init.side === "responder";
  return isSought ? [{ phase: "closed" }, [{ kind: "sought", seek: message }]] : CLOSED;
}

function greeted(init: HandshakeInit, remoteNonce: Uint8Array): HandshakeStep {
  const effect = init.side === "initiator" ? prove(init, remoteNonce) : greeting(init);
  return [{ phase: "proving", init, remoteNonce }, [effect]];
}

const prove = (init: HandshakeInit, remoteNonce: Uint8Array): HandshakeEffect => ({
  kind: "send",
  message: { kind: "proof", mac: proofOf(init, remoteNonce, init.side) },
});

function proven(state: Proving, mac: Hash): HandshakeStep {
  const { init, remoteNonce } = state;
  if (!equalBytes(mac, proofOf(init, remoteNonce, otherSide(init.side)))) return CLOSED;
  const effects: HandshakeEffect[] = init.side === "responder" ? [prove(init, remoteNonce)] : [];
  const naming: Naming = {
    ...state,
    phase: "naming",
    named: init.device === null,
    peer: { kind: "unheard" },
  };
  if (init.device === null) effects.push({ kind: "send", message: { kind: "name", device: null } });
  else effects.push({ kind: "sign", transcript: transcriptOf(state, init.side, init.device) });
  return [naming, effects];
}

function signed(state: HandshakeState, signature: Signature): HandshakeStep {
  if (state.phase !== "naming" || state.init.device === null || state.named) return [state, []];
  const device = { keys: state.init.device, signature };
  const [next, effects] = settle({ ...state, named: true });
  return [next, [{ kind: "send", message: { kind: "name", device } }, ...effects]];
}

function claimed(
  state: Naming,
  device: { readonly keys: DeviceKeys; readonly signature: Signature } | null,
): HandshakeStep {
  if (state.peer.kind !== "unheard") return CLOSED;
  if (device === null) return settle({ ...state, peer: { kind: "known", keys: null } });
  const { keys, signature } = device;
  const transcript = transcriptOf(state, otherSide(state.init.side), keys);
  return [{ ...state, peer: { kind: "claimed", keys } }, [{ kind: "verify", keys, transcript, signature }]];
}

function verified(state: HandshakeState, valid: boolean): HandshakeStep {
  if (state.phase !== "naming" || state.peer.kind !== "claimed") return [state, []];
  return valid ? settle({ ...state, peer: { kind: "known", keys: state.peer.keys } }) : CLOSED;
}

function settle(state: Naming): HandshakeStep {
  if (!state.named || state.peer.kind !== "known") return [state, []];
  return [{ phase: "ready" }, [{ kind: "ready", peer: state.peer.keys }]];
}

/**
 * Ports to the network: one ordered stream of frames to one peer, and what opens such streams
 * (docs/protocol.md, "Transport"). The channel is encrypted and bound to both transport identities;
 * who stands behind them is for the handshake to find out. Adapters are in `adapters/`.
 */

/** The most bytes that one frame may have. A longer one ends the channel. */
export const MAX_FRAME_BYTES = 256 * 1024;

/** A stream to one peer. Frames arrive whole and in order, or the stream ends. */
export interface Channel {
  /** Resolves when the link took the frame and has room for another; rejects once the channel is closed. */
  send(frame: Uint8Array): Promise<void>;
  /** May be read once. Ends when the peer closed; throws when the link broke or a frame was too long. */
  readonly frames: AsyncIterable<Uint8Array>;
  /** Sends what was taken and closes; does nothing the second time. */
  close(): void;
  /** Transport identities as the encryption proved them: not device keys. */
  readonly localPeer: Uint8Array;
  readonly remotePeer: Uint8Array;
  /** Whether this side opened the channel. */
  readonly initiator: boolean;
}

/** Addresses at which a peer announced itself on the local network: private ones, not yet tried. */
export interface Discovered {
  readonly addresses: readonly string[];
}

/** What a channel is opened for: a session of members, or a stranger's question for a letter (`letters.ts`). */
export type Purpose = "session" | "letter";

export interface DialOptions {
  readonly signal: AbortSignal;
  /** Default: a session. */
  readonly purpose?: Purpose;
}

/** Opens channels, and takes those that others open. */
export interface Transport {
  /** Multiaddrs at which this node listens; without the transport identity. */
  addresses(): readonly string[];
  /** Rejects when nobody answers, when the address is no multiaddr, or with the signal's reason. */
  dial(address: string, options: DialOptions): Promise<Channel>;
  /** The handler owns each channel and closes it. Channels that come before there is a handler are closed. */
  onChannel(handler: (channel: Channel) => void, purpose?: Purpose): void;
  onDiscovered(handler: (peer: Discovered) => void): void;
  stop(): Promise<void>;
}

/** Why a channel ended other than by its peer's closing it. */
export class ChannelFault extends Error {
  override readonly name = "ChannelFault";
  /** `cut`: the link broke. `malformed`: what came is no frame. */
  readonly code: "cut" | "malformed";

  constructor(code: "cut" | "malformed", options?: ErrorOptions) {
    super(code === "cut" ? "the link broke" : "the peer sent what is no frame", options);
    this.code = code;
  }
}

/**
 * One libp2p stream as a {@link Channel}. Reads no faster than frames are taken: when enough lie
 * waiting, the stream is paused, and the muxer's window holds the sender back.
 */
import type { Connection, PeerId, Stream, StreamCloseEvent, StreamMessageEvent } from "@libp2p/interface";
import { type Channel, ChannelFault, MAX_FRAME_BYTES } from "../../channel.ts";
import { FrameReader, frameOf } from "./frames.ts";

/** Frames that lie waiting before the stream is paused. */
const FULL_BYTES = 512 * 1024;
/** How long the other side has to close its half before the stream is reset. */
const CLOSE_MS = 3_000;

export interface StreamChannelInit {
  readonly stream: Stream;
  readonly connection: Connection;
  readonly localPeer: PeerId;
  readonly initiator: boolean;
  /** Both halves of the stream are closed, or it was reset. */
  readonly onClosed: () => void;
}

class StreamChannel implements Channel {
  readonly localPeer: Uint8Array;
  readonly remotePeer: Uint8Array;
  readonly initiator: boolean;
  readonly #stream: Stream;
  readonly #reader = new FrameReader(MAX_FRAME_BYTES);
  #frames: Uint8Array[] = [];
  #waitingBytes = 0;
  #closing = false;
  #ended: ChannelFault | "ended" | null = null;
  #wake: () => void = () => undefined;

  constructor({ stream, connection, localPeer, initiator, onClosed }: StreamChannelInit) {
    this.#stream = stream;
    this.localPeer = localPeer.toMultihash().bytes;
    this.remotePeer = connection.remotePeer.toMultihash().bytes;
    this.initiator = initiator;
    const onMessage = ({ data }: StreamMessageEvent): void => {
      this.#take(data instanceof Uint8Array ? data : data.subarray());
    };
    const onEnd = (): void => {
      this.#finish(this.#reader.midFrame ? new ChannelFault("cut") : "ended");
    };
    const onClose = ({ error }: StreamCloseEvent): void => {
      if (error === undefined) onEnd();
      else this.#finish(new ChannelFault("cut", { cause: error }));
      onClosed();
    };
    stream.addEventListener("end", onEnd);
    stream.addEventListener("remoteCloseWrite", () => {
      if (stream.readBufferLength === 0) onEnd();
    });
    stream.addEventListener("close", onClose, { once: true });
    stream.addEventListener("message", onMessage);
  }

  get frames(): AsyncIterable<Uint8Array> {
    return { [Symbol.asyncIterator]: () => ({ next: () => this.#next() }) };
  }

  #take(bytes: Uint8Array): void {
    if (this.#closing || this.#ended !== null) return;
    const frames = this.#reader.push(bytes);
    if (frames === null) {
      this.#finish(new ChannelFault("malformed"));
      return;
    }
    for (const frame of frames) {
      this.#frames.push(frame);
      this.#waitingBytes += frame.length;
    }
    if (this.#waitingBytes >= FULL_BYTES && this.#stream.readStatus === "readable") this.#stream.pause();
    this.#wake();
  }

  #finish(reason: ChannelFault | "ended"): void {
    this.#ended ??= reason;
    this.#wake();
  }

  async #next(): Promise<IteratorResult<Uint8Array, undefined>> {
    while (this.#frames.length === 0) {
      if (this.#ended === "ended" || this.#closing) return { done: true, value: undefined };
      if (this.#ended !== null) throw this.#ended;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const frame = this.#frames.shift() ?? new Uint8Array(0);
    this.#waitingBytes -= frame.length;
    if (this.#waitingBytes < FULL_BYTES / 2 && this.#stream.readStatus === "paused") this.#stream.resume();
    return { done: false, value: frame };
  }

  async send(frame: Uint8Array): Promise<void> {
    if (this.#closing) throw new ChannelFault("cut");
    try {
      this.#stream.send(frameOf(frame));
    } catch (cause) {
      throw new ChannelFault("cut", { cause });
    }
    await this.#drained();
  }

  /**
   * Waits until the link takes more. Not by the stream's own `onDrain`: in libp2p 3.3 its promise is made
   * once, so from the second time on it resolves at once, and everything would pile up in memory.
   */
  async #drained(): Promise<void> {
    const stream = this.#stream;
    while (stream.writableNeedsDrain) {
      if (stream.writeStatus === "closed") throw new ChannelFault("cut");
      await new Promise<void>((resolve) => {
        const go = (): void => {
          stream.removeEventListener("drain", go);
          stream.removeEventListener("close", go);
          resolve();
        };
        stream.addEventListener("drain", go);
        stream.addEventListener("close", go);
      });
    }
  }

  close(): void {
    if (this.#closing) return;
    this.#closing = true;
    this.#frames = [];
    this.#wake();
    // What still comes is dropped, not left to fill a buffer.
    if (this.#stream.readStatus === "paused") this.#stream.resume();
    const reset = (cause: unknown): void => {
      this.#stream.abort(new Error("the channel was closed", { cause }));
    };
    const timer = setTimeout(reset, CLOSE_MS, null);
    this.#stream.addEventListener("close", () => {
      clearTimeout(timer);
    });
    if (this.#stream.status !== "open") clearTimeout(timer);
    this.#stream.close({ signal: AbortSignal.timeout(CLOSE_MS) }).catch(reset);
  }
}

/** Takes over a stream; it belongs to the channel from then on. */
export const streamChannel = (init: StreamChannelInit): Channel => new StreamChannel(init);

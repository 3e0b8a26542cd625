/**
 * A channel as a session uses it: messages out, frames in, both counted (docs/protocol.md, "Session").
 * Knows no meaning of any message.
 */
import { type Channel, ChannelFault } from "../channel.ts";
import { encodeMessage } from "../protocol/message-codec.ts";
import type { Message } from "../protocol/messages.ts";
import { createOutbox, type Outbox } from "./outbox.ts";

export interface WireCounts {
  /** Bytes of frames, before encryption. */
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly messages: number;
}

export class Wire {
  readonly #channel: Channel;
  readonly #frames: AsyncIterator<Uint8Array>;
  readonly #outbox: Outbox;
  #bytesIn = 0;
  #bytesOut = 0;
  #messages = 0;

  /** `onFault` is called once, when the link takes no more. */
  constructor(channel: Channel, onFault: (fault: unknown) => void) {
    this.#channel = channel;
    this.#frames = channel.frames[Symbol.asyncIterator]();
    this.#outbox = createOutbox(channel, onFault);
  }

  send(message: Message): void {
    const frame = encodeMessage(message);
    this.#messages += 1;
    this.#bytesOut += frame.length;
    this.#outbox.push(frame);
  }

  /**
   * The next frame; null when the peer closed, or when `ended` resolved first. Waits until the peer takes
   * what we have to say: who does not listen is not listened to. Throws a ChannelFault.
   */
  async next(ended: Promise<void>): Promise<Uint8Array | null> {
    await Promise.race([this.#outbox.room(), ended]);
    const next = await Promise.race([this.#read(), ended]);
    if (next === undefined || next.done === true) return null;
    this.#messages += 1;
    this.#bytesIn += next.value.length;
    return next.value;
  }

  async #read(): Promise<IteratorResult<Uint8Array, unknown>> {
    try {
      return await this.#frames.next();
    } catch (cause) {
      throw cause instanceof ChannelFault ? cause : new ChannelFault("cut", { cause });
    }
  }

  /** Resolves when everything was taken by the link, or the link is gone. */
  flushed(): Promise<void> {
    return this.#outbox.flushed();
  }

  close(): void {
    this.#channel.close();
  }

  counts(): WireCounts {
    return { bytesIn: this.#bytesIn, bytesOut: this.#bytesOut, messages: this.#messages };
  }
}

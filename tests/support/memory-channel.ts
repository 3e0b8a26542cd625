/**
 * Two ends of a channel in one process, and a wire between them that is slow, cut or meddled with on
 * demand. Frames are copied, so that no end can change what the other holds.
 */
import { type Channel, ChannelFault, MAX_FRAME_BYTES } from "../../sync/channel.ts";

export interface WireOptions {
  /** Time that each frame takes. Default: none. */
  readonly latencyMs?: number;
  /** Cuts the link, both ways, after so many frames in all. */
  readonly cutAfter?: number;
  /** Sees each frame on its way; what it returns arrives instead, null swallows it. */
  readonly meddle?: (frame: Uint8Array, from: "a" | "b") => Uint8Array | null;
}

class End implements Channel {
  readonly localPeer: Uint8Array;
  readonly remotePeer: Uint8Array;
  readonly initiator: boolean;
  deliver: (frame: Uint8Array) => Promise<void> = () => Promise.resolve();
  onClose: () => void = () => undefined;
  sent = 0;
  #arrived: Uint8Array[] = [];
  #ended: ChannelFault | "closed" | null = null;
  #closed = false;
  #wake: () => void = () => undefined;

  constructor(local: number, remote: number, initiator: boolean) {
    this.localPeer = new Uint8Array(36).fill(local);
    this.remotePeer = new Uint8Array(36).fill(remote);
    this.initiator = initiator;
  }

  get frames(): AsyncIterable<Uint8Array> {
    return { [Symbol.asyncIterator]: () => ({ next: () => this.#next() }) };
  }

  async #next(): Promise<IteratorResult<Uint8Array, undefined>> {
    for (;;) {
      const value = this.#arrived.shift();
      if (value !== undefined) return { done: false, value };
      if (this.#ended === "closed" || this.#closed) return { done: true, value: undefined };
      if (this.#ended !== null) throw this.#ended;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  async send(frame: Uint8Array): Promise<void> {
    if (this.#closed || this.#ended instanceof ChannelFault) throw new ChannelFault("cut");
    if (frame.length > MAX_FRAME_BYTES) throw new Error("the frame is too long");
    this.sent += 1;
    await this.deliver(frame.slice());
  }

  arrive(frame: Uint8Array): void {
    if (this.#closed) return;
    this.#arrived.push(frame);
    this.#wake();
  }

  end(how: ChannelFault | "closed"): void {
    this.#ended ??= how;
    this.#wake();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#wake();
    this.onClose();
  }
}

export interface MemoryLink {
  readonly a: Channel;
  readonly b: Channel;
  cut(): void;
}

/** A channel from a to b. */
export function memoryLink({ latencyMs = 0, cutAfter = Infinity, meddle }: WireOptions = {}): MemoryLink {
  const [a, b] = [new End(1, 2, true), new End(2, 1, false)];
  let frames = 0;
  const cut = (): void => {
    a.end(new ChannelFault("cut"));
    b.end(new ChannelFault("cut"));
  };
  const connect = (from: End, to: End, name: "a" | "b"): void => {
    let last: Promise<void> = Promise.resolve();
    const carry = async (frame: Uint8Array): Promise<void> => {
      if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs));
      frames += 1;
      if (frames > cutAfter) {
        cut();
        return;
      }
      const arriving = meddle === undefined ? frame : meddle(frame, name);
      if (arriving !== null) to.arrive(arriving);
    };
    from.deliver = async (frame) => {
      last = last.then(() => carry(frame));
      await last;
    };
    // What was sent before the close arrives before it.
    from.onClose = () => {
      last = last.then(() => {
        to.end("closed");
      });
    };
  };
  connect(a, b, "a");
  connect(b, a, "b");
  return { a, b, cut };
}

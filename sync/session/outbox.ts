/**
 * Frames on their way out, one after another: keeps their order and tells when there are too many
 * (docs/protocol.md, "Limits"). Knows no message.
 */
import type { Channel } from "../channel.ts";

export interface Outbox {
  push(frame: Uint8Array): void;
  /** Resolves when little enough is waiting to take in more from a peer that may not be listening. */
  room(): Promise<void>;
  /** Resolves when all that was pushed was taken by the link, or the link is gone. */
  flushed(): Promise<void>;
}

/** Above this much on its way out, nothing more is read. */
const FULL_BYTES = 8 * 1024 * 1024;

/** `onFault` is called once, when the link takes no more; frames are dropped from then on. */
export function createOutbox(channel: Channel, onFault: (fault: unknown) => void): Outbox {
  let waiting = 0;
  let broken = false;
  let last: Promise<void> = Promise.resolve();
  let relieve: (() => void)[] = [];

  const settle = (bytes: number): void => {
    waiting -= bytes;
    if (waiting > FULL_BYTES / 2 && !broken) return;
    const woken = relieve;
    relieve = [];
    for (const wake of woken) wake();
  };

  const send = async (frame: Uint8Array): Promise<void> => {
    try {
      if (!broken) await channel.send(frame);
    } catch (fault) {
      if (!broken) onFault(fault);
      broken = true;
    }
    settle(frame.length);
  };

  return {
    push: (frame) => {
      waiting += frame.length;
      last = last.then(() => send(frame));
    },
    room: () =>
      waiting < FULL_BYTES || broken
        ? Promise.resolve()
        : new Promise((resolve) => {
            relieve.push(resolve);
          }),
    flushed: () => last,
  };
}

/**
 * Transports of one process: each listens at an address and dials others by theirs. Links can be cut
 * for all, to let devices work apart.
 */
import type { Channel, Purpose, Transport } from "../../sync/channel.ts";
import { memoryLink } from "./memory-channel.ts";

/** A frame as whoever watches the wire sees it. */
export interface Frame {
  readonly dialler: string;
  readonly dialled: string;
  readonly from: "dialler" | "dialled";
  readonly bytes: number;
}

export interface MemoryNetwork {
  /** A transport that listens at `/memory/NAME`. */
  transport(name: string): Transport;
  /** Sees each frame on its way, with the address of whoever dialled and of whoever was. */
  onFrame: (frame: Frame) => void;
  /** While false, nobody answers a call; open channels live on. */
  reachable: boolean;
}

export function memoryNetwork(): MemoryNetwork {
  const handlers = new Map<string, (channel: Channel) => void>();
  const doorOf = (address: string, purpose: Purpose = "session"): string => `${purpose} ${address}`;
  const network: MemoryNetwork = {
    reachable: true,
    onFrame: () => undefined,
    transport(name) {
      const address = `/memory/${name}`;
      return {
        addresses: () => [address],
        dial: (to, { purpose }) => {
          const handler = handlers.get(doorOf(to, purpose));
          if (!network.reachable || handler === undefined) return Promise.reject(new Error("nobody answers"));
          const { a: mine, b: theirs } = memoryLink({
            meddle(frame, end) {
              const from = end === "a" ? "dialler" : "dialled";
              network.onFrame({ dialler: address, dialled: to, from, bytes: frame.length });
              return frame;
            },
          });
          handler(theirs);
          return Promise.resolve(mine);
        },
        onChannel: (handler, purpose) => {
          handlers.set(doorOf(address, purpose), handler);
        },
        onDiscovered: () => undefined,
        stop: () => {
          handlers.delete(doorOf(address));
          handlers.delete(doorOf(address, "letter"));
          return Promise.resolve();
        },
      };
    },
  };
  return network;
}

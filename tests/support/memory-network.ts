/**
 * Transports of one process: each listens at an address and dials others by theirs. Links can be cut
 * for all, to let devices work apart.
 */
import type { Channel, Transport } from "../../sync/channel.ts";
import { memoryLink } from "./memory-channel.ts";

export interface MemoryNetwork {
  /** A transport that listens at `/memory/NAME`. */
  transport(name: string): Transport;
  /** While false, nobody answers a call; open channels live on. */
  reachable: boolean;
}

export function memoryNetwork(): MemoryNetwork {
  const handlers = new Map<string, (channel: Channel) => void>();
  const network: MemoryNetwork = {
    reachable: true,
    transport(name) {
      const address = `/memory/${name}`;
      return {
        addresses: () => [address],
        dial: (to) => {
          const handler = handlers.get(to);
          if (!network.reachable || handler === undefined) return Promise.reject(new Error("nobody answers"));
          const { a: mine, b: theirs } = memoryLink();
          handler(theirs);
          return Promise.resolve(mine);
        },
        onChannel: (handler) => {
          handlers.set(address, handler);
        },
        onDiscovered: () => undefined,
        stop: () => {
          handlers.delete(address);
          return Promise.resolve();
        },
      };
    },
  };
  return network;
}

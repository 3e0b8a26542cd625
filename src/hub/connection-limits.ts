/**
 * How many connections a page server keeps, in all and of one address, and how long an idle one. Beyond,
 * they are closed before a byte is read: whoever floods the port takes from nobody but itself.
 */
import type { Server, Socket } from "node:net";

export interface ConnectionLimits {
  readonly total: number;
  readonly each: number;
  /** Without a byte either way. */
  readonly idleMs: number;
}

/** A page takes six connections and one WebSocket; several people share one computer's address here. */
export const PAGE_LIMITS: ConnectionLimits = { total: 128, each: 32, idleMs: 90_000 };

export interface Connections {
  /** Closes all of them. */
  destroyAll(): void;
}

/** Watches a server's connections from now on. */
export function limitConnections(
  server: Server,
  { total, each }: ConnectionLimits,
  admits: (socket: Socket) => boolean,
): Connections {
  const open = new Map<Socket, string>();
  const ofAddress = (address: string): number => [...open.values()].filter((one) => one === address).length;
  server.prependListener("connection", (socket: Socket) => {
    const address = socket.remoteAddress ?? "";
    if (!admits(socket) || open.size >= total || ofAddress(address) >= each) {
      socket.destroy();
      return;
    }
    open.set(socket, address);
    socket.on("close", () => open.delete(socket));
  });
  return {
    destroyAll() {
      for (const socket of open.keys()) socket.destroy();
    },
  };
}

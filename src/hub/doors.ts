/**
 * The two ways to a hub's page: plain on its own machine, and with the house's certificate on the local
 * network. What each is called, and who may come in by it; what is served there is `page-server.ts`.
 */
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createSecureServer, type Server as SecureServer } from "node:https";
import { createSecureContext } from "node:tls";
import type { Socket } from "node:net";
import { isLanAddress } from "./lan/names.ts";

export interface Door {
  readonly scheme: "http" | "https";
  readonly webSocket: "ws" | "wss";
  /** The address to listen at. */
  readonly address: string;
  /** What its requests may name as their host, without the port. */
  readonly names: () => readonly string[];
  /** Whether this connection may come in at all. */
  readonly admits: (socket: Socket) => boolean;
  readonly createServer: (listener: RequestListener) => Server | SecureServer;
}

const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 5000,
  maxHeaderSize: 8192,
  connectionsCheckingInterval: 2000,
};

const LOOPBACK = "127.0.0.1";

/** Of this machine: nothing listens beyond it. */
export const ownDoor: Door = {
  scheme: "http",
  webSocket: "ws",
  address: LOOPBACK,
  names: () => ["localhost", LOOPBACK],
  admits: () => true,
  createServer: (listener) => createServer(LIMITS, listener),
};

/** A certificate with its chain, and the key: PEM. */
export interface Credentials {
  readonly cert: string;
  readonly key: string;
}

export interface LanDoorOptions {
  readonly names: () => readonly string[];
  readonly credentials: Credentials;
  /** Which of this machine's addresses may be dialled; the private ones if absent. */
  readonly isServed?: (address: string) => boolean;
}

export interface LanDoor extends Door {
  /** Takes another certificate; connections that are open keep the old one. */
  renew(credentials: Credentials): void;
}

const HANDSHAKE_MS = 10_000;

/** Of the local network. What is not TLS is closed without an answer. */
export function openLanDoor({ names, credentials, isServed = isLanAddress }: LanDoorOptions): LanDoor {
  let server: SecureServer | null = null;
  const withMinimum = (given: Credentials) => ({ ...given, minVersion: "TLSv1.2" as const });
  let current = createSecureContext(withMinimum(credentials));
  return {
    scheme: "https",
    webSocket: "wss",
    address: "0.0.0.0",
    names,
    admits: ({ localAddress = "" }) => isServed(localAddress),
    createServer(listener) {
      const options = { ...LIMITS, ...withMinimum(credentials), handshakeTimeout: HANDSHAKE_MS };
      const SNICallback = (_: string, done: (error: null, context: typeof current) => void): void => {
        done(null, current);
      };
      server = createSecureServer({ ...options, SNICallback }, listener);
      return server;
    },
    renew(next) {
      current = createSecureContext(withMinimum(next));
      server?.setSecureContext(withMinimum(next));
    },
  };
}

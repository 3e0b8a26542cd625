/**
 * A libp2p node as a {@link Transport} (docs/protocol.md, "Transport"): one stream per session, under
 * our own protocol name, and nothing else. No identify: it would tell every peer our software, its
 * version and all our addresses, and nothing here needs it. What Node and browser share.
 */
import { noise } from "@libp2p/noise";
import type { Connection, Libp2p, PeerId, Stream } from "@libp2p/interface";
import { yamux } from "@libp2p/yamux";
import { multiaddr } from "@multiformats/multiaddr";
import type { Libp2pOptions } from "libp2p";
import type { Channel, DialOptions, Discovered, Purpose, Transport } from "../../channel.ts";
import { withoutPeer } from "./addresses.ts";
import { streamChannel } from "./stream-channel.ts";

/** The names of our protocols, with their versions. */
const PROTOCOL_IDS: Readonly<Record<Purpose, string>> = { session: "/vereda/1", letter: "/vereda/letter/1" };
const PURPOSES = ["session", "letter"] as const satisfies readonly Purpose[];
/** Streams of one connection for one purpose; a stranger's question needs one. */
const MAX_INBOUND: Readonly<Record<Purpose, number>> = { session: 4, letter: 1 };

const MAX_CONNECTIONS = 64;
/** Of one address, so that a single one on the Wi-Fi cannot take them all. */
const MAX_OF_ONE_HOST = 16;
const MAX_OF_PAGES = 48;
/** Connections that are not encrypted yet: room for more than one address can begin in the time that they have. */
const MAX_PENDING = 64;
const PENDING_A_SECOND = 16;
const PENDING_MS = 3000;
const MAX_STREAMS = 4;
/** A connection that has not opened a session by then is closed. */
const SESSION_DUE_MS = 20_000;

const isForeignKey = (peer: PeerId): boolean => peer.type !== "Ed25519";

/** What both platforms set: encryption, muxer, and limits for a small machine rather than a server. */
export const sharedOptions = (): Libp2pOptions => ({
  connectionEncrypters: [noise()],
  streamMuxers: [
    yamux({
      maxInboundStreams: MAX_STREAMS,
      maxOutboundStreams: MAX_STREAMS,
      maxEarlyStreams: MAX_STREAMS,
      streamOptions: { maxStreamWindowSize: 1024 * 1024, maxReadBufferLength: 2 * 1024 * 1024 },
    }),
  ],
  connectionGater: {
    denyInboundEncryptedConnection: isForeignKey,
    denyOutboundEncryptedConnection: isForeignKey,
    // Browsers refuse private addresses unless told otherwise; ours are nearly all private.
    denyDialMultiaddr: () => false,
  },
  connectionManager: {
    maxConnections: MAX_CONNECTIONS,
    maxIncomingPendingConnections: MAX_PENDING,
    inboundConnectionThreshold: PENDING_A_SECOND,
    inboundUpgradeTimeout: PENDING_MS,
    maxParallelDials: 8,
    maxDialQueueLength: 32,
    maxPeerAddrsToDial: 4,
    reconnectRetries: 0,
    // No name is looked up at a public resolver.
    resolvers: {},
  },
  // It drops a link at its first failed ping. Sessions watch their own progress.
  connectionMonitor: { enabled: false },
  nodeInfo: { name: "vereda", version: "1", userAgent: "vereda" },
});

/** Announces and finds peers on the local network; null where a platform cannot. */
export interface Discovery {
  onDiscovered(handler: (peer: Discovered) => void): void;
  stop(): Promise<void>;
}

const OUR_IDS: readonly string[] = Object.values(PROTOCOL_IDS);
const isOurs = ({ protocol }: Stream): boolean => OUR_IDS.includes(protocol);

const hostOf = ({ remoteAddr }: Connection): string => remoteAddr.getComponents()[0]?.value ?? "";
// Every page that a hub serves comes to it from this machine.
const shareOf = (host: string): number => (host.startsWith("127.") ? MAX_OF_PAGES : MAX_OF_ONE_HOST);

interface Accepted {
  readonly stream: Stream;
  readonly connection: Connection;
  readonly purpose: Purpose;
}

class Libp2pTransport implements Transport {
  readonly #node: Libp2p;
  readonly #discovery: Discovery | null;
  readonly #due = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #handlers = new Map<Purpose, (channel: Channel) => void>();

  constructor(node: Libp2p, discovery: Discovery | null) {
    this.#node = node;
    this.#discovery = discovery;
    node.addEventListener("connection:open", ({ detail }) => {
      if (detail.direction === "inbound") this.#welcome(detail);
    });
    node.addEventListener("connection:close", ({ detail }) => {
      this.#gotSession(detail);
    });
  }

  async start(): Promise<void> {
    for (const purpose of PURPOSES) {
      await this.#node.handle(
        PROTOCOL_IDS[purpose],
        (stream, connection) => {
          this.#accept({ stream, connection, purpose });
        },
        {
          maxInboundStreams: MAX_INBOUND[purpose],
          maxOutboundStreams: MAX_STREAMS,
          runOnLimitedConnection: true,
        },
      );
    }
  }

  addresses(): readonly string[] {
    return this.#node.getMultiaddrs().map((address) => withoutPeer(address).toString());
  }

  async dial(address: string, { signal, purpose = "session" }: DialOptions): Promise<Channel> {
    const connection = await this.#node.dial(multiaddr(address), { signal, force: true });
    try {
      const stream = await connection.newStream(PROTOCOL_IDS[purpose], {
        signal,
        runOnLimitedConnection: true,
      });
      return this.#channelOf(stream, connection, true);
    } catch (fault) {
      drop(connection);
      throw fault;
    }
  }

  onChannel(handler: (channel: Channel) => void, purpose: Purpose = "session"): void {
    this.#handlers.set(purpose, handler);
  }

  onDiscovered(handler: (peer: Discovered) => void): void {
    this.#discovery?.onDiscovered(handler);
  }

  async stop(): Promise<void> {
    for (const timer of this.#due.values()) clearTimeout(timer);
    await this.#discovery?.stop();
    await this.#node.stop();
  }

  #accept({ stream, connection, purpose }: Accepted): void {
    // Whoever only asks a question is still to open a session, or to go.
    if (purpose === "session") this.#gotSession(connection);
    const channel = this.#channelOf(stream, connection, false);
    const handler = this.#handlers.get(purpose);
    if (handler === undefined) channel.close();
    else handler(channel);
  }

  #channelOf(stream: Stream, connection: Connection, initiator: boolean): Channel {
    const onClosed = (): void => {
      // The last session is over: whoever wants another one opens another connection.
      if (connection.streams.every((other) => other === stream || !isOurs(other))) drop(connection);
    };
    return streamChannel({ stream, connection, localPeer: this.#node.peerId, initiator, onClosed });
  }

  #welcome(connection: Connection): void {
    const host = hostOf(connection);
    const ofHost = this.#node
      .getConnections()
      .filter((other) => other.direction === "inbound" && hostOf(other) === host);
    if (ofHost.length > shareOf(host)) connection.abort(new Error("too many of one address"));
    else this.#expectSession(connection);
  }

  #expectSession(connection: Connection): void {
    const timer = setTimeout(() => {
      drop(connection);
    }, SESSION_DUE_MS);
    this.#due.set(connection.id, timer);
  }

  #gotSession(connection: Connection): void {
    clearTimeout(this.#due.get(connection.id));
    this.#due.delete(connection.id);
  }
}

function drop(connection: Connection): void {
  connection.close().catch((fault: unknown) => {
    connection.abort(fault instanceof Error ? fault : new Error("cannot be closed", { cause: fault }));
  });
}

/** Makes a transport of a node that is started or about to be; stopping the transport stops both. */
export async function libp2pTransport(node: Libp2p, discovery: Discovery | null): Promise<Transport> {
  const transport = new Libp2pTransport(node, discovery);
  await transport.start();
  return transport;
}

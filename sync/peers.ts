/**
 * Keeps talking: one live session to each address it was given or discovered, again and again with
 * growing pauses, and one for each channel that others open. What is said in a session is not its
 * business (`session.ts`); it holds no keys.
 */
import type { Channel, Transport } from "./channel.ts";
import type { Clock } from "./clock.ts";
import type { DeviceId, SiteId } from "./ids.ts";
import type { SessionProgress, SessionReport } from "./session.ts";

export interface PeerState {
  /** The address dialled; null for a channel that the other side opened. */
  readonly address: string | null;
  readonly connected: boolean;
  /** Null until the peer named and proved itself. */
  readonly device: DeviceId | null;
  readonly site: SiteId | null;
  readonly progress: SessionProgress | null;
}

export interface Conversation {
  readonly live: boolean;
  readonly signal: AbortSignal;
  readonly onNamed: (peer: { readonly device: DeviceId | null; readonly site: SiteId | null }) => void;
  readonly onProgress: (progress: SessionProgress) => void;
}

export interface PeersOptions {
  /** Null: nothing to talk over. */
  readonly transport: Transport | null;
  readonly clock: Clock;
  /** Runs one session to its end; rejects when it broke. */
  readonly converse: (channel: Channel, conversation: Conversation) => Promise<SessionReport>;
  /** Whether to go on talking to whom the local network announces. */
  readonly followDiscovered: boolean;
  /** A peer came, went, or moved on. Must not throw. */
  readonly onChange: () => void;
}

export interface Peers {
  /** Goes on talking to these addresses until `stop`. Known ones are not dialled twice. */
  connect(addresses: readonly string[]): void;
  /** One session that ends when both sides have all. Rejects when nobody answers or it broke. */
  once(address: string, signal: AbortSignal): Promise<SessionReport>;
  /** Ends the sessions that this side dialled and dials again at once: there is something new to present. */
  redial(): void;
  states(): readonly PeerState[];
  /** Addresses that the local network announced. */
  discovered(): readonly string[];
  stop(): Promise<void>;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** A session that lasted this long was a good one: the next pause is short again. */
const GOOD_SESSION_MS = 10_000;
const DIAL_MS = 10_000;
/** Addresses kept of what the local network announces: a flood of announcements costs nothing more. */
const MAX_ADDRESSES = 64;

const QUIET: Omit<PeerState, "address"> = { connected: false, device: null, site: null, progress: null };

export function createPeers(options: PeersOptions): Peers {
  const { transport, clock, converse, onChange, followDiscovered } = options;
  const stopping = new AbortController();
  let redialling = new AbortController();
  const dialled = new Map<string, PeerState>();
  const incoming = new Map<Channel, PeerState>();
  const running = new Set<Promise<unknown>>();

  const track = (task: Promise<unknown>): void => {
    const settled = task.catch(() => undefined).finally(() => running.delete(settled));
    running.add(settled);
  };

  const talk = async <K>(states: Map<K, PeerState>, key: K, talking: Talking): Promise<SessionReport> => {
    const update = (change: Partial<PeerState>): void => {
      states.set(key, { ...QUIET, address: talking.address, ...states.get(key), ...change });
      onChange();
    };
    update({ connected: true });
    try {
      return await converse(talking.channel, {
        live: talking.live,
        signal: talking.signal,
        onNamed: update,
        onProgress: (progress) => {
          update({ progress });
        },
      });
    } finally {
      talking.channel.close();
      update({ ...QUIET });
    }
  };

  const dial = (address: string, signal: AbortSignal): Promise<Channel> => {
    if (transport === null) return Promise.reject(new Error("there is nothing to talk over"));
    return transport.dial(address, { signal: AbortSignal.any([signal, AbortSignal.timeout(DIAL_MS)]) });
  };

  const keepTalking = async (address: string): Promise<void> => {
    for (let pauseMs = FIRST_PAUSE_MS; !stopping.signal.aborted; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      const startedAt = clock.now();
      const signal = AbortSignal.any([stopping.signal, redialling.signal]);
      try {
        const channel = await dial(address, signal);
        await talk(dialled, address, { address, channel, live: true, signal });
      } catch {
        // Nobody there, or the link broke: being alone is normal, and the next try comes.
      }
      const lasted = clock.now() - startedAt > GOOD_SESSION_MS;
      if (lasted || signal.aborted) pauseMs = FIRST_PAUSE_MS;
      const pausing = AbortSignal.any([stopping.signal, redialling.signal]);
      await clock.sleep(signal.aborted ? 0 : pauseMs, pausing).catch(() => undefined);
    }
  };

  const connect = (addresses: readonly string[]): void => {
    if (transport === null || stopping.signal.aborted) return;
    for (const address of addresses) {
      if (dialled.has(address) || dialled.size >= MAX_ADDRESSES) continue;
      dialled.set(address, { ...QUIET, address });
      track(keepTalking(address));
    }
  };

  const welcome = (channel: Channel): void => {
    const talking = { address: null, channel, live: true, signal: stopping.signal };
    track(talk(incoming, channel, talking).finally(() => incoming.delete(channel)));
  };

  transport?.onChannel(welcome);
  const found = new Set<string>();
  transport?.onDiscovered(({ addresses }) => {
    for (const address of addresses) if (found.size < MAX_ADDRESSES) found.add(address);
    if (followDiscovered) connect(addresses.slice(0, 2));
  });

  return {
    connect,
    async once(address, signal) {
      const channel = await dial(address, signal);
      const both = AbortSignal.any([signal, stopping.signal]);
      return talk(new Map<string, PeerState>(), address, { address, channel, live: false, signal: both });
    },
    redial() {
      redialling.abort(new Error("dialling again"));
      redialling = new AbortController();
    },
    states: () => [...dialled.values(), ...incoming.values()],
    discovered: () => [...found],
    async stop() {
      stopping.abort(new Error("stopped"));
      await Promise.all(running);
    },
  };
}

interface Talking {
  readonly address: string | null;
  readonly channel: Channel;
  readonly live: boolean;
  readonly signal: AbortSignal;
}

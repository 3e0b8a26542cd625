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

/** Addresses tried of one announcement: a peer has several, and one is enough. */
const MOST_TRIED = 2;

const QUIET: Omit<PeerState, "address"> = { connected: false, device: null, site: null, progress: null };

export const createPeers = (options: PeersOptions): Peers => new TransportPeers(options);

class TransportPeers implements Peers {
  readonly #options: PeersOptions;
  readonly #stopping = new AbortController();
  readonly #dialled = new Map<string, PeerState>();
  readonly #incoming = new Map<Channel, PeerState>();
  readonly #running = new Set<Promise<unknown>>();
  readonly #found = new Set<string>();
  #redialling = new AbortController();

  constructor(options: PeersOptions) {
    this.#options = options;
    options.transport?.onChannel((channel) => {
      this.#welcome(channel);
    });
    options.transport?.onDiscovered(({ addresses }) => {
      for (const address of addresses) if (this.#found.size < MAX_ADDRESSES) this.#found.add(address);
      if (options.followDiscovered) this.connect(addresses.slice(0, MOST_TRIED));
    });
  }

  connect(addresses: readonly string[]): void {
    if (this.#options.transport === null || this.#stopping.signal.aborted) return;
    for (const address of addresses) {
      if (this.#dialled.has(address) || this.#dialled.size >= MAX_ADDRESSES) continue;
      this.#dialled.set(address, { ...QUIET, address });
      this.#track(this.#keepTalking(address));
    }
  }

  async once(address: string, signal: AbortSignal): Promise<SessionReport> {
    const both = AbortSignal.any([signal, this.#stopping.signal]);
    const channel = await this.#dial(address, both);
    return this.#talk(new Map<string, PeerState>(), address, { address, channel, live: false, signal: both });
  }

  redial(): void {
    this.#redialling.abort(new Error("dialling again"));
    this.#redialling = new AbortController();
  }

  states(): readonly PeerState[] {
    return [...this.#dialled.values(), ...this.#incoming.values()];
  }

  discovered(): readonly string[] {
    return [...this.#found];
  }

  async stop(): Promise<void> {
    this.#stopping.abort(new Error("stopped"));
    await Promise.all(this.#running);
  }

  #track(task: Promise<unknown>): void {
    const settled = task.catch(() => undefined).finally(() => this.#running.delete(settled));
    this.#running.add(settled);
  }

  #welcome(channel: Channel): void {
    const talking = { address: null, channel, live: true, signal: this.#stopping.signal };
    this.#track(this.#talk(this.#incoming, channel, talking).finally(() => this.#incoming.delete(channel)));
  }

  #dial(address: string, signal: AbortSignal): Promise<Channel> {
    const { transport } = this.#options;
    if (transport === null) return Promise.reject(new Error("there is nothing to talk over"));
    return transport.dial(address, { signal: AbortSignal.any([signal, AbortSignal.timeout(DIAL_MS)]) });
  }

  async #keepTalking(address: string): Promise<void> {
    const { clock } = this.#options;
    let pauseMs = FIRST_PAUSE_MS;
    while (!this.#stopping.signal.aborted) {
      const startedAt = clock.now();
      const signal = AbortSignal.any([this.#stopping.signal, this.#redialling.signal]);
      await this.#tryOnce(address, signal);
      if (signal.aborted || clock.now() - startedAt > GOOD_SESSION_MS) pauseMs = FIRST_PAUSE_MS;
      if (signal.aborted) continue;
      await clock.sleep(pauseMs, signal).catch(() => undefined);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    }
  }

  async #tryOnce(address: string, signal: AbortSignal): Promise<void> {
    try {
      const channel = await this.#dial(address, signal);
      await this.#talk(this.#dialled, address, { address, channel, live: true, signal });
    } catch {
      // Nobody there, or the link broke: being alone is normal, and the next try comes.
    }
  }

  async #talk<K>(states: Map<K, PeerState>, key: K, talking: Talking): Promise<SessionReport> {
    const { address, channel, live, signal } = talking;
    const update = (change: Partial<PeerState>): void => {
      states.set(key, { ...QUIET, address, ...states.get(key), ...change });
      this.#options.onChange();
    };
    update({ connected: true });
    try {
      return await this.#options.converse(channel, {
        live,
        signal,
        onNamed: update,
        onProgress: (progress) => {
          update({ progress });
        },
      });
    } finally {
      channel.close();
      update(QUIET);
    }
  }
}

interface Talking {
  readonly address: string | null;
  readonly channel: Channel;
  readonly live: boolean;
  readonly signal: AbortSignal;
}

/**
 * A hub at work in one mesh: keeps and forwards what it cannot read, carries requests of joiners,
 * and says in receipts what it holds. Before it is a member it exchanges control only, and presents
 * what it was given to whoever it meets.
 */
import { redactDevice, type RandomBytes, type Signatures } from "#crypto";
import {
  carryRequest,
  createOperationWriter,
  createPeers,
  deviceIdOf,
  openReceipts,
  openReplica,
  runSession,
  verifyRequest,
  type Channel,
  type Clock,
  type Conversation,
  type DeviceId,
  type JoinRequest,
  type Membership,
  type OperationWriter,
  type Peers,
  type Receipts,
  type Replica,
  type SessionReport,
  type Store,
  type Transport,
} from "#sync";
import type { HubState, KnownMesh } from "./hub-state.ts";

export interface HubMeshOptions {
  readonly store: Store;
  readonly state: HubState;
  readonly known: KnownMesh;
  readonly transport: Transport;
  readonly signatures: Signatures;
  readonly random: RandomBytes;
  readonly clock: Clock;
  /** What could not be written, in words for a log; holds nothing personal. */
  readonly onFault: (error: unknown) => void;
}

export interface HubMesh {
  readonly peers: Peers;
  isMember(): boolean;
  membership(): Membership;
  /** Something new is to be presented. */
  present(): void;
  stop(): Promise<void>;
}

/** Receipts wait this long for more to come, so that a long delivery is signed once or twice. */
const RECEIPT_PAUSE_MS = 250;

export async function openHubMesh(options: HubMeshOptions): Promise<HubMesh> {
  const { store, known, signatures } = options;
  const replica = await openReplica({ store, ...known, signatures });
  return new CarryingHub(options, replica, await openReceipts({ store, replica, signatures }));
}

class CarryingHub implements HubMesh {
  readonly peers: Peers;
  readonly #options: HubMeshOptions;
  readonly #replica: Replica;
  readonly #receipts: Receipts;
  readonly #operations: OperationWriter;
  readonly #device: DeviceId;
  readonly #stopping = new AbortController();
  readonly #stopListening: () => void;

  constructor(options: HubMeshOptions, replica: Replica, receipts: Receipts) {
    const { state, known, transport, signatures, random, clock, onFault } = options;
    const { secrets } = state;
    this.#options = options;
    this.#replica = replica;
    this.#receipts = receipts;
    this.#device = deviceIdOf(redactDevice(secrets));
    const { meshKey } = known;
    this.#operations = createOperationWriter({
      replica,
      device: this.#device,
      secrets,
      meshKey,
      random,
      signatures,
    });
    this.peers = createPeers({
      transport,
      clock,
      followDiscovered: true,
      onChange: () => undefined,
      converse: (channel, conversation) => this.#converse(channel, conversation),
    });
    const issueReceipts = createDebounce({
      clock,
      signal: this.#stopping.signal,
      task: () => this.#issueReceipts(),
      onFault,
    });
    this.#stopListening = replica.onChange(({ membership }) => {
      if (membership) this.#carryKept().catch(onFault);
      issueReceipts();
    });
    this.peers.connect(state.addresses());
    issueReceipts();
  }

  isMember(): boolean {
    return this.membership().devices.has(this.#device);
  }

  membership(): Membership {
    return this.#replica.membership();
  }

  present(): void {
    this.peers.redial();
  }

  async stop(): Promise<void> {
    this.#stopListening();
    this.#stopping.abort(new Error("stopped"));
    await this.peers.stop();
  }

  #converse(channel: Channel, conversation: Conversation): Promise<SessionReport> {
    const { state, known, signatures, random, clock } = this.#options;
    return runSession({
      replica: this.#replica,
      receipts: this.#receipts,
      channel,
      meshKey: known.meshKey,
      identity: { secrets: state.secrets, device: this.#device },
      signatures,
      random,
      clock,
      requests: state.requests().filter((request) => !isSettled(this.#replica, request)),
      onRequest: (request) => this.#takeRequest(request),
      ...conversation,
    });
  }

  /** Carries a request as a member; before that, keeps it and presents it onward, to one who may. */
  async #takeRequest(request: JoinRequest): Promise<boolean> {
    const { state, known, signatures, clock } = this.#options;
    const verified = await verifyRequest(request, signatures);
    if (verified?.mesh !== known.mesh) return false;
    const operation = this.isMember()
      ? carryRequest(this.#replica.membership(), verified, clock.now())
      : null;
    if (operation !== null) {
      await this.#operations.write([operation]);
      return true;
    }
    const settled = isSettled(this.#replica, verified);
    if (!settled && (await state.addRequest(verified))) this.peers.redial();
    return true;
  }

  async #carryKept(): Promise<void> {
    if (!this.isMember()) return;
    const { state } = this.#options;
    for (const request of state.requests()) await this.#takeRequest(request);
    await state.dropRequests((request) => isSettled(this.#replica, request));
  }

  async #issueReceipts(): Promise<void> {
    const { secrets } = this.#options.state;
    if (this.isMember()) await this.#receipts.issue({ device: this.#device, secrets });
  }
}

/** A request that need not be presented any more: its device is a member, or the mesh carries it. */
function isSettled(replica: Replica, request: JoinRequest): boolean {
  const membership = replica.membership();
  const device = deviceIdOf(request.device);
  return membership.devices.has(device) || membership.requests.has(device);
}

interface Debounce {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly task: () => Promise<void>;
  readonly onFault: (error: unknown) => void;
}

/** Runs the task soon after the last call, one at a time. */
function createDebounce({ clock, signal, task, onFault }: Debounce): () => void {
  const turn = { asked: 0, done: 0, running: false };
  const run = async (): Promise<void> => {
    while (turn.done !== turn.asked && !signal.aborted) {
      const seen = turn.asked;
      await clock.sleep(RECEIPT_PAUSE_MS, signal).catch(() => undefined);
      if (hasMoved(turn, seen)) continue;
      await task();
      turn.done = seen;
    }
  };
  return () => {
    turn.asked += 1;
    if (turn.running) return;
    turn.running = true;
    run()
      .catch(onFault)
      .finally(() => {
        turn.running = false;
      });
  };
}

/** Whether more was asked for since; apart, because the compiler does not see what a pause lets happen. */
const hasMoved = (turn: { readonly asked: number }, seen: number): boolean => turn.asked !== seen;

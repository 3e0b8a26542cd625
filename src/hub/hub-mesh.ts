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
  type Clock,
  type JoinRequest,
  type Peers,
  type Replica,
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
  /** Something new is to be presented. */
  present(): void;
  stop(): Promise<void>;
}

/** Receipts wait this long for more to come, so that a long delivery is signed once or twice. */
const RECEIPT_PAUSE_MS = 250;

export async function openHubMesh(options: HubMeshOptions): Promise<HubMesh> {
  const { store, state, known, transport, signatures, random, clock, onFault } = options;
  const { secrets } = state;
  const device = deviceIdOf(redactDevice(secrets));
  const replica = await openReplica({ store, ...known, signatures });
  const receipts = await openReceipts({ store, replica, signatures });
  const operations = createOperationWriter({ replica, device, secrets, meshKey: known.meshKey, random, signatures });
  const stopping = new AbortController();
  const isMember = (): boolean => replica.membership().devices.has(device);

  const takeRequest = async (request: JoinRequest): Promise<boolean> => {
    const verified = await verifyRequest(request, signatures);
    if (verified === null || verified.mesh !== known.mesh) return false;
    const membership = replica.membership();
    const operation = isMember() ? carryRequest(membership, verified, clock.now()) : null;
    if (operation !== null) {
      await operations.write([operation]);
      return true;
    }
    const settled = isSettled(replica, verified);
    // Not known here, or not ours to carry: kept and presented onward, to one who may.
    if (!settled && (await state.addRequest(verified))) peers.redial();
    return true;
  };

  const peers = createPeers({
    transport,
    clock,
    followDiscovered: true,
    onChange: () => undefined,
    converse: (channel, conversation) =>
      runSession({
        replica,
        receipts,
        channel,
        meshKey: known.meshKey,
        identity: { secrets, device },
        signatures,
        random,
        clock,
        requests: state.requests().filter((request) => !isSettled(replica, request)),
        onRequest: takeRequest,
        ...conversation,
      }),
  });

  const carryKept = async (): Promise<void> => {
    if (!isMember()) return;
    for (const request of state.requests()) await takeRequest(request);
    await state.dropRequests((request) => isSettled(replica, request));
  };

  const issueReceipts = createDebounce({
    clock,
    signal: stopping.signal,
    task: async () => {
      if (isMember()) await receipts.issue({ device, secrets });
    },
    onFault,
  });

  const stopListening = replica.onChange(({ membership }) => {
    if (membership) carryKept().catch(onFault);
    issueReceipts();
  });
  peers.connect(state.addresses());
  issueReceipts();

  return {
    peers,
    isMember,
    present: () => {
      peers.redial();
    },
    async stop() {
      stopListening();
      stopping.abort(new Error("stopped"));
      await peers.stop();
    },
  };
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
  let asked = 0;
  let running = false;
  const run = async (): Promise<void> => {
    running = true;
    try {
      for (let seen = -1; seen !== asked && !signal.aborted; ) {
        seen = asked;
        await clock.sleep(RECEIPT_PAUSE_MS, signal).catch(() => undefined);
        if (seen === asked && !signal.aborted) await task();
      }
    } catch (error) {
      onFault(error);
    } finally {
      running = false;
    }
  };
  return () => {
    asked += 1;
    if (!running) void run();
  };
}

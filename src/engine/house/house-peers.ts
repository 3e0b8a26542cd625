/**
 * The house's side of every session: who it is, what it presents while it waits to be let in, whose
 * requests it carries, and when it last heard of whom.
 */
import type { RandomBytes, Signatures } from "#crypto";
import {
  carryRequest,
  createPeers,
  deviceIdOf,
  runSession,
  verifyRequest,
  type Clock,
  type DeviceId,
  type JoinRequest,
  type OperationWriter,
  type Peers,
  type Receipts,
  type Replica,
  type Transport,
} from "#sync";
import type { Heard } from "./heard.ts";
import type { OpenVault } from "../profile/vaults.ts";

export interface HousePeersOptions {
  readonly transport: Transport | null;
  readonly replica: Replica;
  readonly receipts: Receipts;
  readonly operations: OperationWriter;
  readonly heard: Heard;
  readonly device: DeviceId;
  readonly isCopied: () => boolean;
  readonly vault: () => OpenVault;
  readonly signatures: Signatures;
  readonly random: RandomBytes;
  readonly clock: Clock;
  readonly onChange: () => void;
}

export function createHousePeers(options: HousePeersOptions): Peers {
  const { transport, replica, receipts, heard, device, signatures, random, clock, onChange } = options;

  /** Hearing of a device and its site is kept, but a full disk must not end a session for it. */
  const noteHeard = (peer: DeviceId | null): void => {
    const site = peer === null ? undefined : replica.membership().devices.get(peer)?.site;
    if (peer === null || site === undefined) return;
    for (const source of [peer, site]) heard.note(source, clock.now()).catch(() => undefined);
  };

  return createPeers({
    transport,
    clock,
    onChange,
    followDiscovered: false,
    converse: async (channel, conversation) => {
      const { joining, meshKey, device: secrets } = options.vault().secrets;
      const report = await runSession({
        replica,
        receipts,
        channel,
        meshKey,
        identity: { secrets, device },
        signatures,
        random,
        clock,
        requests: joining === null ? [] : [joining.request],
        onRequest: (request) => carryRequestInto(options, request),
        ...conversation,
        onNamed: (peer) => {
          conversation.onNamed(peer);
          noteHeard(peer.device);
        },
      });
      noteHeard(report.peer.device);
      return report;
    },
  });
}

/** What carrying a request takes. */
export type CarryOptions = Pick<
  HousePeersOptions,
  "replica" | "operations" | "device" | "isCopied" | "signatures" | "clock"
>;

/** Writes a joiner's request into the own control log, unless it is there or may not be. */
export async function carryRequestInto(options: CarryOptions, request: JoinRequest): Promise<boolean> {
  const membership = options.replica.membership();
  if (!membership.devices.has(options.device) || options.isCopied()) return false;
  const verified = await verifyRequest(request, options.signatures);
  const operation = verified === null ? null : carryRequest(membership, verified, options.clock.now());
  if (operation === null) return membership.requests.has(deviceIdOf(request.device));
  await options.operations.write([operation]);
  return true;
}

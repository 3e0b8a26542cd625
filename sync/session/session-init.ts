/**
 * What a session needs. Types only.
 */
import type { DeviceSecrets, RandomBytes, Signatures, SpaceKey } from "#crypto";
import type { Channel } from "../channel.ts";
import type { Clock } from "../clock.ts";
import type { DeviceId } from "../ids.ts";
import type { JoinRequest } from "../membership/join-request.ts";
import type { Receipts } from "../receipts/receipts.ts";
import type { SessionPeer, SessionProgress } from "./report.ts";
import type { SessionReplica } from "./runs.ts";

export interface SessionInit {
  readonly replica: SessionReplica;
  /** Exchanged with members. */
  readonly receipts?: Receipts;
  readonly channel: Channel;
  readonly meshKey: SpaceKey;
  /** Null for a device that names itself to nobody: one that has not joined. */
  readonly identity: { readonly secrets: DeviceSecrets; readonly device: DeviceId } | null;
  readonly signatures: Signatures;
  readonly random: RandomBytes;
  readonly clock: Clock;
  /** To be presented to the peer. */
  readonly requests?: readonly JoinRequest[];
  /** The peer presents a request, its signature unchecked: true when it is carried now. Default: never. */
  readonly onRequest?: (request: JoinRequest) => Promise<boolean>;
  /** Goes on pushing what is new until the signal or the peer ends it. Default: ends when both are done. */
  readonly live?: boolean;
  readonly signal?: AbortSignal;
  /** The handshake succeeded. */
  readonly onNamed?: (peer: SessionPeer) => void;
  readonly onProgress?: (progress: SessionProgress) => void;
  /** For tests that cannot wait; `BEAT_MS` otherwise. */
  readonly beatMs?: number;
}

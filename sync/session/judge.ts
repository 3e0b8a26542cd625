/**
 * What the membership says about the peer of a session (docs/protocol.md, "Scopes"): asked at its
 * beginning, and again whenever the membership grows.
 */
import type { DeviceId } from "../ids.ts";
import { type LogRef, logKey } from "../log/log-ref.ts";
import type { Membership } from "../membership/membership.ts";
import { sharedScope } from "../membership/scope.ts";
import type { Judgement } from "../protocol/state.ts";

/** The two ends of a session; null names no device. */
export interface Ends {
  readonly own: DeviceId | null;
  readonly peer: DeviceId | null;
  /** Milliseconds since 1970 by this device's clock: a volunteer's access ends by itself. */
  readonly now: number;
}

/** Strangers unless both are members of what we know, and the peer's access has not ended. */
export function judge(membership: Membership, { own, peer, now }: Ends): Judgement {
  const isMember = (device: DeviceId | null): device is DeviceId =>
    device !== null &&
    (membership.devices.get(device)?.endsAt ?? Infinity) >= now &&
    membership.devices.has(device);
  if (!isMember(own) || !isMember(peer)) return { stranger: true, shares: () => false };
  const shares = sharedScope(membership, own, peer);
  // The protocol asks about the same logs over and over.
  const known = new Map<string, boolean>();
  return {
    stranger: false,
    shares: (log: LogRef) => {
      const key = logKey(log);
      const answer = known.get(key) ?? shares(log);
      known.set(key, answer);
      return answer;
    },
  };
}

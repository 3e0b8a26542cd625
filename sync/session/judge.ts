/**
 * What the membership says about the peer of a session (docs/protocol.md, "Scopes"): asked at its
 * beginning, and again whenever the membership grows.
 */
import type { DeviceId } from "../ids.ts";
import { type LogRef, logKey } from "../log/log-ref.ts";
import type { Member, Membership } from "../membership/membership.ts";
import { areApart } from "../membership/distrust.ts";
import { sharedScope } from "../membership/scope.ts";
import type { Judgement } from "../protocol/state.ts";

/** The two ends of a session; null names no device. */
export interface Ends {
  readonly own: DeviceId | null;
  readonly peer: DeviceId | null;
  /** Milliseconds since 1970 by this device's clock: a volunteer's access ends by itself. */
  readonly now: number;
}

/**
 * Strangers unless both are members of what we know, their access has not ended, and neither's site distrusts the
 * other's.
 */
export function judge(membership: Membership, { own, peer, now }: Ends): Judgement {
  const memberOf = (device: DeviceId | null): Member | undefined => {
    const member = device === null ? undefined : membership.devices.get(device);
    return (member?.endsAt ?? Infinity) >= now ? member : undefined;
  };
  const [us, them] = [memberOf(own), memberOf(peer)];
  if (us === undefined || them === undefined || areApart(membership, us.site, them.site))
    return { stranger: true, shares: () => false };
  const shares = sharedScope(membership, us.device, them.device);
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

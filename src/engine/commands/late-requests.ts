/**
 * Requests that came with an invite when it had been used: somebody copied or photographed its code.
 * They cannot be confirmed, and whoever answers for the invite should know.
 */
import { openJoinerName, type PendingRequest } from "#sync";
import type { LateRequest } from "../api/index.ts";
import { memberOf, type House } from "../house/house.ts";

/** As long as they are shown after the invite's own time. */
const SHOWN_MS = 7 * 24 * 60 * 60_000;

/** Those of the own house, for its inviters; the joiner's name is only for who made the invite. */
export async function lateRequests(house: House): Promise<readonly LateRequest[]> {
  const { requests } = house.replica.membership();
  const views = await Promise.all([...requests.values()].map((pending) => lateView(house, pending)));
  return views.filter((view) => view !== null);
}

async function lateView(house: House, pending: PendingRequest): Promise<LateRequest | null> {
  const { invites, devices } = house.replica.membership();
  const invite = invites.get(pending.invite);
  if (invite === undefined || pending.refused !== "used") return null;
  if (house.deps.clock.now() > invite.expiresAt + SHOWN_MS) return null;
  const mine = invite.inviter === house.device;
  const { member } = memberOf(house);
  const ofHouse = devices.get(invite.inviter)?.site === member.site;
  if (!mine && !(member.role === "coordinator" && ofHouse)) return null;
  const { device, request } = pending;
  const { agree } = house.vault().secrets.device;
  const person = mine ? await openJoinerName(request, agree, house.deps.signatures) : null;
  return { device, person, role: invite.role };
}

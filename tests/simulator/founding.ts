/** How simulated devices come into a mesh: founding, invites, requests, confirmations, without their waiting. */
import { generateDeviceSecrets, type RandomBytes } from "#crypto";
import type { MeshId } from "../../sync/ids.ts";
import { NO_MESH } from "../../sync/log/entry.ts";
import { confirmRequest } from "../../sync/membership/confirm.ts";
import { foundMesh } from "../../sync/membership/found.ts";
import type { InviteCode } from "../../sync/membership/invite-code.ts";
import { createInvite } from "../../sync/membership/invite.ts";
import { createJoinRequest } from "../../sync/membership/join.ts";
import { deviceIdOf, type VerifiedRequest } from "../../sync/membership/join-request.ts";
import type { AuthoredOperation, Destination, SiteName } from "../../sync/membership/operations.ts";
import type { Role } from "../../sync/membership/roles.ts";
import { authored, Device, NOON } from "./device.ts";
import { simulatedSignatures as signatures } from "./simulated-keys.ts";

const WEEK = 7 * 86_400_000;

/** A mesh with its founder in it. */
export async function foundBy(name: string, site: SiteName, random: RandomBytes): Promise<Device> {
  const {
    operation,
    device: secrets,
    ...rest
  } = foundMesh({
    meshName: "Ruta simulada",
    site,
    random,
    device: null,
  });
  const place = { device: deviceIdOf(operation.device), last: null, heads: [] };
  const first = await authored(operation, NO_MESH, place);
  const founder = new Device({ name, mesh: first.id as string as MeshId, secrets, ...rest }, random);
  founder.receive([first]);
  return founder;
}

/** Somebody who asked to join: the device, its request, and the invite that it stands on. */
export interface Joiner {
  readonly device: Device;
  readonly request: VerifiedRequest;
  readonly invite: AuthoredOperation;
}

export interface Post {
  readonly role: Role;
  /** A new site; null for the inviter's own. */
  readonly founds: SiteName | null;
}

/** Invites somebody, who asks. Null where the inviter may not. */
export async function ask(
  inviter: Device,
  { name, role, founds }: Post & { readonly name: string },
  random: RandomBytes,
): Promise<Joiner | null> {
  const { membership, id: me, member, mesh, meshKey } = inviter;
  if (member === undefined) return null;
  const destination: Destination =
    founds === null ? { kind: "existing", site: member.site } : { kind: "new", site: founds };
  const expiresAt = NOON + WEEK;
  const invited = createInvite({ membership, me, role, destination, expiresAt, random });
  if (invited.kind === "refused") return null;
  const invite = await inviter.write(invited.operation);
  const code: InviteCode = {
    mesh,
    meshKey,
    inviter: me,
    inviterAgree: inviter.keys.agree,
    seed: invited.seed,
    head: invite.id,
    role: invited.operation.role,
    founds,
    addresses: [],
  };
  const secrets = generateDeviceSecrets(random);
  const joined = await createJoinRequest({ code, name, device: secrets, random, signatures });
  if (joined.kind !== "joining") throw new Error(joined.kind);
  const { request, own } = joined.joining;
  return { device: new Device({ name, mesh, meshKey, secrets, own }, random), request, invite };
}

/** Carries a request in a device's own name. */
export const carry = (carrier: Device, { request }: Pick<Joiner, "request">): Promise<AuthoredOperation> =>
  carrier.write({ kind: "request", request, at: carrier.now });

/** Confirms whoever asked; null where this device may not. */
export async function confirm(
  inviter: Device,
  { device }: Pick<Joiner, "device">,
): Promise<AuthoredOperation | null> {
  const { membership, id: me, now } = inviter;
  const pending = membership.requests.get(device.id);
  if (pending === undefined) return null;
  const confirmed = confirmRequest({ membership, me, pending, now });
  return confirmed.kind === "refused" ? null : inviter.write(confirmed.operation);
}

/** Invited, asked and let in at once; knows then what the inviter knows. */
export async function welcome(
  inviter: Device,
  post: Post & { readonly name: string },
  random: RandomBytes,
): Promise<Device> {
  const joiner = await ask(inviter, post, random);
  if (joiner === null) throw new Error(`${inviter.name} may not invite ${post.name}`);
  await carry(inviter, joiner);
  if (post.role !== "hub" && (await confirm(inviter, joiner)) === null)
    throw new Error(`${inviter.name} may not confirm ${post.name}`);
  joiner.device.receive(inviter.operations.values());
  return joiner.device;
}

/** All know afterwards what any of them knew. */
export function tell(...devices: readonly Device[]): void {
  const all = devices.flatMap((device) => [...device.operations.values()]);
  for (const device of devices) device.receive(all);
}

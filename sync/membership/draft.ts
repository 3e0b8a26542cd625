/**
 * The membership while it is being worked out: the same facts as in {@link Membership}, in maps
 * that the rules write. A rule sees one operation and asks `knows` before it relies on a fact, so
 * what happened elsewhere at the same time gives nobody authority.
 */
import { compareBytes } from "#crypto";
import type { DeviceId, InviteId, MeshId, OperationId, SiteId } from "../ids.ts";
import type { SpaceId } from "../space.ts";
import type { VerifiedRequest } from "./join-request.ts";
import {
  type GroupGeneration,
  type GroupId,
  type Invite,
  lateness,
  type Member,
  type PendingRequest,
  type Refusal,
  type Site,
  type SpaceGeneration,
} from "./membership.ts";

/** One request as far as it was carried. */
interface DraftRequest {
  readonly device: DeviceId;
  readonly request: VerifiedRequest;
  readonly carriedBy: OperationId[];
}

export interface Draft {
  readonly mesh: MeshId;
  meshName: string;
  readonly sites: Map<SiteId, Site>;
  readonly devices: Map<DeviceId, Member>;
  readonly invites: Map<InviteId, Invite>;
  /** By device and request digest: the same request carried twice is one. */
  readonly requests: Map<string, DraftRequest>;
  readonly requestsByOperation: Map<OperationId, VerifiedRequest>;
  readonly groups: Map<GroupId, GroupGeneration[]>;
  readonly spaces: Map<SpaceId, SpaceGeneration[]>;
}

/** One operation before the rules. */
export interface Case<O> {
  readonly draft: Draft;
  readonly operation: O;
  readonly id: OperationId;
  readonly author: DeviceId;
  /** Whether an operation is in this one's past. */
  readonly knows: (operation: OperationId) => boolean;
}

/** Applies an operation to the draft, or leaves the draft alone and says why. */
export type Rule<O> = (subject: Case<O>) => Refusal | null;

export const emptyDraft = (mesh: MeshId): Draft => ({
  mesh,
  meshName: "",
  sites: new Map(),
  devices: new Map(),
  invites: new Map(),
  requests: new Map(),
  requestsByOperation: new Map(),
  groups: new Map(),
  spaces: new Map(),
});

/** A fact that the operation's author knew. */
export function known<T extends { readonly by: OperationId }>(
  subject: Pick<Case<unknown>, "knows">,
  fact: T | undefined,
): T | undefined {
  return fact !== undefined && subject.knows(fact.by) ? fact : undefined;
}

/** The requests of devices that are no members: for each, the last that can still be confirmed, else the last. */
export function pendingRequests(draft: Draft): Map<DeviceId, PendingRequest> {
  const pending = new Map<DeviceId, PendingRequest>();
  for (const { device, request, carriedBy } of draft.requests.values()) {
    const invite = draft.invites.get(request.invite);
    if (draft.devices.has(device) || invite === undefined) continue;
    const one = { device, request, invite: request.invite, carriedBy, others: [], refused: lateness(invite) };
    const before = pending.get(device);
    pending.set(device, before === undefined ? one : preferred(before, one));
  }
  return pending;
}

function preferred(before: PendingRequest, next: PendingRequest): PendingRequest {
  const [shown, other] = before.refused === null && next.refused !== null ? [before, next] : [next, before];
  return { ...shown, others: [...before.others, other.request] };
}

/** Generations in the order that readers and writers agree on. */
export function sortGenerations<K, G extends { readonly generation: number }>(
  generations: ReadonlyMap<K, readonly G[]>,
  tie: (generation: G) => Uint8Array,
): Map<K, readonly G[]> {
  return new Map(
    [...generations].map(([key, list]) => [
      key,
      [...list].sort((a, b) => a.generation - b.generation || compareBytes(tie(a), tie(b))),
    ]),
  );
}

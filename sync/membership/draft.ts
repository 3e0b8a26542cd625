/**
 * The membership while it is being worked out: the same facts as in {@link Membership}, in maps
 * that the rules write. A rule sees one operation and asks `knows` before it relies on a fact, so
 * what happened elsewhere at the same time gives nobody authority.
 */
import { compareBytes, type DeviceKeys } from "#crypto";
import type { DeviceId, InviteId, MeshId, OperationId, SiteId } from "../ids.ts";
import type { SpaceId } from "../space.ts";
import type { Causality } from "./causality.ts";
import type { Tip, Tips } from "./control-end.ts";
import type { Cut } from "./cut.ts";
import type { Roster } from "./groups.ts";
import type { VerifiedRequest } from "./join-request.ts";
import type { Limits } from "./limit-values.ts";
import {
  type GroupGeneration,
  type GroupId,
  type Enrolment,
  type Erasure,
  type Invite,
  lateness,
  type PendingRequest,
  type Recovery,
  type Refusal,
  type RoleChange,
  type Site,
  type SpaceGeneration,
  type Vote,
} from "./membership.ts";
import type { Group, Role } from "./roles.ts";

/** One request as far as it was carried. */
interface DraftRequest {
  readonly device: DeviceId;
  readonly request: VerifiedRequest;
  readonly carriedBy: OperationId[];
}

/** A cut that was raised. */
export interface Raise extends Cut {
  readonly by: OperationId;
}

/** A device that was let in, and all that was said of it since. */
export interface DraftMember {
  readonly device: DeviceId;
  readonly keys: DeviceKeys;
  readonly site: SiteId;
  readonly by: OperationId;
  readonly firstRole: Role;
  /** The same: as long as no other role was given, a draft member is a member as it stands. */
  readonly role: Role;
  readonly roles: RoleChange[];
  /** What others said; its own word is in `leaving`. */
  readonly votes: Vote[];
  readonly leaving: Vote[];
  readonly raises: Raise[];
  /** The operations that report a fork of its log. */
  readonly forkReports: OperationId[];
  readonly enrolled: Enrolment | null;
  endsAt: number | null;
}

/** Where a vote on a site ends one of its devices. */
export type SiteEnding = Pick<Vote, "cuts" | "tips">;

/** A word that a site should be out: a vote on each of its devices, known then or not. */
export interface SiteVote {
  readonly by: OperationId;
  readonly author: DeviceId;
  readonly from: SiteId;
  readonly endings: ReadonlyMap<DeviceId, SiteEnding>;
}

/** A site's word about another: that it does not trust it, or does again. */
export interface Distrust {
  readonly by: OperationId;
  readonly site: SiteId;
  readonly on: boolean;
}

/** A group's secret in the box of a device that may not have it: void as it is, that device may have opened it. */
export interface Leak {
  readonly by: OperationId;
  readonly site: SiteId;
  readonly group: Group;
}

/** A site's word about who else reads its audit; null: nobody. */
export interface AuditorWord {
  readonly by: OperationId;
  readonly site: SiteId | null;
}

/** What limits a site would have. */
export interface StatedLimits {
  readonly by: OperationId;
  readonly limits: Limits;
}

export interface Draft {
  readonly mesh: MeshId;
  readonly causality: Causality;
  meshName: string;
  readonly sites: Map<SiteId, Site>;
  /** By author: its operations so far, in causal order. */
  readonly logs: Map<DeviceId, Tip[]>;
  /** Words of coordinators that a whole site should be out. */
  readonly siteVotes: Map<SiteId, SiteVote[]>;
  /** By who says so, in causal order. */
  readonly distrusts: Map<SiteId, readonly Distrust[]>;
  /** By who says so, in causal order. */
  readonly auditors: Map<SiteId, readonly AuditorWord[]>;
  /** By who says so, in causal order. */
  readonly limits: Map<SiteId, readonly StatedLimits[]>;
  readonly devices: Map<DeviceId, DraftMember>;
  readonly invites: Map<InviteId, Invite>;
  /** By device and request digest: the same request carried twice is one. */
  readonly requests: Map<string, DraftRequest>;
  readonly requestsByOperation: Map<OperationId, VerifiedRequest>;
  /** All words that a site ever had, those that made way too. */
  readonly recoveries: Map<SiteId, Recovery[]>;
  readonly groups: Map<GroupId, GroupGeneration[]>;
  readonly spaces: Map<SpaceId, SpaceGeneration[]>;
  readonly leaks: Leak[];
  /** In causal order. */
  readonly erasures: Erasure[];
}

const DAY_MS = 86_400_000;
/** A volunteer's access ends by itself. */
const VOLUNTEER_MS = 14 * DAY_MS;

type NewMember = Pick<DraftMember, "device" | "keys" | "site" | "by"> & {
  readonly enrolled?: Enrolment;
  readonly role: Role;
  /** Milliseconds since 1970, as the operation says that let it in. */
  readonly at: number;
};

// Written out: this runs for each member in each of many passes, and spreading is slow.
export const newMember = ({ device, keys, site, by, role, at, enrolled }: NewMember): DraftMember => ({
  device,
  keys,
  site,
  by,
  firstRole: role,
  role,
  roles: [],
  votes: [],
  leaving: [],
  raises: [],
  forkReports: [],
  enrolled: enrolled ?? null,
  endsAt: role === "volunteer" ? at + VOLUNTEER_MS : null,
});

/** What makes words void that were published without knowing of it. */
export interface WordsEnd {
  readonly site: SiteId;
  readonly words: Recovery["words"];
  readonly by: OperationId;
  /** New words, which end only those that they were made to replace. */
  readonly replaces: boolean;
}

/** What removals and other roles take away: a reduction is given it, and `strikes.ts` reads it off a draft. */
export interface Strikes {
  /** By device that is out, or frozen: the ends of its control log. Where there are several, all of them bind. */
  readonly ends: ReadonlyMap<DeviceId, readonly Tips[]>;
  /** Devices that are out by their own word. */
  readonly left: ReadonlySet<DeviceId>;
  readonly roles: ReadonlyMap<DeviceId, readonly RoleChange[]>;
  readonly words: readonly WordsEnd[];
  /** Votes that stand although their author is out: two who remove each other are both out. */
  readonly standing: ReadonlySet<OperationId>;
}

export const NO_STRIKES: Strikes = {
  ends: new Map(),
  left: new Set(),
  roles: new Map(),
  words: [],
  standing: new Set(),
};

/** What one walk over the operations gave, under given strikes. */
export interface Reduction {
  readonly draft: Draft;
  readonly refused: ReadonlyMap<OperationId, Refusal>;
}

/** One operation before the rules. */
export interface Case<O> {
  readonly draft: Draft;
  readonly operation: O;
  readonly id: OperationId;
  readonly author: DeviceId;
  /** Position in the author's control log. */
  readonly seq: number;
  /** What removals and other roles do to their devices' operations. */
  readonly strikes: Strikes;
  /** Who was who, to the author. */
  readonly roster: Roster;
  /** Whether an operation is in this one's past. */
  readonly knows: (operation: OperationId) => boolean;
}

/** Applies an operation to the draft, or leaves the draft alone and says why. */
export type Rule<O> = (subject: Case<O>) => Refusal | null;

export const emptyDraft = (mesh: MeshId, causality: Causality): Draft => ({
  mesh,
  causality,
  meshName: "",
  logs: new Map(),
  sites: new Map(),
  siteVotes: new Map(),
  distrusts: new Map(),
  auditors: new Map(),
  limits: new Map(),
  devices: new Map(),
  invites: new Map(),
  requests: new Map(),
  requestsByOperation: new Map(),
  recoveries: new Map(),
  groups: new Map(),
  spaces: new Map(),
  leaks: [],
  erasures: [],
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

/** Taking out, other roles, raising cuts (docs/protocol.md, "Removal"). */
import { type DeviceId, operationIdOf } from "../../ids.ts";
import { removeSiteRefusal, revokeRefusal, roleRefusal } from "../authority.ts";
import { precedes } from "../causality.ts";
import { isWithin, type Tip, type Tips, tipsOf } from "../control-end.ts";
import { type Cuts, type Ending, endOf, furthest } from "../cut.ts";
import type { Case, DraftMember, Rule, SiteEnding } from "../draft.ts";
import { audienceOf, holdsGroup } from "../groups.ts";
import { deviceIdOf } from "../join-request.ts";
import type { Refusal, Vote } from "../membership.ts";
import type {
  RaiseCutOperation,
  RemoveSiteOperation,
  RevokeOperation,
  RoleOperation,
} from "../operations.ts";
import { areEnough, controlEndsOf, endsOf, ownWordsOf, votesOn } from "../removal.ts";
import { sitesKnown } from "../roster.ts";
import { CONTROL } from "../../space.ts";

export const applyRevoke: Rule<RevokeOperation> = (subject) => {
  const { draft, operation, id, author, roster } = subject;
  const { device: keys, cuts } = operation.ending;
  const device = deviceIdOf(keys);
  const target = roster.devices.get(device);
  const from = roster.devices.get(author)?.site;
  if (target === undefined || from === undefined) return "unknown-device";
  const refusal =
    repetition(subject, device === author) ??
    revokeRefusal({ roster, author, sites: sitesKnown(subject) }, target);
  if (refusal !== null || cutsWhatIsKnown(subject, operation.ending)) return refusal ?? "lower-cut";
  draft.devices
    .get(device)
    ?.[device === author ? "leaving" : "votes"].push({ by: id, from, cuts, tips: tipsOf(cuts) });
  return null;
};

export const applyRemoveSite: Rule<RemoveSiteOperation> = (subject) => {
  const { draft, operation, id, author, knows, roster } = subject;
  const { site, endings } = operation;
  const from = roster.devices.get(author)?.site;
  const asking = { roster, author, sites: sitesKnown(subject) };
  const refusal =
    repetition(subject, from === site) ?? (goesOn(subject) ? null : removeSiteRefusal(asking, site));
  if (refusal !== null || from === undefined) return refusal ?? "unknown-author";
  if (endings.some((ending) => cutsWhatIsKnown(subject, ending))) return "lower-cut";
  const known = [...draft.devices.values()].filter((one) => one.site === site && knows(one.by));
  const ends = new Map<DeviceId, SiteEnding>([
    ...known.map(({ device }) => [device, { cuts: [], tips: tipsKnown(subject, device) }] as const),
    ...endings.map(({ device, cuts }) => [deviceIdOf(device), { cuts, tips: tipsOf(cuts) }] as const),
  ]);
  draft.siteVotes.set(site, [...(draft.siteVotes.get(site) ?? []), { by: id, author, from, endings: ends }]);
  return null;
};

/** A device says once that it leaves: a second word would raise the cut of its first. */
function repetition({ draft, author, knows }: Case<unknown>, isOwn: boolean): Refusal | null {
  const member = isOwn ? draft.devices.get(author) : undefined;
  const isRepeated = member !== undefined && ownWordsOf(draft, member).some(({ by }) => knows(by));
  return isRepeated ? "removed" : null;
}

/**
 * Whether the author's operation before this one is its word on the same site: one operation may not have room for
 * all devices. Not later: or who gave the word that took a site out could let count what that one writes ever after.
 */
const goesOn = ({ draft, operation, author, seq, knows }: Case<RemoveSiteOperation>): boolean => {
  const before = (draft.logs.get(author) ?? []).filter((one) => one.seq === seq - 1 && knows(one.id));
  const words = draft.siteVotes.get(operation.site) ?? [];
  return words.some(({ by }) => before.some(({ id }) => id === by));
};

/** The ends of a control log as the author knew them: of a house there may be more devices than one operation can name. */
function tipsKnown({ draft, knows }: Case<unknown>, device: DeviceId): Tips {
  const tips: Tip[] = [];
  // from the last on: whatever precedes none of the ends found so far is one more
  for (const one of (draft.logs.get(device) ?? []).filter(({ id }) => knows(id)).reverse())
    if (!tips.some(({ id }) => precedes(draft.causality, one.id, id))) tips.push(one);
  return tips;
}

export const applyRole: Rule<RoleOperation> = (subject) => {
  const { draft, operation, id, roster } = subject;
  const { role, ending } = operation;
  const device = deviceIdOf(ending.device);
  const target = roster.devices.get(device);
  if (target === undefined) return "unknown-device";
  const refusal = roleRefusal(subject, target, role);
  if (refusal !== null || cutsWhatIsKnown(subject, ending)) return refusal ?? "lower-cut";
  draft.devices
    .get(device)
    ?.roles.push({ by: id, role, until: furthest(ending.cuts), tips: tipsOf(ending.cuts) });
  return null;
};

/**
 * Whether an ending leaves out an operation that its own author knew, and may rely on: who takes somebody out
 * would otherwise undo what let itself in.
 */
function cutsWhatIsKnown({ draft, knows }: Case<unknown>, { device, cuts }: Ending): boolean {
  const tips = tipsOf(cuts);
  const known = (draft.logs.get(deviceIdOf(device)) ?? []).filter(({ id }) => knows(id));
  return known.some((one) => !isWithin(draft.causality, tips, one));
}

export const applyRaiseCut: Rule<RaiseCutOperation> = (subject) => {
  const { draft, operation, id, knows } = subject;
  const target = draft.devices.get(deviceIdOf(operation.device));
  if (target === undefined || !knows(target.by)) return "unknown-device";
  const votes = votesOn(draft, target).filter(({ by }) => knows(by));
  if (!areEnough(votes, target.site)) return "unknown-device";
  const refusal = raiseRefusal(subject, target, endsOf(votes, [])) ?? lowness(subject, target, votes);
  if (refusal === null) target.raises.push({ ...operation.cut, by: id });
  return refusal;
};

/** A cut only goes up from where the author of the operation knew it. */
function lowness(
  { draft, operation, knows }: Case<RaiseCutOperation>,
  target: DraftMember,
  votes: readonly Vote[],
): Refusal | null {
  const { space, seal } = operation.cut;
  const raises = target.raises.filter(({ by }) => knows(by));
  if (space !== CONTROL) return seal.seq <= endOf(endsOf(votes, raises), space) ? "lower-cut" : null;
  const tip = { id: operationIdOf(seal.id), seq: seal.seq };
  return isWithin(draft.causality, controlEndsOf(votes, raises), tip) ? "lower-cut" : null;
}

/** Coordinators raise what was cut; whoever reads a space says where a log ends that no voter could see. */
function raiseRefusal(
  { operation, author, roster }: Case<RaiseCutOperation>,
  target: DraftMember,
  ends: Cuts,
): Refusal | null {
  const member = roster.devices.get(author);
  if (member === undefined || member.device === target.device) return "not-allowed";
  if (member.role === "coordinator" && member.site === target.site) return null;
  const { space } = operation.cut;
  const audience = audienceOf(space);
  const reads = audience !== null && holdsGroup(roster, author, { site: target.site, group: audience.group });
  return !ends.has(space) && reads && audience.site === target.site ? null : "not-allowed";
}

/**
 * What the removals and role changes of a mesh do to operations of the devices that they concern
 * (docs/protocol.md, "Removal"). Given to a reduction, because a removal counts against what its device
 * wrote at the same time, before it or after it in any order.
 */
import type { DeviceId, OperationId, SiteId } from "../ids.ts";
import type { Tips } from "./control-end.ts";
import type { Cut } from "./cut.ts";
import type { Draft, DraftMember, Strikes } from "./draft.ts";
import type { RoleChange, Vote } from "./membership.ts";
import { wordsEnds } from "./recovery.ts";
import { areEnough, controlEndsOf, hasLeft, reportedEnds, votesOn } from "./removal.ts";

/** What is known of one device that is out, or frozen: by words or, without enough of them, by reports of a fork. */
interface Struck {
  readonly device: DeviceId;
  readonly site: SiteId;
  readonly votes: readonly Vote[];
  readonly raises: readonly Cut[];
  readonly forkReports: readonly OperationId[];
}

const struckIn = (draft: Draft, member: DraftMember): Struck => ({
  ...member,
  votes: votesOn(draft, member),
});

const isOut = ({ votes, site }: Struck): boolean => areEnough(votes, site);

/** The strikes that follow from what a reduction accepted. */
export const strikesOf = (draft: Draft, standing: ReadonlySet<OperationId>): Strikes =>
  strikes(draft, standing, (struck) => [endsBy(struck)]);

/**
 * The fewest that two bounds allow: of who is surely out all counts that any word or raised cut that is possible
 * lets count.
 */
export const fewestStrikes = (
  { possible, sure }: { readonly possible: Draft; readonly sure: Draft },
  standing: ReadonlySet<OperationId>,
): Strikes =>
  strikes(sure, standing, (struck) => {
    const member = possible.devices.get(struck.device);
    return [[...endsBy(struck), ...(member === undefined ? [] : endsBy(struckIn(possible, member)))]];
  });

/**
 * The most that two bounds allow: of who is possibly out only that counts which is sure to. Else whoever is out could
 * raise the cut of somebody else who is, and what that one writes would count.
 */
export const mostStrikes = (
  { possible, sure }: { readonly possible: Draft; readonly sure: Draft | null },
  standing: ReadonlySet<OperationId>,
): Strikes =>
  strikes(possible, standing, (struck) => {
    const member = sure?.devices.get(struck.device);
    const known = sure === null || member === undefined ? null : struckIn(sure, member);
    return leastEnds(struck, known);
  });

/** Whatever else counts: of these ends all bind. */
function leastEnds({ votes, forkReports, ...struck }: Struck, known: Struck | null): readonly Tips[] {
  const raises = known?.raises ?? [];
  const sureVotes = votes.filter(({ by }) => known?.votes.some((vote) => vote.by === by) === true);
  if (areEnough(sureVotes, struck.site)) return [controlEndsOf(sureVotes, raises)];
  const byVotes = areEnough(votes, struck.site)
    ? votes.map((vote) => controlEndsOf([...sureVotes, vote], raises))
    : [];
  const sureReports = forkReports.filter((id) => known?.forkReports.includes(id) === true);
  const byReports =
    sureReports.length > 0 ? [reportedEnds(sureReports)] : forkReports.map((id) => reportedEnds([id]));
  return [...byVotes, ...byReports];
}

const endsBy = (struck: Struck): Tips =>
  isOut(struck) ? controlEndsOf(struck.votes, struck.raises) : reportedEnds(struck.forkReports);

function strikes(
  draft: Draft,
  standing: ReadonlySet<OperationId>,
  endsOf: (struck: Struck) => readonly Tips[],
): Strikes {
  const ends = new Map<DeviceId, readonly Tips[]>();
  const left = new Set<DeviceId>();
  const roles = new Map<DeviceId, readonly RoleChange[]>();
  for (const member of draft.devices.values()) {
    const struck = struckIn(draft, member);
    if (isOut(struck) || member.forkReports.length > 0) ends.set(member.device, endsOf(struck));
    if (hasLeft(draft, member)) left.add(member.device);
    if (member.roles.length > 0) roles.set(member.device, member.roles);
  }
  return { ends, left, roles, words: wordsEnds(draft), standing };
}

/**
 * Both strikes at once: of a log only what both let count, all role changes, and who left by its own word in both.
 * Of what is struck already it adds nothing, so that adding ends (`settle.ts`, failClosed).
 */
export function joined(a: Strikes, b: Strikes): Strikes {
  const ends = new Map(a.ends);
  for (const [device, all] of b.ends) {
    const known = ends.get(device) ?? [];
    const names = new Set(known.map(nameOf));
    ends.set(device, [...known, ...all.filter((tips) => !names.has(nameOf(tips)))]);
  }
  const roles = new Map(a.roles);
  for (const [device, changes] of b.roles) {
    const known = roles.get(device) ?? [];
    roles.set(device, [...known, ...changes.filter(({ by }) => known.every((one) => one.by !== by))]);
  }
  const stays = (strikes: Strikes, device: DeviceId): boolean =>
    strikes.left.has(device) || !strikes.ends.has(device);
  const left = [...ends.keys()].filter((device) => stays(a, device) && stays(b, device));
  const words = [...a.words, ...b.words.filter(({ by }) => a.words.every((one) => one.by !== by))];
  return { ends, left: new Set(left), roles, words, standing: new Set([...a.standing, ...b.standing]) };
}

const nameOf = (tips: Tips): string =>
  tips
    .map(({ id }) => id)
    .sort()
    .join(" ");

/** A text that differs wherever two strikes take away different things. */
export const fingerprint = ({ ends, left, roles, words }: Strikes): string =>
  JSON.stringify([
    [...ends].map(([device, all]) => [device, all.map(nameOf)]).sort(),
    [...left].sort(),
    [...roles].map(([device, changes]) => [device, changes.map(({ by }) => by).sort()]).sort(),
    words.map(({ words: of, by }) => `${of} ${by}`).sort(),
  ]);

/** Who stands behind what is told of a guest, as the signed logs say, and what it takes. */
import {
  type Adulthood,
  adulthoodOf,
  hasDied,
  isSweep,
  type MatchState,
  type PersonStanding,
  type Release,
  releaseOf,
  staysOf,
  tells,
  type Voice,
} from "#model";
import type { DeviceId } from "#sync";
import type { HistoryItem, RecordId } from "../api/index.ts";
import { neverTellOf } from "../records/never-tell.ts";
import { recordHistory } from "../commands/read-records.ts";
import { consentOf } from "../consents/consent-of.ts";
import type { House } from "../house/house.ts";
import { leftAtOf } from "../protection/case.ts";
import { holds, personOf } from "../protection/holders.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { notedStays } from "../records/noted-stays.ts";
import { decisionsIn, type Pair, stateIn } from "./decision.ts";

const ISO_DAY_LENGTH = 10;

export const todayOf = ({ deps }: House): string =>
  new Date(deps.clock.now()).toISOString().slice(0, ISO_DAY_LENGTH);

/** By every record that anybody says to be of the person: of ages that differ the youngest counts. */
function ageOf(house: House, guest: CatalogRecord): Adulthood {
  const records = house.catalog.personOf(guest.id).maybe.flatMap((id) => house.catalog.get(id) ?? []);
  const ages = records.map(({ fields }) => adulthoodOf(fields, todayOf(house)));
  if (ages.includes("minor")) return "minor";
  return adulthoodOf(guest.fields, todayOf(house));
}

/** Whether they said no to being compared with who is sought; of a trace nobody did, for it would not be there. */
export const isNotSought = (house: House, { id, kind }: CatalogRecord): boolean =>
  kind !== "trace" && consentOf(house, { guest: id, purpose: "search" }) === "no";

/** What a decision about a guest depends on. `guest`: the person, in all of their records. */
export function standingOfGuest(house: House, guest: CatalogRecord): PersonStanding {
  if (guest.kind === "trace") return standingOfTrace(house, guest);
  return standingOfPerson(house, guest);
}

/** Of what devices that shrank apart wrote, a no counts and not a yes. */
const saidOf = ({ fields, conflicts }: CatalogRecord, field: string): readonly unknown[] => [
  fields[field],
  ...(conflicts[field] ?? []),
];

function standingOfTrace(house: House, trace: CatalogRecord): PersonStanding {
  const passed = saidOf(trace, "passed");
  return {
    ...{ age: adulthoodOf(trace.fields, todayOf(house)), hasLeft: true, hasDied: false },
    isGuarded: saidOf(trace, "silent").includes(true),
    passed: passed.includes("no") ? "no" : passed.includes("yes") ? "yes" : "unset",
    ...{ isProtected: true, isTrace: true, isNotSought: false },
  };
}

const standingOfPerson = (house: House, guest: CatalogRecord): PersonStanding => ({
  age: ageOf(house, guest),
  hasLeft: dayOfLeaving(house, guest) !== null,
  isGuarded: neverTellOf(house.catalog, guest.id).length > 0,
  hasDied: hasDied(staysOf(notedStays(house.catalog, guest))),
  passed: consentOf(house, { guest: guest.id, purpose: "passed" }),
  isNotSought: isNotSought(house, guest),
  isProtected: guest.kind === "protected-guest",
});

/** When people were asked of whom the house that seeks here was told, without this one. */
function answeredTo(house: House, { sought, guest }: Pair): readonly number[] {
  if (sought.kind === "report" || sought.issuer === null) return [];
  const { catalog } = house;
  return decisionsIn(catalog).flatMap((record) => {
    const { card, guest: other, askedAt } = record.fields;
    const isOfOther = other !== guest.id && tells(stateIn(record));
    const issuer = isOfOther ? (catalog.get(card as RecordId)?.issuer ?? null) : null;
    return issuer === sought.issuer && typeof askedAt === "string" ? [Date.parse(askedAt)] : [];
  });
}

/** What it takes for this to be told to who seeks here, now. */
export function releaseNow(house: House, state: MatchState, pair: Pair): Release {
  const release = releaseOf(state, standingOfGuest(house, pair.guest));
  const isOneOfMany =
    release.kind === "free" && tells(state) && isSweep(answeredTo(house, pair), house.deps.clock.now());
  return isOneOfMany ? { kind: "second" } : release;
}

/** Of a protected person the day on which two people let them go. */
export function dayOfLeaving(house: House, { id, kind, fields }: CatalogRecord): string | null {
  if (kind === "protected-guest") return leftAtOf(house, id);
  return typeof fields["leftAt"] === "string" ? fields["leftAt"] : null;
}

/** The voice of a device; of one that is no member any more none. */
export function voiceOf(house: House, device: DeviceId | null): Voice | null {
  const member = device === null ? undefined : house.replica.membership().devices.get(device);
  if (member === undefined) return null;
  return {
    device: member.device,
    protects: member.role === "protection" || member.role === "coordinator",
    holds: holds(house.replica.membership(), member),
    person: personOf(house, member.device),
  };
}

const lastOf = (history: readonly HistoryItem[], field: string): DeviceId | null =>
  history.findLast((item) => item.field === field)?.device ?? null;

/** Who asked last, and who gave a second word last, by the logs that carry it and not by what somebody wrote. */
export async function voicesOn(
  house: House,
  decision: RecordId,
): Promise<{ readonly asked: Voice | null; readonly second: Voice | null }> {
  if (house.catalog.get(decision) === null) return { asked: null, second: null };
  const history = await recordHistory(house, decision);
  return {
    asked: voiceOf(house, lastOf(history, "askedAt")),
    second: voiceOf(house, lastOf(history, "second")),
  };
}

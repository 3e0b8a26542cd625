/** Referrals: asking another house to receive people, the steps of either side, and the list of them. */
import {
  givesAway,
  isOwnStep,
  MOST_PEOPLE,
  type PersonFields,
  type ReferralSide,
  type ReferralStep,
  standing,
  stepReferral,
  summaryOf,
} from "#model";
import type { SiteId } from "#sync";
import { EngineError, type RecordId, type ToldTo } from "../api/index.ts";
import { statementsIn, statementsOn } from "../consents/consent-of.ts";
import { mayTell, vitalRecords } from "../consents/vital-interest.ts";
import { type House, memberOf } from "../house/house.ts";
import { type CatalogRecord, isOnRecord } from "../records/catalog.ts";
import { siteRecordId } from "../records/site-record.ts";
import type { ReferralCommands, ReferralOutcome, ReferralView, ReferralWish } from "../api/referral.ts";
import { casesOf, caseWithId, guestsOf, type ReferralCase } from "../referrals/referral-case.ts";
import { askedOf } from "../referrals/asked-of.ts";
import { outcomeOf, viewOf } from "../referrals/referral-view.ts";
import { writeStep } from "../referrals/write-step.ts";
import { endDrafts } from "./referral-drafts.ts";
import { askService } from "./slips.ts";
import { checkMayWrite, newId, newRecord, type NewRecord, recordNamed, writeNew } from "./write-records.ts";

/** Throws `no-such-record`, `too-many-people`. */
function guestsNamed(house: House, ids: readonly RecordId[]): readonly CatalogRecord[] {
  const guests = [...new Set(ids)].map((id) => house.catalog.get(id));
  const known = guests.filter(isOnRecord);
  if (known.length < guests.length || known.length === 0) throw new EngineError({ code: "no-such-record" });
  if (known.length > MOST_PEOPLE) throw new EngineError({ code: "too-many-people" });
  // who has several records is one person
  const first = ({ id }: CatalogRecord): RecordId | undefined => house.catalog.personOf(id).members[0];
  const persons = new Map(known.map((guest) => [first(guest), guest]));
  return [...persons.values()];
}

const fieldsOf = ({ fields }: CatalogRecord): PersonFields => fields;

function checkText(text: string | undefined, people: readonly CatalogRecord[]): void {
  if (text !== undefined && givesAway(text, people.map(fieldsOf)))
    throw new EngineError({ code: "gives-away" });
}

/** The statements that stand on what a guest agrees to, and those in the place of what they cannot say. */
const consentsOn = (house: House, guest: RecordId, to: ToldTo): readonly string[] => {
  const said = standing(statementsIn(house, statementsOn(house, { guest, purpose: "refer", to })));
  return [...said, ...vitalRecords(house, { guest, to })].map(({ id }) => id);
};

/** What is asked of another house: in `pair`, without a name. */
function askSite(
  house: House,
  wish: ReferralWish,
  { to, guests }: { readonly to: SiteId; readonly guests: readonly CatalogRecord[] },
): NewRecord {
  const { need, urgency, note } = wish;
  const salt = newId(house);
  const id = siteRecordId("referral", memberOf(house).site.site, salt);
  if (id === null) throw new EngineError({ code: "no-such-kind" });
  const now = new Date(house.deps.clock.now());
  const about = summaryOf(guests.map(fieldsOf), now.getUTCFullYear());
  const handOver = wish.handOver === true ? { handOver: true } : {};
  const asked = { to, salt, need, urgency, note, ...handOver, ...about, at: now.toISOString() };
  return recordNamed(id, "referral", asked);
}

/** `refer` with guests. */
export async function refer(house: House, wish: ReferralWish): Promise<ReferralOutcome> {
  checkMayWrite(house, "referral");
  const guests = guestsNamed(house, wish.guests);
  const asked = askedOf(house, wish.to);
  const { to } = asked;
  if (asked.kind === "service" && wish.handOver === true)
    throw new EngineError({ code: "hand-over-to-house" });
  const mayTellAll = guests.every(({ id: guest }) => mayTell(house, { guest, to }) !== null);
  if (!mayTellAll) throw new EngineError({ code: "needs-consent" });
  checkText(wish.note, guests);
  const record =
    asked.kind === "site"
      ? askSite(house, wish, { to: asked.to, guests })
      : askService(house, wish, { service: asked.service, guests });
  const { id } = record;
  await writeNew(house, [
    record,
    ...guests.map(({ id: guest }) =>
      newRecord(house, "referral-guest", { referral: id, guest, consents: consentsOn(house, guest, to) }),
    ),
  ]);
  if (wish.draftOf !== undefined) await endDrafts(house, wish.draftOf);
  await house.settle();
  return outcomeOf(house, caseWithId(house, id));
}

/** Whoever refuses, or takes back, says why. */
const NEEDS_REASON: readonly ReferralStep[] = ["decline"];

type Said = Parameters<ReferralCommands["referStep"]>[0];

/** Whose step it is: what an institution said needs how it was heard, and what the own house says has none. */
function sideOf({ side, answers }: ReferralCase, { step, heard }: Said): ReferralSide {
  const isTyped = answers === "typed" && !isOwnStep(step);
  if (isTyped && heard === undefined) throw new EngineError({ code: "needs-heard" });
  return isTyped ? "receiver" : side;
}

/** `refer --step`. */
export async function referStep(house: House, said: Said): Promise<ReferralOutcome> {
  const { id, step, reason } = said;
  const found = caseWithId(house, id);
  checkMayWrite(house, found.answers === "typed" ? "service-step" : "referral-step");
  const side = sideOf(found, said);
  const stepped = stepReferral(found.state, { side, step, answers: found.answers });
  if (stepped.kind === "refused") throw new EngineError({ code: "step-not-now", possible: stepped.possible });
  if (NEEDS_REASON.includes(step) && (reason ?? "").trim() === "")
    throw new EngineError({ code: "needs-reason" });
  const guests = guestsOf(house, found).flatMap(
    ({ fields }) => house.catalog.get(fields["guest"] as RecordId) ?? [],
  );
  checkText(reason, guests);
  await writeStep(house, found, { step, reason, heard: side === found.side ? undefined : said.heard });
  await house.settle();
  return outcomeOf(house, caseWithId(house, id));
}

/** Late first, then by when they are due; what is over comes last. */
const RANKS = { unsure: 0, yes: 1, no: 2 } as const;
const rankOf = ({ late, due }: ReferralView): readonly [number, string] => [RANKS[late], due ?? "~"];

function before(one: ReferralView, other: ReferralView): number {
  const [rank, due] = rankOf(one);
  const [otherRank, otherDue] = rankOf(other);
  return rank - otherRank || (due < otherDue ? -1 : due > otherDue ? 1 : one.sentAt < other.sentAt ? 1 : -1);
}

/** `referrals`. */
export async function referrals(
  house: House,
  options: Parameters<ReferralCommands["referrals"]>[0] = {},
): Promise<readonly ReferralView[]> {
  checkMayWrite(house, "referral-step");
  const about = options.guest === undefined ? null : house.catalog.personOf(options.guest).members;
  return casesOf(house)
    .map((found) => viewOf(house, found))
    .filter(({ guests }) => about === null || guests.some(({ id }) => about.includes(id)))
    .sort(before);
}

/** `referral`. */
export async function referral(house: House, id: RecordId): Promise<ReferralView> {
  checkMayWrite(house, "referral-step");
  return viewOf(house, caseWithId(house, id));
}

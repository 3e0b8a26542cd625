/** What the page and the command line show of a referral. */
import {
  answersDiffer,
  dueOf,
  isOver,
  mayKnowPeople,
  type Need,
  type PeopleSummary,
  type PersonFields,
  possibleSteps,
  slipCodeText,
  summaryOf,
  type Urgency,
} from "#model";
import type { RecordId } from "../api/index.ts";
import type { House } from "../house/house.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import type { ReferralDeed, ReferralOutcome, ReferralView } from "../api/referral.ts";
import { itemOf } from "../commands/read-records.ts";
import { whyClosed } from "../sharing/with-house.ts";
import { followOf } from "./follow.ts";
import { type CaseStep, extractOf, guestsOf, type ReferralCase } from "./referral-case.ts";

interface Asked extends Partial<PeopleSummary> {
  readonly people: number;
  readonly need: Need;
  readonly urgency: Urgency;
  readonly note?: string;
  readonly at: string;
}

const askedIn = ({ record }: ReferralCase): Asked => record.fields as unknown as Asked;

/** What an institution is said to have said by two devices that differ: nobody has closed it, and its clock runs. */
const differs = ({ answers, steps, state }: ReferralCase): boolean =>
  answers === "typed" && state !== "closed" && state !== "cancelled" && answersDiffer(steps);

function due(house: House, found: ReferralCase) {
  const { urgency, at: sentAt } = askedIn(found);
  const stepsAt = found.steps.map(({ at }) => at);
  const state = differs(found) && isOver(found.state) ? "accepted" : found.state;
  return dueOf({ state, urgency, sentAt, stepsAt }, house.deps.clock.now());
}

const dueText = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

export const outcomeOf = (house: House, found: ReferralCase): ReferralOutcome => ({
  id: found.record.id,
  state: found.state,
  due: dueText(due(house, found).at),
});

/** Of several lists that were written at once, whoever is on all of them. */
function narrowest(lists: readonly unknown[]): readonly PersonFields[] {
  const people = lists.map((list) => (Array.isArray(list) ? (list as readonly PersonFields[]) : []));
  const [first = [], ...others] = people;
  return first.filter((one) =>
    others.every((list) => list.some((other) => JSON.stringify(other) === JSON.stringify(one))),
  );
}

/** Whom the extract names, in its narrowest reading. */
function namedIn({ fields, conflicts }: CatalogRecord): readonly PersonFields[] {
  if (fields["withdrawn"] === true || conflicts["withdrawn"] !== undefined) return [];
  return narrowest(conflicts["people"] ?? [fields["people"]]);
}

function codeOf({ answers, record: { id, fields } }: ReferralCase): string {
  const { code } = fields;
  if (answers === "typed") return slipCodeText(typeof code === "string" ? code : "");
  return `${id.slice(0, 4)}-${id.slice(4, 8)}`;
}

/** Names of the fields that a slip says. */
export const saysOf = ({ record }: ReferralCase): readonly string[] =>
  (record.fields["told"] as readonly string[] | undefined) ?? [];

/** Everything that depends on the extract. */
function told(house: House, found: ReferralCase): Pick<ReferralView, "who" | "told" | "unasked"> {
  if (found.answers === "typed") return { who: [], told: saysOf(found), unasked: false };
  const extract = extractOf(house, found);
  if (extract === null) return { who: [], told: [], unasked: false };
  return {
    who: mayKnowPeople(found.state) ? namedIn(extract) : [],
    told: (extract.fields["told"] as readonly string[] | undefined) ?? [],
    unasked: extract.fields["unasked"] === true && extract.fields["withdrawn"] !== true,
  };
}

/** What the own house agreed may keep who they are from a house that accepted; what was told before stays told. */
function closedFor(house: House, found: ReferralCase): ReferralView["closed"] {
  const { side, answers, other, state } = found;
  if (side !== "sender" || answers === "typed" || other === null) return null;
  const isOwed = mayKnowPeople(state) && !isOver(state) && extractOf(house, found) === null;
  return isOwed ? whyClosed(house, other, "referral") : null;
}

const stepView = ({ step, side, reason, at, heard, typedBy }: CaseStep): ReferralDeed => ({
  ...{ step, side, reason, at, heard, typedBy },
});

/** Whom it is asked of. */
function otherIn(house: House, { record, other, to }: ReferralCase) {
  const { serviceName } = record.fields;
  return other === null
    ? { other, service: to as RecordId, otherName: typeof serviceName === "string" ? serviceName : null }
    : { other, service: null, otherName: house.replica.membership().sites.get(other)?.name ?? null };
}

/** How the people are, without their names: as it was sent, or, where it stays in the own house, as they are. */
function summaryIn(found: ReferralCase, guests: readonly CatalogRecord[]): PeopleSummary {
  const { people, ageGroups, sexes, languages, at } = askedIn(found);
  if (found.answers === "typed") {
    const fields = guests.map((guest): PersonFields => guest.fields);
    return { ...summaryOf(fields, new Date(at).getUTCFullYear()), people };
  }
  return { people, ageGroups: ageGroups ?? [], sexes: sexes ?? [], languages: languages ?? [] };
}

export function viewOf(house: House, found: ReferralCase): ReferralView {
  const { record, side, state, steps, answers } = found;
  const { need, urgency, note, at: sentAt } = askedIn(found);
  const { at, late } = due(house, found);
  const guests = guestsOf(house, found).flatMap(
    ({ fields }) => house.catalog.get(fields["guest"] as RecordId) ?? [],
  );
  return {
    ...{ id: record.id, state, due: dueText(at), late, side, code: codeOf(found) },
    ...otherIn(house, found),
    ...{ need, urgency, note: note ?? null, sentAt },
    ...summaryIn(found, guests),
    steps: steps.map(stepView),
    possible: possibleSteps(state, side),
    answers: answers === "typed" ? possibleSteps(state, "receiver", answers) : [],
    differ: differs(found),
    follow: followOf(house, found),
    guests: guests.map(itemOf),
    ...told(house, found),
    closed: closedFor(house, found),
    changedAt: record.changedAt,
  };
}

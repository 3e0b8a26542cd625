/** What the page and the command line show of a referral. */
import {
  dueOf,
  mayKnowPeople,
  type Need,
  type PeopleSummary,
  type PersonFields,
  possibleSteps,
  type Urgency,
} from "#model";
import type { RecordId } from "../api.ts";
import type { House } from "../house.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import type { ReferralOutcome, ReferralView } from "../referral-api.ts";
import { itemOf } from "../commands/read-records.ts";
import { extractOf, guestsOf, type ReferralCase } from "./referral-case.ts";

interface Asked extends Partial<PeopleSummary> {
  readonly people: number;
  readonly need: Need;
  readonly urgency: Urgency;
  readonly note?: string;
  readonly at: string;
}

const askedIn = ({ record }: ReferralCase): Asked => record.fields as unknown as Asked;

function due(house: House, found: ReferralCase) {
  const { urgency, at: sentAt } = askedIn(found);
  const stepsAt = found.steps.map(({ at }) => at);
  return dueOf({ state: found.state, urgency, sentAt, stepsAt }, house.deps.clock.now());
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

const codeOf = (id: RecordId): string => `${id.slice(0, 4)}-${id.slice(4, 8)}`;

/** Everything that depends on the extract. */
function told(house: House, found: ReferralCase): Pick<ReferralView, "who" | "told" | "unasked"> {
  const extract = extractOf(house, found);
  if (extract === null) return { who: [], told: [], unasked: false };
  return {
    who: mayKnowPeople(found.state) ? namedIn(extract) : [],
    told: (extract.fields["told"] as readonly string[] | undefined) ?? [],
    unasked: extract.fields["unasked"] === true && extract.fields["withdrawn"] !== true,
  };
}

export function viewOf(house: House, found: ReferralCase): ReferralView {
  const { record, side, other, state, steps } = found;
  const { need, urgency, note, people, ageGroups, sexes, languages, at: sentAt } = askedIn(found);
  const { at, late } = due(house, found);
  return {
    ...{ id: record.id, state, due: dueText(at), late, side, code: codeOf(record.id), other },
    otherName: house.replica.membership().sites.get(other)?.name ?? null,
    ...{ need, urgency, note: note ?? null, people, sentAt },
    ...{ ageGroups: ageGroups ?? [], sexes: sexes ?? [], languages: languages ?? [] },
    steps: steps.map(({ step, side: by, reason, at: when }) => ({ step, side: by, reason, at: when })),
    possible: possibleSteps(state, side),
    guests: guestsOf(house, found).flatMap(({ fields }) => {
      const guest = house.catalog.get(fields["guest"] as RecordId);
      return guest === null ? [] : [itemOf(guest)];
    }),
    ...told(house, found),
    changedAt: record.changedAt,
  };
}

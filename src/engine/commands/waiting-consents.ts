/** What volunteers noted as a yes at the door, of who is here, and nobody of the staff has asked again. */
import { accessOf, type ConsentPurpose, consentState, isWaitingYes, standing } from "#model";
import { EngineError } from "../api/index.ts";
import type { WaitingConsent } from "../api/consent.ts";
import { statementsIn } from "../consents/consent-of.ts";
import { type House, memberOf } from "../house/house.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { personsOfHouse } from "../records/one-person.ts";
import { personItemOf } from "./read-records.ts";

/** Of one guest by what was asked, and about whom. */
function byTopic(records: readonly CatalogRecord[]): ReadonlyMap<string, readonly CatalogRecord[]> {
  const topics = new Map<string, CatalogRecord[]>();
  for (const record of records) {
    const topic = JSON.stringify([record.fields["purpose"], record.fields["to"]]);
    topics.set(topic, [...(topics.get(topic) ?? []), record]);
  }
  return topics;
}

/** The purposes of which a yes waits. */
function waitingIn(house: House, records: readonly CatalogRecord[]): readonly ConsentPurpose[] {
  const purposes = [...byTopic(records).values()].flatMap((said) => {
    const statements = statementsIn(house, said);
    const waits = consentState(statements) !== "yes" && standing(statements).some(isWaitingYes);
    return waits ? [said[0]?.fields["purpose"] as ConsentPurpose] : [];
  });
  return [...new Set(purposes)];
}

/** `waitingConsents`. Who left cannot be asked any more. */
export function waitingConsents(house: House): readonly WaitingConsent[] {
  const { role } = memberOf(house).member;
  if (accessOf(role, "consent") !== "write") throw new EngineError({ code: "not-allowed", role });
  const { catalog } = house;
  return personsOfHouse(catalog).flatMap((guest) => {
    if (guest.fields["leftAt"] !== undefined) return [];
    const purposes = waitingIn(house, catalog.ofGuest(guest.id, "consent"));
    return purposes.length === 0 ? [] : [{ guest: personItemOf(house, guest), purposes }];
  });
}

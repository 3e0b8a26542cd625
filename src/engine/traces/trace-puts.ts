/** What is written of somebody before they are erased: their trace, and whom of those who are sought they are not. */
import { staysOf, type Trace, traceOf } from "#model";
import type { RecordId } from "../api/index.ts";
import type { Put } from "../commands/write-records.ts";
import { consentOf } from "../consents/consent-of.ts";
import type { PlainMap } from "../documents/plain.ts";
import type { House } from "../house/house.ts";
import { decisionFields, decisionsIn, stateIn } from "../matches/decision.ts";
import { pairFacts } from "../matches/facts.ts";
import { pairIdOf } from "../matches/pair-id.ts";
import { isNotSought } from "../matches/release.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { neverTellOf } from "../records/never-tell.ts";
import { notedStays } from "../records/noted-stays.ts";
import { traceYears } from "./trace-rules.ts";
import { traceIdOf } from "./trace-id.ts";

/** A pair that was rejected is not proposed again because one of the two shrank. */
function rejectedPuts({ catalog }: House, guest: CatalogRecord, trace: Trace): readonly Put[] {
  const { members } = catalog.personOf(guest.id);
  const rejected = decisionsIn(catalog).filter(
    (decision) => members.includes(decision.fields["guest"] as RecordId) && stateIn(decision) === "rejected",
  );
  return rejected.flatMap((decision): readonly Put[] => {
    const card = decision.fields["card"] as RecordId;
    const sought = catalog.get(catalog.reportOf(card) ?? card);
    if (sought === null) return [];
    const ids = { card, guest: traceIdOf(guest.id) };
    const facts = pairFacts(sought.fields, trace as unknown as PlainMap);
    const input = decisionFields({ ...ids, facts }, { state: "rejected" });
    return [{ id: pairIdOf(ids), kind: "protected-match", input }];
  });
}

/** Nothing of whom only marks tell apart, nor of who will not be compared. */
export function tracePuts(house: House, guest: CatalogRecord): readonly Put[] {
  const input = traceOf({
    person: guest.fields,
    stays: staysOf(notedStays(house.catalog, guest)),
    passed: consentOf(house, { guest: guest.id, purpose: "passed" }),
    isNotSought: isNotSought(house, guest),
    years: traceYears(house),
    isGuarded: neverTellOf(house.catalog, guest.id).length > 0,
  });
  if (input === null) return [];
  return [{ id: traceIdOf(guest.id), kind: "trace", input }, ...rejectedPuts(house, guest, input)];
}

/**
 * Shrinks who left long ago (docs/decisions/0034-traces.md), on a device that may order erasures: first the traces, then one
 * order for all that the desk held of them. A device that stops in between goes on from there: a trace has one id.
 */
import { type PersonFields, shrinksAt, staysOf, traceOf } from "#model";
import { mayErase, type SiteId } from "#sync";
import { EngineError } from "../api.ts";
import { placesOf } from "../erasure/capsule-places.ts";
import { monthsOfGuests } from "../figures/count-months.ts";
import { familyOf } from "../erasure/family.ts";
import { ordersOf } from "../erasure/orders.ts";
import { consentOf } from "../consents/consent-of.ts";
import { type Put, writePuts } from "../commands/write-records.ts";
import type { House } from "../house.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { neverTellOf } from "../records/never-tell.ts";
import { notedStays } from "../records/noted-stays.ts";
import { personsOfHouse } from "../records/one-person.ts";
import { hasPassed } from "../reports/house-clock.ts";
import { writingRole } from "../restate.ts";
import { hasOpenBusiness } from "./open-business.ts";
import { traceIdOf } from "./trace-id.ts";

/** An order makes every device write its logs anew: one a day at the most. */
const DAY = 86_400_000;
/** So many at once: the rest comes the day after. */
const MOST = 200;

/** The persons who are to shrink, in all of their records. */
function dueIn(house: House): readonly CatalogRecord[] {
  const now = house.deps.clock.now();
  return personsOfHouse(house.catalog).filter((guest) => {
    const at = shrinksAt(staysOf(notedStays(house.catalog, guest)));
    // asked last: it looks at every record
    return at !== null && at < now && !hasOpenBusiness(house, guest) && hasPassed(house, at);
  });
}

function tracePut(house: House, guest: CatalogRecord): readonly Put[] {
  const input = traceOf({
    person: guest.fields,
    stays: staysOf(notedStays(house.catalog, guest)),
    passed: consentOf(house, { guest: guest.id, purpose: "passed" }),
    isGuarded: neverTellOf(house.catalog, guest.id).length > 0,
  });
  return input === null ? [] : [{ id: traceIdOf(guest.id), kind: "trace", input }];
}

async function shrink(house: House, site: SiteId, due: readonly CatalogRecord[]): Promise<void> {
  const { puts: months, ready: guests } = monthsOfGuests(house, due);
  await writePuts(house, [...months, ...guests.flatMap((guest) => tracePut(house, guest))]);
  const { catalog } = house;
  const family = new Map(
    guests.flatMap((guest) => familyOf({ catalog, site }, guest)).map((record) => [record.id, record]),
  );
  const placed = await placesOf(house, [...family.values()]);
  const { operations } = await ordersOf(house.replica, site, placed);
  await house.operations.write(operations);
}

/** Resolves with whether anything was written. */
export function createKeepTraces(house: House): () => Promise<boolean> {
  let last: number | null = null;
  return async () => {
    const role = writingRole(house);
    const now = house.deps.clock.now();
    if (role === null || !mayErase(role) || (last !== null && Math.abs(now - last) < DAY)) return false;
    const site = house.replica.membership().devices.get(house.device)?.site;
    const due = site === undefined ? [] : dueIn(house).slice(0, MOST);
    if (site === undefined || due.length === 0) return false;
    last = now;
    try {
      await shrink(house, site, due);
      return true;
    } catch (error) {
      // no key of `protected` yet: nothing is erased before the trace is written
      if (error instanceof EngineError) return false;
      throw error;
    }
  };
}

/**
 * Shrinks who left long ago (docs/decisions/0034-traces.md), on a device that may order erasures and holds the keys of
 * `protected`: first the months and the traces, then one order for all that the desk held of them. A device that stops in
 * between goes on from there: a trace has one id. And erases a trace when its years are over.
 */
import { shrinksAt, staysOf, traceEnds } from "#model";
import { mayErase, type SiteId } from "#sync";
import { EngineError, type UnixMillis } from "../api/index.ts";
import { writePuts } from "../commands/write-records.ts";
import { placesOf } from "../erasure/capsule-places.ts";
import { familiesOf } from "../erasure/family.ts";
import { goneIn } from "../erasure/gone.ts";
import { ordersOf } from "../erasure/orders.ts";
import { monthsOfGuests } from "../figures/count-months.ts";
import { type House, memberOf } from "../house/house.ts";
import { holdsProtection } from "../protection/holders.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { notedStays } from "../records/noted-stays.ts";
import { personsOfHouse } from "../records/one-person.ts";
import { passedUntil } from "../reports/house-clock.ts";
import { writingRole } from "../house/restate.ts";
import { heardUntil } from "./heard-devices.ts";
import { carriesCard, openBusinessIn } from "./open-business.ts";
import { traceIdOf } from "./trace-id.ts";
import { traceYears } from "./trace-rules.ts";
import { tracePuts } from "./trace-puts.ts";

/** To look at everybody takes a moment: once when the house is opened, and then each hour. */
const HOUR = 3_600_000;
/** An order makes every device write its logs anew: one a day at the most. */
const DAY = 24 * HOUR;
/** So many at once, that a cheap phone stays usable: the rest comes the day after. */
const MOST_AT_ONCE = 200;

/** The persons whose day has come, the longest gone first. */
function dueIn(house: House, until: UnixMillis): readonly CatalogRecord[] {
  const timed = personsOfHouse(house.catalog).flatMap((guest) => {
    const at = shrinksAt(staysOf(notedStays(house.catalog, guest)));
    return at !== null && at < until ? [{ guest, at }] : [];
  });
  return timed.toSorted((one, other) => one.at - other.at).map(({ guest }) => guest);
}

/** Of the due ones so many as have nothing open. */
async function readyOf(house: House, due: readonly CatalogRecord[]): Promise<readonly CatalogRecord[]> {
  const hasOpenBusiness = openBusinessIn(house);
  const free: CatalogRecord[] = [];
  for (const guest of due) {
    if (free.length === MOST_AT_ONCE) break;
    if (!hasOpenBusiness(guest) && !(await carriesCard(house, guest))) free.push(guest);
  }
  return free;
}

/** Traces whose years are over, in a house that keeps them so many. */
export const expiredIn = (
  house: House,
  { until, years }: { readonly until: UnixMillis; readonly years: number },
): readonly CatalogRecord[] =>
  house.catalog.ofKind("trace").filter((trace) => (traceEnds(trace, years) ?? Infinity) < until);

/** A trace was written and no order followed: the device stopped in between. */
function isBegun(house: House, site: SiteId, guest: CatalogRecord): boolean {
  const isOrdered = goneIn(house.replica.membership()).erasersOf(guest.id).has(site);
  return !isOrdered && house.catalog.get(traceIdOf(guest.id)) !== null;
}

async function eraseAll(house: House, site: SiteId, records: readonly CatalogRecord[]): Promise<void> {
  if (records.length === 0) return;
  const family = familiesOf({ catalog: house.catalog, site }, records);
  const { operations } = await ordersOf(house.replica, site, await placesOf(house, family));
  await house.operations.write(operations);
}

/** What a device of the house may still do today; null where it may not do any of it. */
function siteHere(house: House): SiteId | null {
  const role = writingRole(house);
  return role !== null && mayErase(role) && holdsProtection(house) ? memberOf(house).site.site : null;
}

class Shrinking {
  readonly #house: House;
  #looked: UnixMillis | null = null;
  #last: UnixMillis | null = null;

  constructor(house: House) {
    this.#house = house;
  }

  /** Resolves with whether anything was written. */
  async run(): Promise<boolean> {
    const site = siteHere(this.#house);
    const now = this.#house.deps.clock.now();
    if (site === null || (this.#looked !== null && Math.abs(now - this.#looked) < HOUR)) return false;
    this.#looked = now;
    const until = passedUntil(this.#house);
    const due = dueIn(this.#house, Math.min(until, heardUntil(this.#house)));
    const begun = due.filter((guest) => isBegun(this.#house, site, guest));
    if (begun.length === 0 && !this.#isDay()) return false;
    const ready = begun.length > 0 ? begun : await readyOf(this.#house, due);
    return this.#shrink(site, ready, expiredIn(this.#house, { until, years: traceYears(this.#house) }));
  }

  async #shrink(
    site: SiteId,
    guests: readonly CatalogRecord[],
    expired: readonly CatalogRecord[],
  ): Promise<boolean> {
    const house = this.#house;
    const { puts, ready } = monthsOfGuests(house, guests);
    if (ready.length === 0 && expired.length === 0) return false;
    this.#last = house.deps.clock.now();
    // on the disk before anything is erased
    await writePuts(house, [...puts, ...ready.flatMap((guest) => tracePuts(house, guest))]);
    await eraseAll(house, site, [...ready, ...expired]);
    return true;
  }

  /** Whether this device, or another that was heard of, has not shrunk anybody within a day. */
  #isDay(): boolean {
    const now = this.#house.deps.clock.now();
    const traced = this.#house.catalog.ofKind("trace").map(({ createdAt }) => createdAt);
    return [this.#last, ...traced].every((at) => at === null || Math.abs(now - at) >= DAY);
  }
}

/** Resolves with whether anything was written. */
export function createKeepTraces(house: House): () => Promise<boolean> {
  const shrinking = new Shrinking(house);
  return async () => {
    try {
      return await shrinking.run();
    } catch (error) {
      // no key any more: nothing is erased before the trace is written
      if (error instanceof EngineError) return false;
      throw error;
    }
  };
}

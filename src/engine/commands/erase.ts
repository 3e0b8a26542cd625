/** Erasing a record with all that was noted of it, and asking how far that has come. */
import {
  CONTROL,
  type Erasure,
  mayErase,
  ordersFor,
  parseSpace,
  reaches,
  type RecordTag,
  type Site,
} from "#sync";
import { EngineError, type RecordId } from "../api/index.ts";
import type { ErasePreview, ErasureCommands, ErasureView, EraseWish, SiteErasure } from "../api/erasure.ts";
import { familiesOf } from "../erasure/family.ts";
import { placesOf } from "../erasure/capsule-places.ts";
import { ordersOf } from "../erasure/orders.ts";
import { recordTag } from "../erasure/record-tag.ts";
import { type House, memberOf } from "../house/house.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { recordOf } from "./read-records.ts";
import { traceIdOf } from "../traces/trace-id.ts";
import { checkMayWrite, newRecord, writeNew } from "./write-records.ts";

/** Of a guest who came back after their day, or whose shrinking was begun: what is kept of them goes too. */
function tracesOf({ catalog }: House, { id, kind }: CatalogRecord): readonly CatalogRecord[] {
  if (kind !== "guest") return [];
  return catalog.personOf(id).members.flatMap((member) => catalog.get(traceIdOf(member)) ?? []);
}

/** The record and what goes with it. Throws `not-allowed`, `no-such-record`, `not-yours`. */
function familyToErase(house: House, id: RecordId): readonly CatalogRecord[] {
  const { member } = memberOf(house);
  if (!mayErase(member.role)) throw new EngineError({ code: "not-allowed", role: member.role });
  const { catalog } = house;
  const record = recordOf(house, id);
  const family = familiesOf({ catalog, site: member.site }, [record, ...tracesOf(house, record)]);
  if (family.length === 0) throw new EngineError({ code: "not-yours" });
  return family;
}

/** `erase`. */
export async function erase(house: House, { id, reason }: EraseWish): ReturnType<ErasureCommands["erase"]> {
  const family = familyToErase(house, id);
  checkMayWrite(house, "erasure");
  const at = new Date(house.deps.clock.now()).toISOString();
  // read before anything is written: a reason that is refused erases nothing
  const note = newRecord(house, "erasure", { record: recordTag(id), reason, at, records: family.length });
  const { operations } = await ordersOf(
    house.replica,
    memberOf(house).site.site,
    await placesOf(house, family),
  );
  const [order] = await house.operations.write(operations);
  await writeNew(house, [note]);
  await house.settle();
  if (order === undefined) throw new EngineError({ code: "no-such-record" });
  return { order };
}

/** Sites that something of these records was written for. */
function toldOf(house: House, family: readonly CatalogRecord[]): ErasePreview["told"] {
  const { sites } = house.replica.membership();
  const told = new Set(family.map(({ fields }) => fields["to"]));
  return [...sites.values()].filter(({ site }) => told.has(site)).map(({ site, name }) => ({ site, name }));
}

/** `erase`, asked what it would do. */
export async function erasePreview(house: House, id: RecordId): Promise<ErasePreview> {
  const family = familyToErase(house, id);
  const { entries } = await ordersOf(house.replica, memberOf(house).site.site, await placesOf(house, family));
  return { records: family.length, entries, told: toldOf(house, family) };
}

/** Whether any of the entries lie where other houses keep them too. */
const leftTheHouse = (orders: readonly Erasure[]): boolean =>
  orders.some(({ logs }) => logs.some(({ log }) => parseSpace(log.space)?.site === null));

function siteErasure(house: House, { site, name }: Site, orders: readonly Erasure[]): SiteErasure {
  const receipt = house.receipts.of(CONTROL, "erased").find((one) => one.site === site);
  const places = orders.map(({ author: device, seq }) => ({ device, seq }));
  return {
    ...{ site, name, ownSite: site === memberOf(house).site.site },
    erased: receipt !== undefined && reaches(receipt.positions, places),
    lastHeard: house.heard.of(site),
  };
}

/** `erasure`. */
export function erasure(house: House, id: RecordId): ErasureView {
  const tag = recordTag(id);
  const { erasures: ordered } = house.replica.membership();
  if (ordersFor(ordered, tag).length === 0) throw new EngineError({ code: "not-erased" });
  return viewOf(house, tag);
}

/** `erasures`. */
export function erasures(house: House): readonly ErasureView[] {
  const notes = house.catalog.ofKind("erasure");
  return notes.map(({ fields }) => viewOf(house, fields["record"] as RecordTag));
}

function viewOf(house: House, tag: RecordTag): ErasureView {
  const { erasures: ordered, sites } = house.replica.membership();
  const orders = ordersFor(ordered, tag);
  const ordering = new Set(orders.map(({ site }) => site));
  const concerned = [...sites.values()].filter(({ site }) => leftTheHouse(orders) || ordering.has(site));
  const [note] = house.catalog.ofKind("erasure").filter(({ fields }) => fields["record"] === tag);
  return {
    sites: concerned.map((site) => siteErasure(house, site, orders)),
    reason: (note?.fields["reason"] as string | undefined) ?? null,
    at: (note?.fields["at"] as string | undefined) ?? null,
  };
}

/**
 * States again what this device wrote on top of something that was refused since, by itself and once, so
 * that nothing honest is lost with it (docs/protocol.md, "Restating").
 */
import { accessOf } from "#model";
import { isFrozen, PAIR, type Role } from "#sync";
import { EngineError } from "../api/index.ts";
import { recipientOf } from "../commands/write-records.ts";
import type { House } from "./house.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { claimIn, type PlacedContent } from "../records/read-record.ts";
import { restateRecord } from "../records/restate-record.ts";

/** Resolves with whether anything was written. */
export function createRestate(house: House): () => Promise<boolean> {
  // views are never changed: a record of which more is known has another one
  const looked = new WeakSet<CatalogRecord>();
  return async () => {
    const records = [...house.catalog.all()].filter((one) => one.waiting > 0 && !looked.has(one));
    const role = records.length === 0 ? null : writingRole(house);
    if (role === null) return false;
    const quarantined = await house.ingest.quarantined();
    let wrote = false;
    for (const record of records.filter(({ kind }) => accessOf(role, kind) !== "none")) {
      const ofRecord = quarantined.filter((content) => content.record === record.id);
      if (await restate(house, record, ofRecord)) wrote = true;
      looked.add(record);
    }
    return wrote;
  };
}

/** Null for a device that writes nothing now. */
export function writingRole(house: House): Role | null {
  const membership = house.replica.membership();
  const member = membership.devices.get(house.device);
  if (member === undefined || house.isCopied() || isFrozen(membership, house.device)) return null;
  return member.endsAt !== null && house.deps.clock.now() > member.endsAt ? null : member.role;
}

/** What cannot be written (no key any more, no such site) goes on waiting, and holds nothing else up. */
async function restate(
  house: House,
  record: CatalogRecord,
  quarantined: readonly PlacedContent[],
): Promise<boolean> {
  const { id, home, entries } = record;
  const contents = await house.ingest.contents(entries);
  const { device } = house;
  const membership = house.replica.membership();
  const restated = restateRecord(record, { device, membership, contents, quarantined });
  if (restated.length === 0) return false;
  try {
    const to = home === PAIR ? recipientOf(house, record) : null;
    const claim = claimIn(contents);
    await house.writer.write(restated.map((changes) => ({ record: id, claim, home, to, ...changes })));
    return true;
  } catch (error) {
    if (error instanceof EngineError) return false;
    throw error;
  }
}

/**
 * Works off what has changed in the replica: first keys and duties, then records, then whoever
 * listens. One at a time; a change that comes meanwhile is worked off in the next round.
 */
import { NETWORK } from "#sync";
import type { HouseKeys } from "./house-keys.ts";
import type { RecordId } from "../api/index.ts";
import type { House } from "./house.ts";
import { KeepFound } from "../found/upkeep.ts";
import { introduceSelf } from "./introduce-self.ts";
import { takeBack } from "../matches/take-back.ts";
import { keepErased } from "../erasure/upkeep.ts";
import { createMutex } from "../mutex.ts";
import { keepNewsCalls } from "../news/upkeep.ts";
import { createKeepCapsules } from "../capsules/upkeep.ts";
import { keepReferrals } from "../referrals/upkeep.ts";
import { keepReports } from "../reports/upkeep.ts";
import { createRestate } from "./restate.ts";
import { createKeepTraces } from "../traces/upkeep.ts";

/** Resolves when nothing that was there at the call is left to do. Rejects when the disk refuses. */
export function createSettle(house: House, keys: HouseKeys): () => Promise<void> {
  const inTurn = createMutex();
  const restate = createRestate(house);
  const keepFound = new KeepFound(house);
  const keepCapsules = createKeepCapsules(house);

  /** In their order; each says whether there is anything to be read. */
  const upkeep: readonly (() => Promise<boolean>)[] = [
    ...[() => introduceSelf(house), restate],
    ...[() => keepReferrals(house), () => keepReports(house), () => keepNewsCalls(house)],
    // what it writes is in no catalog
    () => keepCapsules().then(() => false),
    ...[() => keepFound.run(), createKeepTraces(house), () => keepErased(house)],
  ];

  const readOnce = async (): Promise<readonly RecordId[]> => {
    const ids = await house.ingest.run();
    house.people.changed(ids);
    house.comparer.changed(ids, house.ingest.reached(NETWORK));
    house.steady.changed();
    keepFound.changed(ids);
    if (ids.length > 0) house.emit({ kind: "records", ids });
    return ids;
  };
  const readRecords = async (): Promise<void> => {
    while (await takeBack(house, await readOnce()));
  };

  return () =>
    inTurn(async () => {
      // A duty is itself an operation, so the membership moves on until nobody owes anything.
      while (!keys.current()) if (await keys.refresh()) house.emit({ kind: "members" });
      await house.outSince.note(house.replica.membership().removed.keys(), house.deps.clock.now());
      await readRecords();
      for (const keep of upkeep) if (await keep()) await readRecords();
    });
}

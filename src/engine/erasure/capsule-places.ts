/** Where records that are to be erased lie, the capsules of a guest among them, which are in no catalog. */
import { cardIn } from "../capsules/issued.ts";
import { readCapsule } from "../capsules/read-capsule.ts";
import type { House } from "../house/house.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import type { Placed } from "./orders.ts";

/** Where the family lies; the capsules of a guest are in no catalog, and are opened with the keys that the house kept. */
export async function placesOf(house: House, family: readonly CatalogRecord[]): Promise<readonly Placed[]> {
  const placed: Placed[] = family.map(({ id, entries }) => ({ id, places: entries }));
  for (const issued of family.filter(({ kind }) => kind === "capsule-guest")) {
    const card = cardIn(house, issued);
    const opened = card === null ? null : await readCapsule(house, card);
    if (opened !== null) placed.push({ id: opened.record.id, places: opened.record.entries });
  }
  return placed;
}

/**
 * Tells the own site who stands behind this device, once: a `person` record in its `desk`. Control
 * operations name devices and never people.
 */
import { kindFacts } from "#model";
import { siteSpace, type DeviceId } from "#sync";
import type { House } from "./house.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { newRecord, writeNew } from "../commands/write-records.ts";

/** Whose name a `person` record tells: only a device itself may say who stands behind it. */
export function deviceOfPerson({ fields, entries }: CatalogRecord): DeviceId | null {
  const own = entries.find(({ device }) => device === fields["device"]);
  return own !== undefined && entries.every(({ device }) => device === own.device) ? own.device : null;
}

/** Writes the record if it is missing and can be written; tells whether it wrote. */
export async function introduceSelf(house: House): Promise<boolean> {
  const member = house.replica.membership().devices.get(house.device);
  if (member === undefined || member.role === "hub" || house.isCopied()) return false;
  const known = house.catalog.ofKind("person").some((record) => deviceOfPerson(record) === house.device);
  const desk = siteSpace("desk", member.site);
  if (known || kindFacts("person").space !== "desk" || !house.keyring().readable(desk)) return false;
  const { personName } = house.vault().secrets;
  await writeNew(house, [newRecord(house, "person", { device: house.device, name: personName })]);
  return true;
}

/**
 * Tells the own site who stands behind this device, once: a `person` record in its `desk`. Control
 * operations name devices and never people.
 */
import { kindFacts } from "#model";
import { siteSpace } from "#sync";
import type { House } from "./house.ts";
import { newRecord, writeNew } from "./commands/write-records.ts";

/** Writes the record if it is missing and can be written; tells whether it wrote. */
export async function introduceSelf(house: House): Promise<boolean> {
  const member = house.replica.membership().devices.get(house.device);
  if (member === undefined || member.role === "hub") return false;
  const known = house.catalog.ofKind("person").some(({ fields }) => fields["device"] === house.device);
  const desk = siteSpace("desk", member.site);
  if (known || kindFacts("person").space !== "desk" || !house.keyring().readable(desk)) return false;
  const { personName } = house.vault().secrets;
  await writeNew(house, [newRecord(house, "person", { device: house.device, name: personName })]);
  return true;
}

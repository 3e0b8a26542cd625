/** Who stands behind the devices of the own site, as each device says it of itself. */
import type { DeviceId } from "#sync";
import type { House } from "./house.ts";
import { deviceOfPerson } from "./introduce-self.ts";

/** Names of the own site's people, by device. */
export function peopleOf(house: House): ReadonlyMap<DeviceId, string> {
  const people = house.catalog.ofKind("person").flatMap((record): [DeviceId, string][] => {
    const device = deviceOfPerson(record);
    const { name } = record.fields;
    return device !== null && typeof name === "string" ? [[device, name]] : [];
  });
  return new Map(people);
}

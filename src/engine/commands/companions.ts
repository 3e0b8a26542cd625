/** Who came together with a guest, and is here still: they go on together more often than not. */
import type { ListItem, RecordId } from "../api/index.ts";
import { type House, memberOf } from "../house/house.ts";
import { itemOf, recordOf } from "./read-records.ts";

/** `companions`. */
export function companions(house: House, guest: RecordId): readonly ListItem[] {
  memberOf(house);
  recordOf(house, guest);
  const { catalog } = house;
  const groups = new Set(
    catalog
      .ofGuest(guest, "arrival")
      .flatMap(({ fields: { group } }) => (group === undefined ? [] : [group])),
  );
  const isTogether = catalog
    .ofKind("arrival")
    .filter(({ fields: { group } }) => group !== undefined && groups.has(group));
  const { maybe } = catalog.personOf(guest);
  const firsts = isTogether.flatMap(
    ({ fields }) => catalog.personOf(fields["guest"] as RecordId).members[0] ?? [],
  );
  return [...new Set(firsts)]
    .filter((id) => !maybe.includes(id))
    .flatMap((id) => catalog.get(id) ?? [])
    .filter(({ kind, fields }) => kind === "guest" && fields["leftAt"] === undefined)
    .map(itemOf);
}

/**
 * Guests that are one person. What is written is only what somebody says of two of them, so that no field, note or stay of
 * either is touched, and taking it back brings both back as they are by then.
 */
import { linksToMerge, linksToPart, mergeGuests, type SaidLink } from "#model";
import { EngineError, type RecordId } from "../api/index.ts";
import type { House } from "../house/house.ts";
import { recordsOfPerson } from "../records/one-person.ts";
import { samePersonIdOf } from "../records/same-persons.ts";
import type { PersonView } from "../api/same-person.ts";
import { guestOf } from "./guest-changes.ts";
import { itemOf } from "./read-records.ts";
import { checkMayWrite, type Put, putRecords } from "./write-records.ts";

/** Throws `no-such-record`. */
export function person(house: House, guest: RecordId): PersonView {
  if (guestOf(house, guest) === null) throw new EngineError({ code: "no-such-record" });
  const records = recordsOfPerson(house.catalog, guest);
  const { members, maybe } = house.catalog.personOf(guest);
  const own = records.filter(({ id }) => id === guest);
  const others = records.filter(({ id }) => id !== guest);
  return {
    records: [...own, ...others].map(itemOf),
    differing: mergeGuests([...own, ...others].map(({ fields }) => fields)).differing,
    contested: maybe
      .filter((id) => !members.includes(id))
      .flatMap((id) => house.catalog.get(id) ?? [])
      .map(itemOf),
  };
}

/** Throws `not-allowed`, `no-such-record`, `same-record`. */
function checkPair(house: House, one: RecordId, other: RecordId): void {
  checkMayWrite(house, "same-person");
  if (guestOf(house, one) === null || guestOf(house, other) === null)
    throw new EngineError({ code: "no-such-record" });
  if (one === other) throw new EngineError({ code: "same-record" });
}

const puts = (links: readonly SaidLink[]): readonly Put[] =>
  links.flatMap((link) => {
    const id = samePersonIdOf(link);
    return id === null ? [] : [{ id, kind: "same-person", input: link } as const];
  });

/** `merge`. */
export async function merge(house: House, one: RecordId, other: RecordId): Promise<PersonView> {
  checkPair(house, one, other);
  await putRecords(house, puts(linksToMerge(house.catalog.samePersons.links(), [one, other])));
  return person(house, one);
}

/** `unmerge`. */
export async function unmerge(house: House, from: RecordId, out: RecordId): Promise<PersonView> {
  checkPair(house, from, out);
  const links = linksToPart(house.catalog.samePersons.links(), { from, out });
  if (links === null) throw new EngineError({ code: "not-merged" });
  await putRecords(house, puts(links));
  return person(house, from);
}

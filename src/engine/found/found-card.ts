/** The found card of a guest of the own house: its id, and whether it should stand. */
import {
  type Adulthood,
  adulthoodOf,
  extractFoundCard,
  type FoundState,
  foundState,
  type PersonFields,
} from "#model";
import type { RecordId } from "../api/index.ts";
import { consentOf } from "../consents/consent-of.ts";
import { type House, memberOf } from "../house/house.ts";
import { todayOf } from "../matches/release.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { claimedId, claimOfFoundCard } from "../records/claim.ts";

export const foundCardIdOf = (house: House, guest: RecordId): RecordId =>
  claimedId(claimOfFoundCard(guest), memberOf(house).site.site);

/** What was set at once to different values counts in each of them. */
const readings = ({ fields, conflicts }: CatalogRecord, field: string): readonly unknown[] => [
  fields[field],
  ...(conflicts[field] ?? []),
];

const NARROWEST_FIRST: readonly Adulthood[] = ["minor", "unknown", "adult"];

/** The youngest that any reading allows. */
function ageOf(house: House, guest: CatalogRecord): Adulthood {
  const today = todayOf(house);
  const read = readings(guest, "age").flatMap((age) =>
    readings(guest, "birthDate").map((birthDate) =>
      adulthoodOf(
        {
          ...(age === undefined ? {} : { age: age as NonNullable<PersonFields["age"]> }),
          ...(typeof birthDate === "string" ? { birthDate } : {}),
        },
        today,
      ),
    ),
  );
  return NARROWEST_FIRST.find((one) => read.includes(one)) ?? "unknown";
}

/** Whether a guest of the own house is shared, or why not. */
export const foundStateOf = (house: House, guest: CatalogRecord): FoundState =>
  foundState({
    findable: consentOf(house, { guest: guest.id, purpose: "findable" }),
    hasLeft: readings(guest, "leftAt").some((leftAt) => leftAt !== undefined),
    age: ageOf(house, guest),
    hasName: extractFoundCard(guest.fields).status === "open",
  });

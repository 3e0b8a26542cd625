/** Vital interests as the records say them, and what may be told to another house with a yes or in its place. */
import { type VitalState, vitalState, type VitalStatement, type VitalVoice, type VitalWord } from "#model";
import { everMember, type Role } from "#sync";
import type { RecordId, ToldTo } from "../api/index.ts";
import type { House } from "../house/house.ts";
import { personOf } from "../protection/holders.ts";
import { authorAt } from "../records/read-record.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { nowForTerm } from "../reports/house-clock.ts";
import { consentOf } from "./consent-of.ts";

interface Topic {
  readonly guest: RecordId;
  readonly to: ToldTo;
}

const CLAIMS: readonly Role[] = ["staff", "coordinator", "protection"];
const ANSWERS: readonly Role[] = ["coordinator", "protection"];

/** Whose word a record is, with the role that they had when they wrote it; null where more than one had a hand in it. */
function voiceIn(house: House, { entries }: CatalogRecord): VitalVoice | null {
  const membership = house.replica.membership();
  const [first] = entries;
  if (first === undefined || entries.some(({ device }) => device !== first.device)) return null;
  const roles = entries.map((place) => authorAt(membership, place)?.role ?? "volunteer");
  if (!roles.every((role) => CLAIMS.includes(role)) || everMember(membership, first.device) === undefined)
    return null;
  const answers = roles.every((role) => ANSWERS.includes(role));
  return { device: first.device, person: personOf(house, first.device), answers };
}

/** A record that devices changed at once says nothing but an end. */
function statementIn(house: House, record: CatalogRecord): VitalStatement {
  const { id, fields, conflicts } = record;
  const isContested = Object.keys(conflicts).length > 0;
  return {
    id,
    by: isContested ? null : voiceIn(house, record),
    says: fields["says"] as VitalWord,
    of: typeof fields["of"] === "string" ? fields["of"] : null,
    at: Date.parse(fields["at"] as string),
  };
}

export const vitalRecords = (house: House, { guest, to }: Topic): readonly CatalogRecord[] =>
  house.catalog.ofGuest(guest, "vital-interest").filter(({ fields }) => fields["to"] === to);

export const vitalOf = (house: House, topic: Topic): VitalState =>
  vitalState(
    vitalRecords(house, topic).map((record) => statementIn(house, record)),
    nowForTerm(house),
  );

/** Whose claim it is. */
export const claimedBy = (house: House, claim: CatalogRecord): VitalVoice | null =>
  statementIn(house, claim).by;

/** What what may be told to a site rests on; null where nothing may be. A no is never overridden. */
export function mayTell(house: House, { guest, to }: Topic): "consent" | "vital-interest" | null {
  const said = consentOf(house, { guest, purpose: "refer", to });
  if (said === "yes") return "consent";
  return said === "unset" && vitalOf(house, { guest, to }).kind === "holds" ? "vital-interest" : null;
}

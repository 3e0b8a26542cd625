/** Claiming a vital interest, agreeing with it as a second person, and ending it. */
import { areTwoPeople } from "#model";
import type { SiteId } from "#sync";
import { EngineError, type RecordId } from "../api/index.ts";
import { consentOf } from "../consents/consent-of.ts";
import { claimedBy, vitalOf, vitalRecords } from "../consents/vital-interest.ts";
import { type House, memberOf } from "../house/house.ts";
import { voiceHere } from "../protection/holders.ts";
import { type CatalogRecord, isOnRecord } from "../records/catalog.ts";
import { peopleOf } from "../house/people-of-house.ts";
import { nowForTerm } from "../reports/house-clock.ts";
import type { VitalClaim, VitalCommands, VitalView, VitalWish } from "../api/vital.ts";
import { checkMayWrite, newRecord, writeNew } from "./write-records.ts";

const momentOf = (house: House): string => new Date(nowForTerm(house)).toISOString();

/** Somebody who can say no can be asked. */
function checkUnsaid(house: House, guest: RecordId, to: SiteId): void {
  if (consentOf(house, { guest, purpose: "refer", to }) === "no")
    throw new EngineError({ code: "said-no-there" });
}

export async function claimVital(
  house: House,
  { guest, to, reason }: VitalWish,
): ReturnType<VitalCommands["claimVital"]> {
  checkMayWrite(house, "vital-interest");
  if (!isOnRecord(house.catalog.get(guest))) throw new EngineError({ code: "no-such-record" });
  const isOther = house.replica.membership().sites.has(to) && to !== memberOf(house).site.site;
  if (!isOther) throw new EngineError({ code: "no-such-site" });
  checkUnsaid(house, guest, to);
  const claim = newRecord(house, "vital-interest", { guest, to, says: "claim", reason, at: momentOf(house) });
  await writeNew(house, [claim]);
  await house.settle();
  return { id: claim.id };
}

interface Claimed {
  readonly claim: CatalogRecord;
  readonly guest: RecordId;
  readonly to: SiteId;
}

function claimWithId(house: House, id: RecordId): Claimed {
  checkMayWrite(house, "vital-interest");
  const claim = house.catalog.get(id);
  if (claim?.kind !== "vital-interest" || claim.fields["says"] !== "claim")
    throw new EngineError({ code: "no-such-record" });
  return { claim, guest: claim.fields["guest"] as RecordId, to: claim.fields["to"] as SiteId };
}

const answersHere = (house: House): boolean =>
  ["coordinator", "protection"].includes(memberOf(house).member.role);

const mayAgree = (house: House, claim: CatalogRecord): boolean => {
  const by = claimedBy(house, claim);
  return areTwoPeople(by, voiceHere(house)) && (by?.answers === true || answersHere(house));
};

export async function agreeVital(house: House, id: RecordId): ReturnType<VitalCommands["agreeVital"]> {
  const { claim, guest, to } = claimWithId(house, id);
  checkUnsaid(house, guest, to);
  const before = vitalOf(house, { guest, to });
  const isWaiting = before.kind === "waiting" && before.claims.includes(id);
  if (!isWaiting) throw new EngineError({ code: "nothing-to-agree" });
  if (!mayAgree(house, claim)) throw new EngineError({ code: "second-must-answer" });
  const fields = { guest, to, says: "agree", of: id, at: momentOf(house) };
  await writeNew(house, [newRecord(house, "vital-interest", fields)]);
  house.audit.note({ did: "override", record: guest });
  await house.settle();
  const state = vitalOf(house, { guest, to });
  if (state.kind !== "holds") throw new EngineError({ code: "nothing-to-agree" });
  return { until: new Date(state.until).toISOString() };
}

export async function endVital(house: House, id: RecordId): ReturnType<VitalCommands["endVital"]> {
  const { guest, to } = claimWithId(house, id);
  const end = newRecord(house, "vital-interest", { guest, to, says: "end", of: id, at: momentOf(house) });
  await writeNew(house, [end]);
  await house.settle();
  return { id: end.id };
}

function claimView(house: House, claim: CatalogRecord): VitalClaim {
  const { reason, at } = claim.fields as { readonly reason: string; readonly at: string };
  const by = claim.entries[0] === undefined ? null : (peopleOf(house).get(claim.entries[0].device) ?? null);
  return { id: claim.id, reason, at, by, mayAgree: mayAgree(house, claim) };
}

function viewFor(house: House, guest: RecordId, to: SiteId): readonly VitalView[] {
  const state = vitalOf(house, { guest, to });
  if (state.kind === "none") return [];
  const ids: readonly string[] = state.kind === "holds" ? [state.claim] : state.claims;
  const claims = vitalRecords(house, { guest, to }).filter(({ id }) => ids.includes(id));
  return [
    {
      to,
      toName: house.replica.membership().sites.get(to)?.name ?? null,
      state: state.kind,
      until: state.kind === "holds" ? new Date(state.until).toISOString() : null,
      claims: claims.map((claim) => claimView(house, claim)),
    },
  ];
}

export async function vitalInterests(
  house: House,
  guest: RecordId,
): ReturnType<VitalCommands["vitalInterests"]> {
  checkMayWrite(house, "vital-interest");
  const sites = house.catalog.ofGuest(guest, "vital-interest").map(({ fields }) => fields["to"] as SiteId);
  return [...new Set(sites)].flatMap((to) => viewFor(house, guest, to));
}

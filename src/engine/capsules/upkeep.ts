/**
 * What a house's devices do by themselves for the capsules that it gave: where a guest no longer agrees to carry one, it
 * is revoked, by whichever device of the house is first to know. Judges only where all is at hand that the guest had
 * said when it was made, so that a device which is still being filled revokes nothing.
 */
import { accessOf, capsuleState } from "#model";
import { EngineError, type RecordId } from "../api/index.ts";
import { consentOf } from "../consents/consent-of.ts";
import type { House } from "../house/house.ts";
import type { CatalogRecord } from "../records/catalog.ts";
import { writingRole } from "../house/restate.ts";
import { cardIn, revocation } from "./issued.ts";
import { readCapsule } from "./read-capsule.ts";

/** Whether the guest took back what the capsule rests on. */
function isTakenBack(house: House, { fields }: CatalogRecord): boolean {
  const consents = fields["consents"] as readonly RecordId[];
  const isWhole = consents.every((id) => house.catalog.get(id) !== null);
  return isWhole && consentOf(house, { guest: fields["guest"] as RecordId, purpose: "carry" }) !== "yes";
}

/** Resolves with whether anything was written. What was looked at once and is over is not looked at again. */
export function createKeepCapsules(house: House): () => Promise<boolean> {
  const over = new Set<RecordId>();

  const revoke = async (issued: CatalogRecord): Promise<boolean> => {
    const card = cardIn(house, issued);
    const opened = card === null ? null : await readCapsule(house, card);
    const isStanding = opened !== null && capsuleState(opened.record, house.deps.clock.now()) !== "revoked";
    const changes = card === null || (opened !== null && !isStanding) ? null : await revocation(house, card);
    if (changes !== null) await house.writer.write([changes]);
    over.add(issued.id);
    return changes !== null;
  };

  return async () => {
    const role = writingRole(house);
    if (role === null || accessOf(role, "capsule") === "none") return false;
    const due = house.catalog
      .ofKind("capsule-guest")
      .filter((one) => !over.has(one.id) && isTakenBack(house, one));
    let wrote = false;
    for (const issued of due) {
      try {
        if (await revoke(issued)) wrote = true;
      } catch (error) {
        // it is tried again whenever something comes
        if (!(error instanceof EngineError)) throw error;
      }
    }
    return wrote;
  };
}

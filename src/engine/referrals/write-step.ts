/** Says one step for the own side. Whether it may be done now is for whoever calls. */
import { type Heard, type ReferralStep, seenNow } from "#model";
import { newId, newRecord, recordNamed, writeNew } from "../commands/write-records.ts";
import { EngineError } from "../api/index.ts";
import { type House, memberOf } from "../house/house.ts";
import { siteRecordId } from "../records/site-record.ts";
import type { ReferralCase } from "./referral-case.ts";

export async function writeStep(
  house: House,
  { record, other, steps }: ReferralCase,
  said: {
    readonly step: ReferralStep;
    readonly reason?: string | undefined;
    /** Of what an institution said. */
    readonly heard?: Heard | undefined;
  },
): Promise<void> {
  const { step, reason, heard } = said;
  const at = new Date(house.deps.clock.now()).toISOString();
  const base = { referral: record.id, step, reason, at, seen: seenNow(steps) };
  if (other === null) {
    await writeNew(house, [newRecord(house, "service-step", { ...base, heard })]);
    return;
  }
  const salt = newId(house);
  const id = siteRecordId("referral-step", memberOf(house).site.site, salt);
  if (id === null) throw new EngineError({ code: "no-such-kind" });
  await writeNew(house, [recordNamed(id, "referral-step", { to: other, salt, ...base })]);
}

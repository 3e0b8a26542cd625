/** Says one step for the own side. Whether it may be done now is for whoever calls. */
import { type ReferralStep, seenNow } from "#model";
import { newId, recordNamed, writeNew } from "../commands/write-records.ts";
import { EngineError } from "../api.ts";
import { type House, memberOf } from "../house.ts";
import { siteRecordId } from "../records/site-record.ts";
import type { ReferralCase } from "./referral-case.ts";

export async function writeStep(
  house: House,
  { record, other, steps }: ReferralCase,
  { step, reason }: { readonly step: ReferralStep; readonly reason?: string | undefined },
): Promise<void> {
  const salt = newId(house);
  const id = siteRecordId("referral-step", memberOf(house).site.site, salt);
  if (id === null) throw new EngineError({ code: "no-such-kind" });
  const at = new Date(house.deps.clock.now()).toISOString();
  const said = { to: other, salt, referral: record.id, step, reason, at, seen: seenNow(steps) };
  await writeNew(house, [recordNamed(id, "referral-step", said)]);
}

/**
 * A referral that is prepared and not sent: whoever is on duty finishes it, once the person was asked or the house is
 * chosen. Lives in the `site` that prepares it, one for each guest, and nothing of it leaves; sending it is a referral like
 * any other, with all that is checked then (referral.ts). Empty but for its guest once it was sent or thrown away.
 */
import * as v from "valibot";
import { choice, id, objectProblem, text, yesNo } from "./field-types.ts";
import { MOST_PEOPLE, NEEDS, URGENCIES } from "./referral.ts";

export const referralDraftSchema = v.pipe(
  v.strictObject(
    {
      guest: id,
      /** Who goes too. */
      companions: v.exactOptional(v.pipe(v.array(id), v.maxLength(MOST_PEOPLE - 1, "too-many"))),
      /** Another house, or a service of the directory; neither while nobody is chosen. */
      site: v.exactOptional(id),
      service: v.exactOptional(id),
      /** Absent once it was sent or thrown away. */
      need: v.exactOptional(choice(NEEDS)),
      urgency: v.exactOptional(choice(URGENCIES)),
      note: v.exactOptional(text),
      unnamed: v.exactOptional(yesNo),
      handOver: v.exactOptional(yesNo),
    },
    objectProblem,
  ),
  // of whom one house was chosen on one device and an institution on another, whoever opens it chooses again
  v.forward(
    v.check(({ need, urgency }) => (need === undefined) === (urgency === undefined), "required"),
    ["urgency"],
  ),
);

export type ReferralDraft = v.InferOutput<typeof referralDraftSchema>;
type Whole = ReferralDraft & Required<Pick<ReferralDraft, "need" | "urgency">>;

/** Whether something is prepared; what was sent or thrown away is empty. */
export const isPrepared = (draft: ReferralDraft): draft is Whole =>
  draft.need !== undefined && draft.urgency !== undefined;

/** To whom; null while nobody is chosen, and where devices chose a house and an institution at once. */
export function draftTo({
  site,
  service,
}: ReferralDraft): { readonly site: string } | { readonly service: string } | null {
  if (site !== undefined && service !== undefined) return null;
  if (site !== undefined) return { site };
  return service === undefined ? null : { service };
}

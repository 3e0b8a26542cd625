/** On a guest's page: to whom they were referred, and asking another house or an institution. */
import { A } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import type { RecordId } from "#engine";
import { t } from "../look.ts";
import { Fold } from "../parts/fold.tsx";
import { Notice } from "../parts/notice.tsx";
import { takeFocus } from "../parts/press.tsx";
import { ReferralList } from "../parts/referral-list.tsx";
import { referralPath, slipPath } from "../paths.ts";
import { createReferralDrafts, createReferrals } from "../referrals.ts";
import { DraftNotice } from "../parts/referral-drafts.tsx";
import { ReferForm, type Sent } from "./refer-form.tsx";

export function RecordReferrals(props: { readonly guest: RecordId }) {
  const live = createReferrals(() => props.guest);
  const drafts = createReferralDrafts(() => props.guest);
  const draft = () => drafts.value()?.[0];
  const [sent, setSent] = createSignal<Sent>();
  return (
    <Fold title={t().referrals.ofGuest} text={t().referrals.guestText}>
      <Show when={(live.value() ?? []).length > 0}>
        <ReferralList views={live.value() ?? []} />
      </Show>
      <Show when={sent()} keyed>
        {({ id, kind }) => (
          <Notice kind="ok">
            <p tabindex="-1" ref={takeFocus}>
              {kind === "service" ? t().slips.made : t().referrals.saved}
            </p>
            <p>
              <Show when={kind === "service"} fallback={<A href={referralPath(id)}>{t().referrals.see}</A>}>
                <A href={slipPath(id)}>{t().slips.open}</A>
              </Show>
            </p>
          </Notice>
        )}
      </Show>
      <Show when={draft()}>{(prepared) => <DraftNotice draft={prepared()} onDropped={drafts.again} />}</Show>
      <ReferForm guest={props.guest} draft={draft()} onSent={setSent} />
    </Fold>
  );
}

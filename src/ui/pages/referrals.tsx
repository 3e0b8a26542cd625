/** What other houses ask of this one, and what it asked of others; what is late first, what is over apart. */
import { createMemo, Show } from "solid-js";
import type { ReferralDraftView, ReferralView } from "#engine";
import { t } from "../look.ts";
import { FindSlip } from "../parts/find-slip.tsx";
import { Fold } from "../parts/fold.tsx";
import { Notice } from "../parts/notice.tsx";
import { Page } from "../parts/page.tsx";
import { ReferralList } from "../parts/referral-list.tsx";
import { DraftList } from "../parts/referral-drafts.tsx";
import { createReferralDrafts, createReferrals, isOverFor } from "../referrals.ts";
import { wordError } from "../wording.ts";

interface PartProps {
  readonly title: string;
  readonly id: string;
  readonly views: readonly ReferralView[];
}

function Part(props: PartProps) {
  return (
    <Show when={props.views.length > 0}>
      <section class="stack" aria-labelledby={props.id}>
        <h2 id={props.id}>
          {props.title} ({props.views.length})
        </h2>
        <ReferralList views={props.views} />
      </section>
    </Show>
  );
}

interface AllProps {
  readonly views: readonly ReferralView[];
  readonly drafts: readonly ReferralDraftView[];
}

function All(props: AllProps) {
  const open = createMemo(() => props.views.filter((view) => !isOverFor(view)));
  const over = createMemo(() => props.views.filter(isOverFor));
  return (
    <div class="stack stack-wide">
      <DraftList drafts={props.drafts} />
      <Show when={open().length === 0}>
        <div class="empty">
          <p>{t().referrals.none}</p>
          <p class="quiet">{t().referrals.noneSent}</p>
        </div>
      </Show>
      <Part
        id="referrals-received"
        title={t().referrals.received}
        views={open().filter(({ side }) => side === "receiver")}
      />
      <Part
        id="referrals-sent"
        title={t().referrals.sent}
        views={open().filter(({ side }) => side === "sender")}
      />
      <Show when={over().length > 0}>
        <details class="fold">
          <summary>
            {t().referrals.over} ({over().length})
          </summary>
          <div class="fold-body">
            <ReferralList views={over()} />
          </div>
        </details>
      </Show>
    </div>
  );
}

export function ReferralsPage() {
  const live = createReferrals(() => null);
  const drafts = createReferralDrafts(() => null);
  return (
    <Page title={t().referrals.title}>
      <Show when={live.error()}>
        <Notice kind="error" role="alert">
          {wordError(live.error())}
        </Notice>
      </Show>
      <Show when={live.value()} fallback={<p class="quiet">{t().shell.loading}</p>}>
        {(views) => <All views={views()} drafts={drafts.value() ?? []} />}
      </Show>
      <Show when={live.value()?.some(({ service }) => service !== null)}>
        <Fold title={t().slips.find} text={t().slips.findText}>
          <FindSlip />
        </Fold>
      </Show>
    </Page>
  );
}

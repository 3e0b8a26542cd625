/** Referrals that are prepared and not sent: in a list, and on the page of whom they are about. */
import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import type { ReferralDraftView } from "#engine";
import { useApp } from "../app-context.ts";
import { now } from "../clock.ts";
import { f, t } from "../look.ts";
import { recordPath } from "../paths.ts";
import { wordDraft } from "../referrals.ts";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";
import { Answer, createPress } from "./press.tsx";

interface DraftNoticeProps {
  readonly draft: ReferralDraftView;
  readonly onDropped: () => void;
}

export function DraftNotice(props: DraftNoticeProps) {
  const app = useApp();
  const drop = createPress(async () => {
    await app.engine.dropReferralDraft(props.draft.guest);
    props.onDropped();
    return t().referralDrafts.dropped;
  });
  return (
    <Notice kind="warn">
      <p>
        <strong>{t().referralDrafts.here}</strong>: {wordDraft(props.draft)}
      </p>
      <Show when={props.draft.note !== ""}>
        <p>«{props.draft.note}»</p>
      </Show>
      <Show when={props.draft.changedAt}>
        {(at) => <p>{t().referralDrafts.hereText(f().moment(at(), now()))}</p>}
      </Show>
      <div class="actions">
        <Button busy={drop.state().busy} onPress={drop.press}>
          {t().referralDrafts.drop}
        </Button>
      </div>
      <Answer to={drop.state()} />
    </Notice>
  );
}

export function DraftList(props: { readonly drafts: readonly ReferralDraftView[] }) {
  return (
    <Show when={props.drafts.length > 0}>
      <section class="stack" aria-labelledby="referrals-drafts">
        <h2 id="referrals-drafts">
          {t().referralDrafts.title} ({props.drafts.length})
        </h2>
        <ul class="items">
          <For each={props.drafts}>
            {(draft) => (
              <li class="item">
                <A class="item-open" href={recordPath(draft.guest)}>
                  <span class="item-title">{wordDraft(draft)}</span>
                  <span>{t().referrals.people(draft.guests.length)}</span>
                  <Show when={draft.changedAt}>
                    {(at) => <span class="item-detail">{f().moment(at(), now())}</span>}
                  </Show>
                </A>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}

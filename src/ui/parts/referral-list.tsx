/** Referrals in a list: to whom or from whom, what is needed, how far it is, until when. No names. */
import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import type { ReferralView } from "#engine";
import { t } from "../look.ts";
import { referralPath } from "../paths.ts";
import { createFollowers } from "./followed-by.tsx";
import { wordAsked, wordDue, wordSide } from "../referrals.ts";

export function ReferralList(props: { readonly views: readonly ReferralView[] }) {
  const followers = createFollowers();
  /** The house that follows somebody of them, where it is not the own one. */
  const otherFollower = (view: ReferralView): string | null => {
    const [one] = view.guests.flatMap(({ id }) => followers().get(id) ?? []);
    return one === undefined ? null : (one.siteName ?? t().referrals.unknownSite);
  };
  return (
    <ul class="items">
      <For each={props.views}>
        {(view) => (
          <li class="item">
            <A class="item-open" href={referralPath(view.id)}>
              <span class="item-title">
                {t().referrals.needs[view.need]} · {wordSide(view)}
              </span>
              <span>{wordAsked(view)}</span>
              <Show when={otherFollower(view)}>{(name) => <span>{t().follow.by(name(), null)}</span>}</Show>
              <span class="item-detail">
                <span class="tag">{t().referrals.states[view.state]}</span>{" "}
                <Show when={view.late !== "no"} fallback={wordDue(view)}>
                  <strong>▲ {wordDue(view)}</strong>
                </Show>
                <Show when={view.differ}>
                  <strong> ▲ {t().slips.differ}</strong>
                </Show>
              </span>
            </A>
          </li>
        )}
      </For>
    </ul>
  );
}

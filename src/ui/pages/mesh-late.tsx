/** Who came with an invitation that had been used: a copied code, which whoever invites should hear of. */
import { For, Show } from "solid-js";
import type { MembersView } from "#engine";
import { t } from "../look.ts";
import { Notice } from "../parts/notice.tsx";

export function LateRequests(props: { readonly members: MembersView }) {
  return (
    <Show when={props.members.late.length > 0}>
      <section class="stack" aria-labelledby="late-title">
        <h2 id="late-title">{t().mesh.lateTitle}</h2>
        <Notice kind="warn" role="status">
          <For each={props.members.late}>
            {({ person, role }) => (
              <p>{t().mesh.lateFrom(person ?? t().mesh.pendingUnnamed, t().mesh.roles[role])}</p>
            )}
          </For>
          <p>{t().mesh.lateWhat}</p>
        </Notice>
      </section>
    </Show>
  );
}

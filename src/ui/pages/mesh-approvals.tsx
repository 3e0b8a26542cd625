/** New houses that another one invites: from three houses on they wait for a second house's word. */
import { createSignal, For, Show } from "solid-js";
import type { MembersView } from "#engine";
import { useApp } from "../app-context.ts";
import { t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import { wordError, wordNames } from "../wording.ts";

type NewSite = MembersView["toApprove"][number];

function NewHouse(props: { readonly house: NewSite }) {
  const app = useApp();
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const approve = async (): Promise<void> => {
    setBusy(true);
    try {
      await app.engine.approve(props.house.invite);
    } catch (caught) {
      setError(caught);
      setBusy(false);
    }
  };
  return (
    <article class="card">
      <h3>
        {t().trust.approveOf(props.house.name, t().mesh.kinds[props.house.kind], props.house.invitedBy)}
      </h3>
      <Show when={props.house.alike.length > 0}>
        <Notice kind="warn">{t().trust.alikeApprove(wordNames(props.house.alike))}</Notice>
      </Show>
      <Show when={error()}>
        <Notice kind="error" role="alert">
          {wordError(error())}
        </Notice>
      </Show>
      <div class="actions">
        <Button busy={busy()} busyText={t().trust.approving} onPress={() => void approve()}>
          {t().trust.approve}
        </Button>
      </div>
    </article>
  );
}

export function Approvals(props: { readonly members: MembersView }) {
  return (
    <Show when={props.members.toApprove.length > 0}>
      <section class="stack" aria-labelledby="approve-title">
        <h2 id="approve-title">{t().trust.approveTitle}</h2>
        <p>{t().trust.approveText}</p>
        <For each={props.members.toApprove}>{(house) => <NewHouse house={house} />}</For>
      </section>
    </Show>
  );
}

/**
 * On the page of a guest: what they need, and what they were given. Who is there for two weeks hands both in, and reads
 * none.
 */
import { createSignal, For, type JSX, Show } from "solid-js";
import type { AttentionView, RecordId } from "#engine";
import { useApp } from "../app-context.ts";
import { createLive } from "../live.ts";
import { t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { CareForm } from "../parts/care-form.tsx";
import { NeedList } from "../parts/need-list.tsx";
import { Notice } from "../parts/notice.tsx";
import { wordError, wordMoment } from "../wording.ts";

export interface RecordCareProps {
  readonly guest: RecordId;
  readonly mayRead: boolean;
}

const wordAttention = ({ at, what, note, people }: AttentionView): string =>
  [wordMoment(at), t().care.kinds[what], note ?? "", people > 1 ? t().care.among(people) : ""]
    .filter((part) => part !== "")
    .join(" · ");

function Known(props: { readonly guest: RecordId }) {
  const app = useApp();
  const care = createLive({
    key: () => props.guest,
    ask: (guest) => app.engine.care(guest),
    concerns: (event) => event.kind === "records",
  });
  return (
    <>
      <Show when={care.error()}>
        {(error) => (
          <Notice kind="error" role="alert">
            {wordError(error())}
          </Notice>
        )}
      </Show>
      <Show when={care.value()}>
        {(known) => (
          <>
            <h3>{t().care.open}</h3>
            <NeedList needs={known().needs.filter(({ isOpen }) => isOpen)} />
            <h3>{t().care.given}</h3>
            <ul class="stack stack-tight">
              <For each={known().attentions} fallback={<li class="quiet">{t().care.noneGiven}</li>}>
                {(attention) => <li>{wordAttention(attention)}</li>}
              </For>
            </ul>
          </>
        )}
      </Show>
    </>
  );
}

export function RecordCare(props: RecordCareProps) {
  const app = useApp();
  const [adding, setAdding] = createSignal<"need" | "attention" | null>(null);
  const done = () => setAdding(null);
  const form = (kind: "need" | "attention"): JSX.Element => (
    <CareForm
      label={kind === "need" ? t().care.addNeed : t().care.addAttention}
      onSave={(fields) =>
        kind === "need"
          ? app.engine.add("need", { guest: props.guest, ...fields })
          : app.engine.add("attention", { guests: [props.guest], ...fields })
      }
      onDone={done}
    />
  );
  return (
    <section class="stack" aria-labelledby="care-title">
      <h2 id="care-title">{t().care.title}</h2>
      <Show when={props.mayRead} fallback={<p>{t().care.dropOnly}</p>}>
        <Known guest={props.guest} />
      </Show>
      <Show
        when={adding()}
        fallback={
          <div class="actions">
            <Button onPress={() => setAdding("need")}>{t().care.addNeed}</Button>
            <Button onPress={() => setAdding("attention")}>{t().care.addAttention}</Button>
          </div>
        }
        keyed
      >
        {(kind) => form(kind)}
      </Show>
    </section>
  );
}

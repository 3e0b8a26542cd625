/** Every change of a record: which house and device, when, from what to what. Newest first. */
import { For, Show } from "solid-js";
import type { HistoryItem, MembersView, RecordId } from "#engine";
import { wordField } from "#i18n";
import { useApp } from "../app-context.ts";
import { now } from "../clock.ts";
import { createLive } from "../live.ts";
import { f, t } from "../look.ts";
import { Notice } from "../parts/notice.tsx";
import { wordError, wordValue } from "../wording.ts";

function personOf(members: MembersView | undefined, device: HistoryItem["device"]): string {
  const devices = members?.sites.flatMap((site) => site.devices) ?? [];
  return devices.find((view) => view.device === device)?.person ?? "";
}

function headline(item: HistoryItem): string {
  const label = wordField(t(), item.field);
  if (wordValue(item.field, item.from) === "") return t().record.historyFirst(label);
  return wordValue(item.field, item.to) === "" ? t().record.historyRemoved(label) : t().record.historyChange(label);
}

function Change(props: { readonly item: HistoryItem; readonly person: string }) {
  const before = () => wordValue(props.item.field, props.item.from);
  const after = () => wordValue(props.item.field, props.item.to);
  return (
    <li>
      <strong>{headline(props.item)}</strong>
      <dl class="change">
        <Show when={before()}>
          <dt>{t().record.historyFrom}</dt>
          <dd>
            <s>{before()}</s>
          </dd>
        </Show>
        <Show when={after()}>
          <dt>{t().record.historyTo}</dt>
          <dd>{after()}</dd>
        </Show>
      </dl>
      <span class="quiet small">
        {t().record.historyOf(props.person, props.item.siteName ?? t().record.unknownSite)} ·{" "}
        {props.item.at === null ? t().record.timeUnknown : f().moment(props.item.at, now())}
      </span>
    </li>
  );
}

export function RecordHistory(props: { readonly id: RecordId }) {
  const app = useApp();
  const history = createLive({
    key: () => props.id,
    ask: (id) => app.engine.history(id),
    concerns: (event, id) => event.kind === "records" && event.ids.includes(id),
  });
  const members = createLive({
    key: () => "members",
    ask: () => app.engine.members(),
    concerns: (event) => event.kind === "members",
  });
  const newestFirst = () => (history.value() ?? []).toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0));
  return (
    <>
      <Show when={history.error()}>
        <Notice kind="error" role="alert">
          {wordError(history.error())}
        </Notice>
      </Show>
      <Show when={history.value()}>
        <Show when={newestFirst().length > 0} fallback={<p class="empty">{t().record.historyEmpty}</p>}>
          <ol class="timeline">
            <For each={newestFirst()}>
              {(item) => <Change item={item} person={personOf(members.value(), item.device)} />}
            </For>
          </ol>
        </Show>
      </Show>
    </>
  );
}

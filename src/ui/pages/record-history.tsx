/** Every change of a record: which house and device, when, from what to what. Newest first. */
import { createMemo, For, Show } from "solid-js";
import type { HistoryItem, MembersView, RecordId } from "#engine";
import { wordField } from "#i18n";
import { useApp } from "../app-context.ts";
import { now } from "../clock.ts";
import { createLive } from "../live.ts";
import { f, t } from "../look.ts";
import { Notice } from "../parts/notice.tsx";
import { wordError, wordValue } from "../wording.ts";

const TOGETHER_MS = 60_000;

function personOf(members: MembersView | undefined, device: HistoryItem["device"]): string {
  const devices = members?.sites.flatMap((site) => site.devices) ?? [];
  return devices.find((view) => view.device === device)?.person ?? "";
}

/** What one device changed in one go. */
interface Step {
  readonly first: HistoryItem;
  readonly items: readonly HistoryItem[];
}

function isSameStep(step: Step, item: HistoryItem): boolean {
  const { device, at } = step.first;
  return device === item.device && at !== null && item.at !== null && Math.abs(at - item.at) < TOGETHER_MS;
}

/** Changes of one device within a minute are told together; newest first. */
function stepsOf(history: readonly HistoryItem[]): readonly Step[] {
  const steps: Step[] = [];
  for (const item of history.toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0))) {
    const last = steps.at(-1);
    if (last !== undefined && isSameStep(last, item))
      steps[steps.length - 1] = { ...last, items: [...last.items, item] };
    else steps.push({ first: item, items: [item] });
  }
  return steps;
}

/** In the order in which fields are named everywhere, the person's name first. */
function inReadingOrder(items: readonly HistoryItem[]): readonly HistoryItem[] {
  const labels = Object.keys(t().fields.labels);
  return items.toSorted((a, b) => labels.indexOf(a.field) - labels.indexOf(b.field));
}

function Change(props: { readonly item: HistoryItem }) {
  const before = () => wordValue(props.item.field, props.item.from);
  const after = () => wordValue(props.item.field, props.item.to);
  return (
    <>
      <dt>{wordField(t(), props.item.field)}</dt>
      <dd>
        <Show when={before()}>
          <span class="visually-hidden">{t().record.historyFrom}: </span>
          <s>{before()}</s>
          <span aria-hidden="true"> → </span>
          <span class="visually-hidden">{t().record.historyTo}: </span>
        </Show>
        <Show when={after()} fallback={t().record.historyRemoved}>
          {after()}
        </Show>
      </dd>
    </>
  );
}

function StepView(props: { readonly step: Step; readonly person: string }) {
  const at = () => props.step.first.at;
  return (
    <li>
      <strong>
        {t().record.historyOf(props.person, props.step.first.siteName ?? t().record.unknownSite)}
      </strong>
      <span class="quiet small">{at() === null ? t().record.timeUnknown : f().moment(at() ?? 0, now())}</span>
      <dl class="change">
        <For each={inReadingOrder(props.step.items)}>{(item) => <Change item={item} />}</For>
      </dl>
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
  const steps = createMemo(() => stepsOf(history.value() ?? []));
  return (
    <>
      <Show when={history.error()}>
        <Notice kind="error" role="alert">
          {wordError(history.error())}
        </Notice>
      </Show>
      <Show when={history.value()}>
        <Show when={steps().length > 0} fallback={<p class="empty">{t().record.historyEmpty}</p>}>
          <ol class="timeline">
            <For each={steps()}>
              {(step) => <StepView step={step} person={personOf(members.value(), step.first.device)} />}
            </For>
          </ol>
        </Show>
      </Show>
    </>
  );
}

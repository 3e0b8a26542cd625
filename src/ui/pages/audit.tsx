/** The audit of the house, and of houses that chose this one: alarms first, then counts by person and day. */
import { createMemo, createSignal, For, Show } from "solid-js";
import type { AuditView } from "#engine";
import { wordAlarm } from "#i18n";
import { useApp } from "../app-context.ts";
import { createLive } from "../live.ts";
import { f, t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { Select } from "../parts/field.tsx";
import { Notice } from "../parts/notice.tsx";
import { Page } from "../parts/page.tsx";
import { wordError } from "../wording.ts";

const DAY_MS = 86_400_000;
const PERIODS = { day: 2, week: 7, month: 30 } as const;
type Period = keyof typeof PERIODS;

interface ViewProps {
  readonly view: AuditView;
}

/** A person of the own house by name; of other houses only the house is known. */
const whoOf = (view: AuditView, one: { readonly person: string | null; readonly site: string }): string =>
  one.person ?? t().audit.someoneOf(view.houses.find(({ site }) => site === one.site)?.name ?? "");

function Alarms(props: ViewProps) {
  return (
    <section class="stack" aria-labelledby="alarms-title">
      <h2 id="alarms-title">{t().audit.alarms}</h2>
      <For each={props.view.houses.filter(({ unreadable }) => unreadable > 0)}>
        {(house) => <Notice kind="warn">{t().audit.unreadable(house.name, house.unreadable)}</Notice>}
      </For>
      <For each={props.view.cards}>
        {(alarm) => <Notice kind="warn">{t().audit.cardAlarm[alarm.kind](alarm.name, alarm.cards)}</Notice>}
      </For>
      <Show when={props.view.alarms.length > 0} fallback={<p class="quiet">{t().audit.noAlarms}</p>}>
        <p class="hint">{t().audit.alarmsText}</p>
        <ul class="stack">
          <For each={props.view.alarms}>
            {(alarm) => (
              <li>
                <Notice kind="warn">
                  <span>{wordAlarm(t().audit, alarm, whoOf(props.view, alarm))}</span>{" "}
                  <span class="quiet small">{f().dateTime(alarm.at)}</span>
                </Notice>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}

function Days(props: ViewProps) {
  return (
    <section class="stack" aria-labelledby="days-title">
      <h2 id="days-title">{t().audit.days}</h2>
      <Show when={props.view.days.length > 0} fallback={<p class="quiet">{t().audit.none}</p>}>
        <ul class="stack">
          <For each={props.view.days}>
            {(day) => (
              <li class="card stack-tight">
                <strong>{whoOf(props.view, day)}</strong>
                <span class="quiet small">{f().partialDate(day.day) ?? day.day}</span>
                <span>
                  {t().audit.opened}: {f().number(day.opened)} · {t().audit.searches}:{" "}
                  {f().number(day.searches)} · {t().audit.exports}: {f().number(day.exports)}
                  <Show when={day.overrides > 0}>
                    {" "}
                    · {t().audit.overrides}: {f().number(day.overrides)}
                  </Show>
                </span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}

const NOBODY = "";

function Auditor(props: ViewProps & { readonly onChosen: () => void }) {
  const app = useApp();
  const standing = createMemo(() => props.view.houses.find(({ ownSite }) => ownSite)?.auditors ?? []);
  const [wished, setWished] = createSignal<string>();
  const [state, setState] = createSignal<"open" | "busy" | "done">("open");
  const [error, setError] = createSignal<unknown>();
  const value = (): string => wished() ?? standing()[0]?.site ?? NOBODY;
  const choose = async (): Promise<void> => {
    setState("busy");
    setError(undefined);
    try {
      await app.engine.chooseAuditor(props.view.choices.find(({ site }) => site === value())?.site ?? null);
      setState("done");
      props.onChosen();
    } catch (caught) {
      setError(caught);
      setState("open");
    }
  };
  return (
    <section class="card" aria-labelledby="auditor-title">
      <h2 id="auditor-title">{t().audit.auditor}</h2>
      <p>{t().audit.auditorText}</p>
      <Select
        id="field-auditor"
        label={t().audit.auditor}
        value={value()}
        onValue={setWished}
        options={[
          { value: NOBODY, label: t().audit.nobody },
          ...props.view.choices.map(({ site, name }) => ({ value: site, label: name })),
        ]}
      />
      <Show when={error()}>
        <Notice kind="error" role="alert">
          {wordError(error())}
        </Notice>
      </Show>
      <div class="actions">
        <Button busy={state() === "busy"} busyText={t().audit.choosing} onPress={() => void choose()}>
          {t().audit.choose}
        </Button>
      </div>
      <Show when={state() === "done"}>
        <Notice kind="ok" role="status">
          {t().audit.chosen} {t().audit.dismissed}
        </Notice>
      </Show>
    </section>
  );
}

export function AuditPage() {
  const app = useApp();
  const [period, setPeriod] = createSignal<Period>("week");
  const live = createLive({
    key: period,
    ask: (of) => app.engine.audit({ withinMs: PERIODS[of] * DAY_MS }),
    concerns: (event) => event.kind === "members" || event.kind === "peers",
  });
  return (
    <Page title={t().audit.title}>
      <div class="stack stack-wide">
        <p>{t().audit.text}</p>
        <Select
          id="field-period"
          label={t().audit.period}
          value={period()}
          onValue={setPeriod}
          options={(Object.keys(PERIODS) as Period[]).map((one) => ({
            value: one,
            label: t().audit.periods[one],
          }))}
        />
        <Show when={live.error()}>
          <Notice kind="error" role="alert">
            {wordError(live.error())}
          </Notice>
        </Show>
        <Show when={live.value()} fallback={<p class="quiet">{t().shell.loading}</p>}>
          {(view) => (
            <>
              <Alarms view={view()} />
              <Days view={view()} />
              <Auditor view={view()} onChosen={live.again} />
            </>
          )}
        </Show>
      </div>
    </Page>
  );
}

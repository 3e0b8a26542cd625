/** What devices wrote that are out by now: it waits here, counted, until their house's coordinator decides. */
import Hourglass from "lucide-solid/icons/hourglass";
import { createSignal, For, Match, Show, Switch } from "solid-js";
import type { QuarantineView } from "#engine";
import { mayAdmit } from "../access.ts";
import { useApp, useMember } from "../app-context.ts";
import { now } from "../clock.ts";
import { createLive } from "../live.ts";
import { f, t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Notice } from "../parts/notice.tsx";
import { Answer, createPress, takeFocus } from "../parts/press.tsx";

const nameOf = ({ person, ownSite }: QuarantineView): string =>
  person ?? (ownSite ? t().mesh.personNameless : t().mesh.personUnknown);

function AdmitDialog(props: { readonly kept: QuarantineView; readonly onClose: () => void }) {
  const app = useApp();
  const { state, press } = createPress(async () => {
    const { entries } = await app.engine.admit(props.kept.device);
    return t().trust.admitted(entries);
  });
  return (
    <Dialog open title={t().trust.admitOf(nameOf(props.kept))} onClose={props.onClose}>
      <div class="stack">
        <Switch>
          <Match when={state().done}>
            <div tabindex="-1" ref={takeFocus}>
              <Answer to={state()} />
            </div>
          </Match>
          <Match when={state().done === undefined}>
            <p>{t().trust.admitWhat}</p>
            <p>{t().trust.admitWhen}</p>
            <Notice kind="warn">{t().trust.admitRisk}</Notice>
            <Answer to={state()} />
            <div class="actions">
              <Button look="danger" busy={state().busy} busyText={t().trust.admitting} onPress={press}>
                {t().trust.admitNow}
              </Button>
              <Button
                onPress={() => {
                  props.onClose();
                }}
              >
                {t().trust.admitKeep}
              </Button>
            </div>
          </Match>
        </Switch>
      </div>
    </Dialog>
  );
}

function KeptDevice(props: { readonly kept: QuarantineView; readonly onDecide: () => void }) {
  const member = useMember();
  return (
    <li class="device">
      <Hourglass />
      <span class="device-name">{nameOf(props.kept)}</span>
      <span class="quiet small">
        {props.kept.siteName ?? t().trust.keptHouseGone} · {t().trust.keptEntries(props.kept.entries)}
        <Show when={props.kept.since}>
          {(since) => <> · {t().trust.keptSince(f().moment(since(), now()))}</>}
        </Show>
      </span>
      <Show
        when={mayAdmit(member(), props.kept)}
        fallback={<span class="quiet small">{t().trust.keptByOthers}</span>}
      >
        <div class="device-action">
          <Button
            onPress={() => {
              props.onDecide();
            }}
            aria-label={t().trust.keptDecideOf(nameOf(props.kept))}
          >
            {t().trust.keptDecide}
          </Button>
        </div>
      </Show>
    </li>
  );
}

export function KeptDevices() {
  const app = useApp();
  const [deciding, setDeciding] = createSignal<QuarantineView>();
  const kept = createLive({
    key: () => "quarantine",
    ask: () => app.engine.quarantine(),
    concerns: (event) => event.kind === "members" || event.kind === "records",
  });
  return (
    <>
      <Show when={(kept.value()?.length ?? 0) > 0}>
        <section class="stack" aria-labelledby="kept-title">
          <h2 id="kept-title">{t().trust.keptTitle}</h2>
          <p>{t().trust.keptText}</p>
          <div class="card">
            <ul class="device-list">
              <For each={kept.value()}>
                {(one) => <KeptDevice kept={one} onDecide={() => setDeciding(one)} />}
              </For>
            </ul>
          </div>
        </section>
      </Show>
      <Show when={deciding()}>
        {(one) => (
          <AdmitDialog
            kept={one()}
            onClose={() => {
              setDeciding(undefined);
            }}
          />
        )}
      </Show>
    </>
  );
}

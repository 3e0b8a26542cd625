/** What must be seen on any page: storage that fails, long work with its count, the coming lock. */
import { createSignal, onCleanup, Show } from "solid-js";
import type { Fault, Progress } from "#engine";
import { wordFault } from "#i18n";
import { useApp } from "../app-context.ts";
import { lockIn, stir } from "../idle.ts";
import { f, t } from "../look.ts";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

/** Work that ends sooner is not worth a banner. */
const SHOW_AFTER_MS = 300;

function createProgress() {
  const app = useApp();
  const [progress, setProgress] = createSignal<Progress | null>(null);
  const [fault, setFault] = createSignal<Fault | null>(null);
  let since = 0;
  const hear = (next: Progress): void => {
    if (next.total !== null && next.done >= next.total) {
      since = 0;
      setProgress(null);
      return;
    }
    if (since === 0) since = Date.now();
    if (Date.now() - since >= SHOW_AFTER_MS) setProgress(next);
  };
  onCleanup(
    app.listen((event) => {
      if (event.kind === "progress") hear(event.progress);
      if (event.kind === "storage") setFault(event.fault);
    }),
  );
  return { progress, fault };
}

export function ProgressLine(props: { readonly progress: Progress }) {
  const total = () => (props.progress.total === null ? null : f().number(props.progress.total));
  return (
    <div class="progress">
      <span id="progress-name">
        {t().shell.progress[props.progress.task]}:{" "}
        {t().shell.progressCount(f().number(props.progress.done), total())}
      </span>
      <progress
        aria-labelledby="progress-name"
        max={props.progress.total ?? undefined}
        value={props.progress.total === null ? undefined : props.progress.done}
      />
    </div>
  );
}

function IdleWarning() {
  return (
    <Show when={lockIn()}>
      {(seconds) => (
        <div class="float-notice" role="alertdialog" aria-label={t().shell.idleTitle}>
          <Notice kind="warn">
            <strong>{t().shell.idleTitle}</strong>
            <p>{t().shell.idleText(seconds())}</p>
            <div>
              <Button onPress={stir}>{t().shell.idleStay}</Button>
            </div>
          </Notice>
        </div>
      )}
    </Show>
  );
}

export function Banners() {
  const { progress, fault } = createProgress();
  return (
    <>
      <div class="banner-area">
        <Show when={fault()}>
          {(problem) => (
            <Notice kind="error" role="alert">
              <strong>{t().shell.storageFault}</strong>
              <p>{wordFault(t(), problem())}</p>
            </Notice>
          )}
        </Show>
        <Show when={progress()}>
          {(now) => (
            <Notice kind="info">
              <ProgressLine progress={now()} />
              <p class="small">{t().shell.keepWorking}</p>
            </Notice>
          )}
        </Show>
      </div>
      <IdleWarning />
    </>
  );
}

/** A device that asked to join and is not confirmed yet: its four words, and how far the request has come. */
import Lock from "lucide-solid/icons/lock";
import { For, onMount, Show } from "solid-js";
import type { Standing } from "#engine";
import { wordFault } from "#i18n";
import { useApp } from "../app-context.ts";
import { t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { ConnectForm } from "../parts/connect-form.tsx";
import { Notice } from "../parts/notice.tsx";
import { Outside } from "../parts/outside.tsx";

export function Waiting(props: { readonly standing: Extract<Standing, { kind: "waiting" }> }) {
  const app = useApp();
  let heading: HTMLHeadingElement | undefined;
  onMount(() => heading?.focus());
  return (
    <Outside title={t().shell.pages.waiting}>
      <div class="stack stack-wide">
        <h1 ref={heading} tabindex="-1">
          {t().welcome.waitingHeading}
        </h1>
        <section class="stack" aria-labelledby="waiting-words">
          <h2 id="waiting-words">{t().welcome.waitingWords}</h2>
          <ol class="four-words" lang="es">
            <For each={props.standing.words.split(/\s+/u)}>{(word) => <li>{word}</li>}</For>
          </ol>
          <p>{t().welcome.waitingHow}</p>
        </section>
        <Show when={props.standing.refused}>
          {(code) => (
            <Notice kind="error" role="alert">
              <p>{wordFault(t(), { code: code() })}</p>
              <p>{t().welcome.waitingRefused}</p>
            </Notice>
          )}
        </Show>
        <Show
          when={props.standing.presented}
          fallback={
            <Notice kind="warn" role="status">
              {t().welcome.waitingNotSent}
            </Notice>
          }
        >
          <Notice kind="ok" role="status">
            {t().welcome.waitingSent}
          </Notice>
        </Show>
        <p class="quiet">{t().welcome.waitingKeep}</p>
        <div>
          <Button
            icon={<Lock />}
            onPress={() => {
              app.lock();
            }}
          >
            {t().shell.lock}
          </Button>
        </div>
        <details class="fold">
          <summary>{t().welcome.waitingConnect}</summary>
          <div class="fold-body">
            <ConnectForm />
          </div>
        </details>
      </div>
    </Outside>
  );
}

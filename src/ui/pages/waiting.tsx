/** A device that asked to join and is not confirmed yet: its four words, and how far the request has come. */
import { For, Show } from "solid-js";
import type { Standing } from "#engine";
import { wordFault } from "#i18n";
import { t } from "../look.ts";
import { ConnectForm } from "../parts/connect-form.tsx";
import { FocusedHeading } from "../parts/focused-heading.tsx";
import { LockButton } from "../parts/lock-button.tsx";
import { Notice } from "../parts/notice.tsx";
import { Outside } from "../parts/outside.tsx";

export function Waiting(props: { readonly standing: Extract<Standing, { kind: "waiting" }> }) {
  return (
    <Outside title={t().shell.pages.waiting}>
      <div class="stack stack-wide">
        <FocusedHeading>{t().welcome.waitingHeading}</FocusedHeading>
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
        <LockButton />
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

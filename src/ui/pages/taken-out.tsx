/** What came of taking a device or a house out: done or one word given, and what it keeps. */
import { For, Show } from "solid-js";
import type { TakenOut } from "#engine";
import { t } from "../look.ts";
import { Notice } from "../parts/notice.tsx";
import { takeFocus } from "../parts/press.tsx";

export function TakenOutNotice(props: { readonly outcome: TakenOut; readonly said: string }) {
  return (
    <div class="stack" tabindex="-1" ref={takeFocus}>
      <Notice kind={props.outcome.done ? "ok" : "warn"} role="status">
        {props.said}
      </Notice>
      <p>{t().trust.spread}</p>
      <p>{t().trust.couldRead(props.outcome.records.length)}</p>
      <Show when={props.outcome.records.length > 0}>
        <details class="fold">
          <summary>{t().trust.showRecords}</summary>
          <ul class="fold-body">
            <For each={props.outcome.records}>
              {(record) => (
                <li>
                  {record.title} <span class="quiet small">{t().search.kinds[record.kind]}</span>
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
    </div>
  );
}

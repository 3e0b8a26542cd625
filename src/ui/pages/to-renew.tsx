/** Searches that end soon, or have: the list from which somebody of the house calls the families. */
import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import { useApp } from "../app-context.ts";
import { createLive } from "../live.ts";
import { t } from "../look.ts";
import { quiet } from "../idle.ts";
import { Fold } from "../parts/fold.tsx";
import { Name } from "../parts/masked-name.tsx";
import { recordPath } from "../paths.ts";
import { RenewButton, wordEnd } from "./record-end.tsx";

export function ToRenew() {
  const app = useApp();
  const renewals = createLive({
    key: () => "renewals",
    ask: () => app.engine.renewals(),
    concerns: (event) => event.kind === "records",
  });
  const due = () => renewals.value() ?? [];
  return (
    <Show when={due().length > 0}>
      <Fold title={t().seek.toRenew(due().length)} text={t().seek.toRenewText}>
        <ul class="items">
          <For each={due()}>
            {(one) => (
              <li class="stack stack-tight">
                <A id={`renew-${one.report.id}`} class="item-title" href={recordPath(one.report.id)}>
                  <Name name={one.report.title} shown={!quiet()} />
                </A>
                <span>{wordEnd(one)}</span>
                <RenewButton report={one.report.id} describedBy={`renew-${one.report.id}`} />
              </li>
            )}
          </For>
        </ul>
      </Fold>
    </Show>
  );
}

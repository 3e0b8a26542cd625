/** Under the protected people: how many traces there are of who left, when the next one follows, and what is to be opened. */
import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import type { TracesView } from "#engine";
import { useApp } from "../app-context.ts";
import { createLive } from "../live.ts";
import { f, t } from "../look.ts";
import { recordPath } from "../paths.ts";
import { TraceYears } from "./trace-years.tsx";

function Numbers(props: { readonly view: TracesView }) {
  return (
    <>
      <p>{props.view.count === 0 ? t().traces.none : t().traces.count(props.view.count)}</p>
      <Show when={props.view.next}>{(day) => <p>{t().traces.next(f().partialDate(day()) ?? day())}</p>}</Show>
      <Show when={props.view.due > 0}>
        <p class="quiet">{t().traces.due(props.view.due)}</p>
      </Show>
      <Show when={props.view.touched.length > 0}>
        <h3>{t().traces.touched}</h3>
        <ul class="items">
          <For each={props.view.touched}>
            {(one) => (
              <li class="item">
                <A class="item-open" href={recordPath(one.id)}>
                  <span class="item-title">{t().traces.sealed}</span>
                  <span class="item-detail">
                    {one.opened?.reason ?? `${t().traces.waiting}: ${one.waiting[0]?.reason ?? ""}`}
                  </span>
                </A>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  );
}

export function ProtectedTraces() {
  const app = useApp();
  const live = createLive({
    key: () => "traces",
    ask: () => app.engine.traces(),
    concerns: (event) => event.kind === "records",
  });
  return (
    <Show when={live.value()}>
      {(view) => (
        <section class="stack" aria-labelledby="traces-title">
          <h2 id="traces-title">{t().traces.title}</h2>
          <p class="quiet">{t().traces.lead}</p>
          <TraceYears years={view().years} />
          <Numbers view={view()} />
        </section>
      )}
    </Show>
  );
}

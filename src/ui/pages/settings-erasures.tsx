/** What the house erased, and which houses say that they have. */
import { For, Show } from "solid-js";
import type { ErasureView, SiteErasure } from "#engine";
import { useApp } from "../app-context.ts";
import { now } from "../clock.ts";
import { createLive } from "../live.ts";
import { f, t } from "../look.ts";

function Site(props: { readonly site: SiteErasure }) {
  const heard = () => {
    const { lastHeard } = props.site;
    return lastHeard === null ? t().erasure.neverHeard : t().erasure.lastHeard(f().moment(lastHeard, now()));
  };
  return (
    <li>
      {props.site.name}: {props.site.erased ? t().erasure.saysErased : `${t().erasure.notHeard} (${heard()})`}
    </li>
  );
}

function Erased(props: { readonly view: ErasureView }) {
  const done = () => props.view.sites.filter(({ erased }) => erased).length;
  return (
    <li class="stack stack-tight">
      <p>
        <Show when={props.view.at}>
          {(at) => <span class="quiet">{f().moment(Date.parse(at()), now())} · </span>}
        </Show>
        {props.view.reason}
      </p>
      <details>
        <summary>{t().erasure.progress(done(), props.view.sites.length)}</summary>
        <ul>
          <For each={props.view.sites}>{(site) => <Site site={site} />}</For>
        </ul>
      </details>
    </li>
  );
}

export function ErasuresCard() {
  const app = useApp();
  const erasures = createLive({
    key: () => "erasures",
    ask: () => app.engine.erasures(),
    concerns: ({ kind }) => kind === "records" || kind === "members" || kind === "peers",
  });
  return (
    <Show when={erasures.value()?.length}>
      <section class="card" aria-labelledby="erasures-title">
        <h2 id="erasures-title">{t().erasure.progressTitle}</h2>
        <ul class="stack">
          <For each={erasures.value()}>{(view) => <Erased view={view} />}</For>
        </ul>
        <p class="hint">{t().erasure.onlySays}</p>
      </section>
    </Show>
  );
}

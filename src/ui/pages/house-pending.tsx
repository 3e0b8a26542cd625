/** Beside the arrivals: what is left to do for who is here. Messages for everybody at the desk, needs for staff. */
import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import { accessOf } from "#model";
import { useApp, useMember } from "../app-context.ts";
import { createLive } from "../live.ts";
import { quiet } from "../idle.ts";
import { t } from "../look.ts";
import { createReveal, Name, RevealButton } from "../parts/masked-name.tsx";
import { NeedList } from "../parts/need-list.tsx";
import { createWaiting, WaitingList } from "../parts/waiting-list.tsx";
import { recordPath } from "../paths.ts";

export function HousePending() {
  const app = useApp();
  const member = useMember();
  const reveal = createReveal();
  const mayRead = (): boolean => {
    const role = member()?.role;
    return role !== undefined && accessOf(role, "need") === "write";
  };
  const waiting = createWaiting(() => null);
  const care = createLive({
    key: () => (mayRead() ? "needs" : null),
    ask: () => app.engine.care(),
    concerns: (event) => event.kind === "records",
  });
  const consents = createLive({
    key: () => (mayRead() ? "consents" : null),
    ask: () => app.engine.waitingConsents(),
    concerns: (event) => event.kind === "records",
  });
  const toAsk = () => consents.value() ?? [];
  const messages = () => waiting.value() ?? [];
  const needs = () => care.value()?.needs ?? [];
  return (
    <Show when={messages().length + needs().length + toAsk().length > 0}>
      <section class="stack" aria-labelledby="pending-title">
        <div class="row row-apart">
          <h2 id="pending-title">{t().care.open}</h2>
          <RevealButton shown={reveal.shown()} onPress={reveal.toggle} />
        </div>
        <Show when={messages().length > 0}>
          <h3>{t().care.messages}</h3>
          <WaitingList messages={messages()} ofHouse={{ shown: reveal.shown() }} />
        </Show>
        <Show when={toAsk().length > 0}>
          <h3>{t().consent.waitingTitle}</h3>
          <p class="quiet small">{t().consent.waitingLead}</p>
          <ul class="stack">
            <For each={toAsk()}>
              {(one) => (
                <li class="stack stack-tight">
                  <A class="item-title" href={recordPath(one.guest.id)}>
                    <Name name={one.guest.title} shown={reveal.shown() && !quiet()} />
                  </A>
                  <span>{one.purposes.map((purpose) => t().consent.purposes[purpose]).join(" · ")}</span>
                </li>
              )}
            </For>
          </ul>
        </Show>
        <Show when={needs().length > 0}>
          <h3>{t().care.title}</h3>
          <NeedList needs={needs()} ofHouse={{ shown: reveal.shown() }} />
        </Show>
      </section>
    </Show>
  );
}

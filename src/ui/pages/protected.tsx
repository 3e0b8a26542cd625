/**
 * Whoever is protected, for the person in charge: who is here, what is owed and by when, what waits for a second word. The
 * browser's title says "record": histories are read by others.
 */
import { A } from "@solidjs/router";
import { createMemo, For, Show } from "solid-js";
import type { ProtectedView } from "#engine";
import { useApp } from "../app-context.ts";
import { faultOf } from "../engine-client.ts";
import { createLive } from "../live.ts";
import { t } from "../look.ts";
import { createReveal, Name, RevealButton } from "../parts/masked-name.tsx";
import { Notice } from "../parts/notice.tsx";
import { Page } from "../parts/page.tsx";
import { recordPath } from "../paths.ts";
import { wordBed, wordNotice, wordWhys } from "../protection.ts";
import { wordError } from "../wording.ts";
import { ProtectedTraces } from "./protected-traces.tsx";

function Item(props: { readonly view: ProtectedView; readonly shown: boolean }) {
  const done = () => props.view.steps.filter((one) => one.done).length;
  return (
    <li class="item">
      <A class="item-open" href={recordPath(props.view.person.id)}>
        <span class="item-title">
          <Name name={props.view.person.title} shown={props.shown} />
        </span>
        <span class="item-detail">
          {[
            wordBed(props.view.bed),
            props.shown ? wordWhys(props.view.why) : "",
            t().protection.doneOf(done(), props.view.steps.length),
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
        <Show when={wordNotice(props.view)}>{(text) => <strong class="item-detail">{text()}</strong>}</Show>
        <Show when={props.view.waiting.length > 0}>
          <strong class="item-detail">{t().protection.waiting}</strong>
        </Show>
        <Show when={props.view.isHere && !props.view.isBedKept}>
          <span class="item-detail">{t().protection.bedGone}</span>
        </Show>
      </A>
    </li>
  );
}

function List(props: {
  readonly views: readonly ProtectedView[];
  readonly title: string;
  readonly shown: boolean;
}) {
  return (
    <Show when={props.views.length > 0}>
      <section class="stack">
        <h2>
          {props.title} ({props.views.length})
        </h2>
        <ul class="items">
          <For each={props.views}>{(view) => <Item view={view} shown={props.shown} />}</For>
        </ul>
      </section>
    </Show>
  );
}

export function ProtectedPage() {
  const app = useApp();
  const reveal = createReveal();
  const people = createLive({
    key: () => "protected",
    ask: () => app.engine.protectedPeople(),
    concerns: (event) => event.kind === "records",
  });
  const isOther = () => faultOf(people.error())?.code === "not-protection";
  const here = createMemo(() => (people.value() ?? []).filter(({ isHere }) => isHere));
  const gone = createMemo(() => (people.value() ?? []).filter(({ isHere }) => !isHere));
  return (
    <Page title={t().protection.title} windowTitle={t().shell.pages.record} lead={t().protection.lead}>
      <Show when={people.error()}>
        {(error) => (
          <Notice kind={isOther() ? "protect" : "error"} role="alert">
            {isOther() ? t().protection.notForYou : wordError(error())}
          </Notice>
        )}
      </Show>
      <Show when={people.value()}>
        {(views) => (
          <div class="stack stack-wide">
            <Show when={views().length > 0} fallback={<p class="empty quiet">{t().protection.none}</p>}>
              <div>
                <RevealButton shown={reveal.shown()} onPress={reveal.toggle} />
              </div>
            </Show>
            <List views={here()} title={t().protection.here} shown={reveal.shown()} />
            <List views={gone()} title={t().protection.gone} shown={reveal.shown()} />
            <ProtectedTraces />
          </div>
        )}
      </Show>
    </Page>
  );
}

/** Records that do not end by themselves: whoever may erase keeps them on, or opens them to erase them. */
import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import type { ReviewItem } from "#engine";
import { useApp } from "../app-context.ts";
import { createLive } from "../live.ts";
import { f, t } from "../look.ts";
import { announce } from "../parts/announce.tsx";
import { Button } from "../parts/button.tsx";
import { createReveal, Name, RevealButton } from "../parts/masked-name.tsx";
import { Answer, createPress } from "../parts/press.tsx";
import { recordPath } from "../paths.ts";

interface ItemProps {
  readonly item: ReviewItem;
  readonly shown: boolean;
  readonly onKept: () => void;
}

function Item(props: ItemProps) {
  const app = useApp();
  const name = `review-${props.item.id}`;
  const keep = createPress(async () => {
    const { until } = await app.engine.keepOn(props.item.id);
    const said = t().review.kept(f().partialDate(until) ?? until);
    announce(said);
    props.onKept();
    return said;
  });
  return (
    <li class="stack stack-tight">
      <A id={name} class="item-title" href={recordPath(props.item.id)}>
        {t().review.kinds[props.item.kind]}:{" "}
        <Show when={props.item.title !== ""} fallback={t().review.untitled}>
          <Name name={props.item.title} shown={props.shown} />
        </Show>
      </A>
      <span class="quiet">{t().review.since(f().day(props.item.since))}</span>
      <div class="actions">
        <Button busy={keep.state().busy} aria-describedby={name} onPress={keep.press}>
          {t().review.keep}
        </Button>
      </div>
      <Answer to={keep.state()} />
    </li>
  );
}

export function ReviewCard() {
  const app = useApp();
  const { shown, toggle } = createReveal();
  const reviews = createLive({
    key: () => "reviews",
    ask: () => app.engine.reviews(),
    concerns: ({ kind }) => kind === "records",
  });
  const due = () => reviews.value() ?? [];
  return (
    <section class="card stack" aria-labelledby="review-title">
      <h2 id="review-title">{t().review.title}</h2>
      <p>{t().review.lead}</p>
      <Show when={due().length > 0} fallback={<p class="quiet">{t().review.none}</p>}>
        <details class="fold">
          <summary>{t().review.count(due().length)}</summary>
          <div class="fold-body stack">
            <RevealButton shown={shown()} onPress={toggle} />
            <ul class="items">
              <For each={due()}>{(item) => <Item item={item} shown={shown()} onKept={reviews.again} />}</For>
            </ul>
          </div>
        </details>
      </Show>
    </section>
  );
}

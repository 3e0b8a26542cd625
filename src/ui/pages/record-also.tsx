/**
 * On the page of a report or card: another search that may be of the same person, side by side with this one. For the
 * houses to talk about; neither family is told of the other, because who asks may be no family.
 */
import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import type { AlikeHit, RecordView } from "#engine";
import { useApp } from "../app-context.ts";
import { createLive } from "../live.ts";
import { t } from "../look.ts";
import { quiet } from "../idle.ts";
import { Name } from "../parts/masked-name.tsx";
import { Notice } from "../parts/notice.tsx";
import { Likeness } from "../parts/person-hit.tsx";
import { recordPath } from "../paths.ts";
import { valueAt, wordPerson } from "../wording.ts";

const isSought = ({ kind, fields }: RecordView): boolean =>
  (kind === "report" || kind === "card") && valueAt(fields, "status") === "open";

function Pair(props: { readonly view: RecordView; readonly hit: AlikeHit }) {
  return (
    <li class="stack stack-tight">
      <dl class="facts">
        <div class="fact">
          <dt>{t().seek.here}</dt>
          <dd>{wordPerson(props.view.fields)}</dd>
        </div>
        <div class="fact">
          <dt>{t().seek.there}</dt>
          <dd>
            <A class="item-title" href={recordPath(props.hit.id)}>
              <Name name={props.hit.title} shown={!quiet()} />
            </A>{" "}
            {wordPerson(props.hit.fields)}
          </dd>
        </div>
      </dl>
      <Likeness score={props.hit.score} reasons={props.hit.reasons} />
    </li>
  );
}

export function RecordAlso(props: { readonly view: RecordView; readonly mayRead: boolean }) {
  const app = useApp();
  const alike = createLive({
    key: () => (isSought(props.view) && props.mayRead ? props.view : null),
    ask: ({ id, fields }) => app.engine.alike("report", fields, { except: id }),
    concerns: (event) => event.kind === "records",
  });
  const proposed = () => (alike.value() ?? []).filter((hit) => hit.proposed);
  return (
    <Show when={proposed().length > 0}>
      <section class="stack" aria-labelledby="also-title">
        <h2 id="also-title">{t().seek.alsoTitle}</h2>
        <Notice kind="info">{t().seek.alsoText}</Notice>
        <ul class="items">
          <For each={proposed()}>{(hit) => <Pair view={props.view} hit={hit} />}</For>
        </ul>
      </section>
    </Show>
  );
}

/** On a report's page: who may be the one who is sought and agreed to be found, at other shelters. */
import { A } from "@solidjs/router";
import { Index, Show } from "solid-js";
import type { RecordId } from "#engine";
import { useApp } from "../app-context.ts";
import { quiet } from "../idle.ts";
import { createLive } from "../live.ts";
import { t } from "../look.ts";
import { Name } from "../parts/masked-name.tsx";
import { Likeness } from "../parts/person-hit.tsx";
import { recordPath } from "../paths.ts";
import { wordPerson } from "../wording.ts";

export function RecordElsewhere(props: { readonly report: RecordId }) {
  const app = useApp();
  const live = createLive({
    key: () => props.report,
    ask: (of) => app.engine.elsewhere({ of }),
    concerns: (event) => event.kind === "records",
  });
  return (
    <Show when={(live.value() ?? []).length > 0}>
      <section class="stack stack-tight" aria-labelledby="elsewhere-title">
        <h2 id="elsewhere-title">{t().search.elsewhereTitle}</h2>
        <p>{t().search.elsewhereText}</p>
        <ul class="list">
          <Index each={live.value() ?? []}>
            {(view) => (
              <li class="item">
                <A class="item-open" href={recordPath(view().found.id)}>
                  <span class="item-title">
                    <Name name={view().found.title} shown={!quiet()} />
                  </span>
                  <span>{wordPerson(view().found.fields)}</span>
                  <span class="item-detail">{t().search.elsewhere(view().siteName)}</span>
                  <Likeness score={view().score} reasons={view().reasons} />
                </A>
              </li>
            )}
          </Index>
        </ul>
      </section>
    </Show>
  );
}

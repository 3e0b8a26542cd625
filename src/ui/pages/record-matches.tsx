/** On the page of a person: who may be the same. Nothing where nobody is alike, or who looks may not see it. */
import { Show } from "solid-js";
import type { RecordView } from "#engine";
import { t } from "../look.ts";
import { createMatches } from "../matches.ts";
import { MatchList } from "../parts/match-list.tsx";

export function RecordMatches(props: { readonly view: RecordView }) {
  const isOfHouse = () => ["guest", "protected-guest", "trace"].includes(props.view.kind);
  const isPerson = () => ["guest", "report", "card", "protected-guest", "trace"].includes(props.view.kind);
  const matches = createMatches(() => props.view.id);
  const pairs = () => (isPerson() ? (matches.value()?.pairs ?? []) : []);
  return (
    <Show when={pairs().length > 0}>
      <section class="stack" aria-labelledby="matches-title">
        <h2 id="matches-title">{isOfHouse() ? t().matches.ofGuest : t().matches.ofSought}</h2>
        <p>{t().matches.intro}</p>
        <MatchList pairs={pairs()} of={props.view.id} shown />
      </section>
    </Show>
  );
}

/** One result of a search: who, how alike in words, and why. */
import { A } from "@solidjs/router";
import { For } from "solid-js";
import type { SearchHit } from "#engine";
import { wordReason } from "#i18n";
import { quiet } from "../idle.ts";
import { f, t } from "../look.ts";
import { recordPath } from "../paths.ts";
import { wordPerson } from "../wording.ts";
import { Name } from "./masked-name.tsx";

const MUCH = 0.8;
const SOME = 0.5;
const BARS = [1, 2, 3];

/** Absolute, never relative to the list: a lone weak result stays weak. */
const strengthOf = (score: number): "much" | "some" | "little" =>
  score >= MUCH ? "much" : score >= SOME ? "some" : "little";

const FILLED = { much: 3, some: 2, little: 1 } as const;

export function Strength(props: { readonly score: number }) {
  const strength = () => strengthOf(props.score);
  return (
    <span class="strength">
      <span class="strength-bars" aria-hidden="true">
        <For each={BARS}>{(bar) => <i classList={{ on: bar <= FILLED[strength()] }} />}</For>
      </span>
      {t().search.strengths[strength()]}
    </span>
  );
}

export function PersonHit(props: { readonly hit: SearchHit }) {
  return (
    <li class="item">
      <A class="item-open" href={recordPath(props.hit.id)}>
        <span class="item-title">
          <Name name={props.hit.title} shown={!quiet()} />
        </span>
        <span>{wordPerson(props.hit.fields)}</span>
        <span class="item-detail">{t().search.kinds[props.hit.kind]}</span>
        <span class="reasons">
          <Strength score={props.hit.score} />
          <For each={props.hit.reasons}>
            {(reason) => <span class="tag">{wordReason(t(), reason, f())}</span>}
          </For>
        </span>
      </A>
    </li>
  );
}

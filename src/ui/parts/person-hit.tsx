/** One result of a search: who, how probable in words, and what speaks for and against. */
import { A } from "@solidjs/router";
import CircleMinus from "lucide-solid/icons/circle-minus";
import CirclePlus from "lucide-solid/icons/circle-plus";
import { For } from "solid-js";
import { Dynamic } from "solid-js/web";
import type { SearchHit } from "#engine";
import { type Side, strengthOf, wordSides } from "#i18n";
import { quiet } from "../idle.ts";
import { f, t } from "../look.ts";
import { recordPath } from "../paths.ts";
import { wordPerson } from "../wording.ts";
import { Name } from "./masked-name.tsx";

const BARS = [1, 2, 3];
const FILLED = { much: 3, some: 2, little: 1 } as const;

function StrengthMark(props: { readonly probability: number }) {
  const strength = () => strengthOf(props.probability);
  return (
    <span class="strength">
      <span class="strength-bars" aria-hidden="true">
        <For each={BARS}>{(bar) => <i classList={{ on: bar <= FILLED[strength()] }} />}</For>
      </span>
      {t().search.strengths[strength()]}
    </span>
  );
}

const ICONS = { for: CirclePlus, against: CircleMinus };

/** One side by sign, word and outline together. */
function Reasons(props: { readonly side: Side; readonly reasons: readonly string[] }) {
  return (
    <span class="reasons" classList={{ "reasons-against": props.side === "against" }}>
      <span class="reasons-side">
        <Dynamic component={ICONS[props.side]} aria-hidden="true" />
        {t().reasons.sides[props.side]}:
      </span>{" "}
      <For each={props.reasons}>{(reason) => <span class="tag">{reason}</span>}</For>
    </span>
  );
}

/** How probable it is that two are one person, in words, and why. */
export function Likeness(props: Pick<SearchHit, "score" | "reasons">) {
  return (
    <>
      <StrengthMark probability={props.score} />
      <For each={wordSides(t(), props.reasons, f())}>
        {({ side, reasons }) => <Reasons side={side} reasons={reasons} />}
      </For>
    </>
  );
}

/** A guest who left is told as such, wherever guests are listed. */
function kindOf({ kind, fields, siteName }: SearchHit): string {
  if (siteName !== undefined) return t().search.elsewhere(siteName);
  return "leftAt" in fields ? t().matches.left : t().search.kinds[kind];
}

export function PersonHit(props: { readonly hit: SearchHit }) {
  return (
    <li class="item">
      <A class="item-open" href={recordPath(props.hit.id)}>
        <span class="item-title">
          <Name name={props.hit.title} shown={!quiet()} />
        </span>
        <span>{wordPerson(props.hit.fields)}</span>
        <span class="item-detail">{kindOf(props.hit)}</span>
        <Likeness score={props.hit.score} reasons={props.hit.reasons} />
      </A>
    </li>
  );
}

/** What a line of text was understood to say; each part can be left out of the search, and taken in again. */
import { Index, Show } from "solid-js";
import type { QueryPart, Understood } from "#engine";
import { t } from "../look.ts";
import { wordValue } from "../wording.ts";

/** One thing that was understood, in words. */
export interface ToldPart {
  readonly part: QueryPart;
  readonly text: string;
}

const valueOf: Readonly<Record<QueryPart, (told: Understood) => string>> = {
  name: ({ name }) => wordValue("name", name),
  alternateNames: ({ alternateNames }) => wordValue("alternateNames", alternateNames),
  sex: ({ sex }) => wordValue("sex", sex),
  age: ({ age }) => wordValue("age", age),
  birthDate: ({ birthDate }) => wordValue("birthDate", birthDate),
  place: ({ town, state, country }) =>
    [town, state, wordValue("country", country)].filter((text) => (text ?? "") !== "").join(", "),
  relatives: ({ relatives }) => wordValue("relatives", relatives),
  marks: ({ marks }) => wordValue("marks", marks),
  lastContact: ({ lastContact }) => wordValue("lastContact", lastContact),
};
const PARTS = Object.keys(valueOf) as readonly QueryPart[];

export const toldParts = (understood: Understood): readonly ToldPart[] =>
  PARTS.map((part) => ({ part, text: valueOf[part](understood) })).filter(({ text }) => text !== "");

function Told(props: {
  readonly told: ToldPart;
  readonly stays: boolean;
  readonly counts: boolean;
  readonly onToggle: () => void;
}) {
  const text = () => `${t().search.parts[props.told.part]}: ${props.told.text}`;
  return (
    <Show when={!props.stays} fallback={<span class="tag">{text()}</span>}>
      <button
        type="button"
        class="tag told"
        aria-pressed={props.counts}
        onClick={() => {
          props.onToggle();
        }}
      >
        {props.counts ? text() : t().search.notCounted(text())}
      </button>
    </Show>
  );
}

export function UnderstoodNote(props: {
  readonly told: readonly ToldPart[];
  /** Who is meant is told by one of these: where there is one alone, it stays. */
  readonly telling: readonly QueryPart[];
  readonly without: readonly QueryPart[];
  readonly onToggle: (told: ToldPart) => void;
}) {
  const staying = () => {
    const counting = props.telling.filter((part) => !props.without.includes(part));
    return counting.length === 1 ? counting[0] : null;
  };
  return (
    <div class="understood" role="group" aria-labelledby="understood-title">
      <span class="reasons-side" id="understood-title">
        {t().search.understood}:
      </span>
      {/* by position: who walks by keyboard stays where they are when the next answer comes */}
      <Index each={props.told}>
        {(told) => (
          <Told
            told={told()}
            stays={staying() === told().part}
            counts={!props.without.includes(told().part)}
            onToggle={() => {
              props.onToggle(told());
            }}
          />
        )}
      </Index>
      <Show when={props.told.length > 1}>
        <span class="hint">{t().search.understoodHint}</span>
      </Show>
    </div>
  );
}

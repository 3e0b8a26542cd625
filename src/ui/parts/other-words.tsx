/** What houses say differently of a service, each with its house. */
import { Index } from "solid-js";
import type { OtherWord } from "#engine";
import { f, t } from "../look.ts";
import { wordHouse } from "../route.ts";

const CODED: Readonly<Record<string, (code: string) => string | undefined>> = {
  type: (code) => new Map(Object.entries(t().route.types)).get(code),
  offers: (code) => new Map(Object.entries(t().care.kinds)).get(code),
  accepts: (code) => new Map(Object.entries(t().route.groups)).get(code),
};

function wordOther(word: OtherWord): string {
  const { field, value } = word;
  const items = (Array.isArray(value) ? value : [value]).map((item) => String(item));
  const told = items.map((item) => CODED[field]?.(item) ?? item);
  return t().route.otherWord(wordHouse(word), t().fields.labels[field] ?? field, f().list(told));
}

export function OtherWords(props: { readonly words: readonly OtherWord[] }) {
  return (
    <ul class="stack stack-tight small">
      <Index each={props.words}>{(word) => <li>{wordOther(word())}</li>}</Index>
    </ul>
  );
}

/** Says of an answer that came early how many people it is of. Not read aloud at each change. */
import { Show } from "solid-js";
import type { Indexed } from "#engine";
import { f, t } from "../look.ts";
import { Notice } from "./notice.tsx";

export function IndexedNote(props: { readonly indexed: Indexed | null }) {
  return (
    <Show when={props.indexed}>
      {(indexed) => (
        <Notice kind="info">
          {t().search.indexing(f().number(indexed().done), f().number(indexed().total))}
        </Notice>
      )}
    </Show>
  );
}

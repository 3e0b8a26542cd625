/** One line of a list of facts (`<dl class="facts">`): what it is, and what is known; no line where nothing is. */
import { Show } from "solid-js";

export function Fact(props: { readonly label: string; readonly text: string | null | undefined }) {
  return (
    <Show when={props.text}>
      <div class="fact">
        <dt>{props.label}</dt>
        <dd class="value-text">{props.text}</dd>
      </div>
    </Show>
  );
}

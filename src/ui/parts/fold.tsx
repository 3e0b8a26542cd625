/** What is opened by its title: a sentence of explanation, and what it is about. */
import type { ParentProps } from "solid-js";

export function Fold(props: ParentProps<{ readonly title: string; readonly text: string }>) {
  return (
    <details class="fold">
      <summary>{props.title}</summary>
      <div class="fold-body stack">
        <p>{props.text}</p>
        {props.children}
      </div>
    </details>
  );
}

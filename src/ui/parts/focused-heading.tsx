/** The heading of what has just opened: it takes the focus, so that a keyboard and a screen reader begin there. */
import { onMount, type ParentProps } from "solid-js";

export function FocusedHeading(props: ParentProps<{ readonly class?: string }>) {
  let heading: HTMLHeadingElement | undefined;
  onMount(() => heading?.focus());
  return (
    <h1 ref={heading} tabindex="-1" class={props.class}>
      {props.children}
    </h1>
  );
}

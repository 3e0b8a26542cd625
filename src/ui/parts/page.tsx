/**
 * A page: its heading takes the focus when the page opens (unless a field of the page does), and
 * the browser's title names the page and nothing else, because titles end up in histories.
 */
import { createEffect, type JSX, onMount, type ParentProps, Show } from "solid-js";
import { t } from "../look.ts";

export interface PageProps {
  readonly title: string;
  /** What the browser's title says, where the heading may hold a name. */
  readonly windowTitle?: string;
  readonly lead?: JSX.Element;
  readonly head?: JSX.Element;
  /** False when a field of the page takes the focus. */
  readonly focusHeading?: boolean;
}

export function Page(props: ParentProps<PageProps>) {
  let heading: HTMLHeadingElement | undefined;
  createEffect(() => {
    document.title = `${props.windowTitle ?? props.title} · ${t().shell.app}`;
  });
  onMount(() => {
    if (props.focusHeading !== false) heading?.focus({ preventScroll: true });
  });
  return (
    <>
      <div class="page-head">
        <h1 ref={heading} tabindex="-1">
          {props.title}
        </h1>
        <Show when={props.lead}>
          <p class="lead">{props.lead}</p>
        </Show>
        {props.head}
      </div>
      {props.children}
    </>
  );
}

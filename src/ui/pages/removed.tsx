/** A device that was taken out of the network: what that means, and how to come back. */
import { onMount } from "solid-js";
import { t } from "../look.ts";
import { Outside } from "../parts/outside.tsx";

export function Removed() {
  let heading: HTMLHeadingElement | undefined;
  onMount(() => heading?.focus());
  return (
    <Outside title={t().trust.removedTitle}>
      <div class="stack stack-wide">
        <h1 ref={heading} tabindex="-1">
          {t().trust.removedTitle}
        </h1>
        <p>{t().trust.removedText}</p>
        <p>{t().trust.removedBack}</p>
      </div>
    </Outside>
  );
}

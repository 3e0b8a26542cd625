/** A device that was taken out of the network: what that means, what stays on it, and how to come back. */
import Lock from "lucide-solid/icons/lock";
import { onMount } from "solid-js";
import { useApp } from "../app-context.ts";
import { t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import { Outside } from "../parts/outside.tsx";
import { LeaveFold } from "./leave-computer.tsx";

export function Removed() {
  const app = useApp();
  let heading: HTMLHeadingElement | undefined;
  onMount(() => heading?.focus());
  return (
    <Outside title={t().trust.removedTitle}>
      <div class="stack stack-wide">
        <h1 ref={heading} tabindex="-1">
          {t().trust.removedTitle}
        </h1>
        <p>{t().trust.removedText}</p>
        <Notice kind="info">{t().trust.removedKeeps}</Notice>
        <p>{t().trust.removedBack}</p>
        <div>
          <Button
            icon={<Lock />}
            onPress={() => {
              app.lock();
            }}
          >
            {t().shell.lock}
          </Button>
        </div>
        <LeaveFold />
      </div>
    </Outside>
  );
}

/** A device that was taken out of the network: what that means, what stays on it, and how to come back. */
import { t } from "../look.ts";
import { FocusedHeading } from "../parts/focused-heading.tsx";
import { LockButton } from "../parts/lock-button.tsx";
import { Notice } from "../parts/notice.tsx";
import { Outside } from "../parts/outside.tsx";
import { LeaveFold } from "./leave-computer.tsx";

export function Removed() {
  return (
    <Outside title={t().trust.removedTitle}>
      <div class="stack stack-wide">
        <FocusedHeading>{t().trust.removedTitle}</FocusedHeading>
        <p>{t().trust.removedText}</p>
        <Notice kind="info">{t().trust.removedKeeps}</Notice>
        <p>{t().trust.removedBack}</p>
        <LockButton />
        <LeaveFold />
      </div>
    </Outside>
  );
}

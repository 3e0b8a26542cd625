/**
 * Before somebody calls for a guest or tells another house of them: whom the guest wants never to be told. Short, and only
 * there where there is somebody. A volunteer reads none of it (docs/records.md, "never-tell").
 */
import { For, Show } from "solid-js";
import type { RecordId } from "#engine";
import { useApp } from "../app-context.ts";
import { createLive } from "../live.ts";
import { t } from "../look.ts";
import { wordNever } from "../wording.ts";
import { Notice } from "./notice.tsx";

export function NeverWarning(props: { readonly guests: readonly RecordId[]; readonly text: string }) {
  const app = useApp();
  const never = createLive({
    key: () => (props.guests.length === 0 ? null : props.guests.join(" ")),
    ask: async () => {
      const each = await Promise.all(props.guests.map((guest) => app.engine.neverTell(guest)));
      return [...new Set(each.flat().map(wordNever))];
    },
    concerns: (event) => event.kind === "records",
  });
  return (
    <Show when={(never.value() ?? []).length > 0}>
      <Notice kind="protect">
        <strong>{t().care.never}</strong>
        <ul class="stack stack-tight">
          <For each={never.value()}>{(who) => <li>{who}</li>}</For>
        </ul>
        <p>{props.text}</p>
      </Notice>
    </Show>
  );
}

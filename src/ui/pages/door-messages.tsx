/** Messages that were taken at the door, for those who may read them: whoever took one at night may not. */
import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import { useApp, useMember } from "../app-context.ts";
import { createLive } from "../live.ts";
import { t } from "../look.ts";
import { quiet } from "../idle.ts";
import { Fold } from "../parts/fold.tsx";
import { Name } from "../parts/masked-name.tsx";
import { recordPath } from "../paths.ts";
import { valueAt, wordValue } from "../wording.ts";

export function DoorMessages() {
  const app = useApp();
  const member = useMember();
  const messages = createLive({
    key: () => (member()?.role === "volunteer" ? null : "night-message"),
    ask: () => app.engine.list("night-message"),
    concerns: (event) => event.kind === "records",
  });
  const taken = () => messages.value() ?? [];
  return (
    <Show when={taken().length > 0}>
      <Fold title={t().seek.messages(taken().length)} text={t().seek.messagesText}>
        <ul class="items">
          <For each={taken()}>
            {(item) => (
              <li>
                <A class="item-title" href={recordPath(item.id)}>
                  <Name name={wordValue("text", valueAt(item.fields, "text"))} shown={!quiet()} />
                </A>
              </li>
            )}
          </For>
        </ul>
      </Fold>
    </Show>
  );
}

/**
 * On the page of a message that was taken at the door: whether who left it says to be somebody whom a guest wants never to
 * be told. Said here, to who reads it later and alone, and not at the door, where the one who asks would see the screen.
 */
import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import type { ListItem, RecordView } from "#engine";
import { isNamedIn } from "#model";
import { useApp } from "../app-context.ts";
import { quiet } from "../idle.ts";
import { createLive } from "../live.ts";
import { t } from "../look.ts";
import { Name } from "../parts/masked-name.tsx";
import { Notice } from "../parts/notice.tsx";
import { recordPath } from "../paths.ts";
import { valueAt } from "../wording.ts";

/** By name; or by what they are to the person, where it is that person whom they ask for. */
function isMeant(message: object, never: object, guest: ListItem | undefined): boolean {
  const name = isNamedIn({ name: valueAt(message, "askedBy") }, { name: valueAt(never, "name") });
  const relation = isNamedIn(
    { relation: valueAt(message, "relation") },
    { relation: valueAt(never, "relation") },
  );
  const asksFor = isNamedIn({ name: valueAt(message, "for") }, { name: guest?.title });
  return name || (relation && asksFor);
}

export function RecordNightMessage(props: { readonly view: RecordView; readonly mayRead: boolean }) {
  const app = useApp();
  const guests = createLive({
    key: () => (props.view.kind === "night-message" && props.mayRead ? props.view : null),
    ask: async ({ fields }) => {
      const [never, known] = await Promise.all([app.engine.list("never-tell"), app.engine.list("guest")]);
      const byId = new Map(
        known.flatMap((item) => (item.records ?? [item.id]).map((id): [unknown, ListItem] => [id, item])),
      );
      const meant = never
        .filter((one) => valueAt(one.fields, "takenBack") !== true)
        .map((one) => ({ one, guest: byId.get(valueAt(one.fields, "guest")) }))
        .filter(({ one, guest }) => isMeant(fields, one.fields, guest));
      return [...new Set(meant.flatMap(({ guest }) => guest ?? []))];
    },
    concerns: (event) => event.kind === "records",
  });
  return (
    <Show when={(guests.value() ?? []).length > 0}>
      <Notice kind="protect">
        <strong>{t().care.askedByNever}</strong>
        <ul class="stack stack-tight">
          <For each={guests.value()}>
            {(guest) => (
              <li>
                <A href={recordPath(guest.id)}>
                  <Name name={guest.title} shown={!quiet()} />
                </A>
              </li>
            )}
          </For>
        </ul>
        <p>{t().care.askedByNeverText}</p>
      </Notice>
    </Show>
  );
}

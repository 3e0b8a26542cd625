/** Messages that wait for guests: from whom in one word, what they say to who may read it, and giving them. */
import { A } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import type { RecordId, WaitingView } from "#engine";
import { useApp } from "../app-context.ts";
import { quiet } from "../idle.ts";
import { createLive, type Live } from "../live.ts";
import { t } from "../look.ts";
import { recordPath } from "../paths.ts";
import { wordError, wordMoment } from "../wording.ts";
import { announce } from "./announce.tsx";
import { Button } from "./button.tsx";
import { Name } from "./masked-name.tsx";
import { Notice } from "./notice.tsx";

/** Of a guest, or of the house. */
export function createWaiting(guest: () => RecordId | null): Live<readonly WaitingView[]> {
  const app = useApp();
  return createLive({
    key: () => guest() ?? "",
    ask: () => {
      const of = guest();
      return of === null ? app.engine.waiting() : app.engine.waiting(of);
    },
    concerns: (event) => event.kind === "records",
  });
}

export interface WaitingListProps {
  readonly messages: readonly WaitingView[];
  /** Says for whom each is, and no more of it; names hidden unless they are shown. */
  readonly ofHouse?: { readonly shown: boolean };
}

const wordWaiting = ({ relation, at }: WaitingView): string =>
  t().care.waits(t().calls.relations[relation], wordMoment(at));

export function WaitingList(props: WaitingListProps) {
  const app = useApp();
  const [failed, setFailed] = createSignal<unknown>();
  const deliver = async ({ id }: WaitingView): Promise<void> => {
    try {
      await app.engine.deliver(id);
      setFailed(undefined);
      announce(t().care.delivered);
    } catch (error) {
      setFailed(error);
    }
  };
  return (
    <>
      <Show when={failed()}>
        {(error) => (
          <Notice kind="error" role="alert">
            {wordError(error())}
          </Notice>
        )}
      </Show>
      <ul class="stack">
        <For each={props.messages} fallback={<li class="quiet">{t().care.noMessages}</li>}>
          {(message) => (
            <li class="stack stack-tight">
              <Show when={props.ofHouse}>
                {(house) => (
                  <A class="item-title" href={recordPath(message.guest.id)}>
                    <Name name={message.guest.title} shown={house().shown && !quiet()} />
                  </A>
                )}
              </Show>
              <span>{wordWaiting(message)}</span>
              <Show when={props.ofHouse === undefined}>
                <Show when={message.text} fallback={<span class="quiet">{t().care.askTeam}</span>}>
                  {(text) => <p class="value-text">«{text()}»</p>}
                </Show>
                <div>
                  <Button
                    aria-label={t().care.deliverOf(wordWaiting(message))}
                    onPress={() => void deliver(message)}
                  >
                    {t().care.deliver}
                  </Button>
                </div>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </>
  );
}

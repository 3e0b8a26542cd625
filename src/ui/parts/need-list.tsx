/** Open needs, each with what can be done: note that it was attended, or take it off. */
import { A } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import type { NeedView } from "#engine";
import { useApp } from "../app-context.ts";
import { now } from "../clock.ts";
import { quiet } from "../idle.ts";
import { t } from "../look.ts";
import { recordPath } from "../paths.ts";
import { wordError, wordMoment } from "../wording.ts";
import { announce } from "./announce.tsx";
import { Button } from "./button.tsx";
import { Name } from "./masked-name.tsx";
import { Notice } from "./notice.tsx";

export interface NeedListProps {
  readonly needs: readonly NeedView[];
  /** Says of whom each is; names hidden unless they are shown. */
  readonly ofHouse?: { readonly shown: boolean };
}

const wordNeed = ({ what, note }: NeedView): string =>
  [t().care.kinds[what], note ?? ""].filter((part) => part !== "").join(" · ");

export function NeedList(props: NeedListProps) {
  const app = useApp();
  const [failed, setFailed] = createSignal<unknown>();
  const act = async (deed: () => Promise<unknown>): Promise<void> => {
    try {
      await deed();
      setFailed(undefined);
      announce(t().care.saved);
    } catch (error) {
      setFailed(error);
    }
  };
  const attend = ({ id, guest, what }: NeedView) =>
    act(() => app.engine.add("attention", { guests: [guest.id], what, need: id }));
  const close = ({ id }: NeedView) =>
    act(() => app.engine.edit(id, { closedAt: new Date(now()).toISOString() }));
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
        <For each={props.needs} fallback={<li class="quiet">{t().care.noneOpen}</li>}>
          {(need) => (
            <li class="stack stack-tight">
              <Show when={props.ofHouse}>
                {(house) => (
                  <A class="item-title" href={recordPath(need.guest.id)}>
                    <Name name={need.guest.title} shown={house().shown && !quiet()} />
                  </A>
                )}
              </Show>
              <span>
                {wordNeed(need)} <span class="quiet small">{t().care.since(wordMoment(need.at))}</span>
              </span>
              <div class="actions">
                <Button aria-label={t().care.attendOf(wordNeed(need))} onPress={() => void attend(need)}>
                  {t().care.attend}
                </Button>
                <Button aria-label={t().care.closeOf(wordNeed(need))} onPress={() => void close(need)}>
                  {t().care.close}
                </Button>
              </div>
            </li>
          )}
        </For>
      </ul>
    </>
  );
}

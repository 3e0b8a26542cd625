/** Beside the form of a referral: who came with the guest, to go in the same one. Each is asked apart from the others. */
import { A } from "@solidjs/router";
import { createMemo, For, Show } from "solid-js";
import type { ListItem, RecordId, ToldTo } from "#engine";
import { useApp } from "../app-context.ts";
import { createLive } from "../live.ts";
import { t } from "../look.ts";
import { Notice } from "../parts/notice.tsx";
import { Ticks } from "../parts/ticks.tsx";
import { recordPath } from "../paths.ts";

interface CompanionsProps {
  readonly guest: RecordId;
  /** To whom; empty while nobody is chosen. */
  readonly to: ToldTo | "";
  readonly chosen: readonly RecordId[];
  readonly onChoose: (chosen: readonly RecordId[]) => void;
}

interface Companion extends ListItem {
  /** To whom they said that they may be referred. */
  readonly mayTell: readonly (ToldTo | null)[];
}

export function Companions(props: CompanionsProps) {
  const app = useApp();
  const withWords = async (item: ListItem): Promise<Companion> => {
    const consents = await app.engine.consents(item.id);
    const said = consents.filter(({ purpose, state }) => purpose === "refer" && state === "yes");
    return { ...item, mayTell: said.map(({ to }) => to) };
  };
  const live = createLive({
    key: () => props.guest,
    ask: async (guest) => Promise.all((await app.engine.companions(guest)).map(withWords)),
    concerns: (event) => event.kind === "records",
  });
  const known = () => live.value() ?? [];
  const nameOf = ({ title }: ListItem): string => (title === "" ? t().shell.unknown : title);
  const toAsk = createMemo(() => {
    const { to, chosen } = props;
    return to === "" ? [] : known().filter(({ id, mayTell }) => chosen.includes(id) && !mayTell.includes(to));
  });
  return (
    <Show when={known().length > 0}>
      <Ticks<RecordId>
        id="field-refer-companions"
        label={t().referrals.companions}
        hint={t().referrals.companionsHint}
        options={known().map((one) => ({ value: one.id, label: nameOf(one) }))}
        value={props.chosen}
        onValue={props.onChoose}
      />
      <Show when={toAsk().length > 0}>
        <Notice kind="warn">
          <p>{t().referrals.companionsToAsk}</p>
          <ul>
            <For each={toAsk()}>
              {(one) => (
                <li>
                  <A href={recordPath(one.id)}>{nameOf(one)}</A>
                </li>
              )}
            </For>
          </ul>
        </Notice>
      </Show>
    </Show>
  );
}

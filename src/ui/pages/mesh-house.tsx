/** What a house may say of another: that it no longer trusts it, alone; that it should be out, which takes two. */
import { createSignal, For, Match, Show, Switch } from "solid-js";
import type { RemovedSite, SiteView } from "#engine";
import { HOUSES_THAT_AGREE } from "../access.ts";
import { useApp, useMember } from "../app-context.ts";
import { t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Notice } from "../parts/notice.tsx";
import { Answer, createPress } from "../parts/press.tsx";
import { DistrustPart } from "./mesh-distrust.tsx";
import { wordNames } from "../wording.ts";
import { TakenOutNotice } from "./taken-out.tsx";

interface Props {
  readonly site: SiteView;
  /** How many houses the network has. */
  readonly houses: number;
  readonly onClose: () => void;
}

function Words(props: { readonly votes: SiteView["votes"] }) {
  return (
    <Show when={props.votes.length > 0} fallback={<p>{t().trust.houseNoWord}</p>}>
      <Notice kind="warn">
        <p>{t().trust.houseWords}</p>
        <ul>
          <For each={props.votes}>{({ name }) => <li>{name}</li>}</For>
        </ul>
      </Notice>
    </Show>
  );
}

function GiveWord(props: Props & { readonly onDone: (done: RemovedSite) => void }) {
  const app = useApp();
  const { state, press } = createPress(async () => {
    props.onDone(await app.engine.removeSite(props.site.site));
    return "";
  });
  return (
    <>
      <p class="quiet">{t().trust.takeOutKeeps}</p>
      <Answer to={state()} />
      <div class="actions">
        <Button look="danger" busy={state().busy} busyText={t().trust.houseTaking} onPress={press}>
          {props.site.votes.length > 0 ? t().trust.houseTakeOut : t().trust.houseGiveWord}
        </Button>
        <Button
          onPress={() => {
            props.onClose();
          }}
        >
          {t().trust.houseKeep}
        </Button>
      </div>
    </>
  );
}

export function HouseDialog(props: Props) {
  const member = useMember();
  const [done, setDone] = createSignal<RemovedSite>();
  const gave = () => props.site.votes.some(({ site }) => site === member()?.site);
  return (
    <Dialog open title={t().trust.houseOf(props.site.name)} onClose={props.onClose}>
      <Switch>
        <Match when={done()}>
          {(removed) => (
            <TakenOutNotice
              outcome={removed()}
              said={removed().done ? t().trust.houseOut(props.site.name) : t().trust.houseOneWord}
            />
          )}
        </Match>
        <Match when={done() === undefined}>
          <div class="stack">
            <Show when={props.site.alike.length > 0}>
              <Notice kind="warn">{t().trust.alikeJudge(wordNames(props.site.alike))}</Notice>
            </Show>
            <DistrustPart site={props.site} />
            <h3>{t().trust.houseOutTitle}</h3>
            <p>{t().trust.houseWhen}</p>
            <p>{t().trust.houseRule}</p>
            <Words votes={props.site.votes} />
            <Switch fallback={<GiveWord {...props} onDone={setDone} />}>
              <Match when={props.houses < HOUSES_THAT_AGREE}>
                <Notice kind="info">{t().trust.houseTooFew}</Notice>
              </Match>
              <Match when={gave()}>
                <Notice kind="info">{t().trust.houseOneWord}</Notice>
              </Match>
            </Switch>
          </div>
        </Match>
      </Switch>
    </Dialog>
  );
}

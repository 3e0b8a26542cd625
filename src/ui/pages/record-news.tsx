/**
 * On the page of a report or card: other houses that ask to be called, what this house noted, and noting it. What is
 * spoken of in person shows as that; no death is a text or a state here.
 */
import { For, Show } from "solid-js";
import type { NewsCallView, NewsView, RecordView } from "#engine";
import { useApp, useMember } from "../app-context.ts";
import { createLive } from "../live.ts";
import { t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import { Answer, createPress } from "../parts/press.tsx";
import { wordError, wordMoment } from "../wording.ts";
import { NewsForm } from "./news-form.tsx";

function Call(props: { readonly call: NewsCallView }) {
  const line = () => {
    const { whom, siteName } = props.call;
    return whom === null ? t().news.callSite(siteName) : t().news.call(whom, siteName);
  };
  return (
    <Notice kind="warn">
      <strong>{line()}</strong>
      <p>{t().news.callText}</p>
    </Notice>
  );
}

const wordDetail = ({ heardFrom, confirmedBy, on }: NewsView): string =>
  [heardFrom === null ? null : t().news.sources[heardFrom], confirmedBy, on === null ? null : wordMoment(on)]
    .filter((part) => part !== null)
    .join(" · ");

function One(props: { readonly one: NewsView }) {
  const app = useApp();
  const member = useMember();
  const takeBack = createPress(async () => {
    await app.engine.takeBackNews(props.one.id);
    return t().news.takenBack;
  });
  const isKept = () => props.one.what === "in-person";
  const word = () => {
    const { what } = props.one;
    return what === "in-person" ? t().news.inPerson : t().news.kinds[what];
  };
  return (
    <li class="stack stack-tight">
      <strong>{word()}</strong>
      <Show when={isKept()} fallback={<span>{wordDetail(props.one)}</span>}>
        <span>{t().news.states[props.one.state]}</span>
        <p>{t().news.inPersonText}</p>
        <span>{t().news.call(props.one.whom, member()?.siteName ?? "")}</span>
      </Show>
      <Show when={props.one.closed}>
        {(why) => <Notice kind="warn">{t().news.closed(t().sharing.whys[why()])}</Notice>}
      </Show>
      <Answer to={takeBack.state()} />
      <div>
        <Button look="plain" busy={takeBack.state().busy} onPress={takeBack.press}>
          {t().news.takeBack}
        </Button>
      </div>
    </li>
  );
}

const isSought = ({ kind }: RecordView): boolean => kind === "report" || kind === "card";

export function RecordNews(props: { readonly view: RecordView; readonly mayWrite: boolean }) {
  const app = useApp();
  const live = createLive({
    key: () => (isSought(props.view) && props.mayWrite ? props.view.id : null),
    ask: async (of) => ({ calls: await app.engine.newsCalls({ of }), news: await app.engine.news({ of }) }),
    concerns: (event) => event.kind === "records",
  });
  return (
    <Show when={isSought(props.view) && props.mayWrite}>
      <section class="stack" aria-labelledby="news-title">
        <h2 id="news-title">{t().news.title}</h2>
        <Show when={live.error()}>
          <Notice kind="error" role="alert">
            {wordError(live.error())}
          </Notice>
        </Show>
        <For each={live.value()?.calls}>{(call) => <Call call={call} />}</For>
        <Show when={(live.value()?.news ?? []).length > 0} fallback={<p class="quiet">{t().news.none}</p>}>
          <ul class="items">
            <For each={live.value()?.news}>{(one) => <One one={one} />}</For>
          </ul>
        </Show>
        <NewsForm about={props.view.id} />
      </section>
    </Show>
  );
}

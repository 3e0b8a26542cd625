/** The board of the route: what each shelter says of today, older values as such; the own one first, to be changed. */
import { createSignal, For, Index, Show } from "solid-js";
import type { BoardView } from "#engine";
import { useApp } from "../app-context.ts";
import { createLive } from "../live.ts";
import { t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import { Answer, createPress, takeFocus } from "../parts/press.tsx";
import { RoutePage } from "../parts/route-page.tsx";
import { wordHouse, wordSaid } from "../route.ts";
import { wordError } from "../wording.ts";
import { BoardForm } from "./route-board-form.tsx";
import { RouteNotices } from "./route-notices.tsx";

interface Line {
  readonly title: string;
  readonly text: string;
  readonly said: string;
  readonly isOld: boolean;
  readonly isStrong?: boolean;
}

const textOf = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== "").join(" · ");

function Lines(props: { readonly title: string; readonly lines: readonly Line[] }) {
  return (
    <Show when={props.lines.length > 0}>
      <div class="stack stack-tight">
        <p class="label">{props.title}</p>
        <ul class="stack stack-tight" aria-label={props.title}>
          <Index each={props.lines}>
            {(line) => (
              <li classList={{ "route-old": line().isOld }}>
                <strong>{line().title}</strong>
                <Show when={line().text !== ""}>: {line().text}</Show>
                {" · "}
                <span class="small" classList={{ quiet: !line().isOld }}>
                  {line().said}
                </span>
              </li>
            )}
          </Index>
        </ul>
      </div>
    </Show>
  );
}

function Said(props: { readonly board: BoardView }) {
  const words = () => t().route;
  const alerts = (): readonly Line[] =>
    props.board.alerts.map((one) => ({
      ...{ title: words().alertKinds[one.alert], text: one.note ?? "" },
      ...{ said: wordSaid(one), isOld: one.age !== "current" },
    }));
  const beds = (): readonly Line[] =>
    props.board.beds.map((one) => ({
      ...{ title: words().bedGroups[one.group] },
      text: one.free === null ? "" : words().bedsFree(one.free),
      ...{ said: wordSaid(one), isOld: one.age !== "current" },
    }));
  const needs = (): readonly Line[] =>
    props.board.needs.map((one) => ({
      title: words().needKinds[one.need],
      text: textOf([one.urgent ? words().urgent : null, one.note]),
      ...{ said: wordSaid(one), isOld: one.age !== "current" },
    }));
  return (
    <Show when={props.board.saidAt} fallback={<p class="quiet">{words().noBoard}</p>}>
      <Lines title={words().alerts} lines={alerts()} />
      <Lines title={words().beds} lines={beds()} />
      <Lines title={words().needs} lines={needs()} />
    </Show>
  );
}

function OwnBoard(props: { readonly board: BoardView; readonly onChanged: () => void }) {
  const app = useApp();
  const [editing, setEditing] = createSignal<BoardView | null>(null);
  let isBack = false;
  const repeat = createPress(async () => {
    await app.engine.repeatBoard();
    props.onChanged();
    return t().route.boardSaved;
  });
  const done = (): void => {
    isBack = true;
    setEditing(null);
    props.onChanged();
  };
  return (
    <section class="card" aria-labelledby="own-board">
      <h2 id="own-board">{t().route.ownBoard}</h2>
      <Show
        when={editing()}
        keyed
        fallback={
          <>
            <Said board={props.board} />
            <Answer to={repeat.state()} />
            <div class="actions screen-only">
              <Button
                look="primary"
                ref={(button) => {
                  if (isBack) takeFocus(button);
                }}
                onPress={() => setEditing(props.board)}
              >
                {t().route.editBoard}
              </Button>
              <Show when={props.board.saidAt}>
                <Button busy={repeat.state().busy} onPress={repeat.press}>
                  {t().route.repeatBoard}
                </Button>
              </Show>
            </div>
          </>
        }
      >
        {(board) => <BoardForm board={board} onDone={done} />}
      </Show>
    </section>
  );
}

function Others(props: { readonly boards: readonly BoardView[] }) {
  return (
    <section class="stack" aria-labelledby="other-boards">
      <h2 id="other-boards">{t().route.otherBoards}</h2>
      <Show when={props.boards.length > 0} fallback={<p class="quiet">{t().route.alone}</p>}>
        <ul class="route-boards">
          <For each={props.boards.map(({ site }) => site)}>
            {(site) => (
              <Show when={props.boards.find((one) => one.site === site)}>
                {(board) => (
                  <li class="card">
                    <div>
                      <h3>{wordHouse(board())}</h3>
                      <Show when={board().place}>{(place) => <p class="quiet">{place()}</p>}</Show>
                    </div>
                    <Said board={board()} />
                  </li>
                )}
              </Show>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}

function Boards() {
  const app = useApp();
  const boards = createLive({
    key: () => "boards",
    ask: () => app.engine.boards(),
    concerns: (event) => event.kind === "records" || event.kind === "members",
  });
  const own = () => boards.value()?.find(({ ownSite }) => ownSite);
  const others = () => boards.value()?.filter(({ ownSite }) => !ownSite) ?? [];
  return (
    <>
      <Show when={boards.error()}>
        {(error) => (
          <Notice kind="error" role="alert">
            {wordError(error())}
          </Notice>
        )}
      </Show>
      <RouteNotices />
      <Show when={own()} fallback={<p class="quiet">{t().shell.loading}</p>}>
        {(board) => <OwnBoard board={board()} onChanged={boards.again} />}
      </Show>
      <Show when={boards.value()}>
        <Others boards={others()} />
      </Show>
    </>
  );
}

export function RouteBoardPage() {
  return (
    <RoutePage of="board">
      <Boards />
    </RoutePage>
  );
}

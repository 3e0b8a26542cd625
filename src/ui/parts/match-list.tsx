/** Pairs of who is sought and who came: both people, how alike they are and why, and the word that they are not one. */
import { A } from "@solidjs/router";
import { createComputed, createSignal, createUniqueId, For, Show } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import type { Follower, ListItem, MatchView, RecordId } from "#engine";
import { useApp } from "../app-context.ts";
import { t } from "../look.ts";
import { recordPath } from "../paths.ts";
import { wordError, wordPerson } from "../wording.ts";
import { announce } from "./announce.tsx";
import { Button } from "./button.tsx";
import { TextField } from "./field.tsx";
import { createFollowers, FollowedBy } from "./followed-by.tsx";
import { Name } from "./masked-name.tsx";
import { MatchDecision } from "./match-decision.tsx";
import { Notice } from "./notice.tsx";
import { Likeness } from "./person-hit.tsx";
import { takeFocus } from "./press.tsx";

interface SideProps {
  readonly said: string;
  readonly item: ListItem;
  readonly shown: boolean;
}

const isSealed = ({ kind, title }: ListItem): boolean => kind === "trace" && title === "";

function Side(props: SideProps) {
  return (
    <A class="match-side" href={recordPath(props.item.id)}>
      <span class="item-detail">{props.said}</span>
      <span class="item-title">
        <Show when={!isSealed(props.item)} fallback={t().traces.sealed}>
          <Name name={props.item.title} shown={props.shown} />
        </Show>
      </span>
      <span>{wordPerson(props.item.fields)}</span>
    </A>
  );
}

interface RejectionProps {
  readonly onReject: (reason: string) => Promise<void>;
}

/** In two presses, with room for the reason. */
function Rejection(props: RejectionProps) {
  const id = createUniqueId();
  const [open, setOpen] = createSignal(false);
  const [reason, setReason] = createSignal("");
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  let wasOpen = false;
  const returnFocus = (button: HTMLElement): void => {
    if (wasOpen) takeFocus(button);
  };
  const send = async (): Promise<void> => {
    setBusy(true);
    try {
      await props.onReject(reason());
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Show
      when={open()}
      fallback={
        <Button onPress={() => setOpen(true)} ref={returnFocus}>
          {t().matches.reject}
        </Button>
      }
    >
      <form
        class="stack"
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextField
          id={`field-reason-${id}`}
          label={t().matches.rejectReason}
          hint={t().matches.rejectReasonHint}
          value={reason()}
          onValue={setReason}
          autocomplete="off"
          ref={takeFocus}
        />
        <Show when={error()}>
          <Notice kind="error" role="alert">
            {wordError(error())}
          </Notice>
        </Show>
        <div class="actions">
          <Button type="submit" busy={busy()}>
            {t().matches.rejectSend}
          </Button>
          <Button
            look="plain"
            onPress={() => {
              wasOpen = true;
              setOpen(false);
            }}
          >
            {t().shell.cancel}
          </Button>
        </div>
      </form>
    </Show>
  );
}

interface PairProps {
  readonly pair: MatchView;
  readonly of: RecordId | undefined;
  readonly shown: boolean;
  readonly follower: Follower | undefined;
  readonly onReject: (reason: string) => Promise<void>;
}

function Pair(props: PairProps) {
  const hasLeft = () => props.pair.guest.kind === "trace" || "leftAt" in props.pair.guest.fields;
  return (
    <li class="match">
      <Show when={props.pair.isBack}>
        <Notice kind="warn">{t().matches.isBack}</Notice>
      </Show>
      <Show when={props.pair.state === "open" || props.pair.state === "to-ask"}>
        <FollowedBy follower={props.follower} />
      </Show>
      <div class="match-sides">
        <Show when={props.of !== props.pair.sought.id}>
          <Side said={t().matches.sought} item={props.pair.sought} shown={props.shown} />
        </Show>
        <Show when={props.of !== props.pair.guest.id}>
          <Side
            said={hasLeft() ? t().matches.left : t().matches.here}
            item={props.pair.guest}
            shown={props.shown}
          />
        </Show>
      </div>
      <Show when={props.pair.reasons.length > 0 || (isSealed(props.pair.guest) && props.pair.score > 0)}>
        <Likeness score={props.pair.score} reasons={props.pair.reasons} />
      </Show>
      <MatchDecision pair={props.pair}>
        <Show when={["open", "to-ask"].includes(props.pair.state)}>
          <Rejection onReject={props.onReject} />
        </Show>
      </MatchDecision>
    </li>
  );
}

export interface MatchListProps {
  readonly pairs: readonly MatchView[];
  /** Whether names are shown. */
  readonly shown: boolean;
  /** Whose page it is: the other one is shown. */
  readonly of?: RecordId;
}

/** What was rejected last can be taken back as long as the list is open. */
export function MatchList(props: MatchListProps) {
  const app = useApp();
  const followers = createFollowers();
  // a row stays the same row while others come: what somebody is typing in it must not be lost
  const [rows, setRows] = createStore<{ pairs: readonly MatchView[] }>({ pairs: [] });
  createComputed(() => {
    setRows("pairs", reconcile([...props.pairs], { key: "id" }));
  });
  const [rejected, setRejected] = createSignal<RecordId>();
  const [failed, setFailed] = createSignal<unknown>();
  const reject = async (pair: RecordId, reason: string): Promise<void> => {
    await app.engine.rejectMatch({ pair, reason });
    setRejected(pair);
    setFailed(undefined);
    announce(t().matches.rejected);
  };
  const undo = async (pair: RecordId): Promise<void> => {
    try {
      await app.engine.reopenMatch(pair);
      setRejected(undefined);
      announce(t().matches.rejectedUndone);
    } catch (error) {
      setFailed(error);
    }
  };
  return (
    <>
      <Show when={rejected()}>
        {(pair) => (
          <Notice kind="ok">
            <p tabindex="-1" ref={takeFocus}>
              {t().matches.rejected}
            </p>
            <div>
              <Button onPress={() => void undo(pair())}>{t().matches.undo}</Button>
            </div>
          </Notice>
        )}
      </Show>
      <Show when={failed()}>
        <Notice kind="error" role="alert">
          {wordError(failed())}
        </Notice>
      </Show>
      <ul class="matches">
        <For each={rows.pairs}>
          {(pair) => (
            <Pair
              pair={pair}
              of={props.of}
              shown={props.shown}
              follower={followers().get(pair.guest.id)}
              onReject={(reason) => reject(pair.id, reason)}
            />
          )}
        </For>
      </ul>
    </>
  );
}

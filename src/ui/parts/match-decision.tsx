/**
 * What staff do with a pair: say that they will ask, note what the person said, and, where it takes two, agree. Noting is
 * one form with the sentence to read aloud; what it lets out is said before it is sent.
 */
import { createEffect, createSignal, createUniqueId, For, on, type ParentProps, Show } from "solid-js";
import { createStore } from "solid-js/store";
import type { MatchDecided, MatchView } from "#engine";
import { type Said, tells } from "#model";
import { useApp } from "../app-context.ts";
import { createLive } from "../live.ts";
import { t } from "../look.ts";
import { wordNever } from "../wording.ts";
import { announce } from "./announce.tsx";
import { Button } from "./button.tsx";
import { Choices, TextArea, TextField } from "./field.tsx";
import { Notice } from "./notice.tsx";
import { Answer, createPress, takeFocus } from "./press.tsx";

const OF_WHO_IS_HERE: readonly Said[] = ["yes", "yes-no-place", "self", "no", "thinking", "unable"];
const OF_WHO_LEFT: readonly Said[] = ["passed", "yes", "yes-no-place", "self", "no", "unable"];

/** Nobody can ask them any more: what they allowed before is all there is. */
const OF_A_TRACE: readonly Said[] = ["passed", "no", "unable"];

const isTrace = ({ guest }: MatchView): boolean => guest.kind === "trace";
const hasLeft = (pair: MatchView): boolean => isTrace(pair) || "leftAt" in pair.guest.fields;

const optionsOf = (pair: MatchView): readonly Said[] =>
  isTrace(pair) ? OF_A_TRACE : hasLeft(pair) ? OF_WHO_LEFT : OF_WHO_IS_HERE;

const wordDecided = ({ sent, needs }: MatchDecided): string =>
  needs === "second" ? t().answers.waits : sent ? t().answers.sent : t().answers.noted;

interface FormProps {
  readonly pair: MatchView;
  readonly onDone: () => void;
}

/** Whom nobody can ask any more: what they allowed when they left, and that nothing else is told. */
function HowToGone(props: { readonly pair: MatchView }) {
  const app = useApp();
  const allowed = createLive({
    key: () => props.pair.guest.id,
    ask: async (guest) =>
      (await app.engine.consents(guest)).find(({ purpose }) => purpose === "passed")?.state ?? "unset",
    concerns: (event) => event.kind === "records",
  });
  return (
    <>
      <p>{t().answers.howToGone}</p>
      <Show when={allowed.value()}>
        {(state) => <Notice kind={state() === "yes" ? "ok" : "warn"}>{t().answers.allowed[state()]}</Notice>}
      </Show>
    </>
  );
}

function SaidForm(props: FormProps) {
  const app = useApp();
  const id = createUniqueId();
  const [said, setSaid] = createSignal<Said | null>(null);
  const [told, setTold] = createStore({ message: "", proof: "" });
  const isTold = (): boolean => {
    const state = said();
    return state !== null && tells(state) && !isTrace(props.pair);
  };
  const send = createPress(async () => {
    const state = said();
    if (state === null) return "";
    const more = Object.fromEntries(Object.entries({ ...told }).filter(([, text]) => text.trim() !== ""));
    const wish = { pair: props.pair.id, said: state, ...(tells(state) ? more : {}) };
    const done = wordDecided(await app.engine.answerMatch(wish));
    announce(done);
    props.onDone();
    return done;
  });
  return (
    <form
      class="stack surface"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        send.press();
      }}
    >
      <Show
        when={!hasLeft(props.pair)}
        fallback={isTrace(props.pair) ? <p>{t().faults["only-passed"]}</p> : <HowToGone pair={props.pair} />}
      >
        <p>{t().answers.howTo}</p>
        <p class="to-read">{t().answers.script}</p>
      </Show>
      <Choices
        id={`said-${id}`}
        label={t().answers.said}
        options={optionsOf(props.pair).map((value) => ({ value, label: t().answers.states[value] }))}
        value={said()}
        onValue={setSaid}
        column
        autofocus
      />
      <Show when={isTold()}>
        <TextArea
          id={`message-${id}`}
          label={t().answers.message}
          hint={t().answers.messageHint}
          value={told.message}
          onValue={(value) => {
            setTold("message", value);
          }}
          optional
        />
        <Show when={props.pair.question}>
          {(question) => (
            <TextField
              id={`proof-${id}`}
              label={t().answers.proof}
              hint={`${t().answers.question}: ${question()}`}
              value={told.proof}
              onValue={(value) => {
                setTold("proof", value);
              }}
              autocomplete="off"
              optional
            />
          )}
        </Show>
      </Show>
      <Answer to={{ busy: false, error: send.state().error }} />
      <div class="actions">
        <Button type="submit" busy={send.state().busy} disabled={said() === null}>
          {t().answers.save}
        </Button>
        <Button
          look="plain"
          onPress={() => {
            props.onDone();
          }}
        >
          {t().shell.cancel}
        </Button>
      </div>
    </form>
  );
}

function Agreement(props: { readonly pair: MatchView }) {
  const app = useApp();
  const agree = createPress(async () => {
    await app.engine.agreeMatch(props.pair.id);
    announce(t().answers.agreed);
    return "";
  });
  return (
    <Notice kind="warn">
      <p>{t().answers.waits}</p>
      <Show when={props.pair.message}>{(message) => <p class="value-text">«{message()}»</p>}</Show>
      <Answer to={agree.state()} />
      <div>
        <Button busy={agree.state().busy} onPress={agree.press}>
          {t().answers.agree}
        </Button>
      </div>
    </Notice>
  );
}

/** How the pair stands, and what can be done; what else can be done with it stands below, unless the form is open. */
export function MatchDecision(props: ParentProps<{ readonly pair: MatchView }>) {
  const app = useApp();
  let note: HTMLButtonElement | undefined;
  let asked = false;
  const ask = createPress(async () => {
    asked = true;
    await app.engine.askMatch(props.pair.id);
    announce(t().answers.asking);
    return "";
  });
  const [noting, setNoting] = createSignal(false);
  const state = () => props.pair.state;
  // the pressed button goes away, and the row may move: what comes next is beside it
  createEffect(
    on(state, () => {
      if (asked && note !== undefined) takeFocus(note);
      asked = false;
    }),
  );
  // who closes the form goes on from where it stood
  let wasOpen = false;
  const returnFocus = (button: HTMLButtonElement): void => {
    note = button;
    if (wasOpen) takeFocus(button);
  };
  const close = (): void => {
    wasOpen = true;
    setNoting(false);
  };
  const isAsked = () => !["open", "rejected", "to-ask"].includes(state());
  return (
    <div class="stack stack-tight">
      <Show when={state() !== "open"}>
        <p tabindex="-1">
          <strong>{t().answers.states[state()]}</strong>
        </p>
        <Show when={props.pair.sent}>
          <p>{t().answers.sent}</p>
        </Show>
      </Show>
      <Show when={props.pair.neverTell.length > 0}>
        <Notice kind="protect">
          <strong>{t().care.never}</strong>
          <For each={props.pair.neverTell}>
            {(one) => (
              <p>
                {wordNever(one)}
                <Show when={one.isSeeker}>{` · ${t().care.isSeeker}`}</Show>
              </p>
            )}
          </For>
          <p>{t().care.neverText}</p>
        </Notice>
      </Show>
      <Show when={props.pair.takenBack}>
        <Notice kind="warn">{t().answers.takenBack}</Notice>
      </Show>
      <Show when={props.pair.needs === "second"}>
        <Agreement pair={props.pair} />
      </Show>
      <Show
        when={noting()}
        fallback={
          <div class="actions">
            <Show when={state() === "open" && !hasLeft(props.pair)}>
              <Button busy={ask.state().busy} onPress={ask.press}>
                {t().answers.ask}
              </Button>
            </Show>
            <Button onPress={() => setNoting(true)} ref={returnFocus}>
              {isAsked() ? t().answers.changed : t().answers.note}
            </Button>
            {props.children}
          </div>
        }
      >
        <SaidForm pair={props.pair} onDone={close} />
      </Show>
      <Answer to={ask.state()} />
    </div>
  );
}

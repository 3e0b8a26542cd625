/**
 * On a guest's page: what the person allows, one purpose at a time, each with the sentence to read aloud. Nothing is
 * ticked before it was asked, and "not asked" looks different from "no".
 */
import { createEffect, createMemo, createSignal, For, Index, on, Show } from "solid-js";
import { createStore } from "solid-js/store";
import type { ConsentView, RecordId } from "#engine";
import type { ConsentWord } from "#model";
import { useApp } from "../app-context.ts";
import { createLive } from "../live.ts";
import { t } from "../look.ts";
import { announce } from "../parts/announce.tsx";
import { Button } from "../parts/button.tsx";
import { aloudOf, type How, HowFields, nameOf, titleOf, toldOf } from "../parts/consent-asked.tsx";
import { Select } from "../parts/field.tsx";
import { Fold } from "../parts/fold.tsx";
import { Notice } from "../parts/notice.tsx";
import { wordError, wordMoment } from "../wording.ts";
import { RecordVital } from "./record-vital.tsx";

type SiteId = Parameters<typeof RecordVital>[0]["to"];

const TAGS: Readonly<Record<ConsentWord, string>> = { yes: "tag tag-ok", no: "tag tag-warn", unset: "tag" };

/** What comes of a yes to being found: it stands only while the person is here, and is certainly of age. */
function Found(props: { readonly guest: RecordId }) {
  const app = useApp();
  const live = createLive({
    key: () => props.guest,
    ask: (guest) => app.engine.foundState(guest),
    concerns: (event) => event.kind === "records",
  });
  return <Show when={live.value()}>{(state) => <p>{t().consent.found[state()]}</p>}</Show>;
}

interface PurposeProps {
  readonly guest: RecordId;
  readonly view: ConsentView;
  readonly busy: boolean;
  readonly onSay: (word: ConsentWord) => void;
}

interface SayProps extends PurposeProps {
  readonly word: ConsentWord;
  readonly ref?: (button: HTMLButtonElement) => void;
}

function Say(props: SayProps) {
  return (
    <Button
      busy={props.busy}
      aria-label={`${titleOf(props.view)}: ${t().consent.said[props.word]}`}
      onPress={() => {
        props.onSay(props.word);
      }}
      ref={(button) => props.ref?.(button)}
    >
      {t().consent.said[props.word]}
    </Button>
  );
}

/** The buttons of one purpose. Whoever takes back what was said goes on at the first: the pressed one is gone. */
function Saying(props: PurposeProps) {
  let first: HTMLButtonElement | undefined;
  let tookBack = false;
  createEffect(
    on(
      () => props.view.state,
      (state) => {
        if (tookBack && state === "unset") first?.focus();
        tookBack = false;
      },
    ),
  );
  return (
    <div class="actions">
      <For each={["yes", "no"] as const}>
        {(word, at) => (
          <Say
            {...props}
            word={word}
            ref={(button) => {
              if (at() === 0) first = button;
            }}
          />
        )}
      </For>
      <Show when={props.view.state !== "unset"}>
        <Say
          {...props}
          word="unset"
          onSay={(word) => {
            tookBack = true;
            props.onSay(word);
          }}
        />
      </Show>
    </div>
  );
}

const isWaiting = ({ standing }: ConsentView): boolean =>
  standing.some(({ isHandedIn, said }) => isHandedIn && said === "yes");

/** Where what was said does not agree, or somebody wrote it down who could not read the rest. */
function Apart(props: { readonly view: ConsentView }) {
  const ofStaff = () => props.view.standing.filter(({ isHandedIn }) => !isHandedIn);
  const narrows = () => props.view.standing.some(({ isHandedIn, said }) => isHandedIn && said !== "yes");
  return (
    <>
      <Show when={ofStaff().length > 1}>
        <Notice kind="warn">{t().consent.apart}</Notice>
      </Show>
      <Show when={narrows()}>
        <Notice kind="warn">{t().consent.heldNo}</Notice>
      </Show>
      <Show when={isWaiting(props.view) && props.view.state !== "yes"}>
        <Notice kind="warn">{t().consent.waitingYes}</Notice>
      </Show>
    </>
  );
}

function Purpose(props: PurposeProps) {
  const last = () => props.view.standing.at(-1);
  return (
    <section class="stack stack-tight" aria-label={titleOf(props.view)}>
      <h3>
        {titleOf(props.view)}{" "}
        <span class={TAGS[props.view.state]}>{t().consent.states[props.view.state]}</span>
      </h3>
      <blockquote class="to-read">{aloudOf(props.view)}</blockquote>
      <Show when={props.view.purpose === "findable" && props.view.state === "yes"}>
        <Found guest={props.guest} />
      </Show>
      <Apart view={props.view} />
      <Show when={last()}>
        {(said) => <p class="quiet small">{t().consent.at(wordMoment(said().at))}</p>}
      </Show>
      <Saying {...props} />
      <Show when={props.view.state === "unset" && !props.view.toService ? props.view.to : null}>
        {(to) => <RecordVital guest={props.guest} to={to() as SiteId} toName={nameOf(props.view)} />}
      </Show>
    </section>
  );
}

function createConsents(guest: () => RecordId) {
  const app = useApp();
  const live = createLive({
    key: guest,
    ask: (id) => app.engine.consents(id),
    concerns: (event) => event.kind === "records" || event.kind === "members",
  });
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const say = async (view: ConsentView, said: ConsentWord, told: object): Promise<void> => {
    setBusy(true);
    try {
      const { purpose, to } = view;
      await app.engine.consent({ guest: guest(), purpose, said, ...(to === null ? {} : { to }), ...told });
      setError(undefined);
      announce(t().consent.saved);
      live.again();
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return { live, busy, error: () => error() ?? live.error(), say };
}

export function RecordConsents(props: { readonly guest: RecordId }) {
  const { live, busy, error, say } = createConsents(() => props.guest);
  // who says it, and how it was asked: the same for what is asked in one go
  const [how, setHow] = createStore<How>({ basis: "self", language: "", interpreter: "" });
  const [chosen, setChosen] = createSignal("");
  const all = () => live.value() ?? [];
  const unsaid = createMemo(() => all().filter(({ to, standing }) => to !== null && standing.length === 0));
  const shown = createMemo(() =>
    all().filter((view) => !unsaid().includes(view) || (chosen() !== "" && view.to === chosen())),
  );
  return (
    <>
      <Show when={all().some((view) => isWaiting(view) && view.state === "unset")}>
        <Notice kind="warn">{t().consent.anyWaiting}</Notice>
      </Show>
      <Fold title={t().consent.title} text={t().consent.intro}>
        <p class="quiet">{t().consent.child}</p>
        <HowFields how={how} onHow={setHow} />
        <Index each={shown()}>
          {(view) => (
            <Purpose
              guest={props.guest}
              view={view()}
              busy={busy()}
              onSay={(word) => void say(view(), word, toldOf(how))}
            />
          )}
        </Index>
        <Show when={unsaid().length > 0}>
          <Select
            id="field-consent-to"
            label={t().consent.purposes.refer}
            options={[
              { value: "", label: t().consent.chooseSite },
              ...unsaid().map((view) => ({ value: view.to ?? "", label: nameOf(view) })),
            ]}
            value={chosen()}
            onValue={setChosen}
          />
        </Show>
        <Show when={error()}>
          <Notice kind="error" role="alert">
            {wordError(error())}
          </Notice>
        </Show>
      </Fold>
    </>
  );
}

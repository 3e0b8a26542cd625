/**
 * On a guest's page: what the person allows, one purpose at a time, each with the sentence to read aloud. Nothing is
 * ticked before it was asked, and "not asked" looks different from "no".
 */
import { createMemo, createSignal, Index, Show } from "solid-js";
import type { ConsentView, RecordId } from "#engine";
import { CONSENT_BASES, type ConsentBasis, type ConsentWord } from "#model";
import { useApp } from "../app-context.ts";
import { createLive } from "../live.ts";
import { t } from "../look.ts";
import { announce } from "../parts/announce.tsx";
import { Button } from "../parts/button.tsx";
import { Choices, Select, TextField } from "../parts/field.tsx";
import { Fold } from "../parts/fold.tsx";
import { Notice } from "../parts/notice.tsx";
import { wordError, wordMoment } from "../wording.ts";

const TAGS: Readonly<Record<ConsentWord, string>> = { yes: "tag tag-ok", no: "tag tag-warn", unset: "tag" };

const nameOf = ({ toName }: ConsentView): string => toName ?? t().consent.unknownSite;

const titleOf = (view: ConsentView): string =>
  view.purpose === "refer" ? t().consent.referTo(nameOf(view)) : t().consent.purposes[view.purpose];

const aloudOf = (view: ConsentView): string =>
  view.purpose === "refer" ? t().consent.aloudRefer(nameOf(view)) : t().consent.aloud[view.purpose];

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

function Purpose(props: PurposeProps) {
  const last = () => props.view.standing.at(-1);
  const say = (word: ConsentWord) => (
    <Button
      busy={props.busy}
      aria-label={`${titleOf(props.view)}: ${t().consent.said[word]}`}
      onPress={() => {
        props.onSay(word);
      }}
    >
      {t().consent.said[word]}
    </Button>
  );
  return (
    <section class="stack stack-tight" aria-label={titleOf(props.view)}>
      <h3>
        {titleOf(props.view)}{" "}
        <span class={TAGS[props.view.state]}>{t().consent.states[props.view.state]}</span>
      </h3>
      <blockquote>{aloudOf(props.view)}</blockquote>
      <Show when={props.view.purpose === "findable" && props.view.state === "yes"}>
        <Found guest={props.guest} />
      </Show>
      <Show when={props.view.standing.length > 1}>
        <Notice kind="warn">{t().consent.apart}</Notice>
      </Show>
      <Show when={last()}>
        {(said) => <p class="quiet small">{t().consent.at(wordMoment(said().at))}</p>}
      </Show>
      <div class="actions">
        {say("yes")}
        {say("no")}
        <Show when={props.view.state !== "unset"}>{say("unset")}</Show>
      </div>
    </section>
  );
}

/** Who says it, and how it was asked: the same for what is asked in one go. */
function createHow() {
  const [basis, setBasis] = createSignal<ConsentBasis>("self");
  const [language, setLanguage] = createSignal("");
  const [interpreter, setInterpreter] = createSignal("");
  const fields = () => (
    <>
      <Choices
        id="field-consent-basis"
        label={t().consent.saidBy}
        options={CONSENT_BASES.map((value) => ({ value, label: t().consent.bases[value] }))}
        value={basis()}
        onValue={setBasis}
        column
      />
      <TextField
        id="field-consent-language"
        label={t().consent.language}
        value={language()}
        onValue={setLanguage}
        optional
      />
      <TextField
        id="field-consent-interpreter"
        label={t().consent.interpreter}
        value={interpreter()}
        onValue={setInterpreter}
        optional
      />
    </>
  );
  const told = () => ({
    basis: basis(),
    ...(language().trim() === "" ? {} : { language: language() }),
    ...(interpreter().trim() === "" ? {} : { interpreter: interpreter() }),
  });
  return { fields, told };
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
  const how = createHow();
  const [chosen, setChosen] = createSignal("");
  const all = () => live.value() ?? [];
  const unsaid = createMemo(() => all().filter(({ to, standing }) => to !== null && standing.length === 0));
  const shown = createMemo(() =>
    all().filter((view) => !unsaid().includes(view) || (chosen() !== "" && view.to === chosen())),
  );
  return (
    <Fold title={t().consent.title} text={t().consent.intro}>
      <p class="quiet">{t().consent.child}</p>
      {how.fields()}
      <Index each={shown()}>
        {(view) => (
          <Purpose
            guest={props.guest}
            view={view()}
            busy={busy()}
            onSay={(word) => void say(view(), word, how.told())}
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
  );
}

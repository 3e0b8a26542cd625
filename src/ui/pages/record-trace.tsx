/** On the page of a trace: sealed until two people of protection agree to open it, each at their own device, for one reason. */
import { createSignal, For, Index, Show } from "solid-js";
import type { RecordId, TraceOpening, TraceView } from "#engine";
import { useApp } from "../app-context.ts";
import { createLive } from "../live.ts";
import { f, t } from "../look.ts";
import { announce } from "../parts/announce.tsx";
import { Button } from "../parts/button.tsx";
import { TextField } from "../parts/field.tsx";
import { createForm, Form } from "../parts/form.tsx";
import { Notice } from "../parts/notice.tsx";
import { Answer, createPress } from "../parts/press.tsx";
import { wordError, wordPerson, wordValue } from "../wording.ts";
import { Fact } from "../parts/fact.tsx";

const FIELD = "field-trace-reason";

/** Where who pressed something goes on: what they pressed is gone then. */
interface Acted {
  readonly onActed: () => void;
}

const momentOf = (at: string): string => f().dateTime(Date.parse(at));

function OpeningForm(props: Acted & { readonly trace: RecordId }) {
  const app = useApp();
  const [reason, setReason] = createSignal("");
  const form = createForm({
    check: () => (reason().trim() === "" ? [{ field: FIELD, text: t().problems.required }] : []),
    send: async () => {
      await app.engine.proposeOpening({ trace: props.trace, reason: reason() });
      announce(t().traces.proposed);
      props.onActed();
    },
    fieldOf: () => FIELD,
  });
  return (
    <Form state={form} label={t().traces.sealed} dense>
      <TextField
        id={FIELD}
        label={t().traces.reason}
        value={reason()}
        onValue={setReason}
        autocomplete="off"
      />
      <div>
        <Button type="submit" busy={form.busy()}>
          {t().traces.propose}
        </Button>
      </div>
    </Form>
  );
}

/** What waits, or what it is open by: said by whom, and closed by anybody. */
function Opening(
  props: Acted & { readonly opening: Omit<TraceOpening, "mayAgree">; readonly mayAgree: boolean },
) {
  const app = useApp();
  const agree = createPress(async () => {
    await app.engine.agreeOpening(props.opening.id);
    announce(t().traces.agreed);
    props.onActed();
    return "";
  });
  const close = createPress(async () => {
    await app.engine.closeOpening(props.opening.id);
    announce(t().traces.closed);
    props.onActed();
    return "";
  });
  return (
    <div class="stack stack-tight">
      <p class="value-text">{props.opening.reason}</p>
      <p class="quiet small">
        {t().traces.by(props.opening.by ?? t().traces.someone, momentOf(props.opening.at))}
      </p>
      <Answer to={agree.state()} />
      <Answer to={close.state()} />
      <div class="actions">
        <Show when={props.mayAgree}>
          <Button busy={agree.state().busy} onPress={agree.press}>
            {t().traces.agree}
          </Button>
        </Show>
        <Button look="plain" busy={close.state().busy} onPress={close.press}>
          {t().traces.close}
        </Button>
      </div>
    </div>
  );
}

const DAYS = ["arrivedAt", "leftAt", "passed", "expiresAt"] as const;

function Opened(props: Acted & { readonly view: TraceView & { readonly fields: object } }) {
  const facts = () =>
    DAYS.flatMap((field) => {
      const said = wordValue(field, Reflect.get(props.view.fields, field));
      return said === "" ? [] : [{ field, said }];
    });
  return (
    <>
      <p>
        <strong>{props.view.title}</strong>
      </p>
      <p>{wordPerson(props.view.fields)}</p>
      <dl class="facts">
        <For each={facts()}>
          {({ field, said }) => <Fact label={t().fields.labels[field] ?? field} text={said} />}
        </For>
      </dl>
      <Show when={props.view.opened}>
        {(opened) => (
          <>
            <p class="quiet">
              {t().traces.byTwo(opened().by ?? t().traces.someone, opened().agreedBy ?? t().traces.someone)}
            </p>
            <Opening opening={opened()} mayAgree={false} onActed={props.onActed} />
          </>
        )}
      </Show>
      <p class="quiet">{t().traces.eraseHint}</p>
    </>
  );
}

export function RecordTrace(props: { readonly id: RecordId }) {
  const app = useApp();
  const live = createLive({
    key: () => props.id,
    ask: (id) => app.engine.trace(id),
    concerns: (event) => event.kind === "records",
  });
  let place: HTMLElement | undefined;
  const goOn = (): void => place?.focus();
  const opened = () => {
    const view = live.value();
    return view === undefined || view.fields === null ? null : { ...view, fields: view.fields };
  };
  return (
    <section class="stack" aria-label={t().traces.sealed} tabindex={-1} ref={(element) => (place = element)}>
      <Show when={live.error()}>
        {(error) => (
          <Notice kind="error" role="alert">
            {wordError(error())}
          </Notice>
        )}
      </Show>
      <Show when={live.value()}>
        {(view) => (
          <Show
            when={opened()}
            fallback={
              <>
                <Notice kind="protect">
                  <strong>{t().traces.sealed}</strong>
                  <p>{t().traces.sealedText}</p>
                </Notice>
                <Index each={view().waiting}>
                  {(opening) => <Opening opening={opening()} mayAgree={opening().mayAgree} onActed={goOn} />}
                </Index>
                <Show when={view().waiting.length === 0}>
                  <OpeningForm trace={props.id} onActed={goOn} />
                </Show>
              </>
            }
          >
            {(open) => <Opened view={open()} onActed={goOn} />}
          </Show>
        )}
      </Show>
    </section>
  );
}

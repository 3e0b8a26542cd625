/** Closing a report, with why, and opening it again. What other houses see is the same whatever the reason. */
import { createSignal, createUniqueId, Show } from "solid-js";
import type { RecordView } from "#engine";
import { wordField } from "#i18n";
import { REPORT_OUTCOMES, type ReportOutcome } from "#model";
import { useApp } from "../app-context.ts";
import { t } from "../look.ts";
import { announce } from "../parts/announce.tsx";
import { Button } from "../parts/button.tsx";
import { Choices } from "../parts/field.tsx";
import { Answer, createPress, takeFocus } from "../parts/press.tsx";
import { valueAt, wordValue } from "../wording.ts";

interface ClosingProps {
  readonly view: RecordView;
  /** It was pressed here: what takes the place of the button has the focus. */
  readonly onPressed: () => void;
  readonly returns: (element: HTMLElement) => void;
}

function Closing(props: ClosingProps) {
  const app = useApp();
  const id = createUniqueId();
  const [open, setOpen] = createSignal(false);
  const [outcome, setOutcome] = createSignal<ReportOutcome | null>(null);
  const close = createPress(async () => {
    const why = outcome();
    if (why === null) return "";
    await app.engine.closeReport({ report: props.view.id, outcome: why });
    props.onPressed();
    announce(t().answers.closed);
    return "";
  });
  return (
    <Show
      when={open()}
      fallback={
        <div>
          <Button onPress={() => setOpen(true)} ref={props.returns}>
            {t().record.closeReport}
          </Button>
        </div>
      }
    >
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          close.press();
        }}
      >
        <Choices
          id={`outcome-${id}`}
          label={t().answers.why}
          hint={t().record.withdrawnText}
          autofocus
          options={REPORT_OUTCOMES.map((value) => ({ value, label: t().answers.outcomes[value] }))}
          value={outcome()}
          onValue={setOutcome}
          column
        />
        <Answer to={close.state()} />
        <div class="actions">
          <Button type="submit" busy={close.state().busy} disabled={outcome() === null}>
            {t().record.closeReport}
          </Button>
          <Button
            look="plain"
            onPress={() => {
              props.onPressed();
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

function Reopening(props: ClosingProps) {
  const app = useApp();
  const outcome = () => wordValue("outcome", valueAt(props.view.fields, "outcome"));
  const reopen = createPress(async () => {
    await app.engine.edit(props.view.id, { status: "open", outcome: null, closedAt: null });
    // who opens it again says that it is sought still
    await app.engine.renewReport(props.view.id);
    props.onPressed();
    announce(t().answers.reopened);
    return "";
  });
  return (
    <div class="stack stack-tight">
      <Show when={outcome()}>
        {(why) => (
          <p>
            {wordField(t(), "outcome")}: <strong>{why()}</strong>
          </p>
        )}
      </Show>
      <Answer to={reopen.state()} />
      <div>
        <Button
          busy={reopen.state().busy}
          onPress={reopen.press}
          ref={(button) => {
            props.returns(button);
          }}
        >
          {t().record.reopenReport}
        </Button>
      </div>
    </div>
  );
}

export function RecordClosing(props: { readonly view: RecordView }) {
  let pressed = false;
  const focus = {
    onPressed: (): void => {
      pressed = true;
    },
    returns: (element: HTMLElement): void => {
      if (pressed) takeFocus(element);
      pressed = false;
    },
  };
  return (
    <Show
      when={valueAt(props.view.fields, "status") !== "open"}
      fallback={<Closing view={props.view} {...focus} />}
    >
      <Reopening view={props.view} {...focus} />
    </Show>
  );
}

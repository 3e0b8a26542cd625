/** Closing a report, with why, and opening it again. What other houses see is the same whatever the reason. */
import { createSignal, createUniqueId, Show } from "solid-js";
import type { RecordView } from "#engine";
import { REPORT_OUTCOMES, type ReportOutcome } from "#model";
import { useApp } from "../app-context.ts";
import { t } from "../look.ts";
import { announce } from "../parts/announce.tsx";
import { Button } from "../parts/button.tsx";
import { Choices } from "../parts/field.tsx";
import { Notice } from "../parts/notice.tsx";
import { valueAt, wordError, wordValue } from "../wording.ts";

interface ClosingProps {
  readonly onClose: (outcome: ReportOutcome) => Promise<void>;
}

function Closing(props: ClosingProps) {
  const id = createUniqueId();
  const [open, setOpen] = createSignal(false);
  const [outcome, setOutcome] = createSignal<ReportOutcome | null>(null);
  const close = (): void => {
    const why = outcome();
    if (why !== null) void props.onClose(why);
  };
  return (
    <Show
      when={open()}
      fallback={
        <div>
          <Button onPress={() => setOpen(true)}>{t().record.closeReport}</Button>
        </div>
      }
    >
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          close();
        }}
      >
        <Choices
          id={`outcome-${id}`}
          label={t().answers.why}
          hint={t().record.withdrawnText}
          options={REPORT_OUTCOMES.map((value) => ({ value, label: t().answers.outcomes[value] }))}
          value={outcome()}
          onValue={setOutcome}
          column
        />
        <div class="actions">
          <Button type="submit" disabled={outcome() === null}>
            {t().record.closeReport}
          </Button>
          <Button look="plain" onPress={() => setOpen(false)}>
            {t().shell.cancel}
          </Button>
        </div>
      </form>
    </Show>
  );
}

export function RecordClosing(props: { readonly view: RecordView }) {
  const app = useApp();
  const [error, setError] = createSignal<unknown>();
  const run = async (deed: () => Promise<unknown>, done: string): Promise<void> => {
    try {
      await deed();
      setError(undefined);
      announce(done);
    } catch (caught) {
      setError(caught);
    }
  };
  return (
    <div class="stack stack-tight">
      <Show when={error()}>
        <Notice kind="error" role="alert">
          {wordError(error())}
        </Notice>
      </Show>
      <Show
        when={valueAt(props.view.fields, "status") !== "open"}
        fallback={
          <Closing
            onClose={(outcome) =>
              run(() => app.engine.closeReport({ report: props.view.id, outcome }), t().answers.closed)
            }
          />
        }
      >
        <p>{wordValue("outcome", valueAt(props.view.fields, "outcome"))}</p>
        <div>
          <Button
            onPress={() =>
              void run(
                () => app.engine.edit(props.view.id, { status: "open", outcome: null, closedAt: null }),
                t().answers.reopened,
              )
            }
          >
            {t().record.reopenReport}
          </Button>
        </div>
      </Show>
    </div>
  );
}

/** For how many years the house keeps traces, and changing it: what that erases is said before it is saved. */
import { createSignal, Show } from "solid-js";
import { MOST_TRACE_YEARS } from "#model";
import { useApp } from "../app-context.ts";
import { t } from "../look.ts";
import { announce } from "../parts/announce.tsx";
import { Button } from "../parts/button.tsx";
import { TextField } from "../parts/field.tsx";
import { createForm, Form } from "../parts/form.tsx";
import { Notice } from "../parts/notice.tsx";
import { SaveOrCancel } from "../parts/save-or-cancel.tsx";

const FIELD = "field-trace-years";

/** Null for what is no number of years. */
function readYears(text: string): number | null {
  const years = /^\d{1,2}$/u.test(text.trim()) ? Number(text) : 0;
  return years >= 1 && years <= MOST_TRACE_YEARS ? years : null;
}

function YearsForm(props: { readonly years: number; readonly onClose: () => void }) {
  const app = useApp();
  const [text, setText] = createSignal(String(props.years));
  const [ending, setEnding] = createSignal(0);
  const form = createForm({
    check: () => (readYears(text()) === null ? [{ field: FIELD, text: t().traces.yearsHint }] : []),
    send: async () => {
      const years = readYears(text());
      if (years === null) return;
      const wasWarned = ending() > 0;
      const preview = await app.engine.traceYearsPreview(years);
      setEnding(preview.ending);
      // what is erased comes back by nothing: it is said first, and takes a second press
      if (preview.ending > 0 && !wasWarned) return;
      await app.engine.setTraceYears(years);
      announce(t().traces.yearsSet);
      props.onClose();
    },
    fieldOf: () => FIELD,
  });
  return (
    <Form state={form} label={t().traces.changeYears}>
      <TextField
        id={FIELD}
        label={t().traces.years}
        hint={t().traces.yearsHint}
        error={form.errorOf(FIELD)}
        inputmode="numeric"
        value={text()}
        onValue={(typed) => {
          setText(typed);
          setEnding(0);
        }}
      />
      <Show when={ending()}>
        {(many) => (
          <Notice kind="warn" role="alert">
            {t().traces.ending(many())}
          </Notice>
        )}
      </Show>
      <SaveOrCancel
        form={form}
        save={ending() > 0 ? t().traces.eraseAndSet : t().traces.setYears}
        onCancel={props.onClose}
      />
    </Form>
  );
}

export function TraceYears(props: { readonly years: number }) {
  const [changing, setChanging] = createSignal(false);
  return (
    <Show
      when={changing()}
      fallback={
        <div class="stack stack-tight">
          <p>{t().traces.keptFor(props.years)}</p>
          <div class="actions">
            <Button onPress={() => setChanging(true)}>{t().traces.changeYears}</Button>
          </div>
        </div>
      }
    >
      <YearsForm years={props.years} onClose={() => setChanging(false)} />
    </Show>
  );
}

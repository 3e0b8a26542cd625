/** Noting a departure: how, and if it is known where to and when. Seconds at the door; nothing is asked twice. */
import { onMount } from "solid-js";
import { createStore } from "solid-js/store";
import type { RecordId } from "#engine";
import { DEPARTURE_HOWS, type DepartureHow } from "#model";
import { useApp } from "../app-context.ts";
import { t } from "../look.ts";
import { announce } from "../parts/announce.tsx";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Choices, TextArea, TextField } from "../parts/field.tsx";
import { createForm, Form } from "../parts/form.tsx";

interface Values {
  how: DepartureHow | null;
  to: string;
  at: string;
  note: string;
}

export interface DepartureDialogProps {
  readonly guest: RecordId;
  readonly open: boolean;
  /** What is chosen at first; null: nothing. */
  readonly how?: DepartureHow;
  readonly onClose: () => void;
}

const FIELD_HOW = "field-departure-how";

const typed = (values: Omit<Values, "how">): Partial<Omit<Values, "how">> =>
  Object.fromEntries(Object.entries(values).filter(([, text]) => text.trim() !== ""));

function DepartureForm(props: DepartureDialogProps) {
  const app = useApp();
  // the choice that the dialog opens with
  // eslint-disable-next-line solid/reactivity
  const [values, set] = createStore<Values>({ how: props.how ?? null, to: "", at: "", note: "" });
  const form = createForm({
    check: () => (values.how === null ? [{ field: FIELD_HOW, text: t().stay.needHow }] : []),
    send: async () => {
      if (values.how === null) return;
      const { to, at, note } = values;
      await app.engine.depart({ guest: props.guest, how: values.how, ...typed({ to, at, note }) });
      announce(t().stay.saved);
      props.onClose();
    },
    fieldOf: (path) => `field-departure-${path}`,
  });
  onMount(() => {
    document.getElementById(FIELD_HOW)?.querySelector("input")?.focus();
  });
  return (
    <Form state={form} label={t().stay.form}>
      <Choices
        id={FIELD_HOW}
        label={t().stay.how}
        error={form.errorOf(FIELD_HOW)}
        column
        value={values.how}
        onValue={(how) => {
          set({ how });
        }}
        options={DEPARTURE_HOWS.map((how) => ({ value: how, label: t().stay.hows[how] }))}
      />
      <TextField
        id="field-departure-to"
        label={t().stay.to}
        hint={t().stay.toHint}
        error={form.errorOf("field-departure-to")}
        optional
        value={values.to}
        onValue={(to) => {
          set({ to });
        }}
      />
      <TextField
        id="field-departure-at"
        label={t().stay.at}
        hint={t().stay.atHint}
        error={form.errorOf("field-departure-at")}
        optional
        value={values.at}
        onValue={(at) => {
          set({ at });
        }}
      />
      <TextArea
        id="field-departure-note"
        label={t().stay.note}
        error={form.errorOf("field-departure-note")}
        optional
        rows={2}
        value={values.note}
        onValue={(note) => {
          set({ note });
        }}
      />
      <div class="actions">
        <Button type="submit" look="primary" busy={form.busy()} busyText={t().shell.saving}>
          {t().stay.save}
        </Button>
        <Button
          onPress={() => {
            props.onClose();
          }}
        >
          {t().shell.cancel}
        </Button>
      </div>
    </Form>
  );
}

export function DepartureDialog(props: DepartureDialogProps) {
  return (
    <Dialog
      open={props.open}
      title={t().stay.form}
      onClose={() => {
        props.onClose();
      }}
    >
      <DepartureForm {...props} />
    </Dialog>
  );
}

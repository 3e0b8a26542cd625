/** Noting a departure: how, and if it is known where to and when. Seconds at the door; nothing is asked twice. */
import { onMount, Show } from "solid-js";
import { createStore, unwrap } from "solid-js/store";
import type { Engine, RecordId } from "#engine";
import { type ConsentWord, DEPARTURE_HOWS, type DepartureHow } from "#model";
import { useApp, useMember } from "../app-context.ts";
import { t } from "../look.ts";
import { announce } from "../parts/announce.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Choices, TextArea, TextField } from "../parts/field.tsx";
import { createForm, Form } from "../parts/form.tsx";
import { PassedQuestion } from "../parts/passed-question.tsx";
import { SaveOrCancel } from "../parts/save-or-cancel.tsx";

interface Values {
  how: DepartureHow | null;
  to: string;
  at: string;
  note: string;
  passed: ConsentWord;
}

export interface DepartureDialogProps {
  readonly guest: RecordId;
  readonly open: boolean;
  /** What is chosen at first; null: nothing. */
  readonly how?: DepartureHow;
  readonly onClose: () => void;
}

/** Ways of leaving after which the person is at the door, or can be asked where they are. */
const CAN_BE_ASKED: readonly DepartureHow[] = ["moved-on", "transferred", "hospital", "returned-home"];

const FIELD_HOW = "field-departure-how";

/** A death is noted by staff. */
const howsFor = (role: string | undefined): readonly DepartureHow[] =>
  DEPARTURE_HOWS.filter((how) => how !== "died" || (role !== undefined && role !== "volunteer"));

type Spoken = Pick<Values, "to" | "at" | "note">;

const typed = (values: Spoken): Partial<Spoken> =>
  Object.fromEntries(Object.entries(values).filter(([, text]) => text.trim() !== ""));

const canBeAsked = ({ how }: Pick<Values, "how">): boolean => how !== null && CAN_BE_ASKED.includes(how);

async function noteDeparture(engine: Engine, guest: RecordId, values: Values): Promise<void> {
  const { how, to, at, note, passed } = values;
  if (how === null) return;
  // what the person said is kept first: they are gone when the rest fails
  if (canBeAsked(values) && passed !== "unset")
    await engine.consent({ guest, purpose: "passed", said: passed });
  await engine.depart({ guest, how, ...typed({ to, at, note }) });
}

function DepartureForm(props: DepartureDialogProps) {
  const app = useApp();
  const member = useMember();
  // the choice that the dialog opens with
  // eslint-disable-next-line solid/reactivity
  const how = props.how ?? null;
  const [values, set] = createStore<Values>({ how, to: "", at: "", note: "", passed: "unset" });
  const form = createForm({
    check: () => (values.how === null ? [{ field: FIELD_HOW, text: t().stay.needHow }] : []),
    send: async () => {
      await noteDeparture(app.engine, props.guest, { ...unwrap(values) });
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
        options={howsFor(member()?.role).map((how) => ({ value: how, label: t().stay.hows[how] }))}
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
      <Show when={canBeAsked(values)}>
        <PassedQuestion
          guest={props.guest}
          value={values.passed}
          onValue={(passed) => {
            set({ passed });
          }}
        />
      </Show>
      <SaveOrCancel
        form={form}
        save={t().stay.save}
        onCancel={() => {
          props.onClose();
        }}
      />
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

/** What it is about, and a note: for a need, or for what was given. */
import { createSignal } from "solid-js";
import { type Care, CARES } from "#model";
import { t } from "../look.ts";
import { announce } from "./announce.tsx";
import { Choices, TextArea } from "./field.tsx";
import { createForm, Form } from "./form.tsx";
import { SaveOrCancel } from "./save-or-cancel.tsx";

export interface CareFormProps {
  readonly label: string;
  readonly onSave: (fields: { readonly what: Care; readonly note?: string }) => Promise<unknown>;
  readonly onDone: () => void;
}

const FIELD = "field-care-what";

export function CareForm(props: CareFormProps) {
  const [what, setWhat] = createSignal<Care | null>(null);
  const [note, setNote] = createSignal("");
  const form = createForm({
    check: () => (what() === null ? [{ field: FIELD, text: t().care.needWhat }] : []),
    send: async () => {
      const chosen = what();
      if (chosen === null) return;
      await props.onSave({ what: chosen, ...(note().trim() === "" ? {} : { note: note() }) });
      announce(t().care.saved);
      props.onDone();
    },
  });
  return (
    <Form state={form} label={props.label}>
      <Choices
        id={FIELD}
        label={t().care.what}
        error={form.errorOf(FIELD)}
        value={what()}
        onValue={setWhat}
        options={CARES.map((value) => ({ value, label: t().care.kinds[value] }))}
      />
      <TextArea
        id="field-care-note"
        label={t().care.note}
        hint={t().care.noteHint}
        optional
        rows={2}
        value={note()}
        onValue={setNote}
      />
      <SaveOrCancel
        form={form}
        save={t().care.save}
        onCancel={() => {
          props.onDone();
        }}
      />
    </Form>
  );
}

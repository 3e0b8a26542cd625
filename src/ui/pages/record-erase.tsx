/**
 * Erasing a record for good. It cannot be taken back, so what it takes with it is said first, and a reason is asked: this
 * page interrupts, which few others do.
 */
import { useNavigate } from "@solidjs/router";
import { createResource, createSignal, Show } from "solid-js";
import type { ErasePreview, RecordId } from "#engine";
import { useApp } from "../app-context.ts";
import { f, t } from "../look.ts";
import { announce } from "../parts/announce.tsx";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { TextField } from "../parts/field.tsx";
import { createForm, Form } from "../parts/form.tsx";
import { Notice } from "../parts/notice.tsx";
import { paths } from "../paths.ts";
import { wordError } from "../wording.ts";

interface EraseProps {
  readonly id: RecordId;
}

const FIELD = "field-erase-reason";

function Takes(props: { readonly preview: ErasePreview }) {
  const told = () => props.preview.told.map(({ name }) => name);
  return (
    <div class="stack stack-tight">
      <p>
        <strong>{t().erasure.takes(props.preview.records)}</strong>
      </p>
      <p>{t().erasure.everywhere}</p>
      <Show when={told().length > 0}>
        <p>{t().erasure.told(f().list(told()))}</p>
      </Show>
      <p class="quiet">{t().erasure.copies}</p>
    </div>
  );
}

function EraseForm(props: EraseProps & { readonly onClose: () => void }) {
  const app = useApp();
  const navigate = useNavigate();
  const [preview] = createResource(
    () => props.id,
    (id) => app.engine.erasePreview(id),
  );
  const [reason, setReason] = createSignal("");
  const form = createForm({
    check: () => (reason().trim() === "" ? [{ field: FIELD, text: t().problems.required }] : []),
    send: async () => {
      await app.engine.erase({ id: props.id, reason: reason() });
      announce(t().erasure.done);
      navigate(paths.settings);
    },
    fieldOf: () => FIELD,
  });
  return (
    <Form state={form}>
      <Show when={preview.error as unknown}>
        {(error) => (
          <Notice kind="error" role="alert">
            {wordError(error())}
          </Notice>
        )}
      </Show>
      <Show
        when={preview.state === "ready" && preview()}
        fallback={<p class="quiet">{t().erasure.counting}</p>}
      >
        {(known) => (
          <>
            <Takes preview={known()} />
            <TextField
              id={FIELD}
              label={t().erasure.reason}
              hint={t().erasure.reasonHint}
              value={reason()}
              onValue={setReason}
            />
            <div class="actions">
              <Button type="submit" look="danger" busy={form.busy()}>
                {t().erasure.confirm}
              </Button>
              <Button
                look="plain"
                onPress={() => {
                  props.onClose();
                }}
              >
                {t().erasure.cancel}
              </Button>
            </div>
          </>
        )}
      </Show>
    </Form>
  );
}

export function RecordErase(props: EraseProps) {
  const [open, setOpen] = createSignal(false);
  return (
    <section class="stack stack-tight" aria-labelledby="erase-title">
      <h2 id="erase-title">{t().erasure.heading}</h2>
      <p class="quiet">{t().erasure.lead}</p>
      <div>
        <Button onPress={() => setOpen(true)}>{t().erasure.start}</Button>
      </div>
      <Dialog open={open()} title={t().erasure.title} onClose={() => setOpen(false)}>
        <EraseForm id={props.id} onClose={() => setOpen(false)} />
      </Dialog>
    </section>
  );
}

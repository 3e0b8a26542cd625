/** On the page of a guest, before anything is prepared for them: who must never be told, as they say it. */
import { createSignal, For, Show } from "solid-js";
import type { RecordId } from "#engine";
import { useApp } from "../app-context.ts";
import { createLive } from "../live.ts";
import { t } from "../look.ts";
import { announce } from "../parts/announce.tsx";
import { LinkButton } from "../parts/button.tsx";
import { TextArea, TextField } from "../parts/field.tsx";
import { createForm, Form } from "../parts/form.tsx";
import { Notice } from "../parts/notice.tsx";
import { wordError, wordNever } from "../wording.ts";
import { SaveOrCancel } from "../parts/save-or-cancel.tsx";

const FIELD = "field-never-relation";

function NeverForm(props: { readonly guest: RecordId; readonly onDone: () => void }) {
  const app = useApp();
  const [name, setName] = createSignal("");
  const [relation, setRelation] = createSignal("");
  const [note, setNote] = createSignal("");
  const form = createForm({
    check: () => (`${name()}${relation()}`.trim() === "" ? [{ field: FIELD, text: t().care.needNever }] : []),
    send: async () => {
      const fields = { guest: props.guest, name: name(), relation: relation(), note: note() };
      const told = Object.entries(fields).filter(([, text]) => text.trim() !== "");
      await app.engine.add("never-tell", Object.fromEntries(told));
      announce(t().care.saved);
      props.onDone();
    },
  });
  return (
    <Form state={form} label={t().care.addNever}>
      <TextField
        id={FIELD}
        label={t().care.neverRelation}
        error={form.errorOf(FIELD)}
        value={relation()}
        onValue={setRelation}
      />
      <TextField id="field-never-name" label={t().care.neverName} optional value={name()} onValue={setName} />
      <TextArea
        id="field-never-note"
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

export function RecordNeverTell(props: { readonly guest: RecordId; readonly mayRead: boolean }) {
  const app = useApp();
  const [adding, setAdding] = createSignal(false);
  const [failed, setFailed] = createSignal<unknown>();
  const never = createLive({
    key: () => props.guest,
    ask: (guest) => app.engine.neverTell(guest),
    concerns: (event) => event.kind === "records",
  });
  const takeBack = async (id: RecordId): Promise<void> => {
    try {
      await app.engine.edit(id, { takenBack: true });
      setFailed(undefined);
      announce(t().care.takenBack);
    } catch (error) {
      setFailed(error);
    }
  };
  return (
    <>
      <Show when={failed() ?? never.error()}>
        {(error) => (
          <Notice kind="error" role="alert">
            {wordError(error())}
          </Notice>
        )}
      </Show>
      <Show when={(never.value() ?? []).length > 0}>
        <Notice kind="protect">
          <strong>{t().care.never}</strong>
          <ul class="stack stack-tight">
            <For each={never.value()}>
              {(one) => (
                <li class="row row-apart">
                  <span>
                    {wordNever(one)}
                    <Show when={one.note}>{(note) => <span class="quiet"> · {note()}</span>}</Show>
                  </span>
                  <Show when={props.mayRead}>
                    <LinkButton
                      label={t().care.takeBackOf(wordNever(one))}
                      onPress={() => void takeBack(one.id)}
                    >
                      {t().care.takeBack}
                    </LinkButton>
                  </Show>
                </li>
              )}
            </For>
          </ul>
          <p>{t().care.neverText}</p>
        </Notice>
      </Show>
      <Show
        when={adding()}
        fallback={
          <div>
            <LinkButton onPress={() => setAdding(true)}>{t().care.addNever}</LinkButton>
          </div>
        }
      >
        <NeverForm guest={props.guest} onDone={() => setAdding(false)} />
      </Show>
    </>
  );
}

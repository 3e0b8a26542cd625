/** On the page of a guest: messages that wait for them, and noting one. Who calls is told nothing of where they are. */
import { createSignal, Show } from "solid-js";
import type { RecordId } from "#engine";
import { CALL_RELATIONS, type CallRelation } from "#model";
import { useApp } from "../app-context.ts";
import { t } from "../look.ts";
import { announce } from "../parts/announce.tsx";
import { Button } from "../parts/button.tsx";
import { Choices, TextArea } from "../parts/field.tsx";
import { createForm, Form } from "../parts/form.tsx";
import { Notice } from "../parts/notice.tsx";
import { createWaiting, WaitingList } from "../parts/waiting-list.tsx";
import { wordError } from "../wording.ts";
import { SaveOrCancel } from "../parts/save-or-cancel.tsx";

const FIELD = "field-message-from";

function MessageForm(props: { readonly guest: RecordId; readonly onDone: () => void }) {
  const app = useApp();
  const [relation, setRelation] = createSignal<CallRelation | null>(null);
  const [text, setText] = createSignal("");
  const form = createForm({
    check: () => (relation() === null ? [{ field: FIELD, text: t().care.needFrom }] : []),
    send: async () => {
      const said = text().trim() === "" ? {} : { text: text() };
      await app.engine.add("waiting-message", { guest: props.guest, relation: relation(), ...said });
      announce(t().care.saved);
      props.onDone();
    },
  });
  return (
    <Form state={form} label={t().care.addMessage}>
      <p>{t().care.messageText}</p>
      <Choices
        id={FIELD}
        label={t().care.from}
        error={form.errorOf(FIELD)}
        value={relation()}
        onValue={setRelation}
        options={CALL_RELATIONS.map((value) => ({ value, label: t().calls.relations[value] }))}
      />
      <TextArea
        id="field-message-text"
        label={t().care.said}
        hint={t().care.saidHint}
        optional
        rows={2}
        value={text()}
        onValue={setText}
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

export function RecordWaiting(props: { readonly guest: RecordId }) {
  const [adding, setAdding] = createSignal(false);
  const waiting = createWaiting(() => props.guest);
  return (
    <section class="stack" aria-labelledby="waiting-title">
      <h2 id="waiting-title">{t().care.messages}</h2>
      <Show when={waiting.error()}>
        {(error) => (
          <Notice kind="error" role="alert">
            {wordError(error())}
          </Notice>
        )}
      </Show>
      <Show when={waiting.value()}>{(messages) => <WaitingList messages={messages()} />}</Show>
      <Show
        when={adding()}
        fallback={
          <div>
            <Button onPress={() => setAdding(true)}>{t().care.addMessage}</Button>
          </div>
        }
      >
        <MessageForm guest={props.guest} onDone={() => setAdding(false)} />
      </Show>
    </section>
  );
}

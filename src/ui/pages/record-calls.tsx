/** On the page of a guest: the calls home, and one more in seconds. No field takes a number or a name. */
import { createSignal, For, onMount, Show } from "solid-js";
import { createStore, unwrap } from "solid-js/store";
import type { ListItem, RecordId } from "#engine";
import { type Call, CALL_RELATIONS, CALL_RESULTS, type CallRelation, type CallResult, hasDied } from "#model";
import { useApp } from "../app-context.ts";
import { countryOptions } from "../countries.ts";
import { createLive } from "../live.ts";
import { f, t } from "../look.ts";
import { announce } from "../parts/announce.tsx";
import { Button, LinkButton } from "../parts/button.tsx";
import { Choices, Select, Tick } from "../parts/field.tsx";
import { createForm, Form, type FormError } from "../parts/form.tsx";
import { NeverWarning } from "../parts/never-warning.tsx";
import { Notice } from "../parts/notice.tsx";
import { wordError, wordMoment } from "../wording.ts";
import { SaveOrCancel } from "../parts/save-or-cancel.tsx";

const FIELDS = { relation: "field-call-relation", result: "field-call-result" } as const;

interface Values {
  relation: CallRelation | null;
  result: CallResult | null;
  contactRestored: boolean;
  country: string;
}

const errorsOf = ({ relation, result }: Pick<Values, "relation" | "result">): readonly FormError[] => [
  ...(relation === null ? [{ field: FIELDS.relation, text: t().calls.needRelation }] : []),
  ...(result === null ? [{ field: FIELDS.result, text: t().calls.needResult }] : []),
];

interface CallFormProps {
  readonly guest: RecordId;
  readonly onDone: () => void;
}

function CallForm(props: CallFormProps) {
  const app = useApp();
  const [values, set] = createStore<Values>({
    relation: null,
    result: null,
    contactRestored: false,
    country: "",
  });
  const form = createForm({
    check: () => errorsOf({ relation: values.relation, result: values.result }),
    send: async () => {
      const { relation, result, country, contactRestored: restored } = unwrap(values);
      if (relation === null || result === null) return;
      const contactRestored = result === "reached" && restored;
      const where = country === "" ? {} : { country };
      await app.engine.call({ guest: props.guest, relation, result, contactRestored, ...where });
      announce(t().calls.saved);
      props.onDone();
    },
  });
  onMount(() => {
    document.getElementById(FIELDS.relation)?.querySelector("input")?.focus();
  });
  return (
    <Form state={form} label={t().calls.form}>
      <p class="quiet">{t().calls.formText}</p>
      <NeverWarning guests={[props.guest]} text={t().care.neverCall} />
      <Choices
        id={FIELDS.relation}
        label={t().calls.relation}
        error={form.errorOf(FIELDS.relation)}
        value={values.relation}
        onValue={(relation) => {
          set({ relation });
        }}
        options={CALL_RELATIONS.map((value) => ({ value, label: t().calls.relations[value] }))}
      />
      <Choices
        id={FIELDS.result}
        label={t().calls.result}
        error={form.errorOf(FIELDS.result)}
        value={values.result}
        onValue={(result) => {
          set({ result });
        }}
        options={CALL_RESULTS.map((value) => ({ value, label: t().calls.results[value] }))}
      />
      <Show when={values.result === "reached"}>
        <Tick
          label={t().calls.restored}
          checked={values.contactRestored}
          onValue={(contactRestored) => {
            set({ contactRestored });
          }}
        />
      </Show>
      <Select
        id="field-call-country"
        label={t().calls.country}
        optional
        value={values.country}
        onValue={(country) => {
          set({ country });
        }}
        options={[{ value: "", label: t().shell.unknown }, ...countryOptions()]}
      />
      <SaveOrCancel
        form={form}
        save={t().calls.save}
        onCancel={() => {
          props.onDone();
        }}
      />
    </Form>
  );
}

/** Latest first, without what was noted by mistake. */
const callsOf = (
  items: readonly ListItem[],
  guests: readonly string[],
): readonly (Call & { readonly id: RecordId })[] =>
  items
    .map(({ id, fields }) => ({ ...(fields as Call), id }))
    .filter((call) => guests.includes(call.guest) && call.takenBack !== true)
    .toSorted((one, other) => (one.at < other.at ? 1 : -1));

const wordCall = ({ at, relation, result, contactRestored, country }: Call): string =>
  [
    wordMoment(at),
    t().calls.relations[relation],
    t().calls.results[result],
    contactRestored ? t().calls.restoredTag : "",
    country === undefined ? "" : f().country(country),
  ]
    .filter((part) => part !== "")
    .join(" · ");

export interface RecordCallsProps {
  readonly guest: RecordId;
  readonly mayWrite: boolean;
}

export function RecordCalls(props: RecordCallsProps) {
  const app = useApp();
  const [adding, setAdding] = createSignal(false);
  const [failed, setFailed] = createSignal<unknown>();
  const calls = createLive({
    key: () => props.guest,
    ask: async (guest) => {
      const { engine } = app;
      const asked = [engine.list("call"), engine.person(guest), engine.stays(guest)] as const;
      const [items, { records }, { stays }] = await Promise.all(asked);
      const guests = records.map(({ id }) => id);
      return { calls: callsOf(items, guests), died: hasDied(stays) };
    },
    concerns: (event) => event.kind === "records",
  });
  const takeBack = async (id: RecordId): Promise<void> => {
    try {
      await app.engine.edit(id, { takenBack: true });
      setFailed(undefined);
      announce(t().calls.takenBack);
    } catch (error) {
      setFailed(error);
    }
  };
  return (
    <section class="stack" aria-labelledby="calls-title">
      <h2 id="calls-title">{t().calls.title}</h2>
      <Show when={failed() ?? calls.error()}>
        {(error) => (
          <Notice kind="error" role="alert">
            {wordError(error())}
          </Notice>
        )}
      </Show>
      <Show when={calls.value()}>
        {(known) => (
          <ul class="stack stack-tight">
            <For each={known().calls} fallback={<li class="quiet">{t().calls.none}</li>}>
              {(call) => (
                <li class="row row-apart">
                  <span>{wordCall(call)}</span>
                  <Show when={props.mayWrite}>
                    <LinkButton
                      label={t().calls.mistakeOf(wordCall(call))}
                      onPress={() => void takeBack(call.id)}
                    >
                      {t().calls.mistake}
                    </LinkButton>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        )}
      </Show>
      <Show when={props.mayWrite && calls.value()?.died !== true}>
        <Show
          when={adding()}
          fallback={
            <div>
              <Button onPress={() => setAdding(true)}>{t().calls.add}</Button>
            </div>
          }
        >
          <CallForm guest={props.guest} onDone={() => setAdding(false)} />
        </Show>
      </Show>
    </section>
  );
}

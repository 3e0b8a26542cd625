/** Editing one fact of a record in its place. What was typed stays when it is refused. */
import { createSignal, Match, onMount, Switch } from "solid-js";
import type { RecordView } from "#engine";
import { wordField } from "#i18n";
import { type Age, ageText, parseAge } from "#model";
import { useApp } from "../app-context.ts";
import { countryOptions } from "../countries.ts";
import { t } from "../look.ts";
import type { Fact } from "../record-facts.ts";
import { patchAt, valueAt } from "../wording.ts";
import { announce } from "./announce.tsx";
import { Button } from "./button.tsx";
import { Choices, Select, TextArea, TextField } from "./field.tsx";
import { createForm, Form } from "./form.tsx";

export interface FactEditorProps {
  readonly view: RecordView;
  readonly fact: Fact;
  readonly onDone: () => void;
}

const FIELD = "field-edit";

const isAge = (value: unknown): value is Age =>
  typeof value === "object" && value !== null && "from" in value;

/** A stored value as the text that the model reads back. */
function editable(value: unknown): string {
  if (isAge(value)) return ageText(value);
  if (Array.isArray(value)) return value.join("\n");
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : "";
}

const HINTS: Readonly<Record<string, () => string>> = {
  age: () => t().report.ageHint,
  birthDate: () => t().report.birthDateHint,
  "lastContact.at": () => t().report.lastAtHint,
  alternateNames: () => t().report.alternateNamesHint,
  relatives: () => t().report.relativesHint,
};

/** An age that only a newly typed one may replace keeps the date at which it was true. */
function valueToSave(path: string, text: string, before: unknown): unknown {
  if (text.trim() === "") return null;
  if (path !== "age" || !isAge(before) || typeof before === "number" || before.asOf === undefined)
    return text;
  const age = parseAge(text);
  return age !== null && ageText(age) === ageText(before) ? before : text;
}

export function FactEditor(props: FactEditorProps) {
  const app = useApp();
  const path = () => props.fact.path;
  // the editor starts from what the field held when it was opened
  // eslint-disable-next-line solid/reactivity
  const before = valueAt(props.view.fields, props.fact.path);
  const [text, setText] = createSignal(editable(before));
  const label = () => wordField(t(), path());
  const form = createForm({
    check: () => [],
    send: async () => {
      await app.engine.edit(props.view.id, patchAt(path(), valueToSave(path(), text(), before)));
      announce(t().record.here);
      props.onDone();
    },
    fieldOf: () => FIELD,
  });
  onMount(() => {
    const control = document.getElementById(FIELD);
    (control?.querySelector("input") ?? control)?.focus();
  });
  const shared = () => ({
    id: FIELD,
    label: label(),
    hint: HINTS[path()]?.(),
    error: form.errorOf(FIELD),
  });
  return (
    <div
      class="edit-row"
      onKeyDown={(event) => {
        if (event.key === "Escape") props.onDone();
      }}
    >
      <Form state={form} label={t().record.changeField(label())}>
        <Switch fallback={<TextField {...shared()} value={text()} onValue={setText} />}>
          <Match when={props.fact.editor === "area" || props.fact.editor === "lines"}>
            <TextArea {...shared()} value={text()} onValue={setText} />
          </Match>
          <Match when={props.fact.editor === "sex"}>
            <Choices
              {...shared()}
              value={text()}
              onValue={setText}
              options={[
                { value: "female", label: t().fields.sexes.female },
                { value: "male", label: t().fields.sexes.male },
                { value: "other", label: t().fields.sexes.other },
                { value: "", label: t().shell.unknown },
              ]}
            />
          </Match>
          <Match when={props.fact.editor === "country"}>
            <Select
              {...shared()}
              value={text()}
              onValue={setText}
              options={[{ value: "", label: t().shell.unknown }, ...countryOptions()]}
            />
          </Match>
        </Switch>
        <div class="actions">
          <Button type="submit" look="primary" busy={form.busy()} busyText={t().shell.saving}>
            {t().shell.save}
          </Button>
          <Button
            onPress={() => {
              props.onDone();
            }}
          >
            {t().shell.cancel}
          </Button>
        </div>
      </Form>
    </div>
  );
}

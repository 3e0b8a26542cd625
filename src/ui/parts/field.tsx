/**
 * Fields of forms: label, hint, error and control, tied together for every reader. Guests' names
 * and all else about them is never remembered by the browser (`autocomplete="off"` by default).
 */
import CircleAlert from "lucide-solid/icons/circle-alert";
import { type Component, createUniqueId, For, type JSX, Show, splitProps } from "solid-js";
import { Dynamic } from "solid-js/web";
import { hasPaperNumber } from "#model";
import { t } from "../look.ts";
import { takeFocus } from "./press.tsx";

export interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly optional?: boolean;
}

function describedBy(field: FieldProps): string | undefined {
  const hint = field.hint === undefined ? [] : [`${field.id}-hint`];
  const error = field.error === undefined ? [] : [`${field.id}-error`];
  return [...hint, ...error].join(" ") || undefined;
}

const Optional = (props: { readonly when: boolean | undefined }) => (
  <Show when={props.when}>
    {" "}
    <span class="quiet">{t().shell.optional}</span>
  </Show>
);

function Notes(props: { readonly field: FieldProps }) {
  return (
    <>
      <Show when={props.field.hint}>
        <p class="hint" id={`${props.field.id}-hint`}>
          {props.field.hint}
        </p>
      </Show>
      <Show when={props.field.error}>
        <p class="field-error" id={`${props.field.id}-error`}>
          <CircleAlert />
          <span>{props.field.error}</span>
        </p>
      </Show>
    </>
  );
}

type InputProps = FieldProps & {
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** Something at the right of the input, such as a show button. */
  readonly beside?: JSX.Element;
} & Omit<JSX.InputHTMLAttributes<HTMLInputElement>, "id" | "value" | "onInput">;

const FIELD = ["label", "hint", "error", "optional", "value", "onValue", "beside", "class"] as const;

export function TextField(props: InputProps) {
  const [own, rest] = splitProps(props, FIELD);
  return (
    <div class="field">
      <label class="label" for={props.id}>
        {own.label}
        <Optional when={own.optional} />
      </label>
      <Notes field={props} />
      <div class="with-button">
        <input
          type="text"
          autocomplete="off"
          spellcheck={false}
          {...rest}
          class={`input ${own.class ?? ""}`}
          value={own.value}
          onInput={(event) => {
            own.onValue(event.currentTarget.value);
          }}
          aria-describedby={describedBy(props)}
          aria-invalid={own.error === undefined ? undefined : "true"}
        />
        {own.beside}
      </div>
    </div>
  );
}

type AreaProps = FieldProps & {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly rows?: number;
  readonly code?: boolean;
};

export function TextArea(props: AreaProps) {
  return (
    <div class="field">
      <label class="label" for={props.id}>
        {props.label}
        <Optional when={props.optional} />
      </label>
      <Notes field={props} />
      <textarea
        id={props.id}
        class="input"
        classList={{ code: props.code === true }}
        rows={props.rows ?? 3}
        autocomplete="off"
        spellcheck={false}
        value={props.value}
        onInput={(event) => {
          props.onValue(event.currentTarget.value);
        }}
        aria-describedby={describedBy(props)}
        aria-invalid={props.error === undefined ? undefined : "true"}
      />
      <p class="hint" role="status">
        {props.code !== true && hasPaperNumber(props.value) ? t().shell.paperNumber : ""}
      </p>
    </div>
  );
}

export interface Option<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly hint?: string;
  readonly icon?: Component;
}

type ChoiceProps<V extends string> = FieldProps & {
  readonly options: readonly Option<V>[];
  readonly value: V | null;
  readonly onValue: (value: V) => void;
  readonly column?: boolean;
  /** The first one has the focus as soon as it is there. */
  readonly autofocus?: boolean;
};

/** One of a few: native radios, so that arrow keys and readers work as everywhere. */
export function Choices<V extends string>(props: ChoiceProps<V>) {
  const group = createUniqueId();
  return (
    <fieldset class="field" id={props.id} tabindex="-1" aria-describedby={describedBy(props)}>
      <legend class="label">
        {props.label}
        <Optional when={props.optional} />
      </legend>
      <Notes field={props} />
      <div
        class={props.column === true ? "choices-column" : "choices"}
        classList={{ "choices-even": props.options.some((option) => option.icon !== undefined) }}
      >
        <For each={props.options}>
          {(option, at) => (
            <label class="choice">
              <input
                type="radio"
                name={group}
                ref={(input) => {
                  if (props.autofocus === true && at() === 0) takeFocus(input);
                }}
                checked={props.value === option.value}
                onChange={() => {
                  props.onValue(option.value);
                }}
              />
              <Show when={option.icon}>{(icon) => <Dynamic component={icon()} />}</Show>
              <span class="choice-text">
                <span>{option.label}</span>
                <Show when={option.hint}>
                  <span class="hint">{option.hint}</span>
                </Show>
              </span>
            </label>
          )}
        </For>
      </div>
    </fieldset>
  );
}

export interface TickProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onValue: (checked: boolean) => void;
  readonly id?: string;
}

export function Tick(props: TickProps) {
  return (
    <label class="choice choice-plain">
      <input
        type="checkbox"
        id={props.id}
        checked={props.checked}
        onChange={(event) => {
          props.onValue(event.currentTarget.checked);
        }}
      />
      <span>{props.label}</span>
    </label>
  );
}

type SelectProps<V extends string> = FieldProps & {
  readonly options: readonly Option<V>[];
  readonly value: V;
  readonly onValue: (value: V) => void;
};

export function Select<V extends string>(props: SelectProps<V>) {
  return (
    <div class="field">
      <label class="label" for={props.id}>
        {props.label}
        <Optional when={props.optional} />
      </label>
      <Notes field={props} />
      <select
        id={props.id}
        class="input input-medium"
        autocomplete="off"
        onChange={(event) => {
          const chosen = props.options[event.currentTarget.selectedIndex];
          if (chosen !== undefined) props.onValue(chosen.value);
        }}
        aria-describedby={describedBy(props)}
      >
        <For each={props.options}>
          {(option) => (
            <option value={option.value} selected={option.value === props.value}>
              {option.label}
            </option>
          )}
        </For>
      </select>
    </div>
  );
}

/** Some of a few: native checkboxes under one title. */
import { For, Show } from "solid-js";
import type { Option } from "./field.tsx";

export interface TicksProps<V extends string> {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly options: readonly Option<V>[];
  readonly value: readonly V[];
  readonly onValue: (value: readonly V[]) => void;
}

export function Ticks<V extends string>(props: TicksProps<V>) {
  const describedBy = (): string | undefined => {
    const ids = [
      ...(props.hint === undefined ? [] : [`${props.id}-hint`]),
      ...(props.error === undefined ? [] : [`${props.id}-error`]),
    ];
    return ids.join(" ") || undefined;
  };
  const changed = (value: V, on: boolean): readonly V[] =>
    props.options
      .map((option) => option.value)
      .filter((one) => (one === value ? on : props.value.includes(one)));
  return (
    <fieldset class="field" id={props.id} tabindex="-1" aria-describedby={describedBy()}>
      <legend class="label">{props.label}</legend>
      <Show when={props.hint}>
        <p class="hint" id={`${props.id}-hint`}>
          {props.hint}
        </p>
      </Show>
      <Show when={props.error}>
        <p class="field-error" id={`${props.id}-error`}>
          {props.error}
        </p>
      </Show>
      <div class="choices">
        <For each={props.options}>
          {(option) => (
            <label class="choice">
              <input
                type="checkbox"
                checked={props.value.includes(option.value)}
                onChange={(event) => {
                  props.onValue(changed(option.value, event.currentTarget.checked));
                }}
              />
              <span>{option.label}</span>
            </label>
          )}
        </For>
      </div>
    </fieldset>
  );
}

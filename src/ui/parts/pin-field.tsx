/** Six digits, never shown and never remembered by the browser. */
import { onMount } from "solid-js";
import { TextField } from "./field.tsx";

const DIGITS = 6;

export interface PinFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly autofocus?: boolean;
  readonly onValue: (value: string) => void;
}

export function PinField(props: PinFieldProps) {
  onMount(() => {
    if (props.autofocus === true) document.getElementById(props.id)?.focus();
  });
  return (
    <TextField
      id={props.id}
      label={props.label}
      hint={props.hint}
      error={props.error}
      type="password"
      inputmode="numeric"
      class="input-pin"
      maxlength={DIGITS}
      value={props.value}
      onValue={(value) => {
        props.onValue(value);
      }}
    />
  );
}

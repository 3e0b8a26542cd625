/** A passphrase: shown on request, paste allowed, and a word when the capitals are locked. */
import Eye from "lucide-solid/icons/eye";
import EyeOff from "lucide-solid/icons/eye-off";
import { createSignal, onMount, Show } from "solid-js";
import { t } from "../look.ts";
import { TextField } from "./field.tsx";

export interface PassphraseFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly autocomplete: "current-password" | "new-password";
  readonly autofocus?: boolean;
  readonly onValue: (value: string) => void;
}

export function PassphraseField(props: PassphraseFieldProps) {
  const [shown, setShown] = createSignal(false);
  const [capitals, setCapitals] = createSignal(false);
  onMount(() => {
    if (props.autofocus === true) document.getElementById(props.id)?.focus();
  });
  return (
    <div class="stack stack-tight">
      <TextField
        id={props.id}
        label={props.label}
        hint={props.hint}
        error={props.error}
        type={shown() ? "text" : "password"}
        autocomplete={props.autocomplete}
        autocapitalize="off"
        value={props.value}
        onValue={(value) => {
          props.onValue(value);
        }}
        onKeyUp={(event) => setCapitals(event.getModifierState("CapsLock"))}
        beside={
          <button
            type="button"
            class="button button-icon"
            aria-label={shown() ? t().welcome.hidePassphrase : t().welcome.showPassphrase}
            aria-pressed={shown()}
            onClick={() => setShown((was) => !was)}
          >
            <Show when={shown()} fallback={<Eye />}>
              <EyeOff />
            </Show>
          </button>
        }
      />
      <Show when={capitals()}>
        <p class="hint" role="status">
          {t().welcome.capsLock}
        </p>
      </Show>
    </div>
  );
}

/** Choosing a passphrase: own words, or five that are drawn by chance from a long list. */
import Dices from "lucide-solid/icons/dices";
import { createSignal, Show } from "solid-js";
import { t } from "../look.ts";
import { Button } from "./button.tsx";
import type { FormError, FormState } from "./form.tsx";
import { Notice } from "./notice.tsx";
import { PassphraseField } from "./passphrase-field.tsx";

/** The engine decides; this only spares a wait for what it would refuse. */
const LEAST_LETTERS = 12;
const SUGGESTED_WORDS = 5;

/** What is wrong with a passphrase typed twice. */
export function passphraseErrors(passphrase: string, again: string): readonly FormError[] {
  if (passphrase === "") return [{ field: "field-passphrase", text: t().welcome.needPassphrase }];
  if (passphrase.length < LEAST_LETTERS)
    return [{ field: "field-passphrase", text: t().welcome.shortPassphrase(LEAST_LETTERS) }];
  return passphrase === again ? [] : [{ field: "field-again", text: t().welcome.differentPassphrase }];
}

async function suggestion(): Promise<string> {
  // 2,048 words: no draw is likelier than another, as 65,536 is a multiple of it
  const { wordlist } = await import("@scure/bip39/wordlists/spanish.js");
  const drawn = crypto.getRandomValues(new Uint16Array(SUGGESTED_WORDS));
  return Array.from(drawn, (n) => (wordlist[n % wordlist.length] ?? "").normalize("NFC")).join(" ");
}

export interface NewPassphraseProps {
  /** What the field is called where "passphrase" alone would not tell which. */
  readonly label?: string;
  readonly passphrase: string;
  readonly again: string;
  readonly form: FormState;
  readonly onValue: (part: "passphrase" | "again", value: string) => void;
}

export function NewPassphrase(props: NewPassphraseProps) {
  const [suggested, setSuggested] = createSignal<string | null>(null);
  const suggest = async (): Promise<void> => {
    const words = await suggestion();
    setSuggested(words);
    props.onValue("passphrase", words);
    props.onValue("again", "");
  };
  return (
    <>
      <PassphraseField
        id="field-passphrase"
        label={props.label ?? t().welcome.passphrase}
        hint={t().welcome.passphraseHint}
        autocomplete="new-password"
        value={props.passphrase}
        error={props.form.errorOf("field-passphrase")}
        onValue={(value) => {
          props.onValue("passphrase", value);
        }}
      />
      <Show when={suggested()}>
        {(words) => (
          <Notice kind="info" role="status">
            <p>{t().welcome.suggested}</p>
            <p class="code" lang="es">
              {words()}
            </p>
          </Notice>
        )}
      </Show>
      <div>
        <Button icon={<Dices />} onPress={() => void suggest()}>
          {t().welcome.suggest}
        </Button>
      </div>
      <PassphraseField
        id="field-again"
        label={t().welcome.passphraseAgain}
        autocomplete="new-password"
        value={props.again}
        error={props.form.errorOf("field-again")}
        onValue={(value) => {
          props.onValue("again", value);
        }}
      />
    </>
  );
}

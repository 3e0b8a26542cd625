/**
 * Twelve words, read from paper into twelve fields: of the Spanish list, whatever case and accents. All
 * twelve may be pasted into any of them.
 */
import { createSignal, Index, onMount } from "solid-js";
import { t } from "../look.ts";
import { TextField } from "./field.tsx";
import type { FormError, FormState } from "./form.tsx";

export const WORD_COUNT = 12;

const fold = (word: string): string => word.normalize("NFD").replace(/\p{M}/gu, "").trim().toLowerCase();

const [listed, setListed] = createSignal<ReadonlyMap<string, string> | null>(null);

/** The words are heavy: they are fetched when somebody is about to type one. */
async function loadList(): Promise<void> {
  const { wordlist } = await import("@scure/bip39/wordlists/spanish.js");
  setListed(new Map(wordlist.map((word) => [fold(word), word.normalize("NFC")])));
}

export const wordField = (at: number): string => `field-word-${String(at)}`;

/** Fields that are empty, or hold what is no word of the list. */
export const wordErrors = (words: readonly string[]): readonly FormError[] =>
  words.flatMap((word, at) => {
    if (word.trim() === "") return [{ field: wordField(at), text: t().welcome.needWord(at + 1) }];
    const known = listed();
    const wrong = known !== null && !known.has(fold(word));
    return wrong ? [{ field: wordField(at), text: t().welcome.unknownWord(at + 1) }] : [];
  });

export interface RecoveryWordsProps {
  readonly words: readonly string[];
  readonly form: FormState;
  readonly onWord: (at: number, word: string) => void;
}

export function RecoveryWords(props: RecoveryWordsProps) {
  onMount(() => void loadList());
  /** One word stays where it was typed; more go on into the fields that follow. */
  const take = (at: number, typed: string): void => {
    const words = typed.trim().split(/[\s,.;\d]+/u);
    if (words.length < 2) props.onWord(at, typed);
    else
      words.slice(0, WORD_COUNT - at).forEach((word, index) => {
        props.onWord(at + index, word);
      });
  };
  return (
    <fieldset class="stack">
      <legend>{t().welcome.recoverWords}</legend>
      <p class="hint">{t().welcome.recoverWordsHint}</p>
      <div class="word-fields" lang="es">
        <Index each={props.words}>
          {(word, at) => (
            <TextField
              id={wordField(at)}
              label={t().welcome.sheetWord(at + 1)}
              error={props.form.errorOf(wordField(at))}
              autocapitalize="off"
              value={word()}
              onValue={(typed) => {
                take(at, typed);
              }}
            />
          )}
        </Index>
      </div>
    </fieldset>
  );
}

export interface ProtectedWordsProps {
  readonly value: string;
  readonly onValue: (words: string) => void;
}

/** The other twelve, of what is protected: typed in one line by who has them. */
export function ProtectedWords(props: ProtectedWordsProps) {
  return (
    <TextField
      id="field-protected-words"
      label={t().welcome.recoverProtected}
      hint={t().welcome.recoverProtectedHint}
      autocapitalize="off"
      value={props.value}
      onValue={(words) => {
        props.onValue(words);
      }}
    />
  );
}

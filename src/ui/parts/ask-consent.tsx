/**
 * One question to a guest and what they say, where what was said before is not shown: right after an arrival, and to a
 * volunteer, who hands it in and reads none of it.
 */
import { createSignal, For, Show } from "solid-js";
import type { RecordId } from "#engine";
import { accessOf, type ConsentWord } from "#model";
import { useApp, useMember } from "../app-context.ts";
import { t } from "../look.ts";
import { wordError } from "../wording.ts";
import { announce } from "./announce.tsx";
import { Button } from "./button.tsx";
import { aloudOf, type Asked, titleOf } from "./consent-asked.tsx";
import { Notice } from "./notice.tsx";

export interface AskConsentProps {
  readonly guest: RecordId;
  readonly asked: Asked;
  readonly words: readonly ConsentWord[];
  /** How it was asked. */
  readonly told?: object;
}

function createAsking(props: AskConsentProps) {
  const app = useApp();
  const member = useMember();
  const [said, setSaid] = createSignal<ConsentWord | null>(null);
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const handsIn = (): boolean => {
    const role = member()?.role;
    return role !== undefined && accessOf(role, "consent") === "drop";
  };
  const say = async (word: ConsentWord): Promise<void> => {
    setBusy(true);
    try {
      const { purpose, to } = props.asked;
      const topic = { guest: props.guest, purpose, ...(to === null ? {} : { to }) };
      await app.engine.consent({ ...topic, ...props.told, said: word });
      setError(undefined);
      setSaid(word);
      announce(handsIn() ? t().consent.handedIn : t().consent.saved);
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return { said, busy, error, say };
}

export function AskConsent(props: AskConsentProps) {
  const { said, busy, error, say } = createAsking(props);
  return (
    <section class="stack stack-tight" aria-label={titleOf(props.asked)}>
      <p>
        <strong>{titleOf(props.asked)}</strong>
      </p>
      <blockquote class="to-read">{aloudOf(props.asked)}</blockquote>
      <div class="actions">
        <For each={props.words}>
          {(word) => (
            <Button
              busy={busy()}
              aria-label={`${titleOf(props.asked)}: ${t().consent.said[word]}`}
              onPress={() => void say(word)}
            >
              {t().consent.said[word]}
            </Button>
          )}
        </For>
      </div>
      <Show when={said()}>{(word) => <p>{t().consent.noted(t().consent.said[word()])}</p>}</Show>
      <Show when={error()}>
        <Notice kind="error" role="alert">
          {wordError(error())}
        </Notice>
      </Show>
    </section>
  );
}

/** What an institution said, as somebody of the house types it in: how it was heard is asked each time. */
import { createSignal, For, Show } from "solid-js";
import type { ReferralView } from "#engine";
import { HEARD, type Heard, type ReferralStep } from "#model";
import { useApp } from "../app-context.ts";
import { t } from "../look.ts";
import { wordError } from "../wording.ts";
import { Button } from "./button.tsx";
import { Choices, TextField } from "./field.tsx";
import { Notice } from "./notice.tsx";
import { createStep } from "../referral-step.ts";

const wordAnswer = (step: ReferralStep): string =>
  step === "close" || step === "cancel" ? t().referrals.steps[step] : t().slips.ticks[step];

export function SlipAnswers(props: { readonly view: ReferralView; readonly onDone: () => void }) {
  const app = useApp();
  const [heard, setHeard] = createSignal<Heard>("slip");
  const { reason, setReason, busy, error, say } = createStep({
    step: (step, why) => app.engine.referStep({ id: props.view.id, step, heard: heard(), ...why }),
    onDone: () => {
      props.onDone();
    },
  });
  return (
    <Show when={props.view.answers.length > 0}>
      <section class="stack" aria-labelledby="slip-answers">
        <h2 id="slip-answers">{t().slips.answersTitle}</h2>
        <p class="quiet">{t().slips.answersText}</p>
        <Choices
          id="field-slip-heard"
          label={t().slips.heard}
          options={HEARD.map((value) => ({ value, label: t().slips.heards[value] }))}
          value={heard()}
          onValue={setHeard}
        />
        <TextField
          id="field-slip-reason"
          label={t().slips.answerReason}
          hint={t().slips.answerReasonHint}
          value={reason()}
          onValue={setReason}
          optional
        />
        <Show when={error()}>
          <Notice kind="error" role="alert">
            {wordError(error())}
          </Notice>
        </Show>
        <div class="actions">
          <For each={props.view.answers}>
            {(step) => (
              <Button busy={busy()} onPress={() => void say(step)}>
                {wordAnswer(step)}
              </Button>
            )}
          </For>
        </div>
      </section>
    </Show>
  );
}

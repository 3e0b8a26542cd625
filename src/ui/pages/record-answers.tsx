/**
 * On the page of a report: what other houses answered, and the message that may be copied for the family. Says where
 * nothing came that this does not mean that the person is nowhere.
 */
import { For, Show } from "solid-js";
import type { AnswerView, RecordView } from "#engine";
import { wordAnswer, wordAnswerPlace, wordForFamily } from "#i18n";
import { useApp } from "../app-context.ts";
import { createLive } from "../live.ts";
import { f, t } from "../look.ts";
import { CopyButton } from "../parts/copy-button.tsx";
import { Notice } from "../parts/notice.tsx";
import { valueAt, wordError } from "../wording.ts";
import { RecordClosing } from "./record-closing.tsx";

function Answer(props: { readonly answer: AnswerView; readonly expected: unknown }) {
  const message = () => wordForFamily(t(), props.answer, f());
  return (
    <li class="answer stack stack-tight">
      <p>
        <strong>{wordAnswer(t(), props.answer, f())}</strong>
      </p>
      <p>{wordAnswerPlace(t(), props.answer)}</p>
      <Show when={props.answer.proof}>{(proof) => <p>{t().answers.proofGiven(proof())}</p>}</Show>
      <Show when={props.answer.proof !== null && typeof props.expected === "string"}>
        <p>{t().answers.proofExpected(String(props.expected))}</p>
      </Show>
      <p class="quiet small">
        {props.answer.place === null
          ? t().answers.fromUntold(props.answer.siteName)
          : t().answers.from(props.answer.siteName)}
      </p>
      <h3>{t().answers.toCopy}</h3>
      <p class="value-text to-read">{message()}</p>
      <div>
        <CopyButton text={message()} />
      </div>
    </li>
  );
}

export function RecordAnswers(props: { readonly view: RecordView; readonly mayWrite: boolean }) {
  const app = useApp();
  const answers = createLive({
    key: () => (props.view.kind === "report" ? props.view.id : null),
    ask: (of) => app.engine.answers({ of }),
    concerns: (event) => event.kind === "records",
  });
  return (
    <Show when={props.view.kind === "report" && props.mayWrite}>
      <section class="stack" aria-labelledby="answers-title">
        <h2 id="answers-title">{t().answers.title}</h2>
        <Show when={answers.error()}>
          <Notice kind="error" role="alert">
            {wordError(answers.error())}
          </Notice>
        </Show>
        <Show when={(answers.value() ?? []).length > 0} fallback={<p class="quiet">{t().answers.none}</p>}>
          <ul class="answers">
            <For each={answers.value()}>
              {(answer) => <Answer answer={answer} expected={valueAt(props.view.fields, "proof.answer")} />}
            </For>
          </ul>
        </Show>
        <RecordClosing view={props.view} />
      </section>
    </Show>
  );
}

/**
 * Asked at the door, before somebody goes: whether the house may say that they passed. Read aloud as it stands. Who is
 * not asked has said nothing, and nothing counts as no. Only who is there is asked; a volunteer, who cannot read whether it
 * was asked before, asks.
 */
import { Show } from "solid-js";
import type { RecordId } from "#engine";
import { accessOf, type ConsentWord } from "#model";
import { useApp, useMember } from "../app-context.ts";
import { createLive } from "../live.ts";
import { t } from "../look.ts";
import { Choices } from "./field.tsx";

export interface PassedQuestionProps {
  readonly guest: RecordId;
  readonly value: ConsentWord;
  readonly onValue: (word: ConsentWord) => void;
}

export function PassedQuestion(props: PassedQuestionProps) {
  const app = useApp();
  const member = useMember();
  const access = () => {
    const role = member()?.role;
    return role === undefined ? "none" : accessOf(role, "consent");
  };
  const known = createLive({
    key: () => (access() === "none" ? null : props.guest),
    ask: async (guest) =>
      access() === "drop"
        ? "unset"
        : ((await app.engine.consents(guest)).find(({ purpose }) => purpose === "passed")?.state ?? "unset"),
    concerns: (event) => event.kind === "records",
  });
  return (
    <Show when={known.value()}>
      {(state) => (
        <Show
          when={state() === "unset"}
          fallback={
            <p class="quiet">
              {t().consent.purposes.passed}: {t().consent.states[state()]}
            </p>
          }
        >
          <div class="stack stack-tight">
            <blockquote class="to-read">{t().consent.aloud.passed}</blockquote>
            <Choices
              id="field-departure-passed"
              label={t().stay.passed}
              value={props.value}
              onValue={(word) => {
                props.onValue(word);
              }}
              options={(["unset", "yes", "no"] as const).map((value) => ({
                value,
                label: value === "unset" ? t().stay.notAsked : t().consent.said[value],
              }))}
            />
          </div>
        </Show>
      )}
    </Show>
  );
}

/** One referral: what is asked, who the people are where that may be known, what happened, and what may happen now. */
import { A, useParams } from "@solidjs/router";
import { For, Match, Show, Switch } from "solid-js";
import { wordField } from "#i18n";
import type { RecordId, ReferralView } from "#engine";
import { useApp } from "../app-context.ts";
import { createLive } from "../live.ts";
import { f, t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { CaseFollow } from "../parts/case-follow.tsx";
import { TextField } from "../parts/field.tsx";
import { NeverWarning } from "../parts/never-warning.tsx";
import { Notice } from "../parts/notice.tsx";
import { Page } from "../parts/page.tsx";
import { SlipAnswers } from "../parts/slip-answers.tsx";
import { recordPath, slipPath } from "../paths.ts";
import { wordAsked, wordDue, wordSide } from "../referrals.ts";
import { wordError, wordValue } from "../wording.ts";
import { Fact } from "../parts/fact.tsx";
import { createStep } from "../referral-step.ts";

/** What the other one was told: an institution by the paper, whoever printed it. */
function wordTold({ told, service }: ReferralView): string {
  const fields = f().list(told.map((field) => wordField(t(), field)));
  if (service !== null) return told.length === 0 ? t().slips.toldSlipNothing : t().slips.toldSlip(fields);
  return told.length === 0 ? t().referrals.toldNothing : t().referrals.told(fields);
}

const wordStep = ({ step, heard }: ReferralView["steps"][number]): string =>
  heard === null || step === "close" || step === "cancel"
    ? t().referrals.done[step]
    : t().slips.answers[step];

/** Who did it. What an institution is said to have said is never shown as its own word. */
const wordDoer = ({ side, heard, typedBy }: ReferralView["steps"][number]): string =>
  heard === null
    ? t().referrals.sides[side]
    : t().slips.saidBy(t().slips.heards[heard].toLowerCase(), typedBy ?? t().slips.somebody);

/** Names are in clear here: this is the one that is being worked on. */
function People(props: { readonly view: ReferralView }) {
  const isTakenBack = () =>
    props.view.service === null && props.view.told.length > 0 && props.view.who.length === 0;
  return (
    <section class="stack stack-tight" aria-labelledby="referral-who">
      <h2 id="referral-who">{t().referrals.who}</h2>
      <ul class="stack stack-tight">
        <For each={props.view.guests}>
          {(guest) => (
            <li>
              <A href={recordPath(guest.id)}>{guest.title === "" ? t().shell.nameUnknown : guest.title}</A>
            </li>
          )}
        </For>
        <Show when={props.view.side === "receiver"}>
          <For each={props.view.who}>
            {(person) => (
              <li>
                <dl class="facts">
                  <For each={Object.entries(person)}>
                    {([field, value]) => (
                      <Fact label={wordField(t(), field)} text={wordValue(field, value)} />
                    )}
                  </For>
                </dl>
              </li>
            )}
          </For>
        </Show>
      </ul>
      <Show when={props.view.closed}>
        {(why) => <Notice kind="warn">{t().referrals.closed(t().sharing.whys[why()])}</Notice>}
      </Show>
      <Show when={props.view.unasked}>
        <Notice kind="warn">{t().vital.unasked}</Notice>
      </Show>
      <Switch>
        <Match when={isTakenBack()}>
          <p>{t().referrals.whoTakenBack}</p>
        </Match>
        <Match when={props.view.side === "receiver" && props.view.who.length === 0}>
          <p class="quiet">{t().referrals.whoNotYet}</p>
        </Match>
      </Switch>
      <Show when={props.view.side === "sender"}>
        <p class="quiet">{wordTold(props.view)}</p>
      </Show>
    </section>
  );
}

function Past(props: { readonly view: ReferralView }) {
  return (
    <Show when={props.view.steps.length > 0}>
      <section class="stack stack-tight" aria-labelledby="referral-past">
        <h2 id="referral-past">{t().referrals.history}</h2>
        <ol class="timeline">
          <For each={props.view.steps}>
            {(step) => (
              <li>
                <strong>{wordStep(step)}</strong>
                <Show when={step.reason}>{(reason) => <span class="value-text">{reason()}</span>}</Show>
                <span class="quiet small">
                  {wordDoer(step)} · {t().referrals.when(f().dateTime(Date.parse(step.at)))}
                </span>
              </li>
            )}
          </For>
        </ol>
      </section>
    </Show>
  );
}

/** What the own house may say now, with room for a reason. */
function Steps(props: { readonly view: ReferralView; readonly onDone: () => void }) {
  const app = useApp();
  const { reason, setReason, busy, error, say } = createStep({
    step: (step, why) => app.engine.referStep({ id: props.view.id, step, ...why }),
    onDone: () => {
      props.onDone();
    },
  });
  return (
    <Show when={props.view.possible.length > 0}>
      <section class="stack" aria-labelledby="referral-steps">
        <h2 id="referral-steps">{props.view.service === null ? t().referrals.mayStep : t().slips.own}</h2>
        <TextField
          id="field-referral-reason"
          label={t().referrals.reason}
          hint={props.view.service === null ? t().referrals.reasonHint : t().slips.ownReasonHint}
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
          <For each={props.view.possible}>
            {(step) => (
              <Button busy={busy()} onPress={() => void say(step)}>
                {t().referrals.steps[step]}
              </Button>
            )}
          </For>
        </div>
      </section>
    </Show>
  );
}

const hasSlip = ({ service, state }: ReferralView): boolean =>
  service !== null && state !== "closed" && state !== "cancelled";

function One(props: { readonly view: ReferralView; readonly onDone: () => void }) {
  return (
    <div class="stack stack-wide">
      <Show when={props.view.late !== "no"}>
        <Notice kind="warn">{wordDue(props.view)}</Notice>
      </Show>
      <Show when={props.view.differ}>
        <Notice kind="warn">{t().slips.differ}</Notice>
      </Show>
      <NeverWarning guests={props.view.guests.map(({ id }) => id)} text={t().care.neverRefer} />
      <Show when={hasSlip(props.view)}>
        <p>
          <A class="place-link" href={slipPath(props.view.id)}>
            {t().slips.open}
          </A>
        </p>
      </Show>
      <dl class="facts">
        <Fact label={t().referrals.need} text={t().referrals.needs[props.view.need]} />
        <Fact label={t().referrals.urgency} text={t().referrals.urgencies[props.view.urgency]} />
        <Fact label={t().referrals.forWhom} text={wordAsked(props.view)} />
        <Fact label={t().referrals.note} text={props.view.note} />
      </dl>
      <People view={props.view} />
      <CaseFollow
        view={props.view}
        onDone={() => {
          props.onDone();
        }}
      />
      <Past view={props.view} />
      <SlipAnswers
        view={props.view}
        onDone={() => {
          props.onDone();
        }}
      />
      <Steps
        view={props.view}
        onDone={() => {
          props.onDone();
        }}
      />
    </div>
  );
}

function Head(props: { readonly view: ReferralView }) {
  return (
    <div class="record-head">
      <span class="tag">{wordSide(props.view)}</span>
      <span class="tag">{t().referrals.states[props.view.state]}</span>
      <Show when={props.view.late === "no" && wordDue(props.view)}>
        {(due) => <span class="quiet small">{due()}</span>}
      </Show>
    </div>
  );
}

export function ReferralPage() {
  const app = useApp();
  const params = useParams();
  const live = createLive({
    key: () => (params["id"] ?? null) as RecordId | null,
    ask: (id) => app.engine.referral(id),
    concerns: (event) => event.kind === "records" || event.kind === "members",
  });
  return (
    <Switch fallback={<p class="quiet">{t().shell.loading}</p>}>
      <Match when={live.value()}>
        {(view) => (
          <Page
            title={t().referrals.one(view().code)}
            windowTitle={t().referrals.title}
            head={<Head view={view()} />}
          >
            <One view={view()} onDone={live.again} />
          </Page>
        )}
      </Match>
      <Match when={live.error()}>
        <Page title={t().referrals.title}>
          <Notice kind="error" role="alert">
            {wordError(live.error())}
          </Notice>
        </Page>
      </Match>
    </Switch>
  );
}

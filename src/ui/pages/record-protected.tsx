/**
 * On the page of a protected person: why, which bed, what has to be done, and leaving with the word of two people. One
 * alone is told that nothing changes yet.
 */
import { createSignal, Index, Show } from "solid-js";
import type { ProtectedStepView, ProtectedView, RecordId, ReleaseProposal } from "#engine";
import { DEPARTURE_HOWS, type DepartureHow, type ProtectedStep } from "#model";
import { useApp } from "../app-context.ts";
import { createLive } from "../live.ts";
import { t } from "../look.ts";
import { Button, LinkButton } from "../parts/button.tsx";
import { Select, TextField } from "../parts/field.tsx";
import { Notice } from "../parts/notice.tsx";
import { wordBed, wordNotice, wordWhys } from "../protection.ts";
import { wordError, wordMoment } from "../wording.ts";

type Do = (doing: Promise<unknown>) => Promise<void>;

interface StepProps {
  readonly view: ProtectedStepView;
  readonly onNote: (done: boolean, more: { note?: string; interpreter?: string }) => void;
}

function Step(props: StepProps) {
  const [note, setNote] = createSignal("");
  const [interpreter, setInterpreter] = createSignal("");
  const name = () => t().protection.steps[props.view.step];
  const short = () => t().protection.stepsShort[props.view.step];
  const more = () => ({
    ...(note().trim() === "" ? {} : { note: note() }),
    ...(interpreter().trim() === "" ? {} : { interpreter: interpreter() }),
  });
  return (
    <li class="stack stack-tight">
      <strong>{name()}</strong>
      <Show
        when={props.view.done}
        fallback={
          <details class="fold">
            <summary>
              {t().protection.notDone}: {t().protection.noteDoneOf(short())}
            </summary>
            <div class="fold-body stack">
              <TextField
                id={`field-note-${props.view.step}`}
                label={t().protection.note}
                optional
                value={note()}
                onValue={setNote}
              />
              <Show when={props.view.step === "interview"}>
                <TextField
                  id="field-interpreter"
                  label={t().protection.interpreter}
                  optional
                  value={interpreter()}
                  onValue={setInterpreter}
                />
              </Show>
              <div>
                <Button
                  aria-label={t().protection.noteDoneOf(short())}
                  onPress={() => {
                    props.onNote(true, more());
                  }}
                >
                  {t().protection.noteDone}
                </Button>
              </div>
            </div>
          </details>
        }
      >
        <span class="row row-apart">
          <span>
            {[t().protection.done(wordMoment(props.view.at ?? "")), props.view.interpreter, props.view.note]
              .filter(Boolean)
              .join(" · ")}
          </span>
          <LinkButton
            label={t().protection.undoOf(short())}
            onPress={() => {
              props.onNote(false, {});
            }}
          >
            {t().protection.undo}
          </LinkButton>
        </span>
      </Show>
    </li>
  );
}

const wordTerms = ({ how, to }: Pick<ReleaseProposal, "how" | "to">): string =>
  [t().stay.hows[how], to ?? ""].filter(Boolean).join(" · ");

function Waiting(props: { readonly proposal: ReleaseProposal; readonly run: Do }) {
  const app = useApp();
  const who = () => props.proposal.by ?? t().protection.somebody;
  return (
    <Notice kind="warn">
      <strong>{t().protection.waiting}</strong>
      <p>{wordTerms(props.proposal)}</p>
      <p>{t().protection.proposedBy(who(), wordMoment(props.proposal.at))}</p>
      <div class="actions">
        <Show when={props.proposal.mayAgree}>
          <Button onPress={() => void props.run(app.engine.agreeRelease(props.proposal.id))}>
            {t().protection.agree}
          </Button>
        </Show>
        <Button look="plain" onPress={() => void props.run(app.engine.refuseRelease(props.proposal.id))}>
          {t().protection.refuse}
        </Button>
      </div>
    </Notice>
  );
}

function Propose(props: { readonly guest: RecordId; readonly run: Do }) {
  const app = useApp();
  const [how, setHow] = createSignal<DepartureHow>("transferred");
  const [to, setTo] = createSignal("");
  const wish = () => ({ guest: props.guest, how: how(), ...(to().trim() === "" ? {} : { to: to() }) });
  return (
    <details class="fold">
      <summary>{t().protection.propose}</summary>
      <div class="fold-body stack">
        <Select<DepartureHow>
          id="field-release-how"
          label={t().protection.releaseHow}
          value={how()}
          onValue={setHow}
          options={DEPARTURE_HOWS.map((value) => ({ value, label: t().stay.hows[value] }))}
        />
        <TextField
          id="field-release-to"
          label={t().protection.releaseTo}
          optional
          value={to()}
          onValue={setTo}
        />
        <div>
          <Button onPress={() => void props.run(app.engine.proposeRelease(wish()))}>
            {t().protection.propose}
          </Button>
        </div>
      </div>
    </details>
  );
}

function Release(props: { readonly view: ProtectedView; readonly run: Do }) {
  const app = useApp();
  return (
    <section class="stack" aria-labelledby="release-title">
      <h2 id="release-title">{t().protection.release}</h2>
      <p>{t().protection.releaseLead}</p>
      <Show when={props.view.left} fallback={<Propose guest={props.view.person.id} run={props.run} />}>
        {(left) => (
          <Notice kind="info">
            <strong>{t().protection.left(wordMoment(left().at))}</strong>
            <p>{wordTerms(left())}</p>
            <p>
              {t().protection.byTwo(
                left().by ?? t().protection.somebody,
                left().agreedBy ?? t().protection.somebody,
              )}
            </p>
            <div>
              <LinkButton onPress={() => void props.run(app.engine.refuseRelease(left().id))}>
                {t().protection.takeBack}
              </LinkButton>
            </div>
          </Notice>
        )}
      </Show>
      <Index each={props.view.waiting}>
        {(proposal) => <Waiting proposal={proposal()} run={props.run} />}
      </Index>
    </section>
  );
}

function Known(props: { readonly view: ProtectedView; readonly run: Do }) {
  const app = useApp();
  const note = (step: ProtectedStep, done: boolean, more: object): void => {
    void props.run(app.engine.noteProtectedStep({ guest: props.view.person.id, step, done, ...more }));
  };
  return (
    <>
      <Notice kind="protect">
        <strong>{wordWhys(props.view.why)}</strong>
        <p>{wordBed(props.view.bed)}</p>
        <Show when={props.view.isHere && !props.view.isBedKept}>
          <p>{t().protection.bedGone}</p>
        </Show>
      </Notice>
      <Show when={wordNotice(props.view)}>
        {(text) => (
          <Notice kind={props.view.notice.late === "no" ? "info" : "error"} role="status">
            <strong>{text()}</strong>
          </Notice>
        )}
      </Show>
      <section class="stack" aria-labelledby="checklist-title">
        <h2 id="checklist-title">{t().protection.checklist}</h2>
        <ul class="stack">
          <Index each={props.view.steps}>
            {(step) => (
              <Step
                view={step()}
                onNote={(done, more) => {
                  note(step().step, done, more);
                }}
              />
            )}
          </Index>
        </ul>
      </section>
      <Release view={props.view} run={props.run} />
    </>
  );
}

export function RecordProtected(props: { readonly id: RecordId }) {
  const app = useApp();
  const [failed, setFailed] = createSignal<unknown>();
  const person = createLive({
    key: () => props.id,
    ask: (id) => app.engine.protectedPerson(id),
    concerns: (event) => event.kind === "records",
  });
  const run: Do = async (doing) => {
    try {
      await doing;
      setFailed(undefined);
    } catch (error) {
      setFailed(error);
    }
  };
  return (
    <div class="stack stack-wide">
      <Show when={failed() ?? person.error()}>
        {(error) => (
          <Notice kind="error" role="alert">
            {wordError(error())}
          </Notice>
        )}
      </Show>
      <Show when={person.value()}>{(view) => <Known view={view()} run={run} />}</Show>
    </div>
  );
}

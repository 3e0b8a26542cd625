/**
 * Reporting a person who is not located: the person, what was last known, who seeks, and a last
 * look. Each step is an address of its own, so that Back works; the answers live in memory only.
 */
import { A, useNavigate, useParams } from "@solidjs/router";
import { createEffect, createSignal, For, Match, Show, Switch } from "solid-js";
import type { AlikeHit, Engine, RecordId } from "#engine";
import { wordProblem } from "#i18n";
import { photoBytes } from "#model";
import { mayKeepPhoto } from "../access.ts";
import { useApp, useMember } from "../app-context.ts";
import { carryPhoto, takeCarried, takePhoto } from "../carried.ts";
import { createDraft, type Draft } from "../drafts.ts";
import { askedOf, createDuplicates, type Duplicates } from "../duplicates.ts";
import { t } from "../look.ts";
import { announce } from "../parts/announce.tsx";
import { Button, LinkButton } from "../parts/button.tsx";
import { DuplicateList } from "../parts/duplicates.tsx";
import { createForm, Form } from "../parts/form.tsx";
import { Notice } from "../parts/notice.tsx";
import { Page } from "../parts/page.tsx";
import { createPicture } from "../picture.ts";
import { paths, recordPath, reportStepPath } from "../paths.ts";
import {
  cardOf,
  CHECK_STEP,
  emptyPhoto,
  emptyReport,
  fieldId,
  problemsOfStep,
  REPORT_STEPS,
  seekerOf,
  type PhotoDraft,
  type ReportDraft,
  reportFields,
  type ReportPath,
  stepOf,
} from "../report-fields.ts";
import { valueAt, wordValue } from "../wording.ts";
import { LastContactStep, PersonStep, SeekerStep } from "./report-steps.tsx";

interface ReportFormProps {
  readonly draft: Draft<ReportDraft>;
  readonly duplicates: Duplicates;
  readonly photo: Draft<PhotoDraft> | null;
}

/** To what is there already; what was typed stays as a draft. */
function createOpening(): (hit: AlikeHit) => Promise<void> {
  const navigate = useNavigate();
  return async ({ id }) => {
    navigate(recordPath(id));
  };
}

function StepForm(props: ReportFormProps & { readonly step: number }) {
  const navigate = useNavigate();
  const open = createOpening();
  const form = createForm({
    check: () =>
      problemsOfStep(props.draft.values, props.step).map((problem) => ({
        field: fieldId(problem.field),
        text: wordProblem(t(), problem),
      })),
    send: async () => {
      const next = props.draft.values.checking ? CHECK_STEP : props.step + 1;
      if (next === CHECK_STEP) props.draft.set({ checking: true });
      navigate(reportStepPath(next));
    },
  });
  return (
    <Form state={form}>
      <Switch>
        <Match when={props.step === 1}>
          <PersonStep
            draft={props.draft}
            form={form}
            duplicates={{ state: props.duplicates, onSame: open }}
            photo={props.photo}
          />
        </Match>
        <Match when={props.step === 2}>
          <LastContactStep draft={props.draft} form={form} />
        </Match>
        <Match when={props.step === 3}>
          <SeekerStep draft={props.draft} form={form} />
        </Match>
      </Switch>
      <div class="actions">
        <Button type="submit" look="primary" busy={form.busy()}>
          {t().report.next}
        </Button>
        <Show when={props.step > 1}>
          <A class="button" href={reportStepPath(props.step - 1)}>
            {t().report.back}
          </A>
        </Show>
      </div>
    </Form>
  );
}

interface AnswersProps {
  readonly title: string;
  readonly paths: readonly ReportPath[];
  readonly values: object;
}

/** A card holds the question alone, under a name of its own. */
const ON_CARD: Readonly<Partial<Record<ReportPath, string>>> = { "proof.question": "question" };

const answerOf = (values: object, path: ReportPath): string => {
  const nested = valueAt(values, path) ?? valueAt(values, ON_CARD[path] ?? path);
  return wordValue(path, nested === "unsaid" ? null : nested);
};

function Answers(props: AnswersProps) {
  return (
    <section aria-label={props.title}>
      <h2>{props.title}</h2>
      <dl class="facts">
        <For each={props.paths}>
          {(path) => (
            <div class="fact">
              <dt>{t().fields.labels[path]}</dt>
              <dd class="value-text">
                <Show
                  when={answerOf(props.values, path)}
                  fallback={<span class="value-missing">{t().shell.notGiven}</span>}
                >
                  {(text) => text()}
                </Show>
              </dd>
              <dd class="fact-change">
                <A
                  class="place-link"
                  href={reportStepPath(stepOf(path))}
                  aria-label={t().record.changeField(t().fields.labels[path] ?? "")}
                >
                  {t().shell.change}
                </A>
              </dd>
            </div>
          )}
        </For>
      </dl>
    </section>
  );
}

const staysHere = (path: ReportPath): boolean =>
  path === "circumstances" || path === "proof.answer" || path.startsWith("seeker.");
const CARD_PATHS = REPORT_STEPS.flat().filter((path) => !staysHere(path));
const HOUSE_PATHS = REPORT_STEPS.flat().filter(staysHere);

/** One that is refused is handed to the report's page: the report is saved, and must not be saved twice. */
async function keepPhoto(engine: Engine, report: RecordId, text: string): Promise<void> {
  const jpeg = photoBytes(text);
  if (jpeg === null) return;
  try {
    await engine.setPhoto({ report, jpeg });
  } catch {
    carryPhoto(text);
  }
}

function Check(props: ReportFormProps) {
  const app = useApp();
  const member = useMember();
  const navigate = useNavigate();
  const open = createOpening();
  const picture = createPicture(() => photoBytes(props.photo?.values.jpeg ?? ""));
  const same = async (hit: AlikeHit): Promise<void> => {
    const seeker = seekerOf(props.draft.values);
    if (seeker !== null && hit.kind === "report") {
      await app.engine.joinReport({ report: hit.id, seeker });
      announce(t().seek.joined);
    }
    await open(hit);
  };
  const form = createForm({
    check: () =>
      REPORT_STEPS.flatMap((_, at) => problemsOfStep(props.draft.values, at + 1)).map((problem) => ({
        field: null,
        text: wordProblem(t(), problem),
      })),
    send: async () => {
      if (await props.duplicates.hold()) return;
      const { id } = await app.engine.add("report", reportFields(props.draft.values));
      await keepPhoto(app.engine, id, props.photo?.values.jpeg ?? "");
      props.draft.reset();
      props.photo?.reset();
      props.duplicates.reset();
      // who hands a report in cannot open it
      const isHandedIn = member()?.role === "volunteer";
      announce(isHandedIn ? t().seek.reportTaken : t().report.saved);
      navigate(isHandedIn ? paths.door : recordPath(id));
    },
  });
  return (
    <Form state={form}>
      <p class="lead">{t().report.checkLead}</p>
      <DuplicateList
        state={props.duplicates}
        joins={seekerOf(props.draft.values) !== null}
        onSame={same}
        onAllApart={() => void form.send()}
      />
      <Answers title={t().report.toShelters} paths={CARD_PATHS} values={cardOf(props.draft.values) ?? {}} />
      <Answers title={t().report.staysHere} paths={HOUSE_PATHS} values={reportFields(props.draft.values)} />
      <Show when={picture()}>
        {(address) => <img class="photo" src={address()} alt={t().photo.chosen} />}
      </Show>
      <Notice kind="info">
        <p>{t().report.savedText}</p>
      </Notice>
      <div class="actions">
        <Button type="submit" look="primary" busy={form.busy()} busyText={t().report.saving}>
          {t().report.save}
        </Button>
        <A class="button" href={reportStepPath(CHECK_STEP - 1)}>
          {t().report.back}
        </A>
      </div>
    </Form>
  );
}

/** What was half typed is never replaced unasked, also by what was searched for. */
function HalfTyped(props: {
  readonly carried: Partial<ReportDraft> | null;
  readonly onBegin: (draft: Partial<ReportDraft>) => void;
}) {
  return (
    <Notice kind="info">
      <p>{t().report.restored}</p>
      <div class="actions">
        <Show when={props.carried}>
          {(carried) => (
            <LinkButton
              onPress={() => {
                props.onBegin(carried());
              }}
            >
              {t().report.beginWithSearch}
            </LinkButton>
          )}
        </Show>
        <LinkButton
          onPress={() => {
            props.onBegin({});
          }}
        >
          {t().report.discard}
        </LinkButton>
      </div>
    </Notice>
  );
}

export function ReportPage() {
  const params = useParams();
  const draft = createDraft("report", emptyReport);
  const photo = createDraft("report-photo", emptyPhoto);
  const member = useMember();
  const carried = takeCarried();
  const carriedPhoto = takePhoto() ?? "";
  const [isHalfTyped, setHalfTyped] = createSignal(draft.restored);
  if (carried !== null && !draft.restored) {
    draft.reset(carried);
    photo.set({ jpeg: carriedPhoto });
  }
  const duplicates = createDuplicates({
    kind: "report",
    fields: () => askedOf(reportFields(draft.values)),
  });
  const begin = (fields: Partial<ReportDraft>): void => {
    draft.reset(fields);
    photo.set({ jpeg: fields === carried ? carriedPhoto : "" });
    duplicates.reset();
    setHalfTyped(false);
    document.getElementById(fieldId("name"))?.focus();
  };
  const parts = () => ({ draft, duplicates, photo: mayKeepPhoto(member()) ? photo : null });
  const step = () => Math.min(Math.max(Math.trunc(Number(params["step"])) || 1, 1), CHECK_STEP);
  createEffect(() => {
    if (step() > 0) scrollTo({ top: 0 });
  });
  return (
    <Show when={step()} keyed>
      {(now) => (
        <Page
          title={t().report.steps[now - 1] ?? t().report.title}
          windowTitle={t().shell.pages.report}
          head={
            <p class="steps-note">
              {t().report.title} · {t().report.step(now, CHECK_STEP)}
            </p>
          }
        >
          <div class="stack stack-wide">
            <Show when={now === 1}>
              <p>{t().report.lead}</p>
              <Show when={isHalfTyped()}>
                <HalfTyped carried={carried} onBegin={begin} />
              </Show>
            </Show>
            <Show when={now === CHECK_STEP} fallback={<StepForm {...parts()} step={now} />}>
              <Check {...parts()} />
            </Show>
          </div>
        </Page>
      )}
    </Show>
  );
}

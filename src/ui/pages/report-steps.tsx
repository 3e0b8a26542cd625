/** The questions of a report, step by step. */
import { Show } from "solid-js";
import type { Sex } from "#model";
import { countryOptions } from "../countries.ts";
import type { Draft } from "../drafts.ts";
import { t } from "../look.ts";
import { DuplicateLine, type DuplicatesProps } from "../parts/duplicates.tsx";
import { Choices, Select, TextArea, TextField } from "../parts/field.tsx";
import type { FormState } from "../parts/form.tsx";
import { Notice } from "../parts/notice.tsx";
import { PhotoField } from "../parts/photo-field.tsx";
import {
  fieldId,
  holdsContact,
  type PhotoDraft,
  type ReportDraft,
  type ReportPath,
} from "../report-fields.ts";

interface StepProps {
  readonly draft: Draft<ReportDraft>;
  readonly form: FormState;
}

type TextPath = Exclude<ReportPath, "sex">;

interface LineProps extends StepProps {
  readonly path: TextPath;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly area?: boolean;
}

function Line(props: LineProps) {
  const shared = () => ({
    id: fieldId(props.path),
    label: props.label,
    hint: props.hint,
    optional: props.required !== true,
    error: props.form.errorOf(fieldId(props.path)),
    value: props.draft.values[props.path],
  });
  const change = (value: string): void => {
    props.draft.set({ [props.path]: value });
  };
  return (
    <div class="stack stack-tight">
      <Show when={props.area === true} fallback={<TextField {...shared()} onValue={change} />}>
        <TextArea {...shared()} onValue={change} />
      </Show>
      <Show when={holdsContact(props.draft.values, props.path)}>
        <Notice kind="warn" role="status">
          <strong>{t().report.phoneWarning}</strong>
          <p>{t().report.phoneWarningText}</p>
        </Notice>
      </Show>
    </div>
  );
}

interface PersonStepProps extends StepProps {
  readonly duplicates: DuplicatesProps;
  /** Null for who may not keep one. */
  readonly photo: Draft<PhotoDraft> | null;
}

export function PersonStep(props: PersonStepProps) {
  const line = () => ({ draft: props.draft, form: props.form });
  return (
    <>
      <div class="stack stack-tight">
        <Line {...line()} path="name" label={t().report.name} hint={t().report.nameHint} required />
        <DuplicateLine {...props.duplicates} />
      </div>
      <Line
        {...line()}
        path="alternateNames"
        label={t().report.alternateNames}
        hint={t().report.alternateNamesHint}
        area
      />
      <Line {...line()} path="age" label={t().report.age} hint={t().report.ageHint} />
      <Line {...line()} path="birthDate" label={t().report.birthDate} hint={t().report.birthDateHint} />
      <Choices<Sex | "unsaid">
        id={fieldId("sex")}
        label={t().report.sex}
        optional
        value={props.draft.values.sex}
        onValue={(sex) => {
          props.draft.set({ sex });
        }}
        options={[
          { value: "female", label: t().fields.sexes.female },
          { value: "male", label: t().fields.sexes.male },
          { value: "other", label: t().fields.sexes.other },
          { value: "unsaid", label: t().shell.unknown },
        ]}
      />
      <Select
        id={fieldId("country")}
        label={t().report.country}
        optional
        value={props.draft.values.country}
        onValue={(country) => {
          props.draft.set({ country });
        }}
        options={[{ value: "", label: t().shell.unknown }, ...countryOptions()]}
      />
      <Line {...line()} path="town" label={t().report.town} />
      <Line {...line()} path="marks" label={t().report.marks} hint={t().report.marksHint} />
      <Line {...line()} path="relatives" label={t().report.relatives} hint={t().report.relativesHint} area />
      <Show when={props.photo}>
        {(photo) => (
          <div class="stack stack-tight">
            <PhotoField
              id={fieldId("photo")}
              value={photo().values.jpeg}
              onValue={(jpeg) => {
                photo().set({ jpeg });
              }}
            />
            <p class="quiet">{t().photo.lead}</p>
          </div>
        )}
      </Show>
    </>
  );
}

export function LastContactStep(props: StepProps) {
  const line = () => ({ draft: props.draft, form: props.form });
  return (
    <>
      <Line {...line()} path="lastContact.at" label={t().report.lastAt} hint={t().report.lastAtHint} />
      <Line
        {...line()}
        path="lastContact.place"
        label={t().report.lastPlace}
        hint={t().report.lastPlaceHint}
      />
      <Line
        {...line()}
        path="circumstances"
        label={t().report.circumstances}
        hint={t().report.circumstancesHint}
        area
      />
    </>
  );
}

export function SeekerStep(props: StepProps) {
  const line = () => ({ draft: props.draft, form: props.form });
  return (
    <>
      <Notice kind="ok">
        <p>{t().report.seekerLead}</p>
      </Notice>
      <Line {...line()} path="seeker.name" label={t().report.seekerName} />
      <Line
        {...line()}
        path="seeker.relation"
        label={t().report.seekerRelation}
        hint={t().report.seekerRelationHint}
      />
      <Line
        {...line()}
        path="seeker.phone"
        label={t().report.seekerPhone}
        hint={t().report.seekerPhoneHint}
      />
      <Line {...line()} path="seeker.email" label={t().report.seekerEmail} />
      <Line {...line()} path="seeker.notes" label={t().report.seekerNotes} area />
      <fieldset class="stack">
        <legend class="label">{t().report.proof}</legend>
        <p class="quiet">{t().report.proofLead}</p>
        <Line
          {...line()}
          path="proof.question"
          label={t().report.proofQuestion}
          hint={t().report.proofQuestionHint}
        />
        <Line
          {...line()}
          path="proof.answer"
          label={t().report.proofAnswer}
          hint={t().report.proofAnswerHint}
        />
      </fieldset>
    </>
  );
}

/** The lines of the quick arrival: name, age, sex, country, and the fold with the rest. */
import { createMemo, Show } from "solid-js";
import type { Sex } from "#model";
import { useApp } from "../app-context.ts";
import { type ArrivalDraft, mayBeMinor } from "../arrival-fields.ts";
import { countriesAtHand, countryOptions } from "../countries.ts";
import type { Draft } from "../drafts.ts";
import { createLive } from "../live.ts";
import { f, t } from "../look.ts";
import { Choices, Select, TextArea, TextField, Tick } from "../parts/field.tsx";
import type { FormState } from "../parts/form.tsx";
import { Notice } from "../parts/notice.tsx";

const COUNTRIES_AT_HAND = 6;

export interface ArrivalPart {
  readonly draft: Draft<ArrivalDraft>;
  readonly form: FormState;
}

export function NameLine(props: ArrivalPart) {
  const unknown = () => (
    <Tick
      label={t().arrivals.nameUnknown}
      checked={props.draft.values.nameUnknown}
      onValue={(nameUnknown) => {
        props.draft.set({ nameUnknown });
        document.getElementById(nameUnknown ? "field-marks" : "field-name")?.focus();
      }}
    />
  );
  return (
    <>
      <Show when={!props.draft.values.nameUnknown}>
        <TextField
          id="field-name"
          label={t().arrivals.name}
          error={props.form.errorOf("field-name")}
          autocapitalize="words"
          beside={unknown()}
          value={props.draft.values.name}
          onValue={(name) => {
            props.draft.set({ name });
          }}
        />
      </Show>
      <Show when={props.draft.values.nameUnknown}>
        <TextField
          id="field-marks"
          label={t().arrivals.marks}
          hint={t().arrivals.marksHint}
          error={props.form.errorOf("field-marks")}
          beside={unknown()}
          value={props.draft.values.marks}
          onValue={(marks) => {
            props.draft.set({ marks });
          }}
        />
      </Show>
    </>
  );
}

export function AgeLine(props: ArrivalPart) {
  return (
    <div class="stack stack-tight">
      <div class="age-row">
        <TextField
          id="field-age"
          class="input-narrow"
          label={t().arrivals.age}
          error={props.form.errorOf("field-age")}
          inputmode="numeric"
          maxLength={3}
          disabled={props.draft.values.ageUnknown}
          value={props.draft.values.ageUnknown ? "" : props.draft.values.age}
          onValue={(age) => {
            props.draft.set({ age });
          }}
        />
        <Tick
          label={t().arrivals.ageApproximate}
          checked={props.draft.values.ageApproximate}
          onValue={(ageApproximate) => {
            props.draft.set({ ageApproximate });
          }}
        />
        <Tick
          label={t().arrivals.ageUnknown}
          checked={props.draft.values.ageUnknown}
          onValue={(ageUnknown) => {
            props.draft.set({ ageUnknown });
          }}
        />
      </div>
      <Show when={mayBeMinor(props.draft.values)}>
        <Notice kind="protect" role="status">
          <strong>{t().arrivals.minor}</strong>
          <p>{t().arrivals.minorText}</p>
        </Notice>
      </Show>
    </div>
  );
}

export function SexLine(props: ArrivalPart) {
  return (
    <Choices<Sex | "unsaid">
      id="field-sex"
      label={t().arrivals.sex}
      value={props.draft.values.sex}
      onValue={(sex) => {
        props.draft.set({ sex });
      }}
      options={[
        { value: "female", label: t().fields.sexes.female },
        { value: "male", label: t().fields.sexes.male },
        { value: "other", label: t().fields.sexes.other },
        { value: "unsaid", label: t().fields.sexUnsaid },
      ]}
    />
  );
}

export function CountryLine(props: ArrivalPart) {
  const app = useApp();
  const guests = createLive({
    key: () => "guests",
    ask: () => app.engine.list("guest"),
    concerns: () => false,
  });
  const atHand = createMemo(() => {
    const seen = (guests.value() ?? []).map((item) =>
      "country" in item.fields ? item.fields.country : undefined,
    );
    return countriesAtHand(seen, COUNTRIES_AT_HAND);
  });
  return (
    <div class="country-line">
      <Choices
        id="field-country"
        label={t().arrivals.country}
        value={props.draft.values.country}
        onValue={(country) => {
          props.draft.set({ country });
        }}
        options={atHand().map((code) => ({ value: code, label: f().country(code) }))}
      />
      <Select
        id="field-other-country"
        label={t().arrivals.otherCountry}
        value={
          props.draft.values.country === null || atHand().includes(props.draft.values.country)
            ? ""
            : props.draft.values.country
        }
        onValue={(country) => {
          props.draft.set({ country: country === "" ? null : country });
        }}
        options={[{ value: "", label: t().fields.sexUnsaid }, ...countryOptions()]}
      />
    </div>
  );
}

export function MoreLines(props: ArrivalPart) {
  const line = (field: "bed" | "alternateNames" | "town" | "state" | "from" | "language", label: string) => (
    <TextField
      id={`field-${field}`}
      label={label}
      optional
      value={props.draft.values[field]}
      onValue={(value) => {
        props.draft.set({ [field]: value });
      }}
    />
  );
  return (
    <details class="fold">
      <summary>{t().arrivals.more}</summary>
      <div class="fold-body stack">
        {line("bed", t().arrivals.bed)}
        {line("alternateNames", t().arrivals.alternateNames)}
        {line("town", t().arrivals.town)}
        {line("state", t().arrivals.state)}
        {line("from", t().arrivals.from)}
        {line("language", t().arrivals.language)}
        <Show when={!props.draft.values.nameUnknown}>
          <TextField
            id="field-more-marks"
            label={t().arrivals.marks}
            hint={t().arrivals.marksHint}
            optional
            value={props.draft.values.marks}
            onValue={(marks) => {
              props.draft.set({ marks });
            }}
          />
        </Show>
        <TextArea
          id="field-relatives"
          label={t().arrivals.relatives}
          hint={t().arrivals.relativesHint}
          optional
          value={props.draft.values.relatives}
          onValue={(relatives) => {
            props.draft.set({ relatives });
          }}
        />
      </div>
    </details>
  );
}

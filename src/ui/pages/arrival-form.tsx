/**
 * The quick arrival: five lines, then "save and register another" with the cursor back in the
 * name. The country stays chosen from one person to the next, because people come in groups.
 */
import { createEffect, createMemo, onMount, Show } from "solid-js";
import type { RecordId } from "#engine";
import type { Sex } from "#model";
import { useApp } from "../app-context.ts";
import {
  type ArrivalDraft,
  arrivalFields,
  checkArrival,
  emptyArrival,
  guestFields,
  instantNow,
  mayBeMinor,
} from "../arrival-fields.ts";
import { countriesAtHand, countryOptions } from "../countries.ts";
import { createDraft, type Draft } from "../drafts.ts";
import { createLive } from "../live.ts";
import { f, t } from "../look.ts";
import { announce } from "../parts/announce.tsx";
import { Button, LinkButton } from "../parts/button.tsx";
import { Choices, Select, TextArea, TextField, Tick } from "../parts/field.tsx";
import { createForm, Form, type FormState } from "../parts/form.tsx";
import { Notice } from "../parts/notice.tsx";

const COUNTRIES_AT_HAND = 6;
const UNSAID = "unsaid";

interface Part {
  readonly draft: Draft<ArrivalDraft>;
  readonly form: FormState;
}

function NameLine(props: Part) {
  const { values, set } = props.draft;
  const unknown = () => (
    <Tick
      label={t().arrivals.nameUnknown}
      checked={values.nameUnknown}
      onValue={(nameUnknown) => {
        set({ nameUnknown });
        document.getElementById(nameUnknown ? "field-marks" : "field-name")?.focus();
      }}
    />
  );
  return (
    <>
      <Show when={!values.nameUnknown}>
        <TextField
          id="field-name"
          label={t().arrivals.name}
          error={props.form.errorOf("field-name")}
          autocapitalize="words"
          beside={unknown()}
          value={values.name}
          onValue={(name) => {
            set({ name });
          }}
        />
      </Show>
      <Show when={values.nameUnknown}>
        <TextField
          id="field-marks"
          label={t().arrivals.marks}
          hint={t().arrivals.marksHint}
          error={props.form.errorOf("field-marks")}
          beside={unknown()}
          value={values.marks}
          onValue={(marks) => {
            set({ marks });
          }}
        />
      </Show>
    </>
  );
}

function AgeLine(props: Part) {
  const { values, set } = props.draft;
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
          disabled={values.ageUnknown}
          value={values.ageUnknown ? "" : values.age}
          onValue={(age) => {
            set({ age });
          }}
        />
        <Tick
          label={t().arrivals.ageApproximate}
          checked={values.ageApproximate}
          onValue={(ageApproximate) => {
            set({ ageApproximate });
          }}
        />
        <Tick
          label={t().arrivals.ageUnknown}
          checked={values.ageUnknown}
          onValue={(ageUnknown) => {
            set({ ageUnknown });
          }}
        />
      </div>
      <Show when={mayBeMinor(values)}>
        <Notice kind="protect" role="status">
          <strong>{t().arrivals.minor}</strong>
          <p>{t().arrivals.minorText}</p>
        </Notice>
      </Show>
    </div>
  );
}

const sexOptions = (): readonly { readonly value: Sex | "unsaid"; readonly label: string }[] => [
  { value: "female", label: t().fields.sexes.female },
  { value: "male", label: t().fields.sexes.male },
  { value: "other", label: t().fields.sexes.other },
  { value: UNSAID, label: t().fields.sexUnsaid },
];

function CountryLine(props: Part) {
  const app = useApp();
  const { values, set } = props.draft;
  const guests = createLive({
    key: () => "guests",
    ask: () => app.engine.list("guest"),
    concerns: () => false,
  });
  const atHand = createMemo(() => {
    const seen = (guests.value() ?? []).map((item) => ("country" in item.fields ? item.fields.country : undefined));
    return countriesAtHand(seen, COUNTRIES_AT_HAND);
  });
  return (
    <div class="country-line">
      <Choices
        id="field-country"
        label={t().arrivals.country}
        value={values.country}
        onValue={(country) => {
          set({ country });
        }}
        options={atHand().map((code) => ({ value: code, label: f().country(code) }))}
      />
      <Select
        id="field-other-country"
        label={t().arrivals.otherCountry}
        value={values.country === null || atHand().includes(values.country) ? "" : values.country}
        onValue={(country) => {
          set({ country: country === "" ? null : country });
        }}
        options={[{ value: "", label: t().fields.sexUnsaid }, ...countryOptions()]}
      />
    </div>
  );
}

function MoreLines(props: Part) {
  const { values, set } = props.draft;
  const line = (field: "alternateNames" | "town" | "state" | "from" | "language", label: string) => (
    <TextField
      id={`field-${field}`}
      label={label}
      optional
      value={values[field]}
      onValue={(value) => {
        set({ [field]: value });
      }}
    />
  );
  return (
    <details class="fold">
      <summary>{t().arrivals.more}</summary>
      <div class="fold-body stack">
        <PermissionLine draft={props.draft} form={props.form} />
        {line("alternateNames", t().arrivals.alternateNames)}
        {line("town", t().arrivals.town)}
        {line("state", t().arrivals.state)}
        {line("from", t().arrivals.from)}
        {line("language", t().arrivals.language)}
        <Show when={!values.nameUnknown}>
          <TextField
            id="field-more-marks"
            label={t().arrivals.marks}
            hint={t().arrivals.marksHint}
            optional
            value={values.marks}
            onValue={(marks) => {
              set({ marks });
            }}
          />
        </Show>
        <TextArea
          id="field-relatives"
          label={t().arrivals.relatives}
          hint={t().arrivals.relativesHint}
          optional
          value={values.relatives}
          onValue={(relatives) => {
            set({ relatives });
          }}
        />
      </div>
    </details>
  );
}

function PermissionLine(props: Part) {
  const { values, set } = props.draft;
  return (
    <Choices
      id="field-permission"
      label={t().arrivals.permission}
      hint={t().arrivals.permissionHint}
      value={values.permission}
      onValue={(permission) => {
        set({ permission });
      }}
      options={[
        { value: "later", label: t().arrivals.permissionLater },
        { value: "no", label: t().arrivals.permissionNo },
        { value: "yes", label: t().arrivals.permissionYes },
      ]}
    />
  );
}

export interface ArrivalFormProps {
  readonly onName: (name: string) => void;
  readonly onSaved: (guest: RecordId) => void;
}

/** Saves guest and arrival; a guest that was saved is not saved again when the arrival failed. */
function createSave(draft: Draft<ArrivalDraft>) {
  const app = useApp();
  let half: { readonly guest: RecordId; readonly of: string } | null = null;
  return async (): Promise<RecordId> => {
    const at = instantNow();
    const of = JSON.stringify(draft.values);
    const guest = half?.of === of ? half.guest : (await app.engine.add("guest", guestFields(draft.values, at))).id;
    half = { guest, of };
    await app.engine.add("arrival", arrivalFields(draft.values, guest, at));
    half = null;
    return guest;
  };
}

export function ArrivalForm(props: ArrivalFormProps) {
  const draft = createDraft("arrival", emptyArrival);
  const save = createSave(draft);
  const focusName = (): void => {
    document.getElementById("field-name")?.focus();
  };
  const form = createForm({
    check: () => checkArrival(draft.values),
    send: async () => {
      const guest = await save();
      draft.reset({ country: draft.values.country });
      props.onSaved(guest);
      announce(t().record.here);
      focusName();
    },
    fieldOf: (path) => `field-${path}`,
  });
  createEffect(() => {
    props.onName(draft.values.nameUnknown ? "" : draft.values.name);
  });
  onMount(focusName);
  return (
    <Form state={form} label={t().arrivals.form} dense>
      <Show when={draft.restored}>
        <Notice kind="info">
          <p>{t().arrivals.restored}</p>
          <div>
            <LinkButton
              onPress={() => {
                draft.reset();
              }}
            >
              {t().arrivals.discard}
            </LinkButton>
          </div>
        </Notice>
      </Show>
      <NameLine draft={draft} form={form} />
      <AgeLine draft={draft} form={form} />
      <Choices
        id="field-sex"
        label={t().arrivals.sex}
        value={draft.values.sex}
        onValue={(sex) => {
          draft.set({ sex });
        }}
        options={sexOptions()}
      />
      <CountryLine draft={draft} form={form} />
      <TextField
        id="field-company"
        label={t().arrivals.company}
        placeholder={t().arrivals.companyHint}
        optional
        value={draft.values.company}
        onValue={(company) => {
          draft.set({ company });
        }}
      />
      <MoreLines draft={draft} form={form} />
      <div class="send-row">
        <Button type="submit" look="primary" busy={form.busy()} busyText={t().shell.saving}>
          {t().arrivals.saveAndNext}
        </Button>
        <span class="hint">{t().arrivals.saveHint}</span>
      </div>
    </Form>
  );
}

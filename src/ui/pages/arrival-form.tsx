/**
 * The quick arrival: five lines, then "save and register another" with the cursor back in the
 * name. The country stays chosen from one person to the next, because people come in groups.
 */
import { createEffect, onMount, Show } from "solid-js";
import type { RecordId } from "#engine";
import { useApp } from "../app-context.ts";
import {
  type ArrivalDraft,
  arrivalFields,
  checkArrival,
  emptyArrival,
  guestFields,
  instantNow,
} from "../arrival-fields.ts";
import { createDraft, type Draft } from "../drafts.ts";
import { t } from "../look.ts";
import { announce } from "../parts/announce.tsx";
import { Button, LinkButton } from "../parts/button.tsx";
import { TextField } from "../parts/field.tsx";
import { createForm, Form } from "../parts/form.tsx";
import { Notice } from "../parts/notice.tsx";
import { AgeLine, CountryLine, MoreLines, NameLine, SexLine } from "./arrival-lines.tsx";

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
    const guest =
      half?.of === of ? half.guest : (await app.engine.add("guest", guestFields(draft.values, at))).id;
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
      <SexLine draft={draft} form={form} />
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

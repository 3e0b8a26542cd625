/**
 * The quick arrival: five lines, then "save and register another" with the cursor back in the
 * name. The country stays chosen from one person to the next, because people come in groups.
 */
import { onMount, Show } from "solid-js";
import type { AlikeHit, RecordId } from "#engine";
import { useApp } from "../app-context.ts";
import {
  type ArrivalDraft,
  arrivalFields,
  askedOfArrival,
  checkArrival,
  emptyArrival,
  guestFields,
  instantNow,
  typedBeyond,
  type TypedFact,
} from "../arrival-fields.ts";
import { createDraft, type Draft } from "../drafts.ts";
import { createDuplicates } from "../duplicates.ts";
import { t } from "../look.ts";
import { announce } from "../parts/announce.tsx";
import { Button, LinkButton } from "../parts/button.tsx";
import { DuplicateLine } from "../parts/duplicates.tsx";
import { TextField } from "../parts/field.tsx";
import { createForm, Form } from "../parts/form.tsx";
import { Notice } from "../parts/notice.tsx";
import { AgeLine, CountryLine, MoreLines, NameLine, SexLine } from "./arrival-lines.tsx";

export interface ArrivalFormProps {
  /** `beyond`: of somebody who was registered before, what was typed and is not so in that record; else null. */
  readonly onSaved: (guest: RecordId, beyond: readonly TypedFact[] | null) => void;
}

/** Saves guest and arrival; a guest that was saved is not saved again when the arrival failed. */
function createSave(draft: Draft<ArrivalDraft>) {
  const app = useApp();
  let half: { readonly guest: RecordId; readonly of: string } | null = null;
  const save = async (): Promise<RecordId> => {
    const at = instantNow();
    const of = JSON.stringify(draft.values);
    const guest =
      half?.of === of ? half.guest : (await app.engine.add("guest", guestFields(draft.values, at))).id;
    half = { guest, of };
    await app.engine.add("arrival", arrivalFields(draft.values, guest, at));
    half = null;
    return guest;
  };
  return { save, halfSaved: (): RecordId | null => half?.guest ?? null };
}

export function ArrivalForm(props: ArrivalFormProps) {
  const draft = createDraft("arrival", emptyArrival);
  const { save, halfSaved } = createSave(draft);
  const app = useApp();
  const duplicates = createDuplicates({
    kind: "guest",
    fields: () => askedOfArrival(draft.values),
    except: halfSaved,
  });
  const next = (guest: RecordId, beyond: readonly TypedFact[] | null): void => {
    draft.reset({ country: draft.values.country });
    duplicates.reset();
    props.onSaved(guest, beyond);
    announce(beyond === null ? t().record.here : t().arrivals.cameBackSaved);
    focusName();
  };
  const noteReturn = async ({ id, fields }: AlikeHit): Promise<void> => {
    await app.engine.add("arrival", arrivalFields(draft.values, id, instantNow()));
    next(id, typedBeyond(draft.values, fields));
  };
  const focusName = (): void => {
    document.getElementById("field-name")?.focus();
  };
  const form = createForm({
    check: () => checkArrival(draft.values),
    send: async () => {
      if (await duplicates.hold()) return;
      next(await save(), null);
    },
    fieldOf: (path) => `field-${path}`,
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
                duplicates.reset();
              }}
            >
              {t().arrivals.discard}
            </LinkButton>
          </div>
        </Notice>
      </Show>
      <div class="stack stack-tight">
        <NameLine draft={draft} form={form} />
        <DuplicateLine state={duplicates} onSame={noteReturn} onAllApart={() => void form.send()} />
      </div>
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
      <div
        class="send-row"
        onClick={(event) => {
          // the second click of a double one is no answer to what the first made the form ask
          if (event.detail > 1 && duplicates.holding().length > 0) event.preventDefault();
        }}
      >
        <Button type="submit" look="primary" busy={form.busy()} busyText={t().shell.saving}>
          {t().arrivals.saveAndNext}
        </Button>
        <span class="hint">{t().arrivals.saveHint}</span>
      </div>
    </Form>
  );
}

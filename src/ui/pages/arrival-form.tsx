/**
 * The quick arrival: age and company first, because they say who may see the rest; then "save and register another"
 * with the cursor back in the age. The country stays chosen from one person to the next, because people come in groups.
 */
import { Index, onMount, Show } from "solid-js";
import type { Added, AlikeHit } from "#engine";
import { useApp } from "../app-context.ts";
import {
  type ArrivalDraft,
  arrivalOf,
  askedOfArrival,
  checkArrival,
  type Companion,
  emptyArrival,
  instantNow,
  isGroupOnly,
  mayKeepDraft,
  newcomer,
  returner,
  typedBeyond,
  type TypedFact,
} from "../arrival-fields.ts";
import { takeArrival } from "../carried.ts";
import { createDraft, type Draft } from "../drafts.ts";
import { createDuplicates, type Duplicates } from "../duplicates.ts";
import { quiet } from "../idle.ts";
import { t } from "../look.ts";
import { announce } from "../parts/announce.tsx";
import { Button, LinkButton } from "../parts/button.tsx";
import { DuplicateLine } from "../parts/duplicates.tsx";
import { TextField } from "../parts/field.tsx";
import { createForm, Form } from "../parts/form.tsx";
import { Name } from "../parts/masked-name.tsx";
import { Notice } from "../parts/notice.tsx";
import { GuardLine } from "./arrival-guard.tsx";
import { AgeLine, CountryLine, MoreLines, NameLine, SexLine } from "./arrival-lines.tsx";

export interface ArrivalFormProps {
  /** `beyond`: of somebody who was registered before, what was typed and is not so in that record; else null. */
  readonly onSaved: (saved: Added, beyond: readonly TypedFact[] | null) => void;
}

/** What pressing a button is for: saving, or one more of those who came together. */
type Intent = "save" | "more";

/** Age and company are asked first: by them it is known who may see the rest. */
const focusFirst = (): void => {
  document.getElementById("field-age")?.focus();
};

/** Who had begun goes on: most of what is typed of a person begins with the name. */
const focusRestored = ({ restored, values }: Draft<ArrivalDraft>): void => {
  if (restored && values.name !== "") document.getElementById("field-name")?.focus();
  else focusFirst();
};

/** One arrival or a whole group, each in one go: whoever cuts the power leaves nobody half registered. */
function createArrival(props: ArrivalFormProps, draft: Draft<ArrivalDraft>, duplicates: Duplicates) {
  const app = useApp();
  let intent: Intent = "save";
  /** What the form was asked when a possible duplicate held it. */
  let held: Intent = "save";
  const next = (saved: Added, beyond: readonly TypedFact[] | null): void => {
    draft.reset({ country: draft.values.country });
    duplicates.reset();
    props.onSaved(saved, beyond);
    const text = beyond === null ? t().record.here : t().arrivals.cameBackSaved;
    announce(saved.reserved === undefined ? text : t().protection.reserved);
    focusFirst();
  };
  const setAside = (person: Companion): void => {
    const { country, from, together } = draft.values;
    draft.reset({ country, from, together: [...together, person] });
    duplicates.reset();
    announce(t().arrivals.setAside(draft.values.together.length));
    focusFirst();
  };
  /** Resolves to the guest whom the page shows as saved last. */
  const save = async (people: readonly Companion[]): Promise<Added> => {
    const added = await app.engine.add("arrival", arrivalOf(people, instantNow()));
    return { ...added, id: added.ids?.at(-1) ?? added.id };
  };
  const form = createForm({
    check: () => checkArrival(draft.values),
    send: async () => {
      const mine = intent;
      intent = held = "save";
      const { together } = draft.values;
      if (isGroupOnly(draft.values)) {
        if (mine === "save") next(await save(together), null);
        return;
      }
      if (await duplicates.hold()) {
        held = mine;
        return;
      }
      const person = newcomer(draft.values);
      if (mine === "more") setAside(person);
      else next(await save([...together, person]), null);
    },
    fieldOf: (path) => `field-${path.replace(/^people\.\d+\./u, "")}`,
  });
  const send = (wish: Intent): void => {
    if (form.busy()) return;
    intent = wish;
    void form.send();
  };
  return {
    form,
    more: () => {
      send("more");
    },
    allApart: () => {
      send(held);
    },
    same: async ({ id, title, fields }: AlikeHit): Promise<void> => {
      const person = returner(draft.values, id, title);
      if (held === "more") {
        setAside(person);
        return;
      }
      const saved = await save([...draft.values.together, person]);
      if (saved.reserved === undefined) next({ id }, typedBeyond(draft.values, fields));
      else next(saved, null);
    },
  };
}

/** Who is typed already and waits for the others of the group. */
function Together(props: { readonly draft: Draft<ArrivalDraft> }) {
  const together = () => props.draft.values.together;
  return (
    <Show when={together().length > 0}>
      <section class="card card-soft" aria-labelledby="together-title">
        <h2 id="together-title">{t().arrivals.together(together().length)}</h2>
        <ul class="stack stack-tight">
          <Index each={together()}>
            {(person, at) => (
              <li class="row row-apart">
                <Name name={person().title} shown={!quiet()} />
                <LinkButton
                  label={t().arrivals.removeOf(at + 1)}
                  onPress={() => {
                    props.draft.set({ together: together().filter((_, other) => other !== at) });
                    focusFirst();
                  }}
                >
                  {t().arrivals.remove}
                </LinkButton>
              </li>
            )}
          </Index>
        </ul>
        <p class="hint">{t().arrivals.togetherHint}</p>
      </section>
    </Show>
  );
}

export function ArrivalForm(props: ArrivalFormProps) {
  const draft = createDraft("arrival", emptyArrival, mayKeepDraft);
  const carried = takeArrival();
  // who was typed already for the same group stays
  if (carried !== null) draft.reset({ together: draft.values.together, ...carried });
  const duplicates = createDuplicates({ kind: "guest", fields: () => askedOfArrival(draft.values) });
  const { form, more, allApart, same } = createArrival(props, draft, duplicates);
  onMount(() => {
    focusRestored(draft);
  });
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
      <Together draft={draft} />
      <AgeLine draft={draft} form={form} />
      <GuardLine draft={draft} form={form} />
      <div class="stack stack-tight">
        <NameLine draft={draft} form={form} />
        <DuplicateLine state={duplicates} onSame={same} onAllApart={allApart} />
      </div>
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
          {draft.values.together.length === 0
            ? t().arrivals.saveAndNext
            : t().arrivals.saveGroup(draft.values.together.length + (isGroupOnly(draft.values) ? 0 : 1))}
        </Button>
        <Button onPress={more}>{t().arrivals.addCompanion}</Button>
        <span class="hint">{t().arrivals.saveHint}</span>
      </div>
    </Form>
  );
}

/** On a guest's page: the cards that they carry. What one says is chosen with the person, and ticked for each card. */
import { useNavigate } from "@solidjs/router";
import { createMemo, createSignal, For, Index, Show } from "solid-js";
import { createStore } from "solid-js/store";
import type { CapsuleView, RecordId } from "#engine";
import { wordField } from "#i18n";
import { CAPSULE_PARTS, type CapsulePart, type CapsuleState } from "#model";
import { useApp } from "../app-context.ts";
import { carryCard } from "../carried.ts";
import { createLive } from "../live.ts";
import { f, t } from "../look.ts";
import { announce } from "../parts/announce.tsx";
import { Button } from "../parts/button.tsx";
import { Choices, TextArea, TextField, Tick } from "../parts/field.tsx";
import { Fold } from "../parts/fold.tsx";
import { createForm, Form } from "../parts/form.tsx";
import { Notice } from "../parts/notice.tsx";
import { paths } from "../paths.ts";
import { wordError, wordMoment } from "../wording.ts";

const DAY_MS = 24 * 60 * 60_000;
const DAYS = ["30", "60", "120"] as const;
type Days = (typeof DAYS)[number];

const TAGS: Readonly<Record<CapsuleState, string>> = {
  open: "tag tag-ok",
  expired: "tag",
  revoked: "tag tag-warn",
  ahead: "tag tag-warn",
};

const linesIn = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

const NOTHING = { name: "", needs: "", attended: "", contact: "", days: "60" as Days };

/** What the person wants said, and for how long. */
const saidIn = ({ name, needs, attended, contact, days }: typeof NOTHING) => ({
  words: { name, needs: linesIn(needs), attended: linesIn(attended), contact },
  validMs: Number(days) * DAY_MS,
});

function MakeForm(props: { readonly guest: RecordId }) {
  const app = useApp();
  const navigate = useNavigate();
  const [parts, setParts] = createSignal<readonly CapsulePart[]>(["names"]);
  const [typed, set] = createStore({ ...NOTHING });
  const toggle = (part: CapsulePart, isChosen: boolean): void => {
    setParts((before) => CAPSULE_PARTS.filter((one) => (one === part ? isChosen : before.includes(one))));
  };
  const form = createForm({
    check: () => [],
    fieldOf: (path) => `field-card-${path.split(".")[0] ?? ""}`,
    send: async () => {
      const made = await app.engine.newCapsule({ guest: props.guest, parts: parts(), ...saidIn(typed) });
      carryCard({ code: made.code, expiresAt: made.expiresAt });
      navigate(paths.newCard);
    },
  });
  return (
    <Form state={form} label={t().carrying.make}>
      <fieldset class="field">
        <legend class="label">{t().carrying.what}</legend>
        <p class="hint">{t().carrying.whatHint}</p>
        <div class="choices-column">
          <For each={CAPSULE_PARTS}>
            {(part) => (
              <Tick
                label={t().carrying.parts[part]}
                checked={parts().includes(part)}
                onValue={(isChosen) => {
                  toggle(part, isChosen);
                }}
              />
            )}
          </For>
        </div>
      </fieldset>
      <TextField
        id="field-card-name"
        label={t().carrying.name}
        hint={t().carrying.nameHint}
        error={form.errorOf("field-card-name")}
        value={typed.name}
        onValue={(name) => {
          set({ name });
        }}
        optional
      />
      <For each={["needs", "attended"] as const}>
        {(field) => (
          <TextArea
            id={`field-card-${field}`}
            label={t().carrying[field]}
            hint={t().carrying.linesHint}
            error={form.errorOf(`field-card-${field}`)}
            value={typed[field]}
            onValue={(text) => {
              set(field, text);
            }}
            optional
          />
        )}
      </For>
      <TextField
        id="field-card-contact"
        label={t().carrying.contact}
        hint={t().carrying.contactHint}
        error={form.errorOf("field-card-contact")}
        value={typed.contact}
        onValue={(contact) => {
          set({ contact });
        }}
        optional
      />
      <Choices<Days>
        id="field-card-days"
        label={t().carrying.days}
        options={DAYS.map((value) => ({ value, label: t().carrying.daysOf(Number(value)) }))}
        value={typed.days}
        onValue={(days) => {
          set({ days });
        }}
      />
      <div class="actions">
        <Button type="submit" busy={form.busy()} busyText={t().carrying.making}>
          {t().carrying.make}
        </Button>
      </div>
    </Form>
  );
}

interface GivenProps {
  readonly card: CapsuleView;
  readonly busy: boolean;
  readonly onRevoke: () => void;
}

function Given(props: GivenProps) {
  return (
    <li class="item stack stack-tight">
      <p>
        {t().carrying.madeOn(wordMoment(props.card.madeAt))}{" "}
        <span class={TAGS[props.card.state]}>{t().carrying.states[props.card.state]}</span>
      </p>
      <p class="quiet small">
        {t().carrying.validUntil(wordMoment(props.card.expiresAt))} ·{" "}
        {t().carrying.tells(f().list(props.card.told.map((field) => wordField(t(), field))))}
      </p>
      <Show when={props.card.state !== "revoked"}>
        <div class="actions">
          <Button
            busy={props.busy}
            onPress={() => {
              props.onRevoke();
            }}
          >
            {t().carrying.revoke}
          </Button>
        </div>
      </Show>
    </li>
  );
}

function createCards(guest: () => RecordId) {
  const app = useApp();
  const ask = async (id: RecordId) => ({
    cards: await app.engine.capsules(id),
    agrees: (await app.engine.consents(id)).some(
      ({ purpose, state }) => purpose === "carry" && state === "yes",
    ),
  });
  const live = createLive({ key: guest, ask, concerns: (event) => event.kind === "records" });
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const revoke = async (id: RecordId): Promise<void> => {
    setBusy(true);
    try {
      await app.engine.revokeCapsule(id);
      setError(undefined);
      announce(t().carrying.revoked);
      live.again();
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return { live, busy, error: () => error() ?? live.error(), revoke };
}

export function RecordCapsules(props: { readonly guest: RecordId }) {
  const { live, busy, error, revoke } = createCards(() => props.guest);
  const cards = createMemo(() => live.value()?.cards ?? []);
  return (
    <Fold title={t().carrying.title} text={t().carrying.intro}>
      <Show when={cards().length > 0} fallback={<p class="quiet">{t().carrying.none}</p>}>
        <ul class="list" aria-label={t().carrying.mine}>
          <Index each={cards()}>
            {(card) => <Given card={card()} busy={busy()} onRevoke={() => void revoke(card().id)} />}
          </Index>
        </ul>
      </Show>
      <Show when={error()}>
        <Notice kind="error" role="alert">
          {wordError(error())}
        </Notice>
      </Show>
      <Show
        when={live.value()?.agrees === true}
        fallback={<Notice kind="warn">{t().carrying.askFirst}</Notice>}
      >
        <MakeForm guest={props.guest} />
      </Show>
    </Fold>
  );
}

/** Asking another house to receive a guest, or making the slip for an institution: whom, what for, and what is kept for later. */
import { createEffect, createSignal, on, Show } from "solid-js";
import type { RecordId, ReferralDraftView } from "#engine";
import { NEEDS, URGENCIES } from "#model";
import { useApp } from "../app-context.ts";
import { t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { Choices, Select, TextArea, Tick } from "../parts/field.tsx";
import { createForm, Form } from "../parts/form.tsx";
import { NeverWarning } from "../parts/never-warning.tsx";
import { Answer, createPress } from "../parts/press.tsx";
import { type Asked, askedIn, draftWish, NOTHING, referralWish, type WhomKind } from "../refer-wish.ts";
import { Companions } from "./refer-companions.tsx";
import { ReferWhom, whomField } from "./refer-whom.tsx";

/** What was sent: to an institution it is still to be printed. */
export interface Sent {
  readonly id: RecordId;
  readonly kind: WhomKind;
}

interface ReferFormProps {
  readonly guest: RecordId;
  /** What somebody prepared and did not send. */
  readonly draft: ReferralDraftView | undefined;
  readonly onSent: (sent: Sent) => void;
}

function createReferForm(props: ReferFormProps) {
  const app = useApp();
  const [asked, setAsked] = createSignal(NOTHING);
  let asLeft = NOTHING;
  const begin = (next: Asked): void => {
    asLeft = next;
    setAsked(next);
  };
  // what a colleague keeps or throws away is followed, until somebody types
  createEffect(
    on(
      () => props.draft,
      (draft) => {
        if (asked() === asLeft) begin(draft === undefined ? NOTHING : askedIn(draft));
      },
    ),
  );
  const whom = () => whomField(asked().kind);
  const form = createForm({
    check: () => {
      if (referralWish(props.guest, asked()) !== null) return [];
      const text = asked().kind === "service" ? t().slips.chooseService : t().referrals.chooseSite;
      return [{ field: whom(), text }];
    },
    blame: {
      "gives-away": "field-refer-note",
      get "needs-consent"() {
        return whom();
      },
      "service-closed": whomField("service"),
    },
    send: async () => {
      const { kind } = asked();
      const wish = referralWish(props.guest, asked());
      if (wish === null) return;
      const ended = props.draft === undefined ? {} : { draftOf: props.guest };
      const { id } = await app.engine.refer({ ...wish, ...ended });
      props.onSent({ id, kind });
      begin({ ...NOTHING, kind });
    },
  });
  const keep = createPress(async () => {
    asLeft = asked();
    await app.engine.keepReferralDraft(draftWish(props.guest, asLeft));
    return t().referralDrafts.kept;
  });
  const set = (change: Partial<Asked>): void => {
    setAsked((before) => ({ ...before, ...change }));
  };
  return { asked, set, form, keep };
}

export function ReferForm(props: ReferFormProps) {
  const { asked, set, form, keep } = createReferForm(props);
  const isService = () => asked().kind === "service";
  return (
    <Form state={form} label={t().referrals.ofGuest}>
      <NeverWarning guests={[props.guest, ...asked().companions]} text={t().care.neverRefer} />
      <ReferWhom guest={props.guest} asked={asked()} onAsked={set} errorOf={(field) => form.errorOf(field)} />
      <Companions
        guest={props.guest}
        to={isService() ? asked().service : asked().site}
        chosen={asked().companions}
        onChoose={(companions) => {
          set({ companions });
        }}
      />
      <Select
        id="field-refer-need"
        label={t().referrals.need}
        options={NEEDS.map((value) => ({ value, label: t().referrals.needs[value] }))}
        value={asked().need}
        onValue={(need) => {
          set({ need });
        }}
      />
      <Choices
        id="field-refer-urgency"
        label={t().referrals.urgency}
        options={URGENCIES.map((value) => ({ value, label: t().referrals.urgencies[value] }))}
        value={asked().urgency}
        onValue={(urgency) => {
          set({ urgency });
        }}
      />
      <TextArea
        id="field-refer-note"
        label={t().referrals.note}
        hint={isService() ? t().slips.noteHint : t().referrals.noteHint}
        error={form.errorOf("field-refer-note")}
        value={asked().note}
        onValue={(note) => {
          set({ note });
        }}
        optional
      />
      <Show when={!isService()}>
        <Tick
          id="field-refer-hand-over"
          label={t().follow.ask}
          checked={asked().handOver}
          onValue={(handOver) => {
            set({ handOver });
          }}
        />
        <p class="hint">{t().follow.askHint}</p>
      </Show>
      <Show when={isService()}>
        <Tick
          id="field-refer-unnamed"
          label={t().slips.unnamed}
          checked={asked().unnamed}
          onValue={(unnamed) => {
            set({ unnamed });
          }}
        />
        <p class="hint">{t().slips.unnamedHint}</p>
      </Show>
      <div class="actions">
        <Button type="submit" busy={form.busy()} busyText={t().referrals.sending}>
          {isService() ? t().slips.makeSlip : t().referrals.send}
        </Button>
        <Button busy={keep.state().busy} busyText={t().referrals.sending} onPress={keep.press}>
          {t().referralDrafts.keep}
        </Button>
      </div>
      <p class="hint">{t().referralDrafts.keepHint}</p>
      <Answer to={keep.state()} />
    </Form>
  );
}

/** On a guest's page: to whom they were referred, and asking another house. */
import { A } from "@solidjs/router";
import { createMemo, createSignal, Show } from "solid-js";
import type { RecordId, ReferralView } from "#engine";
import { type Need, NEEDS, URGENCIES, type Urgency } from "#model";
import { useApp } from "../app-context.ts";
import { createLive } from "../live.ts";
import { t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { Choices, Select, TextArea } from "../parts/field.tsx";
import { Fold } from "../parts/fold.tsx";
import { createForm, Form } from "../parts/form.tsx";
import { NeverWarning } from "../parts/never-warning.tsx";
import { Notice } from "../parts/notice.tsx";
import { takeFocus } from "../parts/press.tsx";
import { ReferralList } from "../parts/referral-list.tsx";
import { referralPath } from "../paths.ts";
import { createReferrals } from "../referrals.ts";

type SiteId = ReferralView["other"];

/** The houses that a guest may be referred to, and whether they agree. */
function createSites(guest: () => RecordId) {
  const app = useApp();
  const live = createLive({
    key: guest,
    ask: (id) => app.engine.consents(id),
    concerns: (event) => event.kind === "records" || event.kind === "members",
  });
  const named = createMemo(() =>
    (live.value() ?? []).filter(({ to, toName }) => to !== null && toName !== null),
  );
  return named;
}

interface Asked {
  readonly to: SiteId | "";
  readonly need: Need;
  readonly urgency: Urgency;
  readonly note: string;
}

const NOTHING: Asked = { to: "", need: "shelter", urgency: "72h", note: "" };

function AskForm(props: { readonly guest: RecordId; readonly onSent: (id: RecordId) => void }) {
  const app = useApp();
  const sites = createSites(() => props.guest);
  const [asked, setAsked] = createSignal(NOTHING);
  const set = (change: Partial<Asked>): void => {
    setAsked((before) => ({ ...before, ...change }));
  };
  const mustAsk = () => sites().some(({ to, state }) => to === asked().to && state !== "yes");
  const form = createForm({
    check: () => (asked().to === "" ? [{ field: "field-refer-site", text: t().referrals.chooseSite }] : []),
    blame: { "gives-away": "field-refer-note", "needs-consent": "field-refer-site" },
    send: async () => {
      const { to, note, ...rest } = asked();
      if (to === "") return;
      const said = note.trim() === "" ? {} : { note };
      const { id } = await app.engine.refer({ guests: [props.guest], to: { site: to }, ...rest, ...said });
      setAsked(NOTHING);
      props.onSent(id);
    },
  });
  return (
    <Form state={form} label={t().referrals.ofGuest}>
      <NeverWarning guests={[props.guest]} text={t().care.neverRefer} />
      <Select
        id="field-refer-site"
        label={t().referrals.site}
        error={form.errorOf("field-refer-site")}
        options={[
          { value: "" as const, label: t().referrals.chooseSite },
          ...sites().map(({ to, toName }) => ({ value: to ?? ("" as const), label: toName ?? "" })),
        ]}
        value={asked().to}
        onValue={(to) => {
          set({ to });
        }}
      />
      <Show when={mustAsk()}>
        <Notice kind="warn">{t().referrals.askFirst}</Notice>
      </Show>
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
        hint={t().referrals.noteHint}
        error={form.errorOf("field-refer-note")}
        value={asked().note}
        onValue={(note) => {
          set({ note });
        }}
        optional
      />
      <div class="actions">
        <Button type="submit" busy={form.busy()} busyText={t().referrals.sending}>
          {t().referrals.send}
        </Button>
      </div>
    </Form>
  );
}

export function RecordReferrals(props: { readonly guest: RecordId }) {
  const live = createReferrals(() => props.guest);
  const [sent, setSent] = createSignal<RecordId>();
  return (
    <Fold title={t().referrals.ofGuest} text={t().referrals.guestText}>
      <Show when={(live.value() ?? []).length > 0}>
        <ReferralList views={live.value() ?? []} />
      </Show>
      <Show when={sent()}>
        {(id) => (
          <Notice kind="ok">
            <p tabindex="-1" ref={takeFocus}>
              {t().referrals.saved}
            </p>
            <p>
              <A href={referralPath(id())}>{t().referrals.see}</A>
            </p>
          </Notice>
        )}
      </Show>
      <AskForm guest={props.guest} onSent={setSent} />
    </Fold>
  );
}

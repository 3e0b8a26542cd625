/**
 * Visits of authorities at the door: noted by whoever stands there, also by volunteers, who do not read them afterwards.
 */
import { For, Show } from "solid-js";
import { createStore, unwrap } from "solid-js/store";
import { accessOf, type FieldsOf, VISIT_DOCUMENTS, type VisitDocument } from "#model";
import { useApp, useMember } from "../app-context.ts";
import { instantNow } from "../arrival-fields.ts";
import { createLive } from "../live.ts";
import { t } from "../look.ts";
import { announce } from "../parts/announce.tsx";
import { Button } from "../parts/button.tsx";
import { Select, TextArea, TextField } from "../parts/field.tsx";
import { createForm, Form } from "../parts/form.tsx";
import { Notice } from "../parts/notice.tsx";
import { Page } from "../parts/page.tsx";
import { wordError, wordMoment } from "../wording.ts";

interface Values {
  who: string;
  institution: string;
  document: VisitDocument;
  asked: string;
  handedOver: string;
}

const blank = (): Values => ({ who: "", institution: "", document: "none", asked: "", handedOver: "" });

function VisitForm(props: { readonly mayRead: boolean }) {
  const app = useApp();
  const [values, set] = createStore<Values>(blank());
  const form = createForm({
    check: () =>
      (["who", "institution", "asked", "handedOver"] as const)
        .filter((field) => values[field].trim() === "")
        .map((field) => ({ field: `field-visit-${field}`, text: t().protection.visitMissing })),
    send: async () => {
      await app.engine.add("visit-of-authority", { ...unwrap(values), at: instantNow() });
      set(blank());
      announce(props.mayRead ? t().protection.visitSaved : t().protection.visitDropped);
    },
    fieldOf: (path) => `field-visit-${path}`,
  });
  return (
    <Form state={form} label={t().protection.visitForm}>
      <TextField
        id="field-visit-who"
        label={t().protection.visitWho}
        hint={t().protection.visitWhoHint}
        error={form.errorOf("field-visit-who")}
        value={values.who}
        onValue={(who) => {
          set({ who });
        }}
      />
      <TextField
        id="field-visit-institution"
        label={t().protection.visitInstitution}
        error={form.errorOf("field-visit-institution")}
        value={values.institution}
        onValue={(institution) => {
          set({ institution });
        }}
      />
      <Select<VisitDocument>
        id="field-visit-document"
        label={t().protection.visitDocument}
        value={values.document}
        onValue={(document) => {
          set({ document });
        }}
        options={VISIT_DOCUMENTS.map((value) => ({ value, label: t().protection.visitDocuments[value] }))}
      />
      <TextArea
        id="field-visit-asked"
        label={t().protection.visitAsked}
        error={form.errorOf("field-visit-asked")}
        value={values.asked}
        onValue={(asked) => {
          set({ asked });
        }}
      />
      <TextArea
        id="field-visit-handedOver"
        label={t().protection.visitHandedOver}
        hint={t().protection.visitHandedOverHint}
        error={form.errorOf("field-visit-handedOver")}
        value={values.handedOver}
        onValue={(handedOver) => {
          set({ handedOver });
        }}
      />
      <div>
        <Button type="submit" look="primary" busy={form.busy()} busyText={t().shell.saving}>
          {t().protection.visitSave}
        </Button>
      </div>
    </Form>
  );
}

function Visits() {
  const app = useApp();
  const visits = createLive({
    key: () => "visits",
    ask: () => app.engine.list("visit-of-authority"),
    concerns: (event) => event.kind === "records",
  });
  return (
    <>
      <Show when={visits.error()}>
        {(error) => (
          <Notice kind="error" role="alert">
            {wordError(error())}
          </Notice>
        )}
      </Show>
      <Show when={visits.value()}>
        {(items) => (
          <Show when={items().length > 0} fallback={<p class="empty quiet">{t().protection.visitNone}</p>}>
            <ul class="items">
              <For each={items()}>
                {({ fields }) => {
                  const { at, who, institution, document, asked, handedOver } =
                    fields as FieldsOf<"visit-of-authority">;
                  return (
                    <li class="item stack stack-tight">
                      <span class="item-title">
                        {institution} · {wordMoment(at)}
                      </span>
                      <span>
                        {who} · {t().protection.visitDocuments[document]}
                      </span>
                      <span>
                        {t().protection.visitAsked}: {asked}
                      </span>
                      <span>
                        {t().protection.visitHandedOver}: {handedOver}
                      </span>
                    </li>
                  );
                }}
              </For>
            </ul>
          </Show>
        )}
      </Show>
    </>
  );
}

export function VisitsPage() {
  const member = useMember();
  const mayRead = () => {
    const role = member()?.role;
    return role !== undefined && accessOf(role, "visit-of-authority") === "write";
  };
  return (
    <Page title={t().protection.visits} lead={t().protection.visitsLead}>
      <div class="stack stack-wide">
        <VisitForm mayRead={mayRead()} />
        <Show when={mayRead()}>
          <Visits />
        </Show>
      </div>
    </Page>
  );
}

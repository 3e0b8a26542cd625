/**
 * On a guest's page, for a volunteer: every purpose with its sentence, and what the person says, handed in. What was said
 * before is not theirs to read; a no of theirs holds where it comes, a yes waits for the staff.
 */
import { createSignal, For, Show } from "solid-js";
import { createStore } from "solid-js/store";
import type { RecordId } from "#engine";
import { CONSENT_PURPOSES, CONSENT_WORDS } from "#model";
import { useApp } from "../app-context.ts";
import { createLive } from "../live.ts";
import { t } from "../look.ts";
import { AskConsent } from "../parts/ask-consent.tsx";
import { type How, HowFields, toldOf } from "../parts/consent-asked.tsx";
import { Select } from "../parts/field.tsx";
import { Fold } from "../parts/fold.tsx";
import { Notice } from "../parts/notice.tsx";

const OF_NO_SITE = CONSENT_PURPOSES.filter((purpose) => purpose !== "refer");

export function HandInConsents(props: { readonly guest: RecordId }) {
  const app = useApp();
  const [how, setHow] = createStore<How>({ basis: "self", language: "", interpreter: "" });
  const [chosen, setChosen] = createSignal("");
  const sites = createLive({
    key: () => "sites",
    ask: async () => (await app.engine.members()).sites.filter(({ ownSite }) => !ownSite),
    concerns: (event) => event.kind === "members",
  });
  const site = () => sites.value()?.find((one) => one.site === chosen());
  return (
    <Fold title={t().consent.title} text={t().consent.intro}>
      <Notice kind="info">{t().consent.handInText}</Notice>
      <p class="quiet">{t().consent.child}</p>
      <HowFields how={how} onHow={setHow} />
      <For each={OF_NO_SITE}>
        {(purpose) => (
          <AskConsent
            guest={props.guest}
            asked={{ purpose, to: null, toName: null }}
            words={CONSENT_WORDS}
            told={toldOf(how)}
          />
        )}
      </For>
      <Show when={(sites.value() ?? []).length > 0}>
        <Select
          id="field-consent-to"
          label={t().consent.purposes.refer}
          options={[
            { value: "", label: t().consent.chooseSite },
            ...(sites.value() ?? []).map(({ site: value, name }) => ({ value, label: name })),
          ]}
          value={chosen()}
          onValue={setChosen}
        />
      </Show>
      <Show when={site()} keyed>
        {({ site: to, name }) => (
          <AskConsent
            guest={props.guest}
            asked={{ purpose: "refer", to, toName: name }}
            words={CONSENT_WORDS}
            told={toldOf(how)}
          />
        )}
      </Show>
    </Fold>
  );
}

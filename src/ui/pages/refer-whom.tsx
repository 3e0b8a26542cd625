/** To whom somebody is referred: another house or an institution of the directory, and whether they said yes to that one. */
import { createMemo, Match, Show, Switch } from "solid-js";
import { createStore } from "solid-js/store";
import type { ConsentView, RecordId, ServiceView, ToldTo } from "#engine";
import { useApp } from "../app-context.ts";
import { createLive } from "../live.ts";
import { t } from "../look.ts";
import { AskConsent } from "../parts/ask-consent.tsx";
import { type How, HowFields, toldOf } from "../parts/consent-asked.tsx";
import { Choices, Select } from "../parts/field.tsx";
import { Notice } from "../parts/notice.tsx";
import type { Asked, WhomKind } from "../refer-wish.ts";

const KINDS = ["site", "service"] as const satisfies readonly WhomKind[];

/** What the guest said of each house and institution, and what the directory has. */
function createWhom(guest: () => RecordId) {
  const app = useApp();
  const consents = createLive({
    key: guest,
    ask: (id) => app.engine.consents(id),
    concerns: (event) => event.kind === "records" || event.kind === "members",
  });
  const directory = createLive({
    key: () => "directory",
    ask: () => app.engine.directory(),
    concerns: (event) => event.kind === "records",
  });
  const said = createMemo((): readonly ConsentView[] =>
    (consents.value() ?? []).filter(({ to }) => to !== null),
  );
  const sites = createMemo(() => said().filter(({ toService, toName }) => !toService && toName !== null));
  return {
    sites,
    services: () => directory.value() ?? [],
    stateOf: (to: ToldTo | ""): ConsentView["state"] =>
      said().find((view) => view.to === to)?.state ?? "unset",
  };
}

function SiteChoice(props: {
  readonly sites: readonly ConsentView[];
  readonly chosen: ToldTo | "";
  readonly mustAsk: boolean;
  readonly error: string | undefined;
  readonly onChoose: (to: ToldTo | "") => void;
}) {
  return (
    <>
      <Select
        id="field-refer-site"
        label={t().referrals.site}
        error={props.error}
        options={[
          { value: "", label: t().referrals.chooseSite },
          ...props.sites.map(({ to, toName }) => ({ value: to ?? ("" as const), label: toName ?? "" })),
        ]}
        value={props.chosen}
        onValue={props.onChoose}
      />
      <Show when={props.mustAsk}>
        <Notice kind="warn">{t().referrals.askFirst}</Notice>
      </Show>
    </>
  );
}

/** One that nobody confirmed for long says so where it is chosen. */
const labelOf = ({ name, place, freshness }: ServiceView): string =>
  [name, place ?? "", freshness === "fresh" ? "" : t().slips.closed]
    .filter((part) => part !== "")
    .join(" · ");

function ServiceChoice(props: {
  readonly guest: RecordId;
  readonly services: readonly ServiceView[];
  readonly chosen: RecordId | "";
  readonly mustAsk: boolean;
  readonly error: string | undefined;
  readonly onChoose: (to: RecordId | "") => void;
}) {
  const [how, setHow] = createStore<How>({ basis: "self", language: "", interpreter: "" });
  const service = () => props.services.find(({ id }) => id === props.chosen);
  return (
    <Show when={props.services.length > 0} fallback={<Notice kind="info">{t().slips.noServices}</Notice>}>
      <Select
        id="field-refer-service"
        label={t().slips.service}
        error={props.error}
        options={[
          { value: "", label: t().slips.chooseService },
          ...props.services.map((one) => ({ value: one.id, label: labelOf(one) })),
        ]}
        value={props.chosen}
        onValue={props.onChoose}
      />
      <Show when={props.mustAsk && service()} keyed>
        {(known) => (
          <div class="stack">
            <p>{t().slips.askFirst}</p>
            <AskConsent
              guest={props.guest}
              asked={{ purpose: "refer", to: known.id, toName: known.name, toService: true }}
              words={["yes", "no"]}
              told={toldOf(how)}
            />
            <HowFields how={how} onHow={setHow} />
          </div>
        )}
      </Show>
    </Show>
  );
}

interface ReferWhomProps {
  readonly guest: RecordId;
  readonly asked: Asked;
  readonly onAsked: (change: Partial<Asked>) => void;
  readonly errorOf: (field: string) => string | undefined;
}

export const whomField = (kind: WhomKind): string => `field-refer-${kind}`;

export function ReferWhom(props: ReferWhomProps) {
  const { sites, services, stateOf } = createWhom(() => props.guest);
  const whom = () => (props.asked.kind === "service" ? props.asked.service : props.asked.site);
  const mustAsk = () => whom() !== "" && stateOf(whom()) !== "yes";
  return (
    <>
      <Choices
        id="field-refer-whom"
        label={t().slips.whom}
        options={KINDS.map((value) => ({ value, label: t().slips.whoms[value] }))}
        value={props.asked.kind}
        onValue={(kind) => {
          props.onAsked({ kind });
        }}
      />
      <Switch>
        <Match when={props.asked.kind === "site"}>
          <SiteChoice
            sites={sites()}
            chosen={props.asked.site}
            mustAsk={mustAsk()}
            error={props.errorOf(whomField("site"))}
            onChoose={(site) => {
              props.onAsked({ site });
            }}
          />
        </Match>
        <Match when={props.asked.kind === "service"}>
          <ServiceChoice
            guest={props.guest}
            services={services()}
            chosen={props.asked.service}
            mustAsk={mustAsk()}
            error={props.errorOf(whomField("service"))}
            onChoose={(service) => {
              props.onAsked({ service });
            }}
          />
        </Match>
      </Switch>
    </>
  );
}

/** Asking another house to receive a guest, or making the slip for an institution: whom, what for, and the guest's word. */
import { createMemo, createSignal, Match, Show, Switch } from "solid-js";
import { createStore } from "solid-js/store";
import type { ConsentView, RecordId, ServiceView, ToldTo } from "#engine";
import { type Need, NEEDS, URGENCIES, type Urgency } from "#model";
import { useApp } from "../app-context.ts";
import { createLive } from "../live.ts";
import { t } from "../look.ts";
import { AskConsent } from "../parts/ask-consent.tsx";
import { Button } from "../parts/button.tsx";
import { type How, HowFields, toldOf } from "../parts/consent-asked.tsx";
import { Choices, Select, TextArea, Tick } from "../parts/field.tsx";
import { createForm, Form } from "../parts/form.tsx";
import { NeverWarning } from "../parts/never-warning.tsx";
import { Notice } from "../parts/notice.tsx";
import { Companions } from "./refer-companions.tsx";

type Kind = "site" | "service";
const KINDS = ["site", "service"] as const;

interface Asked {
  readonly kind: Kind;
  readonly site: ToldTo | "";
  readonly service: RecordId | "";
  readonly need: Need;
  readonly urgency: Urgency;
  readonly note: string;
  readonly unnamed: boolean;
  readonly handOver: boolean;
  /** Who came with the guest, and goes too. */
  readonly companions: readonly RecordId[];
}

const NOTHING: Asked = {
  ...{ kind: "site", site: "", service: "", need: "shelter", urgency: "72h" },
  ...{ note: "", unnamed: false, handOver: false },
  companions: [],
};

/** What was sent: to an institution it is still to be printed. */
export interface Sent {
  readonly id: RecordId;
  readonly kind: Kind;
}

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

function createReferForm(props: { readonly guest: RecordId; readonly onSent: (sent: Sent) => void }) {
  const app = useApp();
  const [asked, setAsked] = createSignal(NOTHING);
  const isService = () => asked().kind === "service";
  const whom = () => (isService() ? asked().service : asked().site);
  const field = () => (isService() ? "field-refer-service" : "field-refer-site");
  const form = createForm({
    check: () =>
      whom() === ""
        ? [{ field: field(), text: isService() ? t().slips.chooseService : t().referrals.chooseSite }]
        : [],
    blame: {
      "gives-away": "field-refer-note",
      get "needs-consent"() {
        return field();
      },
      "service-closed": "field-refer-service",
    },
    send: async () => {
      const { kind, site, service, note, unnamed, handOver, need, urgency, companions } = asked();
      const said = note.trim() === "" ? {} : { note };
      const ask = { guests: [props.guest, ...companions], need, urgency, ...said };
      if (kind === "service") {
        if (service === "") return;
        const { id } = await app.engine.refer({ ...ask, to: { service }, unnamed });
        props.onSent({ id, kind });
      } else {
        if (site === "") return;
        const { id } = await app.engine.refer({ ...ask, to: { site: site as SiteId }, handOver });
        props.onSent({ id, kind });
      }
      setAsked({ ...NOTHING, kind });
    },
  });
  const set = (change: Partial<Asked>): void => {
    setAsked((before) => ({ ...before, ...change }));
  };
  return { asked, set, form, isService, whom };
}

type SiteId = Extract<
  Parameters<ReturnType<typeof useApp>["engine"]["refer"]>[0]["to"],
  { site: unknown }
>["site"];

export function ReferForm(props: { readonly guest: RecordId; readonly onSent: (sent: Sent) => void }) {
  const { asked, set, form, isService, whom } = createReferForm(props);
  const { sites, services, stateOf } = createWhom(() => props.guest);
  const mustAsk = () => whom() !== "" && stateOf(whom()) !== "yes";
  return (
    <Form state={form} label={t().referrals.ofGuest}>
      <NeverWarning guests={[props.guest, ...asked().companions]} text={t().care.neverRefer} />
      <Choices
        id="field-refer-whom"
        label={t().slips.whom}
        options={KINDS.map((value) => ({ value, label: t().slips.whoms[value] }))}
        value={asked().kind}
        onValue={(kind) => {
          set({ kind });
        }}
      />
      <Switch>
        <Match when={!isService()}>
          <SiteChoice
            sites={sites()}
            chosen={asked().site}
            mustAsk={mustAsk()}
            error={form.errorOf("field-refer-site")}
            onChoose={(site) => {
              set({ site });
            }}
          />
        </Match>
        <Match when={isService()}>
          <ServiceChoice
            guest={props.guest}
            services={services()}
            chosen={asked().service}
            mustAsk={mustAsk()}
            error={form.errorOf("field-refer-service")}
            onChoose={(service) => {
              set({ service });
            }}
          />
        </Match>
      </Switch>
      <Companions
        guest={props.guest}
        to={whom()}
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
      </div>
    </Form>
  );
}

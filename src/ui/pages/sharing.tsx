/** Whom the house shares with: its rules, where cards go, and of each other house what it is told, and in which country it is. */
import { createSignal, For, Index, Show } from "solid-js";
import type { SharingOverview, SharingView } from "#engine";
import { SHARED } from "#model";
import { maySeeSharing } from "../access.ts";
import { useApp, useMember } from "../app-context.ts";
import { createLive } from "../live.ts";
import { f, t } from "../look.ts";
import { Button } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import { Page } from "../parts/page.tsx";
import { takeFocus } from "../parts/press.tsx";
import { wordDay, wordHouse } from "../route.ts";
import { wordError } from "../wording.ts";
import { SharingAgreementForm } from "./sharing-agreement.tsx";
import { SharingRulesForm } from "./sharing-rules.tsx";

const countryNames = (codes: readonly string[]): string => codes.map((code) => f().country(code)).join(", ");

/** A button that opens a form in the place of what it changes, and has the focus again when that is closed. */
function createOpening() {
  const [isOpen, setIsOpen] = createSignal(false);
  let isBack = false;
  return {
    isOpen,
    open: () => setIsOpen(true),
    close: () => {
      isBack = true;
      setIsOpen(false);
    },
    ref: (button: HTMLElement) => {
      if (isBack) takeFocus(button);
    },
  };
}

function Told(props: { readonly view: SharingView }) {
  const open = () => SHARED.filter((what) => props.view.closed[what] === null);
  const shut = () =>
    SHARED.flatMap((what) => {
      const why = props.view.closed[what];
      return why === null ? [] : [t().sharing.closedFor(t().sharing.shared[what], t().sharing.whys[why])];
    });
  const words = () =>
    open()
      .map((what) => t().sharing.shared[what])
      .join(", ");
  const country = () => {
    const known = props.view.country;
    return known === null
      ? t().sharing.countryUnknown
      : t().sharing.countryBy[known.saidBy](countryNames(known.codes));
  };
  const agreed = () => {
    const { allows, until } = props.view;
    if (allows === null) return t().sharing.noAgreement;
    return until === null ? t().sharing.agreed : t().sharing.agreedUntil(wordDay(until));
  };
  return (
    <ul class="stack stack-tight">
      <li>
        {t().sharing.country}: {country()}
      </li>
      <li>{agreed()}</li>
      <li>
        <strong>{open().length === 0 ? t().sharing.nothingTold : t().sharing.told(words())}</strong>
      </li>
      <Index each={shut()}>{(line) => <li class="quiet">{line()}</li>}</Index>
    </ul>
  );
}

function House(props: {
  readonly view: SharingView;
  readonly mayChange: boolean;
  readonly onChanged: () => void;
}) {
  const form = createOpening();
  return (
    <li class="card">
      <div>
        <h3>{wordHouse(props.view)}</h3>
        <Show when={props.view.kind === "advocates"}>
          <p class="quiet">{t().sharing.advocates}</p>
        </Show>
      </div>
      <Show
        when={form.isOpen()}
        fallback={
          <>
            <Told view={props.view} />
            <Show when={props.mayChange}>
              <div>
                <Button
                  ref={form.ref}
                  aria-label={t().sharing.changeOf(wordHouse(props.view))}
                  onPress={form.open}
                >
                  {t().sharing.change}
                </Button>
              </div>
            </Show>
          </>
        }
      >
        <SharingAgreementForm
          view={props.view}
          onDone={() => {
            form.close();
            props.onChanged();
          }}
        />
      </Show>
    </li>
  );
}

interface PartProps {
  readonly overview: SharingOverview;
  readonly mayChange: boolean;
  readonly onChanged: () => void;
}

function Rules(props: PartProps) {
  const form = createOpening();
  const closed = () => props.overview.rules.closedCountries;
  return (
    <section class="card" aria-labelledby="sharing-rules">
      <h2 id="sharing-rules">{t().sharing.rulesTitle}</h2>
      <Show
        when={form.isOpen()}
        fallback={
          <>
            <ul class="stack stack-tight">
              <li>
                {props.overview.rules.onlyAgreed ? t().sharing.onlyAgreedOn : t().sharing.onlyAgreedOff}
              </li>
              <li>
                {closed().length === 0
                  ? t().sharing.noClosedCountries
                  : `${t().sharing.closedCountries}: ${countryNames(closed())}`}
              </li>
            </ul>
            <Show when={props.mayChange} fallback={<p class="quiet">{t().sharing.onlyCoordinators}</p>}>
              <div>
                <Button ref={form.ref} onPress={form.open}>
                  {t().sharing.changeRules}
                </Button>
              </div>
            </Show>
          </>
        }
      >
        <SharingRulesForm
          rules={props.overview.rules}
          onDone={() => {
            form.close();
            props.onChanged();
          }}
        />
      </Show>
    </section>
  );
}

function Cards(props: { readonly overview: SharingOverview }) {
  const reach = () => props.overview.cardsReach;
  return (
    <section class="card" aria-labelledby="sharing-cards">
      <h2 id="sharing-cards">{t().sharing.cardsTitle}</h2>
      <p>{t().sharing.cardsReach}</p>
      <Show when={reach().countries.length > 0}>
        <p>{t().sharing.cardsIn(countryNames(reach().countries))}</p>
      </Show>
      <Show when={reach().unknown > 0}>
        <p class="quiet">{t().sharing.cardsUnknown(reach().unknown)}</p>
      </Show>
    </section>
  );
}

function Houses(props: PartProps) {
  const houses = () => props.overview.houses;
  return (
    <section class="stack" aria-labelledby="sharing-houses">
      <h2 id="sharing-houses">{t().sharing.housesTitle}</h2>
      <Show when={houses().length > 0} fallback={<p class="quiet">{t().sharing.alone}</p>}>
        <ul class="route-boards">
          <For each={houses().map(({ site }) => site)}>
            {(site) => (
              <Show when={houses().find((one) => one.site === site)}>
                {(view) => <House view={view()} mayChange={props.mayChange} onChanged={props.onChanged} />}
              </Show>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}

function Overview() {
  const app = useApp();
  const member = useMember();
  const sharing = createLive({
    key: () => "sharing",
    ask: () => app.engine.sharing(),
    concerns: (event) => event.kind === "records" || event.kind === "members",
  });
  const mayChange = () => member()?.role === "coordinator";
  return (
    <>
      <Show when={sharing.error()}>
        {(error) => (
          <Notice kind="error" role="alert">
            {wordError(error())}
          </Notice>
        )}
      </Show>
      <Show when={sharing.value()} fallback={<p class="quiet">{t().shell.loading}</p>}>
        {(overview) => (
          <>
            <Rules overview={overview()} mayChange={mayChange()} onChanged={sharing.again} />
            <Cards overview={overview()} />
            <Houses overview={overview()} mayChange={mayChange()} onChanged={sharing.again} />
          </>
        )}
      </Show>
    </>
  );
}

export function SharingPage() {
  const member = useMember();
  return (
    <Page title={t().sharing.title} lead={t().sharing.lead}>
      <Show when={maySeeSharing(member())} fallback={<Notice kind="info">{t().sharing.notForYou}</Notice>}>
        <div class="stack stack-wide">
          <Overview />
        </div>
      </Show>
    </Page>
  );
}

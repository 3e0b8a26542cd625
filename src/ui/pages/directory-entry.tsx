/** One service of the directory: what it is, who made sure of it and when, what other houses say, and saying so oneself. */
import { createSignal, For, Index, Show, untrack } from "solid-js";
import type { ServiceView, ServiceWord } from "#engine";
import { useApp } from "../app-context.ts";
import { f, t } from "../look.ts";
import { announce } from "../parts/announce.tsx";
import { Button } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import { OtherWords } from "../parts/other-words.tsx";
import { takeFocus } from "../parts/press.tsx";
import { wordDay, wordHouse } from "../route.ts";
import { wordError } from "../wording.ts";
import { ServiceForm, type TypedService } from "./directory-form.tsx";

function wordConfirmed({ status, freshness, confirmedOn, confirmedBy }: ServiceView): string {
  const words = t().route;
  const [day, house] = [wordDay(confirmedOn), wordHouse(confirmedBy)];
  if (status === "closed") return words.closed(day, house);
  if (freshness === "unclear") return words.confirmedUnclear(house);
  return (freshness === "fresh" ? words.confirmed : words.confirmedOld)(day, house);
}

function Confirmed(props: { readonly service: ServiceView }) {
  const isFresh = () => props.service.status === "open" && props.service.freshness === "fresh";
  const text = () =>
    props.service.agree > 1
      ? `${wordConfirmed(props.service)} · ${t().route.agree(props.service.agree)}`
      : wordConfirmed(props.service);
  return (
    <Show when={!isFresh()} fallback={<p class="quiet small">{text()}</p>}>
      <Notice kind="warn">{text()}</Notice>
    </Show>
  );
}

function Facts(props: { readonly service: ServiceView }) {
  const facts = () => {
    const { hours, phone, address, languages, entry, note } = props.service;
    const labels = t().fields.labels;
    const all = { hours, phone, address, languages: f().list(languages), entry, note };
    return Object.entries(all).flatMap(([field, value]) =>
      value === null || value === "" ? [] : [{ label: labels[field] ?? field, value }],
    );
  };
  return (
    <dl class="route-facts">
      <Index each={facts()}>
        {(fact) => (
          <div>
            <dt>{fact().label}</dt>
            <dd>{fact().value}</dd>
          </div>
        )}
      </Index>
    </dl>
  );
}

function Told(props: { readonly service: ServiceView }) {
  const where = () =>
    [t().route.types[props.service.type], props.service.place].filter((part) => part !== null).join(" · ");
  return (
    <>
      <div>
        <h2>{props.service.name}</h2>
        <p class="quiet">{where()}</p>
      </div>
      <p class="reasons">
        <For each={props.service.offers}>{(need) => <span class="tag">{t().care.kinds[need]}</span>}</For>
      </p>
      <p>
        <Show when={props.service.accepts.length > 0} fallback={t().route.acceptsUnsaid}>
          {t().route.accepts}: {f().list(props.service.accepts.map((group) => t().route.groups[group]))}
        </Show>
      </p>
      <Facts service={props.service} />
      <Confirmed service={props.service} />
      <Show when={props.service.others.length > 0}>
        <OtherWords words={props.service.others} />
      </Show>
    </>
  );
}

export interface ServiceProps {
  readonly service: ServiceView;
  readonly onChanged: () => void;
  /** It was marked as closed here: it may leave the list, and its button is gone. */
  readonly onClosed: (service: ServiceView) => void;
}

function Actions(props: {
  readonly service: ServiceView;
  readonly takesFocus: boolean;
  readonly onConfirm: () => void;
  readonly onCorrect: () => void;
  readonly onClose: () => void;
}) {
  return (
    <div class="actions screen-only">
      <Button
        aria-label={t().route.confirmOf(props.service.name)}
        onPress={() => {
          props.onConfirm();
        }}
      >
        {t().route.confirm}
      </Button>
      <Button
        ref={(button) => {
          if (props.takesFocus) takeFocus(button);
        }}
        aria-label={t().route.correctOf(props.service.name)}
        onPress={() => {
          props.onCorrect();
        }}
      >
        {t().route.correct}
      </Button>
      <Show when={props.service.status === "open"}>
        <Button
          look="plain"
          aria-label={t().route.closeOf(props.service.name)}
          onPress={() => {
            props.onClose();
          }}
        >
          {t().route.close}
        </Button>
      </Show>
    </div>
  );
}

function Correction(props: {
  readonly service: ServiceView;
  readonly onSave: (fields: TypedService) => Promise<void>;
  readonly onCancel: () => void;
}) {
  const title = () => t().route.correctTitle(props.service.name);
  return (
    <>
      <h2
        tabindex="-1"
        ref={(heading) => {
          takeFocus(heading);
        }}
      >
        {title()}
      </h2>
      <ServiceForm
        title={title()}
        service={props.service}
        onSave={props.onSave}
        onCancel={() => {
          props.onCancel();
        }}
      />
    </>
  );
}

export function Service(props: ServiceProps) {
  const app = useApp();
  const [correcting, setCorrecting] = createSignal<ServiceView | null>(null);
  const [failed, setFailed] = createSignal<unknown>();
  let isBack = false;
  const say = async (word: ServiceWord): Promise<void> => {
    await app.engine.confirmService(props.service.id, word);
    setFailed(undefined);
    props.onChanged();
  };
  /** Where houses differ, whoever confirms sees both values first: one press must not take up a telephone unseen. */
  const confirm = async (): Promise<void> => {
    if (props.service.others.length > 0) {
      setCorrecting(props.service);
      return;
    }
    await say({});
    announce(t().route.confirmedNow);
  };
  const close = async (): Promise<void> => {
    const service = untrack(() => props.service);
    await say({ status: "closed" });
    props.onClosed(service);
  };
  const back = (): void => {
    isBack = true;
    setCorrecting(null);
  };
  const correct = async (fields: TypedService): Promise<void> => {
    await say({ fields });
    announce(t().route.saved);
    back();
  };
  return (
    <li class="card" classList={{ "route-wide": correcting() !== null }}>
      <Show
        when={correcting()}
        keyed
        fallback={
          <>
            <Told service={props.service} />
            <Show when={failed()}>
              {(error) => (
                <Notice kind="error" role="alert">
                  {wordError(error())}
                </Notice>
              )}
            </Show>
            <Actions
              service={props.service}
              takesFocus={isBack}
              onConfirm={() => void confirm().catch(setFailed)}
              onCorrect={() => setCorrecting(props.service)}
              onClose={() => void close().catch(setFailed)}
            />
          </>
        }
      >
        {(service) => <Correction service={service} onSave={correct} onCancel={back} />}
      </Show>
    </li>
  );
}

/** One service of the directory: what it is, who made sure of it and when, what other houses say, and saying so oneself. */
import { createSignal, For, Index, Show } from "solid-js";
import type { OtherWord, ServiceView, ServiceWord } from "#engine";
import { useApp } from "../app-context.ts";
import { f, t } from "../look.ts";
import { announce } from "../parts/announce.tsx";
import { Button } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
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

const CODED: Readonly<Record<string, (code: string) => string | undefined>> = {
  type: (code) => new Map(Object.entries(t().route.types)).get(code),
  offers: (code) => new Map(Object.entries(t().care.kinds)).get(code),
  accepts: (code) => new Map(Object.entries(t().route.groups)).get(code),
};

function wordOther(word: OtherWord): string {
  const { field, value } = word;
  const items = (Array.isArray(value) ? value : [value]).map((item) => String(item));
  const told = items.map((item) => CODED[field]?.(item) ?? item);
  return t().route.otherWord(wordHouse(word), t().fields.labels[field] ?? field, f().list(told));
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
        <ul class="stack stack-tight small">
          <Index each={props.service.others}>{(word) => <li>{wordOther(word())}</li>}</Index>
        </ul>
      </Show>
    </>
  );
}

export interface ServiceProps {
  readonly service: ServiceView;
  readonly onChanged: () => void;
}

export function Service(props: ServiceProps) {
  const app = useApp();
  const [correcting, setCorrecting] = createSignal<ServiceView | null>(null);
  const [failed, setFailed] = createSignal<unknown>();
  let isBack = false;
  const say = async (word: ServiceWord, done: string): Promise<void> => {
    await app.engine.confirmService(props.service.id, word);
    setFailed(undefined);
    announce(done);
    props.onChanged();
  };
  const press = (word: ServiceWord, done: string): void => {
    say(word, done).catch(setFailed);
  };
  const correct = async (fields: TypedService): Promise<void> => {
    await say({ fields }, t().route.saved);
    close();
  };
  const close = (): void => {
    isBack = true;
    setCorrecting(null);
  };
  return (
    <li class="card">
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
            <div class="actions screen-only">
              <Button
                aria-label={t().route.confirmOf(props.service.name)}
                onPress={() => {
                  press({}, t().route.confirmedNow);
                }}
              >
                {t().route.confirm}
              </Button>
              <Button
                ref={(button) => {
                  if (isBack) takeFocus(button);
                }}
                aria-label={t().route.correctOf(props.service.name)}
                onPress={() => setCorrecting(props.service)}
              >
                {t().route.correct}
              </Button>
              <Show when={props.service.status === "open"}>
                <Button
                  look="plain"
                  aria-label={t().route.closeOf(props.service.name)}
                  onPress={() => {
                    press({ status: "closed" }, t().route.closedNow);
                  }}
                >
                  {t().route.close}
                </Button>
              </Show>
            </div>
          </>
        }
      >
        {(service) => (
          <ServiceForm
            title={t().route.correctTitle(service.name)}
            service={service}
            onSave={correct}
            onCancel={close}
          />
        )}
      </Show>
    </li>
  );
}

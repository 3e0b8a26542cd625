/** The directory of services: who helps with what, where, and whom they accept; printed for whoever has no access. */
import { useParams } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import type { DirectoryWish, ServiceView } from "#engine";
import { ACCEPTED, type Accepted, type Care, CARES } from "#model";
import { useApp } from "../app-context.ts";
import { now } from "../clock.ts";
import { createLive } from "../live.ts";
import { f, t } from "../look.ts";
import { announce } from "../parts/announce.tsx";
import { Button } from "../parts/button.tsx";
import { Select, TextField, Tick } from "../parts/field.tsx";
import { Notice } from "../parts/notice.tsx";
import { Answer, createPress, takeFocus } from "../parts/press.tsx";
import { RoutePage } from "../parts/route-page.tsx";
import { wordError } from "../wording.ts";
import { ServiceForm, type TypedService } from "./directory-form.tsx";
import { Service } from "./directory-entry.tsx";

interface Asked {
  readonly offers: Care | "";
  readonly place: string;
  readonly accepts: Accepted | "";
  readonly text: string;
  readonly all: boolean;
}

const wishOf = ({ offers, place, accepts, text, all }: Asked): DirectoryWish => ({
  ...(offers === "" ? {} : { offers }),
  ...(place.trim() === "" ? {} : { place }),
  ...(accepts === "" ? {} : { accepts }),
  ...(text.trim() === "" ? {} : { text }),
  all,
});

interface FilterProps {
  readonly asked: Asked;
  readonly onAsked: (change: Partial<Asked>) => void;
}

function Filter(props: FilterProps) {
  const needs = () => CARES.map((value) => ({ value, label: t().care.kinds[value] }));
  const groups = () => ACCEPTED.map((value) => ({ value, label: t().route.groups[value] }));
  return (
    <form
      class="stack screen-only"
      role="search"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <div class="route-filter">
        <Select<Care | "">
          id="directory-need"
          label={t().route.find}
          options={[{ value: "", label: t().route.anything }, ...needs()]}
          value={props.asked.offers}
          onValue={(offers) => {
            props.onAsked({ offers });
          }}
        />
        <TextField
          id="directory-place"
          label={t().route.place}
          value={props.asked.place}
          onValue={(place) => {
            props.onAsked({ place });
          }}
        />
        <Select<Accepted | "">
          id="directory-accepts"
          label={t().route.accepts}
          options={[{ value: "", label: t().route.anybody }, ...groups()]}
          value={props.asked.accepts}
          onValue={(accepts) => {
            props.onAsked({ accepts });
          }}
        />
        <TextField
          id="directory-words"
          label={t().route.words}
          value={props.asked.text}
          onValue={(text) => {
            props.onAsked({ text });
          }}
        />
      </div>
      <Tick
        label={t().route.showAll}
        checked={props.asked.all}
        onValue={(all) => {
          props.onAsked({ all });
        }}
      />
    </form>
  );
}

function Add(props: { readonly onAdded: () => void }) {
  const app = useApp();
  const [open, setOpen] = createSignal(false);
  let isBack = false;
  const close = (): void => {
    isBack = true;
    setOpen(false);
  };
  const save = async (fields: TypedService): Promise<void> => {
    await app.engine.add("service", fields);
    announce(t().route.saved);
    props.onAdded();
    close();
  };
  return (
    <Show
      when={open()}
      fallback={
        <Button
          look="primary"
          ref={(button) => {
            if (isBack) takeFocus(button);
          }}
          onPress={() => setOpen(true)}
        >
          {t().route.add}
        </Button>
      }
    >
      <section class="card" aria-labelledby="add-service">
        <h2 id="add-service" tabindex="-1" ref={takeFocus}>
          {t().route.addTitle}
        </h2>
        <ServiceForm title={t().route.addTitle} service={null} onSave={save} onCancel={close} />
      </section>
    </Show>
  );
}

/** What the printed sheet was filtered by: who reads it must not take it for the whole directory. */
function wordFilter({ offers, place, accepts, text }: DirectoryWish): string {
  const words = t().route;
  return [
    ...(offers === undefined ? [] : [t().care.kinds[offers]]),
    ...(place === undefined ? [] : [`${words.place}: ${place}`]),
    ...(accepts === undefined ? [] : [`${words.accepts}: ${words.groups[accepts]}`]),
    ...(text === undefined ? [] : [text]),
  ].join(" · ");
}

function Printed(props: { readonly wish: DirectoryWish }) {
  return (
    <p class="print-only">
      {t().route.printed(f().dateTime(now()))}
      <Show when={wordFilter(props.wish)}>{(filter) => <> {t().route.printedOnly(filter())}</>}</Show>
    </p>
  );
}

/** One press closes a service for the whole route: it is said where it was, and can be undone there. */
function Closed(props: { readonly service: ServiceView; readonly onUndone: () => void }) {
  const app = useApp();
  const undo = createPress(async () => {
    await app.engine.confirmService(props.service.id);
    props.onUndone();
    return t().route.reopened;
  });
  return (
    <div class="screen-only" tabindex="-1" ref={takeFocus}>
      <Notice kind="ok" role="status">
        <p>{t().route.closedNow(props.service.name)}</p>
        <div>
          <Button busy={undo.state().busy} onPress={undo.press}>
            {t().route.undoClose}
          </Button>
        </div>
      </Notice>
      <Answer to={undo.state()} />
    </div>
  );
}

function Results(props: { readonly services: readonly ServiceView[]; readonly onChanged: () => void }) {
  const [closed, setClosed] = createSignal<ServiceView | null>(null);
  let count: HTMLParagraphElement | undefined;
  const undone = (): void => {
    setClosed(null);
    announce(t().route.reopened);
    props.onChanged();
    count?.focus();
  };
  return (
    <>
      <p role="status" tabindex="-1" ref={count}>
        {t().route.results(props.services.length)}
      </p>
      <Show when={closed()} keyed>
        {(service) => <Closed service={service} onUndone={undone} />}
      </Show>
      <Show when={props.services.length > 0} fallback={<p class="empty">{t().route.noServices}</p>}>
        <ul class="route-boards">
          <For each={props.services.map(({ id }) => id)}>
            {(id) => (
              <Show when={props.services.find((one) => one.id === id)}>
                {(service) => (
                  <Service
                    service={service()}
                    onChanged={() => {
                      setClosed(null);
                      props.onChanged();
                    }}
                    onClosed={setClosed}
                  />
                )}
              </Show>
            )}
          </For>
        </ul>
      </Show>
    </>
  );
}

const needIn = (text: string | undefined): Care | "" => CARES.find((need) => need === text) ?? "";

function Directory() {
  const app = useApp();
  const params = useParams<{ readonly need?: string }>();
  const [asked, setAsked] = createSignal<Asked>({
    ...{ offers: needIn(params.need), place: "", accepts: "", text: "", all: false },
  });
  const services = createLive({
    key: () => wishOf(asked()),
    ask: (wish) => app.engine.directory(wish),
    concerns: (event) => event.kind === "records" || event.kind === "members",
  });
  return (
    <>
      <Filter asked={asked()} onAsked={(change) => setAsked((before) => ({ ...before, ...change }))} />
      <div class="actions screen-only">
        <Add onAdded={services.again} />
        <Button
          onPress={() => {
            print();
          }}
        >
          {t().route.print}
        </Button>
      </div>
      <Show when={services.error()}>
        {(error) => (
          <Notice kind="error" role="alert">
            {wordError(error())}
          </Notice>
        )}
      </Show>
      <Printed wish={wishOf(asked())} />
      <Show when={services.value()} fallback={<p class="quiet">{t().shell.loading}</p>}>
        {(known) => <Results services={known()} onChanged={services.again} />}
      </Show>
    </>
  );
}

export function DirectoryPage() {
  return (
    <RoutePage of="directory">
      <Directory />
    </RoutePage>
  );
}
